"""Badges of the same kinds as the real ones, each changed a little: none raises, none is dropped."""

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.open_badges.delivery import Delivery, Verdict, notes_on
from ingest.open_badges.documents import documents_in
from ingest.open_badges.rows import award_cells, class_cells
from tests.ingest.open_badges.making import BADGE_CLASS, assertion, credential, judged

EVERY = 2
"""Each real file is changed so many times, in other places each time."""
ODD = [
    None,
    "",
    "   ",
    0,
    -1.5,
    True,
    [],
    {},
    [[]],
    [None],
    {"@value": "text", "@language": "nl"},
    {"nl": "Robots", "lt": "Robotai"},
    "2024-02-30",
    "2024-13-01T25:00:00Z",
    "31.05.2024",
    1716000000,
    "0000-00-00",
    "https://[broken",
    "\u202etxet\ufeff\x00",
    "x" * 5000,
]
"""What may stand where something else should."""


def places(value: Any, path: tuple = ()) -> Iterator[tuple]:
    """Every place in a JSON value, as the steps that lead there."""
    steps = enumerate(value) if isinstance(value, list) else ()
    for step, inner in value.items() if isinstance(value, dict) else steps:
        yield (*path, step)
        yield from places(inner, (*path, step))


def changed(value: Any, chance: random.Random) -> Any:
    """The value with one thing dropped, replaced, wrapped, doubled or moved."""
    value = copy.deepcopy(value)
    *way, last = chance.choice(list(places(value)))
    inside = value
    for step in way:
        inside = inside[step]
    match chance.randrange(5):
        case 0:
            del inside[last]
        case 1:
            inside[last] = [inside[last], inside[last]]
        case 2:
            inside[last] = {"id": inside[last], "type": inside[last]}
        case 3 if isinstance(inside, dict):
            inside[f"{last} "] = inside.pop(last)
        case _:
            inside[last] = chance.choice(ODD)
    return value


def judge(content: bytes) -> list[Verdict]:
    """All that becomes of a file by itself, down to the cells of its rows."""
    verdicts = list(Delivery(documents_in("a.json", content)).verdicts())
    for verdict in verdicts:
        [str(fault) for fault in verdict.faults]
        if verdict.award:
            award_cells(verdict.award, "breda", verdict.verification)
        if verdict.badge:
            class_cells(verdict.badge, "breda")
    return verdicts


def is_told(verdicts: list[Verdict]) -> bool:
    """Whether every object is taken, refused with a sentence, or told in a note."""
    noted = " ".join(notes_on(verdicts))
    return bool(verdicts) and all(
        verdict.faults or verdict.award or verdict.badge or str(verdict.document.kind) in noted
        for verdict in verdicts
    )


def test_no_change_of_a_real_badge_raises_or_drops_it(corpora: Path):
    chance, judged_files = random.Random(3), 0
    for path in sorted((corpora / "openbadges").rglob("*.json")):
        try:
            value = json.loads(path.read_bytes())
        except ValueError:
            continue
        for _ in range(EVERY if isinstance(value, dict) and value else 0):
            content = json.dumps(changed(value, chance)).encode()
            try:
                assert is_told(judge(content)), content
            except Exception as error:
                raise AssertionError(f"{path.name}, as {content.decode()}") from error
            judged_files += 1
    assert judged_files > 400


def code(content: Any) -> str:
    """The code of the first problem, `taken`, or what it was told to be."""
    (verdict, *_) = judged(content)
    if verdict.faults:
        return verdict.faults[0].problem.code
    return "taken" if verdict.award or verdict.badge else str(verdict.document.kind)


@pytest.mark.parametrize(
    ("part", "dropped", "emptied", "a_number", "in_a_list"),
    [
        # 1.0 had no context, and its parts say enough
        ("@context", "taken", "unknown-badge-version", "taken", "taken"),
        ("id", "taken", "taken", "taken", "taken"),
        ("type", "taken", "unknown-badge-type", "unknown-badge-type", "taken"),
        ("recipient", *["missing-badge-part"] * 3, "taken"),
        # without its badge it cannot be told from other things that have a type of their own
        ("badge", *["missing-badge-part"] * 3, "taken"),
        # a number is the second since 1970, as 0.5 allowed
        ("issuedOn", "missing-badge-part", "missing-badge-part", "taken", "missing-badge-part"),
        ("verification", *["taken"] * 4),
    ],
)
def test_the_verdicts_on_an_award_of_2_0(
    part: str, dropped: str, emptied: str, a_number: str, in_a_list: str
):
    assert code(assertion(**{part: None})) == dropped
    assert code(assertion() | {part: ""}) == emptied
    assert code(assertion() | {part: 17}) == a_number
    assert code(assertion() | {part: [assertion()[part]]}) == in_a_list


@pytest.mark.parametrize(
    ("part", "dropped", "emptied", "a_number", "in_a_list"),
    [
        ("@context", *["unknown-badge-version"] * 3, "unknown-badge-version"),
        ("id", "taken", "taken", "taken", "taken"),
        ("type", "taken", "unknown-badge-type", "unknown-badge-type", "unknown-badge-type"),
        ("issuer", *["missing-badge-part"] * 3, "taken"),
        ("validFrom", "missing-badge-part", "missing-badge-part", "taken", "missing-badge-part"),
        ("credentialSubject", *["missing-badge-part"] * 3, "taken"),
    ],
)
def test_the_verdicts_on_an_award_of_3_0(
    part: str, dropped: str, emptied: str, a_number: str, in_a_list: str
):
    assert code(credential(**{part: None})) == dropped
    assert code(credential() | {part: ""}) == emptied
    assert code(credential() | {part: 17}) == a_number
    assert code(credential() | {part: [credential()[part]]}) == in_a_list


@pytest.mark.parametrize(
    ("part", "dropped", "emptied", "in_languages"),
    [
        ("name", "missing-badge-part", "missing-badge-part", "taken"),
        ("issuer", "missing-badge-part", "missing-badge-part", "taken"),
        ("criteria", "taken", "taken", "taken"),
        ("alignment", "taken", "taken", "taken"),
    ],
)
def test_the_verdicts_on_a_badge_class(part: str, dropped: str, emptied: str, in_languages: str):
    whole = {"@context": "https://w3id.org/openbadges/v2", **BADGE_CLASS}
    assert code({name: value for name, value in whole.items() if name != part}) == dropped
    assert code(whole | {part: ""}) == emptied
    assert code(whole | {part: {"nl": "Robots", "lt": "Robotai"}}) == in_languages


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-05-04", "2024-05-04"),
        ("2024-05-04T23:30:00-05:00", "2024-05-04"),  # the day as it is written
        ("2024-05-04 10:00", "2024-05-04"),
        (1714816800, "2024-05-04"),
        ("1714816800", "2024-05-04"),
    ],
)
def test_days_as_badges_write_them(written: Any, expected: str):
    award = judged(assertion(issuedOn=written))[0].award
    assert award
    assert award.issued == expected
