"""What metrics/README.md says is so: its definitions load, its table is that of the files."""

import re
from pathlib import Path

import pytest

from matrices.declarations import read_declaration
from metrics.definition import Indicator
from metrics.examples import run_example
from metrics.tally import Tally
from tests.metrics.small_warehouse import INDICATORS

README = Path(__file__).parents[2] / "metrics" / "README.md"
TEXT = README.read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
TABLE_HEAD = "| identifier | name | unit | counted | dated by | broken down by |\n|---|---|---|---|---|---|\n"


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.splitlines()[0])
def test_a_definition_in_the_readme_loads_and_its_examples_come_out(block: str, tmp_path: Path):
    path = tmp_path / "made_up.yaml"
    path.write_text(block, encoding="utf-8")
    indicator = read_declaration(path, Indicator, identifier="made_up")
    assert indicator.examples
    for example in indicator.examples:
        assert run_example(indicator, example) == example.expect


def test_the_readme_shows_a_count_a_running_total_a_share_a_rate_a_survey_and_readings():
    assert len(BLOCKS) == 6


@pytest.mark.parametrize("name", Indicator.model_fields)
def test_every_key_of_a_definition_is_explained(name: str):
    assert name == "identifier" or f"`{name}`" in TEXT


def test_the_table_of_all_indicators_is_that_of_the_files():
    written = TEXT.split(TABLE_HEAD)[1]
    assert written == table(), (
        "The indicators have changed. Write the table anew: "
        "python -m tests.metrics.test_metrics_readme"
    )


def table() -> str:
    return "".join(_line(indicator) for indicator in INDICATORS.values())


def _line(indicator: Indicator) -> str:
    counted = " / ".join(_words(tally) for tally in indicator.tallies.values())
    breakdowns = ", ".join(indicator.disaggregate_by) or "–"
    cells = (
        f"`{indicator.identifier}`",
        indicator.name,
        indicator.unit,
        counted,
        indicator.dated_by,
        breakdowns,
    )
    return f"| {' | '.join(cells)} |\n"


def _words(tally: Tally) -> str:
    """`different learner of participations where is_online, to date`."""
    if tally.reported:
        return f"reported: {tally.reported}"
    if tally.inhabitants:
        return f"inhabitants, ages {tally.inhabitants}"
    words = tally.record
    for form, said in (
        ("distinct", "different"),
        ("sum", "sum of"),
        ("latest", "latest"),
        ("difference", "difference of"),
    ):
        if column := getattr(tally, form):
            words = f"{said} {column} of {tally.record}"
    conditions = [
        f"{c.column} is {c.value}" if c.value is not True else c.column for c in tally.conditions
    ]
    if conditions:
        words += " where " + " and ".join(conditions)
    return words + (", to date" if tally.is_running else "")


if __name__ == "__main__":
    README.write_text(TEXT.split(TABLE_HEAD)[0] + TABLE_HEAD + table(), encoding="utf-8")
