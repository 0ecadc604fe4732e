"""Persons become keyed hashes, the same person the same hash, and nothing else of them is left."""

import hashlib
import hmac
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.checking.sql import Values
from ingest.pseudonyms import Pseudonyms, key_path, pseudonyms
from ingest.reading.file_problems import FileProblems
from matrices.home import Home

KEY = bytes(range(32))


def hashed(text: str) -> str:
    values = Values()
    sql = f"SELECT {Pseudonyms(KEY).person(values.bind(text) + '::VARCHAR', values)}"
    return values.run(duckdb.connect(), sql).fetchone()[0]


def made(*parts: str | None) -> str | None:
    values = Values()
    bound = [f"{values.bind(part)}::VARCHAR" for part in parts]
    sql = f"SELECT {Pseudonyms(KEY).identifier(bound, values)}"
    return values.run(duckdb.connect(), sql).fetchone()[0]


def test_the_hash_is_the_hmac_of_rfc_2104():
    expected = hmac.new(KEY, b"anna@example.org", hashlib.sha256).hexdigest()[:32]
    assert hashed("anna@example.org") == f"p_{expected}"


@given(st.text(st.characters(codec="ascii", exclude_characters="\0")))
@settings(max_examples=25, deadline=None)
def test_the_hash_equals_pythons_for_any_text(text: str):
    expected = hmac.new(KEY, text.lower().encode(), hashlib.sha256).hexdigest()[:32]
    assert hashed(text) == f"p_{expected}"


def test_an_address_in_capital_letters_is_the_same_person():
    assert hashed("Anna@Example.ORG") == hashed("anna@example.org")


def test_another_key_makes_another_hash():
    values = Values()
    sql = f"SELECT {Pseudonyms(bytes(32)).person(values.bind('anna') + '::VARCHAR', values)}"
    assert values.run(duckdb.connect(), sql).fetchone()[0] != hashed("anna")


def test_a_pseudonym_stays_as_it_is():
    assert hashed(hashed("anna")) == hashed("anna")


def test_what_only_begins_like_a_pseudonym_is_hashed():
    assert hashed("p_anna") != "p_anna"
    assert hashed("p_" + "g" * 32) != "p_" + "g" * 32


def test_an_identifier_is_made_of_several_cells_together():
    assert made("48", "2014-05-04") != made("48", "2014-05-05")
    assert made("4", "82014") != made("48", "2014")  # the cells are told apart
    assert made("48", None) is None


def test_the_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path):
    home = Home(tmp_path)
    first = pseudonyms(home)
    assert pseudonyms(home) == first
    assert len(first.key) == 32
    assert stat.S_IMODE(key_path(home).stat().st_mode) == 0o600


def test_two_that_need_a_key_at_once_get_the_same(tmp_path: Path):
    home = Home(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        keys = {each.key for each in pool.map(pseudonyms, [home] * 32)}
    assert len(keys) == 1
    assert [path.name for path in home.data.iterdir()] == ["key"]  # nothing is left lying about


def test_a_lost_key_is_not_made_anew_once_there_are_loads(tmp_path: Path):
    home = Home(tmp_path)
    (home.data / "loads" / "000001").mkdir(parents=True)
    with pytest.raises(FileProblems) as raised:
        pseudonyms(home)
    assert str(raised.value) == (
        "data/key: The key of the pseudonyms is gone, though there are loads that were made with "
        "it. Put it back from a backup: with another key everybody would be counted twice."
    )


def test_a_spoiled_key_is_not_used(tmp_path: Path):
    home = Home(tmp_path)
    pseudonyms(home)
    key_path(home).write_text("not a key")
    with pytest.raises(FileProblems, match="does not hold 64 hexadecimal digits any more"):
        pseudonyms(home)
