"""What tells who somebody is: taken out of texts, noticed in columns."""

import duckdb
import pytest

from ingest.checking.personal import looks_personal, without_emails


def cleaned(text: str) -> str:
    sql = f"SELECT {without_emails('$text::VARCHAR')}"
    return duckdb.connect().execute(sql, {"text": text}).fetchone()[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to anna@example.org.", "Write to [e-mail removed]."),
        ("<Anna.O'Neil+x@uni-x.ac.uk>", "<[e-mail removed]>"),
        ("a@b.lt, c@d.lt", "[e-mail removed], [e-mail removed]"),
        ("jurgis@žalias.lt", "[e-mail removed]"),
        ("https://site.org/@handle", "https://site.org/@handle"),  # a handle is public
        ("Meet @ 10.30 in the hall", "Meet @ 10.30 in the hall"),
        ("no address", "no address"),
    ],
)
def test_addresses_are_taken_out_of_texts(text: str, expected: str):
    assert cleaned(text) == expected


@pytest.mark.parametrize(
    ("heading", "looks"),
    [
        ("owner_email", "an e-mail address"),
        ("E-Mail", "an e-mail address"),
        ("El. paštas", "an e-mail address"),
        ("Full name", "a person's name"),
        ("Vardas", "a person's name"),
        ("cognome", "a person's name"),
        ("Achternaam", "a person's name"),
        ("Επώνυμο", "a person's name"),
        ("telefoonnummer", "a telephone number"),
        ("Tel.", "a telephone number"),
        ("date of birth", "somebody's age or day of birth"),
        ("gimimo data", "somebody's age or day of birth"),
        ("tz", None),
        ("cofunded_by", None),
        ("language", None),
    ],
)
def test_columns_are_known_by_their_headings_in_several_languages(heading: str, looks: str | None):
    assert looks_personal(heading, []) == looks


def test_a_column_of_addresses_is_known_by_its_cells():
    assert looks_personal("contact", ["", "anna@example.org"]) == "an e-mail address"
