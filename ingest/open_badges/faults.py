"""What is wrong with a badge: a problem of the catalogue, told to whoever issues badges."""

import re
from dataclasses import dataclass

from ingest.checking.personal import EMAIL, EMAIL_REMOVED
from ingest.problems import UNREADABLE_BADGE, Problem

MOST_SHOWN = 80
_EMAIL = re.compile(EMAIL.replace(r"\pL", r"[^\W\d_]"))


@dataclass(frozen=True)
class Fault:
    """One problem of one badge."""

    problem: Problem
    column: str = ""
    found: str = ""
    right: str = ""

    def __str__(self) -> str:
        return self.problem.sentence(self.column, self.found, self.right)


class UnreadableBadge(Exception):
    """A file from which no badge can be read; its text says what was found and what to do."""

    @property
    def fault(self) -> Fault:
        return Fault(UNREADABLE_BADGE, found=str(self))


class NoBadge(UnreadableBadge):
    """A picture that is fine and has no badge in it, as issuers keep them beside their badges."""


def names_a_person(text: str) -> bool:
    """Whether there is an e-mail address in it."""
    return _EMAIL.search(text) is not None


def file_shown(name: str) -> str:
    """The name of a file in full, without an e-mail address in it."""
    return _EMAIL.sub(EMAIL_REMOVED, " ".join(name.split())).encode("utf-8", "replace").decode()


def shown(value: object) -> str:
    """What was found in a badge as a sentence may show it: short, and without addresses."""
    text = " ".join(str(value).split())[: MOST_SHOWN * 4]
    text = _EMAIL.sub(EMAIL_REMOVED, text)[:MOST_SHOWN]
    return text.encode("utf-8", "replace").decode()
