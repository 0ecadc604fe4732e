"""This load minus the last: a figure about people moves in steps, or waits."""

from collections.abc import Mapping
from datetime import date
from itertools import combinations

import duckdb
from hypothesis import given, settings
from hypothesis.strategies import fixed_dictionaries, integers, lists

from metrics.disclosure import withhold
from metrics.withholding.memory import TABLES, recall, remember
from tests.metrics.attackers import Sum, solved
from tests.metrics.small_warehouse import filled
from tests.metrics.test_disclosure import EARNERS_TO_DATE, PEOPLE_TRAINED, SHARE_ONLINE

WEEKS = [date(2024, 5, day) for day in (6, 13, 20, 27)]
COVERAGE = [("evidence", "a", date(2024, 1, 1), date(2024, 12, 31))]

Figure = tuple[float | None, bool, date | None]
"""Value, whether it is held, and since when."""


class Publications:
    """One home, published week after week."""

    def __init__(self, indicator=PEOPLE_TRAINED) -> None:
        self.indicator = indicator
        self.earlier: duckdb.DuckDBPyConnection | None = None
        self.number = 0

    def publish(self, rows, coverage=COVERAGE, state: str = "") -> duckdb.DuckDBPyConnection:
        connection = filled([self.indicator], rows, coverage)
        recall(connection)
        for table in TABLES if self.earlier else ():
            connection.register("earlier", self.earlier.table(table).to_arrow_table())
            connection.execute(f"INSERT INTO {table} FROM earlier")
        self.number += 1
        state = state or f"state {self.number}"
        withhold(connection, [self.indicator], state=state)
        remember(connection, self.number, state, WEEKS[(self.number - 1) % len(WEEKS)])
        self.earlier = connection
        return connection

    def people(self, kinds: Mapping[str, int], state: str = "") -> dict[str, Figure]:
        """Kind of training, empty for all, to what the year shows of so many people."""
        rows = [
            {"city": "a", "kind": kind, "held_on": date(2024, 2, 1), "participants": many}
            for kind, many in kinds.items()
        ]
        return figures(self.publish({"evidence": rows}, state=state))


def figures(connection: duckdb.DuckDBPyConnection, kind: str = "year") -> dict[str, Figure]:
    rows = connection.execute(
        "SELECT member, value, is_held, published_on FROM actuals WHERE period_kind = ?", [kind]
    )
    return {member: tuple(figure) for member, *figure in rows.fetchall()}


def test_a_figure_waits_until_five_people_have_come():
    home = Publications()
    shown = [home.people({"training": many})[""] for many in (20, 22, 24, 25)]
    assert shown == [
        (20, False, None),
        (20, True, WEEKS[0]),
        (20, True, WEEKS[0]),
        (25, False, None),
    ]


def test_not_only_the_last_publication_is_compared():
    """26 less 21 is five people, but 21 less 20 is one."""
    home = Publications()
    assert [home.people({"training": many})[""][0] for many in (20, 26, 21)] == [20, 26, 20]


def test_the_same_again_changes_nothing_and_is_not_called_new():
    home = Publications()
    once, *again = (home.people({"training": many, "survey": 30}) for many in (20, 23, 23, 23))
    assert again[0] == again[1] == again[2] != once


def test_a_figure_that_was_withheld_is_shown_as_soon_as_it_can_be():
    """Nobody saw the four, so that the change to six tells of nobody."""
    home = Publications()
    assert [home.people({"training": many})[""] for many in (4, 6)] == [
        (None, False, None),
        (6, False, None),
    ]


def test_what_falls_below_five_is_withheld_and_not_held():
    home = Publications()
    assert [home.people({"training": many})[""][0] for many in (7, 4, 0)] == [7, None, 0]


def test_where_one_part_waits_another_waits_with_it():
    """All moved by 100 and training by 97: showing both would tell that three came to surveys."""
    home = Publications()
    home.people({"meeting": 30, "survey": 47, "training": 53})
    second = home.people({"meeting": 30, "survey": 50, "training": 150})
    assert second == {
        "": (230, False, None),
        "meeting": (30, False, None),
        "survey": (47, True, WEEKS[0]),
        "training": (53, True, WEEKS[0]),
    }


