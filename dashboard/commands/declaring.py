"""Commands about what is declared: homes, matrices, indicators, methods."""

from dataclasses import asdict
from pathlib import Path

import click

from dashboard.reports.choices import load_choices
from dashboard.terminal.crosswalk import crosswalk_lines, crosswalk_rows
from dashboard.terminal.declarations import check_lines
from dashboard.terminal.differences import diff_lines
from dashboard.terminal.indicator import indicator_lines
from dashboard.terminal.machine import catalogue_json, to_json
from matrices.diff import diff, read_version
from matrices.home import Home
from matrices.problems import DeclarationProblem, DeclarationProblems, nearest
from matrices.starter import make_home
from metrics.catalogue import Catalogue, load_catalogue
from metrics.crosswalk import crosswalk
from metrics.methods_page import methods_page


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def init(folder: Path) -> None:
    """Make a home for another network, with a commented city file to start from."""
    for path in make_home(folder):
        click.echo(f"made {path}")
    click.echo(f"Now edit the city file, then: impact --home {folder} check")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For machines: problems and every statement.")
@click.pass_context
def check(context: click.Context, as_json: bool) -> None:
    """Validate every declaration; all problems at once, exit code 1 if there are any."""
    catalogue, problems = _checked(context.obj)
    if as_json:
        click.echo(catalogue_json(catalogue, [asdict(problem) for problem in problems]))
    else:
        click.echo("\n".join(check_lines(catalogue, problems)))
    if problems:
        context.exit(1)


@click.command(name="diff")
@click.argument("old", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("new", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
def diff_command(old: Path, new: Path, as_json: bool) -> None:
    """Say what changed between two versions of a city's matrix."""
    changes = diff(read_version(old), read_version(new))
    click.echo(to_json(changes) if as_json else "\n".join(diff_lines(changes)))


@click.command(name="indicator")
@click.argument("name")
@click.pass_obj
def indicator_command(home: Home, name: str) -> None:
    """Explain one indicator: its definition, who promises it, its worked examples, its SQL."""
    catalogue = load_catalogue(home)
    if name not in catalogue.indicators:
        known = f" Indicators: {', '.join(sorted(catalogue.indicators))}."
        more = nearest(name, catalogue.indicators) or known
        raise click.ClickException(f"`{name}` is not an indicator.{more}")
    click.echo("\n".join(indicator_lines(catalogue, name)))


@click.command(name="crosswalk")
@click.option("--json", "as_json", is_flag=True, help="One line for each promise, as JSON.")
@click.pass_obj
def crosswalk_command(home: Home, as_json: bool) -> None:
    """Show which statements of which city promise the same thing."""
    catalogue = load_catalogue(home)
    found, cities = (
        crosswalk(catalogue),
        [c for c, m in catalogue.matrices.items() if m.statements()],
    )
    lines = [to_json(crosswalk_rows(found))] if as_json else crosswalk_lines(found, cities)
    click.echo("\n".join(lines))


@click.command()
def methods() -> None:
    """Print how progress is judged: every rule, its source and when it misleads."""
    click.echo(methods_page(), nl=False)


def _checked(home: Home) -> tuple[Catalogue | None, tuple[DeclarationProblem, ...]]:
    """Saved reports are checked once everything they may name is in order."""
    try:
        catalogue = load_catalogue(home)
        load_choices(home, catalogue)
        return catalogue, ()
    except DeclarationProblems as error:
        return None, error.problems
