"""Formats: each has its writer; a file is whole or not there; the same choice has the same name."""

import inspect
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from dashboard.reports.content import Report
from dashboard.reports.formats import FORMATS, Format, file_name, write_report
from dashboard.reports.scope import ReportScope

SCOPE = ReportScope(("breda",), date(2024, 1, 1), date(2026, 6, 30))


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_every_format_has_its_writer(form: Format):
    written = inspect.signature(import_module(form.module).write)
    assert list(written.parameters)[:2] == ["report", "path"]


@pytest.mark.parametrize(
    ("scope", "name"),
    [
        (SCOPE, "breda_2024-01_2026-06_workbook_en.xlsx"),
        (replace(SCOPE, name="final", language="nl"), "final_2024-01_2026-06_workbook_nl.xlsx"),
        (replace(SCOPE, as_of=3), "breda_2024-01_2026-06_load-3_workbook_en.xlsx"),
        (
            replace(SCOPE, cities=("a", "b", "c", "d")),
            "4-cities_2024-01_2026-06_workbook_en.xlsx",
        ),
    ],
)
def test_a_file_is_named_after_what_is_in_it(scope: ReportScope, name: str):
    assert file_name(scope, FORMATS["workbook"]) == name


def test_of_several_cities_some_formats_have_a_file_each(town_report: Report, tmp_path: Path):
    written = write_report(town_report, [FORMATS["logframe"], FORMATS["iati"]], tmp_path)
    assert [path.name for path in written] == [
        "breda_2023-01_2024-12_logframe_en.xlsx",
        "vilnius_2023-01_2024-12_logframe_en.xlsx",
        "breda-vilnius_2023-01_2024-12_iati_en.xml",
    ]


def test_a_file_that_could_not_be_finished_leaves_the_one_before(
    town_report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (path,) = write_report(town_report, [FORMATS["iati"]], tmp_path)
    before = path.read_bytes()

    def broken(report: Report, target: Path) -> None:
        target.write_bytes(b"half")
        raise RuntimeError("in the middle")

    monkeypatch.setattr(import_module(FORMATS["iati"].module), "write", broken)
    with pytest.raises(RuntimeError):
        write_report(town_report, [FORMATS["iati"]], tmp_path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
