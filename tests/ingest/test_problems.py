"""Every problem of the catalogue, shown with the sentence a person reads."""

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.problems import PROBLEMS
from tests.ingest.taking import FRAME, take

ACTIVITIES = "activity_id,site,name,type,status,start,end,joined,online,lat\n"
FINE = ["a1", "breda", "Picnic", "event", "published", "2024-05-04", "2024-05-05", "7", "no", "51"]
COUNTS = "city,indicator,period,value,numerator,denominator,disaggregation,member\n"


def activity(**changed: str) -> str:
    """The activity that is fine, but for the columns named."""
    names = ACTIVITIES.strip().split(",")
    return ",".join(changed.get(name, cell) for name, cell in zip(names, FINE, strict=True)) + "\n"


def refused(folder: Path, **changed: str) -> tuple[str, str]:
    """Code and sentence of the one activity, which is refused."""
    taken = take(folder, {"a.csv": ACTIVITIES + activity(**changed)})
    [(code, sentence)] = taken.refused("code, sentence")
    return code, sentence


def refused_count(folder: Path, line: str) -> tuple[str, str]:
    [(code, sentence)] = take(folder, {"c.csv": f"{COUNTS}{line}\n"}).refused("code, sentence")
    return code, sentence


def test_a_row_that_is_fine_is_taken(tmp_path: Path):
    taken = take(tmp_path, {"a.csv": ACTIVITIES + activity()})
    assert taken.rows("activities", "activity_id, joined, online, row") == [("a1", 7, False, 2)]
    assert taken.codes() == []


@pytest.mark.parametrize(
    ("column", "found", "code", "sentence"),
    [
        ("name", "", "missing-value", "`name` is empty; every row needs it."),
        (
            "start",
            "2024-02-30",
            "not-a-day",
            "`start` is `2024-02-30`, which is no day. Write it as 2024-05-31.",
        ),
        (
            "end",
            "2024-05-03",
            "ends-before-start",
            "`end` is `2024-05-03`, before it starts: `2024-05-04`.",
        ),
        (
            "joined",
            "1,5",
            "broken-line",  # the comma separates cells here
            "it has 11 cells where there are 10 headings.",
        ),
        (
            "joined",
            "seven",
            "not-a-number",
            (
                "`joined` is `seven`, which is no whole number that can be told for certain. "
                "Write it as 1234."
            ),
        ),
        (
            "lat",
            "51°",
            "not-a-number",
            (
                "`lat` is `51°`, which is no number that can be told for certain. "
                "Write it as 1234 or 0.5."
            ),
        ),
        (
            "joined",
            "-3",
            "negative-number",
            "`joined` is `-3`; it counts something and cannot be below zero.",
        ),
        (
            "online",
            "perhaps",
            "not-yes-or-no",
            (
                "`online` is `perhaps`, which is neither yes nor no. "
                "Write one of yes, no, true, 1, false, 0."
            ),
        ),
        (
            "site",
            "vilnus",
            "unknown-city",
            "`site` is `vilnus`, which is no city here. Did you mean `vilnius`?",
        ),
        (
            "site",
            "Paris",
            "unknown-city",
            "`site` is `Paris`, which is no city here. Known are breda, cluj_napoca, vilnius.",
        ),
        (
            "status",
            "publishd",
            "unknown-word",
            (
                "`status` is `publishd`, which is not one of its words: "
                "draft, published, archived. Did you mean `published`?"
            ),
        ),
        (
            "status",
            "gone",
            "unknown-word",
            "`status` is `gone`, which is not one of its words: draft, published, archived.",
        ),
        (
            "activity_id",
            "1.23E+15",
            "lost-identifier",
            "`activity_id` is `1.23E+15`: a spreadsheet or a hand put this where the identifier was.",
        ),
        (
            "activity_id",
            "#REF!",
            "lost-identifier",
            "`activity_id` is `#REF!`: a spreadsheet or a hand put this where the identifier was.",
        ),
        (
            "activity_id",
            "Idem",
            "lost-identifier",
            "`activity_id` is `Idem`: a spreadsheet or a hand put this where the identifier was.",
        ),
        (
            "activity_id",
            "anna@example.org",
            "personal-identifier",
            "`activity_id` is an e-mail address; an identifier must not tell who somebody is.",
        ),
    ],
)
def test_what_is_wrong_with_a_cell(
    tmp_path: Path, column: str, found: str, code: str, sentence: str
):
    where = "a.csv line 2" if code == "broken-line" else "a.csv row 2"
    assert refused(tmp_path, **{column: found}) == (code, f"{where}: {sentence}")


