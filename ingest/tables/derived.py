"""The columns that the warehouse works out, as SQL; `ingest/records.py` has the sentence of each.

The texts read the views `in_force_<record>`, what `ingest/warehouse.py` lays out for them
(`skill_labels`, `city_countries`) and the tables made before: activity_skills for
activities, activities for the rest.
"""

import re
from collections.abc import Iterable

from ingest.tables.belonging import city_of

OWN_HOSTS = ("cityoflearning.eu", "regionoflearning.eu", "badgecraft.eu", "awero.org")
"""The platform's own sites, each with its subdomains: those of the cities and regions, and
Badgecraft, which is becoming Awero. An activity with a page on any other site was imported."""

_ABROAD = "experience abroad"
"""The platform's category for activities in another country, in lower case."""

_HOST = r"^(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:[^/?#@]*@)?([^/?#:]+\.[^/?#:]+)"
"""The host in an address; an address within the site, such as `/en/activities/1`, has none."""


def own_hosts_pattern(hosts: Iterable[str]) -> str:
    """A regular expression for these hosts and their subdomains."""
    return rf"(?:^|\.)(?:{'|'.join(map(re.escape, hosts))})$"


_ACTIVITY_SKILLS = """
    SELECT activity_id, city, starts_on, label, uri, framework, code,
        framework || ':' || code AS skill, is_21st_century, load, file, sheet, row
    FROM (SELECT *, unnest(skills) AS entry FROM in_force_activities)
    JOIN skill_labels USING (entry)
    QUALIFY row_number() OVER (PARTITION BY activity_id, label ORDER BY entry) = 1"""

_BADGE_SKILLS = """
    SELECT badge_class_id, label, uri, framework, code,
        framework || ':' || code AS skill, is_21st_century, load, file, sheet, row
    FROM (SELECT *, unnest(skills) AS entry FROM in_force_badge_classes)
    JOIN skill_labels USING (entry)
    QUALIFY row_number() OVER (PARTITION BY badge_class_id, label ORDER BY entry) = 1"""

_IS_INTERNATIONAL = f"""
    coalesce(upper(trim(activity.country)) <> home.country, false)
    OR coalesce(lower(trim(activity.category)) = '{_ABROAD}', false)"""

_IS_IMPORTED = f"""
    coalesce(NOT regexp_matches(
        nullif(regexp_extract(lower(trim(url)), '{_HOST}', 1), ''), getvariable('own_hosts')
    ), false)"""

_MEETS_QUALITY = """
    coalesce(activity.organisation_id, organisation) IS NOT NULL
    AND activity.category IS NOT NULL
    AND coalesce(len(skills) > 0, false)
    AND (coalesce(duration_seconds > 0, false) OR ends_on IS NOT NULL)
    AND (is_online OR address IS NOT NULL OR (latitude IS NOT NULL AND longitude IS NOT NULL))
    AND activity_id IN (
        SELECT activity_id FROM in_force_badge_classes
        WHERE activity_id IS NOT NULL
            AND (asks_for_evidence OR n_criteria >= 1 OR min_tasks >= 1)
    )"""

_ACTIVITIES = f"""
    SELECT activity.*,
        {_IS_INTERNATIONAL} AS is_international,
        {_IS_IMPORTED} AS is_imported,
        activity_id IN (
            SELECT activity_id FROM activity_skills WHERE is_21st_century
        ) AS recognises_skills,
        {_MEETS_QUALITY} AS meets_quality,
        CASE WHEN is_online THEN 'online' ELSE 'in person' END AS format,
        provider.category AS organisation_category
    FROM (
        SELECT *, coalesce(online, false) OR type = 'online' AS is_online FROM in_force_activities
    ) AS activity
    LEFT JOIN city_countries AS home ON home.city = activity.city
    LEFT JOIN in_force_organisations AS provider
        ON provider.organisation_id = activity.organisation_id"""

_PLAYLISTS = """
    SELECT line.*, coalesce(created_on, first_day) AS dated_on
    FROM in_force_playlists AS line
    LEFT JOIN (
        SELECT playlist_id, min(starts_on) AS first_day
        FROM in_force_playlist_activities JOIN in_force_activities USING (activity_id)
        GROUP BY playlist_id
    ) USING (playlist_id)"""


def _awards() -> str:
    city, joins = city_of("awards", "in_force_")
    return f"""
    SELECT line.* REPLACE ({city} AS city), badge_class.is_playlist_badge,
        line.person AS learner,
        CASE WHEN is_revoked THEN 'revoked' ELSE 'stands' END AS standing
    FROM in_force_awards AS line
    {joins}"""


def _activity_counters() -> str:
    city, joins = city_of("activity_counters", "in_force_")
    return f"SELECT line.*, {city} AS city FROM in_force_activity_counters AS line {joins}"


_PARTICIPATIONS = """
    SELECT line.*, activity.city, activity.is_online, activity.recognises_skills, activity.format,
        line.person AS learner
    FROM in_force_participations AS line
    LEFT JOIN activities AS activity USING (activity_id)"""

ROWS = {
    "activity_skills": _ACTIVITY_SKILLS,
    "badge_skills": _BADGE_SKILLS,
    "activities": _ACTIVITIES,
    "playlists": _PLAYLISTS,
    "awards": _awards(),
    "participations": _PARTICIPATIONS,
    "activity_counters": _activity_counters(),
}
"""The rows of the tables with columns of the warehouse's own, in the order of making."""
