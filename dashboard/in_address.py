"""Choices that stand in the address, so that a link shows the same view and the way back works.

What an address says anyone can type: an unknown word is as good as none.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

import streamlit

NOTHING_ELSE: Mapping[str, str] = MappingProxyType({})


def word(parameter: str, known: Sequence[str], otherwise: str | None = None) -> str | None:
    """What the address names, where it is known."""
    asked = streamlit.query_params.get(parameter)
    return asked if asked in known else otherwise


def words(parameter: str, known: Sequence[str]) -> list[str]:
    """The known ones of several, in their own order; none where the address names none."""
    asked = streamlit.query_params.get(parameter, "").split(",")
    return [each for each in known if each in asked]


def keep(parameter: str, key: str, also: Mapping[str, str] = NOTHING_ELSE) -> None:
    """Called when a field changed: its choice goes into the address, an empty one goes out."""
    written = _written(streamlit.session_state[key])
    if written:
        streamlit.query_params[parameter] = written
        streamlit.query_params.update(also)
    elif parameter in streamlit.query_params:
        del streamlit.query_params[parameter]


def field(
    show: Callable[..., Any],
    label: str,
    parameter: str,
    now: object,
    also: Mapping[str, str] = NOTHING_ELSE,
    **more: Any,
) -> Any:
    """A field of Streamlit whose choice is kept in the address, with `also` beside it.

    It shows `now`, so a link followed in the same window is heeded. It remains the same field
    whatever is chosen: one with a new key would take the focus away from whoever uses the keyboard.
    """
    key = f"{parameter} of the address"
    if streamlit.session_state.get(key) != now:
        streamlit.session_state[key] = now
    return show(label, key=key, on_change=keep, args=(parameter, key, also), **more)


def choice(label: str, parameter: str, now: str | None, **more: Any) -> str | None:
    """One of several, which can be changed but not taken back once something is chosen."""
    index = None if now is None else 0  # what is shown is `now`; this says whether it may be none
    return field(streamlit.selectbox, label, parameter, now, index=index, **more)


def _written(chosen: object) -> str:
    if isinstance(chosen, list):
        return ",".join(chosen)
    return chosen.isoformat() if isinstance(chosen, date) else str(chosen or "")
