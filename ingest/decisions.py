"""What a review meeting decided on a statement: kept with its day, never overwritten.

One line of JSON each in `data/decisions.jsonl`, added at its end. A decision that no longer holds
is taken back by a line of its own, so that what was decided when can always be read.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ingest.checking.personal import EMAIL_REMOVED, without_emails_in
from ingest.ledger import LoadProblem
from ingest.loading.lock import write_lock
from matrices.home import Home
from matrices.moment import now
from matrices.telling import told

LONGEST = 2000
"""Signs of one decision: a paragraph of a report."""


@dataclass(frozen=True)
class Decision:
    """One decision of a review meeting."""

    number: int
    """Counts from 1 in the order in which they were written down."""
    statement: str
    """The statement's identifier."""
    decided_on: date
    text: str
    by: str
    """Which body decided, such as `steering group`; no person's name."""
    noted_at: datetime
    """In UTC."""
    taken_back_at: datetime | None = None


@dataclass(frozen=True)
class _TakenBack:
    taken_back: int
    at: datetime


_LINE: TypeAdapter[Decision | _TakenBack] = TypeAdapter(Decision | _TakenBack)


def decisions(home: Home, statement: str | None = None) -> list[Decision]:
    """The decisions in force, of one statement or of all, the newest day first."""
    standing = [each for each in every_decision(home) if each.taken_back_at is None]
    chosen = [each for each in standing if statement in (None, each.statement)]
    return sorted(chosen, key=lambda each: (each.decided_on, each.number), reverse=True)


def every_decision(home: Home) -> list[Decision]:
    """Also those that were taken back, in the order in which they were written down."""
    lines = list(_lines(_path(home)))
    back = {line.taken_back: line.at for line in lines if isinstance(line, _TakenBack)}
    return [
        Decision(**{**vars(line), "taken_back_at": back.get(line.number)})
        for line in lines
        if isinstance(line, Decision)
    ]


def decide(home: Home, statement: str, decided_on: date, text: str, by: str = "") -> Decision:
    """Writes a decision down; it is on the disk when this returns.

    Raises `LoadProblem` for an empty or overlong text and for a day that is still to come.
    E-mail addresses are taken out of the text: persons do not enter.
    """
    written = without_emails_in(" ".join(text.split()))
    _refuse_wrong(written, decided_on)
    with write_lock(home, by):
        number = len(every_decision(home)) + 1
        entry = Decision(number, statement, decided_on, written, by, now())
        _append(_path(home), entry)
    return entry


def take_back(home: Home, number: int, by: str = "") -> None:
    """Marks a decision as no longer in force; `LoadProblem` where there is no such one."""
    with write_lock(home, by):
        if number not in {each.number for each in decisions(home)}:
            raise LoadProblem(
                told("There is no decision {number} in force. Nothing was changed.", number=number)
            )
        _append(_path(home), _TakenBack(number, now()))


def _refuse_wrong(text: str, decided_on: date) -> None:
    for problem in _problems(text, decided_on):
        raise LoadProblem(problem)


def _problems(text: str, decided_on: date) -> Iterable[str]:
    if not text.replace(EMAIL_REMOVED, "").strip():
        yield told("Nothing is written here: say what was decided.")
    if len(text) > LONGEST:
        yield told(
            "The text has {signs} signs; a decision has at most {most}.",
            signs=f"{len(text):,}",
            most=f"{LONGEST:,}",
        )
    if decided_on > now().date():
        yield told(
            "{day} is still to come; write the day on which it was decided.",
            day=decided_on.isoformat(),
        )


def _path(home: Home) -> Path:
    return home.data / "decisions.jsonl"


def _lines(path: Path) -> Iterator[Decision | _TakenBack]:
    """A last line without an end was cut off while it was written: it never took effect."""
    content = path.read_bytes() if path.is_file() else b""
    for number, line in enumerate(content.split(b"\n")[:-1], start=1):
        try:
            yield _LINE.validate_json(line)
        except ValidationError as error:
            raise LoadProblem(
                told(
                    "{path}, line {number}: this is no decision. Put the file back from a backup.",
                    path=path,
                    number=number,
                )
            ) from error


def _append(path: Path, entry: Decision | _TakenBack) -> None:
    """One whole line at the end, after whatever a writer that was killed left unfinished."""
    whole = path.read_bytes().rpartition(b"\n") if path.is_file() else (b"", b"", b"")
    with path.open("r+b" if path.is_file() else "xb") as file:
        file.truncate(len(whole[0]) + len(whole[1]))
        file.seek(0, os.SEEK_END)
        file.write(_LINE.dump_json(entry) + b"\n")
        file.flush()
        os.fsync(file.fileno())
