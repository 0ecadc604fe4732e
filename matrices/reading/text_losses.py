"""The ways in which YAML takes part of a sentence away without a word, each refused."""

import re
from collections.abc import Callable, Iterator

import yaml

from matrices.problems import KeyPath, Slip
from matrices.reading.yaml_lines import (
    CUT,
    NUMBERED_LIST,
    in_quotes,
    is_bulleted,
    is_numbered,
    parts,
)
from matrices.reading.yaml_tree import Scalar

IsSentence = Callable[[KeyPath], bool]
"""Whether what stands at a place is a sentence, so that a remark behind it may be part of it."""

SENTENCE_KEYS = frozenset(
    {
        "name",
        "goal",
        "text",
        "note",
        "notes",
        "reason",
        "transcription_note",
        "title",
        "description",
        "question",
        "why_it_matters",
        "caveats",
        "synonyms",
        "labels",
    }
)
_WORDS_OF_A_SENTENCE = 4
"""So many words are a sentence wherever they stand; short forms such as `at least 10` have fewer."""
_OTHER_READINGS = {
    "int": "a number",
    "float": "a number",
    "bool": "yes or no",
    "timestamp": "a day",
}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def is_sentence(path: KeyPath) -> bool:
    """True below the headings under which people write sentences, in any declaration."""
    keys = [part for part in path if isinstance(part, str)]
    return bool(keys) and keys[-1] in SENTENCE_KEYS


def losses(
    scalars: list[Scalar], lines: list[str], is_a_sentence: IsSentence = is_sentence
) -> Iterator[Slip]:
    """What would be lost or misread, text by text."""
    for scalar in scalars:
        yield from _of_one(scalar, lines, is_a_sentence(scalar.path))


def _of_one(scalar: Scalar, lines: list[str], is_a_sentence: bool) -> Iterator[Slip]:
    line = scalar.first + 1
    if scalar.style is None and _is_cut(scalar, lines, is_a_sentence):
        yield Slip(line, in_quotes(CUT, _as_written(scalar, lines)))
    if scalar.style != "|" and _runs_together(scalar, lines):
        yield Slip(line, NUMBERED_LIST)
    if scalar.style is None and is_a_sentence and (reading := _other_reading(scalar.value)):
        advice = f"Put it in quotes if it is the text itself: `'{scalar.value}'`."
        yield Slip(
            line, f"`{scalar.value}` reads as {reading}, where a sentence is expected. {advice}"
        )
    if scalar.style in ("'", '"') and _runs_on(scalar, lines):
        yield Slip(line, in_quotes("the quote that opens here closes lines below.", scalar.value))
    if _UNPRINTABLE.search(scalar.value):
        yield Slip(line, "a sign that cannot be printed stands in this text. Leave it out.")


def _is_cut(scalar: Scalar, lines: list[str], is_a_sentence: bool) -> bool:
    words = [word for word in scalar.value.split() if any(sign.isalpha() for sign in word)]
    if not is_a_sentence and len(words) < _WORDS_OF_A_SENTENCE:
        return False
    if lines[scalar.last][scalar.end_column :].lstrip().startswith("#"):
        return True
    return bool(scalar.value) and _is_remark_inside(lines, scalar.last + 1, scalar.indent)


def _is_remark_inside(lines: list[str], number: int, indent: int) -> bool:
    """Whether the line is a remark that is indented as if it went on with the sentence above."""
    line = lines[number] if number < len(lines) else ""
    return line.lstrip().startswith("#") and len(line) - len(line.lstrip()) > indent


def _as_written(scalar: Scalar, lines: list[str]) -> str:
    """The sentence with what was cut from it."""
    first = parts(lines[scalar.first]).value
    if first.startswith(("{", "[")):
        return scalar.value
    is_longer = _is_remark_inside(lines, scalar.last + 1, scalar.indent)
    rest = lines[scalar.first + 1 : scalar.last + 1 + is_longer]
    return " ".join([first, *(line.strip() for line in rest)])


def _runs_together(scalar: Scalar, lines: list[str]) -> bool:
    """Whether the items of a list, on lines of their own, would become one sentence."""
    if scalar.last == scalar.first:
        return False
    written = [parts(lines[scalar.first]).value, *lines[scalar.first + 1 : scalar.last + 1]]
    if scalar.style == ">":
        written = lines[scalar.first + 1 : scalar.last]
    paragraphs = "\n".join(line.strip().lstrip("'\"") for line in written).split("\n\n")
    return any(_has_items(paragraph.split("\n")) for paragraph in paragraphs)


def _has_items(lines: list[str]) -> bool:
    return sum(map(is_numbered, lines)) > 1 or sum(map(is_bulleted, lines)) > 1


def _runs_on(scalar: Scalar, lines: list[str]) -> bool:
    """Whether a quoted text goes on over lines that stand no deeper than its own heading."""
    further = [line for line in lines[scalar.first + 1 : scalar.last + 1] if line.strip()]
    return any(len(line) - len(line.lstrip(" ")) <= scalar.indent for line in further)


def _other_reading(value: str) -> str | None:
    """What other readers of YAML make of the text, where they do not take it for a text."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, value, (True, False))
    return _OTHER_READINGS.get(tag.rpartition(":")[2])


_RESOLVER = yaml.resolver.Resolver()


def reads_as_text(word: str) -> bool:
    """False for `no`, `2024` and the like, which other readers of YAML take for something else."""
    return _RESOLVER.resolve(yaml.ScalarNode, word, (True, False)).endswith(":str")
