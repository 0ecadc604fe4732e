"""Whatever a file holds, it ends in one sentence, soon, and in little memory."""

import json
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest

from ingest.open_badges import zips
from ingest.open_badges.opening import open_badges
from ingest.open_badges.settings import BadgeSettings
from ingest.reading.file_problems import FileProblems
from ingest.source_mapping import load_mappings
from matrices.home import Home
from tests.ingest.open_badges.making import assertion, baked_png, judged, signed

NAMED = b"\x89PNG\r\n\x1a\n"


def sentence(content: Any) -> str:
    """The one sentence that one file ends in."""
    ((fault,),) = (verdict.faults for verdict in judged(content))
    assert fault.problem.code == "unreadable-badge"
    return str(fault)


def refusal(path: Path) -> str:
    """The one sentence that a file handed in by itself ends in."""
    mappings = load_mappings(Home(path.parent / "home"))
    with pytest.raises(FileProblems) as refused:
        open_badges([(path, path.name)], mappings, BadgeSettings())
    (problem,) = refused.value.problems
    return problem.text


def archive(path: Path, *files: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files:
            made.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[" * 100_000, "nested too deep"),
        ('{"a":' * 70 + "1" + "}" * 70, "nested more than 64 deep"),
        ("[" + "1," * 2_000_001 + "1]", "more than 2,000,000 values"),
        ('{"id": ' + "9" * 5000 + "}", "thousands of digits"),
        ('{"id": 1e999}', "`1e999` stands in it where a number should"),
        ("<svg>" + "<a>" * 100_000, "Its elements are nested more than 64 deep."),
        ('{"a":' + '"' * 200_001, "It is no JSON: line 1, column 8"),  # comments are looked for
        ('{"a":"' + '\\"' * 100_000, "It is no JSON: line 1, column 6"),
        ('{"id": NaN}', "`NaN` stands in it where a number should"),
        ('{"type": "Assertion", "type": "Issuer"}', "`type` stands twice"),
        ('{"type": "Assertion"', "It is no JSON: line 1, column 21"),
        ("", "It is empty."),
        (b"\0\0\0\0", "It is no JSON"),
        (b"\xff\xfe\x00\xd8", "It is not written in UTF-8"),
        (b'{"name": "\xe9"}', "It is not written in UTF-8"),
        ("https://library.example/awards/1.json", "only the address of a badge"),
        ('"a text"', "a badge is an object between braces"),
        ("[]", "there is no badge in it"),
        ("a.b.c", "cannot be decoded"),
        (NAMED + struct.pack(">I4s", 2**31 - 1, b"iTXt") + b"openbadges", "says that more follows"),
        (baked_png(json.dumps(assertion()))[:60], "says that more follows"),
        (baked_png("x" * 3_000_000, b"packed"), "unpacks to more than 2 MB"),
        (b"<svg xmlns:o='x'><o:assertion>", "It is no SVG that can be read"),
    ],
    ids=lambda value: "" if len(value) > 60 else None,
)
def test_what_cannot_be_a_badge_ends_in_a_sentence(content: str | bytes, told: str):
    assert told in sentence(content)


def test_entities_in_an_svg_are_never_expanded():
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha" * 100}">' for n in range(10))
    svg = f"<!DOCTYPE svg [{bomb}]><svg xmlns:o='x'><o:assertion>&a9;</o:assertion></svg>"
    assert "declares XML entities of its own" in sentence(svg)