def test_what_has_not_happened_yet_cannot_be_loaded(tmp_path: Path):
    joined = "person_key,activity_id,type,joined_on\nanna,a1,user,2025-02-01\n"
    taken = take(tmp_path, {"p.csv": joined})
    assert taken.refused("code, sentence") == [
        (
            "future-day",
            (
                "p.csv row 2: `joined_on` is `2025-02-01`, which lies after 2025-01-31, "
                "the day of this load."
            ),
        )
    ]


def test_what_is_planned_may_lie_ahead(tmp_path: Path):
    planned = activity(start="2026-05-04", end="2026-05-05")
    assert take(tmp_path, {"a.csv": ACTIVITIES + planned}).codes() == []


def test_all_that_is_wrong_with_a_row_is_told_at_once(tmp_path: Path):
    code, sentence = refused(tmp_path, site="", joined="-3", status="gone")
    assert code == "missing-value"  # the first, in the order of the record
    assert sentence == (
        "a.csv row 2: `site` is empty; every row needs it. "
        "`status` is `gone`, which is not one of its words: draft, published, archived. "
        "`joined` is `-3`; it counts something and cannot be below zero."
    )


def test_a_word_that_was_filed_as_ignored(tmp_path: Path):
    mapping = """\
name: Log
records:
  evidence:
    columns: {evidence_id: Nr, city: Town, kind: Kind, held_on: Day, title: Title}
    ignored: {kind: [Coffee break]}
"""
    log = "Nr,Town,Kind,Day,Title\n1,Breda,coffee BREAK,2024-05-04,Coffee\n"
    taken = take(tmp_path, {"log.csv": log}, mapping=mapping)
    assert taken.refused("code, sentence") == [
        (
            "ignored-label",
            "log.csv row 2: `Kind` is `coffee BREAK`, which the source mapping files as ignored.",
        )
    ]


@pytest.mark.parametrize(
    ("line", "code", "sentence"),
    [
        (
            "breda,lerners,2024,5,,,,",
            "unknown-indicator",
            "`indicator` is `lerners`, which is no indicator here. Did you mean `learners`?",
        ),
        (
            "breda,learners,2024-Q5,5,,,,",
            "bad-period",
            "`period` is `2024-Q5`, which is no period. Write 2024, 2024-Q3 or 2024-05.",
        ),
        (
            "breda,learners,2026,5,,,,",
            "future-day",
            "`period` is `2026`, which lies after 2025-01-31, the day of this load.",
        ),
        (
            "breda,learners,2024,,,,,",
            "share-without-parts",
            "Write `value`, or both `numerator` and `denominator`; none of them is there.",
        ),
        (
            "breda,learners,2024,,3,,,",
            "share-without-parts",
            "Write `value`, or both `numerator` and `denominator`; only `numerator` is there.",
        ),
        (
            "breda,learners,2024,,6,5,,",
            "numerator-over-denominator",
            "`numerator` is `6`, more than the `5` it is a part of.",
        ),
        (
            "breda,learners,2024,,-1,5,,",
            "negative-number",
            "`numerator` is `-1`; it counts something and cannot be below zero.",
        ),
        (
            "breda,learners,2024,5,,,age,",
            "missing-value",
            "`member` is empty; every row needs it.",
        ),
        (
            "breda,learners,2024,x,,,,",
            "not-a-number",  # and nothing of a value that is missing: it is there
            (
                "`value` is `x`, which is no number that can be told for certain. "
                "Write it as 1234 or 0.5."
            ),
        ),
    ],
)
def test_what_is_wrong_with_a_ready_made_figure(
    tmp_path: Path, line: str, code: str, sentence: str
):
    assert refused_count(tmp_path, line) == (code, f"c.csv row 2: {sentence}")


def test_a_share_in_one_figure_is_refused_since_it_would_count_nowhere(tmp_path: Path):
    share = "breda,skills_recognised_share,2024,45,,,,"
    frame = replace(FRAME, shares=frozenset({"skills_recognised_share"}))
    taken = take(tmp_path, {"c.csv": f"{COUNTS}{share}\n"}, frame=frame)
    assert taken.sentences() == [
        (
            "c.csv row 2: `value` is `45`, and `skills_recognised_share` is a share: write "
            "`numerator` and `denominator`, since shares are added up by their parts."
        )
    ]


