"""Recognising a table by its headings: which mapping and which record it is for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice

from ingest.kinds import Column, Record
from ingest.letters import without_marks
from ingest.records import RECORDS
from ingest.source_mapping import ColumnSource, Mappings, RecordMapping, SourceMapping
from matrices.telling import told

HEADINGS_WITHIN = 20
"""Among so many filled rows from the top the headings may stand, below a title for instance."""


INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
"""Signs without a shape that come along with copied text: soft hyphens, joiners, directions, marks
of byte order; as a pattern has them between brackets."""
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_BETWEEN = re.compile(r"[\s_]+")
_BESIDE = re.compile(r"\s*(\(.*\)|\[.*\]|[*:])\s*$", re.DOTALL)
"""What a form puts behind a heading: a unit, a way to write, a star for what must be filled in."""
_ENGLISH_MONTHS = tuple(
    (name, name[:3])
    for name in (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    )
)
_PERIOD = re.compile(r"(19|20)\d{2}([-_ ]?q[1-4]|[-_ ](0?[1-9]|1[0-2]))?|q[1-4]")

OFFER = told("`impact map FILE` writes a first mapping to edit.")
NO_HEADINGS = told("There is no row of headings: no row has two filled cells.")
MOST_COLUMNS = 2_000
"""No export has more; to compare a million headings with those that are known takes for ever."""


class Unrecognised(Exception):
    """No mapping fits, or several fit equally well: one sentence that says which and why."""

    def __init__(self, sentence: str, resembles: int = 0) -> None:
        self.resembles = resembles
        """How many headings the nearest record shares with the table."""
        super().__init__(sentence)


@dataclass(frozen=True)
class Cells:
    """The cells of a row that one column of a record is read from."""

    positions: tuple[int, ...] = ()
    """Counted from 0; several only where an identifier is made of them."""
    heading: str = ""
    """As the file writes it; of a made identifier, its own name."""
    constant: str | None = None
    is_made: bool = False
    made_of: tuple[int, ...] = ()
    """The cells of which an identifier is made where its own cell is empty."""


@dataclass(frozen=True)
class Fit:
    """A record of a mapping, laid over the headings of a table."""

    mapping: SourceMapping
    table: str
    columns: Mapping[str, Cells]
    """Column of the record to its cells; without the columns that the table lacks."""
    missing: tuple[ColumnSource, ...]
    """Where the required columns that the table lacks would have come from."""
    simulated: int | None
    """The position of the column that says whether the data are simulated."""

    @property
    def record(self) -> type[Record]:
        return RECORDS[self.table]

    @property
    def own(self) -> RecordMapping:
        return self.mapping.records[self.table]

    @property
    def positions(self) -> frozenset[int]:
        """The positions of all cells that are read."""
        simulated = () if self.simulated is None else (self.simulated,)
        return frozenset(
            (*simulated, *(at for cells in self.columns.values() for at in _read_from(cells)))
        )

    @property
    def needed(self) -> frozenset[int]:
        """The positions of the cells without which a row cannot be."""
        needed = (each.name for each in self.record.loaded_columns() if each.is_required)
        cells = (self.columns.get(name, Cells()) for name in needed)
        return frozenset(at for each in cells for at in _read_from(each))

    @property
    def filled_in(self) -> tuple[int, ...]:
        """The positions of which one must be filled, else nobody filled the row in; none: any."""
        cells = (self.columns.get(column, Cells()) for column in self.own.skip_without)
        return tuple(sorted({at for each in cells for at in each.positions}))

    @property
    def title(self) -> str:
        return told(
            "`{table}` of the source mapping `{mapping}`",
            table=self.table,
            mapping=self.mapping.identifier,
        )

    def heading(self, column: str) -> str:
        """The heading of a column in the file, else the column's own name."""
        return self.columns.get(column, Cells()).heading or column


@dataclass(frozen=True)
class Head:
    """The headings of a table, and what was recognised by them."""

    row: int
    """The row of the headings, counted from 1."""
    headings: tuple[str, ...]
    fit: Fit


def find_head(rows: Sequence[tuple[int, Sequence[str]]], mappings: Mappings) -> Head:
    """The first of the rows that a mapping knows as headings; raises `Unrecognised`."""
    failures: list[Unrecognised] = []
    filled = ((number, cells) for number, cells in rows if any(map(str.strip, cells)))
    for number, cells in islice(filled, HEADINGS_WITHIN):
        if len(cells) > MOST_COLUMNS:
            raise Unrecognised(
                told(
                    "Row {number} has {cells} cells; no table that is known has more than {most} "
                    "columns.",
                    number=number,
                    cells=f"{len(cells):,}",
                    most=f"{MOST_COLUMNS:,}",
                )
            )
        if sum(bool(cell.strip()) for cell in cells) >= 2:
            try:
                return Head(number, tuple(cells), recognise(cells, mappings))
            except Unrecognised as failure:
                failures.append(failure)
    if not failures:
        raise Unrecognised(NO_HEADINGS)
    raise max(failures, key=lambda failure: failure.resembles)


