"""The public site: what is published, as pages that any web server or a memory stick serves."""
