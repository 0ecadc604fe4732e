"""Badges go the ordinary way: typed, checked, hashed, counted, loaded once."""

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from ingest.intake import take_in
from ingest.loading.refused_file import write_refused
from ingest.loads import load
from ingest.open_badges.settings import BadgeSettings
from ingest.reading.file_problems import FileProblems
from ingest.warehouse import build_records
from matrices.declarations import DeclarationProblems
from matrices.home import Home
from tests.ingest.network import COUNTRIES, FRAMEWORKS, publish
from tests.ingest.open_badges.making import (
    BADGE_CLASS,
    assertion,
    baked_png,
    credential,
    signed,
    written,
)
from tests.ingest.taking import FRAME, Taken

IN_BREDA = replace(FRAME, badges=BadgeSettings(city="breda"))


def take(folder: Path, files: Mapping[str, Any], frame=IN_BREDA, mapping: str = "") -> Taken:
    home = Home(folder / "home")
    if mapping:
        written(home.path, {"sources/open_badges.yaml": mapping})
    badges = written(folder / "badges", files)
    connection = duckdb.connect()
    return Taken(take_in(connection, [badges], home, frame, None), connection)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"type": "Something"}, "unknown-badge-type"),
        ("[1, 2]", "unreadable-badge"),
        ('{"cut": ', "unreadable-badge"),
    ],
)
def test_json_of_no_known_kind_among_badges_is_refused_by_itself(
    tmp_path: Path, content: Any, code: str
):
    taken = take(tmp_path, {"a.json": assertion(), "b.json": content})
    assert taken.refused("file, code") == [("b.json", code)]
    assert len(taken.rows("awards")) == 1


def test_an_award_and_its_badge_class_are_rows(tmp_path: Path):
    taken = take(tmp_path, {"a.json": assertion(expires="2026-01-01")})
    columns = "badge_class_id, city, name, issuer, issuer_url, has_criteria, skills"
    assert taken.rows("badge_classes", columns) == [
        (
            "https://library.example/robots.json",
            "breda",
            "Robots",
            "City Library",
            "https://library.example",
            True,
            ["https://example.eu/skills/L2|Critical thinking", "Soldering"],
        )
    ]
    columns = "badge_class_id, issued_on, expires_on, is_revoked, verification, file, row"
    assert taken.rows("awards", columns) == [
        (
            "https://library.example/robots.json",
            date(2024, 5, 4),
            date(2026, 1, 1),
            None,
            "not_verified",
            "a.json",
            1,
        )
    ]
    assert taken.codes() == [] and taken.notes() == []


def test_neither_the_recipient_nor_the_awards_address_is_kept(tmp_path: Path):
    personal = "https://library.example/awards/anna-jansen.json"
    hashed = {"type": "email", "hashed": True, "identity": "sha256$abcdef", "salt": "grit"}
    taken = take(
        tmp_path,
        {
            "1.json": assertion(id=personal),
            "2.json": assertion(id="https://x.example/2", recipient=hashed),
            "3.json": credential(),
            "4.json": assertion(id="https://x.example/anna@example.org", recipient=None),
        },
    )
    everything = taken.everything()
    for secret in ("anna", "jansen", "abcdef", "grit", "sha256$"):
        assert secret not in everything
    ids = [identifier for (identifier,) in taken.rows("awards", "award_id")]
    assert all(identifier.startswith("h_") and len(identifier) == 34 for identifier in ids)


def test_the_same_person_is_the_same_in_every_version(tmp_path: Path):
    plain = assertion(recipient={"type": "email", "hashed": False, "identity": " ANNA@example.org"})
    taken = take(tmp_path, {"2.json": plain, "3.json": credential()})
    assert len({person for (person,) in taken.rows("awards", "person")}) == 1


