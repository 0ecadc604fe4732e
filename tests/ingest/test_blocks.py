"""Read in blocks, a text gives the same rows as read line by line, however it is cut."""

from hypothesis import given, settings
from hypothesis import strategies as some

from ingest.reading.blocks import Layout
from ingest.reading.csv_reader import Line, logical_rows
from ingest.reading.scans import Scan, block_scan, careful_scan
from ingest.reading.text_file import examine

LINES = [
    b"1,a,x\n",
    b"2,\xc3\xa9,\n",
    b",,\n",
    b"3,b,y\r\n",
    b'4,"b",z\n',  # quoted in one line
    b'5,"two\nlines, and\nthree",z\n',  # quoted over several lines
    b'"6,b,z\n',  # a quote never closed, unless a later line has another
    b'7,b"b,z\n',  # a quote within a text
    b'8,"b"b,z\n',  # something after a closing quote
    b"9,b\n",  # a cell too few
    b"10,b,z,\n",  # a separator too many, with nothing after it
    b"11,b,z,extra\n",
    b"\n",
    b"   \n",
    b"12,\0,z\n",  # a NUL
    b"13,\xe9,z\n",  # a letter in another encoding
    b"14,\xef\xbf\xbd,z\n",  # the sign for one that was lost elsewhere
]
HEADINGS = "a,b,é{}\n".format("é" * len(LINES)).encode()
"""With more letters in UTF-8 than there are bytes that are none, so that it is taken for UTF-8."""
SIZES = some.sampled_from([1, 7, 64, 1 << 20])
"""Bytes read at a time: less than a line, less than a row, and the whole."""


def told(scan: Scan) -> tuple[list[dict], list[Line]]:
    """The rows in their order, and the lines that could not be read."""
    return scan.batches.read_all().to_pylist(), scan.broken


@settings(max_examples=60, deadline=None)
@given(some.lists(some.sampled_from(LINES), max_size=12), some.booleans(), SIZES)
def test_rows_and_faults_are_the_same(tmp_path_factory, lines, is_whole, size):
    below = b"".join(lines)
    path = tmp_path_factory.mktemp("text") / "t.csv"
    path.write_bytes(HEADINGS + (below if is_whole else below.removesuffix(b"\n")))
    text = examine(path)
    with text.text() as every:
        rows = logical_rows(every, ",", 3, text.is_damaged)
        by_line = told(careful_scan((row for row in rows if row.row > 1), 1, 3))
    assert told(block_scan(Layout(path, ",", 3, 1, 1, text.is_damaged), text, size)) == by_line
