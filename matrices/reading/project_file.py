"""The projects declared in a file: each a name, a first and a last day, and whose it is."""

from collections.abc import Iterator

from matrices.calendar import Project
from matrices.reading.entries import Entry, items
from matrices.reading.promise_text import first_day, last_day

_HEADINGS = ("name", "starts", "ends")


def projects_of(entry: Entry, city: str | None = None) -> Iterator[Project]:
    """The projects below a heading; in a city's own file all are that city's."""
    for key in entry.data:
        entry.refuse_key(key, "a project")
        project = _project(entry.entry(key), key, city)
        if project:
            yield project


def _project(entry: Entry, key: str, city: str | None) -> Project | None:
    headings = _HEADINGS if city else (*_HEADINGS, "cities")
    entry.refuse_others(headings, "a project")
    name = entry.needed("name", f"`{key}`")
    for day in ("starts", "ends"):
        entry.needed(day, f"`{key}`")
    first, last = entry.day("starts", first_day), entry.day("ends", last_day)
    if not (first and last):
        return None
    if last < first:
        entry.say("ends", f"the project ends on {last}, before it starts on {first}.")
        return None
    return Project(key, name, first, last, (city,) if city else tuple(_cities(entry)))


def _cities(entry: Entry) -> Iterator[str]:
    if not entry.has("cities"):
        return
    for city, path in items(entry.data["cities"], entry.at("cities")):
        if isinstance(city, str):
            yield city
        else:
            entry.findings.say(path, "cities: write each as the name of its file, such as `breda`.")
