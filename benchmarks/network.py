"""A made-up network of any size, as the folder that `impact load` would have left of it.

Seeded: the same number of rows, the same rows. A person has a home city, joins first on some day
of six years and comes back within two; some come often, and every twelfth time to another city.
There are ten participations to a person, a hundred to an activity, five to a badge.
"""

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from ingest.checking.taken_rows import TakenRows
from ingest.ledger import Ledger, read_ledger, switch
from ingest.loading.load_folders import load_folder, loads_folder, write_load
from ingest.receipt import Receipt, RecordCounts, code_version
from ingest.records import RECORDS
from ingest.tables.columns import no_rows, typed_columns
from matrices.home import Home
from tests.serving import impact

SHARES = {
    "antwerp": 20,
    "blackpool": 8,
    "breda": 12,
    "cluj_napoca": 15,
    "thessaloniki": 5,
    "turin": 25,
    "vilnius": 15,
}
"""How many of a hundred people live there."""
HUNDRED = [city for city, share in SHARES.items() for _ in range(share)]

FIRST_DAY, LAST_DAY = date(2019, 1, 1), date(2024, 12, 31)
DAYS = (LAST_DAY - FIRST_DAY).days + 1
ROWS_OF_A_FILE = 5_000_000

CHANCE = "CREATE MACRO chance(of_what, salt, choices) AS (hash(of_what, salt) % choices)::BIGINT"

PLACE = "NULL::VARCHAR AS sheet, 2 + i AS row"

ACTIVITIES = f"""
    SELECT printf('act-%07d', i) AS activity_id,
        getvariable('hundred')[1 + i * 100 // getvariable('activities')] AS city,
        'org-' || chance(i, 1, 20 + getvariable('activities') // 100) AS organisation_id,
        'An organisation' AS organisation,
        'Activity ' || i AS name,
        ['event', 'course', 'workshop', 'online', 'volunteering'][1 + chance(i, 2, 5)] AS type,
        if(chance(i, 3, 20) = 0, 'draft', 'published') AS status,
        ['Science', 'Arts', 'Sports', 'Media', 'Nature'][1 + chance(i, 4, 5)] AS category,
        if(chance(i, 5, 3) > 0, ['Critical thinking', 'Teamwork'], NULL) AS skills,
        DATE '{FIRST_DAY}' + chance(i, 6, {DAYS})::INTEGER AS starts_on,
        3600 AS duration_seconds,
        chance(i, 7, 3) = 0 AS online,
        'activities.csv' AS file, {PLACE}
    FROM range(getvariable('activities')) AS numbers(i)"""
"""The first of a hundred stand in the first city, and so on."""

VISITS = f"""
    SELECT i, 1 + person AS person,
        if(chance(i, 4, 12) = 0, chance(i, 5, 100), chance(person, 1, 100)) AS hundredth,
        DATE '{FIRST_DAY}'
            + ((chance(person, 2, {DAYS}) + chance(i, 3, 1 + chance(person, 3, 730)))
                % {DAYS})::INTEGER AS day
    FROM (
        SELECT i,
            floor(getvariable('people') * pow((hash(i) >> 11) / pow(2, 53), 1.5))::BIGINT AS person
        FROM range(getvariable('visits')) AS numbers(i)
    )"""
"""Who came on which day to the city of which hundredth of the people."""

PARTICIPATIONS = f"""
    SELECT person,
        printf('act-%07d', (
            hundredth * getvariable('activities') + chance(i, 6, getvariable('activities'))
        ) // 100) AS activity_id,
        if(chance(i, 7, 12) = 0, 'invite', 'user') AS type,
        'users' AS team,
        chance(i, 8, 4) AS badges,
        chance(i, 9, 6) AS quests,
        0::BIGINT AS certificates,
        day AS joined_on,
        'participations-' || i // {ROWS_OF_A_FILE} || '.csv' AS file,
        NULL::VARCHAR AS sheet, 2 + i % {ROWS_OF_A_FILE} AS row
    FROM ({VISITS})"""

AWARDS = f"""
    SELECT printf('award-%09d', i) AS award_id,
        'badge-' || i % 1000 AS badge_class_id,
        getvariable('hundred')[1 + hundredth] AS city,
        person,
        day AS issued_on,
        ['email', 'code', 'evidence'][1 + chance(i, 7, 3)] AS method,
        chance(i, 8, 50) = 0 AS is_revoked,
        'awards.csv' AS file, {PLACE}
    FROM ({VISITS})"""

PERSONS = """
    CREATE TABLE persons AS
    SELECT 1 + i AS number, 'p_' || md5(i::VARCHAR) AS person
    FROM range(getvariable('people')) AS numbers(i)"""

TABLES = {"activities": ACTIVITIES, "participations": PARTICIPATIONS, "awards": AWARDS}


def make_load(home: Home, rows: int) -> None:
    """Load 1 of the home: so many participations, and what goes with them."""
    counts = {"activities": rows // 100, "participations": rows, "awards": rows // 5}
    with duckdb.connect(config={"preserve_insertion_order": False}) as connection:
        connection.execute(CHANCE)
        _set(connection, people=rows // 10, activities=rows // 100, hundred=HUNDRED)
        connection.execute(PERSONS)
        loads_folder(home).mkdir(parents=True, exist_ok=True)
        taken = TakenRows(1, loads_folder(home))
        for table, sql in TABLES.items():
            taken.add(connection, table, _rows(table, sql, counts[table]))
        connection.execute("""
            CREATE TABLE refused (record VARCHAR, file VARCHAR, sheet VARCHAR, row BIGINT,
                code VARCHAR, column_name VARCHAR, found VARCHAR, sentence VARCHAR)""")
        write_load(connection, home, _receipt(counts), taken)


def publish_network(folder: Path, rows: int) -> bool:
    """Makes the load and publishes it as `impact publish` does, unless the home has figures."""
    home = Home(folder)
    if read_ledger(home).snapshot:
        return False
    if not load_folder(home, 1).exists():
        make_load(home, rows)
    switch(home, Ledger(loads=(1,)))
    impact(folder, "publish")
    return True


def _set(connection: DuckDBPyConnection, **values: object) -> None:
    for name, value in values.items():
        connection.execute(f"SET VARIABLE {name} = $value", {"value": value})


def _rows(table: str, sql: str, rows: int) -> str:
    """With the columns that are left out, empty; the number of the load is added to every row."""
    nothing = no_rows(typed_columns(RECORDS[table]))
    sql = sql.replace("getvariable('visits')", str(rows))
    return f"SELECT * EXCLUDE load FROM ({nothing} UNION ALL BY NAME {sql})"


def _receipt(counts: dict[str, int]) -> Receipt:
    return Receipt(
        load=1,
        loaded_at=datetime(2025, 1, 31, tzinfo=UTC),
        loaded_by="benchmark",
        as_of=LAST_DAY,
        is_simulated=True,
        code_version=code_version(),
        files=(),
        counts=tuple(RecordCounts(name, n, n, 0, 0, 0) for name, n in counts.items()),
        refused=(),
        notes=(),
        cities=tuple(SHARES),
    )
