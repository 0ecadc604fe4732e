"""Commands that write reports and check them."""

from datetime import date
from pathlib import Path

import click

from dashboard.commands.options import known_city
from dashboard.reports.formats import FORMATS, chosen_formats, write_report
from dashboard.reports.gathering import gather
from dashboard.reports.scope import ReportProblem, ReportScope, first_day, last_day, month_end
from matrices.home import Home
from metrics.results import Results, open_results

AS_HELP = f"Formats, separated by commas: {', '.join(FORMATS)}."


@click.command()
@click.argument("cities", nargs=-1)
@click.option("--all", "all_cities", is_flag=True, help="Every city that has a matrix.")
@click.option("--from", "first", metavar="PERIOD", help="Its first month, quarter, year or day.")
@click.option("--to", "last", metavar="PERIOD", help="Its last. Default: as far as the data reach.")
@click.option("--as", "formats", default="workbook", show_default=True, help=AS_HELP)
@click.option(
    "--out",
    default=".",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder into which the files are written.",
)
@click.option("--language", default="en", show_default=True, help="Of its words: en or nl.")
@click.pass_obj
def report(
    home: Home,
    cities: tuple[str, ...],
    all_cities: bool,
    first: str | None,
    last: str | None,
    formats: str,
    out: Path,
    language: str,
) -> None:
    """Write the report of one or more cities: what was promised, and what has become of it."""
    forms = chosen_formats(formats.split(","))
    results = open_results(home)
    names = _cities(results, cities, all_cities)
    stretch = _stretch(results, names, first, last)
    scope = ReportScope(names, *stretch, language=language, name="network" if all_cities else None)
    for path in write_report(gather(results, scope), forms, out):
        click.echo(f"wrote {path}")


def _cities(results: Results, asked: tuple[str, ...], all_cities: bool) -> tuple[str, ...]:
    if all_cities:
        return tuple(c for c, m in results.catalogue.matrices.items() if m.is_published)
    if not asked:
        raise ReportProblem(["Name a city, or write `--all` for every city that has a matrix."])
    return tuple(dict.fromkeys(known_city(results.catalogue, city) for city in asked))


def _stretch(
    results: Results, cities: tuple[str, ...], first: str | None, last: str | None
) -> tuple[date, date]:
    """What was asked for; else from the start of the oldest matrix to where the data end."""
    try:
        start = first_day(first) if first else _start(results, cities)
        end = last_day(last) if last else _end(results)
    except ValueError as error:
        raise ReportProblem([str(error)]) from error
    if start > end:
        raise ReportProblem([f"The report would begin on {start} and end before, on {end}."])
    return start, end


def _start(results: Results, cities: tuple[str, ...]) -> date:
    starts = [results.catalogue.matrices[city].starts for city in cities]
    return min((day for day in starts if day), default=date(_end(results).year, 1, 1))


def _end(results: Results) -> date:
    through = results.publication.data_through if results.publication else None
    return month_end(through or results.today)
