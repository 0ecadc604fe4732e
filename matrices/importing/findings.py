"""What is wrong in a file that somebody else wrote, and what of it a matrix cannot take."""

from collections.abc import Iterable
from typing import NamedTuple


class Place(NamedTuple):
    """Where something stands in a file; places sort as a reader goes through it."""

    row: int
    """The line of a text file, the row of a sheet; counted from 1."""
    column: int = 0
    """Of a sheet, counted from 1; 0 in a text file."""
    label: str = ""
    """How a person finds it: `12`, or `C7`."""

    @classmethod
    def line(cls, number: int) -> "Place":
        return cls(number, 0, str(number))

    @property
    def words(self) -> str:
        """`line 12`, or `cell C7`."""
        return f"{'cell' if self.column else 'line'} {self.label}"


class ImportProblem(NamedTuple):
    """Where, what was found, and what would be right."""

    file: str
    place: Place
    text: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.place.label}" if self.place.label else self.file
        return f"{where}: {self.text}"


class ImportProblems(Exception):
    """Every problem of one file, in its order; shown without a traceback."""

    def __init__(self, problems: Iterable[ImportProblem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(*self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class Findings:
    """Collects problems, which stop the import, and remarks, which are told and go on."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[ImportProblem] = []
        self.remarks: list[ImportProblem] = []

    def refuse(self, place: Place, text: str) -> None:
        """Notes what a person must mend before anything is taken."""
        self.problems.append(ImportProblem(self.file, place, text))

    def remark(self, place: Place, text: str) -> None:
        """Notes what is left out, or taken with a doubt; it is never left out silently."""
        self.remarks.append(ImportProblem(self.file, place, text))

    def stop_if_wrong(self) -> None:
        if self.problems:
            raise ImportProblems(self.problems)
