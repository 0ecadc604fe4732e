"""The document: a report in the order of a final report's questions, to be edited further."""
