"""Promises below `indicators`: short and long forms, versions, and all that cannot be meant."""

from datetime import date
from pathlib import Path

import pytest

from matrices.model import Baseline, BaselinePeriod, Milestone, Promise
from tests.matrices.city_files import HEAD, load, problems

ADVICE = "Write `increase`, a number such as `10`, or a share such as `50 %`."


def promises(folder: Path, written: str) -> tuple[Promise, ...]:
    """The versions of the promise behind `x:`, written on one line."""
    text = f"{HEAD}      a:\n        text: A\n        indicators:\n          x: {written}\n"
    return load(folder, text).statements()[0].promises["x"]


def promise_problems(folder: Path, written: str) -> list[str]:
    text = f"{HEAD}      a:\n        text: A\n        indicators:\n          x: {written}\n"
    return [line.removeprefix("vilnius.yaml:11: ") for line in problems(folder, text)]


def test_a_promise_in_its_short_form_is_its_target(tmp_path):
    assert promises(tmp_path, "decrease") == (Promise(indicator="x", direction="decrease"),)
    assert promises(tmp_path, "at most 5") == (
        Promise(indicator="x", target=5, comparison="at_most"),
    )
    assert promises(tmp_path, "50 %") == (
        Promise(indicator="x", target=50, is_share=True, is_bare=True),
    )
    assert promises(tmp_path, "keep at least 50") == (
        Promise(indicator="x", target=50, is_kept=True),
    )


def test_a_promise_in_its_long_form_keeps_every_input_of_its_status(tmp_path):
    written = (
        "{target: 10, by: 2026, baseline: {value: 0, on: 2022}, "
        "milestones: [{by: 2024-06, value: 4}, {by: 2025-01-15, value: 7}]}"
    )
    assert promises(tmp_path, written) == (
        Promise(
            indicator="x",
            target=10,
            is_bare=True,
            by=date(2026, 12, 31),  # a year alone means its last day
            baseline=Baseline(value=0, on=date(2022, 12, 31)),
            milestones=(
                Milestone(by=date(2024, 6, 30), value=4),
                Milestone(by=date(2025, 1, 15), value=7),
            ),
        ),
    )


def test_a_share_may_be_written_as_one_on_the_way_too(tmp_path):
    written = (
        "{target: 50 %, baseline: {value: 20 %, on: 2023}, milestones: {by: 2024, value: 30 %}}"
    )
    (promise,) = promises(tmp_path, written)
    assert promise.baseline == Baseline(value=20, on=date(2023, 12, 31))
    assert promise.milestones == (Milestone(by=date(2024, 12, 31), value=30),)


def test_versions_of_a_promise_stand_oldest_first(tmp_path):
    written = "[{target: 500, by: 2026}, {target: 650, since: 2025, reason: the library joined}]"
    first, second = promises(tmp_path, written)
    assert (first.target, first.since) == (500, None)
    assert (second.target, second.since) == (650, date(2025, 1, 1))
    assert second.reason == "the library joined"


def test_a_baseline_may_be_a_period_or_the_first_full_year(tmp_path):
    (of_a_year,) = promises(tmp_path, "{target: increase, baseline: {period: 2022}}")
    assert of_a_year.baseline == BaselinePeriod(label="2022")
    (first,) = promises(tmp_path, "{target: increase, baseline: first full year}")
    assert first.baseline == "first_full_year"


