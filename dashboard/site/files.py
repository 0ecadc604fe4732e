"""Writes the files that go with the pages: reports of each city, the style sheet, the fonts."""

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from dashboard.design import ASSETS, SHARED_SHEETS, style_sheet
from dashboard.reports.asking import scope_of
from dashboard.reports.choices import ReportChoice
from dashboard.reports.formats import chosen_formats, write_report
from dashboard.reports.gathering import gather
from dashboard.reports.typesetting import FONTS
from dashboard.site import links as places
from dashboard.site.content import Download
from metrics.methods_page import methods_page
from metrics.results import Results

FORMATS = ("workbook", "package", "iati")
"""In the order in which they are offered."""
STYLE_SHEETS = (*SHARED_SHEETS, "site.css")


def write_downloads(
    results: Results, city: str, languages: Iterable[str], folder: Path
) -> tuple[Download, ...]:
    """From the start of the city's strategy to the end of its data, in each language."""
    forms = chosen_formats(FORMATS)
    scope = scope_of(results, ReportChoice(name="", cities=(city,)))
    found = []
    for language in languages:
        report = gather(results, replace(scope, language=language))
        written = write_report(report, forms, folder / places.FILES)
        for form, path in zip(forms, written, strict=True):
            place = path.relative_to(folder).as_posix()
            size = path.stat().st_size
            found.append(Download(form.name, language, place, size, scope.first, scope.last))
    return tuple(found)


def write_assets(folder: Path) -> None:
    """What all pages share. The fonts' licence lies beside them."""
    assets = folder / "assets"
    assets.mkdir()
    (folder / places.STYLE).write_text(style_sheet(STYLE_SHEETS), encoding="utf-8")
    shutil.copyfile(ASSETS / "icon.svg", folder / places.ICON)
    shutil.copytree(FONTS, assets / "fonts", copy_function=shutil.copyfile)
    (folder / places.ACCOUNT).write_text(methods_page(), encoding="utf-8")
