"""Cells of a workbook become the texts that a person would have typed."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from matrices.workbooks.xlsx_reader import UnreadableWorkbook, workbook_sheets
from tests.ingest.taking import workbook


def cells(folder: Path, *written: object) -> list[str]:
    [sheet] = workbook_sheets(workbook(folder / "one.xlsx", {"Sheet": [list(written)]}))
    [(_, texts)] = sheet.rows()
    return texts


def test_numbers_come_without_a_point_they_do_not_need(tmp_path: Path):
    assert cells(tmp_path, 12, 12.0, 1.5, -3) == ["12", "12", "1.5", "-3"]


def test_a_number_too_long_for_a_spreadsheet_shows_that_it_is_not_exact(tmp_path: Path):
    assert cells(tmp_path, 123456789012345678) == ["1.234568e+17"]


def test_days_and_moments_are_written_as_iso_8601(tmp_path: Path):
    written = (date(2024, 5, 4), datetime(2024, 5, 4), datetime(2024, 5, 4, 10, 30), time(9, 5))
    assert cells(tmp_path, *written) == [
        "2024-05-04",
        "2024-05-04",  # a moment at midnight is a day
        "2024-05-04T10:30:00",
        "09:05:00",
    ]


def test_truth_is_yes_or_no(tmp_path: Path):
    assert cells(tmp_path, True, False) == ["yes", "no"]


def test_rows_have_the_numbers_that_the_spreadsheet_shows(tmp_path: Path):
    path = workbook(tmp_path / "one.xlsx", {"Sheet": [[], [], ["a", "b"], [], [1, 2]]})
    [sheet] = workbook_sheets(path)
    filled = [(number, texts) for number, texts in sheet.rows() if any(texts)]
    assert filled == [(3, ["a", "b"]), (5, ["1", "2"])]


def test_a_workbook_that_was_cut_off_says_so(tmp_path: Path):
    path = workbook(tmp_path / "one.xlsx", {"Sheet": [["a", "b"]]})
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(UnreadableWorkbook, match="it may have been cut off on its way here"):
        workbook_sheets(path)
