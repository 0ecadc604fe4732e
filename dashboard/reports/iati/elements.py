"""XML as IATI writes it: elements, narratives in their languages, numbers, days."""

from collections.abc import Callable
from datetime import date, datetime

from lxml import etree

from dashboard.language import ENGLISH, current, speaking
from matrices.importing.iati.own_marks import NAMESPACE, PREFIX
from matrices.importing.iati.structure import XML_LANG
from matrices.importing.matrix_text import one_line
from matrices.importing.promise_words import number_words

DECIMALS = 6
"""A share is a quotient; more digits than these say nothing."""


def root(published: datetime) -> etree._Element:
    """An empty file that knows the prefix of our own marks."""
    element = etree.Element("iati-activities", nsmap={PREFIX: NAMESPACE})
    element.set("version", "2.03")
    element.set("generated-datetime", moment(published))
    return element


def add(parent: etree._Element, tag: str, /, **attributes: str | None) -> etree._Element:
    """A child with the attributes that are given; `iso_date` becomes `iso-date`."""
    child = etree.SubElement(parent, tag)
    for key, value in attributes.items():
        if value is not None:
            child.set(key.replace("_", "-"), one_line(value))
    return child


def tell(parent: etree._Element, name: str, text: str, language: str | None = None) -> None:
    """A child with one narrative, in the report's language unless another is named."""
    told = add(add(parent, name), "narrative")
    told.set(XML_LANG, language or current())
    told.text = one_line(text)


def tell_in_both(parent: etree._Element, name: str, texts: dict[str, str]) -> None:
    """A child with a narrative for each language; equal words are not said twice."""
    child = add(parent, name)
    for language, text in texts.items():
        if text != texts.get(ENGLISH) or language == ENGLISH:
            narrative = add(child, "narrative")
            narrative.set(XML_LANG, language)
            narrative.text = one_line(text)


def remark(parent: etree._Element, text: str) -> None:
    """A comment of the file, which may hold no two hyphens in a row."""
    parent.append(etree.Comment(f" {one_line(text).replace('--', '- -')} "))


def number(value: float) -> str:
    return number_words(round(value, DECIMALS))


def day(on: date) -> str:
    return on.isoformat()


def moment(at: datetime) -> str:
    """In UTC, to the second."""
    return f"{at:%Y-%m-%dT%H:%M:%S}Z"


def in_english(told: Callable[[], str]) -> str:
    """What a function says in English, whatever the report's language."""
    with speaking(ENGLISH):
        return told()
