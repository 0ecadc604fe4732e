"""Questions to one snapshot, and what there is to ask about."""

from dataclasses import dataclass
from pathlib import Path

from matrices.home import Home
from metrics.asking.open_tables import OpenTable, open_file, open_tables
from metrics.asking.question import Answer, QueryProblem, ask


@dataclass(frozen=True)
class Questions:
    """What analysts may do with a home's snapshot; 0 before anything was published."""

    home: Home
    snapshot: int

    def ask(self, question: str) -> Answer:
        """The answer to one SELECT over what everybody may see; raises `QueryProblem`."""
        return ask(self._file, question)

    def tables(self) -> list[OpenTable]:
        """What may be asked about; nothing while nothing has been loaded."""
        return open_tables(self._file) if self.snapshot else []

    @property
    def _file(self) -> Path:
        if not self.snapshot:
            raise QueryProblem("Nothing has been loaded yet, so there is nothing to ask about.")
        return open_file(self.home, self.snapshot)
