"""A first source mapping for a file that none fits: guessed from headings and values, to edit."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path

from ingest.kinds import Column
from ingest.reading.file_problems import FileProblem, FileProblems
from ingest.reading.raw_table import RawTable, raw_table
from ingest.reading.recognition import Unrecognised, heading_key, recognise
from ingest.records import RECORDS
from ingest.source_mapping import Mappings, load_mappings
from matrices.home import Home

WAYS_TO_WRITE_DAYS = (
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%d-%m-%Y",
    "%m/%d/%Y",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d.%m.%y",
    "%d/%m/%y",
)
ALIKE = 0.6
"""Headings less alike than this, of 1, are no guess worth reading."""
_MOST_WORDS = 8
_DAY = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}([T ].*)?")
_NUMBER = re.compile(r"[+-]?\d[\d., ]*")
_LOOKS: dict[str, re.Pattern[str]] = {"day": _DAY, "whole": _NUMBER, "number": _NUMBER}


@dataclass(frozen=True)
class Guess:
    """A record, which heading each of its columns may stand under, and how sure that is."""

    record: str
    headings: dict[str, str]
    likeness: float


def write_first_mapping(path: Path, home: Home, target: Path | None = None) -> Path:
    """Writes a mapping that fits the file into the home's `sources/`, or to `target`.

    Raises `FileProblems` where the file cannot be read, is known already, or the mapping is there.
    """
    mappings = load_mappings(home)
    table = raw_table(path)
    _refuse_known(path, table, mappings)
    target = target or home.path / "sources" / f"{_identifier(path)}.yaml"
    if target.exists():
        raise FileProblems([FileProblem(str(target), "It is there already; it was left as it is.")])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(first_mapping(path.name, table, mappings), encoding="utf-8")
    return target


def first_mapping(name: str, table: RawTable, mappings: Mappings) -> str:
    """The mapping as YAML with a comment on whatever is a guess."""
    guess = max((_guess(record, table, mappings) for record in _loadable()), key=_worth)
    lines = [
        "# A first guess: read every line, correct it, and delete what is not so.",
        f"name: {_quoted(f'As in {name}')}",
        *_dates(table, guess),
        "records:",
        f"  {guess.record}:  # or another of: {', '.join(_loadable())}",
        "    columns:",
        *_columns(guess, table),
        *_words(guess, table),
        *_unread(guess, table),
    ]
    return "\n".join(lines) + "\n"


def _refuse_known(path: Path, table: RawTable, mappings: Mappings) -> None:
    try:
        fit = recognise(table.headings, mappings)
    except Unrecognised:
        return
    text = f"It needs no mapping: it is read as {fit.title}."
    raise FileProblems([FileProblem(path.name, text)])


def _identifier(path: Path) -> str:
    return re.sub(r"\W+", "_", path.stem.casefold()).strip("_") or "own"


def _loadable() -> list[str]:
    return [name for name, record in RECORDS.items() if not record.is_derived]


def _worth(guess: Guess) -> float:
    """Required columns that are there weigh most."""
    required = [column.name for column in _required(guess.record)]
    there = sum(name in guess.headings for name in required) / len(required)
    return guess.likeness * there


def _required(record: str) -> list[Column]:
    return [column for column in RECORDS[record].loaded_columns() if column.is_required]


def _guess(record: str, table: RawTable, mappings: Mappings) -> Guess:
    """The likest pairs of column and heading first; each column and heading once."""
    columns = RECORDS[record].loaded_columns()
    pairs = sorted(
        (
            (_likeness(column, record, place, table, mappings), column.name, heading)
            for column in columns
            for place, heading in enumerate(table.headings)
            if table.headings.count(heading) == 1 and heading
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    found: dict[str, str] = {}
    likeness = 0.0
    for alike, column, heading in pairs:
        if alike >= ALIKE and column not in found and heading not in found.values():
            found[column] = heading
            likeness += alike
    return Guess(record, found, likeness)


def _likeness(
    column: Column, record: str, place: int, table: RawTable, mappings: Mappings
) -> float:
    """Of the heading to those that are known for the column; nothing where its cells do not suit."""
    if not _suits(column, table.column(place)):
        return 0.0
    key = heading_key(table.headings[place])
    return max(_alike(key, heading_key(known)) for known in _known(column, record, mappings))


def _known(column: Column, record: str, mappings: Mappings) -> Iterator[str]:
    yield column.name
    for mapping in mappings:
        own = mapping.records.get(record)
        if own and column.name in own.columns:
            yield from own.columns[column.name].headings


def _alike(one: str, other: str) -> float:
    words, others = set(one.split("_")), set(other.split("_"))
    shared = len(words & others) / len(words | others)
    return max(shared, SequenceMatcher(None, one, other).ratio())


def _suits(column: Column, cells: list[str]) -> bool:
    """Whether the cells can be what the column holds; an e-mail address is for a person alone."""
    if column.kind.name != "person" and any("@" in cell for cell in cells):
        return False
    looks = _LOOKS.get(column.kind.name)
    return not (looks and cells) or sum(bool(looks.fullmatch(c)) for c in cells) * 2 >= len(cells)


def _columns(guess: Guess, table: RawTable) -> Iterator[str]:
    for column in RECORDS[guess.record].loaded_columns():
        heading = guess.headings.get(column.name)
        if heading:
            yield f"      {column.name}: {_quoted(heading)}  # {column.sentence}"
        elif column.is_required:
            yield f"      {column.name}: {_instead(column, guess, table)}"


def _instead(column: Column, guess: Guess, table: RawTable) -> str:
    """For a required column that no heading resembles: something that can be read at all."""
    free = [
        heading
        for place, heading in enumerate(table.headings)
        if heading not in guess.headings.values()
        and table.headings.count(heading) == 1
        and heading
        and _suits(column, table.column(place))
    ]
    note = f"  # No heading looks like it. Correct this: {column.sentence}"
    if column.kind.name in ("identifier", "person"):
        return f"{{made_from: [{', '.join(map(_quoted, _made_of(table)))}]}}{note}"
    if column.kind.name in ("day", "text") and free:
        guess.headings[column.name] = free[0]
        return f"{_quoted(free[0])}{note}"
    return f"{{constant: {_quoted((*column.kind.choices, '?')[0])}}}{note}"


def _made_of(table: RawTable) -> list[str]:
    return [each for each in table.headings if each and table.headings.count(each) == 1][:3]


def _dates(table: RawTable, guess: Guess) -> list[str]:
    days = [
        cell.split(" ")[0]
        for column in RECORDS[guess.record].loaded_columns()
        if column.kind.name == "day" and column.name in guess.headings
        for cell in table.column(table.headings.index(guess.headings[column.name]))
        if not re.match(r"\d{4}-\d\d-\d\d", cell)
    ]
    ways = [way for way in WAYS_TO_WRITE_DAYS if days and all(_is_day(day, way) for day in days)]
    if not ways:
        return []
    note = f"  # or {' or '.join(ways[1:])}: all of them can be read so" if len(ways) > 1 else ""
    return [f"dates: [{_quoted(ways[0])}]{note}"]


def _is_day(text: str, way: str) -> bool:
    try:
        return bool(datetime.strptime(text, way))
    except ValueError:
        return False


def _words(guess: Guess, table: RawTable) -> Iterator[str]:
    """Words that a column of choices does not know, to be translated."""
    lines = list(_unknown_words(guess, table))
    if lines:
        yield "    # Say what these words mean: take out the # and write our word behind each."
        yield from ("    # values:", *lines)


def _unknown_words(guess: Guess, table: RawTable) -> Iterator[str]:
    for column in RECORDS[guess.record].loaded_columns():
        if column.kind.choices and column.name in guess.headings:
            cells = table.column(table.headings.index(guess.headings[column.name]))
            words = [w for w in dict.fromkeys(cells) if heading_key(w) not in column.kind.choices]
            if words:
                yield f"    #   {column.name}:  # {', '.join(column.kind.choices)}"
                yield from (f"    #     {_quoted(word)}: " for word in words[:_MOST_WORDS])


def _unread(guess: Guess, table: RawTable) -> Iterable[str]:
    unread = [each for each in table.headings if each and each not in guess.headings.values()]
    if unread:
        yield f"    # Not read, and never stored: {', '.join(map(_quoted, unread))}"


def _quoted(text: str) -> str:
    """As YAML reads it, on one line, whatever is in it."""
    return json.dumps(text, ensure_ascii=False)
