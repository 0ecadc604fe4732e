"""Where the pace so far leads, and what pace would keep the promise."""

from dashboard.language import say
from dashboard.markup import Html, each, element
from dashboard.wording import about_statement as words
from dashboard.wording.what_if import in_sentences
from metrics.standing import PromiseStanding
from metrics.what_if import WhatIf


def way_ahead(standing: PromiseStanding, way: WhatIf) -> Html:
    """The sentences without the first, which repeats what stands above."""
    told = (element("p", sentence) for sentence in in_sentences(standing, way)[1:])
    title = element("h3", say(words.WAY_AHEAD))
    return element("section", title, each(told), class_="way-ahead")
