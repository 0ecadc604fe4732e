"""The command `impact`: a thin front to the four rooms."""

import getpass
import tempfile
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from dashboard.serve import serve_dashboard
from dashboard.terminal.declarations import check_lines
from dashboard.terminal.machine import catalogue_json, to_json
from dashboard.terminal.matrix import matrix_lines
from dashboard.terminal.receipt import ledger_lines, receipt_lines
from ingest.intake import FileProblems, Frame
from ingest.ledger import LoadProblem
from ingest.loads import load, loads, preview, republish, undo
from ingest.refused_file import write_refused
from ingest.simulate import simulate
from matrices.home import Home
from matrices.problems import DeclarationProblem, DeclarationProblems, nearest
from matrices.starter import StarterProblem, make_home
from metrics.catalogue import Catalogue, load_catalogue
from metrics.publish import publisher
from metrics.results import Results, open_results

PROBLEMS = (DeclarationProblems, FileProblems, LoadProblem, StarterProblem)
"""What a person can mend: printed as sentences, without a traceback, with exit code 1."""

DAY = click.DateTime(formats=["%Y-%m-%d"])


class Commands(click.Group):
    """Commands whose problems come out as sentences."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except PROBLEMS as problem:
            raise click.ClickException(str(problem)) from problem


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    help="The network's folder. Default: IMPACT_HOME, else ./impact-home.",
)
@click.version_option(package_name="impact-matrix")
@click.pass_context
def main(context: click.Context, home: Path | None) -> None:
    """What became of a city's strategy: matrices, loads, progress, dashboard."""
    context.obj = Home.at(home)


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def init(folder: Path) -> None:
    """Make a home for another network, with a commented city file to start from."""
    for path in make_home(folder):
        click.echo(f"made {path}")
    click.echo(f"Now edit the city file, then: impact --home {folder} check")


@main.command()
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


@main.command(name="load")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--as-of", type=DAY, help="The last day the files speak of.")
@click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the receipt as JSON.")
@click.pass_obj
def load_command(
    home: Home, files: tuple[Path, ...], as_of: datetime | None, dry_run: bool, as_json: bool
) -> None:
    """Take in CSV or XLSX files as one load, and print its receipt."""
    catalogue = load_catalogue(home)
    frame, day = frame_of(catalogue), as_of.date() if as_of else None
    if dry_run:
        receipt = preview(files, home, frame, day, _user())
    else:
        receipt = load(files, home, frame, publisher(catalogue), day, _user())
    lines = [receipt.to_json()] if as_json else receipt_lines(receipt, is_preview=dry_run)
    click.echo("\n".join(lines))


@main.command(name="loads")
@click.pass_obj
def loads_command(home: Home) -> None:
    """List every load, newest first."""
    click.echo("\n".join(ledger_lines(loads(home))))


@main.command()
@click.argument("number", type=int, metavar="LOAD")
@click.option("--why", default="", help="The reason, kept with the load.")
@click.pass_obj
def undo_command(home: Home, number: int, why: str) -> None:
    """Take a load back: the figures are as if it had never been."""
    undo(home, number, publisher(load_catalogue(home)), why or None)
    click.echo(f"Load {number} is undone. Its files stay on disk and can be loaded again.")


undo_command.name = "undo"


@main.command()
@click.argument("number", type=int, metavar="LOAD")
@click.option("--to", "target", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def refused(home: Home, number: int, target: Path) -> None:
    """Write a load's refused rows, with their reasons, as XLSX to mend and load again."""
    rows = write_refused(home, number, target.with_suffix(".xlsx"))
    click.echo(f"{rows:,} refused rows written to {target.with_suffix('.xlsx')}")


@main.command()
@click.pass_obj
def publish(home: Home) -> None:
    """Build the figures anew, after a matrix, framework or indicator was changed."""
    ledger = republish(home, publisher(load_catalogue(home)))
    click.echo(f"Published snapshot {ledger.snapshot}.")


@main.command()
@click.argument("city")
@click.option("--json", "as_json", is_flag=True, help="Everything, inputs included, as JSON.")
@click.option("--on", type=DAY, help="Judge as of this day instead of today.")
@click.pass_obj
def progress(home: Home, city: str, as_json: bool, on: datetime | None) -> None:
    """Print a city's matrix with value, promise and status of every statement."""
    results = open_results(home, on.date() if on else None)
    _known_city(results, city)
    standing = results.matrix(city)
    click.echo(to_json(standing) if as_json else "\n".join(matrix_lines(standing)))


@main.command(name="simulate")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--learners", default=4000, show_default=True, type=click.IntRange(min=1))
@click.option("--seed", default=2020, show_default=True)
@click.option("--until", type=DAY, help="The last day simulated. Default: yesterday.")
def simulate_command(folder: Path, learners: int, seed: int, until: datetime | None) -> None:
    """Write simulated platform exports of seven cities, marked as simulated in every row."""
    for path in simulate(folder, learners, seed, until.date() if until else None):
        click.echo(f"wrote {path}")


@main.command()
@click.option("--learners", default=4000, show_default=True, type=click.IntRange(min=1))
@click.pass_obj
def demo(home: Home, learners: int) -> None:
    """Fill an empty home with simulated data; a home that has loads is left as it is."""
    if loads(home):
        click.echo(f"{home.path} has loads already; nothing was added.")
        return
    catalogue = load_catalogue(home)
    with tempfile.TemporaryDirectory() as folder:
        files = simulate(Path(folder), learners)
        receipt = load(files, home, frame_of(catalogue), publisher(catalogue), None, _user())
    click.echo("\n".join(receipt_lines(receipt)))


@main.command()
@click.option("--port", default=8501, show_default=True)
@click.option("--address", default="localhost", show_default=True)
@click.pass_obj
def serve(home: Home, port: int, address: str) -> None:
    """Serve the dashboard and print its address."""
    load_catalogue(home)
    raise SystemExit(serve_dashboard(home, address, port))


def frame_of(catalogue: Catalogue) -> Frame:
    """What a load must know of the home's declarations."""
    return Frame(
        cities=catalogue.city_countries(),
        indicators=frozenset(catalogue.indicators),
        today=date.today(),
    )


def _checked(home: Home) -> tuple[Catalogue | None, tuple[DeclarationProblem, ...]]:
    try:
        return load_catalogue(home), ()
    except DeclarationProblems as error:
        return None, error.problems


def _known_city(results: Results, city: str) -> None:
    matrices = results.catalogue.matrices
    if city not in matrices:
        names = ", ".join(sorted(matrices))
        text = f"`{city}` is not a city of this home.{nearest(city, matrices)} Cities: {names}."
        raise click.ClickException(text)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may have no name for its user
        return "unknown"


if __name__ == "__main__":
    main()
