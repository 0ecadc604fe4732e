"""The booklet: a city's matrix page by page, with what was counted, how, and from what."""
