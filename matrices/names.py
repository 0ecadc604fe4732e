"""What a place, a goal or a framework is called in other languages, where a file says so."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

ENGLISH = "en"
LANGUAGE = re.compile("[a-z]{2}")


def _language(written: object) -> object:
    if not isinstance(written, str) or not LANGUAGE.fullmatch(written):
        raise ValueError(f"`{written}` is not a language. Write its two small letters, as in `nl`")
    return written


def _name(written: str) -> str:
    """On one line, however it was folded in the file."""
    if not written.strip():
        raise ValueError("the name is empty. Write it, or leave the line out")
    return " ".join(written.split())


Names = dict[Annotated[str, BeforeValidator(_language)], Annotated[str, AfterValidator(_name)]]
"""The two letters of a language to the name in it."""
