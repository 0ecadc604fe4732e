"""The parts of a fair comparison; the front door is `metrics/comparison.py`."""
