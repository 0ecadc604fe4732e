"""The matrix as it hangs on the wall: a real table, every statement once, nothing unescaped."""

import re
from html.parser import HTMLParser

import pytest

from dashboard.markup import Html
from dashboard.parts.matrix_list import matrix_list
from dashboard.parts.matrix_table import matrix_table
from tests.dashboard.fake_results import STANDINGS, FakeResults

MATRIX = FakeResults().matrix("vilnius")


class Balanced(HTMLParser):
    """Fails on a tag that is closed in the wrong place or never."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in ("col", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize(
    "drawn", [matrix_table(MATRIX), matrix_list(MATRIX)], ids=["table", "list"]
)
def test_every_tag_is_closed(drawn: Html):
    reader = Balanced()
    reader.feed(drawn)
    assert reader.open == []


@pytest.mark.parametrize(
    "drawn", [matrix_table(MATRIX), matrix_list(MATRIX)], ids=["table", "list"]
)
def test_every_statement_stands_there_once_as_a_link(drawn: Html):
    links = re.findall(r'href="/statement\?id=([^"]+)"', drawn)
    assert sorted(links) == sorted(s.statement.identifier for s in STANDINGS)


@pytest.mark.parametrize(
    "drawn", [matrix_table(MATRIX), matrix_list(MATRIX)], ids=["table", "list"]
)
def test_texts_of_the_poster_are_escaped(drawn: Html):
    assert "Skills &lt;b&gt;&amp; competences&lt;/b&gt;" in drawn
    assert "Providers &amp; learners" in drawn
    assert "<b>&" not in drawn


def test_target_groups_are_numbered_column_heads_and_levels_are_row_heads():
    table = matrix_table(MATRIX)
    assert table.count('scope="col"') == 3  # the corner and two groups
    assert table.count('scope="row"') == 4  # three levels, and outputs across all groups
    assert re.findall(r'class="number">(\d\d)<', table) == ["01", "02"]
    assert re.findall(r'class="level">([^<]+)<', table) == [
        "Impact",
        "Short-term impact",
        "Outputs",
        "Outputs",
    ]


def test_the_table_says_what_it_is():
    assert "<caption" in matrix_table(MATRIX)
    assert "Strategy matrix of Vilnius City of Learning" in matrix_table(MATRIX)


def test_horizons_stand_beside_their_level():
    assert 'Short-term impact</span><span class="horizon">2-4 years<' in matrix_table(MATRIX)


def test_a_statement_of_no_single_column_spans_all_of_them():
    row = matrix_table(MATRIX).split('class="across"')[1]
    assert '<td colspan="2">' in row
    assert "All target groups" in row
    assert "In 50 % skills are recognised" in row


def test_a_status_is_a_word_and_a_shape_never_a_colour_alone():
    table = matrix_table(MATRIX)
    marks = re.findall(r'<span class="status \w+"><svg[^>]*>.*?</svg><span>([^<]+)<', table)
    assert marks == [
        "by survey",
        "cannot be measured: Nobody could count it",
        "not measured yet",
        "increasing",
        "slightly behind",
        "by evidence (2 entries)",
        "no target date",
    ]


def test_the_figure_stands_beside_the_promise():
    table = matrix_table(MATRIX)
    assert "2,431\u00a0learners in 2025" in table
    assert 'class="promised">promised: increase<' in table


def test_what_nobody_measures_looks_quieter():
    table = matrix_table(MATRIX)
    assert table.count('class="statement measured"') == 3
    assert table.count('class="statement unmeasured"') == 4


def test_a_curve_says_what_it_shows():
    assert (
        'aria-label="From 1,120\u00a0learners in 2022 to 1,980\u00a0learners in 2026 so far"'
        in matrix_table(MATRIX)
    )


def test_a_note_on_the_text_can_be_opened():
    assert "<summary>Note on the text</summary><p>The poster is torn here.</p>" in matrix_table(
        MATRIX
    )


def test_the_headline_of_a_cell_comes_first_and_has_no_number():
    cell = matrix_table(MATRIX).split("Short-term impact")[1]
    assert cell.index('class="headline"') < cell.index('class="statements"')


def test_the_list_for_phones_goes_group_by_group_with_headings_in_order():
    headings = re.findall(r"<(h[1-6])>", matrix_list(MATRIX))
    assert headings == ["h3", "h4", "h4", "h3", "h4", "h4", "h3", "h4"]
