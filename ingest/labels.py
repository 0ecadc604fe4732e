"""Skill labels that nobody has filed yet, and filing them in the home's own file."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from duckdb import DuckDBPyConnection

from ingest.ledger import LoadProblem
from ingest.tables.columns import base_records
from ingest.tables.skills import file_labels
from matrices.durable import replace_text
from matrices.filed_labels import LABELS, FiledLabels, fault_of_skill, label_key
from matrices.frameworks import Frameworks, load_frameworks
from matrices.home import Home

SKILLS = "skills"
"""The column of labels; every record that has one is looked through."""
NEAREST = 3
ALIKE, ALIKE_WITH_A_WORD = 0.75, 0.4
"""A skill is offered where one of its spellings is so much like the label; less is enough where
they share a whole word."""
LONG_WORD = 4
"""Letters that a word has at least to be more than `and` or `the`."""


@dataclass(frozen=True)
class KnownSkill:
    """A skill that a label may mean."""

    framework: str
    code: str
    name: str

    @property
    def skill(self) -> str:
        """As it is written in `frameworks/labels.yaml`."""
        return f"{self.framework}:{self.code}"


@dataclass(frozen=True)
class UnknownLabel:
    """A label that is neither a spelling of a skill nor ignored."""

    label: str
    """In its most frequent spelling."""
    uses: dict[str, int]
    """Table to how many of its rows name it."""
    nearest: tuple[KnownSkill, ...]

    @property
    def total(self) -> int:
        return sum(self.uses.values())


def unknown_labels(
    connection: DuckDBPyConnection, frameworks: Frameworks, most: int | None = None
) -> list[UnknownLabel]:
    """The most frequent first, at most so many; judged by the declarations as they are now."""
    filed = list(frameworks.labels())
    uses, spellings = _uses(connection, frameworks, filed)
    by_frequency = sorted(uses, key=lambda key: (-uses[key].total(), key))[:most]
    known = {label: (framework, code) for label, framework, code, _ in filed}
    return [
        UnknownLabel(
            label=min(spellings[key], key=lambda each: (-spellings[key][each], each)),
            uses=dict(sorted(uses[key].items())),
            nearest=_nearest(key, known, frameworks),
        )
        for key in by_frequency
    ]


def file_label(home: Home, label: str, skill: str | None) -> Path:
    """File a label as another word for `framework:code`, or as ignored where that is None.

    Writes the home's `frameworks/labels.yaml` whole; remarks typed into it by hand are not kept.
    Raises `LoadProblem` for a skill that does not exist and `DeclarationProblems` where the
    frameworks cannot be read; then nothing has been written.
    """
    frameworks = load_frameworks(home.frameworks())
    label = " ".join(label.split())
    if not label:
        raise LoadProblem("The label is empty.")
    if skill and (fault := fault_of_skill(skill, frameworks.codes())):
        raise LoadProblem(fault)
    filed = frameworks.filed
    after = filed.with_synonym(label, skill) if skill else filed.with_ignored(label)
    return _write(home, after)


def _uses(
    connection: DuckDBPyConnection, frameworks: Frameworks, filed: list[tuple[str, str, str, bool]]
) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    """By the label as labels are compared: rows by table, and rows by spelling."""
    entries = _entries(connection)
    labels = file_labels({entry for entry, _, _ in entries}, filed)
    unknown = {each.entry: each.label for each in labels if not each.framework}
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for entry, table, rows in entries:
        label = unknown.get(entry)
        if label is not None and not frameworks.filed.is_ignored(label):
            uses[label_key(label)][table] += rows
            spellings[label_key(label)][label] += rows
    return uses, spellings


def _entries(connection: DuckDBPyConnection) -> list[tuple[str, str, int]]:
    """Every entry of a column of labels, the table, and how many rows hold it."""
    tables = [
        table
        for table, record in base_records().items()
        if any(column.name == SKILLS for column in record.loaded_columns())
    ]
    each = (
        f"SELECT unnest(list_distinct({SKILLS})) AS entry, '{table}' AS held_in FROM {table}"
        for table in tables
    )
    sql = f"SELECT entry, held_in, count(*) FROM ({' UNION ALL '.join(each)}) GROUP BY ALL"
    return connection.execute(f"{sql} ORDER BY ALL").fetchall()


def _nearest(
    key: str, known: dict[str, tuple[str, str]], frameworks: Frameworks
) -> tuple[KnownSkill, ...]:
    words = {word for word in key.split() if len(word) >= LONG_WORD}
    sharing = [label for label in known if words & set(label.split())]
    close = get_close_matches(key, known, n=NEAREST * 2, cutoff=ALIKE)
    close += get_close_matches(key, sharing, n=NEAREST * 2, cutoff=ALIKE_WITH_A_WORD)
    return tuple(_once((known[label] for label in close), frameworks))[:NEAREST]


def _once(skills: Iterable[tuple[str, str]], frameworks: Frameworks) -> Iterable[KnownSkill]:
    for framework, code in dict.fromkeys(skills):
        yield KnownSkill(framework, code, frameworks.name(framework, code))


def _write(home: Home, filed: FiledLabels) -> Path:
    path = home.path / "frameworks" / f"{LABELS}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_text(path, filed.text())
    return path
