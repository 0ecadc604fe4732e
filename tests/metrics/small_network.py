"""A home of two towns whose matrices promise more activities and more learners."""

from datetime import date
from pathlib import Path

from ingest.intake import Frame
from ingest.loads import load
from matrices.home import Home
from metrics.catalogue import load_catalogue
from metrics.publish import publisher

MATRIX = """name: Town
place: {place}
starts: 2022
target_groups:
  people:
    name: People
    outputs:
      activities:
        text: More activities
        indicators: {{activities: increase, learners: increase}}
      other:
        text: Something else
"""

SITES = {"breda": "breda.cityoflearning.eu", "vilnius": "vilnius.cityoflearning.eu"}


def two_towns(home: Home) -> None:
    (home.path / "cities").mkdir(parents=True)
    for place in SITES:
        file = home.path / "cities" / f"{place}.yaml"
        file.write_text(MATRIX.format(place=place), encoding="utf-8")


def activities(**counts: dict[int, int]) -> list[str]:
    """City to year to how many; the first half of a year's are workshops, the rest courses."""
    rows = [
        f"{city}-{year}-{n},{SITES[city]},library,Any,{'workshop' if 2 * n < many else 'course'},"
        f"published,{year}-01-15,,{year}-01-15,Science"
        for city, years in counts.items()
        for year, many in years.items()
        for n in range(many)
    ]
    return ["activity_id,site,organisation_id,name,type,status,start,skills,end,category", *rows]


def take(home: Home, folder: Path, as_of: date = date(2024, 12, 31), **tables: list[str]) -> None:
    """Loads tables given as lines, one file a table."""
    files = [folder / f"{name}.csv" for name in tables]
    for file, lines in zip(files, tables.values(), strict=True):
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    catalogue = load_catalogue(home)
    frame = Frame(catalogue.city_countries(), frozenset(catalogue.indicators), as_of)
    load(files, home, frame, publisher(catalogue), as_of, "a test")
