"""What a report holds, checked by hand against the rows of the two towns."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.reports.content import FrameworkRow, Report
from dashboard.reports.gathering import gather
from dashboard.reports.scope import ReportProblem, ReportScope, first_day, last_day
from matrices.home import Home
from metrics.results import Results, open_results
from metrics.standing import Status


def row(report: Report, statement: str, indicator: str | None = None) -> FrameworkRow:
    (found,) = (
        row
        for city in report.cities
        for row in city.rows
        if row.statement.key == statement
        and row.city == "breda"
        and (indicator is None or (row.indicator and row.indicator.identifier == indicator))
    )
    return found


def test_there_is_one_row_a_statement_and_indicator(town_report: Report):
    rows = [(r.statement.key, r.indicator and r.indicator.identifier) for r in _breda(town_report)]
    assert rows == [
        ("skills", "skills_recognised_share"),
        ("learners", "learners"),
        ("learners", "participations"),
        ("activities", "activities"),
        ("meetings", None),
        ("belonging", None),
        ("peace", None),
    ]
    assert [r.is_first for r in _breda(town_report)] == [True, True, False, True, True, True, True]


def test_the_share_achieved_is_the_part_of_the_way_from_baseline_to_target(town_report: Report):
    found = row(town_report, "activities")
    assert (found.baseline and found.baseline.value, found.target_value) == (20, 60)
    assert found.newest and found.newest.value == 40
    assert found.share_achieved == 0.5  # (40 - 20) / (60 - 20)


def test_a_withheld_figure_has_no_share_and_names_no_file(town_report: Report):
    """Four learners in 2024: whoever knew the file could count its rows."""
    found = row(town_report, "learners", "learners")
    assert found.newest and found.newest.is_withheld
    assert found.share_achieved is None
    assert found.sources == ()


def test_a_figure_names_the_files_of_its_rows(town_report: Report):
    (source,) = row(town_report, "activities").sources
    assert (source.record, source.load, source.file) == ("activities", 1, "activities.csv")


def test_evidence_is_that_of_the_report_period_with_the_statements_it_serves(town_report: Report):
    breda = town_report.cities[0]
    assert [(entry.title, served) for entry, served in breda.evidence] == [
        ("+Kick-off with the library", ("breda.people.outputs.meetings",))
    ]


def test_activities_are_those_that_began_in_the_report_period(town_report: Report):
    days = [activity.starts_on for activity in town_report.cities[0].activities]
    assert len(days) == 30 + 40
    assert days == sorted(days)


def test_statuses_are_those_of_the_day_of_publication(town_report: Report):
    """Never of today: the same report made again next year is the same report."""
    assert town_report.judged_on == town_report.provenance.published_at.date()


def test_chosen_statements_are_all_that_is_shown(town_results: Results):
    chosen = ("breda.people.outputs.activities",)
    scope = ReportScope(("breda",), date(2023, 1, 1), date(2024, 12, 31), statements=chosen)
    assert [r.statement.identifier for r in _breda(gather(town_results, scope))] == list(chosen)


def test_peers_bring_a_comparison_for_each_indicator(town_results: Results):
    scope = ReportScope(("breda",), date(2023, 1, 1), date(2024, 12, 31), peers=("vilnius",))
    found = {c.indicator: c for c in gather(town_results, scope).comparisons}
    assert {figure.city for figure in found["activities"].figures} == {"breda", "vilnius"}


def test_a_report_of_nothing_is_refused_in_a_sentence(tmp_path: Path):
    results = open_results(Home(tmp_path / "home"))
    with pytest.raises(ReportProblem, match="Nothing has been loaded yet"):
        gather(results, ReportScope(("breda",), date(2023, 1, 1), date(2024, 12, 31)))


def test_a_city_without_figures_has_its_promises_all_the_same(town_report: Report):
    assert row(town_report, "peace").status is Status.CANNOT_BE
    assert row(town_report, "belonging").status is Status.NOT_MEASURED


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-Q2", date(2024, 4, 1), date(2024, 6, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-05", date(2024, 2, 5), date(2024, 2, 5)),
    ],
)
def test_a_period_begins_and_ends_with_what_was_written(written: str, first: date, last: date):
    assert (first_day(written), last_day(written)) == (first, last)


def _breda(report: Report) -> tuple[FrameworkRow, ...]:
    return report.cities[0].rows
