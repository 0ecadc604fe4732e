"""Saved answers of the platform become the rows of its export."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ingest.intake import take_in
from ingest.platform_json.objects import Seen, objects
from ingest.platform_json.rows import row
from ingest.reading.file_problems import FileProblems
from matrices.home import Home
from tests.ingest.platform_json.saved_pages import (
    activity,
    badge_class,
    page,
    pages,
    playlist,
    saved,
)
from tests.ingest.taking import FRAME, Taken, take

SAVED_ON = date(2024, 12, 31)


def taken(folder: Path, *answers: object, as_of: date | None = SAVED_ON) -> Taken:
    files = {f"answer{number}.json": answer for number, answer in enumerate(answers)}
    return take(folder, saved(files), as_of)


def cells(project: dict[str, Any]) -> dict[str, str]:
    """The cells of one activity, before any check."""
    found = next(objects("projects", [project], Seen()))
    return dict(row(found, 0, 1).cells)


def refusal(folder: Path, *answers: object, as_of: date | None = SAVED_ON) -> str:
    with pytest.raises(FileProblems) as raised:
        taken(folder, *answers, as_of=as_of)
    return str(raised.value)


def test_an_activity_has_every_cell_that_the_export_has(tmp_path: Path):
    done = taken(tmp_path, page("projects", [activity(12)]))
    columns = (
        "activity_id, city, organisation_id, organisation, co_hosts, name, type, status, category,"
        "skills, starts_on, ends_on, duration_seconds, online, address, latitude, longitude,"
        "joined, badges_issued, used_in_playlists, file, sheet, row"
    )
    assert done.rows("activities", columns) == [
        (
            *("12", "breda", "o1", "Stichting Nieuwe Veste", ["Bibliotheek", "Avans"]),
            *("Workshop 12", "workshop", "published", "Life skills"),
            # an identifier that is no address, such as 77, is no part of the label
            [
                "Networking and advocating",
                "http://data.europa.eu/esco/skill/S1|work in teams",
            ],
            *(date(2024, 5, 12), date(2024, 5, 13), 5400, False, "Reigerstraat 16, Breda"),
            *(51.587, 4.776, 57, 31, 2, "answer0.json", None, 1),
        )
    ]


def test_answers_and_the_export_tell_the_same(tmp_path: Path):
    csv = (
        "activity_id,site,name,type,status,start,duration_seconds,skills,joined\n"
        "12,breda.cityoflearning.eu,Night walk,digitalXp,published,2024-05-12,5400,Empathy,57\n"
    )
    item = {
        "id": 12,
        "site": {"siteUrl": "https://breda.cityoflearning.eu"},
        "name": "Night walk",
        "type": "digitalXp",
        "status": "published",
        "eventStart": "2024-05-12T09:00:00Z",
        "duration": {"seconds": 5400},
        "skills": [{"id": "9", "name": "Empathy", "type": "other"}],
        "stats": {"joinCount": 57},
    }
    columns = "* EXCLUDE (file, sheet, row)"
    of_csv = take(tmp_path / "csv", {"activities.csv": csv}, SAVED_ON)
    of_json = taken(tmp_path / "json", page("projects", [item]))
    for record in ("activities", "activity_counters"):
        assert of_json.rows(record, columns) == of_csv.rows(record, columns)


@pytest.mark.parametrize(
    ("start", "zone", "day"),
    [
        ("2024-05-12T22:30:00Z", "Europe/Vilnius", date(2024, 5, 13)),  # half past one there
        ("2024-05-12T22:30:00Z", None, date(2024, 5, 12)),  # the day that is written
        ("2024-05-12", "Europe/Vilnius", date(2024, 5, 12)),
        ("2024-05-12 10:00:00", "Europe/Vilnius", date(2024, 5, 12)),
        (1715553000, "Europe/Vilnius", date(2024, 5, 13)),  # seconds: 2024-05-12T22:30Z
        ("1715553000000", "Europe/Vilnius", date(2024, 5, 13)),  # milliseconds, as a text
        ("2024-05-12T22:30:00Z", "../../no/zone", date(2024, 5, 12)),
    ],
)
def test_moments_are_days_where_the_activity_is(start: object, zone: str | None, day: date):
    assert cells(activity(1, eventStart=start, tz=zone))["start"] == day.isoformat()


@pytest.mark.parametrize(
    ("place", "online"),
    [
        ({"address": None, "location": None}, "yes"),
        ({"address": "Breda", "location": None}, "no"),
        ({"address": None, "location": {"lat": 1, "lng": 2}}, "no"),
    ],
)
def test_what_has_no_place_is_online(place: dict[str, Any], online: str):
    assert cells(activity(1, **place))["online"] == online


def test_nothing_is_said_of_a_place_that_was_not_asked_for():
    assert "online" not in cells({"id": "1", "name": "Walk"})


def test_a_playlist_brings_its_steps(tmp_path: Path):
    done = taken(tmp_path, page("projects", [playlist(5, [12, 13]), activity(12), activity(13)]))
    assert done.rows(
        "playlists",
        "playlist_id, city, is_ordered, n_activities, n_mandatory, started, completed, created_on",
    ) == [("5", "breda", True, 2, 1, 12, 4, date(2024, 3, 1))]
    assert done.rows("playlist_activities", "playlist_id, activity_id, position, is_mandatory") == [
        ("5", "12", 1, True),
        ("5", "13", 2, False),
    ]
    assert done.sentences() == []  # the activities in it are only spoken of there


def test_badge_classes_bring_their_awards_without_names_or_addresses(tmp_path: Path):
    answer = page("badgeClasses", [badge_class(9, 12, ["anna", "ben"])])
    done = taken(tmp_path, answer)
    assert done.rows(
        "badge_classes",
        "badge_class_id, activity_id, playlist_id, asks_for_evidence, min_tasks, n_criteria, "
        "endorsements, issued",
    ) == [("9", "12", None, True, 1, 1, 3, 2)]
    assert done.rows("awards", "award_id, badge_class_id, issued_on, is_public") == [
        ("9-anna", "9", date(2024, 5, 20), False),
        ("9-ben", "9", date(2024, 5, 20), False),
    ]
    persons = [person for (person,) in done.rows("awards", "person")]
    assert len(set(persons)) == 2
    assert all(person.startswith("p_") and len(person) == 34 for person in persons)
    for personal in ("Anna", "anna@example.org", "Ben"):
        assert personal not in done.everything()


def test_a_badge_of_a_playlist_is_told_by_the_playlist_in_the_answers(tmp_path: Path):
    done = taken(
        tmp_path, page("projects", [playlist(5, [])]), page("badgeClasses", [badge_class(9, 5)])
    )
    assert done.rows("badge_classes", "activity_id, playlist_id") == [(None, "5")]


def test_a_badge_that_names_its_project_only_finds_its_badge_class(tmp_path: Path):
    badge = {"id": "b1", "name": "Badge 9", "owner": "anna", "project": {"id": "12"}}
    badges = page("badges", [badge | {"created": "2024-06-01"}])
    done = taken(tmp_path, badges, page("badgeClasses", [badge_class(9, 12), badge_class(10, 12)]))
    assert done.rows("awards", "award_id, badge_class_id") == [("b1", "9")]


def test_users_of_a_project_are_participations(tmp_path: Path):
    members = [
        {
            "user": {"id": "anna", "name": "Anna Annason", "email": "anna@example.org"},
            "type": "user",
            "team": "users",
            "joined": "2024-05-02T07:00:00Z",
            "stats": {"badges": 1, "quests": 2, "certificates": 0},
        },
        {"user": {"id": "ben"}, "type": "invite", "joined": "2024-05-03"},
    ]
    done = taken(tmp_path, page("projects", [activity(12, users={"total": 2, "list": members})]))
    assert done.rows("participations", "activity_id, type, team, badges, quests, joined_on") == [
        ("12", "user", "users", 1, 2, date(2024, 5, 2)),
        ("12", "invite", None, None, None, date(2024, 5, 3)),
    ]
    assert "Annason" not in done.everything()


def test_organisations_stand_on_the_site_that_was_asked(tmp_path: Path):
    organisation = {"id": "o1", "name": "Avans", "verified": True, "users": {"total": 7}}
    site = {"siteUrl": "https://breda.cityoflearning.eu", "organisations": {"list": [organisation]}}
    done = taken(tmp_path, {"data": {"site": site}})
    assert done.rows("organisations", "organisation_id, city, is_verified, users") == [
        ("o1", "breda", True, 7)
    ]


def test_an_activity_on_several_sites_counts_on_its_own_and_the_others_are_noted(tmp_path: Path):
    item = activity(12, sites=["https://vilnius.cityoflearning.eu", "breda.cityoflearning.eu"])
    done = taken(tmp_path, page("projects", [item]))
    assert done.rows("activities", "city") == [("breda",)]
    assert (
        "On several sites, counted on the first: activity `12` (breda.cityoflearning.eu; "
        "also vilnius.cityoflearning.eu)."
    ) in done.notes()


def test_a_mere_mention_of_an_organisation_or_an_activity_is_no_row(tmp_path: Path):
    steps = [{"mandatory": True, "project": activity(12, organisation=None)}]
    done = taken(
        tmp_path, page("projects", [activity(13), playlist(5, [], playlistActivities=steps)])
    )
    # as a row it would take the place of what another load told in full
    assert "organisations" not in done.intake.records
    assert done.rows("activities", "activity_id") == [("13",)]


def test_what_stands_inside_another_in_full_is_a_row(tmp_path: Path):
    steps = [{"mandatory": True, "project": activity(12)}]
    done = taken(tmp_path, page("projects", [playlist(5, [], playlistActivities=steps)]))
    assert done.rows("activities", "activity_id, city") == [("12", "breda")]


def test_running_counters_are_kept_with_the_day_of_the_answers(tmp_path: Path):
    done = taken(
        tmp_path,
        page("projects", [activity(12), playlist(5, [])]),
        page("badgeClasses", [badge_class(9, 12)]),
    )
    kept = done.rows("activity_counters", "subject, subject_id, counter, counted_on, value")
    assert sorted(kept) == [
        ("activity", "12", "badges_issued", SAVED_ON, 31),
        ("activity", "12", "joined", SAVED_ON, 57),
        ("activity", "12", "used_in_playlists", SAVED_ON, 2),
        ("badge_class", "9", "issued", SAVED_ON, 0),
        ("playlist", "5", "completed", SAVED_ON, 4),
        ("playlist", "5", "started", SAVED_ON, 12),
    ]
    assert done.intake.rows_in["activity_counters"] == 6


def test_counters_without_a_day_are_not_taken(tmp_path: Path):
    assert refusal(tmp_path, page("projects", [activity(12)]), as_of=None) == (
        "answer0.json: It holds running counters, such as how many joined, and they have no date. "
        "Say on which day the answers were saved, as in `--as-of 2025-05-31`."
    )


def test_missing_pages_are_counted(tmp_path: Path):
    items = [activity(number) for number in range(240)]
    done = taken(tmp_path, *pages("projects", items, 40)[:5])
    assert done.intake.rows_in["activities"] == 200
    assert (
        "Pages are missing: of `projects` the platform says there are 240, and the pages give "
        "200. Save the other 40 too, or the figures stay too small."
    ) in done.notes()


def test_whole_lists_are_not_said_to_miss_anything(tmp_path: Path):
    done = taken(tmp_path, *pages("projects", [activity(number) for number in range(9)], 4))
    assert not [note for note in done.notes() if "missing" in note]


def test_an_object_on_two_pages_is_one_and_the_greater_counter_holds(tmp_path: Path):
    later = activity(12, stats={"joinCount": 60})
    done = taken(tmp_path, page("projects", [activity(12)]), page("projects", [later]))
    assert done.rows("activities", "activity_id, joined") == [("12", 60)]
    assert (
        "Standing on more than one page: 1 object; each was taken once. Where the pages differ "
        "(`joined`), the fuller text and the greater number were taken."
    ) in done.notes()
    assert done.sentences() == []


def test_a_folder_of_pages_is_one_load(tmp_path: Path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for number, answer in enumerate(pages("projects", [activity(n) for n in range(5)], 2)):
        (folder / f"{number}.json").write_text(json.dumps(answer), encoding="utf-8")
    connection = duckdb.connect()
    intake = take_in(connection, [folder], Home(tmp_path / "home"), FRAME, SAVED_ON)
    assert intake.rows_in["activities"] == 5
    assert [file.name for file in intake.files] == ["0.json", "1.json", "2.json"]


def test_unknown_fields_are_left_out_and_named(tmp_path: Path):
    answer = page("projects", [activity(12, moodBoard="x")])
    answer["data"]["horoscopes"] = {"list": []}
    assert (
        "Fields that no record wants, never stored: `activity.description`, "
        "`activity.moodBoard`, `horoscopes`."
    ) in taken(tmp_path, answer).notes()


def test_errors_beside_data_are_said_without_addresses(tmp_path: Path):
    answer = page("projects", [activity(12)])
    answer["errors"] = [{"message": "no rights for anna@example.org"}]
    assert (
        "The platform reported an error beside the data: "
        "`no rights for [e-mail removed]`. Part may be missing."
    ) in taken(tmp_path, answer).notes()


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (
            {"data": None, "errors": [{"message": "Unauthorized"}]},
            "The platform answered with an error and no data: `Unauthorized`. Fetch it again.",
        ),
        (
            {"data": {"projects": None}, "errors": [{"message": "Timeout"}]},
            "The platform answered with an error and no data: `Timeout`. Fetch it again.",
        ),
        ({"data": []}, "`data` is empty: the platform gave no answer. Fetch it again."),
        (
            {"data": {"horoscopes": {"list": []}}},
            "None of the platform's objects is in it. It holds `horoscopes`. Known are project,",
        ),
    ],
)
def test_an_answer_without_data_is_refused(tmp_path: Path, answer: object, sentence: str):
    assert sentence in refusal(tmp_path, answer)


def test_what_is_wrong_in_an_object_is_told_like_a_row_of_the_export(tmp_path: Path):
    done = taken(tmp_path, page("projects", [activity(12, type="seance", eventStart=None)]))
    (sentence,) = done.sentences()
    assert sentence.startswith("answer0.json, activity 1: `type` is `seance`")
    assert "`start` is empty; every row needs it." in sentence
    ((refused_cells,),) = done.refused("cells")
    # under the export's headings, so that it can be mended and loaded like any refused row
    assert json.loads(refused_cells)["activity_id"] == "12"
    assert json.loads(refused_cells)["site"] == "breda.cityoflearning.eu"


def test_half_letters_and_nul_signs_do_no_harm(tmp_path: Path):
    done = taken(tmp_path, page("projects", [activity(12, name="A\ud800B\u0000C")]))
    assert done.rows("activities", "name") == [("A\ufffdB\ufffdC",)]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('{"data": {"projects": {"total": 3, "list": [{"id', "It is no JSON: line 1, column"),
        ("[" * 100_000, "Its brackets are nested too deep to be data."),
        ('{"data": ' + "9" * 5_000 + "}", "a number in it has thousands of digits"),
    ],
)
def test_damaged_json_is_one_sentence(tmp_path: Path, content: str, sentence: str):
    with pytest.raises(FileProblems, match=r"page\.json: ") as raised:
        take(tmp_path, {"page.json": content}, SAVED_ON)
    assert sentence in str(raised.value)
