"""The least that answers a choice: one field, and a line that says what was chosen."""

import streamlit

CITIES = ("Blackpool", "Breda", "Cluj-Napoca", "Netherlands", "Thessaloniki", "Turin", "Vilnius")

chosen = streamlit.multiselect("Cities", CITIES, CITIES)
streamlit.html(f"<p class='many'>{len(chosen)} cities</p>")
