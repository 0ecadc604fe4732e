"""A file in another language gives the same records as the same file in English."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.kinds import Column
from ingest.records import RECORDS
from ingest.source_mapping import SourceMapping, load_mappings
from matrices.home import Home
from tests.ingest.taking import FRAME, take

LANGUAGES = ("nl", "it", "ro", "lt", "el")
MAPPINGS = {each.identifier: each for each in load_mappings(Home(Path("no-home"))).packaged}
ENGLISH = MAPPINGS["platform"]
OF_KIND = {
    "identifier": st.sampled_from([f"x{n}" for n in range(4)]),
    "text": st.sampled_from(["", "Repair café", "Ξενάγηση"]),
    "city": st.sampled_from(sorted(FRAME.cities)),
    "person": st.sampled_from(["p1", "p2", "p3"]),
    "day": st.dates(date(2020, 1, 1), date(2025, 1, 31)),
    "yes_no": st.booleans(),
    "whole": st.integers(0, 5000),
    "number": st.sampled_from([0.5, 51.25, 4.75]),
    "labels": st.sampled_from(["", "teamwork; drawing"]),
}
NEVER_EMPTY = ("name",)


def values_of(column: Column) -> st.SearchStrategy:
    choices = column.kind.choices
    return st.sampled_from(choices) if choices else OF_KIND[column.kind.name]


@st.composite
def rows(draw: st.DrawFn, table: str) -> list[dict[str, object]]:
    """Typed values, column by column, for the columns that the platform's export has."""
    columns = [
        column
        for column in RECORDS[table].loaded_columns()
        if column.name in ENGLISH.records[table].columns
    ]
    return [
        {
            column.name: "a name" if column.name in NEVER_EMPTY else draw(values_of(column))
            for column in columns
        }
        for _ in range(draw(st.integers(1, 4)))
    ]


def written(mapping: SourceMapping, table: str, rows: list[dict[str, object]]) -> str:
    """The rows as a person of that language writes them, separated by semicolons."""
    own = mapping.records[table]
    lines = [";".join(own.columns[name].headings[-1] for name in rows[0])]
    for row in rows:
        cells = (_cell(mapping, table, name, value) for name, value in row.items())
        lines.append(";".join(f'"{cell}"' for cell in cells))
    return "\n".join(lines) + "\n"


def _cell(mapping: SourceMapping, table: str, name: str, value: object) -> str:
    is_english = mapping is ENGLISH
    if isinstance(value, bool):
        return (mapping.yes if value else mapping.no)[0 if is_english else -1]
    if isinstance(value, date):
        return value.isoformat() if is_english else _in_words(value, mapping)
    if isinstance(value, float):
        return str(value) if is_english else str(value).replace(".", ",")
    theirs = {ours: word for word, ours in mapping.records[table].values.get(name, {}).items()}
    return theirs.get(str(value), str(value)) if name != "city" else str(value)


def _in_words(day: date, mapping: SourceMapping) -> str:
    written = next(each for each in mapping.dates if "%B" in each)
    month = mapping.months[day.month - 1][day.day % len(mapping.months[day.month - 1])]
    return day.strftime(written.replace("%B", "{}")).format(month)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_another_language_gives_the_same_records(
    tmp_path: Path, language: str, data: st.DataObject
):
    table = data.draw(st.sampled_from(sorted(ENGLISH.records)))
    of_table = data.draw(rows(table))
    told = []
    for mapping in (ENGLISH, MAPPINGS[f"platform_{language}"]):
        taken = take(tmp_path, {"a.csv": written(mapping, table, of_table)})
        assert taken.intake.files[0].mapping == mapping.identifier
        told.append((taken.rows(table), taken.refused("row, code")))
    assert told[0] == told[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_the_export_has_a_heading_in_every_language(language: str):
    mapping = MAPPINGS[f"platform_{language}"]
    assert mapping.language == language
    assert {table: set(own.columns) for table, own in mapping.records.items()} == {
        table: set(own.columns) for table, own in ENGLISH.records.items()
    }


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("nl", "31 mei 2024"),
        ("nl", "31-05-2024"),
        ("it", "31 maggio 2024"),
        ("it", "31/05/2024"),
        ("ro", "31 mai 2024"),
        ("ro", "31.05.2024"),
        ("lt", "2024 m. gegužės 31 d."),
        ("lt", "2024.05.31"),
        ("el", "31 Μαΐου 2024"),
        ("el", "31/05/2024"),
        ("el", "2024-05-31"),
    ],
)
def test_days_are_read_as_the_language_writes_them(tmp_path: Path, language: str, day: str):
    own = MAPPINGS[f"platform_{language}"].records["participations"].columns
    names = ("person", "activity_id", "type", "joined_on")
    head = ",".join(own[name].headings[0] for name in names)
    taken = take(tmp_path, {"a.csv": f"{head}\np1,a1,user,{day}\n"})
    assert taken.rows("participations", "joined_on") == [(date(2024, 5, 31),)]
