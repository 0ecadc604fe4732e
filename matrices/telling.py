"""Sentences that are finished where something is found, and said in other languages elsewhere."""

from typing import Any


def told(template: str, **values: Any) -> str:
    """The sentence with its values in it, in English; without values, the template as it is.

    The template is what translators get to see, so it is written out where this is called; the
    dashboard finds it again by it (`dashboard/retelling.py`).
    """
    return template.format(**values) if values else template
