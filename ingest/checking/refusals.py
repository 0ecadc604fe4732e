"""Rows that are not taken: each once, with everything that is wrong with it in sentences."""

from dataclasses import replace

import pyarrow
from duckdb import DuckDBPyConnection

from ingest.checking.cells import SPOILED_PERSON, without_words
from ingest.checking.checks import Fault, check
from ingest.checking.parts import Part
from ingest.checking.rules import RULES, Rule
from ingest.checking.sql import quoted
from ingest.kinds import Column
from ingest.problems import BROKEN_LINE, LINE_OF_TOTALS, MISSING_VALUE, Problem
from ingest.reading.csv_reader import Line
from matrices.telling import told

MOST_SHOWN = 80
"""So many letters of what was found stand in a sentence."""
SPOILED_PERSON_SHOWN = told("a number like 1.23E+15, an error, or a sign for the same or for none")

REFUSED = """
    CREATE TABLE refused (
        record VARCHAR, file VARCHAR, sheet VARCHAR, row BIGINT, code VARCHAR,
        column_name VARCHAR, found VARCHAR, sentence VARCHAR, cells VARCHAR)"""
"""`code`, `column_name` and `found` are of the first problem; `sentence` tells all of them.
`column_name` is the column of the record, `cells` the row as JSON, heading to text."""


def refuse_wrong(connection: DuckDBPyConnection, part: Part) -> None:
    """Put the rows that are not fine among the refused; where there are none, the long query that
    words what is wrong need not even be planned."""
    if not part.wrong:
        return
    columns = part.fit.record.loaded_columns()
    reasons = [reason for column in columns for reason in _column_reasons(part, column)]
    reasons += [_rule_reason(part, rule) for rule in RULES.get(part.fit.table, ())]
    texts = {column.name: f"raw.{quoted(column.name)}" for column in columns}
    part.values.run(
        connection,
        f"""
        INSERT INTO refused
        SELECT {part.record_sql()}, at_file, at_sheet, at_row, problems[1].code,
            problems[1].column_name, problems[1].found, {part.place_sql()} || {_SENTENCES}, cells
        FROM (
            SELECT {part.provenance()}, {cells_json(part, texts)},
                CASE WHEN total IS NOT NULL THEN [{_total(part)}]
                    ELSE list_filter([{", ".join(reasons)}], lambda p: p IS NOT NULL) END
            FROM (SELECT {part.raw_total()} AS total, * REPLACE ({_kept(part)} AS raw)
                FROM {_gathered(part)})
        ) AS wrong(at_file, at_sheet, at_row, cells, problems)""",
    )


def _gathered(part: Part) -> str:
    """SQL: the rows that are not fine. They are few among many, and DuckDB hands on what one block
    of rows has of them; sorted they come in full blocks, and the long query runs for fewer."""
    return f"""(
        SELECT rowid, * FROM {part.name} WHERE NOT is_fine AND NOT is_blank ORDER BY rowid) AS part"""


def _total(part: Part) -> str:
    """Whatever else such a line lacks is not worth a word."""
    return _problem(part, LINE_OF_TOTALS, part.fit.record.key[0], "total", "''")


def _kept(part: Part) -> str:
    """SQL: the texts of a row, without words that may be names. The patterns that find them take
    longer to prepare than a small file to read, so only columns of the file are looked at."""
    texts = {column: part.raw(column) for column in part.fit.record.loaded_columns()}
    kept = (
        f"{quoted(c.name)} := {without_words(c, text) if c.name in part.fit.columns else text}"
        for c, text in texts.items()
    )
    return f"struct_pack({', '.join(kept)})"


