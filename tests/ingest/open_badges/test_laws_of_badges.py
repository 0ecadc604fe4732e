"""What holds for every badge, and for every text that claims to be one."""

import json
import string
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as some

from ingest.open_badges.canonical_json import NotCanonical, canonical_json
from ingest.open_badges.delivery import Delivery
from ingest.open_badges.documents import documents_in
from tests.ingest.open_badges.making import (
    assertion,
    baked_png,
    baked_svg,
    credential,
    judged,
    signed,
)

texts = some.text(max_size=30)
words = some.sampled_from(
    [
        "@context",
        "id",
        "type",
        "badge",
        "recipient",
        "identity",
        "hashed",
        "salt",
        "issuedOn",
        "issued_on",
        "expires",
        "verify",
        "uid",
        "issuer",
        "name",
        "credentialSubject",
        "achievement",
        "alignment",
        "verifiableCredential",
        "proof",
        "validFrom",
        "verification",
        "startsWith",
        "revocationList",
        "revokedAssertions",
        "publicKey",
        "vc",
        "identifier",
    ]
)
values = some.recursive(
    some.none()
    | some.booleans()
    | some.integers()
    | some.floats(allow_nan=False, allow_infinity=False)
    | texts
    | some.sampled_from(["Assertion", "OpenBadgeCredential", "ClrCredential", "BadgeClass"]),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(words, inner, max_size=5),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None)
@given(values)
def test_no_json_makes_it_fail(value: object):
    judged(json.dumps(value))


@settings(max_examples=100, deadline=None)
@given(some.dictionaries(words, values, max_size=4), some.booleans())
def test_no_part_of_a_badge_makes_it_fail(parts: dict[str, object], is_new: bool):
    whole = (credential if is_new else assertion)()
    for verdict in judged(whole | parts):
        assert verdict.faults or verdict.award or verdict.badge or verdict.document.kind


@settings(max_examples=60, deadline=None)
@given(some.binary(max_size=200), some.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"<svg", b"{"]))
def test_no_bytes_make_it_fail(content: bytes, start: bytes):
    documents = documents_in("x", start + content)
    assert len(list(Delivery(documents).verdicts())) >= 1


@settings(max_examples=40, deadline=None)
@given(
    some.text(string.printable, min_size=1, max_size=40).filter(str.strip),
    some.emails(),
    some.sampled_from([b"iTXt", b"packed", b"tEXt", b"zTXt"]),
)
def test_an_award_survives_being_baked(name: str, email: str, chunk: bytes):
    person = {"type": "email", "hashed": False, "identity": email}
    badge = {"name": name, "issuer": "https://x.example", "type": "BadgeClass"}
    text = json.dumps(assertion(recipient=person, badge=badge))
    found = {
        judged(wrapped)[0].award
        for wrapped in (text, baked_png(text, chunk), baked_svg(text), signed(json.loads(text)))
    }
    assert len(found) == 1


@settings(max_examples=50, deadline=None)
@given(some.dictionaries(texts, values, max_size=4))
def test_canonical_json_says_the_same_in_any_order(value: dict[str, object]):
    turned = dict(reversed(value.items()))
    with suppress(NotCanonical):  # of numbers beyond those of JavaScript
        assert canonical_json(value) == canonical_json(turned)
