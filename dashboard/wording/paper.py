"""Words that only posters and booklets need."""

from datetime import date

from dashboard.language import say
from dashboard.wording import dates


def poster_title(name: str) -> str:
    """What a reader of the PDF shows as its title."""
    return say("{name}: the strategy matrix and how it stands", name=name)


def under_poster(footer: str, data_through: date | None) -> str:
    """The line under everything: which figures these are, and up to when data reach."""
    if data_through is None:
        return say("{footer} · no data yet", footer=footer)
    return say("{footer} · data up to {day}", footer=footer, day=dates.day(data_through))
