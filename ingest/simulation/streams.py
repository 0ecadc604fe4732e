"""Long files: written by DuckDB line by line as the rows come, some of them damaged.

A line is put together as text, for a line with a cell too few or too many is no row of a table.
"""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from ingest.simulation.damage import DAMAGES, Damage, damage_rate
from ingest.simulation.rows import headings

PARTICIPATIONS: Mapping[str, str] = {
    "person_key": "format('u-{:06d}', learner)",
    "activity_id": "activity::VARCHAR",
    "team": "CASE WHEN chance('team', learner, activity) < 0.01 THEN 'owners'"
    " WHEN chance('team', learner, activity) < 0.03 THEN 'admins' ELSE 'users' END",
    "type": "if(is_user, 'user', 'invite')",
    "badges": "if(is_awarded, '1', '0')",
    "quests": "if(is_awarded, floor(4 * chance('quests', learner, activity))::INTEGER, 0)::VARCHAR",
    "certificates": "if(is_awarded AND chance('paper', learner, activity) < 0.1, '1', '0')",
    "joined_on": "joined_on::VARCHAR",
    "simulated": "'yes'",
}
"""Each cell of participations.csv as text, over the view `participations`."""

AWARDS: Mapping[str, str] = {
    "badge_id": "format('b-{:016x}', hash(hash(learner, badge_class)))",
    "badge_class_id": "badge_class",
    "owner_key": "format('u-{:06d}', learner)",
    "issued_on": "issued_on::VARCHAR",
    "method": "CASE WHEN asks THEN 'evidence'"
    " WHEN chance('method', learner, activity) < 0.7 THEN 'code' ELSE 'email' END",
    "public": "if(chance('public', learner, activity) < 0.6, 'yes', 'no')",
    "simulated": "'yes'",
}
"""Each cell of awards.csv as text, over the view `awards`."""


def write_stream(
    connection: duckdb.DuckDBPyConnection, path: Path, cells: Mapping[str, str], damage: float
) -> None:
    """Writes one view, named as the file, as lines of these cells.

    On one thread only: hash joins on several lose the order of the rows.
    """
    query = _lines(path.stem, cells)
    connection.execute("SET threads = 1")
    connection.execute("SET VARIABLE damage = ?", [damage_rate(path.stem, damage)])
    connection.execute(
        f"COPY ({query}) TO ? (FORMAT csv, HEADER true, QUOTE '', ESCAPE '', DELIMITER '\x01')",
        [str(path)],
    )


def _lines(file: str, cells: Mapping[str, str]) -> str:
    """A query of one column: the whole line as text, under the whole line of headings."""
    kinds = DAMAGES[file]
    twice = [str(turn) for turn, kind in enumerate(kinds) if kind.change == "row_twice"]
    texts = ",\n        ".join(_cell(cells[name], name, kinds) for name in headings(file))
    return f"""
    SELECT concat_ws(',',
        {texts}
    ) AS "{",".join(headings(file))}"
    FROM (SELECT *, unnest(range(if(wrong IN ({", ".join(twice)}), 2, 1))) FROM (
        SELECT *, if(chance('{file}', learner, activity) < getvariable('damage'),
            floor({len(kinds)} * chance('wrong', learner, activity))::INTEGER, NULL) AS wrong
        FROM {file}))
    """


def _cell(text: str, name: str, kinds: tuple[Damage, ...]) -> str:
    """The cell's text, or what the damage to this column makes of it."""
    cases = [
        f"WHEN {turn} THEN {_spoilt(kind, text)}"
        for turn, kind in enumerate(kinds)
        if kind.column == name and kind.change != "row_twice"
    ]
    return f"CASE wrong {' '.join(cases)} ELSE {text} END" if cases else text


def _spoilt(kind: Damage, text: str) -> str:
    match kind.change:
        case "day_first":
            return f"strftime(({text})::DATE, '%d.%m.%Y')"
        case "left_out":
            return "NULL"
        case "doubled":
            return f"({text}) || ',' || ({text})"
    return f"'{kind.text}'"
