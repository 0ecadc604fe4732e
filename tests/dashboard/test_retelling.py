"""Sentences that other rooms finished in English, said in Dutch as the product has it."""

import pytest

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
        # pieces of sentences, such as `{first} to {last}`, are not taken for what they are not
        assert retell("Send it to somebody and wait.") == "Send it to somebody and wait."


REFUSED = (
    (
        "activities.csv line 501: it has 25 cells where there are 26 headings.",
        "activities.csv regel 501: de regel heeft 25 cellen waar er 26 kolomkoppen zijn.",
    ),
    (
        (
            "list.xlsx, sheet `2024`, row 5: `city` is `brede`, which is no city here. Did you mean "
            "`breda`? `start` is `31/02/2024`, which is no day. Write it as 2024-05-31."
        ),
        (
            "list.xlsx, blad `2024`, rij 5: In `city` staat `brede`, en dat is hier geen stad. Is "
            "`breda` bedoeld? In `start` staat `31/02/2024`, en dat is geen dag. Schrijf het als "
            "2024-05-31."
        ),
    ),
    (
        (
            "a.csv row 3: the person in `learner` with `activity` `Ann and Bob` stands already in b.csv "
            "row 2, which was taken."
        ),
        (
            "a.csv rij 3: de persoon in `learner` met `activity` `Ann and Bob` staat al in b.csv rij 2, "
            "en die is genomen."
        ),  # what stood in the file is nobody's to translate
    ),
    (
        "badge.json: `badge` is missing: an award says which badge was given.",
        "badge.json: `badge` ontbreekt: een toekenning zegt welke badge is gegeven.",
    ),
    (
        "answers.json, badge class 4: `name` is empty; every row needs it.",
        "answers.json, badgeklasse 4: `name` is leeg; elke rij heeft dit nodig.",
    ),
)


WRONG_IN_A_MATRIX = (
    (
        (
            "learners: `increas` is not a target. Write `increase`, a number such as `10`, or a share such "
            "as `50 %`. Did you mean `increase`?"
        ),
        (
            "learners: `increas` is geen streefwaarde. Schrijf `increase`, een getal zoals `10`, of een "
            "aandeel zoals `50 %`. Is `increase` bedoeld?"
        ),
    ),
    (
        "by: `soon` is not a day. Write it as `2026-12-31`, `2026-12` or `2026`.",
        "by: `soon` is geen dag. Schrijf hem als `2026-12-31`, `2026-12` of `2026`.",
    ),
)


@pytest.mark.parametrize(("english", "dutch"), REFUSED + WRONG_IN_A_MATRIX)
def test_what_is_wrong_is_said_in_dutch_from_its_place_to_its_end(english: str, dutch: str):
    with speaking("nl"):
        assert retell(english) == dutch


def test_two_mappings_that_fit_are_named_in_dutch():
    titles = ("`evidence` of the source mapping `own`", "`evidence` of the source mapping `second`")
    problem = _several_fit_sentence(*titles)
    with speaking("nl"):
        (said,) = retold_problem(FileProblems([FileProblem("log.csv", problem)]))
    assert said == (
        "log.csv: De kolomkoppen passen even goed bij `evidence` van de bronbeschrijving `own` als "
        "bij `evidence` van de bronbeschrijving `second`. Haal een van beide uit de "
        "bronbeschrijving, of geef beide bronbeschrijvingen dezelfde bestandsnaam, zodat de ene de "
        "andere vervangt. `impact map BESTAND` schrijft een eerste bronbeschrijving om te bewerken."
    )


def _several_fit_sentence(first: str, second: str) -> str:
    return (
        f"The headings fit {first} and {second} equally well. Take one of the two out of its "
        "mapping, or give both mappings the same file name, so that one stands in for the other. "
        f"{OFFER}"
    )


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
