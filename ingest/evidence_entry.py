"""One entry of the evidence log, typed in: a load of one line, with its receipt and its undo."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.checking.checks import Frame
from ingest.ledger import LoadProblem
from ingest.loads import Publish, load, preview
from ingest.receipt import Receipt
from matrices.home import Home
from matrices.telling import told

FILE_NAME = "typed in.csv"
"""What stands in the receipt, and beside the entry, in place of a file's name."""


@dataclass(frozen=True)
class NewEvidence:
    """What a person typed; the entry's identifier is made of city, day, kind and title."""

    city: str
    kind: str
    held_on: date
    title: str
    statements: tuple[str, ...] = ()
    participants: int | None = None
    url: str = ""

    def cells(self) -> dict[str, str]:
        """Heading to text, as a file would have it."""
        return {
            "city": self.city,
            "kind": self.kind,
            "held_on": self.held_on.isoformat(),
            "title": " ".join(self.title.split()),
            "statements": ";".join(self.statements),
            "participants": "" if self.participants is None else str(self.participants),
            "url": self.url.strip(),
        }


def add_evidence(
    home: Home, frame: Frame, publish: Publish, entry: NewEvidence, by: str = ""
) -> Receipt:
    """Loads the entry and publishes; the same city, day, kind and title again replaces it.

    Raises `LoadProblem` with what is wrong with it, in a sentence; then nothing has changed.
    """
    with TemporaryDirectory(prefix="impact-") as folder:
        file = Path(folder) / FILE_NAME
        _write(file, entry)
        _refuse_wrong(preview([file], home, frame, by=by))
        return load([file], home, frame, publish, by=by)


def _write(file: Path, entry: NewEvidence) -> None:
    cells = entry.cells()
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([list(cells), list(cells.values())])


def _refuse_wrong(receipt: Receipt) -> None:
    """The place in the file tells a person nothing who never saw one."""
    for refused in receipt.refused:
        _, _, sentence = refused.example.partition(": ")
        raise LoadProblem(sentence)
    if not receipt.totals().taken:
        raise LoadProblem(
            told("Nothing was typed in: say what it was, on which day and its title.")
        )
