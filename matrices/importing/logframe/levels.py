"""What rows of a logframe are called, in the languages in which they come."""

import re

from matrices.model import Level

_LEVELS: tuple[tuple[Level, str], ...] = (
    ("short_term_impact", "short[ -]term impact|korte[ -]termijn"),
    ("short_term_impact", "outcomes?|specific objectives?|purpose|specifieke doelstelling(en)?"),
    ("short_term_impact", "objectifs? sp[eé]cifiques?|effets?|uitkomst(en)?|wirkung"),
    ("outputs", "outputs?|produits?|producten?|leistung(en)?|resultaat"),
    ("activities", "activit(y|ies)|activiteit(en)?|activit[eé]s?|aktivit[aä]t(en)?"),
    ("inputs", "inputs?|means|middelen|intrants?|moyens"),
    ("impact", "impacts?|overall objectives?|goal|algemene doelstelling(en)?"),
    ("impact", "objectifs? g[eé]n[eé]ra(l|ux)|oberziel"),
)
_LABEL = re.compile(r"^\s*([^:–—]{1,40}?)\s*(?:[:–—]|\s-\s)\s*(\S.*)$", re.DOTALL)


def level_of(text: str) -> Level | None:
    """The level that a cell such as `Output 1.1` or `Impact (overall objective)` names."""
    small = " ".join(text.split()).casefold()
    for level, words in _LEVELS:
        if re.match(rf"(?:\W|\d)*(?:{words})\b", small):
            return level
    return None


def split_label(text: str) -> tuple[Level | None, str]:
    """`Outcome 1: more learners` as its level and the sentence; no level where there is none."""
    match = _LABEL.match(text)
    level = level_of(match[1]) if match else None
    return (level, match[2].strip()) if match and level else (None, text)
