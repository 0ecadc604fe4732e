"""The SQL of indicators: what it looks like, and that it is safe to run as it stands."""

import re
from datetime import date
from pathlib import Path

import duckdb
import pytest

from metrics.compile import compile_batch, compile_indicator
from metrics.counting.periods_table import lay_out_periods, usual_periods
from metrics.period import USUAL
from tests.metrics.small_warehouse import INDICATORS, indicator, warehouse

COMPILED = Path(__file__).parent / "compiled"

INSTRUCTORS = indicator(
    identifier="instructors",
    name="Badged instructors",
    question="How many people have an instructor's badge by the end of the period?",
    unit="people",
    numerator={"distinct": "learner", "of": "awards", "within": "to_date"},
    dated_by="issued_on",
)
SHOWN = {
    name: INDICATORS[name]
    for name in (
        *("learners", "meetings", "playlists", "skills_recognised_share", "skills_variety"),
        *("learners_per_1000_young", "joins_on_counters", "playlist_starts", "survey_belonging"),
    )
} | {"instructors": INSTRUCTORS}


@pytest.mark.parametrize("name", SHOWN)
def test_the_sql_of_an_indicator_is_the_one_that_was_read_and_found_right(name: str):
    path = COMPILED / f"{name}.sql"
    compiled = compile_indicator(SHOWN[name])
    assert compiled == path.read_text(encoding="utf-8"), (
        f"The SQL of `{name}` has changed. Where the change is meant, read it and write it anew: "
        "python -m tests.metrics.test_compile"
    )


@pytest.mark.parametrize("each", INDICATORS.values(), ids=list(INDICATORS))
def test_what_is_shown_runs_as_it_stands(each):
    connection = warehouse({}, [])
    lay_out_periods(connection, {"a": ("a",)}, usual_periods(USUAL))
    for statement in filter(str.strip, compile_indicator(each).split(";\n")):
        connection.execute(statement)
        assert [column[0] for column in connection.description] == [
            "indicator",
            "tally",
            "city",
            "period_kind",
            "period_start",
            "period_end",
            "disaggregation",
            "member",
            "value",
            "rows",
        ]


def test_the_order_of_the_definitions_does_not_change_the_sql():
    there = list(INDICATORS.values())
    assert compile_batch(there) == compile_batch(reversed(there))


def test_indicators_of_one_record_share_one_scan():
    names = [query.name for query in compile_batch(INDICATORS.values())]
    assert names.count("activities by starts_on") == 1
    assert names.count("learner of participations by joined_on") == 1


def test_distinct_values_are_never_counted_with_several_filters_in_one_select():
    """That takes ten times as long and seven times the memory."""
    for query in compile_batch([*INDICATORS.values(), INSTRUCTORS]):
        assert not re.search(r"count\s*\(\s*distinct", query.sql, re.IGNORECASE)


ONLINE_LEARNERS = indicator(
    identifier="online_learners",
    unit="people",
    numerator={"distinct": "learner", "of": "participations", "where": ("is_online",)},
    dated_by="joined_on",
)


def test_several_conditions_on_the_same_people_are_one_bit_each():
    both = [INDICATORS["learners"], ONLINE_LEARNERS]
    sql = compile_batch(both, has_few_periods=True)[1].sql
    assert "1 + CASE WHEN participations.is_online THEN 2 ELSE 0 END AS conditions" in sql
    assert "count(*) FILTER (WHERE (conditions & 2) > 0) AS online_learners_numerator" in sql


def test_indicators_that_count_the_same_people_share_their_scan():
    """Learners, and two rates with the same numerator, which have no breakdown of their own."""
    alike = ["learners", "learners_per_1000", "learners_per_1000_young"]
    (sql,) = (
        query.sql
        for query in compile_batch([INDICATORS[name] for name in alike])
        if query.name == "learner of participations by joined_on"
    )
    # as the rows lie, and lined up for territories: all, online, in person and not stated
    assert sql.count("FROM participations\n") == 2 * 4


def test_people_in_all_periods_are_read_as_they_lie_without_a_table_of_them():
    """Telling people apart by sorting or hashing took five times as long with 20 million rows."""
    connection = warehouse({}, [])
    lay_out_periods(connection, {"a": ("a",)}, usual_periods(USUAL))
    (sql,) = (
        query.sql for query in compile_batch([INDICATORS["learners"]]) if "arrivals" in query.sql
    )
    as_they_lie = sql[: sql.index("arrivals AS (")].rpartition("),")[0] + ")"
    ((_, plan),) = connection.execute(f"EXPLAIN {as_they_lie} FROM by_city").fetchall()
    assert plan.count("STREAMING_WINDOW") + plan.count("Streaming Window") == 4  # all and 3 members
    assert "Order By" not in plan and "ORDER_BY" not in plan


def test_rows_of_people_that_do_not_lie_in_line_are_an_error_and_no_wrong_figure():
    rows = [
        {"city": "a", "learner": 1, "type": "user", "joined_on": date(2023, month, 1)}
        for month in (2, 1)
    ]
    connection = warehouse({}, [("participations", "a", date(2023, 1, 1), date(2023, 12, 31))])
    lay_out_periods(connection, {"a": ("a",)}, usual_periods(USUAL))
    for row in rows:
        connection.execute(
            f"INSERT INTO participations ({', '.join(row)}) VALUES (?, ?, ?, ?)", [*row.values()]
        )
    (sql,) = (
        query.sql for query in compile_batch([INDICATORS["learners"]]) if "arrivals" in query.sql
    )
    with pytest.raises(duckdb.InvalidInputException, match="Rows do not lie by participations"):
        connection.execute(sql)


def test_a_word_in_a_condition_cannot_end_its_literal():
    quoted = indicator(
        numerator={"count": "activities", "where": ({"category": "Arts' and 'crafts"},)}
    )
    (query,) = compile_batch([quoted])
    assert "category = 'Arts'' and ''crafts'" in query.sql
    connection = warehouse({}, [])
    lay_out_periods(connection, {}, usual_periods(USUAL))
    connection.execute(query.sql)


def test_no_name_in_the_sql_is_a_word_that_sql_keeps_for_itself():
    reserved = {
        word
        for (word,) in duckdb.sql(
            "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category = 'reserved'"
        ).fetchall()
    }
    aliases = {
        alias
        for query in compile_batch([*INDICATORS.values(), INSTRUCTORS])
        for alias in re.findall(r"\bAS ([a-z_0-9]+)", query.sql)
    }
    assert len(aliases) > 20 and not aliases & reserved


def test_lines_of_sql_fit_on_a_page():
    for each in INDICATORS.values():
        for line in compile_indicator(each).splitlines():
            assert len(line) <= 110 or line.startswith("--"), line


if __name__ == "__main__":
    for name, each in SHOWN.items():
        (COMPILED / f"{name}.sql").write_text(compile_indicator(each), encoding="utf-8")