def test_a_file_outside_is_never_read_into_an_svg(tmp_path: Path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    entity = f'<!ENTITY x SYSTEM "{secret.as_uri()}">'
    svg = f"<!DOCTYPE svg [{entity}]><svg xmlns:o='x'><o:assertion>&x;</o:assertion></svg>"
    assert "secret" not in sentence(svg)


def test_a_doctype_that_declares_nothing_is_harmless():
    text = json.dumps(assertion()).replace("&", "&amp;").replace("<", "&lt;")
    svg = f"""<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x/svg.dtd">
        <svg xmlns:o="x"><o:assertion>{text}</o:assertion></svg>"""
    assert judged(svg)[0].award


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_badge_is_read_in_other_encodings(encoding: str):
    assert judged(json.dumps(assertion()).encode(encoding))[0].award


def test_letters_that_no_table_can_hold_do_not_stop_a_load():
    from ingest.open_badges.rows import BADGE_CLASS as HEADINGS
    from ingest.open_badges.rows import badge_table, class_cells

    (verdict,) = judged(json.dumps(assertion()).replace("Robots", r"Ro\ud800bo\u0000ts"))
    (mapping,) = (m for m in load_mappings(Home(Path("nowhere"))) if m.identifier == "open_badges")
    table = badge_table(HEADINGS, "badges", mapping)
    table.take(verdict.document, class_cells(verdict.badge, ""))
    assert table.lines[0].cells[2] == "Ro?bots"


@pytest.mark.parametrize("name", ["../../x.json", "/etc/x.json", r"..\x.json", "C:/x.json"])
def test_names_in_a_zip_that_climb_out_are_refused(tmp_path: Path, name: str):
    path = archive(tmp_path / "a.zip", (name, json.dumps(assertion()).encode()))
    assert refusal(path).endswith("in this ZIP points outside of it; nothing was read.")


def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path: Path):
    path = archive(tmp_path / "a.zip", ("a.json", b" " * 10_000_000))
    assert "packed to almost nothing" in refusal(path)


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path):
    path = archive(tmp_path / "a.zip", ("a.json", json.dumps(assertion()).encode()))
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\x01\x02") + 24  # the size in the list of files
    content[at : at + 4] = struct.pack("<I", 5)
    path.write_bytes(content)
    assert refusal(path).startswith("This ZIP")


def test_a_zip_within_a_zip_is_refused(tmp_path: Path):
    inner = archive(tmp_path / "inner.zip", ("a.json", b"{}")).read_bytes()
    path = archive(tmp_path / "a.zip", ("inner.json", inner))
    assert refusal(path) == "`inner.json` in this ZIP is a ZIP itself; unpack it first."


def test_a_zip_that_is_cut_off_is_refused(tmp_path: Path):
    path = archive(tmp_path / "a.zip", ("a.json", json.dumps(assertion()).encode() * 50))
    path.write_bytes(path.read_bytes()[:-30])
    assert refusal(path).startswith("This ZIP cannot be opened")


def test_a_zip_of_nothing_is_refused(tmp_path: Path):
    assert refusal(archive(tmp_path / "a.zip")) == "There is no file in this ZIP."


def test_a_zip_of_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(zips, "MOST_FILES", 3)
    path = archive(tmp_path / "a.zip", *((f"{n}.json", b"{}") for n in range(4)))
    assert refusal(path) == "This ZIP has more than 3 files; load it in parts."


def test_a_token_within_a_token_is_taken_apart_once():
    bundle = {"type": ["VerifiableCredential", "ClrCredential"], "credentialSubject": {}}
    for _ in range(5):
        bundle = bundle | {"credentialSubject": {"verifiableCredential": [signed(bundle)]}}
    (verdict,) = judged(bundle)
    assert verdict.faults or not verdict.award


def test_a_badge_that_refers_to_itself_ends():
    badge = {"id": "https://x.example/1.json", "type": "BadgeClass", "name": "Me"}
    (verdict,) = judged(badge | {"issuer": badge["id"]})
    assert verdict.faults[0].problem.code == "unknown-badge-type"


def test_a_picture_may_be_packed_badly():
    broken = baked_png(json.dumps(assertion()), b"packed")
    at = broken.index(zlib.compress(json.dumps(assertion()).encode())[:8])
    assert "cannot be unpacked" in sentence(broken[:at] + b"\xff" * 8 + broken[at + 8 :])
