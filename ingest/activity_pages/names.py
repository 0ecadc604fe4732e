"""Names on a page: of the activity, its badge, who issues it, who organises it, and its place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ingest.activity_pages.findings import Finding, Passage
from ingest.activity_pages.languages import (
    Language,
    Section,
    Words,
    heading,
    languages,
    phrases,
)
from ingest.activity_pages.saved_page import SavedPage

LONGEST_NAME = 100
_SHORT_LINE = 80
FEWEST_COMMON_WORDS = 3
"""With fewer of them the language of a text cannot be told."""
_QUOTED = r"[\"“”„«]\s?(?P<name>[^\"“”„«»]{2,80}?)\s?[\"“”»]"
_WORD = r"[A-ZÀ-ÞĀ-ŽΑ-Ω0-9][\w'’.&-]*"
_NAME = rf"{_WORD}(?: (?:of|for|the|de|van|der|di|la|per|og|{_WORD}))*"
_AND = r", and |, | and | & | og | en | e | și | ir | και "
_ENDS = re.compile(r"\s(?:who|which|that|and will|som|die|che|care|kuris)\s|[,.;:()!?]")


def activity_name(page: SavedPage, passages: Sequence[Passage]) -> list[Finding]:
    """The page's own title; else what the first sentence is about, which is a guess."""
    if page.title:
        return [Finding("name", _cut(page.title), page.title, "likely")]
    first = next((sentence for each in passages for sentence in each.sentences()), None)
    if first is None:
        return []
    if len(first) <= _SHORT_LINE and not first.endswith((".", "!", "?")):
        return [Finding("name", first, first, "likely")]
    after = _after(first, phrases("named_after"))
    return [Finding("name", _cut((after or first).rstrip(".!? ")) or first, first, "guess")]


def badges(passages: Sequence[Passage]) -> Iterator[Finding]:
    """`the "Explorer" badge` and `badge "Explorer"`, each name once."""
    seen: set[str] = set()
    for passage, sentence in _sentences(passages):
        for match in _badge().finditer(sentence):
            name = (match["name"] or match["after"]).strip()
            if name and name not in seen:
                seen.add(name)
                sureness = "sure" if passage.section == "badge" else "likely"
                yield Finding("badge", name, sentence, sureness)


def issuers(passages: Sequence[Passage]) -> Iterator[Finding]:
    """The first who is said to issue the badge."""
    for _, sentence in _sentences(passages):
        after = _after(sentence, phrases("issued_by"))
        name = _ENDS.split(after or "")[0].strip()
        if name:
            name = re.sub(r"^the ", "", name, flags=re.IGNORECASE)
            yield Finding("issuer", _cut(name), sentence, "likely")
            return


def organisers(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Under a heading of their own, else named in a sentence; each once."""
    seen: set[str] = set()
    for passage, sentence in _sentences(passages):
        is_own = passage.section == "organiser" and passage.is_first
        text = sentence if is_own else _after(sentence, phrases("organised_by"))
        for name in _names(text or ""):
            if name not in seen:
                seen.add(name)
                yield Finding("organiser", name, sentence, "sure" if is_own else "likely")


def places(passages: Sequence[Passage]) -> Iterator[Finding]:
    for passage in passages:
        if passage.section == "location" and passage.is_first:
            yield Finding("place", passage.text, passage.text, "sure")
            return


def purposes(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Under its heading, else the first sentence that tells it."""
    for passage in passages:
        if passage.section == "purpose" and passage.is_first:
            yield Finding("purpose", passage.text, passage.text, "sure")
            return
    told = phrases("purpose")
    for _, sentence in _sentences(passages):
        if any(phrase in sentence.casefold() for phrase in told):
            yield Finding("purpose", sentence, sentence, "likely")
            return


def objectives(passages: Sequence[Passage]) -> Iterator[Finding]:
    for passage in passages:
        if passage.section == "objectives" and (passage.is_bullet or passage.is_first):
            yield Finding("objective", passage.text, passage.text, "sure")


def language(page: SavedPage, passages: Sequence[Passage]) -> Iterator[Finding]:
    """Of the text, by its common words; and of the page's headings, where that is another."""
    words = re.findall(r"\w+", " ".join(passage.text for passage in passages).casefold())
    counted = {each.name: sum(words.count(w) for w in each.common) for each in _all_languages()}
    best = max(counted, key=lambda name: counted[name])
    is_told = counted[best] >= FEWEST_COMMON_WORDS
    if is_told:
        yield Finding("language", best, f"{counted[best]} of its common words", "likely")
    lines = [line for line in page.lines if (known := heading(line)) and known.is_exact]
    for line in lines:
        names = [each.name for each in _all_languages() if _is_heading_in(line, each.sections)]
        if best not in names or not is_told:
            yield Finding("language", f"{' or '.join(names)} (headings)", line, "likely")
            return


def _all_languages() -> list[Language]:
    return list(languages().values())


def _is_heading_in(line: str, sections: Mapping[Section, Words]) -> bool:
    own = {word.casefold() for words in sections.values() for word in words}
    return line.split(":")[0].strip().casefold() in own


def _sentences(passages: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    return ((passage, sentence) for passage in passages for sentence in passage.sentences())


def _after(sentence: str, words: list[str]) -> str | None:
    """What stands after the first of these words, the longest of them first."""
    folded = sentence.lower()
    for word in words:
        match = re.search(rf"(?<!\w){re.escape(word)}\s+", folded)
        if match:
            return sentence[match.end() :]
    return None


def _names(text: str) -> list[str]:
    """`A, B and C` at the beginning of the text as its names."""
    joined = re.match(rf"(?:the )?{_NAME}(?:(?:{_AND})(?:the )?{_NAME})*", text)
    parts = re.split(_AND, joined[0]) if joined else []
    return [part.removeprefix("the ").rstrip(". ") for part in parts]


def _cut(text: str) -> str:
    """Not longer than a name may be, cut between words."""
    if len(text) <= LONGEST_NAME:
        return text
    return text[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(",;:-– ") + " …"


@cache
def _badge() -> re.Pattern[str]:
    words = "|".join(map(re.escape, phrases("badge")))
    after = _QUOTED.replace("?P<name>", "?P<after>")
    return re.compile(rf"{_QUOTED}[ -]?(?:{words})(?!\w)|(?<!\w)(?:{words}) {after}", re.IGNORECASE)
