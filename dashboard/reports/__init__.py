"""Paper: what a city, a network and a funder take away. No figure is made here; no streamlit."""
