"""Badge classes: every published activity and playlist has one by itself."""

from datetime import date
from random import Random

from ingest.simulation.rations import Ration
from ingest.simulation.rows import ActivityRow, BadgeClassRow, PlaylistRow
from ingest.simulation.stories import Story
from ingest.simulation.words import ROLES


class Badges:
    """Makes the badge classes of one city; most are left as the platform made them."""

    def __init__(self, story: Story, until: date, random: Random) -> None:
        self._story, self._random, self._asking = story, random, Ration()
        self._days = max((until - story.starts).days, 1)

    def of_activity(self, activity: ActivityRow) -> BadgeClassRow:
        """Asks for evidence where the organiser edited it so."""
        way = (activity.start - self._story.starts).days / self._days
        asks = self._asking.is_due(self._story.asking.at(way))
        return BadgeClassRow(
            badge_class_id=f"bc-{activity.activity_id}",
            activity_id=activity.activity_id,
            playlist_id=None,
            name=f"{activity.name} ({self._random.choice(ROLES)})",
            evidence_required=asks,
            min_tasks=self._random.randint(1, 3) if asks else 0,
            n_criteria=self._random.randint(1, 4) if asks else self._random.choice((0, 0, 0, 1)),
            endorsements=self._random.choice((0, 0, 0, 0, 1, 2)),
            issued=0,
        )

    def of_playlist(self, playlist: PlaylistRow) -> BadgeClassRow:
        """Asks for all mandatory activities rather than for evidence."""
        return BadgeClassRow(
            badge_class_id=f"bc-{playlist.playlist_id}",
            activity_id=None,
            playlist_id=playlist.playlist_id,
            name=f"{playlist.name} ({self._random.choice(ROLES)})",
            evidence_required=False,
            min_tasks=playlist.n_mandatory,
            n_criteria=1,
            endorsements=self._random.choice((0, 0, 1, 2)),
            issued=0,
        )
