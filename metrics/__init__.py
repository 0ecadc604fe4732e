"""What it amounts to: indicators, actuals, progress, and the one door to them, `Results`."""
