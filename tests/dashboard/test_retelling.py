"""Sentences that other rooms finished in English, said in Dutch as the product has it."""

from dashboard.language import speaking
from dashboard.retelling import retell, retold_problem
from ingest.ledger import LoadProblem
from ingest.reading.file_problems import FileProblem, FileProblems
from ingest.reading.recognition import NO_HEADINGS, OFFER
from matrices.telling import told


def test_why_files_cannot_be_taken_in_is_said_in_the_language_of_whoever_dropped_them():
    known = told("None of the headings is known; tables that are known: {known}.", known="awards")
    problems = [
        FileProblem("holiday.csv", f"{known} {OFFER}"),
        FileProblem("list.csv", NO_HEADINGS),
    ]
    with speaking("nl"):
        holiday, a_list = retold_problem(FileProblems(problems))
    assert holiday == (
        "holiday.csv: Geen van de kolomkoppen is bekend; tabellen die bekend zijn: awards. "
        "`impact map BESTAND` schrijft een eerste bronbeschrijving om te bewerken."
    )
    assert a_list == (
        "list.csv: Er is geen rij met kolomkoppen: geen enkele rij heeft twee gevulde cellen."
    )


def test_what_has_no_dutch_is_said_as_it_is():
    with speaking("nl"):
        assert retold_problem(LoadProblem("One line.\nAnother.")) == ["One line.", "Another."]


def test_notes_on_badges_are_said_in_dutch_with_what_they_name():
    names = [f"`{number}.png`" for number in range(10)]
    note = (
        "Read beside the badges, and no row of its own: a picture without a badge in it (12): "
        f"{', '.join(names)} and 2 more."
    )
    with speaking("nl"):
        assert retell(note) == (
            "Naast de badges gelezen, en zelf geen regel: een afbeelding zonder badge erin (12): "
            f"{', '.join(names)} en nog 2."
        )
