"""A small network for tests: two cities, one framework, files whose headings are our own names."""

import csv
import inspect
import re
from datetime import date
from pathlib import Path

from ingest.intake import Frame
from ingest.loading.snapshots import new_snapshot
from ingest.tables.columns import base_records
from ingest.warehouse import build_records
from matrices.frameworks import Framework, Frameworks, Skill, SkillSet
from matrices.home import Home

COUNTRIES = {"breda": "NL", "vilnius": "LT"}
FRAME = Frame(cities=COUNTRIES, indicators=frozenset({"learners"}), today=date(2025, 1, 31))

LIFECOMP = Framework(
    identifier="lifecomp",
    name="LifeComp",
    version="2020",
    source="a test",
    how_known="made up",
    skills=(
        Skill(code="L2", name="Critical thinking"),
        Skill(code="P2", name="Flexibility"),
    ),
)
FRAMEWORKS = Frameworks(
    {"lifecomp": LIFECOMP},
    SkillSet(name="What counts here", source="a test", includes={"lifecomp": ("L2",)}),
)
"""Critical thinking counts as a 21st-century skill, flexibility does not."""


def make_home(folder: Path) -> Home:
    """A home whose export calls every column by its own name."""
    sources = folder / "sources"
    sources.mkdir(parents=True)
    # stands in for the packaged mapping of this name; those of counts and evidence are like it
    (sources / "platform.yaml").write_text(_plain_mapping(), encoding="utf-8")
    return Home(folder)


def _plain_mapping() -> str:
    lines = ["name: Our own names", "records:"]
    for table, record in base_records().items():
        if table in ("counts", "evidence"):
            continue
        lines += [f"  {table}:", "    columns:"]
        lines += [f"      {column.name}: {column.name}" for column in record.loaded_columns()]
    return "\n".join(lines) + "\n"


def write_table(path: Path, table: str) -> Path:
    """A CSV file from a little table; cells stand between spaced ` | `, so `uri|label` is one."""
    lines = [line for line in inspect.cleandoc(table).splitlines() if line.strip()]
    rows = [[cell.strip() for cell in re.split(r"\s\|(?=\s|$)", line)] for line in lines]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def publish(home: Home, snapshot: int, loads: tuple[int, ...]) -> date | None:
    """The tables of rows alone, without the figures that a room to the right adds."""
    with new_snapshot(home, snapshot) as connection:
        build_records(connection, home, loads, FRAMEWORKS, COUNTRIES)
        return connection.execute("SELECT max(covered_to) FROM coverage").fetchone()[0]
