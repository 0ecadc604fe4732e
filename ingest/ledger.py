"""The ledger: which loads are in force and which snapshot shows them, in `data/published.json`.

It is the one switch of a home. A load, an undoing and their figures take effect in the moment
in which this file is replaced; whatever it does not name was interrupted and counts nowhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from matrices.durable import replace_text
from matrices.home import Home
from matrices.telling import told


class LoadProblem(Exception):
    """What stands in the way of a load: one sentence for a person, with what to do."""


@dataclass(frozen=True)
class Undone:
    """A load that was taken back."""

    load: int
    at: datetime
    why: str | None = None


@dataclass(frozen=True)
class Ledger:
    """What `published.json` says; a home without one is a ledger of nothing."""

    snapshot: int = 0
    """The number of the published snapshot; 0 before the first."""
    published_at: datetime | None = None
    data_through: date | None = None
    """The day up to which the data of the snapshot reach."""
    loads: tuple[int, ...] = ()
    """The loads in force, oldest first: where two speak of one row, the later one counts."""
    undone: tuple[Undone, ...] = ()

    @property
    def known(self) -> frozenset[int]:
        """Every load that ever took effect."""
        return frozenset(self.loads) | {undone.load for undone in self.undone}

    @property
    def next_load(self) -> int:
        return max(self.known, default=0) + 1

    def with_load(self, number: int) -> "Ledger":
        return replace(self, loads=(*self.loads, number))

    def without_load(self, number: int, at: datetime, why: str | None) -> "Ledger":
        """The ledger once the load is undone; says so when there is no such load in force."""
        self._refuse_unless_in_force(number)
        remaining = tuple(load for load in self.loads if load != number)
        return replace(self, loads=remaining, undone=(*self.undone, Undone(number, at, why)))

    def published(self, snapshot: int, at: datetime, data_through: date | None) -> "Ledger":
        return replace(self, snapshot=snapshot, published_at=at, data_through=data_through)

    def _refuse_unless_in_force(self, number: int) -> None:
        for undone in self.undone:
            if undone.load == number:
                raise LoadProblem(
                    told(
                        "Load {number} was already undone on {day}.",
                        number=number,
                        day=f"{undone.at:%Y-%m-%d}",
                    )
                )
        if number not in self.loads:
            raise LoadProblem(
                told(
                    "There is no load {number}. {loads}", number=number, loads=_in_words(self.loads)
                )
            )


_AS_JSON = TypeAdapter(Ledger)


def ledger_path(home: Home) -> Path:
    return home.data / "published.json"


def read_ledger(home: Home) -> Ledger:
    """The state in force now; safe at any moment, a writer at work or not."""
    path = ledger_path(home)
    try:
        return _AS_JSON.validate_json(path.read_bytes())
    except FileNotFoundError:
        return Ledger()
    except ValidationError as error:
        raise LoadProblem(
            told(
                "{path} cannot be read as the ledger of this home: nothing was changed. Put the "
                "file back from a backup.",
                path=path,
            )
        ) from error


def switch(home: Home, ledger: Ledger) -> None:
    """Make `ledger` the state in force: the single step in which anything takes effect."""
    replace_text(ledger_path(home), _AS_JSON.dump_json(ledger, indent=1).decode())


def _in_words(loads: Iterable[int]) -> str:
    numbers = ", ".join(str(load) for load in loads)
    return (
        told("The loads in force are: {numbers}.", numbers=numbers)
        if numbers
        else told("Nothing has been loaded yet.")
    )
