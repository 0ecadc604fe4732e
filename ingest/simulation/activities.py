"""Activities of a city, month by month."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from ingest.simulation.rations import Ration
from ingest.simulation.rows import ActivityRow, OrganisationRow
from ingest.simulation.seasons import Month
from ingest.simulation.settings import ONLINE, Setting, in_another_country, in_town
from ingest.simulation.stories import Story
from ingest.simulation.words import (
    ABROAD,
    FUNDERS,
    OTHER_LABELS,
    OTHER_SITES,
    SUBJECTS,
    TITLES,
    Subject,
    titled,
)

IN_PERSON_TYPES = {
    "event": 30,
    "workshop": 28,
    "course": 14,
    "volunteering": 10,
    "youthProject": 8,
    "openSpace": 6,
    "internship": 4,
}
"""The platform's types, and of a hundred activities in person how many are of each."""

ONLINE_TYPES = {"digitalXp": 70, "course": 15, "event": 10, "workshop": 5}

LONGEST_DAYS = {"course": 60, "internship": 90, "volunteering": 30, "youthProject": 40}
"""By type, the most days an activity lasts; the others are over on the day they begin."""

OLD_DAYS = 1500
"""Activities that began so long ago may have been archived."""

LIVE_DAYS = 45
"""For so long the platform goes on changing an activity, for its counters move."""

DRAFTS = 0.04
HOUR = 3600


@dataclass
class Programme:
    """Makes the activities of one city; its rations see to it that the story's shares hold."""

    story: Story
    organisations: Sequence[OrganisationRow]
    until: date
    random: Random
    drafts: Ration = field(default_factory=Ration)
    recognising: Ration = field(default_factory=Ration)
    abroad: Ration = field(default_factory=Ration)
    imported: Ration = field(default_factory=Ration)

    def of(self, month: Month, first_number: int) -> list[ActivityRow]:
        """The month's activities, numbered from there on; drafts come last."""
        formats = [True] * month.online + [False] * month.in_person
        self.random.shuffle(formats)
        first_draft = first_number + len(formats) - self.drafts.take(DRAFTS * len(formats))
        return [
            self._activity(number, month, online, number >= first_draft)
            for number, online in enumerate(formats, start=first_number)
        ]

    def _activity(self, number: int, month: Month, online: bool, draft: bool) -> ActivityRow:
        organiser, co_hosts = self._hosts(month)
        setting = self._setting(online)
        subject = self._subject(setting)
        kind = self._kind(online)
        start = month.first.replace(day=self.random.randint(month.first.day, month.last.day))
        end = self._end(kind, start)
        return ActivityRow(
            activity_id=number,
            site=self.story.site,
            organisation_id=organiser.id,
            organisation=organiser.name,
            co_hosts=co_hosts,
            name=titled(self.random.choice(TITLES[kind]), self.random.choice(subject.topics)),
            type=kind,
            status="draft" if draft else self._status(start),
            category=subject.category if self._happens(0.93) else None,
            skills=self._skills(subject, month.way),
            start=start,
            end=end,
            tz=self.story.time_zone,
            duration_seconds=self._duration() if self._happens(0.88) else None,
            online=online,
            address=setting.address,
            lat=setting.latitude,
            lng=setting.longitude,
            country=setting.country,
            joined=0,
            badges_issued=0,
            used_in_playlists=0,
            url=self._page(number, online),
            cofunded_by=self.random.choice(FUNDERS) if self._happens(0.3) else None,
            updated_at=self._updated(end or start),
        )

    def _happens(self, chance: float) -> bool:
        return self.random.random() < chance

    def _hosts(self, month: Month) -> tuple[OrganisationRow, tuple[str, ...]]:
        """An organisation that is there already, the early ones more often; and who helps it."""
        there = [one for one in self.organisations if one.created <= month.first]
        organiser = there[int(len(there) * self.random.random() ** 1.3)]
        others = [one.name for one in there if one is not organiser]
        helpers = min(self.random.choice((1, 1, 2)), len(others)) if self._happens(0.12) else 0
        return organiser, tuple(self.random.sample(others, helpers))

    def _setting(self, online: bool) -> Setting:
        if online:
            return ONLINE
        if self.abroad.is_due(self.story.abroad):
            return in_another_country(self.random)
        return in_town(self.story, self.random)

    def _subject(self, setting: Setting) -> Subject:
        is_abroad = setting.country not in (None, self.story.country)
        subject = self.random.choice(SUBJECTS)
        while (subject.category == ABROAD) > is_abroad:
            subject = self.random.choice(SUBJECTS)
        return subject

    def _kind(self, online: bool) -> str:
        kinds = ONLINE_TYPES if online else IN_PERSON_TYPES
        return self.random.choices(list(kinds), weights=list(kinds.values()))[0]

    def _end(self, kind: str, start: date) -> date | None:
        """Many online opportunities are open without an end."""
        if kind == "digitalXp" and self._happens(0.5):
            return None
        days = self.random.randint(0, LONGEST_DAYS.get(kind, 0))
        return min(start + timedelta(days=days), self.until)

    def _status(self, start: date) -> str:
        is_old = (self.until - start).days > OLD_DAYS
        return "archived" if is_old and self._happens(0.3) else "published"

    def _skills(self, subject: Subject, way: float) -> tuple[str, ...]:
        others = self.random.sample(OTHER_LABELS, self.random.choice((0, 0, 1, 2)))
        if not self.recognising.is_due(self.story.recognising.at(way)):
            return tuple(others)
        named = self.random.sample(subject.recognised, self.random.choice((1, 1, 2, 3)))
        return (*named, *others[:1])

    def _duration(self) -> int:
        return self.random.choice((1, 2, 3, 4, 6, 8, 16, 24)) * HOUR

    def _updated(self, ends: date) -> str:
        """In the early hours of a day, as moments are written: in UTC."""
        return f"{min(ends + timedelta(days=LIVE_DAYS), self.until)}T02:00:00Z"

    def _page(self, number: int, online: bool) -> str:
        if online and self.imported.is_due(self.story.imported):
            return f"https://{self.random.choice(OTHER_SITES)}/courses/{number}"
        return f"https://{self.story.site}/en/activities/{number}"
