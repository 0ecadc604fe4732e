"""The poster: a city's matrix with its standing on one sheet."""
