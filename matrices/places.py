"""Where the cities are and how many people live there, for maps and figures per head."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, RootModel, model_validator

from matrices.declarations import validated
from matrices.model import Declared
from matrices.names import Names
from matrices.problems import Slip, nearest
from matrices.yaml_source import read_source


def _country(written: object) -> object:
    if isinstance(written, str) and (len(written) != 2 or not written.isalpha()):
        raise ValueError(f"`{written}` is not a country. Write its two letters, such as `LT`")
    return written.upper() if isinstance(written, str) else written


class Population(Declared):
    """How many people were counted, with what makes the number comparable or not."""

    measure: Literal["total", "age"]
    age_from: Annotated[int, Field(ge=0)] | None = None
    age_to: Annotated[int, Field(ge=0)] | None = None
    """The last age that is counted."""
    persons: Annotated[int, Field(ge=1)]
    date: str
    """The source's own words, such as `2021 census`, `mid-2020` or `2025-01-01`."""
    unit: str
    """What was counted: a municipality, an agglomeration, a metropolitan city ..."""
    source: str
    how_known: str

    @model_validator(mode="after")
    def _ages_belong_to_age(self) -> "Population":
        ages = (self.age_from, self.age_to)
        if self.measure == "total" and ages != (None, None):
            raise ValueError("a `total` has no ages. Write `measure: age`, or leave the ages out")
        if self.measure == "age" and None in ages:
            raise ValueError("`measure: age` needs `age_from` and `age_to`")
        if None not in ages and self.age_from > self.age_to:
            raise ValueError(f"`age_from` {self.age_from} is above `age_to` {self.age_to}")
        return self


class Place(Declared):
    """A city or a country that a matrix or a city site belongs to."""

    key: str
    """What matrices call it."""
    name: str
    names: Names = Field(default_factory=dict)
    """What other languages call it, where that differs: `nl` to `Turijn`."""
    country: str
    """Two letters, ISO 3166."""
    latitude: float
    """Degrees, north is positive."""
    longitude: float
    """Degrees, east is positive."""
    part_of: str | None = None
    """The key of the place around it, such as its country; its figures are counted there too."""
    populations: tuple[Population, ...] = ()

    def in_language(self, language: str) -> "Place":
        """The same place by the name that people of this language know it by."""
        return self.model_copy(update={"name": self.names.get(language, self.name)})


class _PlaceForm(Declared):
    """A place as it is written below its key."""

    name: str
    names: Names = Field(default_factory=dict)
    country: Annotated[str, BeforeValidator(_country)]
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    part_of: str | None = None
    populations: tuple[Population, ...] = ()


class _PlacesFile(RootModel[dict[str, _PlaceForm]]):
    """The file: key to place."""


def load_places(path: Path) -> dict[str, Place]:
    """Every place of the file by its key; raises `DeclarationProblems` with all problems."""
    source = read_source(path)
    places = dict(_places(validated(source, _PlacesFile).root))
    slips = [
        Slip(source.line_of((key, "part_of")), text)
        for key in places
        for text in _nesting_problems(key, places)
    ]
    if slips:
        raise source.problems(slips)
    return places


def _places(forms: dict[str, _PlaceForm]) -> Iterator[tuple[str, Place]]:
    for key, form in forms.items():
        yield key, Place(key=key, **{name: getattr(form, name) for name in _PlaceForm.model_fields})


def _nesting_problems(key: str, places: dict[str, Place]) -> Iterator[str]:
    around = places[key].part_of
    if around is not None and around not in places:
        yield f"part_of: `{around}` is not a place in this file." + nearest(around, places)
    passed = {key}
    while around in places and around not in passed:
        passed.add(around)
        around = places[around].part_of
    if around == key:
        yield f"part_of: `{key}` would be a part of itself."
