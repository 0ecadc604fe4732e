"""Where one is on the way through several steps."""

from dashboard.markup import Html, each, element
from dashboard.wording.about_taking_in import STEPS, STEPS_NAME


def steps(here: int) -> Html:
    """The steps of taking in; `here` is the position of the present one, from 0."""
    items = (
        element(
            "li",
            name,
            aria_current="step" if position == here else None,
            class_=_look(position, here),
        )
        for position, name in enumerate(STEPS)
    )
    return element("ol", each(items), class_="steps", aria_label=STEPS_NAME)


def _look(position: int, here: int) -> str | None:
    return "done" if position < here else None
