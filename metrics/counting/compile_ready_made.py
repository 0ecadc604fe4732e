"""SQL for what no row is counted for: ready-made counts, and the population of a rate."""

from metrics.counting.sql_text import common_table, listed, literal, statement
from metrics.definition import Indicator

LABELS = """\
SELECT
    *,
    CASE
        WHEN contains(period, 'Q') THEN 'quarter'
        WHEN contains(period, '-') THEN 'month'
        ELSE 'year'
    END AS period_kind,
    CASE
        WHEN contains(period, 'Q')
            THEN make_date(period[:4]::INTEGER, period[-1:]::INTEGER * 3 - 2, 1)
        WHEN contains(period, '-')
            THEN make_date(period[:4]::INTEGER, period[-2:]::INTEGER, 1)
        ELSE make_date(period::INTEGER, 1, 1)
    END AS period_start,
    last_day(period_start + to_months(
        CASE period_kind WHEN 'year' THEN 11 WHEN 'quarter' THEN 2 ELSE 0 END
    )) AS period_end
FROM counts
WHERE """

SUBJECT = (
    "city",
    "period_kind",
    "period_start",
    "period_end",
    "coalesce(disaggregation, '') AS disaggregation",
    "coalesce(member, '') AS member",
)


def reported_sql(indicator: Indicator) -> str:
    """The ready-made counts of one indicator, a line for each number that was handed in."""
    name = literal(indicator.identifier)
    told = common_table(
        "told", "A period is written 2024, 2024-Q3 or 2024-05.", f"{LABELS}indicator = {name}"
    )
    tallies = {"numerator": "numerator", "denominator": "denominator"}
    if not indicator.is_share:
        tallies = {"numerator": "coalesce(value, numerator)"}
    lines = [_told(name, tally, value) for tally, value in tallies.items()]
    title = f"Ready-made counts of {indicator.identifier}."
    return statement(title, [told], "\nUNION ALL\n".join(lines))


def inhabitants_sql(indicator: Indicator) -> str:
    """The population that a rate is divided by: the same number in every period."""
    ages = indicator.denominator.inhabitants
    expressions = [
        f"{literal(indicator.identifier)} AS indicator",
        "'denominator' AS tally",
        "city",
        *("period_kind", "period_start", "period_end"),
        "'' AS disaggregation",
        "'' AS member",
        "inhabitants.persons AS value",
        "0 AS rows",
    ]
    return (
        f"-- Inhabitants, ages {ages}: the same number in every period.\n"
        f"SELECT\n{listed(expressions)}\nFROM inhabitants\nJOIN periods USING (city)\n"
        f"WHERE inhabitants.ages = {literal(ages)}\n"
    )


def _told(name: str, tally: str, value: str) -> str:
    expressions = [
        f"{name} AS indicator",
        f"{literal(tally)} AS tally",
        *SUBJECT,
        f"{value} AS value",
        "1 AS rows",
    ]
    return f"SELECT\n{listed(expressions)}\nFROM told\nWHERE {value} IS NOT NULL"
