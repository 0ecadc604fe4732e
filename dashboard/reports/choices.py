"""Reports saved under a name: `reports/*.yaml` in the home, checked like every declaration."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml
from pydantic import Field, field_validator

from dashboard.catalogues import languages
from dashboard.language import ENGLISH
from dashboard.reports.formats import FORMATS
from dashboard.reports.scope import (
    ACTION,
    SECTIONS,
    ActionCode,
    ReportProblem,
    Section,
    first_day,
    last_day,
)
from matrices.declarations import read_declaration
from matrices.durable import replace_text
from matrices.home import Home
from matrices.model import Declared
from matrices.problems import DeclarationProblem, DeclarationProblems, nearest
from matrices.yaml_source import read_source
from metrics.catalogue import Catalogue

ALL = "all"
MOST_NAMED = 9
"""So many right words are named where none is near."""
NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")


class ReportChoice(Declared):
    """What one file says; its name is the report's."""

    name: str
    """Of the file, without its ending."""
    title: str | None = None
    """What it is for, in the words of whoever saved it."""
    cities: tuple[str, ...] = (ALL,)
    first: date | None = Field(None, alias="from")
    """Absent: from the start of the oldest matrix."""
    last: date | None = Field(None, alias="to")
    """Absent: as far as the data reach."""
    formats: tuple[str, ...] = ("workbook",)
    language: str = ENGLISH
    statements: tuple[str, ...] = ()
    sections: tuple[Section, ...] = SECTIONS
    compare_with: tuple[str, ...] = ()
    action: ActionCode = ACTION
    """Of Erasmus+: whose final report a document follows."""

    @field_validator("first", mode="before")
    @classmethod
    def _first_day(cls, written: object) -> object:
        return first_day(str(written)) if written is not None else None

    @field_validator("last", mode="before")
    @classmethod
    def _last_day(cls, written: object) -> object:
        return last_day(str(written)) if written is not None else None


def load_choices(home: Home, catalogue: Catalogue) -> dict[str, ReportChoice]:
    """Every saved choice by its name; raises `DeclarationProblems` with all problems of all files."""
    found, problems = {}, []
    for path in sorted(folder_of(home).glob("*.yaml")):
        try:
            choice = read_declaration(path, ReportChoice, name=path.stem)
            found[path.stem] = choice
            problems += _unknown_names(path, choice, catalogue)
        except DeclarationProblems as error:
            problems += error.problems
    if problems:
        raise DeclarationProblems(problems)
    return found


def save_choice(home: Home, name: str, choice: ReportChoice, catalogue: Catalogue) -> Path:
    """Writes a new file; `ReportProblem` for a name that is taken or is no file's name."""
    path = folder_of(home) / f"{name}.yaml"
    if not NAME.fullmatch(name) or name in catalogue.matrices:
        raise ReportProblem(
            [f"`{name}` cannot name a report: small letters, digits, - and _; not a city's name."]
        )
    if path.exists():
        raise ReportProblem([f"{path} is there already; change it there, or choose another name."])
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_text(path, _as_yaml(choice))
    return path


def folder_of(home: Home) -> Path:
    return home.path / "reports"


def _as_yaml(choice: ReportChoice) -> str:
    """Only what differs from the defaults: what is not said follows the product."""
    said = choice.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"name"})
    return yaml.safe_dump(said, sort_keys=False, allow_unicode=True, default_flow_style=None)


def _unknown_names(
    path: Path, choice: ReportChoice, catalogue: Catalogue
) -> Iterator[DeclarationProblem]:
    cities = [*catalogue.matrices, ALL]
    asked = (
        ("cities", choice.cities, cities, "a city of this home"),
        ("compare_with", choice.compare_with, list(catalogue.matrices), "a city of this home"),
        ("statements", choice.statements, sorted(catalogue.statements()), "a statement"),
        ("formats", choice.formats, list(FORMATS), "a format"),
        ("language", (choice.language,), list(languages()), "a language of the reports"),
    )
    for heading, names, known, what in asked:
        for place, name in enumerate(names):
            if name not in known:
                line = read_source(path).line_of((heading, place))
                hint = nearest(name, known) or f" There are: {', '.join(known[:MOST_NAMED])}."
                text = f"{heading}: `{name}` is not {what}.{hint}"
                yield DeclarationProblem(path.name, line, text)
    if choice.name in catalogue.matrices:
        yield DeclarationProblem(path.name, 1, "a report cannot have the name of a city.")
    if choice.first and choice.last and choice.first > choice.last:
        line = read_source(path).line_of(("to",))
        yield DeclarationProblem(path.name, line, f"to: {choice.last} lies before `from`.")
