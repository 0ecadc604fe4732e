"""Matrices that stand in other people's files: results frameworks -> city files."""
