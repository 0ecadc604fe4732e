"""A city's poster: its goal, its matrix as a table and as a list, and notes on its text."""

from dashboard.language import foreign
from dashboard.lens import PLAIN, Lens
from dashboard.markup import Html, element, together
from dashboard.parts.matrix_list import matrix_list
from dashboard.parts.matrix_table import matrix_table
from dashboard.wording import pages
from matrices.model import Matrix
from metrics.standing import MatrixStanding


def poster(standing: MatrixStanding, lens: Lens = PLAIN) -> Html:
    goal = standing.matrix.goal
    return element(
        "section",
        element("h2", pages.MATRIX_TITLE, class_="unseen"),
        element("p", goal.strip(), class_="goal", lang=foreign(standing.matrix.language))
        if goal
        else None,
        matrix_table(standing, lens),
        matrix_list(standing, lens),
        class_="poster",
    )


def about_the_text(standing: MatrixStanding) -> Html:
    """In which language it is quoted, where that is not the reader's; notes on what it says."""
    matrix = standing.matrix
    is_quoted = foreign(matrix.language) and standing.statements
    told = pages.in_its_language(matrix.language) if is_quoted else None
    return together(element("p", told, class_="aside") if told else None, _notes(matrix))


def _notes(matrix: Matrix) -> Html | None:
    notes = [matrix.transcription_note, matrix.source.note if matrix.source else None]
    told = [element("p", note.strip(), lang=foreign(matrix.language)) for note in notes if note]
    if not told:
        return None
    summary = element("summary", pages.ABOUT_THE_TEXT)
    return element("details", summary, *told, class_="about-text")
