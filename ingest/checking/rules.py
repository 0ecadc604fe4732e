"""What must hold between the columns of one row, as SQL over their typed values."""

from dataclasses import dataclass

from ingest.checking.sql import Values
from ingest.problems import (
    ENDS_BEFORE_START,
    EXPIRES_BEFORE_ISSUED,
    MISSING_VALUE,
    NUMERATOR_OVER_DENOMINATOR,
    SHARE_AS_ONE_FIGURE,
    SHARE_WITHOUT_PARTS,
    Problem,
)


@dataclass(frozen=True)
class Rule:
    """A condition that no row may meet."""

    problem: Problem
    columns: tuple[str, ...]
    """The columns it speaks of; the sentence names the first. Where one of them holds something
    that cannot be read, that is told instead."""
    when: str
    """SQL over the typed columns; `{shares}` in it are the indicators that are shares."""
    found: str = "''"
    """SQL over `raw`, the texts of the row; `{column}` in it is that column's heading, and
    `{column_or}` is "`heading`, or " where the file has the column."""
    right: str = "''"

    def met(self, shares: frozenset[str], values: Values) -> str:
        """SQL over the typed columns: whether a row meets the condition."""
        if "{shares}" not in self.when:
            return self.when
        return self.when.format(shares=f"{values.bind(sorted(shares))}::VARCHAR[]")


_PART_GIVEN = """CASE WHEN numerator IS NOT NULL THEN 'only `{numerator}`'
    WHEN denominator IS NOT NULL THEN 'only `{denominator}`' ELSE 'none of them' END"""

RULES: dict[str, tuple[Rule, ...]] = {
    "activities": (
        Rule(
            ENDS_BEFORE_START,
            ("ends_on", "starts_on"),
            "ends_on < starts_on",
            found="raw.ends_on",
            right="raw.starts_on",
        ),
    ),
    "awards": (
        Rule(
            EXPIRES_BEFORE_ISSUED,
            ("expires_on", "issued_on"),
            "expires_on < issued_on",
            found="raw.expires_on",
            right="raw.issued_on",
        ),
    ),
    "counts": (
        Rule(
            SHARE_WITHOUT_PARTS,
            ("value", "numerator", "denominator"),
            "(numerator IS NULL) <> (denominator IS NULL) OR (value IS NULL AND numerator IS NULL)",
            found=_PART_GIVEN,
            right="'{value_or}both `{numerator}` and `{denominator}`'",
        ),
        Rule(
            SHARE_AS_ONE_FIGURE,
            ("value", "indicator"),
            "value IS NOT NULL AND numerator IS NULL AND denominator IS NULL "
            "AND list_contains({shares}, indicator)",
            found="raw.value",
            right="concat('`', indicator, '` is a share: write `{numerator}` and `{denominator}`')",
        ),
        Rule(
            NUMERATOR_OVER_DENOMINATOR,
            ("numerator", "denominator"),
            "numerator > denominator",
            found="raw.numerator",
            right="raw.denominator",
        ),
        Rule(
            MISSING_VALUE,
            ("member", "disaggregation"),
            "disaggregation IS NOT NULL AND member IS NULL",
        ),
        Rule(
            MISSING_VALUE,
            ("disaggregation", "member"),
            "member IS NOT NULL AND disaggregation IS NULL",
        ),
    ),
}
"""Record to its rules; a rule is silent where a value it speaks of is missing."""
