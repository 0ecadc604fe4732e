"""The page of the report: choices in the address, what is in it, the files to take along."""

import io
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.reports.content import Report
from dashboard.reports.formats import FORMATS
from dashboard.reports.handing_out import as_bytes, download_name
from matrices.home import Home
from metrics.results import Results, open_results
from tests.dashboard.page import html


@cache
def opened(path: str) -> Results:
    """As the dashboard keeps it from look to look."""
    return open_results(Home(Path(path)))


def shown(home: Home, **address: str) -> AppTest:
    def page(path: str) -> None:
        from dashboard.views import report
        from tests.dashboard.reports.test_report_page import opened

        report.show(opened(path))

    app = AppTest.from_function(page, args=(str(home.path),), default_timeout=120)
    for name, value in address.items():
        app.query_params[name.rstrip("_")] = value
    app.run()
    assert not app.exception
    return app


@pytest.fixture(scope="module")
def breda(town_home: Home) -> str:
    asked = {"city": "breda", "from_": "2023-01", "to": "2024-12", "as_": "workbook,iati"}
    return html(shown(town_home, **asked))


def test_each_promise_stands_with_what_was_promised_and_achieved(breda: str):
    row = breda.split("outputs.activities")[1].split("</tr>")[0]
    cells = ["20", "70", "40 in 2024", "60 by the end of 2026", "50\u00a0%"]
    assert all(f">{cell}<" in row for cell in cells)


def test_the_answer_comes_before_the_choices_and_each_promise_in_the_words_of_the_city(
    breda: str,
):
    title = "Breda: what was promised, and what has become of it"
    assert breda.index(title) < breda.index("followed in figures") < breda.index("<table")
    row = breda.split("outputs.activities")[1].split("</tr>")[0]
    assert row.index("Sixty activities a year") < row.index("Learning activities")


def test_what_was_done_and_what_is_withheld_is_told(breda: str):
    assert "70 activities began in the report period" in breda
    assert "figures are withheld." in breda
    assert "They are neither missing nor zero" in breda
    assert ">withheld in 2024<" in breda or ">withheld<" in breda


def test_the_choices_come_from_the_address(town_home: Home):
    app = shown(town_home, city="vilnius", from_="2024-01", to="2024-06", words="nl", as_="iati")
    assert [box.value for box in app.selectbox] == ["vilnius", "2024-01", "2024-06", "nl"]
    assert app.multiselect[0].value == ["iati"]


def test_what_the_address_says_wrong_is_as_if_it_said_nothing(town_home: Home):
    app = shown(town_home, city="<script>", from_="1066-10", as_="exe")
    assert app.selectbox[0].value == "breda"
    assert app.selectbox[1].value == "2022-01"
    assert app.multiselect[0].value == ["workbook"]


def test_a_choice_goes_into_the_address(town_home: Home):
    app = shown(town_home)
    app.selectbox[0].set_value("vilnius").run()
    assert app.query_params["city"] == "vilnius"


def test_a_period_that_ends_before_it_begins_is_told(town_home: Home):
    page = html(shown(town_home, from_="2024-06", to="2023-01"))
    assert "The report period ends before it begins." in page


def test_an_empty_home_has_nothing_to_report(tmp_path: Path):
    assert "there is nothing to report" in html(shown(Home(tmp_path / "home")))


def test_one_file_is_handed_out_as_it_is_and_several_in_a_zip(town_report: Report):
    workbook, iati = FORMATS["workbook"], FORMATS["iati"]
    assert download_name(town_report.scope, [workbook]).endswith("_workbook_en.xlsx")
    assert download_name(town_report.scope, [workbook, iati]).endswith("_report_en.zip")
    packed = as_bytes(town_report, [workbook, iati])
    names = ZipFile(io.BytesIO(packed)).namelist()
    assert [name.rpartition(".")[2] for name in names] == ["xlsx", "xml"]
    assert as_bytes(town_report, [workbook, iati]) == packed
