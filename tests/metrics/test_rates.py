"""Rates per 1,000 inhabitants: only where the population is known, and never a way around."""

from datetime import date

from metrics.disclosure import withhold
from tests.metrics.small_warehouse import INDICATORS, filled, values

RATE = INDICATORS["learners_per_1000_young"]
COVERED = [("participations", city, date(2024, 1, 1), date(2024, 12, 31)) for city in ("a", "b")]
BLACKPOOL = {"city": "a", "ages": "15-29", "persons": 23509, "as_of": "mid-2020"}


def learners(city: str, many: int) -> list[dict[str, object]]:
    joined = {"city": city, "type": "user", "joined_on": date(2024, 5, 1)}
    return [joined | {"learner": number} for number in range(many)]


def test_a_rate_is_the_learners_by_the_population_times_a_thousand():
    rows = {"participations": learners("a", 47), "inhabitants": [BLACKPOOL]}
    connection = filled([RATE], rows, COVERED)
    year = connection.execute(
        "SELECT round(value, 4), numerator, denominator, rows FROM actuals "
        "WHERE period_kind = 'year'"
    ).fetchall()
    assert year == [(1.9992, 47, 23509, 47)]
    # the population does not change from month to month
    months = values(connection, "month")
    assert (len(months), months["2024-04-01"]) == (12, 0)


def test_a_city_whose_young_people_nobody_has_counted_has_no_rate_and_is_told_why():
    others = [BLACKPOOL, {"city": "b", "ages": "20-29", "persons": 92057}]
    rows = {"participations": learners("a", 9) + learners("b", 9), "inhabitants": others}
    connection = filled([RATE], rows, COVERED, cities=["a", "b"])
    assert connection.execute("SELECT DISTINCT city FROM actuals").fetchall() == [("a",)]
    year = (date(2024, 1, 1), date(2024, 12, 31))
    sentence = (
        "places.yaml says no population aged 15-29 for this city's place, so there is no rate. "
        "Add it there, with its date and source."
    )
    notes = connection.execute("FROM quality_notes").fetchall()
    assert notes == [("b", "learners_per_1000_young", *year, sentence)]


def test_a_rate_of_few_people_is_withheld_like_their_number():
    rows = {"participations": learners("a", 4), "inhabitants": [BLACKPOOL]}
    connection = filled([RATE], rows, COVERED)
    withhold(connection, [RATE])
    assert values(connection, "year") == {"2024-01-01": None}


def test_where_the_number_of_people_is_withheld_the_rate_does_not_give_it_away():
    """Four came online and four others in person: eight, and both parts, go; a rate would tell."""
    both = [RATE, INDICATORS["learners"]]
    joined = [
        row | {"format": "online" if row["learner"] < 4 else "in person"}
        for row in learners("a", 8)
    ]
    connection = filled(both, {"participations": joined, "inhabitants": [BLACKPOOL]}, COVERED)
    withhold(connection, both)
    told = connection.execute(
        "SELECT indicator, period_kind, value FROM actuals WHERE value > 0 OR is_held"
    ).fetchall()
    assert told == []
