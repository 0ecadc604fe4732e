"""The pages on which files are taken in, loads undone and evidence typed in, over a real home."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import streamlit
from streamlit.testing.v1 import AppTest

from dashboard.taking import PROBLEMS
from ingest.loads import loads
from ingest.warehouse import open_snapshot
from matrices.home import Home
from tests.dashboard.page import html

ACTIVITIES = b"""\
activity_id,site,name,type,status,start
a1,vilnius,Robotics for beginners,workshop,published,2025-05-04
a2,vilnus,Debating,event,published,2025-09-10
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    monkeypatch.setenv("IMPACT_HOME", str(tmp_path / "home"))
    yield Home.at()
    streamlit.cache_resource.clear()


def look(view: str) -> AppTest:
    """A page of the real home at its first look."""

    def page(view: str) -> None:
        from importlib import import_module

        from matrices.home import Home
        from metrics.results import open_results

        import_module(f"dashboard.views.{view}").show(open_results(Home.at()))

    return AppTest.from_function(page, args=(view,), default_timeout=120).run()


def opened(home: Home):
    snapshot = open_snapshot(home)
    assert snapshot is not None
    return snapshot


def button(app: AppTest, label: str):
    return next(each for each in app.button if each.label == label)


def taken(content: bytes) -> AppTest:
    """After the files were chosen and checked."""
    app = look("take_in")
    app.file_uploader[0].upload("activities.csv", content, "text/csv").run()
    button(app, "Check the files").click().run()
    with suppress(*PROBLEMS):
        app.session_state["taking"].checking.result()
    return app.run()


def test_without_files_there_is_nothing_to_check(home: Home):
    app = look("take_in")
    assert button(app, "Check the files").disabled
    assert "Nothing is written before you have seen what it would do." in html(app)
    assert "impact load FILES" in html(app)


def test_a_preview_tells_what_a_load_would_do_and_what_to_mend(home: Home):
    app = taken(ACTIVITIES)
    page = html(app)
    assert "2 rows in = 1 added + 0 replaced + 0 unchanged + 1 refused" in page
    assert ">Vilnius<" in page
    assert "<code>vilnus</code>, which is no city here. Did you mean <code>vilnius</code>?" in page
    assert "add its other name under <code>values</code>" in page
    assert [b.proto.label for b in app.get("download_button")] == [
        "Download the refused rows (XLSX)"
    ]
    assert loads(home) == []


def test_what_is_confirmed_is_loaded_and_leads_to_its_receipt(home: Home):
    app = taken(ACTIVITIES)
    button(app, "Load 1 row").click().run()
    app.session_state["taking"].loading.result()
    app.run()
    assert "Load 1 is in." in html(app)
    assert 'href="/loads?load=1"' in html(app)
    assert [entry.receipt.loaded_by for entry in loads(home)] == ["dashboard"]
    button(app, "Take in more files").click().run()
    assert button(app, "Check the files").disabled


def test_files_that_are_put_away_are_not_loaded(home: Home):
    app = taken(ACTIVITIES)
    folder = app.session_state["taking"].upload.folder
    button(app, "Put the files away").click().run()
    assert not folder.exists()
    assert loads(home) == []
    assert button(app, "Check the files").disabled


def test_a_file_that_cannot_be_read_is_answered_in_a_sentence(home: Home):
    page = html(taken(b"colour,shape\nred,round\n"))
    assert "The files cannot be taken in as they are" in page
    assert "activities.csv: " in page


def test_an_entry_typed_in_is_a_load_of_one_row(home: Home):
    app = look("evidence")
    app.selectbox[0].select("vilnius").run()
    app.text_input[0].input("Round table with schools")
    app.multiselect[0].select(app.multiselect[0].options[0])
    button(app, "Write it into the log").click().run()
    app.session_state["typing"].writing.result()
    app.run()
    assert "Load 1 is in." in html(app)
    (entry,) = loads(home)
    assert entry.receipt.totals().added == 1
    (written,) = opened(home).execute("SELECT len(statements) FROM evidence").fetchall()
    assert written == (1,)


def test_an_entry_without_a_title_is_not_written(home: Home):
    app = look("evidence")
    app.selectbox[0].select("vilnius").run()
    button(app, "Write it into the log").click().run()
    assert "Give it a title." in html(app)
    assert loads(home) == []
