"""Texts for the fields of a form are counted and shortened by whole sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reports.document.fields import Sentence, characters, field_text, form_limits

SENTENCES = st.lists(
    st.builds(Sentence, st.text("abc .", min_size=1, max_size=40), st.integers(0, 4)), max_size=12
)


def test_the_limits_of_the_fields_stand_in_one_file_with_their_source():
    limits = form_limits()
    assert [limits.summary.limit, limits.needs.limit, limits.impact.limit] == [2000, 5000, 4000]
    assert "KA153" in limits.summary.source


@pytest.mark.parametrize(("text", "count"), [("", 0), ("Één dag", 7), ("a\nb", 4), ("\u00a0%", 2)])
def test_spaces_count_and_a_line_break_counts_as_two(text: str, count: int):
    assert characters(text) == count


def test_a_text_that_fits_has_no_shorter_version():
    told = field_text([Sentence("12345", 1), Sentence("12345", 1)], 12)
    assert (told.whole, told.shorter, characters(told.whole)) == ("12345\n12345", None, 12)


def test_of_a_text_that_is_too_long_what_matters_most_is_kept_in_its_order():
    sentences = [
        Sentence("later", 3),
        Sentence("number", 1),
        Sentence("must", 0),
        Sentence("in", 3),
    ]
    told = field_text(sentences, 16)
    assert told.shorter == "number\nmust\nin"  # 12 letters and two breaks: 16
    assert told.left_out == 1


def test_where_not_even_one_sentence_fits_the_shorter_version_is_empty():
    told = field_text([Sentence("too long for this", 0)], 5)
    assert (told.shorter, told.left_out) == ("", 1)


@settings(max_examples=60)
@given(SENTENCES, st.integers(0, 120))
def test_what_is_offered_always_fits_and_says_nothing_new(sentences: list[Sentence], limit: int):
    told = field_text(sentences, limit)
    offered = told.whole if told.shorter is None else told.shorter
    assert characters(offered) <= limit
    texts = iter(sentence.text for sentence in sentences)
    lines = offered.split("\n") if offered else []
    assert all(any(line == text for text in texts) for line in lines)  # whole, and in order
