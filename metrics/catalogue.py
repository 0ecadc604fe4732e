"""Everything a home declares, read at once and checked against each other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from ingest.source_mapping import SourceMapping, load_mapping
from matrices.calendar import Calendar
from matrices.declarations import load_matrix, read_declaration
from matrices.frameworks import Frameworks, load_frameworks
from matrices.home import Home
from matrices.model import Matrix, Statement
from matrices.names import ENGLISH
from matrices.periods import load_calendar
from matrices.places import Place, load_places
from matrices.problems import DeclarationProblem, DeclarationProblems, nearest
from matrices.settings import Settings, load_settings
from matrices.telling import told
from matrices.yaml_source import read_source
from metrics.alignment import tag_problems
from metrics.calendars import calendar_problems, whole_calendar
from metrics.definition import Indicator
from metrics.judging.promise_problems import promise_problems
from metrics.territories import territories_of

Read = TypeVar("Read")


@dataclass(frozen=True)
class Catalogue:
    """The declarations of one home; every name in them points at something that exists."""

    matrices: dict[str, Matrix]
    indicators: dict[str, Indicator]
    frameworks: Frameworks
    places: dict[str, Place]
    mappings: dict[str, SourceMapping]
    calendar: Calendar
    """The school year, and the projects of the home and of its cities."""
    settings: Settings
    language: str = ENGLISH
    """In which places are named to people, where the file has their name in it."""

    def in_language(self, language: str) -> "Catalogue":
        return replace(self, language=language)

    def place(self, city: str) -> Place:
        """Where a city is, by the name it has in the language."""
        return self.places[self.matrices[city].place].in_language(self.language)

    def statements(self) -> frozenset[str]:
        """The identifiers of all statements."""
        return frozenset(s.identifier for m in self.matrices.values() for s in m.statements())

    def place_names(self) -> dict[str, str]:
        """City to the name of its place."""
        return {city: self.place(city).name for city in self.matrices}

    def city_countries(self) -> dict[str, str]:
        """City to the two-letter code of its country."""
        return {city: self.places[m.place].country for city, m in self.matrices.items()}

    @cached_property
    def territories(self) -> dict[str, tuple[str, ...]]:
        """Territory to the cities whose rows count in it; see `metrics/territories.py`."""
        return territories_of(self.matrices, self.places)


def load_catalogue(home: Home) -> Catalogue:
    """Reads every declaration; raises `DeclarationProblems` with every problem of every file."""
    reader = _Reader()
    matrices = reader.each(home.cities(), load_matrix)
    settings = reader.one(lambda: load_settings(home.settings())) or Settings()
    indicators = reader.each(home.indicators(), _load_indicator)
    declared = [reader.one(lambda path=path: load_calendar(path)) for path in home.periods()]
    catalogue = Catalogue(
        matrices=matrices,
        indicators=_guarded(indicators) if settings.guard_participations else indicators,
        frameworks=reader.one(lambda: load_frameworks(home.frameworks())) or Frameworks.none(),
        places=reader.one(lambda: load_places(home.places())) or {},
        mappings=reader.each(home.sources(), load_mapping),
        calendar=whole_calendar(matrices, *filter(None, declared)),
        settings=settings,
    )
    problems = [*reader.problems, *_cross_problems(home, catalogue)]
    if problems:
        raise DeclarationProblems(tuple(sorted(problems)))
    return catalogue


class _Reader:
    """Reads on after a problem, so that all of them come out at once."""

    def __init__(self) -> None:
        self.problems: list[DeclarationProblem] = []

    def one(self, read: Callable[[], Read]) -> Read | None:
        try:
            return read()
        except DeclarationProblems as error:
            self.problems.extend(error.problems)
            return None

    def each(self, paths: list[Path], read: Callable[[Path], Read]) -> dict[str, Read]:
        found = {path.stem: self.one(lambda path=path: read(path)) for path in paths}
        return {name: item for name, item in found.items() if item is not None}


def _load_indicator(path: Path) -> Indicator:
    return read_declaration(path, Indicator, identifier=path.stem)


def _guarded(indicators: dict[str, Indicator]) -> dict[str, Indicator]:
    """What counts the doings of people is as sensitive as what counts people."""
    return {
        name: each.model_copy(update={"is_sensitive": True})
        if each.counts_what_people_did
        else each
        for name, each in indicators.items()
    }


def _cross_problems(home: Home, catalogue: Catalogue) -> Iterator[DeclarationProblem]:
    yield from calendar_problems(home, catalogue.matrices, catalogue.calendar)
    yield from tag_problems(home, catalogue.matrices, catalogue.indicators, catalogue.frameworks)
    indicators = [path.stem for path in home.indicators()]
    for path in home.cities():
        matrix = catalogue.matrices.get(path.stem)
        if matrix:
            yield from _place_problems(path, matrix, catalogue)
            for statement in matrix.statements():
                yield from _promise_problems(path, statement, catalogue, indicators)


def _place_problems(
    path: Path, matrix: Matrix, catalogue: Catalogue
) -> Iterator[DeclarationProblem]:
    if catalogue.places and matrix.place not in catalogue.places:
        text = f"`{matrix.place}` is not a place in places.yaml."
        text += nearest(matrix.place, catalogue.places)
        yield DeclarationProblem(path.name, read_source(path).line_of(("place",)), text)


def _promise_problems(
    path: Path, statement: Statement, catalogue: Catalogue, indicators: list[str]
) -> Iterator[DeclarationProblem]:
    for name, versions in statement.promises.items():
        if name not in indicators:
            text = f"`{name}` is not an indicator." + nearest(name, indicators)
            yield DeclarationProblem(path.name, _line(path, statement, name), text)
        elif name in catalogue.indicators:
            unit = catalogue.indicators[name].unit
            if any(promise.is_share for promise in versions) and unit != "percent":
                text = told(
                    "a percentage is promised, but `{name}` is counted in {unit}.",
                    name=name,
                    unit=unit,
                )
                line = _line(path, statement, name)
                yield DeclarationProblem(path.name, line, f"{name}: {text}")
            for text in promise_problems(versions, catalogue.indicators[name]):
                yield DeclarationProblem(path.name, _line(path, statement, name), text)


def _line(path: Path, statement: Statement, indicator: str) -> int:
    group = (statement.target_group,)
    if statement.target_group != "all_target_groups":
        group = ("target_groups", statement.target_group)
    return read_source(path).line_of(
        (*group, statement.level, statement.key, "indicators", indicator)
    )
