"""What every badge must be made of: version, types, and types of its parts.

Lenient where real badges stray from the letter without changing what they say, strict where it
can no longer be told what they say.
"""

import re
from collections.abc import Iterator
from typing import Any

from ingest.open_badges.faults import Fault, shown
from ingest.open_badges.kinds import BY_TYPE, Kind, unknown_types
from ingest.open_badges.parts import as_list, types_of
from ingest.problems import (
    MISSING_BADGE_PART,
    UNKNOWN_BADGE_TYPE,
    UNKNOWN_BADGE_VERSION,
    WRONG_BADGE_PART,
)
from matrices.telling import told

_VERSIONS = re.compile(
    r"https?://(w3id\.org/openbadges/v[123]|openbadgespec\.org|purl\.imsglobal\.org/spec/"
    r"|www\.w3\.org/(2018|ns)/credentials)"
)
_CREDENTIALS = re.compile(r"https://www\.w3\.org/(2018/credentials/v1|ns/credentials/v2)$")

_PROFILE = ("Profile", "Issuer", "Organization", "Person")
PARTS: dict[str, tuple[str, ...]] = {
    "issuer": _PROFILE,
    "creator": _PROFILE,
    "source": _PROFILE,
    "parentOrg": _PROFILE,
    "achievement": ("Achievement",),
    "credentialSubject": ("AchievementSubject", "ClrSubject"),
    "identifier": ("IdentityObject", "IdentifierEntry"),
    "otherIdentifier": ("IdentifierEntry",),
    "evidence": ("Evidence",),
    "result": ("Result",),
    "resultDescription": ("ResultDescription",),
    "rubricCriterionLevel": ("RubricCriterionLevel",),
    "alignment": ("Alignment", "AlignmentObject"),
    "criteria": ("Criteria",),
    "address": ("Address",),
    "geo": ("GeoCoordinates",),
    "image": ("Image",),
}
"""Parts of a 3.0 credential, and the types of which each must have one where it names any. Parts of
other vocabularies, such as Europass keeps beside them, have types of their own."""

EXTENSIONS = {
    "ExampleExtension": ("http://schema.org/text", "exampleProperty"),
    "ApplyLink": ("url", "applyLink"),
}
"""Extensions that 1EdTech describes, and their parts that must be texts."""


def context_faults(node: dict[str, Any], kind: Kind) -> Iterator[Fault]:
    """1.0 had no context; one that is written out in the badge itself is not judged."""
    contexts = as_list(node.get("@context"))
    names = [each for each in contexts if isinstance(each, str)]
    if kind in (Kind.CREDENTIAL, Kind.BUNDLE):
        if not any(map(_CREDENTIALS.match, names)):
            right = told("`https://www.w3.org/ns/credentials/v2` and that of Open Badges 3.0")
            found = _is(names) if names else told("is missing")
            yield Fault(UNKNOWN_BADGE_VERSION, found=found, right=right)
    elif names and not any(map(_VERSIONS.match, names)):
        right = "`https://w3id.org/openbadges/v2`"
        yield Fault(UNKNOWN_BADGE_VERSION, found=_is(names), right=right)


def type_faults(node: dict[str, Any], kind: Kind) -> Iterator[Fault]:
    """Credentials may have further types, which their own contexts explain."""
    if kind is Kind.CREDENTIAL:
        return
    strange = unknown_types(node)
    if kind is Kind.UNKNOWN and not node.keys() & {"type", "@type"}:
        right = told("it says what this is; awards are {known}", known=_AWARDS)
        yield Fault(MISSING_BADGE_PART, "type", right=right)
    elif kind is Kind.UNKNOWN or (strange and kind is not Kind.BUNDLE):
        found = _listed(strange or types_of(node)) or told("empty")
        yield Fault(UNKNOWN_BADGE_TYPE, "type", found, told("awards are {known}", known=_AWARDS))


_AWARDS = ", ".join(
    name for name, kind in BY_TYPE.items() if kind in (Kind.CREDENTIAL, Kind.ASSERTION)
)


def part_faults(value: Any, path: str = "") -> Iterator[Fault]:
    """Parts of another type than their place asks for, however deep they stand in other parts."""
    if isinstance(value, list):
        for each in value:
            yield from part_faults(each, path)
    elif isinstance(value, dict):
        for name in (name for name in value if name in PARTS):
            where = f"{path}.{name}".lstrip(".")
            yield from _wrong_types(name, value[name], where)
            yield from part_faults(value[name], where)


def _wrong_types(name: str, value: Any, where: str) -> Iterator[Fault]:
    wanted = PARTS[name]
    for each in as_list(value):
        types = types_of(each) if isinstance(each, dict) else []
        if types and not set(types) & set(wanted):
            right = told("`{where}` must be of the type {type}", where=where, type=wanted[0])
            yield Fault(UNKNOWN_BADGE_TYPE, f"{where}.type", _listed(types), right)


def extension_faults(node: dict[str, Any]) -> Iterator[Fault]:
    """Extensions of 2.0 whose parts cannot be what the extension says they are."""
    for name, value in node.items():
        if name.startswith("extensions:"):
            for extension in as_list(value):
                if isinstance(extension, dict):
                    yield from _extension_faults(name, extension)


def _extension_faults(name: str, extension: dict[str, Any]) -> Iterator[Fault]:
    kinds = {re.split(r"[:#/]", each)[-1] for each in types_of(extension)}
    for part in (part for kind in kinds for part in EXTENSIONS.get(kind, ())):
        if part in extension and not isinstance(extension[part], str):
            found = f"`{shown(extension[part])}`"
            yield Fault(WRONG_BADGE_PART, f"{name}.{part}", found, told("it must be a text"))


def _is(names: list[str]) -> str:
    return told("is {names}", names=_listed(names))


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{shown(name)}`" for name in names[:3])
