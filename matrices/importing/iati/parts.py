"""Whom and what an IATI figure is about: the whole, or a part by dimension or place."""

import re

from lxml import etree

_NAMES = re.compile("(target|beneficiary)[ _-]?groups?|beneficiar(y|ies)|doelgroep", re.IGNORECASE)
"""What the dimension may be called; the standard leaves its name free."""


def target_group_of(result: etree._Element) -> str:
    """The one target group that figures of the result name; empty where none or several do."""
    named = {each.get("value", "") for each in result.iter("dimension") if _is_group(each)}
    return " ".join(named.pop().split()) if len(named) == 1 else ""


def part_of(figure: etree._Element) -> str:
    """Of what a figure is a part; empty for one of the whole.

    It is still the whole where it names the target group that all figures of the result name, or
    the only place of the activity.
    """
    is_shared = bool(target_group_of(next(figure.iterancestors("result"))))
    dimensions = [
        f"{each.get('name')} {each.get('value')}"
        for each in figure.findall("dimension")
        if not (is_shared and _is_group(each))
    ]
    places = [each.get("ref", "") for each in figure.findall("location")]
    only = _only_place(figure)
    return ", ".join([*dimensions, *(place for place in places if place and place != only)])


def _only_place(figure: etree._Element) -> str:
    activity = next(figure.iterancestors("iati-activity"), None)
    places = [] if activity is None else activity.findall("location")
    return places[0].get("ref", "") if len(places) == 1 else ""


def _is_group(dimension: etree._Element) -> bool:
    return bool(_NAMES.fullmatch(dimension.get("name", "").strip()))
