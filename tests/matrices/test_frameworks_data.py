"""The frameworks and places hold what their sources say, and each label means one skill."""

import csv
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest

from matrices.frameworks import (
    TWENTY_FIRST_CENTURY,
    Frameworks,
    Skill,
    SkillSet,
    load_frameworks,
)
from matrices.home import packaged
from matrices.places import load_places

CORPORA = Path(__file__).parents[2].parent / "shared" / "corpora"
FRAMEWORKS_LIST = CORPORA / "frameworks" / "frameworks.csv"
SDG4_TITLES = CORPORA / "frameworks" / "sdg4" / "sdg4.csv"
ESCO_TRANSVERSAL = CORPORA / "frameworks" / "esco" / "transversalSkillsCollection_en.csv"
POPULATIONS = CORPORA / "demographics" / "demographics.csv"

FOLDER = packaged("matrices") / "frameworks"

NAME_IN_THE_LIST = {
    "ets": "ETS-YW",
    "lifecomp": "LifeComp",
    "entrecomp": "EntreComp",
    "digcomp": "DigComp",
    "greencomp": "GreenComp",
    "key_competences": "EU Key Competences",
    "p21": "P21",
    "esco_transversal": "ESCO transversal skills and competences",
    "youth_goals": "European Youth Goals",
    "unesco_learning_city": "UNESCO GNLC key features",
    "erasmus_priorities": "Erasmus+ priorities",
}

SKILLS_PER_FRAMEWORK = {
    "ets": 9,
    "lifecomp": 9,
    "entrecomp": 15,
    "digcomp": 21,
    "greencomp": 12,
    "key_competences": 8,
    "p21": 12,
    "esco_transversal": 6,
    "youth_goals": 11,
    "unesco_learning_city": 12,
    "erasmus_priorities": 4,
    "sdg4": 23,  # the goal, 10 targets, 12 indicators
}

SETTLED_BY_THE_SKILL_SET = {
    "collaboration",
    "communication",
    "creativity",
    "critical thinking",
    "empathy",
    "flexibility",
}
"""Names of framework skills that the skill set files as its own, so that each is one skill."""


def needs(path: Path) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not path.exists(), reason=f"{path.name} is not beside the project")


@cache
def frameworks() -> Frameworks:
    return load_frameworks(sorted(FOLDER.glob("*.yaml")))


def skill_set() -> SkillSet:
    declared = frameworks().skill_set
    assert declared
    return declared


def filed(label: str) -> set[bool]:
    """Whether the label counts as a 21st-century skill; empty where it is not filed."""
    return {counts for name, _, _, counts in frameworks().labels() if name == label}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed_skills(framework: str) -> list[tuple[str, str, str | None]]:
    return [(skill.code, skill.name, skill.area) for skill in framework_skills(framework)]


def framework_skills(framework: str) -> tuple[Skill, ...]:
    return frameworks().frameworks[framework].skills


def places_of_labels() -> dict[str, list[tuple[str, str]]]:
    """Every name and synonym as the files write them, and the skills at which it stands."""
    places = defaultdict(list)
    for identifier, framework in frameworks().frameworks.items():
        for skill in framework.skills:
            for label in (skill.name, *skill.synonyms):
                places[label.casefold()].append((identifier, skill.code))
    for code, synonyms in skill_set().labels.items():
        for label in (code.replace("_", " "), *synonyms):
            places[label.casefold()].append((TWENTY_FIRST_CENTURY, code))
    return places


def test_every_framework_is_there_with_all_its_skills() -> None:
    found = {name: len(framework.skills) for name, framework in frameworks().frameworks.items()}
    assert found == SKILLS_PER_FRAMEWORK


@needs(FRAMEWORKS_LIST)
@pytest.mark.parametrize("framework", NAME_IN_THE_LIST)
def test_codes_names_and_areas_are_those_of_the_list(framework: str) -> None:
    listed = [
        row for row in rows(FRAMEWORKS_LIST) if row["framework"] == NAME_IN_THE_LIST[framework]
    ]
    assert listed_skills(framework) == [
        (row["code"], row["name"], row["area"] or None) for row in listed
    ]
    assert {frameworks().frameworks[framework].version} == {row["version"] for row in listed}


