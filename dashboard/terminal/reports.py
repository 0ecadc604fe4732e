"""The reports that were saved under a name, as lines of text."""

from collections.abc import Iterator, Mapping

from dashboard.language import say
from dashboard.reports.choices import ReportChoice


def choice_lines(saved: Mapping[str, ReportChoice]) -> Iterator[str]:
    """Name, cities, period and formats of each."""
    if not saved:
        yield say("No report has been saved yet. `impact report CITY --save NAME` saves one.")
    for name, choice in saved.items():
        yield f"{name}{': ' + choice.title if choice.title else ''}"
        yield f"  {', '.join(choice.cities)}; {_stretch(choice)}; {', '.join(choice.formats)}; " + (
            choice.language
        )


def _stretch(choice: ReportChoice) -> str:
    first = choice.first or say("the start of the matrix")
    last = choice.last or say("as far as the data reach")
    return say("{first} to {last}", first=first, last=last)
