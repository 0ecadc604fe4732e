"""What several commands share: how a day is written, which cities there are, whose figures, who is asking."""

import getpass
from datetime import datetime

import click

from dashboard.language import current
from matrices.home import Home
from matrices.problems import nearest
from metrics.catalogue import Catalogue, load_catalogue
from metrics.period import parse_period
from metrics.results import Results, open_results
from metrics.standing import Period

DAY = click.DateTime(formats=["%Y-%m-%d"])


def judged(home: Home, on: datetime | None = None) -> Results:
    """Figures for what is printed: as of that day or of today, in the language of the command."""
    return open_results(home, on.date() if on else None, current())


def known_city(catalogue: Catalogue, city: str) -> str:
    """The city, where the home has it; else a sentence with the nearest and all there are."""
    matrices = catalogue.matrices
    if city not in matrices:
        names = ", ".join(sorted(matrices))
        text = f"`{city}` is not a city of this home.{nearest(city, matrices)} Cities: {names}."
        raise click.ClickException(text)
    return city


def known_territory(catalogue: Catalogue, name: str) -> str:
    """The same, or a territory such as `network`."""
    return name if name in catalogue.territories else known_city(catalogue, name)


class PeriodOf(click.ParamType):
    """A period of the home: a year, quarter, month, school year, or one of its projects."""

    name = "period"

    def convert(
        self, value: str | Period, param: click.Parameter | None, ctx: click.Context | None
    ) -> Period:
        if isinstance(value, Period) or ctx is None:
            return value
        try:
            return parse_period(value, load_catalogue(ctx.obj).calendar)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def user() -> str:
    """Who runs the command, as the receipt of a load says it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may have no name for its user
        return "unknown"
