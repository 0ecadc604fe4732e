"""What the command `impact` prints: objects to lines of plain text."""
