"""Files of every kind -> tables of raw rows, each with its place."""
