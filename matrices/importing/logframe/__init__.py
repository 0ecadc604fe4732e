"""Results frameworks kept as a logframe in a workbook."""
