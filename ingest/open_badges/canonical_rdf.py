"""Canonical RDF (RDFC-1.0, as URDNA2015): the text over which most proofs in badges are signed.

What a badge says depends on the contexts it refers to. Those of Open Badges lie in `contexts/`; a
badge with another one, with parts that no context explains, or so entangled that putting it in
order would take for ever has no canonical form here. Nothing is ever fetched.
"""

import json
from functools import cache
from math import factorial
from pathlib import Path
from typing import Any

import yaml

from ingest.open_badges.canonical_json import NotCanonical
from ingest.open_badges.parts import as_list
from ingest.reading.json_depth import is_too_much

_FOLDER = Path(__file__).parent / "contexts"
MOST_ORDERS = 20_000
"""So many orders of nodes that cannot be told apart by themselves are looked at: a second or two."""


MOST_VALUES = 20_000
"""So many values are put in order, contexts that are written out in the badge among them."""
MOST_CONTEXTS = 30
"""Each takes some milliseconds, and may be named again and again."""


def canonical_rdf(value: dict[str, Any]) -> bytes:
    """Raises `NotCanonical`."""
    from pyld.jsonld import JsonLdError, expand, to_rdf  # a tenth of a second that few loads need

    if is_too_much(value, MOST_VALUES) or len(as_list(value.get("@context"))) > MOST_CONTEXTS:
        raise NotCanonical
    options = {"documentLoader": _given}
    try:
        expanded = expand(value, options, on_property_dropped=_refuse)
        return _in_order(to_rdf(expanded, options))
    except (JsonLdError, KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise NotCanonical from error


def contexts_are_frozen(value: dict[str, Any]) -> bool:
    """Whether what the value says cannot have been something else on another day."""
    contexts = as_list(value.get("@context"))
    return all(isinstance(each, dict) or _index()[each]["frozen"] for each in contexts)


@cache
def _index() -> dict[str, dict[str, Any]]:
    return yaml.safe_load((_FOLDER / "index.yaml").read_text(encoding="utf-8"))


@cache
def _context(address: str) -> dict[str, Any]:
    file = _index()[address]["file"]
    return json.loads((_FOLDER / file).read_text(encoding="utf-8"))


def _given(address: str, options: dict[str, Any]) -> dict[str, Any]:
    """A context as the library asks for it: one that is not at hand does not exist."""
    if address not in _index():
        raise NotCanonical
    return {"contextUrl": None, "documentUrl": address, "document": _context(address)}


def _refuse(name: str | None) -> None:
    """A part that no context explains would be signed by nobody."""
    raise NotCanonical


def _in_order(dataset: dict[str, Any]) -> bytes:
    from pyld.canon import URDNA2015

    class Bounded(URDNA2015):
        """The algorithm looks at every order of nodes that are alike; a dozen of them have more
        orders than there is time."""

        orders = 0

        def create_hash_to_related(self, node: str, issuer: Any) -> dict[str, list[str]]:
            related = super().create_hash_to_related(node, issuer)
            self.orders += sum(factorial(min(len(alike), 20)) for alike in related.values())
            if self.orders > MOST_ORDERS:
                raise NotCanonical
            return related

    return Bounded().main(dataset, {"format": "application/n-quads"}).encode()
