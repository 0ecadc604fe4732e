"""Badges made for tests: small, whole, signed where asked, and baked into pictures."""

import base64
import json
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from ingest.open_badges.delivery import Delivery, Verdict
from ingest.open_badges.documents import documents_in
from ingest.open_badges.keys import Keys

ISSUER = {
    "id": "https://library.example/issuer.json",
    "type": "Issuer",
    "name": "City Library",
    "url": "https://library.example",
    "email": "badges@library.example",
}
BADGE_CLASS = {
    "id": "https://library.example/robots.json",
    "type": "BadgeClass",
    "name": "Robots",
    "criteria": {"narrative": "Build one."},
    "issuer": ISSUER,
    "alignment": [
        {"targetName": "Critical thinking", "targetUrl": "https://example.eu/skills/L2"},
        {"targetName": "Soldering"},
    ],
}
SIGNER = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
"""A key that anybody can have: it signs badges in tests alone."""


def assertion(**changed: Any) -> dict[str, Any]:
    """An award of Open Badges 2.0; a part that is None is left out."""
    whole = {
        "@context": "https://w3id.org/openbadges/v2",
        "id": "https://library.example/awards/1.json",
        "type": "Assertion",
        "recipient": {"type": "email", "hashed": False, "identity": "anna@example.org"},
        "badge": BADGE_CLASS,
        "issuedOn": "2024-05-04T10:00:00+02:00",
        "verification": {"type": "hosted"},
    }
    return _changed(whole, changed)


def credential(**changed: Any) -> dict[str, Any]:
    """An award of Open Badges 3.0; a part that is None is left out."""
    whole = {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "urn:uuid:11111111-1111-4111-8111-111111111111",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": "https://library.example", "type": ["Profile"], "name": "City Library"},
        "validFrom": "2024-05-04T10:00:00Z",
        "credentialSubject": {
            "id": "mailto:anna@example.org",
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "https://library.example/robots",
                "type": ["Achievement"],
                "achievementType": "Course",
                "name": "Robots",
                "criteria": {"narrative": "Build one."},
                "alignment": [{"type": ["Alignment"], "targetName": "Critical thinking"}],
            },
        },
    }
    return _changed(whole, changed)


def _changed(whole: dict[str, Any], changed: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in (whole | dict(changed)).items() if value is not None}


def encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def signed(payload: Any, key: Ed25519PrivateKey = SIGNER, **header: Any) -> str:
    """A compact JWT; the key stands in its header unless the header says otherwise."""
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    jwk = {"kty": "OKP", "crv": "Ed25519", "x": encoded(raw)}
    head = {"alg": "EdDSA", "jwk": jwk} | header
    head = {name: value for name, value in head.items() if value is not None}
    text = f"{encoded(json.dumps(head).encode())}.{encoded(json.dumps(payload).encode())}"
    return f"{text}.{encoded(key.sign(text.encode()))}"


def baked_png(text: str, chunk: bytes = b"iTXt", keyword: bytes = b"openbadges") -> bytes:
    """The smallest picture with a badge in it."""
    content = text.encode()
    bodies = {
        b"tEXt": keyword + b"\0" + content,
        b"zTXt": keyword + b"\0\0" + zlib.compress(content),
        b"iTXt": keyword + b"\0\0\0\0\0" + content,
        b"packed": keyword + b"\0\1\0\0\0" + zlib.compress(content),
    }
    kind = b"iTXt" if chunk == b"packed" else chunk
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(kind, bodies[chunk]) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def baked_svg(text: str) -> bytes:
    inside = text.replace("]]>", "]]]]><![CDATA[>")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org">'
        f"<openbadges:assertion><![CDATA[{inside}]]></openbadges:assertion></svg>"
    ).encode()


def judged(*contents: Any, keys: Keys | None = None) -> list[Verdict]:
    """What becomes of files: objects, texts or bytes, all of one delivery."""
    documents = [
        document
        for number, content in enumerate(contents, 1)
        for document in documents_in(f"{number}.json", _bytes(content))
    ]
    return list(Delivery(documents, keys or Keys()).verdicts())


def faults(*contents: Any) -> list[str]:
    """The problems of files as codes and sentences."""
    found = (fault for verdict in judged(*contents) for fault in verdict.faults)
    return [f"{fault.problem.code}: {fault}" for fault in found]


def written(folder: Path, files: Mapping[str, Any]) -> Path:
    """A folder with these files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_bytes(content))
    return folder


def _bytes(content: Any) -> bytes:
    if isinstance(content, bytes):
        return content
    return content.encode() if isinstance(content, str) else json.dumps(content).encode()
