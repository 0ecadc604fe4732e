"""What is known of a text file after one pass over its bytes."""

import hashlib
from pathlib import Path

import pytest

from ingest.reading.text_file import SOME_NOT_UTF8_NOTE, Spaces, TextFile, examine


def examined(folder: Path, content: bytes) -> TextFile:
    path = folder / "file.csv"
    path.write_bytes(content)
    return examine(path)


@pytest.mark.parametrize(
    ("content", "encoding", "first_line"),
    [
        (b"a,b\n", "UTF-8", "a,b\n"),
        ("žalias,b\n".encode(), "UTF-8", "žalias,b\n"),
        ("a,é\n".encode("utf-8-sig"), "UTF-8", "a,é\n"),
        ("a,é\r\n".encode("utf-16"), "UTF-16", "a,é\r\n"),
        ("a,é\n".encode("utf-16-le"), "UTF-16", "a,é\n"),  # without a byte order mark
        ("a,é\n".encode("utf-16-be"), "UTF-16", "a,é\n"),
        ("a,é€\n".encode("cp1252"), "Windows-1252", "a,é€\n"),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, content: bytes, encoding: str, first_line: str):
    text = examined(tmp_path, content)
    assert text.encoding == encoding
    with text.text() as lines:
        assert next(lines) == first_line


def test_windows_letters_are_said_to_be_read_as_such(tmp_path: Path):
    assert examined(tmp_path, b"caf\xe9\n").note == (
        "It is not written in UTF-8 and was read as Windows-1252, by its letters. "
        "If letters look wrong, save it as UTF-8 and load it again."
    )


def test_a_few_spoiled_bytes_do_not_make_a_file_another_encoding(tmp_path: Path):
    text = examined(tmp_path, "žalia,ąžuolas\n".encode() + b"spoiled\xff\n")
    assert (text.encoding, text.note) == ("UTF-8", SOME_NOT_UTF8_NOTE)


@pytest.mark.parametrize(
    ("content", "lines", "blank_at_end"),
    [
        (b"a\n1\n", 2, 0),
        (b"a\n1", 2, 0),
        (b"a\n1\n\n\n", 2, 2),
        (b"a\r\n1\r\n\r\n", 2, 1),
        (b"a\n\n1\n", 3, 0),  # the blank line stands among the others
    ],
)
def test_lines_are_counted_up_to_the_last_that_is_not_blank(
    tmp_path: Path, content: bytes, lines: int, blank_at_end: int
):
    text = examined(tmp_path, content)
    assert (text.lines, text.blank_at_end) == (lines, blank_at_end)


def test_only_clean_utf8_is_read_the_fast_way(tmp_path: Path):
    assert examined(tmp_path, "ž\n".encode()).is_plain
    assert not examined(tmp_path, b"a\0b\n").is_plain
    assert not examined(tmp_path, b"caf\xe9\n").is_plain
    assert not examined(tmp_path, b"cut off in a letter \xc5").is_plain


def test_spaces_that_are_not_from_the_space_bar_are_noticed(tmp_path: Path):
    assert examined(tmp_path, "1\u00a0234\n".encode()).spaces is Spaces.ODD
    assert examined(tmp_path, b"1 234\n").spaces is Spaces.PLAIN
    assert examined(tmp_path, b"1234\n").spaces is Spaces.NONE


def test_the_fingerprint_is_that_of_the_bytes(tmp_path: Path):
    content = b"a,b\n1,2\n"
    text = examined(tmp_path, content)
    assert (text.size_bytes, text.sha256) == (8, hashlib.sha256(content).hexdigest())
