"""The calendar of a home together with the projects of its cities, checked against each other."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from matrices.calendar import Calendar, Project
from matrices.home import Home
from matrices.model import Matrix
from matrices.problems import DeclarationProblem, nearest
from matrices.yaml_source import read_source
from metrics.territories import NETWORK


def whole_calendar(matrices: Mapping[str, Matrix], declared: Calendar | None = None) -> Calendar:
    """The home's calendar with the projects of its cities; a project of several cities stands once."""
    calendar = declared or Calendar()
    found: dict[tuple[object, ...], Project] = {}
    for project in [*calendar.projects, *(p for m in matrices.values() for p in m.projects)]:
        same = (project.key, project.first, project.last)
        found[same] = _shared(found[same], project) if same in found else project
    return replace(calendar, projects=tuple(found.values()))


def calendar_problems(
    home: Home, matrices: Mapping[str, Matrix], calendar: Calendar
) -> Iterator[DeclarationProblem]:
    """Projects of cities that are not there, and one name for different days."""
    for path in home.periods():
        for project in calendar.projects:
            for city in project.cities:
                if city not in matrices:
                    text = f"{project.key}: `{city}` is not a city of this home."
                    text += nearest(city, matrices)
                    yield DeclarationProblem(path.name, _line(path, project.key), text)
    yield from _different_days(home, calendar)
    for path in home.cities():
        if path.stem == NETWORK:
            text = (
                f"`{NETWORK}` is what all cities together are called. Give the file another name."
            )
            yield DeclarationProblem(path.name, 1, text)


def _different_days(home: Home, calendar: Calendar) -> Iterator[DeclarationProblem]:
    first: dict[str, Project] = {}
    for project in calendar.projects:
        known = first.setdefault(project.key, project)
        if known is not project:
            text = (
                f"{project.key}: the project runs from {known.first} to {known.last} in another "
                f"file and from {project.first} to {project.last} here. Give one another key."
            )
            for path in home.cities():
                if path.stem in project.cities:
                    yield DeclarationProblem(path.name, _line(path, project.key), text)


def _shared(one: Project, other: Project) -> Project:
    cities = (*one.cities, *other.cities) if one.cities and other.cities else ()
    return replace(one, cities=tuple(dict.fromkeys(cities)))


def _line(path: Path, project: str) -> int:
    """The line of a project in a file; that of the nearest heading where it is not there."""
    return read_source(path).line_of(("projects", project))