def test_a_hash_with_another_salt_is_another_person(tmp_path: Path):
    files = {
        f"{salt}.json": assertion(
            id=f"urn:{salt}",
            recipient={"type": "email", "hashed": True, "identity": "sha256$ab", "salt": salt},
        )
        for salt in ("a", "b")
    }
    assert len({*take(tmp_path, files).rows("awards", "person")}) == 2


def test_badges_without_a_city_are_taken_and_told(tmp_path: Path):
    taken = take(tmp_path, {"a.json": assertion()}, frame=FRAME)
    assert taken.rows("badge_classes", "city") == [(None,)]
    assert taken.notes() == [
        (
            "Badge classes without a city: 1. Their awards count nowhere until `--city` says whose "
            "they are, or `sources/open_badges.yaml` files the issuer: `City Library`."
        )
    ]


@pytest.mark.parametrize("issuer", ["City Library", "https://library.example"])
def test_an_issuer_is_filed_under_a_city(tmp_path: Path, issuer: str):
    packaged = Home(tmp_path / "home").sources()
    (path,) = [path for path in packaged if path.stem == "open_badges"]
    mapping = path.read_text("utf-8").replace("city: {}", f"city: {{'{issuer}': vilnius}}")
    taken = take(tmp_path, {"a.json": assertion()}, mapping=mapping)
    assert taken.rows("badge_classes", "city") == [("vilnius",)]  # and not breda, the rest's


def test_an_award_whose_badge_is_elsewhere_has_the_city_itself(tmp_path: Path):
    taken = take(tmp_path, {"a.json": assertion(badge=BADGE_CLASS["id"])})
    assert taken.rows("awards", "city, badge_class_id") == [("breda", BADGE_CLASS["id"])]


def test_what_is_wrong_with_an_award_is_told_with_its_file(tmp_path: Path):
    taken = take(
        tmp_path,
        {
            "awards/early.json": assertion(id="urn:1", issuedOn="2025-02-01"),
            "awards/late.json": assertion(id="urn:2", expires="2024-05-03"),
            "awards/no.json": assertion(id="urn:3", recipient=None),
            "awards/yes.json": assertion(id="urn:4"),
        },
    )
    assert taken.refused("file, code, sentence") == [
        (
            "early.json",
            "future-day",
            "early.json: `issued` is `2025-02-01`, which lies after 2025-01-31, the day of this load.",
        ),
        (
            "late.json",
            "expires-before-issued",
            "late.json: `expires` is `2024-05-03`, before it was issued: `2024-05-04`.",
        ),
        (
            "no.json",
            "missing-badge-part",
            "no.json: `recipient` is missing: an award says who was awarded.",
        ),
    ]
    assert taken.intake.rows_in == {"badge_classes": 1, "awards": 4}


def test_the_same_badge_in_two_wrappings_counts_once(tmp_path: Path):
    files = {"a.json": assertion(), "a.png": baked_png(json.dumps(assertion()))}
    taken = take(tmp_path, files)
    assert taken.rows("awards", "file") == [("a.json",)]
    assert taken.refused("file, code") == [("a.png", "repeated-identifier")]


def test_a_zip_of_badges_is_one_file_with_many(tmp_path: Path):
    inner = {
        "b/2.json": json.dumps(assertion()),
        "b/notes.txt": "x",
        "b/1.jwt": signed(credential()),
    }
    archive = written(tmp_path, {"badges.zip": zipped(inner)}) / "badges.zip"
    connection = duckdb.connect()
    taken = Taken(take_in(connection, [archive], Home(tmp_path), IN_BREDA, None), connection)
    assert taken.rows("awards", "file, verification") == [
        ("badges.zip/b/1.jwt", "verified"),
        ("badges.zip/b/2.json", "not_verified"),
    ]
    assert [file.name for file in taken.intake.files] == ["badges.zip"]
    assert taken.notes() == [
        "Read beside the badges, and no row of its own: a file of another kind (1): `badges.zip/b/notes.txt`."
    ]


