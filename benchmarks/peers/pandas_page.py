"""The comparison of one indicator as a page is usually written: frames, and a figure of each.

Eight cities, three years: a table, a chart side by side, and seven small ones, as on our own page.
"""

import pandas
import plotly.express
import streamlit

CITIES = ("Blackpool", "Breda", "Cluj-Napoca", "Netherlands", "Thessaloniki", "Turin", "Vilnius")
YEARS = (2022, 2023, 2024, 2025, 2026)


@streamlit.cache_data
def figures() -> pandas.DataFrame:
    """As they would come from a database, once."""
    rows = [
        (city, year, 5 + 3 * place + (year - 2022) * (place % 3))
        for place, city in enumerate(CITIES)
        for year in YEARS
    ]
    return pandas.DataFrame(rows, columns=["city", "year", "activities"])


frame = figures()
streamlit.title("Online learning activities")
chosen = streamlit.multiselect("Cities", CITIES, CITIES)
frame = frame[frame.city.isin(chosen)]
newest = frame[frame.year == 2025].sort_values("activities")
streamlit.plotly_chart(plotly.express.bar(newest, x="activities", y="city"), key="side by side")
wide = frame.pivot_table(index="city", columns="year", values="activities")
streamlit.dataframe(wide.assign(growth=wide[2025] / wide[2024] - 1))
columns = streamlit.columns(4)
for number, (city, years) in enumerate(frame.groupby("city")):
    chart = plotly.express.bar(years, x="year", y="activities", title=city)
    columns[number % 4].plotly_chart(chart, key=f"years of {city}")
