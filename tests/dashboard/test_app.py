"""The whole dashboard over a real home: empty, broken, and loaded between two looks."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import streamlit
from streamlit.testing.v1 import AppTest

import dashboard
from ingest.intake import Frame
from ingest.loads import load
from matrices.home import Home
from metrics.catalogue import load_catalogue
from metrics.publish import publisher
from tests.dashboard.page import html

APP = Path(dashboard.__file__).parent / "app.py"

ACTIVITIES = """\
activity_id,site,name,type,status,start
a1,vilnius,Robotics for beginners,workshop,published,2025-05-04
a2,vilnius,Debating,event,published,2025-09-10
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """A home of its own; the results kept for it are let go, and with them the open snapshot."""
    monkeypatch.setenv("IMPACT_HOME", str(tmp_path / "home"))
    yield Home.at()
    streamlit.cache_resource.clear()


def look() -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=120).run()
    assert not app.exception
    return app


def test_an_empty_home_shows_the_matrices_and_what_to_do(home: Home):
    page = html(look())
    assert "Nothing has been loaded yet" in page
    assert "No snapshot yet." in page
    assert "Vilnius" in page


def test_a_broken_declaration_is_told_with_its_line_instead_of_a_traceback(home: Home):
    (home.path / "cities").mkdir(parents=True)
    (home.path / "cities" / "vilnius.yaml").write_text("name: Vilnius\nplase: vilnius\n")
    page = html(look())
    assert "The dashboard cannot be shown yet" in page
    assert "vilnius.yaml:2" in page
    assert "Did you mean `place`?" in page


def test_a_load_shows_at_the_next_look(home: Home, tmp_path: Path):
    app = look()
    exported = tmp_path / "activities.csv"
    exported.write_text(ACTIVITIES, encoding="utf-8")
    catalogue = load_catalogue(home)
    frame = Frame(catalogue.city_countries(), frozenset(catalogue.indicators), date.today())
    load([exported], home, frame, publisher(catalogue), date(2025, 12, 31))
    page = html(app.run())
    assert "Snapshot 1, published" in page
    assert "up to 31 December 2025" in page
