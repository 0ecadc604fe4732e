"""Skill labels as they came, filed under the frameworks' skills."""

from collections.abc import Iterable
from dataclasses import dataclass

Filed = tuple[str, str, str, bool]
"""A label in lower case, the framework and code it is filed under, whether it is 21st-century."""


@dataclass(frozen=True)
class SkillLabel:
    """One label; framework and code are empty where nobody has filed it yet."""

    entry: str
    """As it came: `uri|label` or the label alone."""
    label: str
    uri: str | None
    framework: str | None
    code: str | None
    is_21st_century: bool


def file_labels(entries: Iterable[str], filed: Iterable[Filed]) -> list[SkillLabel]:
    """File each entry by its label, else by the last part of its address.

    `filed` is `Frameworks.labels()`, in which every spelling stands once.
    """
    known = {each[0]: each for each in filed}
    return [_filed(entry, known) for entry in sorted(set(entries)) if _split(entry)[1]]


def _filed(entry: str, known: dict[str, Filed]) -> SkillLabel:
    uri, label = _split(entry)
    last_part = (uri or "").rstrip("/").replace("#", "/").rsplit("/", 1)[-1]
    found = known.get(label.casefold()) or known.get(last_part.casefold())
    _, framework, code, is_21st_century = found or ("", None, None, False)
    return SkillLabel(entry, label, uri, framework, code, is_21st_century)


def _split(entry: str) -> tuple[str | None, str]:
    """Address and label of an entry; an address alone is its own label."""
    uri, bar, label = entry.partition("|")
    if not bar:
        uri, label = "", entry
    label = " ".join(label.split())
    return uri.strip() or None, label or uri.strip()
