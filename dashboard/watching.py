"""A bar that shows how far something is, until it is done."""

import streamlit

from dashboard.language import current, say, speaking
from dashboard.work import Work

SECONDS_BETWEEN_LOOKS = 0.5
HALFWAY_SECONDS = 8.0
"""After so long the bar stands in the middle of its step: nobody knows how long a step takes."""


def watch(work: Work, steps: tuple[str, ...]) -> None:
    """`steps` are the words for each step; the page runs anew when the work is done."""

    spoken = current()

    @streamlit.fragment(run_every=SECONDS_BETWEEN_LOOKS)
    def look() -> None:
        if work.is_done:
            streamlit.rerun()
        with speaking(spoken):  # a fragment runs outside of the page that has said in what
            told = say(steps[work.step])
        streamlit.progress(share(work.step, len(steps), work.seconds), text=told)

    look()


def share(step: int, steps: int, seconds: float) -> float:
    """Between 0 and 1, growing with time and never full."""
    within = seconds / (seconds + HALFWAY_SECONDS)
    return (step + within) / steps
