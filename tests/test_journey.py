"""The whole way: an export is made, loaded, loaded again, undone, and killed in the middle."""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from dashboard.cli import main
from ingest.ledger import read_ledger
from ingest.loading.load_folders import loads_folder, read_receipt
from ingest.loading.snapshots import spill_folder
from ingest.simulate import simulate
from ingest.warehouse import open_snapshot
from matrices.home import Home

KILLED_WHEN = (spill_folder, loads_folder)
"""As soon as something new lies in the folder: rows that are put aside, and the load that is written
but not in force. What every moment does is looked at in `ingest/test_interruptions.py`."""

WITHOUT_LOAD = "SELECT COLUMNS(lambda name: name <> 'load')"

TABLES_ABOUT_LOADS = {
    "loads",
    "refused",
    "coverage",
    "deliveries",
    "publication",
    "told",
    "not_told",
}
"""They tell of loads and publications, so a second load of the same file shows in them."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return simulate(tmp_path_factory.mktemp("export"), learners=150)


@pytest.fixture(scope="module")
def first_load(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Home:
    """All files loaded once; to be copied, not changed."""
    home = Home(tmp_path_factory.mktemp("first") / "home")
    run(home, "load", *files)
    return home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def loaded(home: Home, first_load: Home) -> Home:
    shutil.copytree(first_load.path, home.path)
    return home


def run(home: Home, *arguments: object) -> str:
    """What the command prints."""
    done = CliRunner().invoke(main, ["--home", str(home.path), *map(str, arguments)])
    assert done.exit_code == 0, done.output
    return done.stdout


def started(home: Home, *arguments: object) -> subprocess.Popen[bytes]:
    """The command in a process of its own, to be killed."""
    command = [sys.executable, "-m", "dashboard.cli", "--home", str(home.path)]
    return subprocess.Popen([*command, *map(str, arguments)], stdout=subprocess.DEVNULL)


def wait_for_news(folder: Path, process: subprocess.Popen[bytes]) -> None:
    """Until something new lies in the folder, or the process has ended."""
    before = set(folder.glob("*"))
    while process.poll() is None and set(folder.glob("*")) <= before:
        time.sleep(0.002)


def data_of(home: Home) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that is not about the loads themselves, without their numbers."""
    connection = open_snapshot(home)
    assert connection is not None
    with connection:
        names = {name for (name,) in connection.execute("SHOW TABLES").fetchall()}
        return {
            name: connection.execute(f"{WITHOUT_LOAD} FROM {name} ORDER BY ALL").fetchall()
            for name in names - TABLES_ABOUT_LOADS
        }


def test_the_same_files_twice_change_nothing_and_undo_restores(loaded: Home, files: list[Path]):
    first, before = read_receipt(loaded, 1), data_of(loaded)
    second = json.loads(run(loaded, "load", "--json", *files))
    for counts in second["counts"]:
        assert counts["added"] == counts["replaced"] == 0
        assert counts["unchanged"] + counts["refused"] == counts["rows_in"]
    rows_in = {counts["record"]: counts["rows_in"] for counts in second["counts"]}
    assert {counts.record: counts.rows_in for counts in first.counts} == rows_in
    assert data_of(loaded) == before
    run(loaded, "undo", 2)
    assert data_of(loaded) == before


def test_a_load_that_is_killed_leaves_what_was_before_or_what_comes_after(
    home: Home, files: list[Path]
):
    by_name = {file.stem: file for file in files}
    others = [by_name["activities"], by_name["playlists"]]
    run(home, "load", by_name["organisations"])
    before = data_of(home)

    ends, taken_effect = [], []
    for folder in KILLED_WHEN:
        loads_before = read_ledger(home).loads
        with started(home, "load", *others) as process:
            wait_for_news(folder(home), process)
            process.kill()
        ends.append(data_of(home))
        taken_effect.append(read_ledger(home).loads != loads_before)
        if taken_effect[-1]:  # go on from where it began
            run(home, "undo", read_ledger(home).loads[-1])
    assert False in taken_effect  # at least one was really killed in the middle

    run(home, "load", *others)  # nothing needs repairing by hand
    after = data_of(home)
    assert before != after
    assert ends == [after if has_taken_effect else before for has_taken_effect in taken_effect]
    with duckdb.connect(str(home.data / "warehouse.duckdb"), read_only=True) as analyst:
        assert analyst.execute("SELECT count(*) FROM activities").fetchone() != (0,)


def test_no_identifier_of_a_person_is_found_in_any_file_of_the_home(loaded: Home, tmp_path: Path):
    """A second file carries an e-mail and a name under headings that no record wants."""
    named = tmp_path / "participations.csv"
    named.write_text(
        "person_key,activity_id,team,type,joined_on,owner_email,first_name\n"
        "jo@home.example,a-1,users,user,2024-02-01,jo@home.example,Josephine Testperson\n"
        "jo@home.example,a-2,users,user,31/02/2024,jo@home.example,Josephine Testperson\n",
        encoding="utf-8",
    )
    assert "dropped, never stored" in run(loaded, "load", named)
    for path in loaded.path.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        for secret in (b"jo@home.example", b"Josephine", b"u-000001"):
            assert secret not in content, path
