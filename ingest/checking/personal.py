"""What tells who somebody is: taken out of texts, and noticed in columns that nobody wants."""

import re

from matrices.telling import told

EMAIL = r"[^\s@<>,;|\"()\[\]/]+@[^\s@<>,;|\"()\[\]/:?&=]+\.\pL{2,}"
"""An address wherever it stands in a text; the handle in https://site.org/@handle is none."""
EMAIL_REMOVED = "[e-mail removed]"

_IS_EMAIL = re.compile(EMAIL.replace(r"\pL", r"[^\W\d_]"))
_IS_NAME = re.compile(
    r"(first|last|full|family|given|sur|user|nick|display|owner|person|learner|participant).?name"
    r"|^(name|names|nome|cognome|naam|nume|prenume|vorname|nachname|prénom|nom|nombre|imię)$"
    r"|surname|voornaam|achternaam|vardas|pavardė|pavarde|όνομα|επώνυμο|ім.я|прізвище|nazwisko"
)
_IS_PHONE = re.compile(r"phone|mobile|^tel$|^tel[._]|telef|cellulare|gsm|τηλέφωνο|телефон")
_IS_BIRTH = re.compile(
    r"birth|^dob$|^age$|gimim|geboorte|geburt|naissance|nascita|naștere|nastere|nacimiento"
    r"|γέννηση|народження"
)
_IS_EMAIL_HEADING = re.compile(r"e-?mail|paštas|ηλεκτρονικό")

_LOOKS = (
    (_IS_EMAIL_HEADING, told("an e-mail address")),
    (_IS_PHONE, told("a telephone number")),
    (_IS_BIRTH, told("somebody's age or day of birth")),
    (_IS_NAME, told("a person's name")),
)


def without_emails(text: str) -> str:
    """SQL: the text with every e-mail address in it taken out."""
    pattern = EMAIL.replace("'", "''")
    removed = f"regexp_replace({text}, '{pattern}', '{EMAIL_REMOVED}', 'g')"
    return f"CASE WHEN contains({text}, '@') THEN {removed} ELSE {text} END"


def looks_personal(heading: str, sample: list[str]) -> str | None:
    """What a column looks like by its heading or its first cells; None for nothing personal."""
    if any(_IS_EMAIL.search(cell) for cell in sample):
        return "an e-mail address"
    plain = heading.strip().casefold().replace(" ", "_")
    return next((what for pattern, what in _LOOKS if pattern.search(plain)), None)


def without_emails_in(text: str) -> str:
    """The text with every e-mail address in it taken out."""
    return _IS_EMAIL.sub(EMAIL_REMOVED, text)


def holds_no_email(absent: frozenset[str]) -> bool:
    """Whether a text without these signs has no e-mail address, nor had one that was taken out."""
    return absent >= {"@", EMAIL_REMOVED[0]}
