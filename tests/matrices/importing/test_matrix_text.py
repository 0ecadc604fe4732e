"""A matrix written from a draft is read back as it was, whatever its sentences are made of."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matrices.declarations import load_matrix
from matrices.home import packaged
from matrices.importing.draft import Dated, Draft, DraftIndicator, DraftStatement, PromiseWords
from matrices.importing.findings import Place
from matrices.importing.keys import key_of
from matrices.importing.matrix_draft import draft_of
from matrices.importing.matrix_text import matrix_text, one_line
from matrices.model import Matrix
from matrices.reading.city_file import is_city_sentence, matrix_of
from matrices.yaml_source import source_of

CITIES = sorted((packaged("matrices") / "cities").glob("*.yaml"))


def read_back(text: str, city: str = "vilnius") -> Matrix:
    source = source_of(text.encode(), f"{city}.yaml", is_city_sentence)
    matrix, slips = matrix_of(source, city)
    assert [*source.slips, *slips] == []
    return matrix


def without_its_source(matrix: Matrix) -> Matrix:
    """Where a matrix was read from is told anew by whoever writes it; nothing else is."""
    in_one_line = {
        "goal": one_line(matrix.goal or "") or None,
        "source": None,
        "transcription_note": None,
    }
    return matrix.model_copy(update=in_one_line)


@pytest.mark.parametrize("path", CITIES, ids=lambda path: path.stem)
def test_a_matrix_written_anew_says_the_same(path: Path):
    matrix = load_matrix(path)
    written = matrix_text(draft_of(matrix, path.name, "a city file"))
    assert without_its_source(read_back(written, path.stem)) == without_its_source(matrix)


def test_every_part_of_a_promise_comes_back():
    promises = (
        PromiseWords("500", by="2026-12-31", baseline=Dated("2022-01-01", "20")),
        PromiseWords(
            "at least 650",
            by="2027-12-31",
            baseline_period="first full year",
            method="milestones",
            milestones=(Dated("2025-06-30", "550"), Dated("2026-12-31", "600")),
            since="2025-06-01",
            reason='the "library" joined: at last',
        ),
    )
    [statement] = read_back(matrix_text(draft(promises=promises))).statements()
    first, second = statement.promises["learners"]
    assert (first.target, first.is_bare, str(first.by)) == (500, True, "2026-12-31")
    assert (first.baseline.value, str(first.baseline.on)) == (20, "2022-01-01")
    assert (second.target, second.comparison, second.is_bare) == (650, "at_least", False)
    assert second.baseline == "first_full_year"
    assert [(m.value, str(m.by)) for m in second.milestones] == [
        (550, "2025-06-30"),
        (600, "2026-12-31"),
    ]
    assert second.reason == 'the "library" joined: at last'


def draft(text: str = "More learners", promises: tuple[PromiseWords, ...] = ()) -> Draft:
    learners = DraftIndicator("Learners", Place.line(7), "learners", promises=promises)
    statement = DraftStatement(
        text, "outputs", Place.line(5), key="learners", indicators=(learners,) if promises else ()
    )
    return Draft("a.xml", "a test", "Vilnius", place="vilnius", statements=(statement,))


@given(st.text(min_size=1, max_size=200).filter(one_line))
@settings(max_examples=60)
def test_any_sentence_comes_back_whole(sentence: str):
    [statement] = read_back(matrix_text(draft(sentence))).statements()
    assert statement.text == one_line(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "yes",
        "2024",
        "Activities on skills # 21",
        "Involving partners: schools",
        '"Verbeter Breda" network and \'s Hertogenbosch',
        "- & employers",
        # long enough to be folded, with what looks like a list where the lines break
        f"{'One two ' * 11}f 1. {'three four ' * 8}s 2. five six",
    ],
)
def test_a_sentence_that_yaml_would_spoil_comes_back_whole(sentence: str):
    [statement] = read_back(matrix_text(draft(sentence))).statements()
    assert statement.text == sentence


def test_what_a_matrix_cannot_take_stands_in_a_comment_with_its_place():
    kept = DraftIndicator(
        "Wells dug",
        Place(7, 3, "Logframe!C7"),
        promises=(PromiseWords("10", by="2026"),),
        notes=("No indicator of this home has that title.",),
    )
    whole = draft()
    statement = replace(whole.statements[0], indicators=(kept,), notes=("Dug\nby hand",))
    text = matrix_text(replace(whole, statements=(statement,)))
    assert "# In the file (line 5): Dug by hand\n" in text
    assert "# Indicator (cell Logframe!C7): Wells dug\n" in text
    assert "#     Promised: {target: 10, by: 2026}\n" in text
    assert read_back(text).statements()[0].measured == "not_yet"


@pytest.mark.parametrize(
    ("text", "taken", "key"),
    [
        ("The number of online opportunities", [], "number_online_opportunities"),
        ("Élèves à l'école", [], "eleves_l_ecole"),
        ("10 playlists", [], "playlists"),
        ("Learners", ["learners", "learners_2"], "learners_3"),
        ("Δάσκαλοι", [], "statement"),  # nothing is left that a key may be made of
        ("no", [], "statement"),  # YAML would read the key as false
    ],
)
def test_a_sentence_without_a_key_gets_one(text: str, taken: list[str], key: str):
    assert key_of(text, taken) == key
