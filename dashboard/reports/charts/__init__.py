"""Charts on paper: Vega-Lite specs as plain dicts, drawn as vectors without browser or network."""