@needs(SDG4_TITLES)
def test_goal_4_has_the_united_nations_own_titles() -> None:
    titles = {row["code"]: row["title"] for row in rows(SDG4_TITLES) if row["lang"] == "en"}
    assert {skill.code: skill.name for skill in framework_skills("sdg4")} == titles


@needs(SDG4_TITLES)
def test_goal_4_is_known_by_its_italian_and_romanian_titles_too() -> None:
    titles = defaultdict(set)
    for row in rows(SDG4_TITLES):
        if row["lang"] in ("it", "ro"):
            titles[row["code"]].add(" ".join(row["title"].split()))
    own = {
        s.code: {" ".join(each.split()) for each in s.synonyms} for s in framework_skills("sdg4")
    }
    assert own == titles


def test_a_few_names_known_by_heart() -> None:
    names = {
        (framework, code): next(s.name for s in framework_skills(framework) if s.code == code)
        for framework, code in [
            ("lifecomp", "P2"),
            ("digcomp", "5.3"),
            ("ets", "ETS7"),
            ("youth_goals", "8"),
            ("greencomp", "3.2"),
        ]
    }
    assert names == {
        ("lifecomp", "P2"): "Flexibility",
        ("digcomp", "5.3"): "Creatively using digital technology",
        ("ets", "ETS7"): "Networking and advocating",
        ("youth_goals", "8"): "Quality Learning",
        ("greencomp", "3.2"): "Adaptability",
    }


def test_every_framework_that_the_skill_set_includes_exists() -> None:
    counted = {framework: len(codes) for framework, codes in skill_set().includes.items()}
    assert counted == {
        "digcomp": 21,
        "greencomp": 12,
        "lifecomp": 9,
        "entrecomp": 15,
        "p21": 12,
        "key_competences": 3,  # digital; personal, social and learning to learn; entrepreneurship
    }
    for framework, codes in skill_set().includes.items():
        assert set(codes) <= {skill.code for skill in framework_skills(framework)}


def test_a_label_stands_at_one_skill_unless_the_skill_set_settles_it() -> None:
    shared = {label for label, places in places_of_labels().items() if len(places) > 1}
    assert shared == SETTLED_BY_THE_SKILL_SET


@pytest.mark.parametrize(
    "label",
    [
        "creativity",
        "creative thinking",
        "critical thinking",
        "empathy",
        "flexibility",
        "leadership",
        "emotional intelligence",
        "resilience",
        "communication",
        "teamwork",
        "think critically",
        "work in teams",
        "kritisch denken",
        "spotting opportunities",
        "systems thinking",
        "coding",
        "information literacy",
        "learning to learn",
    ],
)
def test_what_the_posters_and_young_people_name_is_a_21st_century_skill(label: str) -> None:
    assert filed(label) == {True}


@pytest.mark.parametrize(
    "label",
    [
        "networking and advocating",  # a competence of youth workers
        "literacy competence",  # a key competence that no model of the skill set spells out
        "follow hygienic work practices",  # ESCO's, and of every century
        "quality learning",  # a Youth Goal, not a skill
    ],
)
def test_not_every_label_that_is_filed_is_a_21st_century_skill(label: str) -> None:
    assert filed(label) == {False}


@needs(ESCO_TRANSVERSAL)
def test_every_transversal_skill_of_esco_is_filed() -> None:
    names = {row["preferredLabel"].casefold() for row in rows(ESCO_TRANSVERSAL)}
    assert names - {name for name, *_ in frameworks().labels()} == set()


@needs(POPULATIONS)
def test_populations_are_those_of_the_sources() -> None:
    places = load_places(packaged("matrices") / "places.yaml").values()
    declared = Counter(
        (place.name, place.country, one.measure, one.age_from, one.age_to, one.persons)
        for place in places
        for one in place.populations
    )
    assert declared == Counter(
        (
            row["place"],
            row["country"],
            row["measure"],
            int(row["age_from"]) if row["age_from"] else None,
            int(row["age_to"]) if row["age_to"] else None,
            int(row["persons"]),
        )
        for row in rows(POPULATIONS)
    )


def test_only_blackpool_s_young_people_are_counted_by_the_ages_of_the_comparison() -> None:
    places = load_places(packaged("matrices") / "places.yaml")
    counted = {
        key: [p.persons for p in place.populations if (p.age_from, p.age_to) == (15, 29)]
        for key, place in places.items()
    }
    assert {key: persons for key, persons in counted.items() if persons} == {
        "blackpool": [23509, 24205]
    }
