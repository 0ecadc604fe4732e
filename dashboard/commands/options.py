"""What several commands share: how a day is written, which cities there are, who is asking."""

import getpass

import click

from matrices.problems import nearest
from metrics.catalogue import Catalogue

DAY = click.DateTime(formats=["%Y-%m-%d"])


def known_city(catalogue: Catalogue, city: str) -> str:
    """The city, where the home has it; else a sentence with the nearest and all there are."""
    matrices = catalogue.matrices
    if city not in matrices:
        names = ", ".join(sorted(matrices))
        text = f"`{city}` is not a city of this home.{nearest(city, matrices)} Cities: {names}."
        raise click.ClickException(text)
    return city


def user() -> str:
    """Who runs the command, as the receipt of a load says it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may have no name for its user
        return "unknown"
