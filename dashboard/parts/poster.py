"""A city's poster: its goal, its matrix as a table and as a list, and notes on its text."""

from dashboard.language import foreign
from dashboard.lens import PLAIN, Lens
from dashboard.markup import Html, element
from dashboard.parts.matrix_list import matrix_list
from dashboard.parts.matrix_table import matrix_table
from dashboard.wording import pages
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


def about_the_text(standing: MatrixStanding) -> Html | None:
    matrix = standing.matrix
    notes = [matrix.transcription_note, matrix.source.note if matrix.source else None]
    told = [element("p", note.strip(), lang=foreign(matrix.language)) for note in notes if note]
    if not told:
        return None
    summary = element("summary", pages.ABOUT_THE_TEXT)
    return element("details", summary, *told, class_="about-text")
