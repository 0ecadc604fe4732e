"""An indicator's own words in the language spoken now, as its file gives them."""

from dashboard.language import current
from metrics.definition import Indicator


def name_of(indicator: Indicator) -> str:
    return _said(indicator, "name") or indicator.name


def question_of(indicator: Indicator) -> str:
    return _said(indicator, "question") or indicator.question


def why_it_matters(indicator: Indicator) -> str:
    return _said(indicator, "why_it_matters") or indicator.why_it_matters


def caveats_of(indicator: Indicator) -> str | None:
    return _said(indicator, "caveats") or indicator.caveats


def comparability_of(indicator: Indicator) -> str | None:
    return _said(indicator, "comparability") or indicator.comparability


def _said(indicator: Indicator, what: str) -> str | None:
    """None where the file has no words in this language; the English ones then stand."""
    words = indicator.translations.get(current())
    return getattr(words, what) if words else None
