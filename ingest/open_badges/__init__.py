"""Open Badges of every version, from every kind of file they come in, as rows of the records."""
