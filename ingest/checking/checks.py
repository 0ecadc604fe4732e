"""The checks of each kind of column, as SQL over its text: the typed value, or what is wrong."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from ingest.checking import numbers_and_days as read
from ingest.checking.cells import ERROR, SPOILED_PERSON, spoiled
from ingest.checking.personal import EMAIL_REMOVED, holds_no_email
from ingest.checking.sql import Values, replaced, word, word_key
from ingest.kinds import Column
from ingest.open_badges.settings import BadgeSettings
from ingest.problems import (
    BAD_PERIOD,
    FUTURE_DAY,
    IGNORED_LABEL,
    LOST_IDENTIFIER,
    NEGATIVE_NUMBER,
    NOT_A_DAY,
    NOT_A_NUMBER,
    NOT_YES_OR_NO,
    PERSONAL_IDENTIFIER,
    SPREADSHEET_ERROR,
    UNKNOWN_CITY,
    UNKNOWN_INDICATOR,
    UNKNOWN_STATEMENT,
    UNKNOWN_WORD,
    Problem,
)
from ingest.reading.recognition import Fit
from ingest.templates.form import TEXT_FOLLOWS
from matrices.telling import told

MAY_LIE_AHEAD = ("starts_on", "ends_on", "expires_on")
"""Days that may come after the day of the load: what is planned."""

MOST_NAMES = 12
"""So many names are told where none is near to the one found."""


@dataclass(frozen=True)
class Frame:
    """What rows are checked against beside the mapping."""

    cities: Mapping[str, str]
    """City to the two-letter code of its country."""
    indicators: frozenset[str]
    today: date
    shares: frozenset[str] = frozenset()
    """Those of the indicators that are shares, and so have two parts."""
    statements: frozenset[str] | None = None
    """Identifiers of statements; None where those that evidence names are not looked at."""
    badges: BadgeSettings = field(default_factory=BadgeSettings)
    """What must be known of Open Badges, which do not say all themselves."""


@dataclass(frozen=True)
class Fault:
    """A reason why a text has no typed value."""

    problem: Problem
    when: str = "true"
    right: str = "''"
    """SQL: what the sentence says would be right."""


@dataclass(frozen=True)
class Check:
    """A column's typed value, NULL where there is none, and why there is none."""

    typed: str
    faults: tuple[Fault, ...] = ()
    """In order: the first that holds is told. The last always holds."""


@dataclass(frozen=True)
class Question:
    """A column of a record, the text it is to be read from, and what is known of it."""

    column: Column
    text: str
    fit: Fit
    frame: Frame
    values: Values
    absent: frozenset[str] = frozenset()
    """Signs that are known not to be in the text."""
    on_sheet: bool = False
    """Whether it stood on a sheet of a workbook, where a day may be a number."""

    @property
    def words(self) -> dict[str, str]:
        """Their word to our word."""
        return self.fit.own.values.get(self.column.name, {})

    def ours(self) -> str:
        """The text with their words replaced by ours."""
        return replaced(self.text, self.words, self.values, otherwise=self.text)


def check(question: Question) -> Check:
    """How the column is read; words that the mapping files as ignored come first."""
    column, fit = question.column, question.fit
    named = _BY_NAME.get((fit.table, column.name))
    found = (named or _BY_KIND[column.kind.name])(question)
    words = fit.own.ignored.get(column.name, ())
    if not words:
        return found
    is_ignored = f"{word(question.text)} IN ({_bound(map(word_key, words), question.values)})"
    typed = f"CASE WHEN NOT {is_ignored} THEN {found.typed} END"
    return Check(typed, (Fault(IGNORED_LABEL, is_ignored), *found.faults))


def _text(question: Question) -> Check:
    return _but_errors(question, question.ours())


def _but_errors(question: Question, typed: str) -> Check:
    """What was read, unless the text is an error of a spreadsheet."""
    if "#" in question.absent:
        return Check(typed)
    text = question.text
    is_error = f"(starts_with({text}, '#') AND regexp_full_match({text}, '{ERROR}'))"
    return Check(f"CASE WHEN NOT {is_error} THEN {typed} END", (Fault(SPREADSHEET_ERROR),))


def _identifier(question: Question) -> Check:
    text = question.ours()
    is_spoiled = spoiled(text, question.absent)
    is_personal = f"contains({text}, '{EMAIL_REMOVED}')"
    if holds_no_email(question.absent):
        is_personal = "false"
    typed = f"CASE WHEN NOT {is_spoiled} AND NOT {is_personal} THEN {text} END"
    return Check(typed, (Fault(LOST_IDENTIFIER, is_spoiled), Fault(PERSONAL_IDENTIFIER)))


