"""Choices that stand in the address, so that a link shows the same view and the way back works.

What an address says anyone can type: an unknown word is as good as none.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit


def word(parameter: str, known: Sequence[str], otherwise: str | None = None) -> str | None:
    """What the address names, where it is known."""
    asked = streamlit.query_params.get(parameter)
    return asked if asked in known else otherwise


def words(parameter: str, known: Sequence[str]) -> list[str]:
    """The known ones of several, in their own order; none where the address names none."""
    asked = streamlit.query_params.get(parameter, "").split(",")
    return [each for each in known if each in asked]


def keep(parameter: str, key: str) -> None:
    """Called when a field changed: its choice goes into the address, an empty one goes out."""
    chosen = streamlit.session_state[key]
    written = ",".join(chosen) if isinstance(chosen, list) else chosen
    if written:
        streamlit.query_params[parameter] = written
    elif parameter in streamlit.query_params:
        del streamlit.query_params[parameter]


def field(show: Callable[..., Any], label: str, parameter: str, now: object, **more: Any) -> Any:
    """A field of Streamlit whose choice is kept in the address.

    Its key names what the address says, so that a link followed in the same window is heeded.
    """
    key = f"{parameter}: {now}"
    return show(label, key=key, on_change=keep, args=(parameter, key), **more)
