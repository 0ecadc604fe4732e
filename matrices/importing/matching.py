"""Titles of indicators in other people's files -> the indicators of a home, where that is clear."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from matrices.importing.draft import Draft, DraftIndicator, DraftStatement
from matrices.problems import nearest

_OPENINGS = re.compile(
    r"^(?:the )?(?:total )?(?:number|no\.?|nr\.?|#|count|share|percentage|%|proportion|aantal|"
    r"percentage|aandeel|nombre|pourcentage|numero)(?: (?:of|van|de|di))?(?: (?:the|de|het))? "
)


@dataclass(frozen=True)
class KnownIndicator:
    """What must be known of a home's indicator to tell whether a title means it."""

    name: str
    question: str
    is_share: bool
    better: Literal["higher", "lower", "neither"]


def matched(draft: Draft, known: Mapping[str, KnownIndicator]) -> Draft:
    """The draft with the home's indicators named where a title, word for word, is one of theirs.

    What only resembles one stays a text, with a note that says which it resembles.
    """
    statements = tuple(_statement(statement, known) for statement in draft.statements)
    return replace(draft, statements=statements)


def _statement(statement: DraftStatement, known: Mapping[str, KnownIndicator]) -> DraftStatement:
    found: list[DraftIndicator] = []
    for indicator in statement.indicators:
        one = _indicator(indicator, known)
        if one.identifier in {each.identifier for each in found if each.identifier}:
            note = f"`{one.identifier}` is named above already; a statement names it once."
            one = replace(one, identifier="", notes=(*one.notes, note))
        found.append(one)
    return replace(statement, indicators=tuple(found))


def _indicator(indicator: DraftIndicator, known: Mapping[str, KnownIndicator]) -> DraftIndicator:
    name = indicator.identifier or _name_of(indicator.title, known)
    fault = _fault(indicator, name, known)
    if fault:
        return replace(indicator, identifier="", notes=(*indicator.notes, fault))
    return replace(indicator, identifier=name)


def _name_of(title: str, known: Mapping[str, KnownIndicator]) -> str:
    """The one indicator whose name, question or identifier the title is; else empty."""
    wanted = _plain(title)
    names = [name for name, each in known.items() if wanted in _titles(name, each)]
    return names[0] if len(names) == 1 else ""


def _titles(name: str, indicator: KnownIndicator) -> set[str]:
    return {_plain(indicator.name), _plain(indicator.question), _plain(name.replace("_", " "))}


def _plain(title: str) -> str:
    """A title as titles are compared: without `number of`, capitals and signs."""
    small = _OPENINGS.sub("", " ".join(title.split()).casefold())
    return " ".join(re.findall(r"\w+", small))


def _fault(indicator: DraftIndicator, name: str, known: Mapping[str, KnownIndicator]) -> str:
    """Why the indicator cannot be named, in a sentence; empty where it can."""
    if name not in known:
        names = {each.name: key for key, each in known.items()} | {key: key for key in known}
        hint = nearest(name or indicator.title, names)
        return f"No indicator of this home has that title.{hint}"
    if indicator.is_share is not None and indicator.is_share != known[name].is_share:
        found, ours = _unit(indicator.is_share), _unit(known[name].is_share)
        return f"`{name}` has that title, but is counted {ours}; the file counts {found}."
    if not indicator.promises:
        return f"`{name}` has that title. Name it with `increase`, `decrease` or a number."
    if known[name].better == "lower" and any(p.target[0].isdigit() for p in indicator.promises):
        return f"`{name}` has that title. Less of it is better: say `at most` or `at least`."
    return ""


def _unit(is_share: bool) -> str:
    return "in percent" if is_share else "in whole things"