def _person(question: Question) -> Check:
    """In small letters, as they are hashed: two spellings are one person."""
    return Check(f"nullif(lower({question.text}), '{SPOILED_PERSON}')", (Fault(LOST_IDENTIFIER),))


def _city(question: Question) -> Check:
    """The identifier, the city's name in its address, or another name that the mapping knows."""
    values, mapping = question.values, question.fit.mapping
    domains = mapping.city_from_host
    name = word(read.host_city(question.text, domains, values))
    words = {read.city_of_host(theirs, domains): ours for theirs, ours in question.words.items()}
    city = replaced(name, words, values, otherwise=name)
    return _known(city, question.frame.cities, UNKNOWN_CITY, values)


def _choice(question: Question) -> Check:
    choices, values = question.column.kind.choices, question.values
    chosen, words = word(question.ours()), values.bind(list(choices))
    every = values.bind(f"{', '.join(choices)}.")
    right = f"concat({every}, {_nearest(chosen, words)})"
    check = _one_of(chosen, words, Fault(UNKNOWN_WORD, right=right))
    as_it_is = [choice for choice in choices if choice not in map(word_key, question.words)]
    if not as_it_is:
        return check
    is_one = f"{question.text} IN ({_bound(as_it_is, values)})"
    return replace(check, typed=f"CASE WHEN {is_one} THEN {question.text} ELSE {check.typed} END")


def _indicator(question: Question) -> Check:
    """The identifier, alone or followed by its name as a drop-down offers it."""
    identifier = f"split_part({question.ours()}, '{TEXT_FOLLOWS}', 1)"
    return _known(identifier, question.frame.indicators, UNKNOWN_INDICATOR, question.values)


def _statements(question: Question) -> Check:
    """Identifiers of statements, each alone or followed by the statement's text up to a `;`."""
    without_texts = f"regexp_replace({question.text}, '{TEXT_FOLLOWS}[^;]*', '', 'g')"
    labels = _separated(replace(question, text=without_texts))
    if question.frame.statements is None:
        return Check(labels)
    known = question.values.bind(sorted(question.frame.statements))
    unknown = f"list_filter({labels}, lambda label: NOT list_contains({known}::VARCHAR[], label))"
    first = f"{unknown}[1]"
    before, after = map(question.values.bind, _NO_STATEMENT.split("{found}"))
    right = f"concat({before}, {first}, {after}, {_nearest(first, known)})"
    typed = f"CASE WHEN len({unknown}) = 0 THEN {labels} END"
    return Check(typed, (Fault(UNKNOWN_STATEMENT, right=right),))


_NO_STATEMENT = told("`{found}`, which is no statement here.")
_KNOWN = told(" Known are {names}.")
_KNOWN_AND_OTHERS = told(" Known are {names} and others.")
_WHOLE = told("whole number that can be told for certain. Write it as 1234")
_NUMBER = told("number that can be told for certain. Write it as 1234 or 0.5")


def _known(text: str, names: Iterable[str], problem: Problem, values: Values) -> Check:
    """One of many names: the sentence tells the nearest, or a few where none is near."""
    known = sorted(names)
    words, some = values.bind(known), ", ".join(known[:MOST_NAMES])
    told_so = _KNOWN_AND_OTHERS if len(known) > MOST_NAMES else _KNOWN
    examples = values.bind(told_so.format(names=some))
    right = f"coalesce(nullif({_nearest(word(text), words)}, ''), {examples})"
    return _one_of(word(text), words, Fault(problem, right=right))


def _one_of(text: str, words: str, fault: Fault) -> Check:
    typed = f"CASE WHEN list_contains({words}::VARCHAR[], {text}) THEN {text} END"
    return Check(typed, (fault,))


def _nearest(text: str, words: str) -> str:
    """SQL: ` Did you mean `x`?` with the word fewest changes away, else an empty text."""
    changes = f"damerau_levenshtein(lower({text}), known)"
    measured = f"list_transform({words}::VARCHAR[], lambda known: [{changes}::VARCHAR, known])"
    close = (
        f"list_filter({measured}, lambda pair: pair[1]::BIGINT <= greatest(1, length({text}) // 3))"
    )
    nearest = f"list_sort(list_transform({close}, lambda pair: (pair[1]::BIGINT, pair[2])))[1][2]"
    return f"coalesce(' Did you mean `' || {nearest} || '`?', '')"


