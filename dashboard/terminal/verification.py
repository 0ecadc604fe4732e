"""What came of verifying a report, as lines of text."""

from collections.abc import Iterator
from typing import Any

from dashboard.language import mark, say, say_n
from dashboard.reports.verification import Difference, Verification
from dashboard.wording import statuses
from dashboard.wording.numbers import number
from metrics.standing import Status

PARTS = {
    "status": mark("status"),
    "baseline": mark("baseline"),
    "target": mark("target"),
    "newest_value": mark("newest value"),
    "newest_numerator": mark("numerator"),
    "newest_denominator": mark("denominator"),
    "in_period_value": mark("value of the report period"),
}


def verification_lines(found: Verification) -> Iterator[str]:
    """The verdict first, then where it does not agree."""
    source = found.manifest["provenance"]
    yield say(
        "{file}: made from snapshot {snapshot}, published {at} (UTC), data up to {day}.",
        file=found.file,
        snapshot=source["snapshot"],
        at=source["published_at"].replace("T", " ")[:16],
        day=source["data_through"],
    )
    if found.agrees:
        yield say_n(
            "It agrees with the data: {count} promise compared.",
            "It agrees with the data: {count} promises compared.",
            found.figures,
        )
    for difference in found.changed_by_hand:
        yield f"  {_by_hand(difference)}"
    for difference in found.outdated:
        yield f"  {_outdated(difference)}"
    for name in found.made_from_others:
        yield "  " + say("{name}: its declaration has changed since.", name=name)
    if not found.agrees:
        yield say_n(
            "It does not agree with the data in {count} place.",
            "It does not agree with the data in {count} places.",
            len(found.outdated) + len(found.changed_by_hand),
        )


def _by_hand(difference: Difference) -> str:
    return say(
        "{where}, {what}: cell {cell} shows {found}, the report was made with {told}.",
        where=_where(difference),
        what=say(PARTS[difference.what]),
        cell=difference.cell,
        found=_value(difference.what, difference.found),
        told=_value(difference.what, difference.told),
    )


def _outdated(difference: Difference) -> str:
    if not difference.what:
        return say("{where}: no longer in the matrix.", where=_where(difference))
    return say(
        "{where}, {what}: the report says {told}, the data now give {found}.",
        where=_where(difference),
        what=say(PARTS[difference.what]),
        told=_value(difference.what, difference.told),
        found=_value(difference.what, difference.found),
    )


def _where(difference: Difference) -> str:
    return " ".join(part for part in (difference.statement, difference.indicator) if part)


def _value(what: str, value: Any) -> str:
    if value is None:
        return say("nothing, or a withheld figure")
    if what == "status":
        return statuses.name(Status(value)) if value in set(Status) else str(value)
    return number(value)
