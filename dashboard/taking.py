"""What one person is taking in: files, then a preview of them, then a load. No words, no page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dashboard.uploads import Upload, Uploaded
from dashboard.work import Told, Work
from ingest.ledger import LoadProblem
from ingest.loading.rehearsal import Rehearsal, rehearse
from ingest.loads import load
from ingest.reading.file_problems import FileProblems
from ingest.receipt import Receipt
from matrices.home import Home
from matrices.problems import DeclarationProblems
from metrics.catalogue import load_catalogue
from metrics.frame import frame_of
from metrics.publish import publisher

PROBLEMS = (FileProblems, LoadProblem, DeclarationProblems)
"""What a person can mend: sentences."""

READING, COUNTING = 0, 1
"""The steps of a load."""


@dataclass
class Taking:
    """Of one session. Its files are gone once they are loaded or put away."""

    home: Home
    upload: Upload | None = None
    as_of: date | None = None
    by: str = ""
    checking: Work[Rehearsal] | None = None
    loading: Work[Receipt] | None = None
    rounds: int = field(default=0)
    """How often files were handed in; names the next place to drop them."""

    def check(self, uploaded: Sequence[Uploaded], as_of: date | None, by: str) -> None:
        """Keeps the files aside and begins to preview them."""
        self.put_away()
        upload = Upload(uploaded)
        self.upload, self.as_of, self.by = upload, as_of, by
        self.checking = Work(lambda told: self._rehearsed(upload))

    def load(self) -> None:
        """Begins to load what was previewed, once: asked again, it is under way already."""
        if self.upload and self.loading is None:
            upload = self.upload
            self.loading = Work(lambda told: self._loaded(upload, told))

    def put_away(self) -> None:
        """Back to the beginning; what is being loaded goes on."""
        if self.upload and not self.is_loading:
            self.upload.remove()
        self.upload, self.checking, self.loading = None, None, None
        self.rounds += 1

    @property
    def is_loading(self) -> bool:
        return self.loading is not None and not self.loading.is_done

    def _rehearsed(self, upload: Upload) -> Rehearsal:
        frame = frame_of(load_catalogue(self.home))
        return rehearse(upload.files, self.home, frame, upload.folder, self.as_of, self.by)

    def _loaded(self, upload: Upload, told: Told) -> Receipt:
        """The files go whether they could be loaded or not."""
        try:
            catalogue = load_catalogue(self.home)
            publish = publisher(catalogue)

            def publish_and_tell(home: Home, snapshot: int, loads: tuple[int, ...]) -> date | None:
                told(COUNTING)
                return publish(home, snapshot, loads)

            frame = frame_of(catalogue)
            return load(upload.files, self.home, frame, publish_and_tell, self.as_of, self.by)
        finally:
            upload.remove()
