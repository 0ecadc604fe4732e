"""What undoing a load would change, record by record."""

from dashboard.markup import Html, element
from dashboard.parts.table import Column, Row, table
from dashboard.wording import about_loads
from dashboard.wording import about_taking_in as words
from dashboard.wording.data_words import record
from dashboard.wording.numbers import number
from ingest.loading.undoing import UndoEffect

COLUMNS = (
    Column(about_loads.RECORD),
    *(Column(name, is_count=True) for name in (words.GONE, words.BACK, words.STAYS)),
)


def undo_card(effects: list[UndoEffect]) -> Html:
    return element(
        "section",
        element("h2", words.UNDO_TITLE),
        element("p", words.UNDO_LEAD),
        element("p", words.effect(effects), class_="sum"),
        table(words.UNDO_TITLE, COLUMNS, (_row(effect) for effect in effects), cards=True),
        class_="undo",
    )


def _row(effect: UndoEffect) -> Row:
    values = [number(count) for count in (effect.gone, effect.back, effect.stays)]
    return Row([record(effect.record), *values])
