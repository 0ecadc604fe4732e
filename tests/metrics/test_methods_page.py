"""The page of methods is that of the code, and says of each what a statistician would ask."""

from pathlib import Path

import pytest

from metrics.methods import METHODS
from metrics.methods_page import methods_page

PAGE = methods_page()
FILE = Path(__file__).parents[2] / "docs" / "methods.md"


def section(title: str) -> str:
    """The text below the heading that begins with these words."""
    found = [part for part in PAGE.split("\n## ") if part.startswith(title)]
    assert len(found) == 1, title
    return found[0]


def test_the_page_in_the_docs_is_the_one_the_code_makes():
    assert FILE.read_text(encoding="utf-8") == PAGE, "run `impact methods > docs/methods.md`"


@pytest.mark.parametrize("name", [*METHODS, "keep", "trend"])
def test_every_method_says_its_rule_formula_source_and_when_it_misleads(name: str):
    text = section(f"`{name}`")
    for label in ("Rule", "Formula", "Source", "Misleads", "Worked"):
        assert f"**{label}.** " in text


@pytest.mark.parametrize("title", ["Shares of few cases", "Within noise"])
def test_every_interval_says_its_source_and_what_it_assumes(title: str):
    for label in ("Rule", "Formula", "Source", "Assumes", "Worked"):
        assert f"**{label}.** " in section(title)


def test_thresholds_are_those_of_the_code():
    assert "| on track | 0.95 <= r |" in section("`line`")
    assert "| behind | -0.1 <= r < 0.5 |" in section("`extrapolation`")


def test_worked_arithmetic_comes_from_the_code():
    assert "= 175.02; r = (160 - 100) / (175.02 - 100) = 0.7998" in " ".join(
        section("`line`").split()
    )
