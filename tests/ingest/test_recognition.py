"""A table is known by its headings; where it is not, the sentence says what is missing."""

from pathlib import Path

import pytest

from ingest.reading.file_problems import FileProblems
from ingest.reading.recognition import Unrecognised, find_head, recognise
from ingest.source_mapping import Mappings, load_mappings
from matrices.home import Home
from tests.ingest.taking import take

PACKAGED = load_mappings(Home(Path("a-home-without-files")))

LOG = """\
name: Another log
records:
  evidence:
    columns: {evidence_id: evidence_id, city: city, kind: kind, held_on: held_on, title: title}
"""


def headings(text: str) -> list[str]:
    return text.split(",")


def test_headings_may_stand_in_any_order_and_any_letters():
    fit = recognise(headings("Joined On, ACTIVITY_ID ,person key,Type"), PACKAGED)
    assert fit.table == "participations"
    assert fit.columns["person"].positions == (2,)
    assert fit.heading("joined_on") == "Joined On"


def test_the_record_that_knows_most_of_the_headings_is_chosen():
    # playlist_activities needs only the first two
    fit = recognise(headings("playlist_id,activity_id,badge_class_id,name"), PACKAGED)
    assert fit.table == "badge_classes"


def test_what_is_missing_is_said_of_the_nearest_record():
    with pytest.raises(Unrecognised) as raised:
        recognise(headings("person_key,activity_id,type,joind_on"), PACKAGED)
    assert str(raised.value) == (
        "No source mapping fits. The nearest is `participations` of the source mapping "
        "`platform`; for it the headings lack `joined_on` (is it `joind_on`?). "
        "`impact map FILE` writes a first mapping to edit."
    )


def test_headings_that_nobody_knows_say_which_tables_are_known():
    with pytest.raises(Unrecognised, match="None of the headings is known; tables that are known"):
        recognise(headings("a,b,c"), PACKAGED)


def test_a_home_without_mappings_can_read_nothing():
    with pytest.raises(Unrecognised, match="This home has no source mapping"):
        recognise(headings("a,b"), Mappings())


def test_a_heading_that_is_read_must_not_stand_twice():
    with pytest.raises(Unrecognised) as raised:
        recognise(headings("person_key,activity_id,type,joined_on,TYPE"), PACKAGED)
    assert str(raised.value) == ("The heading `type` stands twice. Leave one of the columns out.")


def test_a_heading_that_nobody_reads_may_stand_twice():
    fit = recognise(headings("person_key,activity_id,type,joined_on,remark,remark"), PACKAGED)
    assert fit.table == "participations"


def test_headings_may_stand_below_a_title():
    rows = [(1, ["Our log, 2024", ""]), (2, ["", ""]), (3, ["playlist_id", "activity_id"])]
    head = find_head(rows, PACKAGED)
    assert (head.row, head.fit.table) == (3, "playlist_activities")


def test_a_table_without_two_filled_cells_has_no_headings():
    with pytest.raises(Unrecognised, match="There is no row of headings"):
        find_head([(1, ["one"]), (2, ["", "x"])], PACKAGED)


def test_two_mappings_that_fit_equally_well_are_both_named(tmp_path: Path):
    sources = tmp_path / "home" / "sources"
    sources.mkdir(parents=True)
    (sources / "second.yaml").write_text(LOG, encoding="utf-8")
    log = "evidence_id,city,kind,held_on,title\n1,breda,meeting,2024-05-04,First\n"
    with pytest.raises(FileProblems) as raised:
        take(tmp_path, {"log.csv": log}, mapping=LOG)
    assert str(raised.value) == (
        "log.csv: The headings fit `evidence` of the source mapping `own` and `evidence` of the "
        "source mapping `second` equally well. Take one of the two out of its mapping, or give "
        "both mappings the same file name, so that one stands in for the other. "
        "`impact map FILE` writes a first mapping to edit."
    )


def test_a_homes_own_mapping_comes_before_the_packages(tmp_path: Path):
    log = "evidence_id,city,kind,held_on,title\n1,breda,meeting,2024-05-04,First\n"
    taken = take(tmp_path, {"log.csv": log}, mapping=LOG)
    assert taken.intake.files[0].mapping == "own"