def test_a_promise_may_name_its_method(tmp_path):
    (named,) = promises(tmp_path, "{target: 10, method: cagr}")
    (silent,) = promises(tmp_path, "10")
    assert (named.method, silent.method) == ("cagr", None)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "{target: 10, baseline: {period: spring 2022}}",
            "period: `spring 2022` is not a period. Write it as `2022` or `2022-Q3`.",
        ),
        (
            "{target: 10, baseline: {period: 2022, value: 5}}",  # two truths
            "`value` is not a heading of a `baseline` with a `period`. Its headings are `period`.",
        ),
        (
            "{target: 10, method: cargo}",
            (
                "method: `cargo` is not one of `line`, `milestones`, `cagr` and `extrapolation`. "
                "Did you mean `cagr`?"
            ),
        ),
        (
            "{target: increase, method: cagr}",
            "method: `increase` is judged by its trend. Leave this out.",
        ),
        (
            "{target: keep at least 5, method: line}",
            "method: `keep` is judged by whether the number holds. Leave this out.",
        ),
        (
            "{target: 10, method: milestones}",
            "method: `milestones` needs `milestones` on the way.",
        ),
        (
            "{target: keep at least 5, milestones: [{by: 2024, value: 5}]}",
            "milestones: `keep` holds at all times, there is nothing on the way to it.",
        ),
        (
            "lots",
            (
                "x: `lots` is not a target. Write `increase`, a number such as `10`, or a share such "
                "as `50 %`."
            ),
        ),
        (
            "incrase",
            (
                "x: `incrase` is not a target. Write `increase`, a number such as `10`, or a share "
                "such as `50 %`. Did you mean `increase`?"
            ),
        ),
        (
            "{target: [10]}",
            "x: one target is expected. " + ADVICE,
        ),
        ("{target: }", "x: `target` is missing. " + ADVICE),
        ("110 %", "x: `110 %` is more than the whole. A share is at most `100 %`."),
        ("", "x: nothing is promised. " + ADVICE),
        ("[]", "x: nothing is promised. " + ADVICE),
        ("{by: 2026}", "x: `target` is missing. " + ADVICE),
        (
            "{target: 10, basline: 0}",
            "`basline` is not a heading of a promise. Did you mean `baseline`?",
        ),
        (
            "{target: 10, by: 31.12.2026}",
            "by: `31.12.2026` is not a day. Write it as `2026-12-31`, `2026-12` or `2026`.",
        ),
        (
            "{target: 10, by: 2021}",
            "by: `2021-12-31` is before the matrix starts, on `2022-01-01`.",
        ),
        ("{target: 10, baseline: {value: 1}}", "`on` is missing in `baseline`."),
        (
            "{target: 10, baseline: {value: some, on: 2022}}",
            "value: `some` is not a number such as `10` or a share such as `50 %`.",
        ),
        (
            "{target: 10, baseline: 5}",
            "baseline: write `first full year`, `{period: 2022}` or `{value: 20, on: 2022}`.",
        ),
        ("{target: 10, milestones: [{by: 2024}]}", "`value` is missing in `milestones`."),
        ("{target: 10, milestones: [5]}", "milestones: write each as `{by: 2025, value: 5}`."),
        (
            "{target: 10, milestones: [{by: 2024, valu: 5, value: 5}]}",
            "`valu` is not a heading of a milestone. Did you mean `value`?",
        ),
        (
            "{target: increase, milestones: [{by: 2024, value: 5}]}",
            "milestones: `increase` has no number to be on the way to.",
        ),
        (
            "{target: 10, by: 2026, milestones: [{by: 2027, value: 5}]}",
            (
                "by: `2026-12-31` is not after `2027-12-31`. Baseline, milestones and `by` must follow "
                "one another in time."
            ),
        ),
        (
            "{target: 10, milestones: [{by: 2025, value: 5}, {by: 2024, value: 7}]}",
            (
                "by: `2024-12-31` is not after `2025-12-31`. Baseline, milestones and `by` must follow "
                "one another in time."
            ),
        ),
        (
            "{target: 10, by: 2024, baseline: {value: 3, on: 2025}}",
            (
                "by: `2024-12-31` is not after `2025-12-31`. Baseline, milestones and `by` must follow "
                "one another in time."
            ),
        ),
        (
            "[{target: 5}, {target: 6, since: 2024}]",
            "x: a later version needs a `reason` why the promise was changed.",
        ),
        (
            "[{target: 5}, {target: 6, reason: growth}]",
            "x: a later version needs `since`, the day from which it counts.",
        ),
        (
            "[{target: 5, since: 2025}, {target: 6, since: 2024, reason: growth}]",
            "since: `2024-01-01` is not after `2025-01-01`. Put the oldest version first.",
        ),
    ],
)
def test_a_promise_that_cannot_be_meant_is_refused(tmp_path, written: str, told: str):
    assert promise_problems(tmp_path, written) == [told]
