"""What changed between two versions of a matrix: statements, and what they promise."""

import re
from dataclasses import dataclass
from pathlib import Path

from matrices.declarations import load_matrix
from matrices.model import Matrix, Measured, Promise, Statement


@dataclass(frozen=True)
class Reworded:
    """A statement in the same cell with another text."""

    statement: str
    before: str
    after: str


@dataclass(frozen=True)
class Moved:
    """A statement in another cell, or with another key."""

    before: str
    after: str
    text: str


@dataclass(frozen=True)
class MeasuredOtherwise:
    """A statement that is followed in another way."""

    statement: str
    before: Measured
    after: Measured


@dataclass(frozen=True)
class Linked:
    """An indicator that a statement names now, or names no longer."""

    statement: str
    indicator: str
    promise: Promise
    """The newest version."""


@dataclass(frozen=True)
class PromiseChanged:
    """A promise that is not what it was; `since` and `reason` are those of the newest version."""

    statement: str
    indicator: str
    before: tuple[Promise, ...]
    after: tuple[Promise, ...]

    @property
    def is_overwritten(self) -> bool:
        """True where an older version is gone or altered, which a matrix should never do."""
        return self.after[: len(self.before)] != self.before


@dataclass(frozen=True)
class MatrixDiff:
    """Everything that changed; statements by `target_group.level.key`, in poster order."""

    added: tuple[Statement, ...]
    removed: tuple[Statement, ...]
    reworded: tuple[Reworded, ...]
    moved: tuple[Moved, ...]
    measured: tuple[MeasuredOtherwise, ...]
    linked: tuple[Linked, ...]
    unlinked: tuple[Linked, ...]
    promises: tuple[PromiseChanged, ...]

    @property
    def is_empty(self) -> bool:
        return not any(vars(self).values())


def read_version(path: Path) -> Matrix:
    """A matrix from a file of any name, such as `vilnius-2024.yaml`.

    Raises `DeclarationProblems` like `load_matrix`.
    """
    city = re.match("[a-z][a-z0-9_]*", path.stem)
    return load_matrix(path, city[0] if city else "matrix")


Pairs = list[tuple[Statement, Statement]]


def diff(old: Matrix, new: Matrix) -> MatrixDiff:
    """What changed from the old to the new version, which may have other file names."""
    before, after = _by_place(old), _by_place(new)
    gone = [before[place] for place in before if place not in after]
    come = [after[place] for place in after if place not in before]
    moved = _moved(gone, come)
    pairs = [(before[place], after[place]) for place in after if place in before] + moved
    return MatrixDiff(
        added=tuple(s for s in come if not any(s is b for _, b in moved)),
        removed=tuple(s for s in gone if not any(s is a for a, _ in moved)),
        reworded=tuple(
            Reworded(place(b), a.text, b.text) for a, b in pairs if _text(a) != _text(b)
        ),
        moved=tuple(Moved(place(a), place(b), b.text) for a, b in moved),
        measured=tuple(
            MeasuredOtherwise(place(b), a.measured, b.measured)
            for a, b in pairs
            if a.measured != b.measured
        ),
        linked=tuple(link for a, b in pairs for link in _linked(b, a, place(b))),
        unlinked=tuple(link for a, b in pairs for link in _linked(a, b, place(b))),
        promises=tuple(change for a, b in pairs for change in _promises(a, b)),
    )


def place(statement: Statement) -> str:
    """`target_group.level.key`: the identifier without the city, which is the file's name."""
    return statement.identifier.split(".", 1)[1]


def _by_place(matrix: Matrix) -> dict[str, Statement]:
    return {place(statement): statement for statement in matrix.statements()}


def _moved(gone: list[Statement], come: list[Statement]) -> Pairs:
    """Statements that stand elsewhere now: the same text, or else the same key, and only one."""
    pairs: Pairs = []
    for same in (_text, _key):
        for old in gone:
            left = [s for s in come if not any(s is b for _, b in pairs)]
            found = [s for s in left if same(s) == same(old)]
            rivals = [s for s in gone if same(s) == same(old)]
            is_taken = any(old is a for a, _ in pairs)
            if not is_taken and len(found) == len(rivals) == 1:
                pairs.append((old, found[0]))
    return pairs


def _text(statement: Statement) -> str:
    return " ".join(statement.text.split())


def _key(statement: Statement) -> str:
    return statement.key


def _linked(having: Statement, lacking: Statement, where: str) -> list[Linked]:
    """The indicators that one version of a statement names and the other does not."""
    return [
        Linked(where, indicator, versions[-1])
        for indicator, versions in having.promises.items()
        if indicator not in lacking.promises
    ]


def _promises(old: Statement, new: Statement) -> list[PromiseChanged]:
    return [
        PromiseChanged(place(new), indicator, old.promises[indicator], versions)
        for indicator, versions in new.promises.items()
        if indicator in old.promises and old.promises[indicator] != versions
    ]
