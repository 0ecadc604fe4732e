"""Statements read by goals of policy frameworks: their own tags, and those of their indicators."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from matrices.frameworks import Framework, Frameworks, Skill
from matrices.home import Home
from matrices.model import Matrix, Statement
from matrices.names import ENGLISH
from matrices.problems import DeclarationProblem, KeyPath, nearest
from matrices.reading.city_file import statement_path
from matrices.yaml_source import read_source
from metrics.definition import Indicator
from metrics.standing import StatementStanding, Status


@dataclass(frozen=True)
class Alignment:
    """One goal of a framework, and how the statements that serve it stand."""

    tag: str
    """Framework and code, such as `youth_goals:8`."""
    framework: str
    goal: str
    """The goal's name in the framework."""
    statements: tuple[str, ...]
    """Identifiers, in the order of the matrices."""
    statuses: dict[Status, int]
    """How many of them stand where; adds up to their number."""


def tags_of(statement: Statement, indicators: dict[str, Indicator]) -> tuple[str, ...]:
    """The statement's own tags, then those of the indicators it names, each once."""
    inherited = (tag for name in statement.promises for tag in indicators[name].aligned_to)
    return tuple(dict.fromkeys((*statement.aligned_to, *inherited)))


def alignments(
    standings: Iterable[StatementStanding],
    indicators: dict[str, Indicator],
    frameworks: Frameworks,
    language: str = ENGLISH,
) -> list[Alignment]:
    """Every goal that a statement serves, by framework and in its order, named in the language.

    A statement may serve several goals and counts for each: goals do not add up.
    """
    found: dict[str, list[StatementStanding]] = {}
    for standing in standings:
        for tag in tags_of(standing.statement, indicators):
            found.setdefault(tag, []).append(standing)
    return [
        _alignment(framework, skill, found[f"{name}:{skill.code}"], language)
        for name, framework in frameworks.frameworks.items()
        for skill in framework.skills
        if f"{name}:{skill.code}" in found
    ]


def tag_problems(
    home: Home,
    matrices: dict[str, Matrix],
    indicators: dict[str, Indicator],
    frameworks: Frameworks,
) -> Iterator[DeclarationProblem]:
    """Tags of frameworks or goals that do not exist, with their lines."""
    for path in home.indicators():
        if path.stem in indicators:
            found = indicators[path.stem].aligned_to
            yield from _problems(path, ("aligned_to",), found, frameworks)
    for path in home.cities():
        for statement in matrices[path.stem].statements() if path.stem in matrices else ():
            place = (*statement_path(statement), "aligned_to")
            yield from _problems(path, place, statement.aligned_to, frameworks)


def _alignment(
    framework: Framework, skill: Skill, found: list[StatementStanding], language: str
) -> Alignment:
    return Alignment(
        tag=f"{framework.identifier}:{skill.code}",
        framework=framework.name_in(language),
        goal=skill.name_in(language),
        statements=tuple(standing.statement.identifier for standing in found),
        statuses=dict(Counter(standing.status for standing in found)),
    )


def _problems(
    path: Path, place: KeyPath, tags: Iterable[str], frameworks: Frameworks
) -> Iterator[DeclarationProblem]:
    for number, tag in enumerate(tags):
        text = _problem(tag, frameworks)
        if text:
            line = read_source(path).line_of((*place, number))
            yield DeclarationProblem(path.name, line, f"aligned_to: {text}")


def _problem(tag: str, frameworks: Frameworks) -> str | None:
    name, _, code = tag.partition(":")
    known = frameworks.frameworks
    if not known:
        return None  # they could not be read, and that is told already
    if name not in known:
        return f"`{name}` is not a framework.{nearest(name, known)}"
    codes = known[name].codes()
    if code not in codes:
        more = nearest(code, codes) or f" Its codes are {', '.join(codes[:12])}."
        return f"`{code}` is not in `{name}`.{more}"
    return None
