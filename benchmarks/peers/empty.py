"""The least that a Streamlit page can be: what every page costs at any rate."""

import streamlit

streamlit.html("<h1>Nothing</h1>")
