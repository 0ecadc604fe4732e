"""Real badges and the official vectors of 1EdTech: verdicts agree with what `index.csv` says."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from ingest.intake import take_in
from ingest.open_badges.delivery import Delivery, Verdict
from ingest.open_badges.documents import documents_in
from ingest.open_badges.settings import BadgeSettings
from matrices.home import Home
from tests.ingest.taking import FRAME, Taken

GROUPS = ("official-vectors", "dcc", "hosted")
TODAY = date(2026, 11, 1)

TAKEN_AS_EXPIRED = {
    "official-vectors/ob20/basic-assertion-expired.json",
    "official-vectors/ob30/simple-err-expired.json",
    "dcc/example-credentials/expired/credential.json",
}
"""Well made, and no longer valid: taken with the day on which they expired."""

TAKEN_AS_REVOKED = {"official-vectors/ob20/simple-revoked.jwt"}
"""The issuer's list of revoked badges is delivered with it."""

TAKEN_THOUGH_INVALID = {
    # whether they are revoked stands in lists on the web, which nobody delivered
    "official-vectors/ob30/credential-status-revoked.json",
    "official-vectors/ob30/bit-string-list/credential-status-revoked.json",
    "official-vectors/ob30/bit-string-list/credential-status-revoked-blank-nodes.json",
    # hosted, so that no key is needed; the vector is about a validator that asks for one
    "official-vectors/ob20/basic-assertion-no-public-key.json",
    "official-vectors/ob20/assets/basic-badge-no-public-key.json",
    # of the award warning-issuer-non-http.json, which `index.csv` calls valid with a warning
    "official-vectors/ob20/assets/badge-with-bad-issuer.json",
    # fine in themselves: the awards that refer to them lie outside of their issuer's addresses,
    # and these are refused
    "official-vectors/ob20/assets/badgeclass-with-verification-invalid-starts-with.json",
    "official-vectors/ob20/assets/badgeclass-with-verification-invalid-multiple-starts-with.json",
}

REFUSED_THOUGH_VALID = {
    # templates with blanks where the day and more is to be filled in
    "dcc/test-files/example-credential-templates/"
    "example-web-developement-credential-template.json": "missing-badge-part",
    "dcc/test-files/example-credentials-unsigned/degree/"
    "mock-tec-de-monterrey-bachelors-credential-template.json": "not-a-day",
}

UNREADABLE = {
    "official-vectors/ob20/assets/openbadges_context.json",  # an address stands before the JSON
    "hosted/ultanmolloy-lgtm/badges/issuer.json",  # two quotes too many
}


@pytest.fixture(scope="module")
def badges(corpora: Path) -> Path:
    return corpora / "openbadges"


@pytest.fixture(scope="module")
def expected(badges: Path) -> dict[str, str]:
    """`valid`, `invalid`, `support-file` and so on, by file."""
    with (badges / "index.csv").open(encoding="utf-8", newline="") as lines:
        return {line["file"]: line["expected_valid"] for line in csv.DictReader(lines)}


