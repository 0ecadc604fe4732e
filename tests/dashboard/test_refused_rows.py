"""Refused rows as CSV: to be read by a spreadsheet, never to be run by one."""

from dataclasses import replace

from dashboard.parts.refused_rows import as_csv
from tests.dashboard.fake_results import REFUSED


def test_each_problem_is_a_line_with_its_place_and_its_sentence():
    lines = as_csv([replace(REFUSED, found="Vilnus", sentence="Not a city.")]).decode("utf-8-sig")
    assert lines.splitlines() == [
        "record,file,sheet,row,code,column,found,sentence",
        "activities,activities.csv,,14,city,site,Vilnus,Not a city.",
    ]


def test_a_cell_that_a_spreadsheet_would_compute_gets_an_apostrophe():
    assert ",'=Vilnus," in as_csv([REFUSED]).decode()


def test_spreadsheets_are_told_the_encoding():
    assert as_csv([]).startswith(b"\xef\xbb\xbf")
