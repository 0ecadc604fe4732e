"""SQL that puts what was counted in each stretch of days into the periods that have this stretch.

The tables `members`, `periods` and `calendar` are those of `periods_table.py`.
"""

from collections.abc import Sequence
from datetime import date

from metrics.counting.sql_text import common_table, listed
from metrics.tally import Tally

WITHIN = "within_periods"
TO_DATE = "to_date"


def table_of(tally: Tally) -> str:
    """Which of the two tables has the totals of a tally."""
    return TO_DATE if tally.is_running else WITHIN


def since_column(day: str, cuts: Sequence[date]) -> str:
    """The first day of the stretch in which a day lies."""
    month = f"date_trunc('month', {day})::DATE"
    if not cuts:
        return f"{month} AS since"
    later = [f"CASE WHEN {day} >= DATE '{cut}' THEN DATE '{cut}' END" for cut in cuts]
    return f"greatest(\n{listed([month, *later])}\n) AS since"


def period_tables(columns: Sequence[tuple[Tally, str]], source: str = "by_stretch") -> list[str]:
    """The tables with the totals of these columns, each of the tally it is named with.

    The source has city, since, disaggregation, member and the columns.
    """
    sums: dict[str, list[str]] = {}
    for table, column in dict.fromkeys((table_of(tally), column) for tally, column in columns):
        sums.setdefault(table, []).append(f"sum({column}) AS {column}")
    return [TABLES[name](source, sums[name]) for name in TABLES if name in sums]


def _within(source: str, sums: Sequence[str]) -> str:
    expressions = ["period", "disaggregation", "member", *sums]
    body = (
        f"SELECT\n{listed(expressions)}\nFROM {source}\n"
        "JOIN calendar USING (city, since)\nGROUP BY ALL"
    )
    return common_table(WITHIN, "All stretches of each period.", body)


def _to_date(source: str, sums: Sequence[str]) -> str:
    expressions = ["period", "disaggregation", "member", *sums]
    body = (
        f"SELECT\n{listed(expressions)}\nFROM {source}\n"
        "JOIN members USING (city)\n"
        "JOIN periods ON periods.city = members.territory AND since <= period_end\n"
        "GROUP BY ALL"
    )
    return common_table(TO_DATE, "All stretches up to the end of each period.", body)


TABLES = {WITHIN: _within, TO_DATE: _to_date}
