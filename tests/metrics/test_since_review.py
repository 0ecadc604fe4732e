"""What changed in a matrix since an earlier day."""

from dataclasses import replace
from datetime import date

import pytest

from metrics.since_review import Change, changes_since
from metrics.standing import EvidenceEntry, MatrixStanding, Status
from tests.dashboard.fake_results import STANDINGS, FakeResults

MARCH = date(2026, 3, 1)
NOW = FakeResults().matrix("vilnius")


def as_it_was(**statuses: Status) -> MatrixStanding:
    """The same matrix, with other statuses by the end of the identifier."""
    found = {
        name: replace(s, status=statuses.get(name.rpartition(".")[2], s.status))
        for name, s in NOW.statements.items()
    }
    return replace(NOW, statements=found)


def test_nothing_changed_where_everything_stands_as_it_did():
    assert changes_since(NOW, NOW, date(2027, 1, 1)) == {}


def test_a_status_that_changed_says_how_it_was_and_which_way_it_went():
    key = STANDINGS[0].statement.key
    now = replace(STANDINGS[0], status=Status.INCREASING)
    after = replace(NOW, statements={now.statement.identifier: now})
    (change,) = changes_since(as_it_was(**{key: Status.STEADY}), after, date(2027, 1, 1)).values()
    assert (change.before, change.after, change.way) == (
        Status.STEADY,
        Status.INCREASING,
        "better",
    )


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        (Status.INCREASING, Status.DECREASING, "worse"),
        (Status.BEHIND, Status.SLIGHTLY_BEHIND, "better"),
        (Status.NO_DATA, Status.BEHIND, "other"),  # known now: neither better nor worse
        (Status.ON_TRACK, Status.WITHHELD, "other"),
        (Status.STEADY, Status.STEADY, "other"),  # only evidence is new
    ],
)
def test_better_and_worse_are_said_only_where_both_could_be_judged(before, after, way):
    assert Change("x", before, after, 0).way == way


def test_entries_of_the_evidence_log_held_since_are_counted():
    entries = tuple(
        EvidenceEntry("meeting", day, "Round table", None, None, 1, "log.csv", row)
        for row, day in enumerate([date(2026, 2, 1), MARCH, date(2026, 3, 2)])
    )
    standing = replace(STANDINGS[0], evidence=entries)
    matrix = replace(NOW, statements={standing.statement.identifier: standing})
    (change,) = changes_since(matrix, matrix, MARCH).values()
    assert change.new_evidence == 1  # held after the day itself
