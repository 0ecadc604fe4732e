"""Each hostile file ends in one sentence, in bounded memory and time; nothing else is touched."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.ingest.hostile.files import HEAD, HOSTILE, sheet_that_says, with_outside_links
from tests.ingest.open_badges.making import credential, judged, signed
from tests.ingest.platform_json.saved_pages import activity, page
from tests.ingest.taking import take

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """How all of them ended, in a process of its own that may use one gigabyte."""
    folder = tmp_path_factory.mktemp("hostile")
    command = [sys.executable, "-m", "tests.ingest.hostile.run", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=600
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


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        # the line ends of old Macs, and three kinds in one file
        (f"{HEAD}p1,a1,user,2024-05-31\np2,a2,user,2024-05-31\n".replace("\n", "\r"), [2, 3]),
        (f"{HEAD}p1,a1,user,2024-05-31\r\np2,a2,user,2024-05-31\r", [2, 3]),
        # files that were put one after the other, each with its mark of byte order
        (f"\ufeff\ufeff{HEAD}p1,a1,user,2024-05-31\n\ufeffp2,a2,user,2024-05-31\n", [2, 3]),
        # what Excel writes for itself above the headings
        (f"sep=,\n{HEAD}p1,a1,user,2024-05-31\np2,a2,user,2024-05-31\n", [3, 4]),
        # a soft hyphen, a joiner, a sign that turns the direction of writing: nobody sees them
        (
            f"{HEAD}p\u00ad1,a\u200b1,us\u2060er,2024-05-31\np2,\u202ea2\u202c,user,2024-\u200f05-31\n",
            [2, 3],
        ),
    ],
    ids=["returns", "mixed ends", "marks", "sep=", "unseen signs"],
)
def test_what_looks_the_same_is_read_the_same(tmp_path: Path, content: str, rows: list[int]):
    plain = take(
        tmp_path / "plain", {"a.csv": f"{HEAD}p1,a1,user,2024-05-31\np2,a2,user,2024-05-31\n"}
    )
    # with the key of the same home, the persons are the same too
    (tmp_path / "odd" / "home" / "data").mkdir(parents=True)
    key = (tmp_path / "plain" / "home" / "data" / "key").read_text()
    (tmp_path / "odd" / "home" / "data" / "key").write_text(key)
    odd = take(tmp_path / "odd", {"a.csv": content})
    said = "person, activity_id, type, joined_on"
    assert odd.rows("participations", said) == plain.rows("participations", said)
    assert odd.rows("participations", "row") == [(row,) for row in rows]


def test_a_sign_without_a_shape_may_join_letters_in_a_name(tmp_path: Path):
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"  # one picture of three people, joined
    taken = take(tmp_path, {"a.csv": f"badge_class_id,site,name\nb\u200b1,breda,{family}\n"})
    assert taken.rows("badge_classes", "badge_class_id, name") == [("b1", family)]


def test_letters_that_are_half_of_a_pair_do_not_stop_a_load(tmp_path: Path):
    answer = json.dumps(page("projects", [activity(1)])).replace("Workshop 1", "Ro\\ud800bots")
    taken = take(tmp_path, {"a.json": answer}, as_of=date(2024, 6, 1))
    assert taken.rows("activities", "activity_id, name") == [("1", "Ro\ufffdbots")]


@pytest.mark.parametrize("said", ['<dimension ref="A1:XFD1048576"/>', '<dimension ref="A1"/>'])
def test_a_sheet_may_lie_about_how_large_it_is(tmp_path: Path, said: str):
    path = tmp_path / "a.xlsx"
    sheet_that_says(path, said)
    assert take(tmp_path, {"a.xlsx": path.read_bytes()}).intake.rows_in == {"participations": 1}


def test_a_workbook_that_points_outside_is_read_without_going_there(tmp_path: Path):
    path = tmp_path / "a.xlsx"
    with_outside_links(path)
    assert take(tmp_path, {"a.xlsx": path.read_bytes()}).intake.rows_in == {"participations": 1}


@pytest.mark.parametrize(
    "head",
    [
        {"alg": "none"},
        {"alg": "HS256"},  # a secret that both sides share cannot be public
        {"alg": "ES256", "jwk": {"kty": "EC", "crv": "P-384", "x": "MTEx", "y": "MTEx"}},
        {
            "alg": "ES256",
            "jwk": {"kty": "EC", "crv": "P-256", "x": "MTEx", "y": "MTEx"},
        },  # no point
        {"alg": "ES256", "jwk": ["no", "key"]},
        {"alg": ["ES256"], "crit": ["b64"], "b64": False},
    ],
    ids=lambda head: str(head["alg"]),
)
def test_a_token_that_cannot_be_verified_is_never_called_verified(head: dict):
    (verdict,) = judged(signed(credential(), **({"jwk": None} | head)))
    assert verdict.verification == "not_verified"


def test_a_small_workbook_passes_the_limits(tmp_path: Path):
    taken = take(
        tmp_path,
        {"a.xlsx": [HEAD.strip().split(","), ["p1", "a1", "user", "2024-05-31"]]},
    )
    assert taken.intake.rows_in == {"participations": 1}
