"""A part of a file as its reader walks through it, noting every problem and going on."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from matrices.problems import KeyPath, Slip, listed, nearest, shortened
from matrices.reading.plain_words import not_a_heading
from matrices.reading.text_losses import reads_as_text
from matrices.reading.yaml_lines import COLON, NUMBERED_LIST, is_numbered, quoted
from matrices.telling import told
from matrices.yaml_source import YamlSource

_IDENTIFIER = re.compile("[a-z][a-z0-9_]*")
_NOT_A_DAY = told("`{found}` is not a day. Write it as `2026-12-31`, `2026-12` or `2026`.")


class Findings:
    """Where problems are noted; the line is that of the deepest heading the file has."""

    def __init__(self, source: YamlSource) -> None:
        self.source = source
        self.slips: list[Slip] = []

    def say(self, path: KeyPath, text: str) -> None:
        self.slips.append(Slip(self.source.line_of(path), text))

    def say_missing(self, path: KeyPath, text: str) -> None:
        self.slips.append(Slip(self.source.line_of(path), text, is_absence=True))


class Entry:
    """What stands below a heading: more headings, each read as what it should be."""

    def __init__(self, data: object, path: KeyPath, findings: Findings) -> None:
        self.data: dict[str, object] = data if isinstance(data, dict) else {}
        self.path = path
        self.findings = findings
        self.is_readable = data is None or isinstance(data, dict)
        """False where no headings stand: then none is said to be missing."""

    def has(self, key: str) -> bool:
        return self.data.get(key) is not None

    def at(self, *keys: str) -> KeyPath:
        return (*self.path, *keys)

    def say(self, key: str, text: str) -> None:
        self.findings.say(self.at(key), f"{key}: {text}")

    def refuse_others(self, known: Iterable[str], of: str) -> None:
        """Notes every heading that is not one of those known."""
        known = list(known)
        for key in self.data:
            if key not in known:
                self.findings.say(self.at(key), not_a_heading(self.at(key), known, of))

    def needed(self, key: str, of: str) -> str:
        """A text that must be there; empty, and noted, where it is not."""
        if not self.is_readable:
            return ""
        if key not in self.data:
            self.findings.say_missing(self.path, f"`{key}` is missing in {of}.")
            return ""
        text = self.text(key) if self.has(key) else ""
        if text is not None and not text.strip():
            self.say(key, "nothing is written here.")
        return text or ""

    def text(self, key: str) -> str | None:
        """A text; None where there is none."""
        value = self.data.get(key)
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, dict):
            text = f"a text is expected, and the colon made a heading of it: {COLON}"
        else:
            text = "a text is expected, not a list."
        self.say(key, text)
        return None

    def day(self, key: str, read: Callable[[str], date | None]) -> date | None:
        text = self.text(key)
        day = read(text) if text is not None else None
        if text is not None and day is None:
            self.say(key, _NOT_A_DAY.format(found=text))
        return day

    def word(self, key: str, words: dict[str, str]) -> str | None:
        """What one of a few words stands for; None where nothing or nothing known is written."""
        text = self.text(key)
        if text is not None and text not in words:
            hint = nearest(text.replace("_", " "), words)
            self.say(key, f"`{shortened(text)}` is not one of {listed(words)}.{hint}")
        return words.get(text or "")

    def yes_no(self, key: str) -> bool:
        return self.word(key, {"yes": "yes", "true": "yes", "no": "", "false": ""}) == "yes"

    def entry(self, key: str) -> "Entry":
        """The headings below a heading; none, and noted, where something else is written."""
        entry = Entry(self.data.get(key), self.at(key), self.findings)
        if not entry.is_readable:
            self.say(key, "headings of its own are expected below it, indented further.")
        return entry

    def refuse_key(self, key: str, what: str) -> None:
        """Notes a key that cannot be an identifier."""
        if _IDENTIFIER.fullmatch(key) and reads_as_text(key):
            return
        self.findings.say(self.at(key), _not_a_key(key, self.data[key], what))


def items(value: object, path: KeyPath) -> Iterator[tuple[object, KeyPath]]:
    """The items of a list with their places; a single value stands for a list of one."""
    if not isinstance(value, list):
        yield value, path
        return
    for number, item in enumerate(value):
        yield item, (*path, number)


def _not_a_key(key: str, value: object, what: str) -> str:
    if is_numbered(key):
        return NUMBERED_LIST
    rule = "A key is made of small letters, digits and _, and begins with a letter."
    if " " in key and (isinstance(value, str) or value is None):
        sentence = shortened(f"{key}: {value}" if value else key)
        return f"{COLON} Give it a key: `some_key: {quoted(sentence)}`."
    if _IDENTIFIER.fullmatch(key):
        rule = "Other programs read it as yes or no, or as nothing. Choose a longer word."
    return f"`{shortened(key)}` cannot be the key of {what}. {rule}"
