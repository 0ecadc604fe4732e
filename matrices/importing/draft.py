"""What an import has understood, whatever the file's format, before it is a matrix."""

from dataclasses import dataclass
from typing import NamedTuple

from matrices.importing.findings import ImportProblem, Place
from matrices.model import ALL_TARGET_GROUPS, Level


class Dated(NamedTuple):
    """A number and its day, both as a matrix file writes them."""

    on: str
    value: str


@dataclass(frozen=True)
class PromiseWords:
    """One version of a promise in the words of a matrix file; absent parts are empty."""

    target: str
    """`increase`, `at least 10`, `50 %`."""
    by: str = ""
    baseline: Dated | None = None
    baseline_period: str = ""
    """`first full year`, `2022` or `2022-Q3`, where no value is given."""
    method: str = ""
    milestones: tuple[Dated, ...] = ()
    since: str = ""
    reason: str = ""


@dataclass(frozen=True)
class DraftIndicator:
    """What a statement is measured by, as far as the file says it."""

    title: str
    place: Place
    identifier: str = ""
    """The indicator of the home; empty where the title fits none clearly."""
    is_share: bool | None = None
    """Whether it is counted in percent; None where the file does not say."""
    promises: tuple[PromiseWords, ...] = ()
    """Oldest version first; none where nothing is promised."""
    notes: tuple[str, ...] = ()
    """What the file says and a matrix has no place for, in sentences."""


@dataclass(frozen=True)
class DraftStatement:
    """One sentence for one cell."""

    text: str
    level: Level
    place: Place
    target_group: str = ALL_TARGET_GROUPS
    """The key of its column."""
    target_group_name: str = ""
    """Where the file names the column with the statement alone."""
    key: str = ""
    """Empty where the file does not name one: then it is made from the text."""
    measured: str = ""
    """`by evidence` and the like; empty where the indicators say it, or nothing does."""
    reason: str = ""
    headline: bool = False
    aligned_to: tuple[str, ...] = ()
    transcription_note: str = ""
    indicators: tuple[DraftIndicator, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A matrix as far as another file gives it."""

    file: str
    kind: str
    """What the file is, such as `IATI activity NL-KVK-1-breda`."""
    name: str
    goal: str = ""
    place: str = ""
    """A key of places.yaml; empty where the file names none."""
    starts: str = ""
    horizons: tuple[tuple[Level, str], ...] = ()
    target_groups: tuple[tuple[str, str], ...] = ()
    """Key and name of the columns, in order."""
    statements: tuple[DraftStatement, ...] = ()
    notes: tuple[str, ...] = ()
    """What the file says of the whole and a matrix has no place for."""
    remarks: tuple[ImportProblem, ...] = ()
    """Everything to be told to who imports; each stands as a note where it belongs too."""
