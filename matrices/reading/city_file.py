"""A city's file -> its matrix: target groups, statements and promises."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from matrices.model import (
    ALL_TARGET_GROUPS,
    LEVELS,
    Level,
    Matrix,
    Measured,
    Source,
    Statement,
    TargetGroup,
)
from matrices.names import ENGLISH
from matrices.problems import KeyPath, Slip
from matrices.reading.entries import Entry, Findings, items
from matrices.reading.project_file import projects_of
from matrices.reading.promise_file import promises_of
from matrices.reading.promise_text import first_day
from matrices.reading.text_losses import is_sentence
from matrices.reading.yaml_lines import COLON, in_quotes
from matrices.yaml_source import YamlSource

_HEADINGS = (
    "name",
    "place",
    "source",
    "language",
    "goal",
    "horizons",
    "starts",
    "projects",
    "transcription_note",
    "target_groups",
    ALL_TARGET_GROUPS,
)
_OF_A_STATEMENT = (
    "text",
    "indicators",
    "measured",
    "reason",
    "headline",
    "aligned_to",
    "transcription_note",
)
MEASURED = {
    "not yet": "not_yet",
    "by evidence": "by_evidence",
    "by survey": "by_survey",
    "cannot be": "cannot_be",
}
"""The words in the file to those in the model; `by_indicator` follows from `indicators`."""
_DEPTHS = {"target_groups": 4, ALL_TARGET_GROUPS: 3}
"""How many headings lead to a statement."""
_CITY = re.compile("[a-z][a-z0-9_]*")
_LANGUAGE = re.compile("[a-z]{2}")
_TAG = re.compile(r"[a-z][a-z0-9_]*:\S+")


@dataclass(frozen=True)
class _Cell:
    """Where a statement stands, and from when its matrix counts."""

    city: str
    target_group: str
    level: Level
    starts: date | None


def is_city_sentence(path: KeyPath) -> bool:
    """True where a city's file has sentences: also for the short form, `key: sentence`."""
    depth = _DEPTHS.get(path[0], 0) if path else 0
    return is_sentence(path) or depth - 1 <= len(path) <= depth


def statement_path(statement: Statement) -> KeyPath:
    """Where the statement stands in its city's file; see `yaml_source.lines_of`."""
    if statement.target_group == ALL_TARGET_GROUPS:
        return (ALL_TARGET_GROUPS, statement.level, statement.key)
    return ("target_groups", statement.target_group, statement.level, statement.key)


def matrix_of(source: YamlSource, city: str) -> tuple[Matrix, list[Slip]]:
    """The matrix as far as it can be read, and everything that is wrong with it."""
    findings = Findings(source)
    file = Entry(source.data, (), findings)
    file.refuse_others(_HEADINGS, "a city's file")
    if not _CITY.fullmatch(city):
        rule = "Name it with small letters, digits and _, such as cluj_napoca.yaml."
        findings.say_missing((), f"the file's name is the city's identifier. {rule}")
    starts = file.day("starts", first_day)
    matrix = Matrix(
        city=city,
        name=file.needed("name", "this file"),
        place=file.needed("place", "this file"),
        source=_source(file),
        language=_language(file),
        goal=file.text("goal"),
        horizons=_horizons(file.entry("horizons")),
        starts=starts,
        projects=tuple(projects_of(file.entry("projects"), city)),
        target_groups=tuple(_target_groups(file.entry("target_groups"), city, starts)),
        across=tuple(_across(file.entry(ALL_TARGET_GROUPS), city, starts)),
        transcription_note=file.text("transcription_note"),
    )
    return matrix, findings.slips


def _source(file: Entry) -> Source | None:
    if not file.has("source"):
        return None
    source = file.entry("source")
    source.refuse_others(("document", "note"), "`source`")
    return Source(document=source.needed("document", "`source`"), note=source.text("note"))


def _language(file: Entry) -> str:
    """English, as most posters of the network are, where the file does not say otherwise."""
    if not file.has("language"):
        return ENGLISH
    language = file.needed("language", "this file")
    if not _LANGUAGE.fullmatch(language):
        file.say("language", f"`{language}` is not a code of two small letters, such as `nl`.")
        return ENGLISH
    return language


def _horizons(entry: Entry) -> dict[Level, str]:
    entry.refuse_others(LEVELS, "`horizons`")
    return {level: entry.needed(level, "`horizons`") for level in LEVELS if level in entry.data}


