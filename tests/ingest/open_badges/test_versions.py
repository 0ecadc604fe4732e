"""An award of every version and in every wrapping becomes the same row."""

import json
from typing import Any

import pytest

from ingest.open_badges.award import Award
from tests.ingest.open_badges.making import (
    BADGE_CLASS,
    ISSUER,
    assertion,
    baked_png,
    baked_svg,
    credential,
    faults,
    judged,
    signed,
)


def award(*contents: Any) -> Award:
    """The one award in the files."""
    (found,) = (verdict.award for verdict in judged(*contents) if verdict.award)
    return found


def test_an_award_of_0_5_carries_its_whole_badge():
    found = award(
        {
            "recipient": "anna@example.org",
            "issued_on": "2012-06-01",
            "badge": {
                "version": "0.5.0",
                "name": "Robots",
                "description": "Builds robots",
                "image": "/robots.png",
                "criteria": "/robots",
                "issuer": {"origin": "https://library.example", "name": "City Library"},
            },
        }
    )
    assert (found.recipient, found.issued) == ("anna@example.org", "2012-06-01")
    assert found.badge_identity == "https://library.example#Robots"
    assert (found.badge.name, found.badge.issuer) == ("Robots", "City Library")


def test_an_award_of_1_0_finds_its_badge_among_the_files():
    hosted = {
        "uid": "7",
        "recipient": {"type": "email", "hashed": True, "identity": "sha256$ab", "salt": "x"},
        "badge": "https://library.example/2.json",
        "issuedOn": 1338508800,
        "verify": {"type": "hosted", "url": "https://library.example/awards/7.json"},
    }
    robots = {"name": "Robots", "criteria": "https://x.example", "issuer": ISSUER["id"]}
    found = award(hosted, robots, {**ISSUER, "type": None})
    assert found.identity == "https://library.example/awards/7.json"
    assert found.issued == "2012-06-01"
    assert found.badge_identity == "https://library.example/2.json"  # the file is called 2.json
    assert found.badge.name == "Robots"


def test_an_award_of_2_0():
    found = award(assertion(expires="2030-01-01", revoked=True))
    assert found.identity == "https://library.example/awards/1.json"
    assert found.badge_identity == "https://library.example/robots.json"
    assert (found.issued, found.expires, found.is_revoked) == ("2024-05-04", "2030-01-01", "yes")
    assert found.badge.skills == "https://example.eu/skills/L2|Critical thinking¦Soldering"
    assert found.badge.has_criteria == "yes"


def test_an_award_of_3_0():
    found = award(credential(validUntil="2030-01-01T00:00:00Z", awardedDate="2024-05-01"))
    assert found.identity == "urn:uuid:11111111-1111-4111-8111-111111111111"
    assert found.recipient == "anna@example.org"
    assert (found.issued, found.expires) == ("2024-05-01", "2030-01-01")  # the award's own day
    assert found.badge.achievement_type == "Course"
    assert found.badge.skills == "Critical thinking"
    assert (found.badge.issuer, found.badge.issuer_url) == (
        "City Library",
        "https://library.example",
    )


def test_a_learner_record_is_the_awards_in_it():
    bundle = credential(
        type=["VerifiableCredential", "ClrCredential"],
        credentialSubject={
            "type": ["ClrSubject"],
            "verifiableCredential": [credential(), signed({"vc": credential(id="urn:uuid:2")})],
        },
    )
    verdicts = judged(bundle)
    assert [verdict.document.row for verdict in verdicts] == [1, 2]
    assert [verdict.award.identity[-1] for verdict in verdicts] == ["1", "2"]


def test_a_learner_record_without_credentials_is_refused():
    bundle = credential(type=["VerifiableCredential", "ClrCredential"])
    assert faults(bundle) == [
        (
            "missing-badge-part: `verifiableCredential` is missing: a learner record holds the "
            "credentials it is of."
        )
    ]


def test_parts_of_another_vocabulary_have_types_of_their_own():
    # a credential that is a badge and a European Digital Credential at once
    claim = {"type": "LearningAchievement", "identifier": {"type": "Identifier"}}
    subject = credential()["credentialSubject"] | {"hasClaim": claim}
    assert faults(credential(credentialSubject=subject)) == []
    subject |= {"identifier": {"type": "Identifier"}}  # here it is a part of Open Badges
    assert faults(credential(credentialSubject=subject)) == [
        (
            "unknown-badge-type: `credentialSubject.identifier.type` is `Identifier`, which is no "
            "type that Open Badges knows here; `credentialSubject.identifier` must be of the type "
            "IdentityObject."
        )
    ]


def test_a_credential_for_several_people_is_refused_and_none_of_them_left_out():
    subjects = [{"id": "did:key:a"}, {"id": "did:key:b"}]
    assert faults(credential(name="Robots", credentialSubject=subjects)) == [
        (
            "wrong-badge-part: `credentialSubject` is a list of 2; a badge is given to one; each "
            "of them needs a badge of their own."
        )
    ]


def test_a_draft_of_3_0_that_is_called_an_assertion_is_judged_as_a_credential():
    draft = credential(type=["VerifiableCredential", "Assertion"])
    assert award(draft) == award(credential())


