"""Whose rows count together, and projects that several files declare."""

from datetime import date
from pathlib import Path

import pytest

from matrices.calendar import Calendar, Project
from matrices.home import Home
from matrices.model import Matrix
from matrices.places import Place
from matrices.problems import DeclarationProblems
from metrics.calendars import whole_calendar
from metrics.catalogue import load_catalogue
from metrics.territories import territories_of
from tests.metrics.small_network import two_towns

TERM = (date(2024, 1, 1), date(2025, 12, 31))


def places(**part_of: str | None) -> dict[str, Place]:
    where = {"country": "NL", "latitude": 52, "longitude": 5}
    return {
        key: Place(key=key, name=key, part_of=around, **where) for key, around in part_of.items()
    }


def matrices(**place_of: str) -> dict[str, Matrix]:
    return {city: Matrix(city=city, name=city, place=place) for city, place in place_of.items()}


def test_a_country_with_a_site_of_its_own_counts_its_cities_and_itself():
    found = territories_of(
        matrices(breda="breda", dutch="nl", turin="turin"), places(breda="nl", nl=None, turin=None)
    )
    assert found == {"dutch": ("breda", "dutch"), "network": ("breda", "dutch", "turin")}


def test_a_province_is_part_of_its_country_and_without_a_site_called_as_the_place():
    found = territories_of(
        matrices(breda="breda", utrecht="utrecht"),
        places(breda="brabant", brabant="nl", nl=None, utrecht="nl"),
    )
    both = ("breda", "utrecht")
    assert found == {"brabant": ("breda",), "nl": both, "network": both}


def test_a_single_city_is_no_network():
    assert territories_of(matrices(breda="breda"), places(breda=None)) == {}


def test_breda_is_a_member_of_the_netherlands():
    catalogue = load_catalogue(Home(Path("nowhere")))
    assert catalogue.territories["netherlands"] == ("breda", "netherlands")
    assert set(catalogue.territories["network"]) == set(catalogue.matrices)


def test_a_project_that_two_cities_share_is_one():
    one, other = (Project("grant", "The grant", *TERM, (city,)) for city in ("breda", "turin"))
    cities = {
        p.cities[0]: Matrix(city=p.cities[0], name="any", place="any", projects=(p,))
        for p in (one, other)
    }
    assert whole_calendar(cities).projects == (
        Project("grant", "The grant", *TERM, ("breda", "turin")),
    )


def declared(folder: Path, periods: str = "", city: str = "") -> list[str]:
    """What `impact check` says of a home of two towns with these declarations."""
    home = Home(folder)
    two_towns(home)
    (folder / "periods.yaml").write_text(periods, encoding="utf-8")
    with (folder / "cities" / "breda.yaml").open("a", encoding="utf-8") as file:
        file.write(city)
    with pytest.raises(DeclarationProblems) as raised:
        load_catalogue(home)
    return str(raised.value).splitlines()


GRANT = "projects:\n  grant: {{name: The grant, starts: 2024, ends: {ends}{more}}}\n"


def test_a_project_of_a_city_that_is_not_there_is_told(tmp_path: Path):
    [told] = declared(tmp_path, GRANT.format(ends=2025, more=", cities: [bredda]"))
    assert told == (
        "periods.yaml:2: grant: `bredda` is not a city of this home. Did you mean `breda`?"
    )


def test_one_key_for_different_days_is_told(tmp_path: Path):
    home, city = (GRANT.format(ends=ends, more="") for ends in (2025, 2026))
    [told] = declared(tmp_path, home, city)
    assert told.endswith(
        "grant: the project runs from 2024-01-01 to 2025-12-31 in another file and from "
        "2024-01-01 to 2026-12-31 here. Give one another key."
    )


def test_no_city_may_be_called_as_all_of_them_are(tmp_path: Path):
    (tmp_path / "cities").mkdir()
    file = tmp_path / "cities" / "network.yaml"
    file.write_text("name: Net\nplace: breda\n", encoding="utf-8")
    with pytest.raises(DeclarationProblems, match="what all cities together are called"):
        load_catalogue(Home(tmp_path))


def test_an_empty_home_has_the_usual_calendar():
    assert load_catalogue(Home(Path("nowhere"))).calendar == Calendar()
