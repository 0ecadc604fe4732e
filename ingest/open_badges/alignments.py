"""The skills that a badge is aligned to, each as `uri|label` or a label alone."""

from collections.abc import Iterator
from typing import Any

from ingest.open_badges.parts import as_list, text_of

SEPARATOR = "¦"
"""Between labels; labels in badges hold commas and semicolons of their own."""


def skills_of(node: dict[str, Any]) -> str:
    """From `alignment`, and from the competency extension of Open Badges 2.0."""
    return SEPARATOR.join(dict.fromkeys(entry for entry in _entries(node) if entry))


def _entries(node: dict[str, Any]) -> Iterator[str]:
    for each in as_list(node.get("alignment", node.get("alignments"))):
        if isinstance(each, dict):
            label = each.get("targetName", each.get("name"))
            address = each.get("targetUrl", each.get("url")) or each.get("targetCode")
            yield _entry(text_of(label), text_of(address))
        elif isinstance(each, str):
            yield _entry("", each)
    for name in ("extensions:Competency", "extensions:CompetencyExtension"):
        for each in as_list(node.get(name)):
            if isinstance(each, dict):
                address = text_of(each.get("framework_identifier"))
                yield _entry(text_of(each.get("name")), address)


def _entry(label: str, address: str) -> str:
    label = label.replace("|", "/").replace(SEPARATOR, "/")
    address = address.replace("|", "%7C").replace(SEPARATOR, "%A6")
    return f"{address}|{label}" if address and label else address or label
