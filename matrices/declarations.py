"""YAML files -> frozen models, or every problem with file, line and the nearest right word."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from matrices.model import Matrix
from matrices.problems import DeclarationProblem, DeclarationProblems, Slip, nearest
from matrices.reading.city_file import is_city_sentence, matrix_of
from matrices.reading.plain_words import slips_in
from matrices.yaml_source import YamlSource, read_source

__all__ = [
    "DeclarationProblem",
    "DeclarationProblems",
    "load_matrix",
    "nearest",
    "read_declaration",
    "validated",
]

Model = TypeVar("Model", bound=BaseModel)


def read_declaration(path: Path, model: type[Model], **given: object) -> Model:
    """The declaration in a file; `given` adds what the file does not say, such as its own name.

    Raises `DeclarationProblems` with all problems of the file.
    """
    return validated(read_source(path), model, **given)


def validated(source: YamlSource, model: type[Model], **given: object) -> Model:
    """The declaration in a file that has been read already; raises like `read_declaration`."""
    slips = [
        Slip(source.line_of((key,)), f"`{key}` follows from the file itself. Leave it out.")
        for key in given
        if key in source.data
    ]
    declared = None
    if source.is_whole:
        try:
            declared = model.model_validate({**source.data, **given})
        except ValidationError as error:
            slips += slips_in(error, model, source, given)
    if slips or source.slips or declared is None:
        raise source.problems(slips)
    return declared


def load_matrix(path: Path, city: str | None = None) -> Matrix:
    """The matrix in a city's file; raises `DeclarationProblems` with all problems of the file.

    The file's name is the city's identifier, unless another is given, as for an old version.
    """
    source = read_source(path, is_city_sentence)
    if not source.is_whole:
        raise source.problems()
    matrix, slips = matrix_of(source, city or path.stem)
    if slips or source.slips:
        raise source.problems(slips)
    return matrix
