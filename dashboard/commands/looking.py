"""Commands that print how things stand."""

from datetime import datetime

import click

from dashboard.commands.options import DAY, PeriodOf, judged, known_city, known_territory
from dashboard.terminal.alignment import alignment_lines, alignments_of
from dashboard.terminal.figures import figure_lines, last_full_year
from dashboard.terminal.machine import to_json
from dashboard.terminal.matrix import matrix_lines
from dashboard.terminal.outlook import outlook_lines
from dashboard.terminal.quality import quality_json, quality_lines, quality_of
from matrices.home import Home
from metrics.standing import Period


@click.command()
@click.argument("city")
@click.option("--json", "as_json", is_flag=True, help="Everything, inputs included, as JSON.")
@click.option("--on", type=DAY, help="Judge as of this day instead of today.")
@click.option(
    "--period",
    type=PeriodOf(),
    help="Instead of the matrix all figures of a period: `2025`, `2025-Q3`, `2024/25`, a project.",
)
@click.pass_obj
def progress(
    home: Home, city: str, as_json: bool, on: datetime | None, period: Period | None
) -> None:
    """Print a city's matrix with value, promise and status of every statement.

    Of a territory without a matrix, such as `network`, the figures of the last full year.
    """
    results = judged(home, on)
    known_territory(results.catalogue, city)
    if city not in results.catalogue.matrices:
        period = period or last_full_year(results)
    if period:
        found = results.in_period(city, period)
        told = to_json(found) if as_json else "\n".join(figure_lines(results, city, period))
    else:
        standing = results.matrix(city)
        told = to_json(standing) if as_json else "\n".join(matrix_lines(standing))
    click.echo(told)


@click.command(name="what-if")
@click.argument("city")
@click.option("--on", type=DAY, help="Judge as of this day. Default: today.")
@click.pass_obj
def what_if_command(home: Home, city: str, on: datetime | None) -> None:
    """Say when each promised number would be met at the pace so far, and what pace would do."""
    results = judged(home, on)
    known_city(results.catalogue, city)
    click.echo("\n".join(outlook_lines(results, city)))


@click.command()
@click.argument("city", required=False)
@click.option("--json", "as_json", is_flag=True, help="The findings as JSON.")
@click.option("--on", type=DAY, help="Judge what is late as of this day. Default: today.")
@click.pass_obj
def quality(home: Home, city: str | None, as_json: bool, on: datetime | None) -> None:
    """List what in the data should be looked at: doubles, jumps, differences, what is late."""
    results = judged(home, on)
    found = quality_of(results, known_city(results.catalogue, city) if city else None)
    click.echo(quality_json(found) if as_json else "\n".join(quality_lines(results, found)))


@click.command()
@click.argument("city", required=False)
@click.option("--json", "as_json", is_flag=True, help="With every statement, as JSON.")
@click.pass_obj
def alignment(home: Home, city: str | None, as_json: bool) -> None:
    """Read progress by Youth Goals, Erasmus+ priorities, SDG 4 and learning-city features."""
    results = judged(home)
    if city:
        known_city(results.catalogue, city)
    found = alignments_of(results, city)
    click.echo(to_json(found) if as_json else "\n".join(alignment_lines(found)))
