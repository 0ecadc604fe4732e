"""Statements read by goals of policy frameworks."""

from pathlib import Path

import pytest

from matrices.declarations import DeclarationProblems
from matrices.home import Home
from metrics.alignment import alignments, tags_of
from metrics.catalogue import load_catalogue
from metrics.standing import StatementStanding, Status

CITY = """\
name: Town
place: vilnius
target_groups:
  people:
    name: People
    impact:
      work:
        text: Young people find work they like
        measured: by survey
        aligned_to: {tags}
      online:
        text: More online
        indicators: {{online_activities: increase}}
"""


def home(tmp_path: Path, tags: str) -> Home:
    (tmp_path / "cities").mkdir()
    (tmp_path / "cities" / "town.yaml").write_text(CITY.format(tags=tags), encoding="utf-8")
    return Home(tmp_path)


def test_a_statement_serves_its_own_goals_and_those_of_its_indicators(tmp_path: Path):
    found = load_catalogue(home(tmp_path, "[youth_goals:7]"))
    work, online = found.matrices["town"].statements()
    assert tags_of(work, found.indicators) == ("youth_goals:7",)
    assert tags_of(online, found.indicators) == (
        "erasmus_priorities:DIG",
        "unesco_learning_city:B4",
    )


def test_goals_are_read_by_how_their_statements_stand(tmp_path: Path):
    found = load_catalogue(home(tmp_path, "[youth_goals:7, erasmus_priorities:DIG]"))
    work, online = found.matrices["town"].statements()
    standings = [
        StatementStanding(work, Status.BY_SURVEY),
        StatementStanding(online, Status.INCREASING),
    ]
    told = {
        one.tag: (one.goal, one.statuses)
        for one in alignments(standings, found.indicators, found.frameworks)
    }
    assert told == {
        "erasmus_priorities:DIG": (
            "Digital transformation",
            {Status.BY_SURVEY: 1, Status.INCREASING: 1},
        ),
        "unesco_learning_city:B4": (
            "Extended use of modern learning technologies",
            {Status.INCREASING: 1},
        ),
        "youth_goals:7": ("Quality Employment for All", {Status.BY_SURVEY: 1}),
    }


def test_goals_are_named_in_the_language_of_the_reader(tmp_path: Path):
    found = load_catalogue(home(tmp_path, "[youth_goals:7]"))
    work, _ = found.matrices["town"].statements()
    standings = [StatementStanding(work, Status.BY_SURVEY)]
    (goal,) = alignments(standings, found.indicators, found.frameworks, "nl")
    assert (goal.framework, goal.goal) == (
        "Europese jeugddoelstellingen",
        "Goed werk voor iedereen",
    )


@pytest.mark.parametrize(
    ("tags", "sentence"),
    [
        (
            "[youth_goal:7]",
            "town.yaml:10: aligned_to: `youth_goal` is not a framework. Did you mean `youth_goals`?",
        ),
        ("[sdg4:4.44]", "town.yaml:10: aligned_to: `4.44` is not in `sdg4`. Did you mean `4.4`?"),
        (
            "[erasmus_priorities:GREEN]",
            (
                "town.yaml:10: aligned_to: `GREEN` is not in `erasmus_priorities`. "
                "Its codes are INC, DIG, ENV, PAR."
            ),
        ),
        (
            "[Youth Goal 7]",
            (
                "town.yaml:10: aligned_to: write each goal as its framework and its code, "
                "such as `youth_goals:8`."
            ),
        ),
    ],
)
def test_a_goal_that_no_framework_has_is_told_with_its_line(
    tmp_path: Path, tags: str, sentence: str
):
    with pytest.raises(DeclarationProblems) as raised:
        load_catalogue(home(tmp_path, tags))
    assert [str(problem) for problem in raised.value.problems] == [sentence]


def test_the_dutch_strategy_is_read_by_youth_goals_7_and_8():
    found = load_catalogue(Home(Path("no-home-here")))
    dutch = found.matrices["netherlands"].statements()
    tags = {tag for statement in dutch for tag in tags_of(statement, found.indicators)}
    assert {"youth_goals:7", "youth_goals:8"} <= tags


def test_an_indicator_that_serves_an_unknown_goal_is_told_with_its_line(tmp_path: Path):
    (tmp_path / "indicators").mkdir()
    file = Path(__file__).parents[2] / "metrics" / "indicators" / "online_participations.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("aligned_to:"))
    lines[place] = "aligned_to: [erasmus_priorities:DIGI]"
    own = tmp_path / "indicators" / "online_participations.yaml"
    own.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(DeclarationProblems) as raised:
        load_catalogue(Home(tmp_path))
    (problem,) = map(str, raised.value.problems)
    assert problem == (
        f"online_participations.yaml:{place + 1}: aligned_to: `DIGI` is not in "
        "`erasmus_priorities`. Did you mean `DIG`?"
    )
