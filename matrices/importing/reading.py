"""The front door: any file with a results framework -> the text of a city file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from matrices.importing.draft import Draft
from matrices.importing.findings import ImportProblem, ImportProblems, Place
from matrices.importing.iati.activity import read_iati
from matrices.importing.logframe.workbook import read_logframe
from matrices.importing.matching import KnownIndicator, matched
from matrices.importing.matrix_text import matrix_text
from matrices.problems import DeclarationProblems, nearest
from matrices.reading.city_file import is_city_sentence, matrix_of
from matrices.yaml_source import source_of

_READERS = {
    ".xml": read_iati,
    ".xlsx": read_logframe,
    ".xlsm": read_logframe,
    ".xls": read_logframe,
}
WHOLE_FILE = Place(1)
"""A place without a label: the file as a whole."""


@dataclass(frozen=True)
class Imported:
    """A city file, not written yet, and what was understood."""

    text: str
    draft: Draft


def read_framework(path: Path, part: str = "") -> Draft:
    """What a file says: an IATI file by its activity, a workbook by its sheet.

    `part` names the one to read where there are several. Raises `ImportProblems`.
    """
    reader = _READERS.get(path.suffix.casefold())
    if reader is None:
        kinds = ", ".join(_READERS)
        text = f"`{path.suffix}` is no kind of file that can be imported. Take one of {kinds}."
        raise ImportProblems([ImportProblem(path.name, WHOLE_FILE, text)])
    return reader(path, part)


def imported(
    draft: Draft, known: Mapping[str, KnownIndicator], place: str, places: Mapping[str, object]
) -> Imported:
    """The city file that a draft comes to in a home with these indicators and places.

    `place` stands before what the file itself says; without either there is no place, and that is
    a problem. What is returned has been read back as `impact check` would read it.
    """
    settled = replace(matched(draft, known), place=_settled(draft, place, places))
    text = matrix_text(settled)
    _check(draft.file, text)
    return Imported(text, settled)


def _settled(draft: Draft, place: str, places: Mapping[str, object]) -> str:
    wanted = place or draft.place
    if wanted in places:
        return wanted
    if wanted:
        text = f"`{wanted}` is not a place in places.yaml.{nearest(wanted, places)}"
    else:
        text = "the file does not say which place of places.yaml it is about. Name it with --place."
    raise ImportProblems([ImportProblem(draft.file, WHOLE_FILE, text)])


def _check(file: str, text: str) -> None:
    """Refuses a file that could not be read back: a promise that contradicts itself."""
    source = source_of(text.encode(), file, is_city_sentence)
    _, slips = matrix_of(source, "matrix")
    if source.slips or slips:
        raise DeclarationProblems(source.problems(slips).problems)
