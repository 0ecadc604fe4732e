"""The poster: one page with every word of the matrix, whatever its length."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard.language import speaking
from dashboard.reports.content import Report
from dashboard.reports.poster.sheet import write
from matrices.declarations import load_matrix
from matrices.home import Home, packaged
from matrices.model import Matrix
from metrics.results import Results
from tests.dashboard.reports.pdf import Pdf, squeezed

A3, A2 = (1191, 842), (1684, 1191)
"""In points, rounded: 420 x 297 and 594 x 420 millimetres."""


@pytest.fixture(scope="module")
def poster(town_report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("poster") / "poster.pdf"
    write(town_report.of_city("breda"), path)
    return path


def size(pdf: Pdf) -> tuple[int, int]:
    box = pdf.reader.pages[0].mediabox
    return round(box.width), round(box.height)


def published(city: str) -> Matrix:
    return load_matrix(packaged("matrices") / "cities" / f"{city}.yaml")


def of_matrix(report: Report, matrix: Matrix) -> Report:
    """The report of another matrix of which nothing has been loaded."""
    city = report.cities[0]
    catalogue = replace(report.catalogue, matrices={matrix.city: matrix})
    results = Results(Home.at(None), catalogue, None, date(2026, 11, 23))
    return replace(report, cities=(replace(city, standing=results.matrix(matrix.city)),))


@pytest.mark.parametrize("city", ["turin", "breda", "thessaloniki"])
def test_the_longest_matrices_hang_on_one_a3_page_word_by_word(
    city: str, town_report: Report, tmp_path: Path
):
    matrix = published(city)
    write(of_matrix(town_report, matrix), tmp_path / "poster.pdf")
    made = Pdf(tmp_path / "poster.pdf")
    assert (made.pages, size(made)) == (1, A3)
    assert made.smallest_letters() >= 7
    said = [matrix.goal or "", *(s.text for s in matrix.statements())]
    assert [words for words in said if squeezed(words) not in made.words] == []


def test_what_is_too_long_for_a3_takes_a2_and_stays_legible(town_report: Report, tmp_path: Path):
    """Turin's matrix with every statement said eight times over."""
    matrix = published("turin")
    groups = tuple(
        group.model_copy(
            update={
                "statements": tuple(
                    s.model_copy(update={"text": " ".join([s.text] * 8)}) for s in group.statements
                )
            }
        )
        for group in matrix.target_groups
    )
    long = matrix.model_copy(update={"target_groups": groups})
    write(of_matrix(town_report, long), tmp_path / "poster.pdf")
    made = Pdf(tmp_path / "poster.pdf")
    assert (made.pages, size(made)) == (1, A2)
    assert made.smallest_letters() >= 7


def test_a_city_without_a_matrix_has_a_poster_that_says_so(town_report: Report, tmp_path: Path):
    matrix = published("antwerp")
    write(of_matrix(town_report, matrix), tmp_path / "poster.pdf")
    assert squeezed("has not published a strategy matrix yet") in Pdf(tmp_path / "poster.pdf").words


def test_a_statement_stands_there_with_status_figure_and_promise(poster: Path):
    """40 activities in 2024, 60 promised; the milestone of that year asked for 40."""
    words = Pdf(poster).words
    found = "Sixty activities a year on track 40 activities in 2024 promised: 60 by the end of 2026"
    assert squeezed(found) in words


def test_a_withheld_number_is_not_on_the_poster(poster: Path):
    """Four learners in 2024."""
    words = Pdf(poster).words
    assert squeezed("withheld in 2024") in words
    assert squeezed("4 learners") not in words


def test_a_text_is_never_read_as_markup(poster: Path):
    """The town's matrix has a statement that begins like a formula; `#` and `*` are Typst's."""
    assert squeezed("=SUM of skills, recognised") in Pdf(poster).words


def test_the_poster_is_tagged_for_screen_readers(poster: Path):
    made = Pdf(poster)
    assert made.root["/MarkInfo"]["/Marked"]
    assert made.root["/Lang"] == "en"
    assert made.reader.metadata.title == "Breda: the strategy matrix and how it stands"
    assert made.kinds_of_tags() >= {"/H1", "/Table", "/THead", "/TH", "/TD"}


def test_it_needs_no_font_of_the_reader(poster: Path):
    made = Pdf(poster)
    assert made.fonts_without_file == []


def test_made_again_it_is_the_same_bytes(poster: Path, town_report: Report, tmp_path: Path):
    write(town_report.of_city("breda"), tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == poster.read_bytes()


def test_greek_lithuanian_and_romanian_letters_have_glyphs(town_report: Report, tmp_path: Path):
    """A letter without a glyph in the fonts would come back as something else."""
    matrix = town_report.cities[0].standing.matrix
    name = "Θεσσαλονίκη Ώρα, Šiauliai ąčęėįšųūž, Iași și Brăila țâî"
    named = matrix.model_copy(update={"name": name})
    write(of_matrix(town_report, named), tmp_path / "poster.pdf")
    assert squeezed(name) in Pdf(tmp_path / "poster.pdf").words


def test_in_dutch_the_document_says_that_it_is_dutch(town_report: Report, tmp_path: Path):
    with speaking("nl"):
        write(town_report, tmp_path / "poster.pdf")
    assert Pdf(tmp_path / "poster.pdf").root["/Lang"] == "nl"