def test_a_loaded_and_undone_file_leaves_the_figures_as_they_were():
    home = Publications()
    home.people({"meeting": 30, "survey": 47, "training": 53}, state="load 1")
    before = home.people({"meeting": 30, "survey": 50, "training": 150}, state="loads 1, 2")
    home.people({"meeting": 31, "survey": 55, "training": 161}, state="loads 1, 2, 3")
    assert home.people({"meeting": 30, "survey": 50, "training": 150}, "loads 1, 2") == before


def test_of_a_share_neither_side_moves_by_a_few():
    """From 10 of 40 to 12 of 80: two more who came online and 38 who did not."""
    home = Publications(SHARE_ONLINE)
    shown = [
        figures(home.publish({"participations": joined(online, others)}, coverage))[""]
        for coverage in [[("participations", "a", date(2024, 1, 1), date(2024, 12, 31))]]
        for online, others in ((10, 30), (12, 68), (15, 68))
    ]
    assert shown == [(25, False, None), (25, True, WEEKS[0]), (100 * 15 / 83, False, None)]


def joined(online: int, others: int) -> list[dict]:
    return [
        {"city": "a", "type": "user", "learner": number, "joined_on": date(2024, 5, 1)}
        | {"is_online": number < online}
        for number in range(online + others)
    ]


def test_a_running_total_never_comes_close_to_what_any_of_its_periods_showed():
    """In June the year stood at 20; now June turns out to have had 18, with 12 people later."""
    home = Publications(EARNERS_TO_DATE)

    def publish(june: int, later: int) -> dict[str, dict[str, Figure]]:
        days = [date(2024, 6, 1)] * june + [date(2024, 9, 1)] * later
        rows = [
            {"city": "a", "learner": number, "standing": "stands", "issued_on": day}
            for number, day in enumerate(days)
        ]
        coverage = [("awards", "a", date(2024, 6, 1), date(2024, 12, 31))]
        found = home.publish({"awards": rows}, coverage).execute(
            "SELECT period_start::VARCHAR, value, is_held FROM actuals WHERE period_kind = 'quarter'"
        )
        return {start: tuple(rest) for start, *rest in found.fetchall()}

    publish(20, 0)
    assert publish(18, 12) == {
        "2024-04-01": (20, True),
        "2024-07-01": (30, False),
        "2024-10-01": (30, False),
    }


WEEK = fixed_dictionaries({kind: integers(0, 7) for kind in ("meeting", "survey", "training")})


@settings(max_examples=8, deadline=None)
@given(lists(WEEK, min_size=2, max_size=4))
def test_whoever_keeps_all_publications_never_sees_one_to_four_people_between_two(weeks):
    """Neither as one figure, nor by solving the changes of a total and its parts."""
    home, total = Publications(), dict.fromkeys(weeks[0], 12)
    seen = []
    for week in weeks:
        total = {kind: many + week[kind] for kind, many in total.items()}
        seen.append((home.people(total), total | {"": sum(total.values())}))
    for (before, then), (after, now) in combinations(seen, 2):
        for kind in before:
            if before[kind][0] is not None and after[kind][0] is not None:
                assert abs(after[kind][0] - before[kind][0]) not in range(1, 5)
        changes = {kind: change(before[kind], after[kind]) for kind in before}
        parts = [kind for kind in changes if kind]
        for kind in solved(changes, [Sum("", parts)]):
            assert abs(now[kind] - then[kind]) not in range(1, 5)
        is_next = (after, now) == seen[[each for each, _ in seen].index(before) + 1]
        if (
            is_next and changes[""] is not None
        ):  # what all whose change is not seen changed by together
            together = changes[""] - sum(changes[kind] or 0 for kind in parts)
            assert abs(together) not in range(1, 5)


def change(before: Figure, after: Figure) -> float | None:
    """What somebody sees of a change; nothing where either figure is withheld or held."""
    is_seen = before[0] is not None and after[0] is not None and not (before[1] or after[1])
    return after[0] - before[0] if is_seen else None
