"""The command that writes the public site."""

from functools import partial
from pathlib import Path

import click

from dashboard.catalogues import ENGLISH, languages
from dashboard.commands.options import known_city
from dashboard.reports.provenance import publication_of
from dashboard.reports.scope import ReportProblem
from dashboard.site.folder import replace_site
from dashboard.site.writing import write_site
from dashboard.visitor import is_translated
from matrices.home import Home
from matrices.problems import nearest
from metrics.catalogue import Catalogue
from metrics.results import open_results


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--cities", metavar="CITY,...", help="Only these. Default: every city of the home.")
@click.option(
    "--language",
    "spoken",
    default=f"{ENGLISH},nl",
    show_default=True,
    help="Languages, separated by commas; the first is the one of the start page.",
)
@click.pass_obj
def site(home: Home, folder: Path, cities: str | None, spoken: str) -> None:
    """Write the published figures as a site that any web server or a memory stick serves.

    Pages of cities, statements and comparisons, methods and files, without a server, a script or a
    request that leaves the folder. Written aside and put in its place whole; a folder is only
    replaced where this command made it.
    """
    results = open_results(home)
    publication = publication_of(results)
    chosen = _cities(results.catalogue, cities)
    write = partial(write_site, results, chosen, _languages(spoken))
    files = replace_site(folder, write)
    click.echo(f"wrote {folder}: {len(files)} files, snapshot {publication.snapshot}")
    click.echo(f"open {folder / 'index.html'}")


def _cities(catalogue: Catalogue, asked: str | None) -> tuple[str, ...]:
    if asked is None:
        return tuple(catalogue.matrices)
    names = dict.fromkeys(name.strip() for name in asked.split(",") if name.strip())
    return tuple(known_city(catalogue, name) for name in names)


def _languages(asked: str) -> tuple[str, ...]:
    """`ReportProblem` for any that the product does not speak."""
    known = [language for language in languages() if is_translated(language)]
    chosen = tuple(dict.fromkeys(name.strip() for name in asked.split(",") if name.strip()))
    problems = [
        f"`{name}` is not a language of the pages.{nearest(name, known)} Languages: {', '.join(known)}."
        for name in chosen
        if name not in known
    ]
    if problems or not chosen:
        raise ReportProblem(problems or [f"Name a language: {', '.join(known)}."])
    return chosen