def _yes_no(question: Question) -> Check:
    mapping, values = question.fit.mapping, question.values
    said = word(question.ours())
    yes = _bound(map(word_key, ("yes", "true", *mapping.yes)), values)
    no = _bound(map(word_key, ("no", "false", *mapping.no)), values)
    typed = f"CASE WHEN {said} IN ({yes}) THEN true WHEN {said} IN ({no}) THEN false END"
    right = ", ".join(dict.fromkeys(("yes", "no", *mapping.yes, *mapping.no)))
    return Check(
        typed, (Fault(NOT_YES_OR_NO, right=values.bind(told("one of {words}", words=right))),)
    )


def _day(question: Question) -> Check:
    values, dates, months = question.values, question.fit.mapping.dates, question.fit.mapping.months
    day = read.day(question.ours(), dates, values, months)
    if question.on_sheet or question.fit.mapping.excel_days:
        day = f"coalesce({day}, {read.excel_day(question.ours())})"
    right = "".join(f" / {example}" for example in read.days_as_written(dates, months))
    not_a_day = Fault(NOT_A_DAY, right=values.bind(right))
    if question.column.name in MAY_LIE_AHEAD:
        return Check(day, (not_a_day,))
    today = f"{values.bind(question.frame.today)}::DATE"
    ahead = f"{values.bind(question.frame.today + timedelta(days=1))}::DATE"
    typed = f"nullif(least({day}, {ahead}), {ahead})"  # asks for the day only once
    return Check(typed, (Fault(FUTURE_DAY, f"{day} > {today}", f"{today}::VARCHAR"), not_a_day))


def _whole(question: Question) -> Check:
    number = read.whole(question.ours())
    typed = f"nullif(greatest({number}, -1), -1)"  # asks for the number only once
    right = question.values.bind(_WHOLE)
    return Check(typed, (Fault(NEGATIVE_NUMBER, f"{number} < 0"), Fault(NOT_A_NUMBER, right=right)))


def _number(question: Question) -> Check:
    right = question.values.bind(_NUMBER)
    return Check(read.number(question.ours()), (Fault(NOT_A_NUMBER, right=right),))


def _part(question: Question) -> Check:
    """A numerator or denominator: a number that counts something."""
    if question.column.name in question.fit.own.whole:
        return _whole(question)
    number = _number(question)
    typed = f"CASE WHEN {number.typed} >= 0 THEN {number.typed} END"
    return Check(typed, (Fault(NEGATIVE_NUMBER, f"{number.typed} < 0"), *number.faults))


def _labels(question: Question) -> Check:
    return _but_errors(question, _separated(question))


def _separated(question: Question) -> str:
    """SQL: the labels of one cell."""
    first, *others = question.fit.mapping.label_separators
    values = question.values
    text = question.text
    for other in others:
        text = f"replace({text}, {values.bind(other)}, {values.bind(first)})"
    parts = f"string_split({text}, {values.bind(first)})"
    trimmed = f"list_transform({parts}, lambda label: trim(label))"
    return f"list_filter({trimmed}, lambda label: label <> '')"


def _period(question: Question) -> Check:
    period = read.period(question.ours())
    if question.column.name in question.fit.own.quarters:
        day = read.day(question.ours(), question.fit.mapping.dates, question.values)
        period = f"coalesce({period}, {read.quarter_of(day)})"
    today = question.values.bind(question.frame.today)
    begins = f"{read.period_start(period)} <= {today}::DATE"
    future = Fault(FUTURE_DAY, f"NOT {begins}", f"{today}::DATE::VARCHAR")
    return Check(f"CASE WHEN {begins} THEN {period} END", (future, Fault(BAD_PERIOD)))


def _bound(words: Iterable[str], values: Values) -> str:
    return ", ".join(values.bind(each) for each in dict.fromkeys(words))


_BY_KIND: dict[str, Callable[[Question], Check]] = {
    "identifier": _identifier,
    "text": _text,
    "city": _city,
    "person": _person,
    "day": _day,
    "yes_no": _yes_no,
    "whole": _whole,
    "number": _number,
    "choice": _choice,
    "labels": _labels,
}
_BY_NAME: dict[tuple[str, str], Callable[[Question], Check]] = {
    ("counts", "indicator"): _indicator,
    ("counts", "period"): _period,
    ("counts", "numerator"): _part,
    ("counts", "denominator"): _part,
    ("evidence", "statements"): _statements,
}
"""Columns that must be more than their kind says."""
