"""What translators have to translate: every sentence in the code, gathered into the catalogues.

`make sentences` brings the catalogues up to date that somebody works on; `make sentences LANGUAGE=it`
begins one. What is translated stays; a sentence that is gone from the code goes from the catalogue.
"""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

import ingest
import matrices
import metrics
from dashboard.catalogues import ENGLISH, LOCALE, TOLD, catalog, languages
from ingest.problems import PROBLEMS
from metrics.asking.open_tables import open_sentences
from metrics.counting.tallied import TALLIED

ROOMS = [Path(room.__file__).parent for room in (matrices, ingest, metrics)]
DASHBOARD = Path(__file__).parent

SAID = {"say": 0, "mark": 0, "say_n": 0, "mark_n": 0, "counted": 1, TOLD: 0}
"""The functions that sentences are handed to, and at which place the sentence stands."""
WITH_PLURAL = frozenset({"say_n", "mark_n", "counted"})
"""Here the plural stands at the next place."""

WIDTH = 100
CHANGING = ("Report-", "POT-", "PO-", "Last-", "Language-Team", "Generated-By")
"""Beginnings of the lines of a head that would differ with every run and every machine."""


def gathered() -> Catalog:
    """Every sentence of the code, in the order of the files; none is translated."""
    found = Catalog(charset="utf-8")
    for path in sorted(path for room in (*ROOMS, DASHBOARD) for path in room.rglob("*.py")):
        for name, words in _calls(path):
            place = path.relative_to(DASHBOARD.parent).as_posix()
            context = TOLD if name == TOLD else None
            found.add(
                words if len(words) > 1 else words[0], locations=[(place, 0)], context=context
            )
    for sentence in _of_problems():
        found.add(sentence, locations=[("ingest/problems.py", 0)], context=TOLD)
    for sentence in (*_of_days(), *open_sentences()):
        found.add(sentence, locations=[("ingest/records.py", 0)])
    return found


def renew(path: Path, template: Catalog) -> Catalog:
    """The catalogue in this file with exactly the sentences of the template."""
    known = catalog(path)
    known.update(template, no_fuzzy_matching=True)
    known.obsolete.clear()
    return known


def save(found: Catalog, path: Path) -> None:
    written = io.BytesIO()
    write_po(written, found, width=WIDTH, no_location=True, ignore_obsolete=True)
    lines = written.getvalue().decode("utf-8").splitlines(keepends=True)
    beginnings = tuple(f'"{each}' for each in CHANGING)
    kept = [line for line in lines if not line.startswith(beginnings)]
    path.write_text("".join(kept).lstrip(), encoding="utf-8")


def main(wanted: list[str]) -> None:
    template = gathered()
    for language in wanted or begun():
        path = LOCALE / f"{language}.po"
        save(renew(path, template), path)


def begun() -> list[str]:
    """The languages whose catalogue is more than a head."""
    others = [language for language in languages() if language != ENGLISH]
    return [language for language in others if len(catalog(LOCALE / f"{language}.po"))]


def _calls(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each call of a function that says something, with the words that are written out in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            words = _words(node.func.id, node.args)
            if words:
                yield node.func.id, words


def _words(name: str, arguments: list[ast.expr]) -> tuple[str, ...]:
    if name not in SAID:
        return ()
    first = SAID[name]
    wanted = arguments[first : first + (2 if name in WITH_PLURAL else 1)]
    words = (each.value for each in wanted if isinstance(each, ast.Constant))
    return tuple(word for word in words if isinstance(word, str))


def _of_problems() -> Iterator[str]:
    """The catalogue of problems writes its sentences in SQL, from the same templates."""
    for problem in PROBLEMS.values():
        yield from (problem.title, problem.template, problem.advice)


def _of_days() -> Iterator[str]:
    """What dates a figure is told in the sentence of its column."""
    for record in TALLIED.values():
        for column in record.columns():
            if column.kind.name == "day" or column.name == "period":
                yield column.sentence


if __name__ == "__main__":
    main(sys.argv[1:])
