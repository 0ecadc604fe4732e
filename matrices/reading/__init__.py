"""YAML text -> declarations: the pieces behind declarations, each slip with its line."""
