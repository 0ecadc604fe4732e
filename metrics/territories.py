"""Territories: whose rows count together, such as those of a country's cities or of the network."""

from collections.abc import Mapping

from matrices.model import Matrix
from matrices.places import Place

NETWORK = "network"
"""What all cities of a home together are called."""


def territories_of(
    matrices: Mapping[str, Matrix], places: Mapping[str, Place]
) -> dict[str, tuple[str, ...]]:
    """Territory to the cities whose rows count in it, its own site among them; then the network.

    A territory is called as the city whose matrix speaks for the place; without one as the place.
    """
    found = {
        _name(place, matrices): members
        for place in places
        if (members := _members(place, matrices, places))
    }
    return found | ({NETWORK: tuple(matrices)} if len(matrices) > 1 else {})


def _members(
    place: str, matrices: Mapping[str, Matrix], places: Mapping[str, Place]
) -> tuple[str, ...]:
    """Empty where the place has no others in it."""
    lying = {city: _around(matrix.place, places) for city, matrix in matrices.items()}
    if not any(place in around[1:] for around in lying.values()):
        return ()
    return tuple(city for city, around in lying.items() if place in around)


def _around(place: str, places: Mapping[str, Place]) -> list[str]:
    """The place, what it is part of, what that is part of ..."""
    found: list[str] = []
    while place in places and place not in found:
        found.append(place)
        place = places[place].part_of or ""
    return found


def _name(place: str, matrices: Mapping[str, Matrix]) -> str:
    return next((city for city, matrix in matrices.items() if matrix.place == place), place)
