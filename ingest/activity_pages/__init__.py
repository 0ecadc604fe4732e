"""Saved activity pages: what they seem to say, to be confirmed by a person before it is loaded."""
