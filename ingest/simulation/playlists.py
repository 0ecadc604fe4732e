"""Playlists of a city: activities in an order, with a badge at the end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from ingest.simulation.rows import ActivityRow, PlaylistActivityRow, PlaylistRow
from ingest.simulation.seasons import open_until
from ingest.simulation.stories import Story
from ingest.simulation.words import PLAYLISTS, SUBJECTS, titled

LONGEST = timedelta(days=540)
"""A playlist draws on activities of about a year and a half."""

SMALLEST, LARGEST = 3, 8


@dataclass(frozen=True)
class Playlist:
    """A playlist with the activities in it, in their order."""

    row: PlaylistRow
    activities: tuple[PlaylistActivityRow, ...]


def playlists(
    story: Story, activities: Sequence[ActivityRow], until: date, random: Random
) -> Iterator[Playlist]:
    """The city's published playlists, made at even distances over its years, then a draft.

    A city too small to fill a playlist has none.
    """
    offered = sorted((a for a in activities if not a.is_draft), key=lambda a: a.start)
    days = (open_until(story, until) - story.starts).days
    for place in range(story.playlists + 1):
        made = story.starts + timedelta(days=int(days * (place + 0.5) / (story.playlists + 1)))
        chosen = _chosen(offered, made, random)
        if len(chosen) == 0:
            continue
        status = "draft" if place == story.playlists else "published"
        yield _playlist(story, place + 1, status, min(made, chosen[0].start), chosen, random)


def _chosen(offered: Sequence[ActivityRow], made: date, random: Random) -> list[ActivityRow]:
    near = [a for a in offered if made <= a.start <= made + LONGEST] or list(offered[-LARGEST:])
    size = min(random.randint(SMALLEST, LARGEST), len(near))
    return sorted(random.sample(near, size), key=lambda a: (a.start, a.activity_id))


def _playlist(
    story: Story,
    place: int,
    status: str,
    made: date,
    chosen: Sequence[ActivityRow],
    random: Random,
) -> Playlist:
    identifier = f"pl-{story.site.split('.')[0]}-{place:03d}"
    steps = tuple(
        PlaylistActivityRow(identifier, activity.activity_id, position, random.random() < 0.8)
        for position, activity in enumerate(chosen, start=1)
    )
    row = PlaylistRow(
        playlist_id=identifier,
        site=story.site,
        organisation_id=chosen[0].organisation_id,
        name=_name(random),
        status=status,
        ordered=random.random() < 0.5,
        n_activities=len(steps),
        n_mandatory=sum(step.mandatory for step in steps),
        started=0,
        completed=0,
        skills=tuple(sorted({skill for activity in chosen for skill in activity.skills[:1]})),
        created=made,
    )
    return Playlist(row, steps)


def _name(random: Random) -> str:
    return titled(random.choice(PLAYLISTS), random.choice(random.choice(SUBJECTS).topics))
