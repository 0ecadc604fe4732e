"""The entries of the evidence log that serve a statement."""

from urllib.parse import urlsplit

from dashboard import addresses
from dashboard.markup import Html, each, element
from dashboard.wording import about_statement as words
from dashboard.wording import dates
from metrics.standing import EvidenceEntry


def evidence_list(entries: tuple[EvidenceEntry, ...]) -> Html:
    title = element("h2", words.evidence_title(len(entries)))
    if not entries:
        none = element("p", words.NO_EVIDENCE, class_="lead")
        return element("section", title, none, class_="evidence")
    items = element("ul", each(_entry(entry) for entry in entries))
    return element("section", title, items, class_="evidence")


def _entry(entry: EvidenceEntry) -> Html:
    crowd = words.participants(entry.participants) if entry.participants is not None else None
    source = element("a", words.place_of(entry), href=addresses.loads(entry.load), class_="place")
    return element(
        "li",
        element("span", dates.day(entry.held_on), class_="when"),
        element("span", words.kind(entry.kind), class_="kind"),
        element("span", _titled(entry), class_="what", translate="no"),
        element("span", crowd, class_="crowd") if crowd else None,
        source,
    )


def _titled(entry: EvidenceEntry) -> Html | str:
    """A link only where the address is one of the web: it came out of a file."""
    if entry.url and urlsplit(entry.url).scheme in ("http", "https"):
        return element("a", entry.title, href=entry.url, rel="noopener noreferrer")
    return entry.title