@pytest.fixture(scope="module")
def taken(badges: Path, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    """Everything in one load, as a person would do it: three folders."""
    connection = duckdb.connect()
    home = Home(tmp_path_factory.mktemp("home"))
    frame = replace(FRAME, today=TODAY, badges=BadgeSettings(city="vilnius"))
    folders = [badges / group for group in GROUPS]
    return Taken(take_in(connection, folders, home, frame, None), connection)


@pytest.fixture(scope="module")
def verdicts(badges: Path, expected: dict[str, str]) -> dict[str, list[Verdict]]:
    """What each file is by itself and its neighbours, before the same badge counts once."""
    found: dict[str, list[Verdict]] = {}
    for group in GROUPS:
        names = sorted(name for name in expected if name.startswith(group))
        documents = [
            document
            for name in names
            for document in documents_in(name, (badges / name).read_bytes())
        ]
        for verdict in Delivery(documents).verdicts():
            found.setdefault(verdict.document.file, []).append(verdict)
    return found


def test_every_file_gets_a_verdict(verdicts: dict[str, list[Verdict]], expected: dict[str, str]):
    assert set(verdicts) == set(expected)
    assert len(verdicts) == 267


def refused_files(taken: Taken, *, but: tuple[str, ...] = ()) -> dict[str, str]:
    """File to code; the same badge under many names counts as taken."""
    return {file: code for file, code in taken.refused("file, code") if code not in ("", *but)}


def full_names(found: dict[str, str], expected: dict[str, str]) -> dict[str, str]:
    """Under the names of the index, which are longer than those that tell files apart."""
    return {
        next(name for name in expected if name.endswith(f"/{file}") or name == file): code
        for file, code in found.items()
    }


def test_what_is_refused_is_what_the_index_calls_invalid(taken: Taken, expected: dict[str, str]):
    refused = full_names(refused_files(taken, but=("repeated-identifier",)), expected)
    structurally = {name for name, verdict in expected.items() if verdict == "invalid"}
    allowed = TAKEN_AS_EXPIRED | TAKEN_AS_REVOKED | TAKEN_THOUGH_INVALID
    no_award = {name for name in structurally if name.startswith(NEITHER_AWARD_NOR_CLASS)}
    wrong = set(refused) - set(REFUSED_THOUGH_VALID) - UNREADABLE
    assert wrong == structurally - allowed - no_award


NEITHER_AWARD_NOR_CLASS = (
    "official-vectors/ob20/assets/bad-issuer",
    "official-vectors/ob20/assets/issuer-",
    "official-vectors/ob20/assets/organization-no-public-key",
    "official-vectors/ob30/endorsement-err-schema-status-refresh",
)
"""Profiles of issuers and endorsements: read, told in a note, and no row; nothing to refuse."""


def test_the_exceptions_are_what_they_are_said_to_be(taken: Taken, expected: dict[str, str]):
    refused = full_names(refused_files(taken, but=("repeated-identifier",)), expected)
    assert {name: refused[name] for name in REFUSED_THOUGH_VALID} == REFUSED_THOUGH_VALID
    assert {refused[name] for name in UNREADABLE} == {"unreadable-badge"}
    assert not (TAKEN_THOUGH_INVALID | TAKEN_AS_EXPIRED | TAKEN_AS_REVOKED) & set(refused)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ob20/assertion-with-extension-node-invalid.json", "wrong-badge-part"),
        ("ob20/basic-assertion-expired-before-issued.json", "expires-before-issued"),
        ("ob20/basic-assertion-in-future.json", "not-a-day"),  # the year 2100
        ("ob20/basic-assertion-invalid-context.json", "unknown-badge-version"),
        ("ob20/basic-assertion-invalid-type.json", "unknown-badge-type"),
        (
            "ob20/basic-assertion-with-allowed-origins-invalid-starts-with.json",
            "outside-issuers-addresses",
        ),
        ("ob20/rdf-validation/badge-class-invalid-issuer-type.json", "unknown-badge-type"),
        ("ob20/rdf-validation/invalid-empty-type.json", "unknown-badge-type"),
        ("ob30/simple-err-context.json", "unknown-badge-version"),
        ("ob30/simple-err-credential-subject-result-type.json", "unknown-badge-type"),
        ("ob30/simple-err-evidence-type.json", "unknown-badge-type"),
        ("ob30/simple-err-issued.json", "future-day"),
        ("ob30/simple-err-issuer.json", "missing-badge-part"),
        ("ob30/simple-err-issuer-parentorg-type.json", "unknown-badge-type"),
        ("ob30/simple-err-proof-method.json", "wrong-badge-part"),
        ("ob30/simple-err-proof-method-no-scheme.json", "wrong-badge-part"),
        ("ob30/simple-err-proof-method-unknown-did-method.json", "wrong-badge-part"),
        ("ob30/simple-err-proof-value.json", "broken-signature"),
        ("ob30/simple-err-type.json", "unknown-badge-type"),
    ],
)
def test_an_invalid_vector_is_refused_with_the_right_problem(
    taken: Taken, expected: dict[str, str], name: str, code: str
):
    refused = full_names(refused_files(taken), expected)
    assert refused[f"official-vectors/{name}"] == code


def test_expired_badges_are_taken_with_their_day(verdicts: dict[str, list[Verdict]]):
    days = {verdicts[name][0].award.expires for name in TAKEN_AS_EXPIRED}
    assert days == {"2022-11-15", "2010-01-01", "2023-08-02"}


def test_a_badge_on_its_issuers_list_is_taken_as_revoked(verdicts: dict[str, list[Verdict]]):
    (name,) = TAKEN_AS_REVOKED
    assert verdicts[name][0].award.is_revoked == "yes"


