"""How much of a badge file is read at most: far above what badges need, far below what hurts."""

MOST_BYTES = 16 * 1024 * 1024
"""Of one JSON text or one picture."""
MOST_TEXT = 2 * 1024 * 1024
"""Of the badge inside a picture, unpacked."""
MOST_FILES = 20_000
"""In one folder or ZIP."""
MOST_UNPACKED = 512 * 1024 * 1024
"""Of one ZIP, all its files together."""
MOST_RATIO = 200
"""So many times larger than in the ZIP a file may be, once it is larger than `FREE_BYTES`."""
FREE_BYTES = 1024 * 1024
MOST_LIST_BYTES = 16 * 1024 * 1024
"""Of a list of revoked badges, a bit each, unpacked: room for 134 million."""
