"""Views that answer most questions without a join: figures, breakdowns and promises by name."""

from duckdb import DuckDBPyConnection

from ingest.tables.dictionary import TableNote, document
from metrics.table_notes import NOTES

FIGURES = """
    CREATE VIEW figures AS
    SELECT indicator, indicators.name AS indicator_name, city, cities.name AS city_name,
        period_kind, period_start, period_end, is_complete, value, numerator, denominator,
        unit, origin, is_withheld
    FROM actuals
    JOIN indicators USING (indicator)
    LEFT JOIN cities USING (city)
    WHERE disaggregation = ''"""

BREAKDOWNS = """
    CREATE VIEW breakdowns AS
    SELECT indicator, indicators.name AS indicator_name, city, period_kind, period_start,
        period_end, is_complete, disaggregation, member, value, numerator, denominator,
        unit, is_withheld
    FROM actuals
    JOIN indicators USING (indicator)
    WHERE disaggregation <> ''"""

PROMISES = """
    CREATE VIEW promises AS
    SELECT progress.city, progress.level, target_groups.name AS target_group_name, statement,
        statements.text, indicator, indicators.name AS indicator_name, indicators.unit,
        direction, baseline, baseline_date, target, target_date, value, period_end, expected,
        ratio, yearly_growth, status, method
    FROM progress
    JOIN statements USING (statement)
    JOIN indicators USING (indicator)
    LEFT JOIN target_groups
        ON target_groups.city = progress.city
        AND target_groups.target_group = progress.target_group"""

VIEWS = {
    "figures": (FIGURES, "Every figure as a whole, with the names of its indicator and city."),
    "breakdowns": (BREAKDOWNS, "Every figure broken down: one line for each member."),
    "promises": (PROMISES, "Every promise with its statement's words, and how it stands."),
}

NAMES = {
    "indicator_name": "The indicator's name.",
    "city_name": "The name of the city's matrix.",
    "target_group_name": "The column of the matrix; empty for statements across all.",
}
"""What columns say that no table has under this name."""


def make_views(connection: DuckDBPyConnection) -> None:
    """Makes the views in the default database, each column with its sentence."""
    known = NAMES | {name: told for note in reversed(NOTES) for name, told in note.columns.items()}
    notes = []
    for view, (sql, sentence) in VIEWS.items():
        connection.execute(sql)
        columns = [row[0] for row in connection.execute(f"DESCRIBE {view}").fetchall()]
        sentences = {column: known[column] for column in columns}
        notes.append(TableNote(view, sentence, sentences, "VIEW"))
    document(connection, *notes)
