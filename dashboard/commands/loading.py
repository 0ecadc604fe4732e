"""Commands that take data in, take it back, and publish."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from dashboard.commands.options import DAY, user
from dashboard.terminal.receipt import ledger_lines, receipt_lines
from ingest.loading.refused_file import write_refused
from ingest.loads import load, loads, preview, republish, undo
from ingest.open_badges.settings import BadgeSettings
from matrices.home import Home
from metrics.catalogue import load_catalogue
from metrics.frame import frame_of
from metrics.publish import publisher


@click.command(name="load")
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
        receipt = preview(files, home, frame, day, user())
    else:
        receipt = load(files, home, frame, publisher(catalogue), day, user())
    lines = [receipt.to_json()] if as_json else receipt_lines(receipt, is_preview=dry_run)
    click.echo("\n".join(lines))


@click.command(name="loads")
@click.pass_obj
def loads_command(home: Home) -> None:
    """List every load, newest first."""
    click.echo("\n".join(ledger_lines(loads(home))))


@click.command(name="undo")
@click.argument("number", type=int, metavar="LOAD")
@click.option("--why", default="", help="The reason, kept with the load.")
@click.pass_obj
def undo_command(home: Home, number: int, why: str) -> None:
    """Take a load back: the figures are as if it had never been."""
    undo(home, number, publisher(load_catalogue(home)), why or None)
    click.echo(f"Load {number} is undone. Its files stay on disk and can be loaded again.")


@click.command()
@click.argument("number", type=int, metavar="LOAD")
@click.option("--to", "target", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def refused(home: Home, number: int, target: Path) -> None:
    """Write a load's refused rows, with their reasons, as XLSX to mend and load again."""
    rows = write_refused(home, number, target.with_suffix(".xlsx"))
    click.echo(f"{rows:,} refused rows written to {target.with_suffix('.xlsx')}")


@click.command()
@click.pass_obj
def publish(home: Home) -> None:
    """Build the figures anew, after a matrix, framework or indicator was changed."""
    ledger = republish(home, publisher(load_catalogue(home)))
    click.echo(f"Published snapshot {ledger.snapshot}.")
