"""The booklet: every statement with its sentences, charts that say what they show, and sources."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dashboard.reports.booklet.book import write
from dashboard.reports.booklet.statement import statement
from dashboard.reports.content import Report
from ingest.decisions import Decision
from tests.dashboard.reports.pdf import Pdf, squeezed


@pytest.fixture(scope="module")
def path(town_report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("booklet") / "booklet.pdf"
    write(town_report.of_city("breda"), made)
    return made


@pytest.fixture(scope="module")
def booklet(path: Path) -> Pdf:
    return Pdf(path)


def test_every_target_group_has_its_bookmark(booklet: Pdf):
    assert [title for title in booklet.bookmarks if "group" in title or "People" in title] == [
        "01 People & partners",
        "All target groups",
    ]


def test_every_statement_stands_there_in_the_posters_words(booklet: Pdf, town_report: Report):
    texts = [s.text for s in town_report.cities[0].standing.matrix.statements()]
    assert [text for text in texts if squeezed(text) not in booklet.words] == []


def test_evidence_is_that_of_the_report_period(booklet: Pdf):
    assert squeezed("+Kick-off with the library") in booklet.words
    assert squeezed("Before the report period") not in booklet.words


def test_every_chart_says_what_it_shows(booklet: Pdf):
    told = " ".join(booklet.alternative_texts())
    assert squeezed(
        "Learning activities. 20 activities in 2022; 30 activities in 2023"
    ) in squeezed(told)
    assert squeezed("Learning activities: 67 %") in squeezed(told)  # 40 of the 60 promised


def test_it_names_loads_files_and_versions(booklet: Pdf, town_report: Report):
    digest = town_report.of_city("breda").provenance.matrices[0].digest
    for said in ("activities.csv", "participations.csv", "Snapshot 1", digest):
        assert squeezed(said) in booklet.words


def test_it_is_tagged_and_brings_its_fonts(booklet: Pdf):
    assert booklet.root["/MarkInfo"]["/Marked"]
    assert booklet.fonts_without_file == []
    assert booklet.kinds_of_tags() >= {"/H1", "/H2", "/Table", "/TH", "/Figure", "/TOC"}


def test_made_again_it_is_the_same_bytes(path: Path, town_report: Report, tmp_path: Path):
    write(town_report.of_city("breda"), tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == path.read_bytes()


def test_what_a_review_decided_stands_with_its_statement(town_report: Report):
    report = town_report.of_city("breda")
    noted = datetime(2024, 3, 6, tzinfo=UTC)
    decision = Decision(
        1, "breda.people.outputs.meetings", date(2024, 3, 5), "One a month", "steering group", noted
    )
    city = replace(report.cities[0], decisions=(decision,))
    meetings = city.standing.statements[decision.statement]
    others = city.standing.statements["breda.people.outputs.activities"]
    told = statement(meetings, report, city)["decided"]
    assert told == [{"day": "5 March 2024, steering group", "words": "One a month"}]
    assert statement(others, report, city)["decided"] == []
