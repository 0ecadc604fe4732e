"""Opening workbooks that somebody sent; the room furthest left has it, so that all can use it."""
