"""Decisions of review meetings: kept with their day, taken back, never overwritten."""

from datetime import date
from pathlib import Path

import pytest

from ingest.decisions import decide, decisions, every_decision, take_back
from ingest.ledger import LoadProblem
from matrices.home import Home

TALKS, IMPORTS = "breda.triple_helix.outputs.talks", "breda.providers.outputs.imports"
MARCH, JUNE = date(2026, 3, 5), date(2026, 6, 4)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def texts(home: Home, statement: str | None = None) -> list[str]:
    return [each.text for each in decisions(home, statement)]


def test_a_home_without_meetings_has_no_decisions(home: Home):
    assert decisions(home) == []


def test_a_decision_is_kept_with_its_statement_its_day_and_who_decided(home: Home):
    decide(home, TALKS, MARCH, "Ask the library\n to host them.", "steering group")
    (kept,) = decisions(home)
    assert (kept.statement, kept.decided_on, kept.by) == (TALKS, MARCH, "steering group")
    assert kept.text == "Ask the library to host them."  # one paragraph, whatever was typed


def test_the_newest_day_stands_first_and_each_statement_has_its_own(home: Home):
    decide(home, TALKS, JUNE, "Twice a year.")
    decide(home, TALKS, MARCH, "Four times a year.")  # written down later, decided earlier
    decide(home, IMPORTS, MARCH, "Translate ten.")
    assert texts(home, TALKS) == ["Twice a year.", "Four times a year."]
    assert texts(home, IMPORTS) == ["Translate ten."]


def test_a_decision_taken_back_is_in_force_no_more_and_can_still_be_read(home: Home):
    decide(home, TALKS, MARCH, "Four times a year.")
    take_back(home, 1)
    assert texts(home) == []
    assert [each.taken_back_at is not None for each in every_decision(home)] == [True]
    with pytest.raises(LoadProblem, match="no decision 1 in force"):
        take_back(home, 1)


def test_addresses_of_persons_do_not_enter(home: Home):
    decide(home, TALKS, MARCH, "Write to ada@example.org about it.")
    assert texts(home) == ["Write to [e-mail removed] about it."]
    assert b"ada@" not in (home.data / "decisions.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("day", "text", "problem"),
    [
        (MARCH, "  ", "Nothing is written here"),
        (MARCH, "ada@example.org", "Nothing is written here"),
        (MARCH, "a" * 2001, "2,001 signs; a decision has at most 2,000"),
        (date(2999, 1, 1), "Later.", "2999-01-01 is still to come"),
    ],
)
def test_what_is_no_decision_is_refused_in_a_sentence(
    home: Home, day: date, text: str, problem: str
):
    with pytest.raises(LoadProblem, match=problem):
        decide(home, TALKS, day, text)
    assert decisions(home) == []


def test_a_line_that_was_cut_off_never_took_effect_and_hinders_nobody(home: Home):
    decide(home, TALKS, MARCH, "Four times a year.")
    with (home.data / "decisions.jsonl").open("ab") as file:
        file.write(b'{"number":2,"state')  # killed while writing
    decide(home, IMPORTS, JUNE, "Translate ten.")
    assert texts(home) == ["Translate ten.", "Four times a year."]


def test_a_file_that_somebody_spoilt_is_said_to_be_so(home: Home):
    decide(home, TALKS, MARCH, "Four times a year.")
    path = home.data / "decisions.jsonl"
    path.write_bytes(b"four times\n" + path.read_bytes())
    with pytest.raises(LoadProblem, match=r"decisions.jsonl, line 1: this is no decision"):
        decisions(home)
