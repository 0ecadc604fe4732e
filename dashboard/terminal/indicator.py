"""An indicator as text: its definition in words, who promises it, its examples, and its SQL."""

import textwrap
from collections.abc import Iterator

from dashboard.language import mark, say
from dashboard.wording import dates, tallies
from dashboard.wording.about_statement import checked_by, dated_by
from dashboard.wording.data_words import column
from dashboard.wording.indicator_words import (
    caveats_of,
    comparability_of,
    name_of,
    question_of,
    why_it_matters,
)
from dashboard.wording.numbers import number, percent, quantity, unit
from dashboard.wording.promises import promised
from matrices.model import Promise
from metrics.catalogue import Catalogue
from metrics.compile import compile_indicator
from metrics.crosswalk import crossing_of
from metrics.definition import Example, Indicator
from metrics.examples import Worked, work_example

WIDTH = 100
NAME_WIDTH = 16
BETTER = {"higher": mark("higher"), "lower": mark("lower"), "neither": mark("neither")}
ROLES = {"numerator": mark("Numerator"), "denominator": mark("Denominator")}
OF_A_SAMPLE = mark("a sample, so the share is uncertain")


def indicator_lines(catalogue: Catalogue, identifier: str) -> list[str]:
    """Everything there is to know of one indicator; KeyError for an unknown one."""
    indicator = catalogue.indicators[identifier]
    return [
        f"{name_of(indicator)} ({identifier})",
        *textwrap.wrap(question_of(indicator), WIDTH),
        "",
        *_definition(indicator),
        *("", say("Who promises it")),
        *_promises(catalogue, indicator),
        *("", say("Worked examples")),
        *_examples(indicator),
        *("", say("The SQL")),
        *textwrap.indent(compile_indicator(indicator), "  ").splitlines(),
    ]


def _definition(indicator: Indicator) -> Iterator[str]:
    review = indicator.review
    for name, said in (
        (say("Why it matters"), why_it_matters(indicator)),
        (say("Unit"), unit(indicator)),
        (say("Better"), say(BETTER[indicator.better])),
        (say("Value"), tallies.formula(indicator)),
        *((say(ROLES[role]), tallies.tally(each)) for role, each in indicator.tallies.items()),
        (say("Dated by"), dated_by(indicator)),
        (say("Broken down by"), ", ".join(map(column, indicator.disaggregate_by))),
        (say("Asked of"), say(OF_A_SAMPLE) if indicator.is_sample else None),
        (say("Mind"), caveats_of(indicator)),
        (say("Comparable"), comparability_of(indicator)),
        (say("Serves"), ", ".join(indicator.aligned_to)),
        (say("Version"), str(indicator.version)),
        (say("Checked by"), checked_by(indicator)),
        (say("Next review"), dates.day(review.next) if review and review.next else None),
    ):
        if said:
            yield from _entry(name, said)


def _entry(name: str, said: str) -> list[str]:
    indented = " " * (NAME_WIDTH + 2)
    first = f"  {name:<{NAME_WIDTH}}"
    return textwrap.wrap(said, WIDTH, initial_indent=first, subsequent_indent=indented)


def _promises(catalogue: Catalogue, indicator: Indicator) -> Iterator[str]:
    crossing = crossing_of(catalogue, indicator.identifier)
    if not crossing.statements:
        yield f"  {say('No statement names it.')}"
    for city, statements in crossing.statements.items():
        yield f"  {catalogue.place(city).name}"
        for statement in statements:
            versions = statement.promises[indicator.identifier]
            yield f"    {statement.identifier}: {_all_promised(versions, indicator)}"
            yield from textwrap.wrap(
                statement.text, WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6
            )


def _all_promised(versions: tuple[Promise, ...], indicator: Indicator) -> str:
    return say(", later ").join(promised(version, indicator) for version in versions)


def _examples(indicator: Indicator) -> Iterator[str]:
    for example in indicator.examples:
        yield from _entry(str(example.period), example.name)
        for table, rows in example.given.items():
            yield f"    {table}"
            yield from (f"      {line}" for line in rows.splitlines())
        yield f"    {say('gives {sum}', sum=_arithmetic(indicator, example))}"


def _arithmetic(indicator: Indicator, example: Example) -> str:
    """`2 of 4 = 50 %`, `1,000 × 2 / 4,000 = 0.5 ...`, or the value alone."""
    worked = work_example(indicator, example)
    if worked.value is None:
        return _why_nothing(worked)
    if worked.numerator is None or worked.denominator is None:
        return quantity(worked.value, indicator)
    upper, lower = number(worked.numerator), number(worked.denominator)
    if indicator.is_share:
        return say(
            "{upper} of {lower} = {share}", upper=upper, lower=lower, share=percent(worked.value)
        )
    return (
        f"{number(indicator.scale or 0)} × {upper} / {lower} = {quantity(worked.value, indicator)}"
    )


def _why_nothing(worked: Worked) -> str:
    if worked.denominator == 0:
        return say("0 of 0 = no value, which is not zero")
    return say("no value, because nothing says what to divide by")
