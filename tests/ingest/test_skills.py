"""Skill labels are filed by label, then by address."""

from ingest.tables.skills import SkillLabel, file_labels

FILED = [
    ("critical thinking", "lifecomp", "L2", True),
    ("teamwork", "lifecomp", "S3", True),
    ("s4.8.1", "esco", "S4.8.1", False),
]


def filed(entry: str) -> SkillLabel:
    (label,) = file_labels([entry], FILED)
    return label


def test_a_label_is_filed_whatever_its_letters_and_spaces():
    assert filed(" Critical   THINKING ").code == "L2"
    assert filed(" Critical   THINKING ").label == "Critical THINKING"


def test_a_label_brings_its_framework_and_whether_it_counts():
    assert filed("Critical thinking").framework == "lifecomp"
    assert filed("Critical thinking").is_21st_century


def test_an_unknown_label_is_filed_by_the_last_part_of_its_address():
    skill = filed("http://data.europa.eu/esco/skill/S4.8.1|Samenwerken")
    assert (skill.framework, skill.code, skill.label) == ("esco", "S4.8.1", "Samenwerken")
    assert skill.uri == "http://data.europa.eu/esco/skill/S4.8.1"


def test_the_label_goes_before_the_address():
    assert filed("http://data.europa.eu/esco/skill/S4.8.1|Teamwork").framework == "lifecomp"


def test_a_label_that_nobody_filed_has_no_skill():
    assert filed("Knitting") == SkillLabel("Knitting", "Knitting", None, None, None, False)


def test_an_address_alone_is_its_own_label():
    skill = filed("https://example.org/skills#S4.8.1|")
    assert (skill.label, skill.code) == ("https://example.org/skills#S4.8.1", "S4.8.1")


def test_an_empty_entry_is_no_label():
    assert file_labels([" ", "|"], FILED) == []