def _target_groups(groups: Entry, city: str, starts: date | None) -> Iterator[TargetGroup]:
    for key in groups.data:
        groups.refuse_key(key, "a target group")
        group = groups.entry(key)
        group.refuse_others(("name", *LEVELS), "a target group")
        name = group.needed("name", f"`{key}`")
        statements = tuple(_statements(group, city, key, starts))
        yield TargetGroup(key=key, name=name, statements=statements)


def _across(entry: Entry, city: str, starts: date | None) -> Iterator[Statement]:
    entry.refuse_others(LEVELS, f"`{ALL_TARGET_GROUPS}`")
    yield from _statements(entry, city, ALL_TARGET_GROUPS, starts)


def _statements(group: Entry, city: str, key: str, starts: date | None) -> Iterator[Statement]:
    """The statements of one column, from the top level down."""
    for level in LEVELS:
        value = group.data.get(level)
        if value is not None and not isinstance(value, dict):
            _refuse_cell(group, level, value)
        elif value is not None:
            yield from _of_cell(group.entry(level), _Cell(city, key, level, starts))


def _refuse_cell(group: Entry, level: Level, value: object) -> None:
    advice = "Give each a line and a key of its own: `some_key: the sentence`."
    group.say(level, f"statements are expected below it. {advice}")
    for item, path in items(value, group.at(level)):
        if sentence := _split_sentence(item):
            group.findings.say(path, in_quotes(COLON, sentence))


def _split_sentence(value: object) -> str | None:
    """The sentence of which a colon made a heading and its content, where that is what happened."""
    if not isinstance(value, dict) or len(value) != 1:
        return None
    [(key, rest)] = value.items()
    is_one = " " in key and (rest is None or isinstance(rest, str))
    return f"{key}: {rest or ''}".strip() if is_one else None


def _of_cell(cell: Entry, place: _Cell) -> Iterator[Statement]:
    for key, value in cell.data.items():
        cell.refuse_key(key, "a statement")
        if value is None or (isinstance(value, str) and not value.strip()):
            cell.say(key, "the statement has no sentence.")
        elif isinstance(value, list):
            cell.say(key, "a sentence is expected, not a list.")
        elif sentence := _split_sentence(value):
            cell.findings.say(cell.at(key, *value), in_quotes(COLON, sentence))
        elif isinstance(value, str):
            yield _statement(Entry({"text": value}, cell.at(key), cell.findings), key, place)
        else:
            yield _statement(cell.entry(key), key, place)


def _statement(entry: Entry, key: str, cell: _Cell) -> Statement:
    entry.refuse_others(_OF_A_STATEMENT, "a statement")
    text = entry.needed("text", f"`{key}`")
    measured = entry.word("measured", MEASURED)
    _check_measured(entry, measured)
    return Statement(
        identifier=f"{cell.city}.{cell.target_group}.{cell.level}.{key}",
        city=cell.city,
        target_group=cell.target_group,
        level=cell.level,
        key=key,
        text=text,
        headline=entry.yes_no("headline"),
        measured=_how(entry, measured),
        reason=entry.text("reason"),
        promises=promises_of(entry, cell.starts),
        aligned_to=tuple(_tags(entry)),
        transcription_note=entry.text("transcription_note"),
    )


def _check_measured(entry: Entry, measured: str | None) -> None:
    if entry.has("measured") and entry.has("indicators") and measured != "by_survey":
        entry.say("measured", "a statement with `indicators` is measured by them. Leave this out.")
    elif measured == "cannot_be" and not entry.has("reason"):
        entry.say("measured", "`cannot be` needs a `reason` why it cannot be measured.")


def _how(entry: Entry, measured: str | None) -> Measured:
    """A survey's answers may be given as figures too; it stays a survey."""
    if entry.has("indicators") and measured != "by_survey":
        return "by_indicator"
    return measured or "not_yet"


def _tags(entry: Entry) -> Iterator[str]:
    """Goals of policy frameworks, each as `framework:code`; whether they exist is checked later."""
    if not entry.has("aligned_to"):
        return
    for tag, path in items(entry.data["aligned_to"], entry.at("aligned_to")):
        if isinstance(tag, str) and _TAG.fullmatch(tag):
            yield tag
        else:
            text = "write each goal as its framework and its code, such as `youth_goals:8`."
            entry.findings.say(path, f"aligned_to: {text}")
