"""Objects of the product as JSON, for machines."""

import json
from typing import Any

from pydantic import TypeAdapter

from metrics.catalogue import Catalogue


def to_json(value: object) -> str:
    """Any frozen object of the product, with all its fields."""
    return TypeAdapter(type(value)).dump_json(value, indent=1).decode()


def catalogue_json(catalogue: Catalogue | None, problems: list[dict[str, Any]]) -> str:
    """The problems, and every statement with how it is measured and what it promises."""
    statements = _statements(catalogue) if catalogue else []
    return json.dumps({"problems": problems, "statements": statements}, indent=1, default=str)


def _statements(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [
        statement.model_dump(mode="json")
        for matrix in catalogue.matrices.values()
        for statement in matrix.statements()
    ]
