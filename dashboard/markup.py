"""HTML that is safe by construction: text is escaped unless it was built here."""

from collections.abc import Iterable
from html import escape

VOID = frozenset({"br", "hr", "img", "col", "link", "meta"})
"""Elements that have no end tag."""


class Html(str):
    """Markup that was built here; every other string is text and is escaped."""

    __slots__ = ()


Child = Html | str | None
Attribute = str | int | float | bool | None


def element(name: str, /, *children: Child, **attributes: Attribute) -> Html:
    """One element; `class_` is written `class`, `aria_label` is written `aria-label`.

    Children that are None are left out, and so are attributes that are None or False.
    """
    opening = f"<{name}{_attributes(attributes)}>"
    if name in VOID:
        return Html(opening)
    return Html(f"{opening}{together(*children)}</{name}>")


def together(*children: Child) -> Html:
    """Several pieces one after another."""
    return Html("".join(_safe(child) for child in children if child is not None))


def each(children: Iterable[Child]) -> Html:
    """The same for pieces that come out of a loop."""
    return together(*children)


def with_code(sentence: str) -> Html:
    """A sentence that quotes as `file.csv`: what stands between the strokes is set as code."""
    parts = sentence.split("`")
    if len(parts) % 2 == 0:
        return together(sentence)
    return each(element("code", part) if at % 2 else part for at, part in enumerate(parts))


def _safe(child: str) -> str:
    return child if isinstance(child, Html) else escape(str(child))  # str says a phrase


def _attributes(attributes: dict[str, Attribute]) -> str:
    return "".join(
        _attribute(name, value)
        for name, value in attributes.items()
        if value is not None and value is not False
    )


def _attribute(name: str, value: Attribute) -> str:
    written = name.rstrip("_").replace("_", "-")
    if value is True:
        return f" {written}"
    return f' {written}="{escape(str(value))}"'
