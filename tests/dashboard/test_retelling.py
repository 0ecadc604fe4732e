"""Sentences that other rooms finished in English, said in Dutch as the product has it."""

from dashboard.language import speaking
from dashboard.retelling import retold_problem
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
