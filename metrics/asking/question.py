"""Asking in SQL: one SELECT, answered by a process that can do nothing else, within limits."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow

from metrics.asking import answering

MOST_ROWS = 100_000
"""Rows of one answer."""
PATIENCE = 20.0
"""Seconds after which a process is stopped, however little it works."""
LONGEST = 20_000
"""Signs of one question."""

TOO_LONG = "The query took longer than it may and was stopped. Ask for less: fewer rows or periods."
TOO_LARGE = "The answer needs more memory than it may. Ask for less, or add up before you list."


class QueryProblem(Exception):
    """Why a question has no answer: sentences for the person who asked."""


@dataclass(frozen=True)
class Answer:
    """What came of a question."""

    table: pyarrow.Table
    is_cut: bool
    """True where there would be more rows than `MOST_ROWS`."""


def ask(file: Path, question: str) -> Answer:
    """Rows of the open file (see `open_tables.py`); raises `QueryProblem`."""
    select = _only_select(question)
    command = [sys.executable, "-I", answering.__file__, str(file), str(MOST_ROWS + 1)]
    try:
        done = subprocess.run(
            command,
            input=select.encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            env={},
        )
    except subprocess.TimeoutExpired:
        raise QueryProblem(TOO_LONG) from None
    if done.returncode:
        raise QueryProblem(_sentence(done.returncode, done.stderr.decode(errors="replace")))
    table = pyarrow.ipc.open_stream(done.stdout).read_all()
    return Answer(table.slice(0, MOST_ROWS), table.num_rows > MOST_ROWS)


def _only_select(question: str) -> str:
    """The one statement of the text, when it reads and does nothing else."""
    if len(question) > LONGEST:
        raise QueryProblem(f"The query is longer than {LONGEST:,} signs.")
    try:
        statements = duckdb.extract_statements(question)
    except duckdb.Error as error:
        raise QueryProblem(str(error)) from None
    if len(statements) != 1:
        found = "nothing" if not statements else f"{len(statements)} statements"
        raise QueryProblem(f"One SELECT is expected here; this is {found}.")
    kind = statements[0].type
    if kind is not duckdb.StatementType.SELECT:
        raise QueryProblem(
            f"Only a SELECT can be asked here; this is {kind.name}. Nothing can be changed."
        )
    return statements[0].query


def _sentence(code: int, told: str) -> str:
    """A process that the system stopped says nothing itself."""
    if code < 0 and not told:
        return TOO_LONG
    if code < 0 or "memory" in told.lower() or "bad_alloc" in told or "terminate" in told:
        return TOO_LARGE
    return told.strip()
