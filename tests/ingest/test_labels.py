"""Labels that nobody has filed: listed by frequency, and filed in the home's own file."""

import re
from pathlib import Path

import pytest

from ingest.labels import KnownSkill, UnknownLabel, file_label, unknown_labels
from ingest.ledger import LoadProblem
from ingest.loads import load
from ingest.warehouse import open_snapshot
from matrices.filed_labels import FiledLabels
from matrices.frameworks import Frameworks, load_frameworks
from matrices.home import Home, packaged
from matrices.yaml_source import source_of
from tests.ingest.network import FRAME, FRAMEWORKS, make_home, publish, write_table

ACTIVITIES = """
    activity_id | city  | name  | type   | status    | starts_on  | skills
    a1          | breda | Walls | event  | published | 2024-05-01 | Graffiti;critical thinking;thinking critical
    a2          | breda | Walls | event  | published | 2024-06-01 | graffiti;http://example.org/77|Welding
    a3          | breda | Walls | course | draft     | 2024-07-01 | Graffiti
"""
PLAYLISTS = """
    playlist_id | city  | name | status    | skills
    p1          | breda | Art  | published | Graffiti
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = make_home(tmp_path / "home")
    files = [
        write_table(tmp_path / "activities.csv", ACTIVITIES),
        write_table(tmp_path / "playlists.csv", PLAYLISTS),
    ]
    load(files, home, FRAME, publish)
    return home


def listed(home: Home, frameworks: Frameworks = FRAMEWORKS, most: int | None = None):
    snapshot = open_snapshot(home)
    assert snapshot
    with snapshot:
        return unknown_labels(snapshot, frameworks, most)


def test_labels_come_by_frequency_with_the_nearest_known_skills(home: Home):
    critical = KnownSkill("lifecomp", "L2", "Critical thinking")
    assert listed(home) == [
        UnknownLabel("Graffiti", {"activities": 3, "playlists": 1}, ()),  # capitals do not matter
        UnknownLabel("thinking critical", {"activities": 1}, (critical,)),
        UnknownLabel("Welding", {"activities": 1}, ()),
    ]
    assert [label.total for label in listed(home, most=1)] == [4]


def test_what_is_filed_is_not_listed_again(home: Home):
    filed = FiledLabels(synonyms={"GRAFFITI": "lifecomp:P2"}, ignored=("welding",))
    frameworks = Frameworks(FRAMEWORKS.frameworks, FRAMEWORKS.skill_set, filed)
    assert [label.label for label in listed(home, frameworks)] == ["thinking critical"]


def test_filing_writes_the_homes_own_file_and_keeps_what_was_in_it(home: Home):
    file_label(home, "Graffiti", "twenty_first_century_skills:creativity")
    file_label(home, " Mending   bikes ", None)
    path = file_label(home, "graffiti", "lifecomp:P2")  # a second thought
    assert path == home.path / "frameworks" / "labels.yaml"
    assert load_frameworks(home.frameworks()).filed == FiledLabels(
        synonyms={"graffiti": "lifecomp:P2"}, ignored=("Mending bikes",)
    )


def test_the_readme_shows_what_would_be_written():
    readme = (packaged("ingest") / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```yaml\n(synonyms:.*?)```", readme, flags=re.DOTALL)
    filed = FiledLabels.model_validate(source_of(block.encode(), "README.md").data)
    assert filed.text().endswith(block)


@pytest.mark.parametrize(
    ("label", "skill", "sentence"),
    [
        ("x", "lifecomb:L2", "`lifecomb` is not a framework. Did you mean `lifecomp`?"),
        ("x", "lifecomp:L22", "`L22` is not a skill of `lifecomp`. Did you mean `L2`?"),
        ("x", "L2", "`L2` is not a skill. Write framework:code, such as lifecomp:P1."),
        (" ", None, "The label is empty."),
    ],
)
def test_what_cannot_be_filed_is_told_and_nothing_is_written(
    home: Home, label: str, skill: str | None, sentence: str
):
    with pytest.raises(LoadProblem) as raised:
        file_label(home, label, skill)
    assert str(raised.value) == sentence
    assert not (home.path / "frameworks").exists()