def test_an_object_without_a_type_is_told_what_it_lacks():
    assert faults({"assertion": "awesome"}) == [
        (
            "missing-badge-part: `type` is missing: it says what this is; awards are "
            "OpenBadgeCredential, AchievementCredential, Assertion."
        )
    ]


@pytest.mark.parametrize("chunk", [b"iTXt", b"packed", b"tEXt", b"zTXt"])
@pytest.mark.parametrize("keyword", [b"openbadges", b"openbadgecredential"])
def test_a_badge_baked_into_a_png_is_the_badge(chunk: bytes, keyword: bytes):
    text = json.dumps(assertion())
    assert award(baked_png(text, chunk, keyword)) == award(assertion())


def test_a_badge_baked_into_an_svg_is_the_badge():
    assert award(baked_svg(json.dumps(assertion()))) == award(assertion())
    wide = baked_svg(json.dumps(assertion())).decode().encode("utf-16")
    assert award(wide) == award(assertion())
    as_attribute = f'<svg xmlns:o="http://x"><o:assertion verify="{signed(assertion())}"/></svg>'
    assert award(as_attribute.encode()) == award(assertion())


def test_a_credential_signed_as_a_whole_is_the_credential():
    assert award(signed(credential())) == award(credential())
    claims = {"vc": credential(id=None, validFrom=None), "jti": "urn:uuid:3", "nbf": 1714816800}
    found = award(signed(claims))
    assert (found.identity, found.issued) == ("urn:uuid:3", "2024-05-04")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-05-04", "2024-05-04"),
        ("2024-05-04T23:30:00-08:00", "2024-05-04"),  # on the issuer's own clock
        ("2024-05-04T10:00:00.123456+00:00", "2024-05-04"),
        (1714816800, "2024-05-04"),
        ("1714816800", "2024-05-04"),
        (1714816800000, "2024-05-04"),  # milliseconds
        ("4 May 2024", "4 May 2024"),  # no day: told as such with the row
        (10**40, "1" + "0" * 40),
    ],
)
def test_days_as_issuers_write_them(written: object, day: str):
    assert award(assertion(issuedOn=written)).issued == day


def test_a_day_of_expiry_in_another_century_means_never():
    assert award(assertion(expires="9999-12-31")).expires == ""


def test_what_it_is_awarded_for_may_be_a_file_of_its_own():
    badge = {**BADGE_CLASS, "issuer": ISSUER["id"]}
    found = award(assertion(badge=BADGE_CLASS["id"]), badge, ISSUER)
    assert (found.badge.name, found.badge.issuer) == ("Robots", "City Library")


def test_the_competencies_of_2_0_are_skills_too():
    badge = BADGE_CLASS | {
        "alignment": [],
        "extensions:Competency": [{"name": "Löten", "framework_identifier": "https://e.eu/7"}],
    }
    assert award(assertion(badge=badge)).badge.skills == "https://e.eu/7|Löten"


def test_a_credential_that_names_no_achievement_is_for_what_it_is_called():
    subject = {"id": "did:example:1", "type": ["AchievementSubject"]}
    found = award(credential(name="Degree", credentialSubject=subject))
    assert found.badge_identity == "https://library.example#Degree"


@pytest.mark.parametrize(
    ("badge", "fault"),
    [
        (assertion(recipient=None), "`recipient` is missing: an award says who was awarded."),
        (assertion(badge=None), "`badge` is missing: an award says which badge was given."),
        (
            assertion(issuedOn=None),
            "`issuedOn` is missing: an award says on which day it was given.",
        ),
        (credential(issuer=None), "`issuer` is missing: a credential says who issued it."),
        (
            credential(validFrom=None),
            "`validFrom` is missing: a credential says since which day it holds.",
        ),
        ({**BADGE_CLASS, "name": ""}, "`name` is missing: a badge class has a name."),
    ],
)
def test_what_is_missing_is_named(badge: dict[str, Any], fault: str):
    assert faults(badge) == [f"missing-badge-part: {fault}"]


def test_all_that_is_wrong_with_a_badge_is_told_at_once():
    found = faults(assertion(recipient=None, issuedOn=None))
    assert [fault.partition(":")[0] for fault in found] == ["missing-badge-part"] * 2


def test_an_award_elsewhere_than_its_issuer_allows_is_refused():
    rules = {**ISSUER, "verification": {"startsWith": "https://library.example/only/"}}
    badge = {**BADGE_CLASS, "issuer": rules}
    (fault,) = faults(assertion(badge=badge))
    assert fault.startswith("outside-issuers-addresses: Its address")


def test_a_list_of_revoked_badges_revokes_only_its_issuers_badges():
    listed = {
        "id": "https://library.example/revoked.json",
        "type": "RevocationList",
        "revokedAssertions": ["https://library.example/awards/1.json"],
    }
    own = {**BADGE_CLASS, "issuer": {**ISSUER, "revocationList": listed["id"]}}
    assert award(assertion(badge=own), listed).is_revoked == "yes"
    assert award(assertion(), listed).is_revoked == ""  # its issuer names no such list
