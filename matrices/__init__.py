"""What the cities promised: strategy matrices, frameworks and places, declared in YAML."""
