"""Telling the platform's answers from other JSON, and what the platform said went wrong."""

import re
from collections.abc import Iterator

from ingest.checking.personal import without_emails_in
from ingest.platform_json.fields import fields
from ingest.platform_json.values import plain
from ingest.reading.json_file import UnreadableJson
from matrices.telling import told

_MOST_SHOWN = 120


def is_answer(document: object) -> bool:
    """Whether it is one of the platform's answers, or a list of them."""
    documents = document if isinstance(document, list) else [document]
    return bool(documents) and all(
        isinstance(each, dict) and ("data" in each or "errors" in each or _is_bare(each))
        for each in documents
    )


def _is_bare(document: dict[str, object]) -> bool:
    """Saved without `data` around it: then what it is shows by a page or by its only name."""
    known = [value for name, value in document.items() if name in fields().roots]
    is_page = any(isinstance(value, dict) and "list" in value for value in known)
    return is_page or (len(known) == len(document) == 1 and isinstance(known[0], dict))


def roots(document: object) -> Iterator[tuple[str, object]]:
    """What was asked for, by name; raises `UnreadableJson` where there is nothing but errors."""
    for answer in document if isinstance(document, list) else [document]:
        data = answer.get("data", answer if "errors" not in answer else None)
        if not isinstance(data, dict) or not any(data.values()):
            _refuse_failure(answer)
        if isinstance(data, dict):
            yield from data.items()


def errors_in(document: object) -> list[str]:
    """The platform's own words about what it could not answer, without addresses in them."""
    answers = document if isinstance(document, list) else [document]
    found = [error for answer in answers for error in _listed(answer.get("errors"))]
    return list(dict.fromkeys(_words(error) for error in found))


def _refuse_failure(answer: dict[str, object]) -> None:
    errors = errors_in(answer)
    if errors:
        raise UnreadableJson(
            told(
                "The platform answered with an error and no data: {error} Fetch it again.",
                error=errors[0],
            )
        )
    if "data" in answer and not isinstance(answer["data"], dict):
        raise UnreadableJson(told("`data` is empty: the platform gave no answer. Fetch it again."))


def _listed(errors: object) -> list[object]:
    return errors if isinstance(errors, list) else [errors] if errors else []


def _words(error: object) -> str:
    message = plain(error.get("message")) if isinstance(error, dict) else plain(error)
    text = re.sub(r"\s+", " ", without_emails_in(message or told("no reason given")))
    return f"`{text[:_MOST_SHOWN]}`."
