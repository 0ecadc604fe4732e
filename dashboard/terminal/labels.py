"""What `impact labels` says: labels that nobody has filed, and what was filed."""

from collections.abc import Sequence

from pydantic import TypeAdapter

from ingest.labels import UnknownLabel, file_label
from ingest.ledger import LoadProblem
from matrices.home import Home


def label_lines(labels: Sequence[UnknownLabel]) -> list[str]:
    """A label a line with how often it is used, and the nearest known skills below it."""
    if not labels:
        return ["Every skill label is filed, as a spelling of a skill or as ignored."]
    lines = [line for label in labels for line in _lines(label)]
    return [
        "Labels that no framework knows and nobody has filed, the most frequent first:",
        *lines,
        "",
        'File one: impact labels --file "LABEL=framework:code", or impact labels --ignore "LABEL"',
    ]


def labels_json(labels: Sequence[UnknownLabel]) -> str:
    """The same for machines."""
    return TypeAdapter(list[UnknownLabel]).dump_json(list(labels), indent=1).decode()


def filed_lines(home: Home, synonyms: Sequence[str], ignored: Sequence[str]) -> list[str]:
    """Files the labels, says where, and from when figures change.

    Raises `LoadProblem` at the first that cannot be filed; those before it are.
    """
    pairs = [*map(_pair, synonyms), *((label, None) for label in ignored)]
    lines = [_filed(home, label, skill) for label, skill in pairs]
    return [*lines, "Figures change at the next `impact publish` or load."]


def _filed(home: Home, label: str, skill: str | None) -> str:
    path = file_label(home, label, skill)
    return f"{path}: `{label}` is {f'another word for {skill}' if skill else 'ignored'}."


def _pair(written: str) -> tuple[str, str]:
    label, equals, skill = written.rpartition("=")
    if not equals:
        raise LoadProblem(f"`{written}` does not say which skill: write label=framework:code.")
    return label.strip(), skill.strip()


def _lines(label: UnknownLabel) -> list[str]:
    used = ", ".join(f"{rows:,} {table.replace('_', ' ')}" for table, rows in label.uses.items())
    near = [f"{each.skill} {each.name}" for each in label.nearest]
    return [f"{label.total:>8,}  {label.label} ({used})", *(f"          near: {n}" for n in near)]
