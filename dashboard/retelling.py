"""Sentences of the rooms to the left, finished in English, said in another language.

A problem with a row or a city's obstacle is written where it is found, with its values in it, and
may come out of a receipt that is years old. The template it was made from is looked for among the
catalogue's sentences of that kind, and the values are taken out of it again.
"""

import re
from functools import cache
from typing import NamedTuple

from dashboard.catalogues import sentences
from dashboard.language import current
from ingest.reading.file_problems import FileProblems
from ingest.reading.recognition import OFFER
from matrices.telling import told

WORDS = re.compile(r"[^\W\d_]{2}")
"""A template without any of its own, such as `{found}.`, would fit everything."""
SLOT = re.compile(r"\{(\w+)\}")
QUOTED = re.compile(r"`\{(\w+)\}`")
"""Slots for words of a file, which are nobody's to translate."""
Patterns = list[tuple[re.Pattern[str], str]]
"""What a template looks like, and the template."""
NUMBERS = frozenset({"row", "count"})
"""Slots that hold digits alone, so that what stands behind a place is not taken for its row."""
SENTENCE_AFTER_SENTENCE = re.compile(r"(?<=[.?]) (?=`)")
"""A row may have several problems; each begins with the name of a column."""
FILE = re.compile(r"\.\w+$")
"""How the name of a file ends, which may be several words."""
ENDS = (".", "?")
"""What ends a sentence."""
WRITTEN_IN_SQL = (
    told("{file} row {row}"),
    told("{file} line {row}"),
    told("{file}, sheet `{sheet}`, row {row}"),
    told("{file}, badge {row}"),
    told("{file}, organisation {row}"),
    told("{file}, activity {row}"),
    told("{file}, playlist {row}"),
    told("{file}, playlist activity {row}"),
    told("{file}, badge class {row}"),
    told("{file}, member {row}"),
    told("{place}, which was taken"),
    told("{place} with other content; that row was taken"),
    told("{key} with `{heading}` `{value}`"),
    told(" Did you mean `{near}`?"),
    told("{words} Did you mean `{near}`?"),
)
"""Places of rows, and what is said in the slots of problems: put together by the warehouse."""


def retell(sentence: str) -> str:
    """The sentence in the current language; as it is where no template fits."""
    if sentences(current()).is_empty:
        return sentence
    found = _behind_its_place(sentence) or _behind_one_word(sentence) or _retold(sentence)
    return found or sentence


def retold_problem(problem: Exception) -> list[str]:
    """What stands in the way of taking files in, a line each."""
    if isinstance(problem, FileProblems):
        return [f"{each.file}: {_with_its_advice(each.text)}" for each in problem.problems]
    return [retell(line) for line in str(problem).splitlines()]


def _with_its_advice(text: str) -> str:
    found = text.removesuffix(f" {OFFER}")
    return retell(found) if found == text else f"{retell(found)} {retell(OFFER)}"


def _retold(sentence: str) -> str | None:
    """None where nothing fits. Why a line is broken is told with a full stop behind it or without."""
    known = sentences(current()).told
    found = known.get(sentence) or _fitted(sentence, patterns(current()).whole)
    if found is None and sentence.endswith("."):
        without = _retold(sentence[:-1])
        found = f"{without}." if without else None
    return found


def _fitted(text: str, templates: Patterns) -> str | None:
    for pattern, template in templates:
        if found := pattern.fullmatch(text):
            own = QUOTED.findall(template)
            values = {n: v if n in own else _value(v) for n, v in found.groupdict().items()}
            return sentences(current()).told[template].format(**values)
    return None


def _value(text: str) -> str:
    """What stands in a slot: perhaps a sentence, a piece of one, or several pieces in a row."""
    if found := _retold(text):
        return found
    if found := None if text.endswith(ENDS) else _fitted(text, patterns(current()).within):
        return found
    pieces = text.split(", ")
    return ", ".join(map(_value, pieces)) if len(pieces) > 1 else text


def _behind_its_place(sentence: str) -> str | None:
    """`activities.csv row 5: …`, perhaps with several sentences behind the colon."""
    place, colon, rest = sentence.partition(": ")
    where = _fitted(place, patterns(current()).places) if colon else None
    if where is None:
        return None
    one_by_one = [_retold(each) for each in SENTENCE_AFTER_SENTENCE.split(rest)]
    if None in one_by_one:
        return f"{where}: {_retold(rest) or rest}"
    return f"{where}: {' '.join(filter(None, one_by_one))}"


def _behind_one_word(sentence: str) -> str | None:
    """`badge.json: …`, `learners: …`: of a badge the file is place enough, of a matrix the heading."""
    word, colon, rest = sentence.partition(": ")
    is_one = colon and (" " not in word or FILE.search(word))
    told_of = _retold(rest) if is_one else None
    return f"{word}: {told_of}" if told_of else None


class Templates(NamedTuple):
    """The templates with slots, those with the most words of their own first."""

    whole: Patterns
    """Those of sentences."""
    within: Patterns
    """Those of what is said in a slot, such as `{first} to {last}`: they begin with one and end
    without a full stop."""
    places: Patterns
    """Those among them that say where a row stands."""


@cache
def patterns(language: str) -> Templates:
    known = sentences(language).told
    templates = [each for each in known if SLOT.search(each) and WORDS.search(SLOT.sub("", each))]
    templates.sort(key=lambda each: len(SLOT.sub("", each)), reverse=True)
    every = [(_pattern(each), each) for each in templates]
    within = [each for each in every if each[1].startswith("{") and not each[1].endswith(ENDS)]
    whole = [each for each in every if each not in within]
    return Templates(whole, within, [each for each in within if each[1].endswith("{row}")])


def _pattern(template: str) -> re.Pattern[str]:
    """A slot that comes again holds the same again."""
    seen: set[str] = set()
    quoted, written = QUOTED.findall(template), ""
    for position, part in enumerate(SLOT.split(template)):
        if position % 2 == 0:
            written += re.escape(part)
        else:
            held = "[0-9]+" if part in NUMBERS else "[^`]*" if part in quoted else ".*?"
            written += f"(?P={part})" if part in seen else f"(?P<{part}>{held})"
            seen.add(part)
    return re.compile(written, re.DOTALL)
