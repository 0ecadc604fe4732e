"""Places: each population says what was counted, when and by whom."""

from pathlib import Path

import pytest

from matrices.declarations import DeclarationProblems
from matrices.places import Place, Population, load_places

BREDA = """breda:
  name: Breda
  country: nl
  latitude: 51.587
  longitude: 4.776
"""
COUNTED = "unit: municipality, source: CBS, how_known: read"


def load(folder: Path, text: str) -> dict[str, Place]:
    file = folder / "places.yaml"
    file.write_text(text, encoding="utf-8")
    return load_places(file)


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(DeclarationProblems) as raised:
        load(folder, text)
    return str(raised.value).splitlines()


def test_a_place_has_its_key_and_its_populations(tmp_path):
    text = f"""{BREDA}  populations:
    - {{measure: total, persons: 183717, date: 2018-01-01, {COUNTED}}}
    - {{measure: age, age_from: 15, age_to: 29, persons: 30000, date: mid-2020, {COUNTED}}}
"""
    counted = {"unit": "municipality", "source": "CBS", "how_known": "read"}
    assert load(tmp_path, text) == {
        "breda": Place(
            key="breda",
            name="Breda",
            country="NL",
            latitude=51.587,
            longitude=4.776,
            populations=(
                Population(measure="total", persons=183717, date="2018-01-01", **counted),
                Population(
                    measure="age", age_from=15, age_to=29, persons=30000, date="mid-2020", **counted
                ),
            ),
        )
    }


def test_norway_is_a_country_and_not_a_no(tmp_path):
    # plain YAML reads NO as no
    assert load(tmp_path, BREDA.replace("nl", "NO"))["breda"].country == "NO"


@pytest.mark.parametrize(
    ("population", "told"),
    [
        (
            "measure: total, age_from: 15, age_to: 29, persons: 5, date: x",
            "a `total` has no ages. Write `measure: age`, or leave the ages out.",
        ),
        (
            "measure: age, age_from: 15, persons: 5, date: x",
            "`measure: age` needs `age_from` and `age_to`.",
        ),
        (
            "measure: age, age_from: 29, age_to: 15, persons: 5, date: x",
            "`age_from` 29 is above `age_to` 15.",
        ),
    ],
)
def test_a_population_and_its_ages_belong_together(tmp_path, population: str, told: str):
    text = f"{BREDA}  populations:\n    - {{{population}, {COUNTED}}}\n"
    assert problems(tmp_path, text) == [f"places.yaml:7: populations: {told}"]


def test_all_problems_of_all_places_come_at_once(tmp_path):
    text = """breda:
  name: Breda
  country: Netherlands
  latitude: 151
  longitude: west
vilnius:
  nmae: Vilnius
  country: LT
  latitude: 54.7
  longitude: 25.3
  populations:
    - measure: toal
      persons: 0
      date: 2021
      unit: city
      source: register
"""
    assert problems(tmp_path, text) == [
        (
            "places.yaml:3: country: `Netherlands` is not a country. Write its two letters, such as "
            "`LT`."
        ),
        "places.yaml:4: latitude: `151` is out of bounds. It must be at most 90.0.",
        "places.yaml:5: longitude: `west` is not a number.",
        "places.yaml:6: `name` is missing in `vilnius`.",
        "places.yaml:7: `nmae` is not a heading of `vilnius`. Did you mean `name`?",
        "places.yaml:12: `how_known` is missing in `populations`.",
        "places.yaml:12: measure: `toal` is not one of `total` and `age`. Did you mean `total`?",
        "places.yaml:13: persons: `0` is out of bounds. It must be at least 1.",
    ]


def test_other_languages_may_have_names_of_their_own_for_it(tmp_path):
    named = BREDA.replace("country", "names: {nl: Breda aan de Mark, no: Breda i nord}\n  country")
    place = load(tmp_path, named)["breda"]
    assert place.in_language("nl").name == "Breda aan de Mark"
    assert place.in_language("no").name == "Breda i nord"  # a language, and not a no
    assert place.in_language("it").name == "Breda"


def test_a_name_says_of_what_language_it_is(tmp_path):
    named = BREDA.replace("country", "names: {dutch: Breda, nl: ' '}\n  country")
    assert problems(tmp_path, named) == [
        (
            "places.yaml:3: dutch: `dutch` is not a language. Write its two small letters, as in "
            "`nl`."
        ),
        "places.yaml:3: nl: the name is empty. Write it, or leave the line out.",
    ]


def test_a_country_that_is_a_list_is_refused(tmp_path):
    assert problems(tmp_path, BREDA.replace("nl", "[nl]")) == [
        "places.yaml:3: country: a list is not a text."
    ]


def test_a_place_may_be_part_of_another(tmp_path):
    country = "netherlands:\n  name: Netherlands\n  country: nl\n  latitude: 52\n  longitude: 5\n"
    assert load(tmp_path, f"{BREDA}  part_of: netherlands\n{country}")["breda"].part_of == (
        "netherlands"
    )


@pytest.mark.parametrize(
    ("around", "told"),
    [
        ("netherland", "6: part_of: `netherland` is not a place in this file."),
        ("breda", "6: part_of: `breda` would be a part of itself."),
    ],
)
def test_a_place_is_part_of_a_place_that_is_there_and_not_of_itself(tmp_path, around, told):
    [found] = problems(tmp_path, f"{BREDA}  part_of: {around}\n")
    assert found.startswith(f"places.yaml:{told}")
