"""A matrix as a draft, so that other formats can be written from it word for word."""

from matrices.importing.draft import Draft, DraftIndicator, DraftStatement
from matrices.importing.findings import Place
from matrices.importing.promise_words import promise_words
from matrices.model import Matrix, Statement
from matrices.reading.city_file import MEASURED

_WORDS = {kind: words for words, kind in MEASURED.items() if kind != "not_yet"}
NOWHERE = Place(1)


def draft_of(matrix: Matrix, file: str, kind: str) -> Draft:
    """Everything the matrix says but its transcription note and its source, which stay at home."""
    return Draft(
        file=file,
        kind=kind,
        name=matrix.name,
        goal=matrix.goal or "",
        place=matrix.place,
        starts=str(matrix.starts or ""),
        horizons=tuple(matrix.horizons.items()),
        target_groups=tuple((group.key, group.name) for group in matrix.target_groups),
        statements=tuple(map(_statement, matrix.statements())),
    )


def _statement(statement: Statement) -> DraftStatement:
    return DraftStatement(
        text=statement.text,
        level=statement.level,
        place=NOWHERE,
        target_group=statement.target_group,
        key=statement.key,
        measured=_WORDS.get(statement.measured, ""),
        reason=statement.reason or "",
        headline=statement.headline,
        aligned_to=statement.aligned_to,
        transcription_note=statement.transcription_note or "",
        indicators=tuple(
            DraftIndicator(
                title=name,
                place=NOWHERE,
                identifier=name,
                promises=tuple(map(promise_words, versions)),
            )
            for name, versions in statement.promises.items()
        ),
    )
