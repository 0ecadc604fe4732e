"""The warehouse's tables of rows, and those about them."""
