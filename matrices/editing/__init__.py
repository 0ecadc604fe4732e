"""Changing a city's file as a careful hand would: only the lines concerned, comments and all kept."""
