"""To which city a row belongs, where its own line does not say.

The joins look activities, playlists and badge classes up in relations whose names start with
`known`, so that the same rule serves a load before it counts and the warehouse after.
"""

import re

from ingest.records import RECORDS

_BADGE_CLASSES = """(
    SELECT badge_class.badge_class_id, badge_class.playlist_id IS NOT NULL AS is_playlist_badge,
        coalesce(activity.city, playlist.city, badge_class.city) AS city
    FROM {known}badge_classes AS badge_class
    LEFT JOIN {known}activities AS activity USING (activity_id)
    LEFT JOIN {known}playlists AS playlist USING (playlist_id))"""

_ACTIVITY = "LEFT JOIN {known}activities AS activity ON activity.activity_id = line.activity_id"
_PLAYLIST = "LEFT JOIN {known}playlists AS playlist ON playlist.playlist_id = line.playlist_id"
_BADGE_CLASS = f"""LEFT JOIN {_BADGE_CLASSES} AS badge_class
    ON badge_class.badge_class_id = line.badge_class_id"""

_ORGANISATION = """LEFT JOIN {known}organisations AS organisation
    ON line.subject = 'organisation' AND organisation.organisation_id = line.subject_id"""


def _subject(joined: str, kind: str) -> str:
    """A join of a counter with the thing it belongs to."""
    by_identifier = joined.replace(f"line.{kind}_id", "line.subject_id")
    return f"{by_identifier} AND line.subject = '{kind}'"


_CITY = {
    "participations": ("activity.city", _ACTIVITY),
    "playlist_activities": ("playlist.city", _PLAYLIST),
    "badge_classes": (
        "coalesce(activity.city, playlist.city, line.city)",
        f"{_ACTIVITY} {_PLAYLIST}",
    ),
    "activity_counters": (
        "coalesce(activity.city, playlist.city, badge_class.city, organisation.city)",
        " ".join(
            [
                _subject(_ACTIVITY, "activity"),
                _subject(_PLAYLIST, "playlist"),
                _subject(_BADGE_CLASS, "badge_class"),
                _ORGANISATION,
            ]
        ),
    ),
    "awards": ("coalesce(line.city, badge_class.city)", _BADGE_CLASS),
}


def city_of(table: str, known: str) -> tuple[str, str]:
    """SQL: the city of a row of the relation `line`, and the joins that it takes."""
    city, joins = _CITY.get(table, ("line.city", ""))
    return city, joins.format(known=known)


def columns_that_tell(table: str) -> list[str]:
    """The columns of `line` on which its city depends; there are fewer such lines than rows."""
    return sorted(set(re.findall(r"\bline\.(\w+)", " ".join(city_of(table, "")))))


def city_in_warehouse(table: str) -> tuple[str, str]:
    """The same of a table of the warehouse: rows about persons have their city beside them."""
    if RECORDS[table].person_columns():
        return "line.city", ""
    return city_of(table, "")
