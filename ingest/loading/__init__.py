"""What a load leaves on disk, and how it takes effect in one step."""
