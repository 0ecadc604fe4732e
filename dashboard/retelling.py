"""Sentences of the rooms to the left, finished in English, said in another language.

A problem with a row or a city's obstacle is written where it is found, with its values in it, and
may come out of a receipt that is years old. The template it was made from is looked for among the
catalogue's sentences of that kind, and the values are taken out of it again.
"""

import re
from functools import cache

from dashboard.catalogues import sentences
from dashboard.language import current

SLOT = re.compile(r"\{(\w+)\}")


def retell(sentence: str) -> str:
    """The sentence in the current language; as it is where no template fits."""
    told = sentences(current()).told
    if sentence in told:
        return told[sentence]
    for pattern, template in patterns(current()):
        found = pattern.fullmatch(sentence)
        if found:
            return told[template].format(**found.groupdict())
    return sentence


@cache
def patterns(language: str) -> list[tuple[re.Pattern[str], str]]:
    """The templates with slots, those with the most words of their own first."""
    templates = [each for each in sentences(language).told if SLOT.search(each)]
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
            written += f"(?P={part})" if part in seen else f"(?P<{part}>.*?)"
            seen.add(part)
    return re.compile(written, re.DOTALL)
