"""Evidence typed in: an ordinary load of one line."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ingest.evidence_entry import NewEvidence, add_evidence
from ingest.ledger import LoadProblem
from ingest.loads import loads, undo
from ingest.warehouse import open_snapshot
from matrices.home import Home
from tests.ingest.network import FRAME, make_home, publish

TALKS, IMPORTS = "breda.triple_helix.outputs.talks", "breda.providers.outputs.imports"
KNOWING = replace(FRAME, statements=frozenset({TALKS, IMPORTS}))
MEETING = NewEvidence(
    "breda", "meeting", date(2024, 5, 31), "Round table, with schools", (TALKS, IMPORTS), 12
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home")


def log(home: Home) -> list[tuple]:
    snapshot = open_snapshot(home)
    assert snapshot
    with snapshot:
        return snapshot.execute(
            "SELECT title, statements, participants, file FROM evidence ORDER BY title"
        ).fetchall()


def test_an_entry_is_a_load_with_a_receipt_and_can_be_undone(home: Home):
    receipt = add_evidence(home, KNOWING, publish, MEETING, "Ada")
    assert receipt.totals().added == 1
    assert log(home) == [("Round table, with schools", [TALKS, IMPORTS], 12, "typed in.csv")]
    assert [entry.receipt.loaded_by for entry in loads(home)] == ["Ada"]
    undo(home, receipt.load, publish)
    assert log(home) == []


def test_the_same_meeting_typed_again_is_the_same_entry_with_its_corrections(home: Home):
    add_evidence(home, KNOWING, publish, MEETING)
    again = add_evidence(home, KNOWING, publish, replace(MEETING, participants=14))
    assert again.totals().replaced == 1
    assert [row[2] for row in log(home)] == [14]


def test_two_meetings_of_one_day_are_two_entries(home: Home):
    add_evidence(home, KNOWING, publish, MEETING)
    add_evidence(home, KNOWING, publish, replace(MEETING, title="A walk"))
    assert [row[0] for row in log(home)] == ["A walk", "Round table, with schools"]


@pytest.mark.parametrize(
    ("slip", "sentence"),
    [
        (
            {"statements": ("breda.triple_helix.outputs.talk",)},
            (
                "`statements` names `breda.triple_helix.outputs.talk`, which is no statement here. "
                "Did you mean `breda.triple_helix.outputs.talks`?"
            ),
        ),
        ({"title": " "}, "`title` is empty; every row needs it."),
        (
            {"held_on": date(2025, 2, 1)},  # the day after the day of the load
            "`held_on` is `2025-02-01`, which lies after 2025-01-31, the day of this load.",
        ),
        ({"city": "bread"}, "`city` is `bread`, which is no city here. Did you mean `breda`?"),
    ],
)
def test_a_slip_is_told_in_a_sentence_and_nothing_is_loaded(home: Home, slip, sentence: str):
    with pytest.raises(LoadProblem) as raised:
        add_evidence(home, KNOWING, publish, replace(MEETING, **slip))
    assert str(raised.value) == sentence
    assert loads(home) == []
