"""A page that needs figures while nothing has been loaded: it says so, and what to do."""

from dashboard import addresses
from dashboard.markup import Html, element
from dashboard.permission import may_write
from dashboard.wording import pages


def nothing_yet(sentence: str) -> Html:
    link = element("a", pages.TAKE_IN, href=addresses.take_in())
    actions = element("p", link, class_="actions") if may_write() else None
    return element("div", element("p", sentence, class_="lead"), actions)
