"""The crosswalk: statements that promise the same thing in other words name one indicator."""

from functools import cache
from pathlib import Path

import pytest

from matrices.home import Home
from metrics.catalogue import Catalogue, load_catalogue
from metrics.crosswalk import crossing_of, crosswalk


@cache
def catalogue() -> Catalogue:
    return load_catalogue(Home(Path("no-home-here")))


def test_posters_that_ask_for_about_ten_playlists_share_an_indicator():
    cities = set(crossing_of(catalogue(), "playlists").statements)
    assert {"vilnius", "breda", "blackpool", "cluj_napoca"} <= cities


def test_the_same_chance_in_three_cities_own_words_is_one_promise():
    found = crossing_of(catalogue(), "survey_chances").statements
    texts = [statement.text for statements in found.values() for statement in statements]
    assert set(found) == {"vilnius", "blackpool", "breda"}
    assert len(set(texts)) == 3


def test_what_most_cities_promise_stands_first_and_what_nobody_promises_is_left_out():
    found = crosswalk(catalogue())
    many = [len(crossing.statements) for crossing in found]
    assert many == sorted(many, reverse=True) and min(many) == 1
    assert "statements_measured_share" not in {crossing.indicator for crossing in found}


def test_every_promise_of_every_matrix_is_in_the_crosswalk():
    promises = sum(len(s.promises) for m in catalogue().matrices.values() for s in m.statements())
    crossings = crosswalk(catalogue())
    assert promises == sum(len(found) for c in crossings for found in c.statements.values())


def test_an_unknown_indicator_is_no_crossing():
    with pytest.raises(KeyError):
        crossing_of(catalogue(), "learnrs")
