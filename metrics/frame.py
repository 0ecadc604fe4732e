"""What a load has to know of a home's declarations."""

from datetime import date

from ingest.checking.checks import Frame
from metrics.catalogue import Catalogue


def frame_of(catalogue: Catalogue) -> Frame:
    """The frame against which rows are checked today."""
    return Frame(
        cities=catalogue.city_countries(),
        indicators=frozenset(catalogue.indicators),
        today=date.today(),
        shares=frozenset(name for name, each in catalogue.indicators.items() if each.is_share),
        statements=catalogue.statements(),
    )
