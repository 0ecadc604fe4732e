"""Workbooks that a city fills in and hands in again: counts, surveys, the evidence log."""
