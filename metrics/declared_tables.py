"""The declarations as tables of the snapshot, for people who query it."""

from collections.abc import Iterable

import duckdb

from matrices.places import Population
from metrics.catalogue import Catalogue
from metrics.counting.inserted_rows import insert_rows
from metrics.counting.tallied import ALL_AGES

TABLES = {
    "cities": "city VARCHAR, name VARCHAR, place VARCHAR, country VARCHAR, goal VARCHAR, "
    "starts DATE",
    "target_groups": "city VARCHAR, target_group VARCHAR, position INTEGER, name VARCHAR",
    "statements": "statement VARCHAR, city VARCHAR, target_group VARCHAR, level VARCHAR, "
    "text VARCHAR, measured VARCHAR, reason VARCHAR, in_force_from DATE, names_indicator BOOLEAN",
    "indicators": "indicator VARCHAR, name VARCHAR, question VARCHAR, unit VARCHAR, "
    "better VARCHAR, version INTEGER, caveats VARCHAR",
    "populations": "place VARCHAR, name VARCHAR, country VARCHAR, measure VARCHAR, "
    "age_from INTEGER, age_to INTEGER, persons BIGINT, date VARCHAR, unit VARCHAR, "
    "source VARCHAR, how_known VARCHAR",
    "inhabitants": "city VARCHAR, ages VARCHAR, persons BIGINT, as_of VARCHAR, unit VARCHAR, "
    "source VARCHAR",
}

COVER_STATEMENTS = """
    INSERT INTO coverage
    SELECT 'statements', cities.city, starts, max(covered_to)
    FROM cities
    JOIN coverage USING (city)
    WHERE cities.city IN (SELECT city FROM statements) AND starts IS NOT NULL
    GROUP BY ALL
"""
"""A matrix counts from its start to the day up to which its city's data reach."""


def write_declared_tables(connection: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """Makes these tables, and says in `coverage` from when to when statements count."""
    rows = {
        "cities": _cities(catalogue),
        "target_groups": _target_groups(catalogue),
        "statements": _statements(catalogue),
        "indicators": _indicators(catalogue),
        "populations": _populations(catalogue),
        "inhabitants": _inhabitants(catalogue),
    }
    for table, columns in TABLES.items():
        connection.execute(f"CREATE TABLE {table} ({columns})")
        insert_rows(connection, table, list(rows[table]))
    connection.execute(COVER_STATEMENTS)


def _cities(catalogue: Catalogue) -> Iterable[tuple[object, ...]]:
    for city, matrix in catalogue.matrices.items():
        country = catalogue.places[matrix.place].country
        yield (city, matrix.name, matrix.place, country, matrix.goal, matrix.starts)


def _target_groups(catalogue: Catalogue) -> Iterable[tuple[object, ...]]:
    for city, matrix in catalogue.matrices.items():
        for position, group in enumerate(matrix.target_groups, start=1):
            yield (city, group.key, position, group.name)


def _statements(catalogue: Catalogue) -> Iterable[tuple[object, ...]]:
    for city, matrix in catalogue.matrices.items():
        for s in matrix.statements():
            told = (s.identifier, city, s.target_group, s.level, s.text, s.measured, s.reason)
            yield (*told, matrix.starts, bool(s.promises))


def _indicators(catalogue: Catalogue) -> Iterable[tuple[object, ...]]:
    for i in catalogue.indicators.values():
        yield (i.identifier, i.name, i.question, i.unit, i.better, i.version, i.caveats)


def _populations(catalogue: Catalogue) -> Iterable[tuple[object, ...]]:
    for place in catalogue.places.values():
        for p in place.populations:
            ages = (p.age_from, p.age_to)
            where = (place.key, place.name, place.country, p.measure, *ages)
            yield (*where, p.persons, p.date, p.unit, p.source, p.how_known)


def _inhabitants(catalogue: Catalogue) -> Iterable[tuple[object, ...]]:
    """Of several figures for the same ages the first that the place lists."""
    for city, matrix in catalogue.matrices.items():
        place = catalogue.places[matrix.place]
        bands = {_ages(p): p for p in reversed(place.populations)}
        for ages, p in bands.items():
            yield (city, ages, p.persons, p.date, p.unit, p.source)


def _ages(population: Population) -> str:
    if population.measure == "total":
        return ALL_AGES
    return f"{population.age_from}-{population.age_to}"
