"""Questions in SQL: figures are answered, nothing else can be read, changed, or used up."""

from pathlib import Path

import duckdb
import pytest

from ingest.loading.snapshots import snapshot_path
from metrics.asking.open_tables import OPEN, open_file, open_tables
from metrics.asking.question import QueryProblem, ask
from metrics.asking.ready_queries import READY
from metrics.results import open_results
from tests.metrics.asking_home import asked_home


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory):
    return asked_home(tmp_path_factory.mktemp("asked"))


@pytest.fixture(scope="module")
def file(home) -> Path:
    return open_file(home, 1)


def rows(file: Path, question: str) -> list[tuple]:
    return [tuple(row.values()) for row in ask(file, question).table.to_pylist()]


def test_figures_are_answered_by_name(file: Path):
    asked = (
        "SELECT indicator_name, value FROM figures WHERE city = 'breda' "
        "AND indicator = 'activities' AND period_kind = 'year'"
    )
    assert rows(file, asked) == [("Learning activities", 2.0)]


def test_a_withheld_number_stays_withheld(file: Path):
    asked = (
        "SELECT value, numerator, is_withheld FROM actuals "
        "WHERE indicator = 'learners' AND city = 'breda' AND period_kind = 'year' AND disaggregation = ''"
    )
    assert rows(file, asked) == [(None, None, True)]  # three learners


@pytest.mark.parametrize("table", ["participations", "awards", "learners", "counts", "refused"])
def test_rows_from_which_it_could_be_worked_out_are_not_there(file: Path, table: str):
    with pytest.raises(QueryProblem, match=f"{table} does not exist"):
        ask(file, f"FROM {table}")


def test_columns_that_count_the_people_of_one_activity_are_not_there(file: Path):
    assert "joined" not in ask(file, "FROM activities").table.column_names


@pytest.mark.parametrize(
    ("question", "problem"),
    [
        ("DROP TABLE actuals", "Only a SELECT can be asked here; this is DROP"),
        ("COPY actuals TO 'x.csv'", "this is COPY"),
        ("ATTACH 'x.duckdb'", "this is ATTACH"),
        ("SET threads = 8", "this is SET"),
        ("SELECT 1; DROP TABLE actuals", "this is 2 statements"),
        ("  ", "this is nothing"),
        ("SELEC 1", "syntax error"),
        ("SELECT 1" + " " * 20_000, "longer than 20,000 signs"),
    ],
)
def test_what_is_no_single_select_is_told_so_without_being_run(
    file: Path, question: str, problem: str
):
    with pytest.raises(QueryProblem, match=problem):
        ask(file, question)


@pytest.mark.parametrize(
    ("question", "problem"),
    [
        ("FROM read_csv('/etc/passwd')", "file system operations are disabled"),
        ("FROM glob('/*')", "file system operations are disabled"),
        ("FROM read_parquet('http://localhost/x')", "disabled|does not exist|not found|autoload"),
        ("SELECT getenv('HOME')", "does not exist"),
        ("FROM query('DROP TABLE actuals')", "Expected a single SELECT"),
        ("SELECT repeat('x', 2000000000)", "more memory than it may"),
    ],
)
def test_no_file_no_network_no_setting_and_no_memory_without_end(
    file: Path, question: str, problem: str
):
    with pytest.raises(QueryProblem, match=problem):
        ask(file, question)


def test_a_question_without_end_is_stopped(file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("metrics.asking.question.PATIENCE", 3.0)
    with pytest.raises(QueryProblem, match="took longer than it may"):
        ask(file, "SELECT count(*) FROM range(100000000000) AS a, range(1000) AS b")


def test_a_long_answer_is_cut_and_says_so(file: Path):
    answer = ask(file, "FROM range(100001)")
    assert (answer.table.num_rows, answer.is_cut) == (100_000, True)


@pytest.mark.parametrize("query", READY, ids=lambda query: query.name)
def test_every_ready_question_runs(file: Path, query):
    with duckdb.connect(str(file), read_only=True) as connection:
        connection.execute(query.sql).fetchall()


def test_every_open_table_and_column_has_its_sentence(file: Path):
    for table in open_tables(file):
        assert table.sentence, table.name
        assert all(column.sentence for column in table.columns), table


def test_every_table_of_the_snapshot_is_either_open_or_kept_back_on_purpose(home):
    kept_back = {
        "awards",
        "participations",
        "learners",
        "counts",
        "refused",
        "loads",
        "activity_counters",
        "deliveries",
        "data_dictionary",
        "told",
        "not_told",
    }
    with duckdb.connect(str(snapshot_path(home, 1)), read_only=True) as connection:
        there = {
            name
            for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        }
    assert there - set(OPEN) == kept_back


def test_the_whole_warehouse_documents_every_column(home):
    with duckdb.connect(str(snapshot_path(home, 1)), read_only=True) as connection:
        bare = connection.execute(
            "SELECT table_name, column_name FROM duckdb_columns() "
            "ANTI JOIN data_dictionary USING (table_name, column_name) WHERE NOT internal"
        ).fetchall()
    assert bare == []


def test_the_open_file_is_made_once_and_old_ones_go(home, file: Path):
    made = file.stat().st_mtime_ns
    old = file.with_name("000000.duckdb")
    old.touch()
    assert open_file(home, 1) == file
    assert file.stat().st_mtime_ns == made
    results = open_results(home)
    assert (
        results.questions.ask("SELECT count(*) FROM cities").table.to_pylist()[0]["count_star()"]
        == 8
    )
