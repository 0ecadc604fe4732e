"""How a data officer says what an export's headings and words mean, and hears of slips."""

from pathlib import Path

import pytest

from ingest.records import RECORDS
from ingest.source_mapping import Mappings, load_mapping, load_mappings
from matrices.declarations import DeclarationProblems
from matrices.home import Home

EVIDENCE = """\
name: A log
records:
  evidence:
    columns:
      evidence_id: Nr
      city: Town
      kind: {constant: meeting}
      held_on: [Day, Date]
      title: Title
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(folder: Path, text: str) -> str:
    with pytest.raises(DeclarationProblems) as raised:
        load_mapping(written(folder, text))
    return str(raised.value)


def test_a_short_form_grows_into_the_long_form(tmp_path: Path):
    mapping = load_mapping(written(tmp_path, EVIDENCE))
    columns = mapping.records["evidence"].columns
    assert mapping.identifier == "own"
    assert columns["title"].headings == ("Title",)
    assert columns["held_on"].headings == ("Day", "Date")
    assert columns["kind"].constant == "meeting"


def test_the_packages_mappings_cover_every_record_that_files_bring():
    mappings = load_mappings(Home(Path("a-home-without-files")))
    names = {mapping.identifier for mapping in mappings}
    assert {"counts", "counts_form", "evidence", "platform", "survey"} <= names
    covered = {table for mapping in mappings for table in mapping.records}
    assert covered == {table for table, record in RECORDS.items() if not record.is_derived}


def test_every_column_that_a_file_can_bring_has_a_heading_in_the_package():
    named = {
        (table, column)
        for mapping in load_mappings(Home(Path("a-home-without-files")))
        for table, record in mapping.records.items()
        for column in record.columns
    }
    assert named == {
        (table, column.name)
        for table, record in RECORDS.items()
        if not record.is_derived
        for column in record.loaded_columns()
    }


def test_a_homes_own_mappings_are_told_from_the_packages(tmp_path: Path):
    (tmp_path / "sources").mkdir()
    written(tmp_path / "sources", EVIDENCE)
    mappings = load_mappings(Home(tmp_path))
    assert isinstance(mappings, Mappings)
    assert [mapping.identifier for mapping in mappings.own] == ["own"]
    packaged = {mapping.identifier for mapping in mappings.packaged}
    assert {"counts", "counts_form", "evidence", "platform", "survey"} <= packaged


def test_an_unknown_record_is_named_with_the_nearest(tmp_path: Path):
    said = problems(tmp_path, EVIDENCE.replace("evidence:", "evidense:"))
    assert "`evidense` is not a record that files bring. Did you mean `evidence`?" in said


def test_an_unknown_column_is_named_with_the_nearest(tmp_path: Path):
    said = problems(tmp_path, EVIDENCE.replace("title: Title", "titel: Title"))
    assert "`titel` is not a column of evidence. Did you mean `title`?" in said
    assert "evidence needs `title`, and `columns` does not say where it comes from" in said


def test_a_column_that_the_warehouse_works_out_cannot_be_mapped(tmp_path: Path):
    text = EVIDENCE.replace("evidence:", "participations:").replace("evidence_id", "is_online")
    assert "`is_online` is not a column of participations" in problems(tmp_path, text)


def test_words_must_be_translated_into_words_of_the_column(tmp_path: Path):
    text = EVIDENCE + "    values:\n      kind: {Treffen: meetings}\n"
    said = problems(tmp_path, text)
    assert "`meetings` is not a word of `kind`. Did you mean `meeting`?" in said


def test_a_person_cannot_be_stored_under_another_name(tmp_path: Path):
    text = """\
name: Badges
records:
  awards:
    columns:
      award_id: person
      badge_class_id: badge
      person: Person
      issued_on: day
"""
    said = problems(tmp_path, text)
    assert "`person` names a person, so `award_id` must not hold it" in said
    assert "use `made_from: [person]`" in said


@pytest.mark.parametrize(
    ("slip", "sentence"),
    [
        ("dates: ['%d.%m']", "`%d.%m` does not say year, month and day, as `%d.%m.%Y`"),
        ("dates: ['%d.%m.%Y %z']", "a time zone is read in ISO 8601 dates only"),
        ("label_separators: ['; ']", "each separator is one sign, such as `;`"),
        ("seperators: [';']", "seperators"),
    ],
)
def test_slips_are_told_with_what_would_be_right(tmp_path: Path, slip: str, sentence: str):
    assert sentence in problems(tmp_path, f"{slip}\n{EVIDENCE}")


def test_what_a_form_needs_speaks_of_columns_that_exist(tmp_path: Path):
    said = problems(tmp_path, EVIDENCE + "    skip_without: [titel]\n    whole: [attendants]\n")
    assert "`titel` is not a column of evidence. Did you mean `title`?" in said
    assert "`attendants` is not a column of evidence." in said


def test_a_column_comes_from_one_place(tmp_path: Path):
    text = EVIDENCE.replace("{constant: meeting}", "{constant: meeting, headings: [Kind]}")
    said = problems(tmp_path, text)
    assert "write a heading, a list of headings, `constant:` or `made_from:`" in said


def test_the_problems_of_all_mappings_come_at_once(tmp_path: Path):
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "one.yaml").write_text(EVIDENCE.replace("title:", "titel:"), encoding="utf-8")
    (sources / "two.yaml").write_text(EVIDENCE.replace("city:", "town:"), encoding="utf-8")
    with pytest.raises(DeclarationProblems) as raised:
        load_mappings(Home(tmp_path))
    assert {problem.file for problem in raised.value.problems} == {"one.yaml", "two.yaml"}


def test_the_mappings_of_the_readme_can_be_loaded(tmp_path: Path):
    readme = Path(__file__).parents[2] / "ingest" / "README.md"
    section = readme.read_text(encoding="utf-8").split("## Source mappings")[1].split("\n## ")[0]
    blocks = [block.split("```")[0] for block in section.split("```yaml\n")[1:]]
    assert len(blocks) == 1
    for block in blocks:
        (tmp_path / "own.yaml").write_text(block, encoding="utf-8")
        assert load_mapping(tmp_path / "own.yaml").records
