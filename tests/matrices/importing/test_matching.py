"""An indicator is linked where its title is clearly one of ours; else the text is kept."""

import pytest

from matrices.importing.draft import Draft, DraftIndicator, DraftStatement, PromiseWords
from matrices.importing.findings import Place
from matrices.importing.matching import KnownIndicator, matched

KNOWN = {
    "learners": KnownIndicator("Learners", "How many people took part?", False, "higher"),
    "playlists": KnownIndicator("Learning playlists", "How many playlists?", False, "higher"),
    "dropouts": KnownIndicator("Dropouts", "How many left?", False, "lower"),
    "quality_share": KnownIndicator("Good activities", "What share?", True, "higher"),
}


def linked(*indicators: DraftIndicator) -> tuple[DraftIndicator, ...]:
    statement = DraftStatement("Text", "outputs", Place.line(1), indicators=indicators)
    [found] = matched(Draft("a.xml", "", "", statements=(statement,)), KNOWN).statements
    return found.indicators


def titled(title: str, target: str = "10", is_share: bool | None = False) -> DraftIndicator:
    promise = (PromiseWords(target),) if target else ()
    return DraftIndicator(title, Place.line(2), is_share=is_share, promises=promise)


@pytest.mark.parametrize(
    "title",
    [
        "Learners",
        "Number of learners",
        "# of LEARNERS",
        "The total number of the learners",
        "Aantal learners",
    ],
)
def test_the_words_that_say_something_is_counted_make_no_difference(title: str):
    assert linked(titled(title))[0].identifier == "learners"


@pytest.mark.parametrize(
    ("indicator", "note"),
    [
        (
            titled("Learners reached in schools"),
            "No indicator of this home has that title.",
        ),
        (
            titled("Learning playlist"),
            "No indicator of this home has that title. Did you mean `Learning playlists`?",
        ),
        (
            titled("Learners", "50 %", is_share=True),
            "`learners` has that title, but is counted in whole things; the file counts in percent.",
        ),
        (
            titled("Good activities"),
            "`quality_share` has that title, but is counted in percent; the file counts in whole things.",
        ),
        (
            titled("Dropouts"),  # ten at least, or ten at most?
            "`dropouts` has that title. Less of it is better: say `at most` or `at least`.",
        ),
        (
            titled("Learners", target=""),
            "`learners` has that title. Name it with `increase`, `decrease` or a number.",
        ),
    ],
)
def test_what_is_not_clear_is_not_linked_and_says_why(indicator: DraftIndicator, note: str):
    [found] = linked(indicator)
    assert found.identifier == ""
    assert found.notes == (note,)


def test_a_statement_names_an_indicator_once():
    first, second = linked(titled("Learners"), titled("Number of learners", "20"))
    assert (first.identifier, second.identifier) == ("learners", "")
    assert second.notes == ("`learners` is named above already; a statement names it once.",)
