"""The commands that put cities side by side: `impact compare` and `impact teachers`."""

from collections.abc import Iterable
from datetime import datetime

import click

from dashboard.commands.options import DAY, PeriodOf, judged
from dashboard.terminal.comparison import comparison_lines, lesson_lines
from dashboard.terminal.machine import to_json
from matrices.home import Home
from matrices.problems import nearest
from metrics.comparing.answers import VIEWS, View
from metrics.comparing.populations import is_age_band
from metrics.period import parse_period
from metrics.standing import Period


class Year(click.ParamType):
    """A whole year."""

    name = "year"

    def convert(
        self, value: str | Period, param: click.Parameter | None, ctx: click.Context | None
    ) -> Period:
        if isinstance(value, Period):
            return value
        try:
            period = parse_period(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)
        if period.kind != "year":
            self.fail(f"`{value}` is not a whole year; write one such as `2025`.", param, ctx)
        return period


@click.command()
@click.argument("indicator")
@click.option("--cities", help="The peers, such as `breda,turin`. Default: all with data.")
@click.option("--view", type=click.Choice(VIEWS), default="as-is", show_default=True)
@click.option(
    "--period",
    type=PeriodOf(),
    help="A year, quarter, month, school year or project, such as `2024-Q3` or `2024/25`. "
    "Default: the newest complete year.",
)
@click.option("--ages", help="Of the inhabitants, for per-head: `15-29`, or `all`.")
@click.option("--json", "as_json", is_flag=True, help="Everything, inputs included, as JSON.")
@click.pass_obj
def compare(
    home: Home,
    indicator: str,
    cities: str | None,
    view: View,
    period: Period | None,
    ages: str | None,
    as_json: bool,
) -> None:
    """Put cities side by side on one indicator, with what is not comparable and why."""
    results = judged(home)
    catalogue = results.catalogue
    _known([indicator], catalogue.indicators, "an indicator")
    peers = [city.strip() for city in cities.split(",")] if cities else None
    _known(peers or (), catalogue.matrices, "a city of this home")
    if ages and not is_age_band(ages):
        raise click.BadParameter(f"`{ages}`: write `all`, or ages such as `15-29`.")
    try:
        found = results.comparison(indicator, peers, view, period, ages)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--period") from error
    lines = comparison_lines(found, catalogue.indicators[indicator])
    click.echo(to_json(found) if as_json else "\n".join(lines))


@click.command()
@click.argument("city")
@click.option("--period", type=Year(), help="A year. Default: the newest complete one.")
@click.option("--on", type=DAY, help="Judge as of this day instead of today.")
@click.option("--json", "as_json", is_flag=True, help="Everything, inputs included, as JSON.")
@click.pass_obj
def teachers(
    home: Home, city: str, period: Period | None, on: datetime | None, as_json: bool
) -> None:
    """Say where a city lags, which peers moved that most, and what they did meanwhile."""
    results = judged(home, on)
    _known([city], results.catalogue.matrices, "a city of this home")
    found = results.teachers(city, period)
    lines = lesson_lines(found, results.catalogue.indicators)
    click.echo(to_json(found) if as_json else "\n".join(lines))


def _known(names: Iterable[str], known: Iterable[str], what: str) -> None:
    """All unknown names at once, each with the nearest known one, else with all of them."""
    choice = sorted(known)
    every = f" Known: {', '.join(choice)}."
    unknown = [name for name in names if name not in choice]
    problems = [f"`{name}` is not {what}.{nearest(name, choice) or every}" for name in unknown]
    if problems:
        raise click.ClickException(" ".join(problems))
