"""Frameworks: every spelling leads to one skill, and it is known which skills count."""

from pathlib import Path

import pytest

from matrices.declarations import DeclarationProblems
from matrices.frameworks import Framework, Frameworks, Skill, load_frameworks

LIFECOMP = """name: LifeComp
version: 2020
source: JRC
how_known: read
skills:
  P1: Self-regulation
  P2: {name: Flexibility, area: Personal, synonyms: [Being  flexible, agility]}
"""
ESCO = """name: ESCO
version: 1.1
source: esco
how_known: read
skills:
  1.10: flexibility
  1.2: Agility
"""
SKILL_SET = """name: What counts
source: the network
includes: {lifecomp: all}
labels:
  critical_thinking: [kritisch denken]
  resilience:
"""


def load(folder: Path, **files: str) -> Frameworks:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_frameworks(sorted(folder.glob("*.yaml")))


def problems(folder: Path, **files: str) -> list[str]:
    with pytest.raises(DeclarationProblems) as raised:
        load(folder, **files)
    return str(raised.value).splitlines()


def test_a_skill_is_its_name_or_has_an_area_and_synonyms(tmp_path):
    assert load(tmp_path, lifecomp=LIFECOMP).frameworks == {
        "lifecomp": Framework(
            identifier="lifecomp",
            name="LifeComp",
            version="2020",
            source="JRC",
            how_known="read",
            skills=(
                Skill(code="P1", name="Self-regulation"),
                Skill(
                    code="P2",
                    name="Flexibility",
                    area="Personal",
                    synonyms=("Being  flexible", "agility"),
                ),
            ),
        )
    }


def test_a_skill_and_its_framework_have_names_in_other_languages(tmp_path):
    text = """name: Goals of the city
names: {nl: Doelen van de stad}
version: 1
source: the city
how_known: read
skills:
  A:
    name: Learning for
      all
    names:
      nl: >
        Leren voor
        iedereen
"""
    found = load(tmp_path, goals=text)
    goals = found.frameworks["goals"]
    (skill,) = goals.skills
    assert (goals.name_in("nl"), skill.name_in("nl")) == (
        "Doelen van de stad",
        "Leren voor iedereen",
    )
    assert (goals.name_in("it"), skill.name_in("it")) == ("Goals of the city", "Learning for all")
    # and whoever exports in Dutch writes it as a label
    assert ("leren voor iedereen", "goals", "A", False) in list(found.labels())


def test_a_code_that_looks_like_a_number_keeps_every_digit(tmp_path):
    assert load(tmp_path, esco=ESCO).frameworks["esco"].codes() == ("1.10", "1.2")


def test_every_spelling_leads_to_one_skill_that_counts_or_not(tmp_path):
    frameworks = load(tmp_path, lifecomp=LIFECOMP, esco=ESCO, twenty_first_century_skills=SKILL_SET)
    own = "twenty_first_century_skills"
    assert list(frameworks.labels()) == [
        # ESCO has agility and flexibility too; LifeComp is what the skill set includes
        ("agility", "lifecomp", "P2", True),
        ("being flexible", "lifecomp", "P2", True),
        ("critical thinking", own, "critical_thinking", True),
        ("flexibility", "lifecomp", "P2", True),
        ("kritisch denken", own, "critical_thinking", True),
        ("resilience", own, "resilience", True),
        ("self-regulation", "lifecomp", "P1", True),
    ]


def test_only_the_codes_that_are_included_count(tmp_path):
    skill_set = SKILL_SET.replace("all", "[P1]").replace("critical_thinking", "agility")
    labels = {
        label: (framework, code, counts)
        for label, framework, code, counts in load(
            tmp_path, lifecomp=LIFECOMP, esco=ESCO, twenty_first_century_skills=skill_set
        ).labels()
    }
    assert labels["self-regulation"] == ("lifecomp", "P1", True)
    assert labels["flexibility"] == ("lifecomp", "P2", False)
    # the network's own word comes first
    assert labels["agility"] == ("twenty_first_century_skills", "agility", True)


def test_a_name_that_counts_in_one_framework_is_filed_there(tmp_path):
    skill_set = "name: x\nsource: y\nincludes: {lifecomp: [P1], esco: ['1.2']}\n"
    labels = list(
        load(tmp_path, lifecomp=LIFECOMP, esco=ESCO, twenty_first_century_skills=skill_set).labels()
    )
    # LifeComp is included first, but its flexible people do not count
    assert ("agility", "esco", "1.2", True) in labels
    assert ("flexibility", "lifecomp", "P2", False) in labels


def test_without_a_skill_set_no_skill_counts(tmp_path):
    frameworks = load(tmp_path, esco=ESCO)
    assert list(frameworks.labels()) == [
        ("agility", "esco", "1.2", False),
        ("flexibility", "esco", "1.10", False),
    ]
    assert list(Frameworks.none().labels()) == []


def test_what_the_skill_set_includes_must_exist(tmp_path):
    skill_set = """name: x
source: y
includes:
  lifcomp: all
  lifecomp:
    - P1
    - P9
  esco: ["1.20", "1.2"]
"""
    assert problems(
        tmp_path, lifecomp=LIFECOMP, esco=ESCO, twenty_first_century_skills=skill_set
    ) == [
        "twenty_first_century_skills.yaml:4: `lifcomp` is not a framework. Did you mean `lifecomp`?",
        "twenty_first_century_skills.yaml:7: `P9` is not a skill of `lifecomp`.",
        "twenty_first_century_skills.yaml:8: `1.20` is not a skill of `esco`. Did you mean `1.2`?",
    ]


def test_the_problems_of_all_files_come_at_once(tmp_path):
    skill_set = "name: x\nsource: y\nincludes: {lifecomp: [P1], esco: all, sdg: all}\n"
    assert problems(
        tmp_path,
        lifecomp=LIFECOMP.replace("area", "aera"),
        esco=ESCO.replace("version: 1.1\n", ""),
        twenty_first_century_skills=skill_set,
    ) == [
        "esco.yaml:1: `version` is missing.",
        "lifecomp.yaml:7: `aera` is not a heading of `P2`. Did you mean `area`?",
        # the other two exist, though they could not be read
        "twenty_first_century_skills.yaml:3: `sdg` is not a framework.",
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("includes: {lifecomp: some}", "lifecomp: `some` is not a list such as [one, two]."),
        ("includes: all", "includes: `all` is not a set of headings, indented below it."),
        ("labels: {resilience: kracht}", "resilience: `kracht` is not a list such as [one, two]."),
    ],
)
def test_a_skill_set_that_cannot_be_meant_is_refused(tmp_path, line: str, told: str):
    skill_set = f"name: x\nsource: y\n{line}\n"
    assert problems(tmp_path, lifecomp=LIFECOMP, twenty_first_century_skills=skill_set) == [
        f"twenty_first_century_skills.yaml:3: {told}"
    ]
