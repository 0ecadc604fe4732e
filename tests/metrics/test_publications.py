"""What was published is kept, and last year's figures can be shown again as they were."""

from datetime import UTC, date, datetime

import pytest

from ingest.decisions import decide
from ingest.ledger import LoadProblem
from ingest.loading.snapshots import snapshot_path
from ingest.loads import undo
from matrices.home import Home
from metrics.catalogue import load_catalogue
from metrics.publications import publications, results_after
from metrics.publish import publisher
from metrics.results import Results, open_results
from tests.metrics.small_network import activities, take, two_towns

FIRST, LAST = date(2023, 1, 1), date(2024, 12, 31)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Three activities in 2024 by the first load, seven by the second, which is taken back; by then
    the matrix has changed."""
    folder = tmp_path_factory.mktemp("publications")
    made = Home(folder / "home")
    two_towns(made)
    take(made, folder, activities=activities(breda={2023: 2, 2024: 3}))
    take(made, folder, activities=activities(breda={2023: 2, 2024: 7}))
    matrix = made.path / "cities" / "breda.yaml"
    matrix.write_text(matrix.read_text("utf-8").replace("More activities", "Many more"), "utf-8")
    undo(made, 2, publisher(load_catalogue(made)), "the wrong file")
    return made


def of_2024(results: Results) -> float | None:
    (actual,) = (
        actual
        for actual in results.figures("breda")
        if (actual.indicator, actual.period.label, actual.disaggregation)
        == ("activities", "2024", "")
    )
    return actual.value


def text(results: Results) -> str:
    return results.statement("breda.people.outputs.activities").statement.text


def test_figures_and_matrix_are_as_they_were_after_a_load_also_one_that_was_undone(home: Home):
    with results_after(home, 1) as then:
        assert (of_2024(then), text(then)) == (3, "More activities")
    with results_after(home, 2) as then:
        assert (of_2024(then), text(then)) == (7, "More activities")
    now = open_results(home)
    assert (of_2024(now), text(now)) == (3, "Many more")
    assert [kept.loads for kept in publications(home)] == [(1,), (1, 2), (1,)]


def test_without_the_snapshot_they_are_made_again_from_the_loads(home: Home):
    """Only the newest snapshots stay on the disk; activities and source files still come."""
    with results_after(home, 1) as then:
        lying = snapshot_path(home, 1).exists(), of_2024(then), then.publication
    snapshot_path(home, 1).unlink()
    with results_after(home, 1) as then:
        assert lying == (True, of_2024(then), then.publication)
        assert len(then.offered("breda", FIRST, LAST)) == 2 + 3
        assert [source.load for source in then.source_files("activities", "breda")] == [1]
        stretch = then.over("activities", "breda", date(2023, 7, 1), LAST)
        assert stretch is not None
        assert stretch.value == 3  # all of a year begin in January


def test_statuses_hold_on_the_day_of_that_publication(home: Home):
    with results_after(home, 1) as then:
        assert then.publication is not None
        assert then.today == then.publication.published_at.date()
        assert then.publication.loads == (1,)


def test_decisions_noted_after_the_next_publication_were_not_known_yet(home: Home):
    decide(home, "breda.people.outputs.activities", datetime.now(UTC).date(), "Go on")
    with results_after(home, 1) as then:
        assert then.decisions() == []
    with results_after(home, 2) as then:
        assert then.decisions() == []
    assert [each.text for each in open_results(home).decisions()] == ["Go on"]


def test_a_load_that_never_was_is_told_in_a_sentence(home: Home):
    with (
        pytest.raises(LoadProblem, match="There is no publication with a load 9"),
        results_after(home, 9),
    ):
        pass
