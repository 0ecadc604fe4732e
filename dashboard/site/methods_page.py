"""How the figures are made: the rules of judging, the words, small numbers, what is counted."""

from dashboard.language import say
from dashboard.markup import Html, each, element
from dashboard.parts.marks import mark
from dashboard.parts.table import Column, Row, table
from dashboard.site import links as places
from dashboard.site.content import Site
from dashboard.site.links import Links
from dashboard.site.page import Shown
from dashboard.wording import about_site as words
from dashboard.wording import glossary, statuses
from dashboard.wording.indicator_words import name_of, question_of


def methods_page(site: Site, links: Links) -> Shown:
    body = element(
        "div",
        element("h1", words.METHODS_TITLE),
        element("p", words.METHODS_LEAD, class_="lead"),
        _section(words.STATUSES, _statuses()),
        _section(words.RULES, _rules()),
        _section(words.SMALL_NUMBERS, _small_numbers(site)),
        _section(words.WORDS, _words()),
        _section(words.INDICATORS, _indicators(site)),
        element(
            "p",
            element("a", words.IN_FULL, href=links.to_shared(places.ACCOUNT), hreflang="en"),
            class_="actions",
        ),
        class_="opening methods",
    )
    return Shown(say(words.METHODS), body)


def _section(title: str, content: Html) -> Html:
    return element("section", element("h2", title), content)


def _statuses() -> Html:
    entries = (
        element("div", element("dt", mark(status)), element("dd", statuses.MEANINGS[status]))
        for status in statuses.ORDER
    )
    return element("div", element("dl", each(entries)), class_="meanings")


def _rules() -> Html:
    columns = [Column(words.METHODS), Column(words.RULE), Column(words.SOURCE)]
    rules = glossary.methods(glossary.RULES)
    rows = (Row([rule.name, rule.rule, rule.source]) for rule in rules)
    return table(say(words.RULES), columns, rows, cards=True)


def _small_numbers(site: Site) -> Html:
    fewest = site.results.catalogue.settings.fewest_people_shown
    return element("p", words.small_numbers(fewest), class_="lead")


def _words() -> Html:
    columns = [Column(words.WORD), Column(words.MEANING), Column(words.ELSEWHERE)]
    rows = (
        Row([say(word), say(meaning), say(elsewhere)])
        for word, meaning, elsewhere in glossary.WORDS
    )
    return table(say(words.WORDS), columns, rows, cards=True)


def _indicators(site: Site) -> Html:
    """Those that a city of the site promises something on."""
    promised = {
        promise.indicator.identifier: promise.indicator
        for city in site.published
        for standing in site.results.matrix(city).statements.values()
        for promise in standing.promises
    }
    entries = (
        element("div", element("dt", name_of(found)), element("dd", question_of(found)))
        for found in sorted(promised.values(), key=name_of)
    )
    return element("div", element("dl", each(entries)), class_="meanings")
