"""The parts of the simulation; `ingest/simulate.py` is the door."""
