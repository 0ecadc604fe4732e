"""Lists of revoked badges that are delivered beside the badges."""

import gzip
from typing import Any

import pytest

from ingest.open_badges.delivery import notes_on
from tests.ingest.open_badges.making import assertion, credential, encoded, faults, judged, signed

ADDRESS = "https://library.example/status/3"


def bits(*places: int, length: int = 131_072) -> str:
    """That many bits, the least that the specification allows, with these set; packed."""
    found = bytearray(length // 8)
    for place in places:
        found[place // 8] |= 0x80 >> place % 8  # the first bit is the highest of the first byte
    return "u" + encoded(gzip.compress(bytes(found)))


def status_list(encoded_list: Any, purpose: str = "revocation", **changed: Any) -> dict[str, Any]:
    return {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": ADDRESS,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": "https://library.example",
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {
            "id": f"{ADDRESS}#list",
            "type": "BitstringStatusList",
            "statusPurpose": purpose,
            "encodedList": encoded_list,
        },
    } | changed


def badge(place: Any, purpose: str = "revocation") -> dict[str, Any]:
    return credential(
        credentialStatus={
            "id": f"{ADDRESS}#{place}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": purpose,
            "statusListIndex": place,
            "statusListCredential": ADDRESS,
        }
    )


def is_revoked(*contents: Any) -> str:
    """What the first file becomes: "yes" or nothing."""
    award = judged(*contents)[0].award
    assert award
    return award.is_revoked


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("94567", "yes"),
        (94567, "yes"),  # some write the number bare
        ("94566", ""),
        ("94568", ""),
        ("0", "yes"),
        ("131071", "yes"),  # the last bit of all
        ("131072", ""),  # beyond the end
        ("-1", ""),
        ("many", ""),
        ("\u0663", ""),  # an Arabic three is no digit of JSON
        (None, ""),
    ],
)
def test_a_set_bit_means_revoked(place: Any, expected: str):
    assert is_revoked(badge(place), status_list(bits(0, 94567, 131071))) == expected


def test_a_suspended_badge_does_not_hold_either():
    assert is_revoked(badge("5", "suspension"), status_list(bits(5), "suspension")) == "yes"


def test_a_list_for_another_purpose_revokes_nothing():
    assert is_revoked(badge("5"), status_list(bits(5), "suspension")) == ""
    assert is_revoked(badge("5", "message"), status_list(bits(5), "message")) == ""


def test_one_list_may_serve_several_purposes():
    both = status_list(bits(5), ["revocation", "suspension"])
    assert is_revoked(badge("5"), both) == "yes"


def test_the_forerunner_of_2021_is_read():
    subject = {
        "type": "StatusList2021",
        "statusPurpose": "revocation",
        "encodedList": bits(7)[1:],  # without the sign of multibase
    }
    listed = status_list("", type=["VerifiableCredential", "StatusList2021Credential"])
    entry = badge("7")["credentialStatus"] | {"type": "StatusList2021Entry"}
    award = credential(credentialStatus=entry)
    assert is_revoked(award, listed | {"credentialSubject": subject}) == "yes"


def test_a_list_may_come_as_signed_text():
    assert is_revoked(badge("5"), signed(status_list(bits(5)))) == "yes"


def test_a_list_that_is_signed_wrongly_revokes_nothing_and_is_refused():
    head, body, _ = signed(status_list(bits(5))).split(".")
    forged = ".".join((head, body, encoded(b"x" * 64)))
    assert is_revoked(badge("5"), forged) == ""
    assert [fault.split(":")[0] for fault in faults(badge("5"), forged)] == ["broken-signature"]


def test_a_list_of_1edtech_names_credentials():
    award = credential(credentialStatus={"id": ADDRESS, "type": "1EdTechRevocationList"})
    listed = {"id": ADDRESS, "issuer": "https://library.example"}
    revoked = {"revokedCredential": [{"id": award["id"], "revoked": True}]}
    held = {"revokedCredential": [{"id": award["id"], "revoked": False}]}
    assert is_revoked(award, listed | revoked) == "yes"
    assert is_revoked(award, listed | held) == ""


def test_a_list_of_2_0_is_found_through_the_issuer():
    issuer = {"id": "https://library.example/i.json", "type": "Issuer", "name": "City Library"}
    issuer |= {"url": "https://library.example", "email": "b@library.example"}
    issuer |= {"revocationList": "https://library.example/revoked.json"}
    award = assertion(badge=assertion()["badge"] | {"issuer": issuer})
    listed = {"id": issuer["revocationList"], "type": "RevocationList", "issuer": issuer["id"]}
    assert is_revoked(award, listed | {"revokedAssertions": [award["id"]]}) == "yes"
    assert is_revoked(award, listed | {"revokedAssertions": ["https://library.example/2"]}) == ""


def test_what_is_not_known_is_told():
    (note,) = notes_on(judged(badge("5")))
    assert note == (
        "Whether these were revoked stands in lists of their issuers (1); they are taken as not "
        "revoked. Load the lists together with them: `1.json`."
    )
    assert not any("Whether" in note for note in notes_on(judged(badge("5"), status_list(bits()))))


@pytest.mark.parametrize(
    "broken",
    [
        "u" + encoded(b"no gzip"),
        bits(5)[:-20],  # cut off
        "u" + encoded(gzip.compress(bytes((16 << 20) + 1))),  # a bomb
        "not base64!",
        17,
        None,
    ],
    ids=["no gzip", "cut off", "a bomb", "no base64", "a number", "nothing"],
)
def test_bits_that_cannot_be_unpacked_are_told_and_revoke_nothing(broken: Any):
    listed = status_list(broken)
    assert is_revoked(badge("5"), listed) == ""
    (told,) = faults(badge("5"), listed)
    assert told.startswith("wrong-badge-part: `credentialSubject.encodedList`")
