"""The platform's own JSON: saved answers become the rows that its CSV export would have."""
