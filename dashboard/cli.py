"""The command `impact`: a thin front to the four rooms."""

import getpass
import tempfile
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from dashboard.comparing_commands import compare, teachers
from dashboard.serve import serve_dashboard
from dashboard.terminal.alignment import alignment_lines, alignments_of
from dashboard.terminal.crosswalk import crosswalk_lines, crosswalk_rows
from dashboard.terminal.declarations import check_lines
from dashboard.terminal.differences import diff_lines
from dashboard.terminal.indicator import indicator_lines
from dashboard.terminal.labels import filed_lines, label_lines, labels_json
from dashboard.terminal.machine import catalogue_json, to_json
from dashboard.terminal.matrix import matrix_lines
from dashboard.terminal.outlook import outlook_lines
from dashboard.terminal.page import page_lines, written_lines
from dashboard.terminal.quality import quality_json, quality_lines, quality_of
from dashboard.terminal.receipt import ledger_lines, receipt_lines
from dashboard.terminal.templates import FORMS, write_template
from ingest.activity_pages.as_export import Given, write_activities
from ingest.activity_pages.competences import Competences
from ingest.activity_pages.reading import read_page
from ingest.first_mapping import write_first_mapping
from ingest.intake import FileProblems
from ingest.ledger import LoadProblem
from ingest.loads import load, loads, preview, republish, undo
from ingest.open_badges.settings import BadgeSettings
from ingest.refused_file import write_refused
from ingest.simulate import simulate
from matrices.diff import diff, read_version
from matrices.home import Home
from matrices.problems import DeclarationProblem, DeclarationProblems, nearest
from matrices.starter import StarterProblem, make_home
from metrics.catalogue import Catalogue, load_catalogue
from metrics.crosswalk import crosswalk
from metrics.frame import frame_of
from metrics.methods_page import methods_page
from metrics.publish import publisher
from metrics.results import open_results

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
@click.option(
    "--city", default="", help="The city of Open Badges whose issuer is filed under none."
)
@click.option(
    "--keys",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Public keys of badge issuers: PEM, JWK or JWK set.",
)
@click.pass_obj
def load_command(
    home: Home,
    files: tuple[Path, ...],
    as_of: datetime | None,
    dry_run: bool,
    as_json: bool,
    city: str,
    keys: tuple[Path, ...],
) -> None:
    """Take in CSV, XLSX, JSON or Open Badges as one load, and print its receipt."""
    catalogue = load_catalogue(home)
    if city and city not in catalogue.matrices:
        known = f"Cities: {', '.join(sorted(catalogue.matrices))}."
        raise click.BadParameter(f"`{city}` is no city here. {known}", param_hint="--city")
    frame = replace(frame_of(catalogue), badges=BadgeSettings(city, keys))
    day = as_of.date() if as_of else None
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


@main.command(name="labels")
@click.option("--most", default=30, show_default=True, type=click.IntRange(min=1))
@click.option("--json", "as_json", is_flag=True, help="The list as JSON.")
@click.option("--file", "synonyms", multiple=True, metavar="LABEL=FRAMEWORK:CODE")
@click.option("--ignore", "ignored", multiple=True, metavar="LABEL")
@click.pass_obj
def labels_command(
    home: Home, most: int, as_json: bool, synonyms: tuple[str, ...], ignored: tuple[str, ...]
) -> None:
    """List skill labels that nobody has filed; file one as a synonym or as ignored."""
    if synonyms or ignored:
        click.echo("\n".join(filed_lines(home, synonyms, ignored)))
        return
    found = open_results(home).unknown_labels(most)
    click.echo(labels_json(found) if as_json else "\n".join(label_lines(found)))