def recognise(headings: Sequence[str], mappings: Mappings, table: str | None = None) -> Fit:
    """The record whose required columns are all there and that knows most of the headings.

    Of two that know equally many, one in a mapping of the home itself comes first. `table` is
    the record, where it is known before.
    """
    written = _Headings(headings)
    fits = _fits(written, mappings, table)
    whole = _whole(fits)
    if not whole:
        bare = written.without_units()
        raise _units_behind(bare, written, _whole(_fits(bare, mappings, table))) or _nothing_fits(
            fits, written
        )
    most = max(len(fit.positions) for fit in whole)
    best = [fit for fit in whole if len(fit.positions) == most]
    best = [fit for fit in best if fit.mapping in mappings.own] or best
    if len(best) > 1:
        raise _several_fit(best)
    written.refuse_repeated(best[0].positions)
    return best[0]


def _fits(written: "_Headings", mappings: Mappings, table: str | None) -> list[Fit]:
    return [
        _fit(written, mapping, each)
        for mapping in mappings
        for each in mapping.records
        if table in (None, each)
    ]


def _whole(fits: list[Fit]) -> list[Fit]:
    return [fit for fit in fits if fit.positions and not fit.missing]


@lru_cache(maxsize=10_000)
def heading_key(heading: str) -> str:
    """A heading as headings are compared: `Activity ID`, `activity_id` and ` ACTIVITY  id`, `oraș`
    and `Oras`; signs that nobody sees are overlooked."""
    seen = _UNSEEN.sub("", heading)
    return _BETWEEN.sub("_", without_marks(seen.strip().casefold()))


def _read_from(cells: Cells) -> tuple[int, ...]:
    return (*cells.positions, *cells.made_of)


class _Headings:
    """The headings of a table and where each of them stands."""

    def __init__(self, written: Sequence[str]) -> None:
        self._written = [heading.strip() for heading in written]
        self._places: dict[str, list[int]] = {}
        for place, heading in enumerate(written):
            if heading.strip():
                self._places.setdefault(heading_key(heading), []).append(place)

    def place(self, heading: str | None) -> int | None:
        return self._places.get(heading_key(heading or ""), [None])[0]

    def places(self, headings: Sequence[str]) -> tuple[int, ...]:
        """Where all of them stand; nowhere where one of them is missing."""
        found = [place for each in headings if (place := self.place(each)) is not None]
        return tuple(found) if len(found) == len(headings) else ()

    def cells(self, heading: str) -> Cells | None:
        place = self.place(heading)
        return None if place is None else Cells((place,), self._written[place])

    def periods(self, months: set[str]) -> list[str]:
        """Those that are a year, a quarter or a month."""
        return [
            self._written[places[0]]
            for key, places in self._places.items()
            if _PERIOD.fullmatch(key) or key in months
        ]

    def without_units(self) -> "_Headings":
        """The same without what a form puts behind them."""
        return _Headings([_BESIDE.sub("", heading) for heading in self._written])

    def changed_from(self, other: "_Headings", positions: frozenset[int]) -> list[tuple[str, str]]:
        """Their spelling and ours, where they differ."""
        pairs = ((other._written[at], self._written[at]) for at in sorted(positions))
        return [(theirs, ours) for theirs, ours in pairs if theirs != ours]

    def with_nearest(self, source: ColumnSource) -> str:
        """What is lacking, and a heading that is likely meant where a slip of the pen keeps it from
        being read."""
        for wanted in (*source.headings, *source.made_from):
            close = get_close_matches(heading_key(wanted), self._places, n=1, cutoff=0.8)
            if close and close != [heading_key(wanted)]:
                heading = self._written[self._places[close[0]][0]]
                return told("{column} (is it `{heading}`?)", column=_named(source), heading=heading)
        return _named(source)

    def refuse_repeated(self, read: frozenset[int]) -> None:
        for places in self._places.values():
            if len(places) > 1 and places[0] in read:
                heading = self._written[places[0]]
                raise Unrecognised(
                    told(
                        "The heading `{heading}` stands twice. Leave one of the columns out.",
                        heading=heading,
                    ),
                    resembles=len(read),
                )


