"""Commands that get data ready to be loaded: mappings, templates, pages, labels."""

from datetime import datetime
from pathlib import Path

import click

from dashboard.commands.options import DAY, known_city
from dashboard.terminal.labels import filed_lines, label_lines, labels_json
from dashboard.terminal.page import page_lines, written_lines
from dashboard.terminal.templates import FORMS, write_template
from ingest.activity_pages.as_export import Given, write_activities
from ingest.activity_pages.competences import Competences
from ingest.activity_pages.reading import read_page
from ingest.reading.first_mapping import write_first_mapping
from matrices.home import Home
from metrics.catalogue import load_catalogue
from metrics.results import open_results


@click.command(name="map")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", "target", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def map_command(home: Home, file: Path, target: Path | None) -> None:
    """Write a first source mapping for a table that none fits, to be edited."""
    click.echo(f"wrote {write_first_mapping(file, home, target)}")
    click.echo(f"Correct it, then see what it makes of the file: impact load --dry-run {file}")


@click.command()
@click.argument("kind", type=click.Choice(list(FORMS)))
@click.argument("city")
@click.option("--to", "target", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def template(home: Home, kind: str, city: str, target: Path) -> None:
    """Write a workbook that a city fills in and loads: counts, survey results, evidence."""
    results = open_results(home)
    known_city(results.catalogue, city)
    click.echo("\n".join(write_template(kind, results, city, target.with_suffix(".xlsx"))))


@click.command()
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
        given = Given(known_city(catalogue, city or ""), starts.date() if starts else None)
        to_fill = write_activities(readings, given, target)
        click.echo("\n".join(written_lines(target, len(readings), to_fill)))


@click.command(name="labels")
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