def refuse_broken(connection: DuckDBPyConnection, part: Part) -> None:
    """Put the lines that could not be read among the refused; their cells cannot be told."""
    if not part.broken:
        return
    rows = [
        {
            "row": line.row,
            "code": _broken_code(part, line),
            "found": line.fault,
            "sentence": _broken_sentence(part, line),
        }
        for line in part.broken
    ]
    provenance = (part if part.members else replace(part, row="row")).provenance()
    connection.register("broken_lines", pyarrow.Table.from_pylist(rows))
    part.values.run(
        connection,
        f"""
        INSERT INTO refused
        SELECT {part.record_sql()}, {provenance}, code, NULL, found, sentence, '{{}}'
        FROM broken_lines""",
    )
    connection.unregister("broken_lines")


def _broken_code(part: Part, line: Line) -> str:
    return part.members[line.row - 1].code if part.members else BROKEN_LINE.code


def _broken_sentence(part: Part, line: Line) -> str:
    if part.members:
        return line.fault or ""
    return f"{part.place}line {line.line}: {BROKEN_LINE.sentence(found=line.fault or '')}"


def cells_json(part: Part, texts: dict[str, str]) -> str:
    """SQL: the cells that were read as JSON, under the headings of the file."""
    by_heading: dict[str, str] = {}
    for column, cells in sorted(part.fit.columns.items(), key=lambda each: each[1].positions):
        if cells.constant is None:
            by_heading.setdefault(cells.heading, texts[column])
    pairs = (f"{part.values.bind(heading)}, {text}" for heading, text in by_heading.items())
    return f"json_object({', '.join(pairs)})::VARCHAR"


_SENTENCES = "array_to_string(list_transform(problems, lambda p: p.sentence), ' ')"


def _column_reasons(part: Part, column: Column) -> list[str]:
    """SQL: what is wrong with one column, NULL where it is as it should be."""
    name, text = quoted(column.name), f"raw.{quoted(column.name)}"
    cases = [f"WHEN {name} IS NOT NULL THEN NULL"]
    if column.is_required:
        missing = _problem(part, MISSING_VALUE, column.name, "''", "''")
        cases.append(f"WHEN {text} IS NULL THEN {missing}")
    cases += [
        f"WHEN {text} IS NOT NULL AND {fault.when} THEN {_fault(part, column, text, fault)}"
        for fault in check(part.question(column, text)).faults
    ]
    return [f"CASE {' '.join(cases)} END"] if len(cases) > 1 else []


def _fault(part: Part, column: Column, text: str, fault: Fault) -> str:
    found = rf"left(regexp_replace({text}, '\s+', ' ', 'g'), {MOST_SHOWN})"
    if column.kind.name == "person":
        shown = part.values.bind(SPOILED_PERSON_SHOWN)
        found = f"CASE WHEN {text} = '{SPOILED_PERSON}' THEN {shown} END"
    return _problem(part, fault.problem, column.name, found, fault.right)


def _rule_reason(part: Part, rule: Rule) -> str:
    headings = _headings(part)
    found, right = rule.found.format_map(headings), rule.right.format_map(headings)
    problem = _problem(part, rule.problem, rule.columns[0], found, right)
    names = [quoted(column) for column in rule.columns]
    can_be_read = " AND ".join(f"({name} IS NOT NULL OR raw.{name} IS NULL)" for name in names)
    when = rule.met(part.frame.shares, part.values)
    return f"CASE WHEN ({when}) AND {can_be_read} THEN {problem} END"


def _headings(part: Part) -> dict[str, str]:
    """What stands in the texts of rules, ready to be written between the quotes of SQL."""
    names = [column.name for column in part.fit.record.loaded_columns()]
    headings = {name: part.fit.heading(name).replace("'", "''") for name in names}
    there = {f"{name}_or": f"`{headings[name]}`, or " for name in part.fit.columns}
    return {f"{name}_or": "" for name in names} | headings | there


def _problem(part: Part, problem: Problem, column: str, found: str, right: str) -> str:
    values = part.values
    sentence = problem.sentence_sql(
        values,
        column=values.bind(part.fit.heading(column)),
        found=found,
        right=right,
    )
    return (
        f"{{'code': '{problem.code}', 'column_name': '{column}', "
        f"'found': {found}, 'sentence': {sentence}}}"
    )
