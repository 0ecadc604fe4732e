"""The languages one can choose from, and that one of them is not translated yet."""

from collections.abc import Mapping

from dashboard import addresses
from dashboard.catalogues import languages
from dashboard.language import current
from dashboard.markup import Html, each, element
from dashboard.visitor import Choice, is_translated
from dashboard.wording import pages


def language_choice(page: str, parameters: Mapping[str, str]) -> Html:
    """Links to this very view in each language, named in that language."""
    links = (
        element(
            "a",
            pages.LANGUAGES[language],
            href=addresses.in_language(page, parameters, language),
            lang=language,
            hreflang=language,
            aria_current="true" if language == current() else None,
        )
        for language in languages()
        if is_translated(language)
    )
    return element("nav", each(links), class_="languages", aria_label=pages.LANGUAGE)


def missing_language(choice: Choice) -> Html | None:
    if not choice.is_missing:
        return None
    return element("p", pages.not_translated(choice.asked or ""), class_="no-language", role="note")
