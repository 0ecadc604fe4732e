"""A receipt: what one load brought and what became of every line of it."""

from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import PackageNotFoundError, version

from pydantic import TypeAdapter

DISTRIBUTION = "impact-matrix"


@dataclass(frozen=True)
class RecordCounts:
    """What became of the lines of one record; no line is ever unaccounted for."""

    record: str
    rows_in: int
    added: int
    replaced: int
    unchanged: int
    refused: int

    def __post_init__(self) -> None:
        accounted = self.added + self.replaced + self.unchanged + self.refused
        if self.rows_in != accounted:
            raise ValueError(f"{self.record}: {self.rows_in} lines in, {accounted} accounted for")

    @property
    def taken(self) -> int:
        return self.rows_in - self.refused


@dataclass(frozen=True)
class RefusedCount:
    """How many lines of a record were refused for one reason."""

    record: str
    code: str
    title: str
    rows: int
    example: str
    """The first of the sentences, as the person reads it."""


@dataclass(frozen=True)
class FileNote:
    """Something to know about a file that refused nothing."""

    file: str
    text: str


@dataclass(frozen=True)
class SourceFile:
    """A file as it was given: enough to tell later whether one holds the same file."""

    name: str
    size_bytes: int
    sha256: str
    mapping: str
    encoding: str


@dataclass(frozen=True)
class Receipt:
    """Kept beside the load for ever; of a preview, what the load would say."""

    load: int
    loaded_at: datetime
    loaded_by: str
    as_of: date | None
    """The day up to which the files tell what happened."""
    is_simulated: bool
    code_version: str
    files: tuple[SourceFile, ...]
    counts: tuple[RecordCounts, ...]
    refused: tuple[RefusedCount, ...]
    notes: tuple[FileNote, ...]
    cities: tuple[str, ...]
    """The cities that its rows speak of, as far as was known when it was loaded."""

    def totals(self) -> RecordCounts:
        """The counts of all records together."""
        return RecordCounts(
            "all",
            rows_in=sum(counts.rows_in for counts in self.counts),
            added=sum(counts.added for counts in self.counts),
            replaced=sum(counts.replaced for counts in self.counts),
            unchanged=sum(counts.unchanged for counts in self.counts),
            refused=sum(counts.refused for counts in self.counts),
        )

    def to_json(self) -> str:
        return _AS_JSON.dump_json(self, indent=1).decode()

    @classmethod
    def from_json(cls, text: str) -> "Receipt":
        return _AS_JSON.validate_json(text)


_AS_JSON = TypeAdapter(Receipt)


def code_version() -> str:
    """The version installed; a bare checkout has none."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "unknown"
