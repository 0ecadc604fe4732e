"""Questions in SQL from people who may see figures but no rows about persons."""
