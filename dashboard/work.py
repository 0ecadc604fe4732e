"""Something long, done in a thread of its own while the page shows how far it is.

A click in Streamlit runs the script anew and cuts the running one short; what is done here goes on,
and whoever asks again finds it under way.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import Generic, TypeVar

Done = TypeVar("Done")
Told = Callable[[int], None]
"""Called by the task with the number of the step that begins, from 0."""


class Work(Generic[Done]):
    """A task under way, begun at once, in the language spoken then; it knows nothing of the page."""

    def __init__(self, task: Callable[[Told], Done]) -> None:
        self.step = 0
        self._began = time.monotonic()
        executor = ThreadPoolExecutor(max_workers=1)
        self._future: Future[Done] = executor.submit(copy_context().run, task, self._tell)
        executor.shutdown(wait=False)

    @property
    def is_done(self) -> bool:
        return self._future.done()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._began

    def result(self) -> Done:
        """What came of it; waits for it, and raises what the task raised."""
        return self._future.result()

    def _tell(self, step: int) -> None:
        self.step = step
