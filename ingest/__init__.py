"""What happened: platform exports and counts become loads, and loads become the warehouse."""