def _fit(written: _Headings, mapping: SourceMapping, table: str) -> Fit:
    own, found, missing = mapping.records[table], {}, []
    for column in RECORDS[table].loaded_columns():
        source = own.columns.get(column.name)
        cells = _cells(written, column, source) if source else None
        if cells:
            found[column.name] = cells
        elif column.is_required and source:
            missing.append(source)
    return Fit(mapping, table, found, tuple(missing), written.place(mapping.simulated))


def _cells(written: _Headings, column: Column, source: ColumnSource) -> Cells | None:
    if source.constant is not None:
        return Cells(constant=source.constant)
    each = (written.cells(heading) for heading in source.headings)
    found = next((cells for cells in each if cells), None)
    if not source.made_from:
        return found
    if not source.headings:
        return _made(written, column, source)
    places = written.places(source.made_from)
    return replace(found or Cells(heading=column.name), made_of=places) if places else found


def _made(written: _Headings, column: Column, source: ColumnSource) -> Cells | None:
    """Refused rows to be mended have the identifier made already, under the column's name."""
    made_already = written.cells(column.name)
    if made_already:
        return replace(made_already, heading=column.name, is_made=True)
    places = written.places(source.made_from)
    return Cells(places, column.name, is_made=True) if places else None


def _named(source: ColumnSource) -> str:
    if source.made_from:
        return _together(source.made_from, told("{headings} and `{last}`"))
    return _together(source.headings, told("{headings} or `{last}`"))


def _together(headings: Sequence[str], joined: str) -> str:
    *firsts, last = headings
    if not firsts:
        return f"`{last}`"
    return joined.format(headings=", ".join(f"`{each}`" for each in firsts), last=last)


def _units_behind(bare: _Headings, written: _Headings, fits: list[Fit]) -> Unrecognised | None:
    """A unit behind a heading may change what its figures mean, so a person has to take it away."""
    if not fits:
        return None
    fit = max(fits, key=lambda each: len(each.positions))
    changes = bare.changed_from(written, fit.positions)
    return Unrecognised(
        told(
            "The headings would fit `{table}` without what stands behind them. Write {changes}, with "
            "figures in the unit that is asked for.",
            table=fit.table,
            changes=", ".join(f"`{right}` for `{found}`" for found, right in changes),
        ),
        resembles=len(fit.positions),
    )


def _nothing_fits(fits: list[Fit], written: _Headings) -> Unrecognised:
    if not fits:
        return Unrecognised(told("This home has no source mapping, so no file can be read."))
    nearest = max(fits, key=lambda fit: (len(fit.positions), -len(fit.missing)))
    periods = written.periods({name for fit in fits for name in _months(fit.mapping)})
    if len(periods) > 1:
        return Unrecognised(
            _PERIODS_AS_HEADINGS.format(periods=", ".join(f"`{each}`" for each in periods[:4])),
            resembles=len(nearest.positions),
        )
    if not nearest.positions:
        known = ", ".join(dict.fromkeys(fit.table for fit in fits))
        told_so = told(
            "None of the headings is known; tables that are known: {known}.", known=known
        )
        return Unrecognised(f"{told_so} {OFFER}")
    lacking = ", ".join(written.with_nearest(source) for source in nearest.missing)
    told_so = told(
        "No source mapping fits. The nearest is `{table}` of the source mapping `{mapping}`; for it "
        "the headings lack {lacking}.",
        table=nearest.table,
        mapping=nearest.mapping.identifier,
        lacking=lacking,
    )
    return Unrecognised(f"{told_so} {OFFER}", resembles=len(nearest.positions))


def _months(mapping: SourceMapping) -> Iterator[str]:
    for names in (*_ENGLISH_MONTHS, *mapping.months):
        yield from map(heading_key, names)


_PERIODS_AS_HEADINGS = told(
    "Periods stand as headings: {periods}. Give each figure a row of its own, with the headings city, "
    "indicator, period and value; `impact template counts` writes such a list."
)


def _several_fit(fits: list[Fit]) -> Unrecognised:
    one, other, *_ = fits
    if not one.needed & other.needed:
        return Unrecognised(
            told(
                "Two tables stand side by side, `{one}` and `{other}`. Put each on a sheet, or into a "
                "file, of its own.",
                one=one.table,
                other=other.table,
            ),
            resembles=len(one.positions),
        )
    first, *others = (fit.title for fit in fits)
    told_so = told(
        "The headings fit {first} and {others} equally well. Take one of the two out of its mapping, "
        "or give both mappings the same file name, so that one stands in for the other.",
        first=first,
        others=", ".join(others),
    )
    return Unrecognised(
        f"{told_so} {OFFER}",
        resembles=len(fits[0].positions),
    )
