"""The catalogue of what can be wrong with a row: code, title, sentence, and what to do about it."""

import re
from dataclasses import dataclass

from ingest.checking.sql import Values


@dataclass(frozen=True)
class Problem:
    """One kind of problem. Its sentence says where, what was found and what would be right."""

    code: str
    title: str
    template: str
    """What follows the place. Slots: `column` (the heading), `found`, and `right`."""
    advice: str

    def sentence(self, column: str = "", found: str = "", right: str = "") -> str:
        return self.template.format(column=column, found=found, right=right)

    def sentence_sql(self, values: Values, **slots: str) -> str:
        """The sentence as SQL, every slot given as SQL."""
        parts = re.split(r"\{(\w+)\}", self.template)
        pieces = [
            slots[part] if position % 2 else values.bind(part)
            for position, part in enumerate(parts)
            if part
        ]
        return f"concat({', '.join(pieces)})"


MISSING_VALUE = Problem(
    "missing-value",
    "A value is missing",
    "`{column}` is empty; every row needs it.",
    "Fill the cell, or leave the row out.",
)
LINE_OF_TOTALS = Problem(
    "line-of-totals",
    "A line of totals",
    "`{found}`: a line of totals is no row of its own and was left out.",
    "Nothing is to be done: totals are counted afresh from the rows.",
)
NOT_A_DAY = Problem(
    "not-a-day",
    "Not a day",
    "`{column}` is `{found}`, which is no day. Write it as 2024-05-31{right}.",
    "Write the day as year, month and day, or add the way it is written to the source mapping.",
)
FUTURE_DAY = Problem(
    "future-day",
    "A day that has not come",
    "`{column}` is `{found}`, which lies after {right}, the day of this load.",
    "Correct the day; what has not happened yet is loaded once it has.",
)
ENDS_BEFORE_START = Problem(
    "ends-before-start",
    "Ends before it starts",
    "`{column}` is `{found}`, before it starts: `{right}`.",
    "Correct one of the two days.",
)
NOT_A_NUMBER = Problem(
    "not-a-number",
    "Not a number",
    "`{column}` is `{found}`, which is no {right}.",
    "Write digits only, with a point before the decimals: 1234 or 0.5.",
)
NEGATIVE_NUMBER = Problem(
    "negative-number",
    "A count below zero",
    "`{column}` is `{found}`; it counts something and cannot be below zero.",
    "Correct the number, or leave the cell empty where nothing is known.",
)
NOT_YES_OR_NO = Problem(
    "not-yes-or-no",
    "Neither yes nor no",
    "`{column}` is `{found}`, which is neither yes nor no. Write {right}.",
    "Write yes or no, or add the word to the source mapping.",
)
UNKNOWN_CITY = Problem(
    "unknown-city",
    "A city nobody knows here",
    "`{column}` is `{found}`, which is no city here.{right}",
    "Write the city's identifier, or add its other name under `values` to the source mapping.",
)
UNKNOWN_WORD = Problem(
    "unknown-word",
    "A word nobody knows here",
    "`{column}` is `{found}`, which is not one of its words: {right}",
    "Use one of the words, or file the new one under `values` or `ignored` in the source mapping.",
)
IGNORED_LABEL = Problem(
    "ignored-label",
    "Filed as ignored",
    "`{column}` is `{found}`, which the source mapping files as ignored.",
    "Nothing needs to be done; take the word out of `ignored` if such rows are wanted.",
)
UNKNOWN_INDICATOR = Problem(
    "unknown-indicator",
    "An indicator nobody knows here",
    "`{column}` is `{found}`, which is no indicator here.{right}",
    "Write the indicator's identifier: the name of its file without the ending.",
)
UNKNOWN_STATEMENT = Problem(
    "unknown-statement",
    "A statement nobody knows here",
    "`{column}` names {right}",
    "Write the identifiers of statements, with a semicolon between them; `impact template evidence` "
    "lists those of a city.",
)
BAD_PERIOD = Problem(
    "bad-period",
    "Not a period",
    "`{column}` is `{found}`, which is no period. Write 2024, 2024-Q3 or 2024-05.",
    "Write a year, a quarter or a month; in a spreadsheet, format the cell as text first.",
)
LOST_IDENTIFIER = Problem(
    "lost-identifier",
    "Something else stands in place of an identifier",
    "`{column}` is `{found}`: a spreadsheet or a hand put this where the identifier was.",
    "Write the identifier itself in every row. Where a spreadsheet has spoiled it, export the file anew, "
    "and open it only with the column formatted as text.",
)
SPREADSHEET_ERROR = Problem(
    "spreadsheet-error",
    "An error of a spreadsheet",
    "`{column}` is `{found}`, which a spreadsheet shows where a formula fails.",
    "Mend the formula, or empty the cell where nothing is known.",
)
PERSONAL_IDENTIFIER = Problem(
    "personal-identifier",
    "An e-mail address as an identifier",
    "`{column}` is an e-mail address; an identifier must not tell who somebody is.",
    "Export the identifier instead, or let the source mapping make one with `made_from`.",
)
REPEATED_IDENTIFIER = Problem(
    "repeated-identifier",
    "The same thing twice",
    "{found} stands already in {right}.",
    "Keep one of the rows; where they differ, keep the right one.",
)
SHARE_WITHOUT_PARTS = Problem(
    "share-without-parts",
    "Neither a value nor both parts of a share",
    "Write {right}; {found} is there.",
    "Give the figure itself, or how many out of how many.",
)
SHARE_AS_ONE_FIGURE = Problem(
    "share-as-one-figure",
    "A share that is given as one figure",
    "`{column}` is `{found}`, and {right}, since shares are added up by their parts.",
    "Give how many out of how many; percentages cannot be added up.",
)
NUMERATOR_OVER_DENOMINATOR = Problem(
    "numerator-over-denominator",
    "A part that is more than the whole",
    "`{column}` is `{found}`, more than the `{right}` it is a part of.",
    "Correct the numerator or the denominator.",
)
BROKEN_LINE = Problem(
    "broken-line",
    "A line that cannot be read",
    "{found}.",
    "Mend the line in the file itself: its quotes, its separators, or its encoding.",
)
EXPIRES_BEFORE_ISSUED = Problem(
    "expires-before-issued",
    "Expires before it was issued",
    "`{column}` is `{found}`, before it was issued: `{right}`.",
    "Ask the issuer to correct one of the two days and to issue the badge again.",
)
UNREADABLE_BADGE = Problem(
    "unreadable-badge",
    "A badge file that cannot be read",
    "{found}",
    "Download the badge anew from where it was issued; do not open and save it in an editor.",
)
UNKNOWN_BADGE_VERSION = Problem(
    "unknown-badge-version",
    "Not a version of Open Badges",
    "`@context` {found}; it must name a version of Open Badges: {right}.",
    "Ask the issuer to issue the badge with the context of Open Badges 2.0 or 3.0.",
)
UNKNOWN_BADGE_TYPE = Problem(
    "unknown-badge-type",
    "A type that Open Badges does not know",
    "`{column}` is {found}, which is no type that Open Badges knows here; {right}.",
    "Ask the issuer to correct the type.",
)
MISSING_BADGE_PART = Problem(
    "missing-badge-part",
    "A part of the badge is missing",
    "`{column}` is missing: {right}.",
    "Ask the issuer to complete the badge.",
)
WRONG_BADGE_PART = Problem(
    "wrong-badge-part",
    "A part of the badge cannot be right",
    "`{column}` is {found}; {right}.",
    "Ask the issuer to correct the badge.",
)
BROKEN_SIGNATURE = Problem(
    "broken-signature",
    "The signature is wrong",
    "Its signature does not belong to what it says: it was changed after it was signed, or "
    "signed with another key{found}.",
    "Ask the holder for the badge as it was issued, or the issuer to issue it again.",
)
OUTSIDE_ISSUERS_ADDRESSES = Problem(
    "outside-issuers-addresses",
    "Not at an address of its issuer",
    "Its address `{found}` lies outside the addresses that its issuer allows: {right}.",
    "Ask the issuer to correct the addresses in its profile, or the badge.",
)

PROBLEMS = {
    problem.code: problem for problem in list(globals().values()) if isinstance(problem, Problem)
}
"""Every problem there is, by its code."""
