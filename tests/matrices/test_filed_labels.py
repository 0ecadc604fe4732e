"""Labels filed by a home: they come before every other spelling, and their slips are told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from matrices.declarations import DeclarationProblems
from matrices.filed_labels import FiledLabels, label_key, read_filed_labels
from matrices.frameworks import Frameworks, load_frameworks
from matrices.yaml_source import source_of

LIFECOMP = """name: LifeComp
version: 2020
source: JRC
how_known: read
skills:
  P1: Self-regulation
  P2: Flexibility
"""
SKILL_SET = """name: What counts
source: the network
includes: {lifecomp: [P1]}
labels:
  creativity:
"""


def load(folder: Path, labels: str) -> Frameworks:
    texts = {"lifecomp": LIFECOMP, "twenty_first_century_skills": SKILL_SET, "labels": labels}
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_frameworks(sorted(folder.glob("*.yaml")))


def problems(folder: Path, labels: str) -> list[str]:
    with pytest.raises(DeclarationProblems) as raised:
        load(folder, labels)
    return str(raised.value).splitlines()


def test_a_label_filed_as_a_synonym_leads_to_the_skill_and_counts_where_it_counts(tmp_path: Path):
    found = load(
        tmp_path,
        'synonyms:\n  "Keeping  calm": lifecomp:P1\n  bending: lifecomp:P2\n'
        '  Graffiti: "twenty_first_century_skills:creativity"\n',
    )
    filed = {label: (framework, code, counts) for label, framework, code, counts in found.labels()}
    assert filed["keeping calm"] == ("lifecomp", "P1", True)
    assert filed["bending"] == ("lifecomp", "P2", False)  # P2 is not among what counts here
    assert filed["graffiti"] == ("twenty_first_century_skills", "creativity", True)
    assert "labels" not in found.frameworks


def test_what_a_home_has_filed_comes_before_the_frameworks_own_spelling(tmp_path: Path):
    found = load(tmp_path, "synonyms: {flexibility: lifecomp:P1}")
    assert ("flexibility", "lifecomp", "P1", True) in list(found.labels())


def test_every_slip_is_told_with_its_line_and_the_nearest_word(tmp_path: Path):
    said = problems(
        tmp_path,
        "synonyms:\n"
        "  calm: lifecmp:P1\n"
        "  bending: lifecomp:P22\n"
        "  art: creativity\n"
        "  fun: lifecomp:P1\n"
        "ignored:\n"
        "  - FUN\n",
    )
    assert said == [
        "labels.yaml:2: `lifecmp` is not a framework. Did you mean `lifecomp`?",
        "labels.yaml:3: `P22` is not a skill of `lifecomp`. Did you mean `P2`?",
        "labels.yaml:4: `creativity` is not a skill. Write framework:code, such as lifecomp:P1.",
        "labels.yaml:7: `FUN` is filed twice. Keep one line.",
    ]


def test_a_label_is_filed_once_whatever_was_decided_before():
    filed = FiledLabels().with_synonym("Team spirit", "p21:CL").with_ignored("team  SPIRIT")
    assert filed == FiledLabels(ignored=("team  SPIRIT",))
    assert filed.is_ignored("Team Spirit")
    assert filed.with_synonym("TEAM spirit", "p21:CL") == FiledLabels(
        synonyms={"TEAM spirit": "p21:CL"}
    )


def test_an_empty_list_is_no_list(tmp_path: Path):
    (tmp_path / "labels.yaml").write_text(FiledLabels().text(), encoding="utf-8")
    assert read_filed_labels(tmp_path / "labels.yaml") == FiledLabels()


A_LABEL = some.text(some.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1) | (
    some.sampled_from(["no", "a: b", "# tag", "- x", "1. one", 'say "hi"', "back\\slash", "&co"])
)


@given(some.lists(A_LABEL, max_size=6, unique_by=label_key), some.integers(0, 6))
def test_what_is_written_is_read_back_the_same(labels: list[str], ignored: int):
    filed = FiledLabels(
        synonyms=dict.fromkeys(labels[ignored:], "lifecomp:P1"), ignored=tuple(labels[:ignored])
    )
    source = source_of(filed.text().encode(), "labels.yaml")
    assert source.slips == ()
    read = FiledLabels.model_validate(source.data)
    assert read.synonyms == filed.synonyms
    assert sorted(read.ignored) == sorted(filed.ignored)
