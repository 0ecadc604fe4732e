"""The command that takes a matrix from somebody else's results framework."""

from pathlib import Path

import click

from dashboard.terminal.importing import import_lines
from matrices.durable import replace_text
from matrices.home import Home
from matrices.importing.matching import KnownIndicator
from matrices.importing.reading import imported, read_framework
from metrics.catalogue import Catalogue, load_catalogue


@click.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", "target", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--place", default="", help="Where the city lies: a key of places.yaml.")
@click.option("--activity", "--sheet", "part", default="", help="Which one, if there are several.")
@click.pass_obj
def import_command(home: Home, file: Path, target: Path, place: str, part: str) -> None:
    """Take a matrix from an IATI 2.03 file (.xml) or an EU logframe (.xlsx); writes a city file."""
    if target.exists():
        raise click.ClickException(f"{target} exists already. Nothing was changed; name another.")
    catalogue = load_catalogue(home)
    draft = read_framework(file, part)
    guess = target.stem if target.stem in catalogue.places and not draft.place else ""
    found = imported(draft, known_indicators(catalogue), place or guess, catalogue.places)
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_text(target, found.text)
    click.echo("\n".join(import_lines(found, target)))


def known_indicators(catalogue: Catalogue) -> dict[str, KnownIndicator]:
    """The home's indicators as far as titles are matched with them."""
    return {
        name: KnownIndicator(each.name, each.question, each.is_share, each.better)
        for name, each in catalogue.indicators.items()
    }
