"""Commands that write reports and check them."""

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import click

from dashboard.catalogues import languages
from dashboard.commands.options import known_city
from dashboard.reports.asking import scope_of
from dashboard.reports.choices import ALL, ReportChoice, load_choices, save_choice
from dashboard.reports.formats import FORMATS, chosen_formats, write_report
from dashboard.reports.gathering import gather
from dashboard.reports.opening import opened
from dashboard.reports.scope import ACTION, SECTIONS, ActionCode, ReportProblem, first_day, last_day
from dashboard.reports.verification import verify
from dashboard.terminal.machine import to_json
from dashboard.terminal.reports import choice_lines
from dashboard.terminal.verification import verification_lines
from matrices.home import Home
from matrices.problems import nearest
from metrics.catalogue import Catalogue, load_catalogue

AS_HELP = f"Formats, separated by commas: {', '.join(FORMATS)}."
SECTIONS_HELP = f"Only these, separated by commas: {', '.join(SECTIONS)}."


@click.command()
@click.argument("names", nargs=-1, metavar="[CITY ...|SAVED]")
@click.option("--all", "all_cities", is_flag=True, help="Every city that has a matrix.")
@click.option("--from", "first", metavar="PERIOD", help="Its first month, quarter, year or day.")
@click.option("--to", "last", metavar="PERIOD", help="Its last. Default: as far as the data reach.")
@click.option("--as", "formats", help=f"{AS_HELP} Default: workbook.")
@click.option("--language", type=click.Choice(languages()), help="Of its words. Default: en.")
@click.option("--statements", help="Only these identifiers, separated by commas.")
@click.option("--sections", help=SECTIONS_HELP)
@click.option("--compare", help="Cities to compare with, separated by commas.")
@click.option(
    "--action",
    type=click.Choice(get_args(ActionCode), case_sensitive=False),
    help=f"Whose final report a document follows. Default: {ACTION}.",
)
@click.option("--as-of", type=int, metavar="LOAD", help="The figures as they were after a load.")
@click.option("--save", metavar="NAME", help="Keep this choice as reports/NAME.yaml.")
@click.option("--list", "is_list", is_flag=True, help="List the saved choices.")
@click.option(
    "--out",
    default=".",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder into which the files are written.",
)
@click.pass_obj
def report(
    home: Home,
    names: tuple[str, ...],
    all_cities: bool,
    as_of: int | None,
    save: str | None,
    is_list: bool,
    out: Path,
    **asked: str | None,
) -> None:
    """Write what cities promised and what has become of it, for cities or as a saved choice.

    Each file is complete or not there. Exit codes: 0 written, 1 something is to be mended and
    stands in a sentence, 2 the command was not understood.
    """
    catalogue = load_catalogue(home)
    saved = load_choices(home, catalogue)
    if is_list:
        click.echo("\n".join(choice_lines(saved)))
        return
    choice = _choice(catalogue, saved, (ALL,) if all_cities else names, asked)
    forms = chosen_formats(choice.formats)
    with opened(home, as_of) as results:
        scope = scope_of(results, choice, as_of)
        if save:
            click.echo(f"saved {save_choice(home, save, choice, catalogue)}")
        for path in write_report(
            gather(results, replace(scope, name=save or scope.name)), forms, out
        ):
            click.echo(f"wrote {path}")


@click.command(name="verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Everything that was compared, as JSON.")
@click.pass_context
def verify_command(context: click.Context, file: Path, as_json: bool) -> None:
    """Tell whether a report in hand still agrees with the data; exit code 1 where it does not."""
    found = verify(context.obj, file)
    click.echo(to_json(found) if as_json else "\n".join(verification_lines(found)))
    if not found.agrees:
        context.exit(1)


def _choice(
    catalogue: Catalogue,
    saved: dict[str, ReportChoice],
    names: tuple[str, ...],
    asked: dict[str, str | None],
) -> ReportChoice:
    """A saved one, or one about cities; what is asked for beside it stands before what was saved."""
    if not names:
        raise ReportProblem(["Name a city or a saved report, or write `--all` for every city."])
    options = _options(asked)
    if len(names) == 1 and names[0] in saved:
        return saved[names[0]].model_copy(update=options)
    if names != (ALL,):
        _refuse_unknown(catalogue, saved, names)
    return ReportChoice(name="", cities=names).model_copy(update=_known(catalogue, options))


def _options(asked: dict[str, str | None]) -> dict[str, Any]:
    """Those that were given, read; `ReportProblem` for a period that is none."""
    lists = {"formats": "formats", "statements": "statements", "sections": "sections"}
    lists |= {"compare": "compare_with"}
    found: dict[str, Any] = {
        field: tuple(name.strip() for name in value.split(","))
        for option, field in lists.items()
        if (value := asked[option])
    }
    try:
        found |= {"first": first_day(asked["first"])} if asked["first"] else {}
        found |= {"last": last_day(asked["last"])} if asked["last"] else {}
    except ValueError as error:
        raise ReportProblem([str(error)]) from error
    return found | {name: asked[name] for name in ("language", "action") if asked[name]}


def _known(catalogue: Catalogue, options: dict[str, Any]) -> dict[str, Any]:
    """Refuses sections, statements and cities that there are not, all at once."""
    known = {
        "sections": (SECTIONS, "a section"),
        "statements": (sorted(catalogue.statements()), "a statement"),
        "compare_with": (list(catalogue.matrices), "a city of this home"),
    }
    problems = [
        f"`{name}` is not {what}.{nearest(name, names)}"
        for field, (names, what) in known.items()
        for name in options.get(field, ())
        if name not in names
    ]
    if problems:
        raise ReportProblem(problems)
    return options


def _refuse_unknown(
    catalogue: Catalogue, saved: dict[str, ReportChoice], names: tuple[str, ...]
) -> None:
    for name in names:
        if name not in catalogue.matrices and (hint := nearest(name, saved)):
            raise ReportProblem([f"`{name}` is neither a city nor a saved report.{hint}"])
        known_city(catalogue, name)
