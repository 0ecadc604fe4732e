"""An export in each language as a spreadsheet of that country saves it: same records as the others."""

from datetime import date
from pathlib import Path

import pytest

from tests.ingest.taking import take
from tests.ingest.test_languages import MAPPINGS

SAVED = {
    # language: code page, separator, a name with its letters, the month of May
    "nl": ("cp1252", ";", "Café België", "31 mei 2024"),
    "it": ("cp1252", ";", "Perché no, città", "31 maggio 2024"),
    "ro": ("cp1250", ";", "Învăţare", "31 mai 2024"),  # this code page has ş and ţ, not ș and ț
    "lt": ("cp1257", ";", "Ąžuolų šalis", "2024 m. gegužės 31 d."),
    "el": ("cp1253", ";", "Μάθηση για όλους", "31 Μαΐου 2024"),
    "en": ("cp1252", ",", "Café, tea", "2024-05-31"),
}
OLD_LETTERS = str.maketrans("șțȘȚ", "şţŞŢ")
WANTED = ("activity_id", "city", "name", "type", "status", "starts_on", "updated_on", "latitude")


def mapping_of(language: str):
    return MAPPINGS["platform" if language == "en" else f"platform_{language}"]


def export(language: str, kind: str) -> bytes:
    """A title, the headings, one row, and empty rows below, as a spreadsheet leaves them."""
    code_page, separator, name, day = SAVED[language]
    separator = "\t" if kind == "utf-16" else separator  # what a spreadsheet calls Unicode text
    own = mapping_of(language).records["activities"]
    names = [name for name in WANTED if name in own.columns]
    values = {"activity_id": "a1", "city": "breda", "name": name, "type": "digitalXp"}
    values |= {"status": "published", "starts_on": day, "updated_on": day}
    values["latitude"] = "51.5" if language == "en" else "51,5"
    rows = [
        ["Export"],
        [own.columns[name].headings[0] for name in names],
        [f'"{values[name]}"' if separator in values[name] else values[name] for name in names],
        [""] * len(names),
    ]
    text = "\r\n".join(separator.join(row) for row in rows) + "\r\n"
    codec = code_page if kind == "code page" else kind
    return text.translate(OLD_LETTERS if codec == "cp1250" else {}).encode(codec)


@pytest.mark.parametrize("language", SAVED)
@pytest.mark.parametrize("kind", ["code page", "utf-8", "utf-8-sig", "utf-16"])
def test_an_export_is_read_however_it_was_saved(tmp_path: Path, language: str, kind: str):
    taken = take(tmp_path, {"a.csv": export(language, kind)})
    assert taken.sentences() == []
    assert taken.intake.files[0].mapping == mapping_of(language).identifier
    assert taken.rows("activities", "name, city, type, starts_on, latitude") == [
        (SAVED[language][2], "breda", "online", date(2024, 5, 31), 51.5)
    ]


@pytest.mark.parametrize("heading", ["πόλη", "ΠΟΛΗ", "Πολη", "Πόλη "])
def test_capitals_and_missing_accents_are_the_same_heading(tmp_path: Path, heading: str):
    own = MAPPINGS["platform_el"].records["badge_classes"].columns
    head = f"{own['badge_class_id'].headings[0]},{heading},{own['name'].headings[0]}"
    taken = take(tmp_path, {"a.csv": f"{head}\nb1,breda,Repair\n"})
    assert taken.rows("badge_classes", "city") == [("breda",)]


def test_what_is_no_day_is_told_with_the_ways_in_which_one_may_be_written(tmp_path: Path):
    own = MAPPINGS["platform_nl"].records["participations"].columns
    names = ("person", "activity_id", "type", "joined_on")
    head = ",".join(own[name].headings[0] for name in names)
    taken = take(tmp_path, {"a.csv": f"{head}\np1,a1,user,31-02-2024\n"})
    (reason,) = taken.sentences()
    assert reason.endswith(
        "which is no day. Write it as 2024-05-31 / 31-05-2024 / 31/05/2024 / 31.05.2024 / 31 mei 2024."
    )
