"""Commands that make up demonstration data and serve the dashboard."""

import tempfile
from datetime import datetime
from pathlib import Path

import click

from dashboard.commands.options import DAY, user
from dashboard.serve import is_taken, serve_dashboard
from dashboard.terminal.receipt import receipt_lines
from ingest.loads import load, loads, republish
from ingest.simulate import simulate
from matrices.home import Home
from metrics.catalogue import load_catalogue
from metrics.frame import frame_of
from metrics.publish import is_current, publisher


@click.command(name="simulate")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--learners", default=4000, show_default=True, type=click.IntRange(min=1))
@click.option("--seed", default=2020, show_default=True)
@click.option("--until", type=DAY, help="The last day simulated. Default: yesterday.")
def simulate_command(folder: Path, learners: int, seed: int, until: datetime | None) -> None:
    """Write simulated platform exports of seven cities, marked as simulated in every row."""
    for path in simulate(folder, learners, seed, until.date() if until else None):
        click.echo(f"wrote {path}")


@click.command()
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
        receipt = load(files, home, frame_of(catalogue), publisher(catalogue), None, user())
    click.echo("\n".join(receipt_lines(receipt)))


@click.command()
@click.option("--port", default=8501, show_default=True)
@click.option("--address", default="localhost", show_default=True)
@click.pass_obj
def serve(home: Home, port: int, address: str) -> None:
    """Serve the dashboard and print its address; figures of an older state are made anew first."""
    if is_taken(address, port):
        raise click.ClickException(
            f"Somebody serves at http://{address}:{port} already, perhaps another dashboard. "
            f"Stop that, or choose another port, such as --port {port + 1}."
        )
    catalogue = load_catalogue(home)
    if not is_current(home):
        ledger = republish(home, publisher(catalogue))
        click.echo(f"Declarations have changed: published snapshot {ledger.snapshot}.")
    serve_dashboard(home, address, port)
