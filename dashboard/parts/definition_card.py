"""How an indicator is counted: its definition in the words of its file, and the SQL."""

from dashboard.markup import Html, each, element
from dashboard.wording import about_statement as words
from dashboard.wording import dates
from dashboard.wording import indicator_words as own
from dashboard.wording.numbers import unit
from metrics.definition import Indicator


def definition_card(indicator: Indicator, sql: str) -> Html:
    return element(
        "section",
        element("h3", words.HOW_IT_IS_COUNTED),
        element("p", own.question_of(indicator), class_="question"),
        element("dl", each(_entry(name, said) for name, said in _facts(indicator) if said)),
        element(
            "details",
            element("summary", words.THE_SQL),
            element("pre", element("code", sql), tabindex="0"),
        ),
        class_="definition",
    )


def _facts(indicator: Indicator) -> list[tuple[str, str | None]]:
    review = indicator.review
    return [
        (words.WHY_IT_MATTERS, own.why_it_matters(indicator)),
        (words.COUNTED_IN, unit(indicator)),
        (words.DATED_BY, words.dated_by(indicator)),
        (words.CAVEATS, own.caveats_of(indicator)),
        (words.COMPARABILITY, own.comparability_of(indicator)),
        (words.VERSION, str(indicator.version)),
        (words.CHECKED_BY, words.checked_by(indicator)),
        (words.NEXT_REVIEW, dates.day(review.next) if review and review.next else None),
    ]


def _entry(name: str, said: str | None) -> Html:
    return element("div", element("dt", name), element("dd", (said or "").strip()))