def test_people_who_have_only_a_sign_for_nobody_in_common_are_not_one_person(tmp_path: Path):
    lines = "".join(f"{nobody},a{n},user,2024-05-04\n" for n, nobody in enumerate(NOBODY))
    taken = take(tmp_path, {"p.csv": f"person_key,activity_id,type,joined_on\n{lines}"})
    assert taken.codes() == ["lost-identifier"] * len(NOBODY)


NOBODY = ("NULL", "nan", '""""', "〃", "idem", "?")


def test_the_same_row_twice_is_taken_once(tmp_path: Path):
    taken = take(tmp_path, {"a.csv": ACTIVITIES + activity() + activity()})
    assert taken.rows("activities", "row") == [(2,)]
    assert taken.refused("row, code, sentence") == [
        (
            3,
            "repeated-identifier",
            "a.csv row 3: `activity_id` `a1` stands already in a.csv row 2, which was taken.",
        )
    ]


def test_the_same_identifier_with_other_content_is_refused_across_files_too(tmp_path: Path):
    files = {
        "one.csv": ACTIVITIES + activity(),
        "two.csv": ACTIVITIES + activity(activity_id="a2") + activity(name="Hike"),
    }
    taken = take(tmp_path, files)
    assert taken.rows("activities", "activity_id, name") == [("a1", "Picnic"), ("a2", "Picnic")]
    assert taken.sentences() == [
        (
            "two.csv row 3: `activity_id` `a1` stands already in one.csv row 2 with other content; "
            "that row was taken."
        )
    ]


def test_a_person_who_joined_twice_is_told_without_saying_who(tmp_path: Path):
    joined = "person_key,activity_id,type,joined_on\n" + "anna,a1,user,2024-05-04\n" * 2
    taken = take(tmp_path, {"p.csv": joined})
    assert taken.sentences() == [
        (
            "p.csv row 3: the person in `person_key` with `activity_id` `a1` stands already in "
            "p.csv row 2, which was taken."
        )
    ]


def test_a_person_whom_a_spreadsheet_has_spoiled_is_not_counted(tmp_path: Path):
    joined = "person_key,activity_id,type,joined_on\n4.6E+12,a1,user,2024-05-04\n"
    taken = take(tmp_path, {"p.csv": joined})
    assert taken.refused("code, found, sentence") == [
        (
            "lost-identifier",
            "a number like 1.23E+15, an error, or a sign for the same or for none",
            (
                "p.csv row 2: `person_key` is `a number like 1.23E+15, an error, or a sign for the "
                "same or for none`: a spreadsheet or a hand put this where the identifier was."
            ),
        )
    ]


def test_the_catalogue_says_of_every_problem_what_to_do():
    assert len(PROBLEMS) > 18
    for code, problem in PROBLEMS.items():
        assert problem.code == code
        assert (
            problem.title and problem.advice.endswith(".") and problem.template.endswith((".", "}"))
        )


@pytest.mark.parametrize(
    "called",
    ["Total", "TOTAAL:", "Totale", "Total general", "Iš viso", "Is viso", "ΣΥΝΟΛΟ", "Σύνολο"],
)
def test_a_line_of_totals_is_told_as_what_it_is(tmp_path: Path, called: str):
    last = f"{called},,,,,,,7,,\n"
    taken = take(tmp_path, {"a.csv": ACTIVITIES + activity() + last})
    assert taken.refused("row, code, found") == [(3, "line-of-totals", called)]
    assert taken.sentences() == [
        f"a.csv row 3: `{called}`: a line of totals is no row of its own and was left out."
    ]


def test_a_total_may_stand_where_persons_stand_or_in_a_column_that_nobody_reads(tmp_path: Path):
    head = "nr,person_key,activity_id,type,joined_on,badges\n"
    rows = ",p1,a1,user,2024-05-04,2\nTotaal,,,,,2\n,Totaal,,,,2\n"
    taken = take(tmp_path, {"p.csv": head + rows})
    assert taken.refused("row, code") == [(3, "line-of-totals"), (4, "line-of-totals")]


def test_what_is_called_total_and_is_whole_is_a_row(tmp_path: Path):
    taken = take(tmp_path, {"o.csv": "id,site,name\no1,breda,Total\no2,breda,Sum\n"})
    assert taken.rows("organisations", "name") == [("Total",), ("Sum",)]
