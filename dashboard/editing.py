"""What one person is changing in a matrix: the text they saw, and what is being saved. No page."""

from dataclasses import dataclass

from dashboard.work import Work
from ingest.loads import loads, republish
from matrices.editing.edits import Edit
from matrices.editing.history import Saved
from matrices.editing.saving import read_city, restore, save
from matrices.home import Home
from metrics.candidate import check_candidate
from metrics.catalogue import load_catalogue
from metrics.publish import publisher


@dataclass
class Editing:
    """Of one session and one city."""

    home: Home
    city: str
    seen: str
    """The text before the person's eyes; what others save meanwhile does not change it."""
    by: str
    saving: Work[Saved] | None = None
    rounds: int = 0
    """How often something was saved; names the fields, so that each time they are fresh."""

    @classmethod
    def begun(cls, home: Home, city: str, by: str) -> "Editing":
        return cls(home, city, read_city(home, city), by)

    @property
    def is_saving(self) -> bool:
        return self.saving is not None and not self.saving.is_done

    def look_again(self) -> None:
        """Takes in what others saved."""
        self.seen = read_city(self.home, self.city)
        self.rounds += 1

    def save(self, edit: Edit, why: str) -> None:
        """Begins to save, once: asked again, it is under way already."""
        seen = self.seen
        self._begin(lambda: save(self.home, self.city, edit, seen, check_candidate, self.by, why))

    def put_back(self, text: str, why: str) -> None:
        """Begins to put an earlier version back."""
        seen = self.seen
        self._begin(
            lambda: restore(self.home, self.city, text, seen, check_candidate, self.by, why)
        )

    def _begin(self, step) -> None:
        def work(told: object) -> Saved:
            saved = step()
            _work_figures_out(self.home, self.by)
            return saved

        if not self.is_saving:
            self.saving = Work(work)


def _work_figures_out(home: Home, by: str) -> None:
    """Figures follow the matrix as it is now; where nothing was loaded there are none."""
    if loads(home):
        republish(home, publisher(load_catalogue(home)), by)
