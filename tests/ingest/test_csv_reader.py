"""Every physical line is accounted for, whatever is wrong with it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.reading.csv_reader import MOST_LINES, Line, logical_rows


def rows(text: str, separator: str = ",", width: int = 0) -> list[Line]:
    return list(logical_rows(text.splitlines(keepends=True), separator, width))


def test_a_line_without_quotes_is_one_row():
    assert rows("a;b\r\n1;2\r\n", ";") == [Line(1, 1, ["a", "b"]), Line(2, 2, ["1", "2"])]


def test_quotes_protect_separators_and_quotes():
    assert rows('"a,b","say ""hi"""\n')[0].cells == ["a,b", 'say "hi"']


def test_a_quote_in_the_middle_of_a_text_is_a_sign_like_others():
    assert rows('1,6" pipe,x\n')[0].cells == ["1", '6" pipe', "x"]


def test_a_quoted_text_may_run_over_several_lines_and_counts_as_one_row():
    assert rows('a,b\n1,"two\nlines"\n2,x\n') == [
        Line(1, 1, ["a", "b"]),
        Line(2, 2, ["1", "two\nlines"]),
        Line(3, 4, ["2", "x"]),  # the third row, on the fourth line
    ]


def test_a_quote_that_is_never_closed_spoils_its_own_line_only():
    read = rows('1,"a,b\n2,c,d\n3,e,f\n', width=3)
    assert [(line.line, line.cells, line.fault) for line in read] == [
        (1, [], "a quote opens here and is never closed"),
        (2, ["2", "c", "d"], None),
        (3, ["3", "e", "f"], None),
    ]


def test_two_unclosed_quotes_do_not_swallow_the_rows_between_them():
    # closed by the fourth line, the text would be valid: one row of three cells
    read = rows('1,a,"b\n2,c,d\n3,e,f\n4,g,h"\n', width=3)
    assert [(line.line, line.fault) for line in read] == [
        (1, "a quote opens here and closes only after lines that look like rows"),
        (2, None),
        (3, None),
        (4, None),
    ]


def test_a_text_over_several_lines_in_the_first_column_is_no_sign_of_rows():
    # its last line has all the separators of the row, but they stand after the text
    assert rows('"two\nlines",b,c\n', width=3)[0].cells == ["two\nlines", "b", "c"]


def test_something_after_a_closing_quote_is_a_fault():
    read = rows('1,"a"b,c\n2,d,e\n')
    assert read[0].fault == "something stands between a closing quote and the next separator"
    assert read[1].cells == ["2", "d", "e"]


def test_a_nul_is_a_fault():
    assert rows("1,a\0b\n")[0].fault == "it holds a NUL, a sign that no text has"


def test_a_byte_that_is_no_letter_is_a_fault_where_the_file_is_damaged():
    damaged = list(logical_rows(["1,a\ufffdb\n"], ",", is_damaged=True))
    assert damaged[0].fault == "it holds bytes that are no letters in the encoding of the file"
    assert rows("1,a\ufffdb\n")[0].cells == ["1", "a\ufffdb"]  # written so by its author


@pytest.mark.parametrize("more", [0, 5])
def test_a_text_runs_on_over_so_many_lines_at_most(more: int):
    read = rows('1,"' + "x\n" * (MOST_LINES + more) + '"\n')
    assert bool(read[0].fault) is (more > 0)


@given(
    st.lists(st.text(st.sampled_from('ab,"\n \0'), max_size=12), max_size=12),
    st.integers(min_value=2, max_value=4),
)
@settings(max_examples=200, deadline=None)
def test_every_line_belongs_to_exactly_one_row(pieces: list[str], width: int):
    text = "\n".join(pieces)
    lines = text.splitlines(keepends=True)
    read = list(logical_rows(lines, ",", width))
    assert [line.row for line in read] == list(range(1, len(read) + 1))
    starts = [line.line for line in read] + [len(lines) + 1]
    assert starts == sorted(set(starts))  # each row begins where the one before has ended
    assert all(
        end - start == 1
        for line, start, end in zip(read, starts, starts[1:], strict=False)
        if line.fault
    )