def test_what_stands_beside_badges_is_told(tmp_path: Path):
    picture = baked_png("", b"tEXt", b"Comment")
    files = {"a.json": assertion(), "logo.png": picture, "issuer.json": BADGE_CLASS["issuer"]}
    assert take(tmp_path, files).notes() == [
        "Read beside the badges, and no row of its own: a picture without a badge in it (1): `logo.png`.",
        "Read beside the badges, and no row of its own: an issuer's profile (1): `issuer.json`.",
    ]


def test_an_issuer_alone_is_no_load(tmp_path: Path):
    with pytest.raises(FileProblems, match="holds an issuer's profile, and no badge"):
        take(tmp_path, {"issuer.json": BADGE_CLASS["issuer"]})


def test_badges_are_loaded_counted_and_unchanged_the_second_time(tmp_path: Path):
    home, frame = Home(tmp_path / "home"), replace(IN_BREDA, cities=COUNTRIES)
    files = {
        "1.json": assertion(),
        "2.json": credential(),
        "3.json": assertion(id="u:3", badge=None),
    }
    folder = written(tmp_path / "badges", files)
    first = load([folder], home, frame, publish)
    assert [(each.record, each.rows_in, each.added, each.refused) for each in first.counts] == [
        ("badge_classes", 2, 2, 0),
        ("awards", 3, 2, 1),
    ]
    assert first.cities == ("breda",)
    again = load([folder], home, frame, publish)
    assert [(each.added, each.unchanged) for each in again.counts] == [(0, 2), (0, 2)]
    assert write_refused(home, first.load, tmp_path / "refused.xlsx") == 1


def test_skills_of_badges_are_filed_under_frameworks_and_revoked_ones_stand_apart(tmp_path: Path):
    home, frame = Home(tmp_path / "home"), replace(IN_BREDA, cities=COUNTRIES)
    files = {"1.json": assertion(), "2.json": assertion(id="urn:2", revoked=True)}
    load([written(tmp_path / "badges", files)], home, frame, publish)
    connection = duckdb.connect()
    build_records(connection, home, [1], FRAMEWORKS, COUNTRIES)
    skills = connection.execute("SELECT label, skill FROM badge_skills ORDER BY label").fetchall()
    assert skills == [("Critical thinking", "lifecomp:L2"), ("Soldering", None)]
    awards = connection.execute("SELECT city, standing FROM awards ORDER BY file").fetchall()
    assert awards == [("breda", "stands"), ("breda", "revoked")]


def test_a_refused_award_is_mended_in_a_workbook_and_stays_the_same_award(tmp_path: Path):
    home, frame = Home(tmp_path / "home"), replace(IN_BREDA, cities=COUNTRIES)
    folder = written(tmp_path / "badges", {"a.json": assertion(issuedOn="4 May 2024")})
    load([folder], home, frame, publish)
    workbook = tmp_path / "refused.xlsx"
    write_refused(home, 1, workbook)
    book = openpyxl.load_workbook(workbook)
    headings = [cell.value for cell in book["awards"][1]]
    book["awards"].cell(2, headings.index("issued") + 1).value = "2024-05-04"
    book.save(workbook)
    (mended,) = load([workbook], home, frame, publish).counts
    assert (mended.record, mended.added) == ("awards", 1)
    (again,) = load([written(folder, {"a.json": assertion()})], home, frame, publish).counts[1:]
    assert (again.record, again.unchanged) == ("awards", 1)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (("  awards:", "  organisations:"), "open_badges.yaml"),
        (("person: recipient", "person: who"), "for it the headings lack `who`"),
    ],
)
def test_a_mapping_that_lost_what_badges_need_is_told(
    tmp_path: Path, changed: tuple[str, str], told: str
):
    (path,) = [each for each in Home(tmp_path).sources() if each.stem == "open_badges"]
    mapping = path.read_text("utf-8").replace(*changed)
    with pytest.raises((FileProblems, DeclarationProblems), match=told):
        take(tmp_path, {"a.json": assertion()}, mapping=mapping)
