"""Sentences of the rooms to the left, finished in English, said in another language.

A problem with a row or a city's obstacle is written where it is found, with its values in it, and
may come out of a receipt that is years old. The template it was made from is looked for among the
catalogue's sentences of that kind, and the values are taken out of it again.
"""

import re
from functools import cache

from dashboard.catalogues import sentences
from dashboard.language import current
from ingest.reading.file_problems import FileProblems
from ingest.reading.recognition import OFFER
from matrices.telling import told

WORDS = re.compile(r"[^\W\d_]{2}")
"""A template without any of its own, such as `{found}.`, would fit everything."""
SLOT = re.compile(r"\{(\w+)\}")


NUMBERS = frozenset({"row", "count"})
"""Slots that hold digits alone, so that what stands behind a place is not taken for its row."""
SENTENCE_AFTER_SENTENCE = re.compile(r"(?<=\.) (?=`)")
"""A row may have several problems; each begins with the name of a column."""

WRITTEN_IN_SQL = (
    told("{file} row {row}"),
    told("{file} line {row}"),
    told("{file} row {row}, which was taken"),
    told("it has {cells} cells where there are {headings} headings"),
    told(" Did you mean `{near}`?"),
    told("{words}. Did you mean `{near}`?"),
    told("one of {words}"),
    told("whole number that can be told for certain. Write it as 1234"),
)
"""Places of rows, and what is said in the slots of problems: put together by the warehouse."""


def retell(sentence: str) -> str:
    """The sentence in the current language; as it is where no template fits."""
    if sentences(current()).is_empty:
        return sentence
    return _behind_its_place(sentence) or _retold(sentence) or sentence


def retold_problem(problem: Exception) -> list[str]:
    """What stands in the way of taking files in, a line each."""
    if isinstance(problem, FileProblems):
        return [f"{each.file}: {_with_its_advice(each.text)}" for each in problem.problems]
    return [retell(line) for line in str(problem).splitlines()]


def _with_its_advice(text: str) -> str:
    found = text.removesuffix(f" {OFFER}")
    return retell(found) if found == text else f"{retell(found)} {retell(OFFER)}"


def _retold(sentence: str) -> str | None:
    known = sentences(current()).told
    if sentence in known:
        return known[sentence]
    for pattern, template in patterns(current()):
        found = pattern.fullmatch(sentence)
        if found:
            values = {name: _retold(value) or value for name, value in found.groupdict().items()}
            return known[template].format(**values)
    return None


def _behind_its_place(sentence: str) -> str | None:
    """`activities.csv row 5: …`, perhaps with several sentences behind the colon."""
    place, colon, rest = sentence.partition(": ")
    where = _retold(place)
    if not colon or where is None:
        return None
    told_of = [_retold(each) or each for each in SENTENCE_AFTER_SENTENCE.split(rest)]
    return f"{where}: {' '.join(told_of)}"


@cache
def patterns(language: str) -> list[tuple[re.Pattern[str], str]]:
    """The templates with slots, those with the most words of their own first."""
    known = sentences(language).told
    templates = [each for each in known if SLOT.search(each) and WORDS.search(SLOT.sub("", each))]
    templates.sort(key=lambda each: len(SLOT.sub("", each)), reverse=True)
    return [(_pattern(each), each) for each in templates]


def _pattern(template: str) -> re.Pattern[str]:
    """A slot that comes again holds the same again."""
    seen: set[str] = set()
    written = ""
    for position, part in enumerate(SLOT.split(template)):
        if position % 2 == 0:
            written += re.escape(part)
        else:
            held = "[0-9]+" if part in NUMBERS else ".*?"
            written += f"(?P={part})" if part in seen else f"(?P<{part}>{held})"
            seen.add(part)
    return re.compile(written, re.DOTALL)
