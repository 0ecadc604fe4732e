"""What stands in the way of reading a file at all."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class FileProblem:
    """One sentence about one file: what was found and what would be right."""

    file: str
    text: str

    def __str__(self) -> str:
        return f"{self.file}: {self.text}"


class FileProblems(Exception):
    """Every problem of every file; shown without a traceback. Nothing has been taken in."""

    def __init__(self, problems: Iterable[FileProblem]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__(*self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)
