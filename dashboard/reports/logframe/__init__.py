"""The report as a logical framework, laid out as the Commission's external action asks for it."""
