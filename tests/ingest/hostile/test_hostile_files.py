"""Each hostile file ends in one sentence, in bounded memory and time; nothing else is touched."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ingest.hostile.files import HEAD, HOSTILE
from tests.ingest.taking import take

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """How all of them ended, in a process of its own that may use one gigabyte."""
    folder = tmp_path_factory.mktemp("hostile")
    command = [sys.executable, "-m", "tests.ingest.hostile.run", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stderr
    assert not list(folder.parent.rglob("climbed-out.txt"))
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", HOSTILE)
def test_it_ends_in_one_sentence(ended: dict, name: str):
    (sentence,) = ended["said"][name]
    assert sentence.startswith(HOSTILE[name][1])
    assert sentence.endswith(".")


def test_the_warehouse_is_untouched(ended: dict):
    assert ended["is_untouched"]


def test_a_nul_spoils_its_own_line_only(tmp_path: Path):
    taken = take(tmp_path, {"a.csv": HEAD + "p1,a1,user,2024-05-31\np2,a\0,user,2024-05-31\n"})
    assert taken.rows("participations", "activity_id, row") == [("a1", 2)]
    assert taken.sentences() == ["a.csv line 3: it holds a NUL, a sign that no text has."]


def test_lines_in_another_encoding_are_refused_each(tmp_path: Path):
    lines = ["p1,ä1,user,2024-05-31\n".encode(), "p2,ä2,user,2024-05-31\n".encode("cp1252")]
    taken = take(tmp_path, {"a.csv": HEAD.encode() + b"".join(lines)})
    assert taken.rows("participations", "activity_id") == [("ä1",)]
    assert taken.codes() == ["broken-line"]


def test_a_formula_is_text_like_any_other(tmp_path: Path):
    formula = "=1+cmd|' /C calc'!A0"
    head = "badge_class_id,site,name\n"
    taken = take(tmp_path, {"a.csv": f"{head}b1,breda,{formula}\n"})
    assert taken.rows("badge_classes", "name") == [(formula,)]


def test_a_small_workbook_passes_the_limits(tmp_path: Path):
    taken = take(
        tmp_path,
        {"a.xlsx": [HEAD.strip().split(","), ["p1", "a1", "user", "2024-05-31"]]},
    )
    assert taken.intake.rows_in == {"participations": 1}
