"""How a sentence is written in a YAML file so that nothing of it is lost."""

from textwrap import wrap

from matrices.reading.text_losses import is_sentence
from matrices.reading.yaml_lines import quoted
from matrices.yaml_source import source_of

WIDTH = 100
"""Columns of a line, as in the files that come with the package."""
STEP = 2
"""Spaces by which an entry stands further in than its heading."""


def entry(heading: str, sentence: str, indent: int) -> list[str]:
    """`heading: sentence` on one line where it fits; else as a folded block below the heading."""
    words = " ".join(sentence.split())
    line = f"{' ' * indent}{heading}: {plain(words)}"
    if len(line) <= WIDTH:
        return [line]
    inner = " " * (indent + STEP)
    folded = wrap(words, WIDTH - len(inner), break_long_words=False, break_on_hyphens=False)
    return [f"{' ' * indent}{heading}: >", *(inner + part for part in folded)]


def plain(words: str) -> str:
    """The words as they are where YAML reads them back unchanged; in quotes where it does not."""
    return words if _is_read_back(words) else quoted(words)


def value(words: str) -> str:
    """A number, a day or a short reason: only what YAML would spoil is put in quotes."""
    return words if _is_read_back(words, sentence=False) else quoted(words)


def in_brackets(words: str) -> str:
    """The same inside `{...}`, where a comma or a bracket would end it."""
    return quoted(words) if set(words) & set(",[]{}") else value(words)


def _is_read_back(words: str, sentence: bool = True) -> bool:
    """Asked of the reader itself, so that the two can never disagree."""
    asked = is_sentence if sentence else lambda path: False
    source = source_of(f"name: {words}\n".encode(), "sentence", asked)
    return not source.slips and source.data.get("name") == words
