"""Whoever stands in the files is found nowhere in the home: not in a byte, not in a packed column."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from ingest.intake import Frame
from ingest.loading.refused import refused_rows
from ingest.loading.refused_file import write_refused
from ingest.loads import load
from ingest.open_badges.settings import BadgeSettings
from ingest.receipt import Receipt
from matrices.home import Home
from tests.ingest.network import FRAME, publish
from tests.ingest.open_badges.making import assertion, baked_png, baked_svg, credential, signed
from tests.ingest.platform_json.saved_pages import activity, badge_class, page
from tests.ingest.taking import workbook

SECRETS = ("zwaantje", "vanderbilt", "0612345678", "geheim.example")
"""A name of two words, a telephone number, and the host of addresses: none of them may stay."""
EMAIL = "zwaantje.vanderbilt@geheim.example"
NAME = "Zwaantje Vanderbilt"
HEAD = "person_key,activity_id,type,team,badges,joined_on,full name,phone,remarks\n"
BESIDE = f"{NAME},0612345678,Called by {EMAIL}"

CSV = {
    "taken.csv": f"{HEAD}{EMAIL},a1,user,,1,2024-05-31,{BESIDE}\n",
    "twice.csv": f"{HEAD}" + f"{EMAIL},a1,user,,1,2024-05-31,{BESIDE}\n" * 2,
    "a bad day.csv": f"{HEAD}{EMAIL},a1,user,,1,2024-13-45,{BESIDE}\n",
    "names in place of a number.csv": f"{HEAD}{EMAIL},a1,user,,{NAME},2024-05-31,{BESIDE}\n",
    "an address as an identifier.csv": f"{HEAD}p1,{EMAIL},user,,1,2024-05-31,{BESIDE}\n",
    "an unclosed quote.csv": f'{HEAD}{EMAIL},"a1,user,,1,2024-05-31,{BESIDE}\np,a,user,,1,2024-05-31,,,\n',
    "a missing cell.csv": f"{HEAD}{EMAIL},a1,user,,1\np,a,user,,1,2024-05-31,,,\n",
    "bad bytes.csv": f"{HEAD}{EMAIL},a1,user,,1,2024-05-31,{BESIDE},\n".encode() + b"\xff\n",
    "capitals.csv": f"{HEAD}{EMAIL.upper()},a1,user,,1,2024-05-31,{BESIDE}\n",
    f"{EMAIL}.csv": f"{HEAD}p1,a1,user,,1,2024-05-31,,,\n",
    "evidence.csv": (
        "city,kind,held_on,title,participants,url,participants' names\n"
        f"breda,meeting,2024-05-04,With {EMAIL},3,mailto:{EMAIL},{NAME}\n"
        f'breda,meeting,2024-05-05,Without a number,"{NAME}, and others",,{NAME}\n'
    ),
    "counts.csv": (
        "city,indicator,period,value,note\n"
        f"breda,learners,2024,12,told by {EMAIL}\n"
        f"breda,learners,2023,{NAME},told by {EMAIL}\n"
    ),
    "organisations.csv": f"id,site,name,contact person\no1,breda,Library of {EMAIL},{NAME}\n",
}
ANSWERS = {
    "projects.json": page("projects", [activity(1, owner={"name": NAME, "email": EMAIL})]),
    "badges.json": page(
        "badgeClasses",
        [
            badge_class(5, 1)
            | {
                "issuedBadges": {
                    "total": 1,
                    "list": [
                        {
                            "id": "i1",
                            "owner": {"name": NAME, "email": EMAIL},
                            "created": "2024-05-20T08:00:00Z",
                        }
                    ],
                }
            }
        ],
    ),
    "errors.json": {"errors": [{"message": f"{EMAIL} may not see this"}], **page("badges", [])},
}
_AWARD = {"type": "email", "hashed": False, "identity": EMAIL}
_ASSERTION = assertion(recipient=_AWARD, id=f"https://library.example/{EMAIL}/1.json")
_CREDENTIAL = credential(
    id=f"mailto:{EMAIL}",
    credentialSubject=credential()["credentialSubject"]
    | {"id": f"mailto:{EMAIL}", "name": NAME, "identifier": [{"identityHash": EMAIL}]},
)
BADGES = {
    "plain.json": json.dumps(_ASSERTION),
    "credential.json": json.dumps(_CREDENTIAL),
    "without a day.json": json.dumps({**_ASSERTION, "issuedOn": NAME}),
    "of a wrong type.json": json.dumps({**_ASSERTION, "type": [EMAIL, "Assertion"]}),
    "cut.json": json.dumps(_ASSERTION)[:-40],
    "signed.jwt": signed(_CREDENTIAL),
    "baked.png": baked_png(json.dumps(_ASSERTION)),
    "baked.svg": baked_svg(json.dumps(_CREDENTIAL)),
}


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, of this test alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def texts_in(path: Path) -> Iterator[str]:
    """Everything a file holds: its bytes, and what its packed columns unpack to."""
    yield path.name
    yield path.read_bytes().decode("latin-1")
    if path.suffix == ".parquet":
        yield str(duckdb.sql(f"FROM read_parquet('{path}')").fetchall())
    if path.suffix == ".duckdb":
        with duckdb.connect(path, read_only=True) as connection:
            for (table,) in connection.execute(
                "SELECT table_name FROM duckdb_tables() UNION ALL SELECT view_name FROM duckdb_views()"
                " WHERE NOT internal"
            ).fetchall():
                yield str(connection.execute(f'FROM "{table}"').fetchall())


def found_below(folder: Path) -> list[tuple[str, str]]:
    return [
        (path.name, secret)
        for path in folder.rglob("*")
        if path.is_file()
        for text in texts_in(path)
        for secret in SECRETS
        if secret in text.casefold()
    ]


def searched(files: list[Path], home: Home, temporary: Path, frame: Frame) -> Receipt:
    """Loads the files and looks for people: while the load is at work, and after it."""

    def look_and_publish(home: Home, snapshot: int, loads: tuple[int, ...]) -> date | None:
        assert found_below(home.path) == []
        assert found_below(temporary) == []
        return publish(home, snapshot, loads)

    receipt = load(files, home, frame, look_and_publish, as_of=date(2025, 1, 31))
    assert found_below(home.path) == []
    assert list(temporary.iterdir()) == []
    refused = [str(row).casefold() for row in refused_rows(home, receipt.load)]
    assert not [row for row in refused if any(secret in row for secret in SECRETS)]
    return receipt


def written(folder: Path, files: dict) -> list[Path]:
    folder.mkdir()
    for name, content in files.items():
        content = json.dumps(content) if isinstance(content, dict) else content
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return sorted(folder.iterdir())


def test_the_search_finds_what_is_there(tmp_path: Path):
    duckdb.execute(
        f"COPY (SELECT '{NAME}' AS name FROM range(9)) TO '{tmp_path}/a.parquet' (COMPRESSION zstd)"
    )
    assert ("a.parquet", "zwaantje") in found_below(tmp_path)


def test_of_separated_text(tmp_path: Path, watched: Path):
    receipt = searched(written(tmp_path / "files", CSV), Home(tmp_path / "home"), watched, FRAME)
    codes = {refused.code for refused in receipt.refused}
    assert codes == {
        "not-a-day",
        "broken-line",
        "not-a-number",
        "personal-identifier",
        "repeated-identifier",
    }
    write_refused(Home(tmp_path / "home"), 1, tmp_path / "mend.xlsx")
    assert not [s for s in SECRETS if s in str(workbook_texts(tmp_path / "mend.xlsx")).casefold()]


def workbook_texts(path: Path) -> list[str]:
    import openpyxl

    book = openpyxl.load_workbook(path)
    return [
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    ]


def test_of_a_workbook(tmp_path: Path, watched: Path):
    rows = [line.split(",") for line in HEAD.split("\n")[:1]]
    good = [EMAIL, "a1", "user", "", 1, "2024-05-31", NAME, "0612345678", EMAIL]
    bad = [EMAIL, "a2", "user", "", NAME, "31 maybe", NAME, "0612345678", EMAIL]
    sheets = {"participations": [*rows, good, bad], EMAIL[-31:]: [[NAME], [EMAIL]]}
    path = workbook(tmp_path / "list.xlsx", sheets)
    receipt = searched([path], Home(tmp_path / "home"), watched, FRAME)
    assert (receipt.totals().taken, receipt.totals().refused) == (1, 1)


def test_of_the_platforms_answers(tmp_path: Path, watched: Path):
    files = written(tmp_path / "files", ANSWERS)
    receipt = searched(files, Home(tmp_path / "home"), watched, FRAME)
    assert {counts.record for counts in receipt.counts if counts.taken} >= {"activities", "awards"}


def test_of_badges(tmp_path: Path, watched: Path):
    files = written(tmp_path / "files", BADGES)
    frame = replace(FRAME, badges=BadgeSettings(city="breda"))
    receipt = searched(files, Home(tmp_path / "home"), watched, frame)
    assert receipt.totals().taken >= 3
