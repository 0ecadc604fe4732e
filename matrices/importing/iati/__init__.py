"""Results frameworks published as IATI 2.03."""
