"""A badge baked into an SVG: the element `openbadges:assertion` (2.0) or `:credential` (3.0)."""

from xml.parsers import expat

from ingest.open_badges.faults import NoBadge, UnreadableBadge
from ingest.open_badges.limits import MOST_BYTES
from ingest.reading.json_depth import MOST_DEPTH
from matrices.telling import told

ELEMENTS = ("assertion", "credential")
_NO_ENTITIES = told(
    "It declares XML entities of its own, which no badge needs and which can be misused; "
    "it was not read any further."
)


def badge_in_svg(content: bytes) -> bytes:
    """The text of the badge; raises `UnreadableBadge`. Nothing outside the file is ever fetched."""
    if len(content) > MOST_BYTES:
        raise UnreadableBadge(
            told("It is larger than {most} MB; no badge is.", most=MOST_BYTES >> 20)
        )
    reader = _Reader()
    try:
        reader.read(content)
    except expat.ExpatError as error:
        raise UnreadableBadge(
            told(
                "It is no SVG that can be read: line {line}: {why}. Download it anew.",
                line=error.lineno,
                why=expat.ErrorString(error.code),
            )
        ) from error
    if not reader.badge:
        raise NoBadge(told("No badge is baked into this picture. Load the badge's own file."))
    return reader.badge.encode()


class _Reader:
    """Reads up to the end of the element with the badge."""

    def __init__(self) -> None:
        self.badge = ""
        self._texts: list[str] | None = None
        self._verify = ""
        self._depth = 0

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(content, True)

    def _doctype(self, name: str, system: str, public: str, has_declarations: int) -> None:
        if has_declarations:
            raise UnreadableBadge(_NO_ENTITIES)

    def _entity(self, *_: object) -> None:
        raise UnreadableBadge(_NO_ENTITIES)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise UnreadableBadge(
                told("Its elements are nested more than {most} deep.", most=MOST_DEPTH)
            )
        if not self.badge and _is_badge(name):
            self._texts, self._verify = [], attributes.get("verify", "")

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._texts is not None and _is_badge(name):
            self.badge = "".join(self._texts).strip() or self._verify.strip()
            self._texts = None

    def _text(self, text: str) -> None:
        if self._texts is not None:
            self._texts.append(text)


def _is_badge(name: str) -> bool:
    prefix, _, element = name.rpartition(":")
    return bool(prefix) and element in ELEMENTS
