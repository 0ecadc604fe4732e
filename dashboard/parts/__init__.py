"""The pieces that pages are made of: figures in, HTML out; pure."""