@main.command()
@click.argument("kind", type=click.Choice(list(FORMS)))
@click.argument("city")
@click.option("--to", "target", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def template(home: Home, kind: str, city: str, target: Path) -> None:
    """Write a workbook that a city fills in and loads: counts, survey results, evidence."""
    results = open_results(home)
    _known_city(results.catalogue, city)
    click.echo("\n".join(write_template(kind, results, city, target.with_suffix(".xlsx"))))


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
    _known_city(results.catalogue, city)
    standing = results.matrix(city)
    click.echo(to_json(standing) if as_json else "\n".join(matrix_lines(standing)))


@main.command()
@click.argument("city", required=False)
@click.option("--json", "as_json", is_flag=True, help="The findings as JSON.")
@click.option("--on", type=DAY, help="Judge what is late as of this day. Default: today.")
@click.pass_obj
def quality(home: Home, city: str | None, as_json: bool, on: datetime | None) -> None:
    """List what in the data should be looked at: doubles, jumps, differences, what is late."""
    results = open_results(home, on.date() if on else None)
    found = quality_of(results, _known_city(results.catalogue, city) if city else None)
    click.echo(quality_json(found) if as_json else "\n".join(quality_lines(results, found)))


@main.command(name="what-if")
@click.argument("city")
@click.option("--on", type=DAY, help="Judge as of this day. Default: today.")
@click.pass_obj
def what_if_command(home: Home, city: str, on: datetime | None) -> None:
    """Say when each promised number would be met at the pace so far, and what pace would do."""
    results = open_results(home, on.date() if on else None)
    _known_city(results.catalogue, city)
    click.echo("\n".join(outlook_lines(results, city)))


@main.command(name="diff")
@click.argument("old", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("new", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
def diff_command(old: Path, new: Path, as_json: bool) -> None:
    """Say what changed between two versions of a city's matrix."""
    changes = diff(read_version(old), read_version(new))
    click.echo(to_json(changes) if as_json else "\n".join(diff_lines(changes)))


@main.command(name="map")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", "target", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def map_command(home: Home, file: Path, target: Path | None) -> None:
    """Write a first source mapping for a table that none fits, to be edited."""
    click.echo(f"wrote {write_first_mapping(file, home, target)}")
    click.echo(f"Correct it, then see what it makes of the file: impact load --dry-run {file}")


@main.command()
def methods() -> None:
    """Print how progress is judged: every rule, its source and when it misleads."""
    click.echo(methods_page(), nl=False)


@main.command(name="indicator")
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


@main.command(name="crosswalk")
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


@main.command()
@click.argument("city", required=False)
@click.option("--json", "as_json", is_flag=True, help="With every statement, as JSON.")
@click.pass_obj
def alignment(home: Home, city: str | None, as_json: bool) -> None:
    """Read progress by Youth Goals, Erasmus+ priorities, SDG 4 and learning-city features."""
    results = open_results(home)
    if city:
        _known_city(results.catalogue, city)
    found = alignments_of(results, city)
    click.echo(to_json(found) if as_json else "\n".join(alignment_lines(found)))


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--city", help="The city on whose site the activities stand.")
@click.option("--starts", type=DAY, help="Their first day, where the pages do not say it.")
@click.option("--to", "target", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def page(
    home: Home,
    files: tuple[Path, ...],
    city: str | None,
    starts: datetime | None,
    target: Path | None,
) -> None:
    """Show what saved activity pages seem to say; with --to, write it as CSV to check and load."""
    catalogue = load_catalogue(home)
    competences = Competences(catalogue.frameworks)
    readings = [read_page(path, competences) for path in files]
    click.echo("\n".join(line for reading in readings for line in page_lines(reading)))
    if target:
        given = Given(_known_city(catalogue, city or ""), starts.date() if starts else None)
        to_fill = write_activities(readings, given, target)
        click.echo("\n".join(written_lines(target, len(readings), to_fill)))


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


main.add_command(compare)
main.add_command(teachers)


def _checked(home: Home) -> tuple[Catalogue | None, tuple[DeclarationProblem, ...]]:
    try:
        return load_catalogue(home), ()
    except DeclarationProblems as error:
        return None, error.problems


def _known_city(catalogue: Catalogue, city: str) -> str:
    matrices = catalogue.matrices
    if city not in matrices:
        names = ", ".join(sorted(matrices))
        text = f"`{city}` is not a city of this home.{nearest(city, matrices)} Cities: {names}."
        raise click.ClickException(text)
    return city


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may have no name for its user
        return "unknown"


if __name__ == "__main__":
    main()
