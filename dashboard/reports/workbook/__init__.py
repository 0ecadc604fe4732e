"""The report as a workbook that a controller can follow: live formulas, filters, charts, print set-up."""
