"""Decisions of review meetings on a statement's page."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest.decisions import decide, decisions
from matrices.home import Home
from tests.dashboard.fake_results import FakeResults
from tests.dashboard.page import html, shown

LEARNERS = "vilnius.providers.short_term_impact.learners"


def section(home: str, statement: str) -> AppTest:
    """The section alone, of a real home."""

    def page(home: str, statement: str) -> None:
        from dataclasses import dataclass
        from datetime import date
        from pathlib import Path

        from dashboard.views.decisions import show_decisions
        from ingest.decisions import decisions
        from matrices.home import Home

        @dataclass
        class Asked:
            home: Home
            today: date = date(2026, 11, 23)

            def decisions(self, statement):
                return decisions(self.home, statement)

        show_decisions(Asked(Home(Path(home))), statement)

    app = AppTest.from_function(page, args=(home, statement), default_timeout=120).run()
    assert not app.exception
    return app


def test_a_statement_shows_what_was_decided_on_which_day_and_by_whom():
    page = html(shown("statement", id=FakeResults().decisions()[0].statement))
    assert "5 March 2026, steering group" in page
    assert "Ask the &lt;library&gt;." in page


def test_a_decision_is_written_down_and_shown(tmp_path: Path):
    app = section(str(tmp_path), LEARNERS)
    assert "No review meeting has decided anything" in html(app)
    app.text_area[0].set_value("Ask the library.")
    app.text_input[0].set_value("steering group")
    app.button[0].click().run()
    assert "The decision is kept." in html(app)
    (kept,) = decisions(Home(tmp_path), LEARNERS)
    assert (kept.text, kept.by, kept.decided_on) == (
        "Ask the library.",
        "steering group",
        date(2026, 11, 23),  # today, unless another day is chosen
    )


def test_an_empty_decision_is_refused_in_a_sentence(tmp_path: Path):
    app = section(str(tmp_path), LEARNERS)
    app.button[0].click().run()
    assert "Nothing is written here: say what was decided." in html(app)
    assert decisions(Home(tmp_path)) == []


def test_a_decision_can_be_taken_back(tmp_path: Path):
    decide(Home(tmp_path), LEARNERS, date(2026, 3, 5), "Ask the library.")
    app = section(str(tmp_path), LEARNERS)
    app.button[1].click().run()
    assert "The decision was taken back." in html(app)
    assert decisions(Home(tmp_path)) == []


def test_who_only_looks_sees_decisions_and_no_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    decide(Home(tmp_path), LEARNERS, date(2026, 3, 5), "Ask the library.")
    monkeypatch.setenv("IMPACT_READ_ONLY", "1")
    app = section(str(tmp_path), LEARNERS)
    assert "Ask the library." in html(app)
    assert len(app.button) == 0