def test_signatures_are_verified_where_the_key_is_there(verdicts: dict[str, list[Verdict]]):
    found = {
        name.removeprefix("official-vectors/"): {each.verification for each in of_file}
        for name, of_file in verdicts.items()
        if name.startswith("official-vectors/") and "jwt" in name
    }
    assert found == {
        "clr20/simple.jwt": {"verified"},  # the key is in its header
        "ob20/simple-not-revoked.jwt": {"verified"},  # the key is a file beside it
        "ob20/simple-revoked.jwt": {"verified"},
        "ob20/simple.jwt": {"verified"},
        "ob30/simple-jwt.png": {"verified"},
        "ob30/simple-jwt.svg": {"verified"},
        "ob30/simple-jwt_v1.png": {"verified"},
        "ob30/simple-jwt_v1.svg": {"verified"},
        "ob30/simple.jwt": {"not_verified"},  # it does not say where its key is
        "ob30/velocity.jwt": {"not_verified"},  # its key is on a blockchain
    }


VERIFIED_OVER_RDF = {
    "clr20/complex.json",
    "clr20/simple.json",
    "clr20/simple_v1.json",
    "ob30/bit-string-list/credential-status-revoked-blank-nodes.json",
    "ob30/bit-string-list/credential-status-revoked.json",
    "ob30/complete.json",
    "ob30/credential-status-revoked.json",
    "ob30/simple-context-alias.json",
    "ob30/simple-context-version.json",
    "ob30/simple-did-key-method.json",
    "ob30/simple-did-web-method.json",
    "ob30/simple-eddsa-2022.json",
    "ob30/simple-err-expired.json",  # expired, and signed rightly
    "ob30/simple-err-issued.json",  # the day on which it was issued is refused later, as to come
    "ob30/simple-json.png",
    "ob30/simple-json.svg",
    "ob30/simple-multiple-proofs.json",
    "ob30/simple.1ob",
    "ob30/simple.json",
    "ob30/simple_v1.json",
}
"""Vectors with a proof over canonical RDF whose key stands in the name of the key."""


def test_proofs_over_canonical_rdf_are_verified(verdicts: dict[str, list[Verdict]]):
    found = {
        name.removeprefix("official-vectors/")
        for name, of_file in verdicts.items()
        if name.startswith("official-vectors/") and "jwt" not in name
        if any(each.verification == "verified" for each in of_file)
    }
    assert found == VERIFIED_OVER_RDF


def test_a_proof_over_a_context_that_may_have_changed_says_nothing_where_it_does_not_fit(
    verdicts: dict[str, list[Verdict]],
):
    # signed when the context of Open Badges 3.0.1 was a draft
    folder = "dcc/test-files/signed-example-credentials/svg-templates"
    (verdict,) = verdicts[f"{folder}/tec-de-monterrey-pdf-sample-1-svg-signed.json"]
    assert verdict.verification == "not_verified"


def test_rows_in_are_rows_taken_and_refused(taken: Taken):
    for record, rows in taken.intake.rows_in.items():
        (refused,) = taken.connection.execute(
            "SELECT count(*) FROM refused WHERE record = $record", {"record": record}
        ).fetchone()
        assert len(taken.rows(record)) + refused == rows


def test_real_badges_of_software_carpentry_are_all_taken(badges: Path, tmp_path: Path):
    connection = duckdb.connect()
    frame = replace(FRAME, today=TODAY, badges=BadgeSettings(city="vilnius"))
    folder = badges / "hosted" / "swcarpentry"
    found = Taken(take_in(connection, [folder], Home(tmp_path), frame, None), connection)
    assert found.intake.rows_in == {"badge_classes": 5, "awards": 62}
    assert found.codes() == []
    assert len({*found.rows("awards", "person")}) == 61  # one person has two badges
    names = {name for (name,) in found.rows("badge_classes", "name")}
    assert names == {"Core", "Creator", "Helper", "Instructor", "Organizer"}


def test_every_hosted_file_that_is_refused_has_a_sentence(taken: Taken):
    sentences = [
        sentence
        for file, code, sentence in taken.refused("file, code, sentence")
        if "ultanmolloy" in file or "swcarpentry" in file or "cognipilot" in file
    ]
    assert sentences == [
        (
            "ultanmolloy-lgtm/badges/issuer.json: It is no JSON: line 4, column 11: "
            "a comma is missing. Correct the file there, or download it anew."
        )
    ]


def test_no_recipient_of_a_real_badge_is_written_anywhere(taken: Taken):
    everything = taken.everything()
    assert "redacted@example.org" not in everything
    assert "Redacted Person" not in everything
    assert "sha256$" not in everything
