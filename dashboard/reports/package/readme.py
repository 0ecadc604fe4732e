"""`README.md` of the package: what is in it, and how to begin."""

from collections.abc import Iterator

from dashboard.language import say
from dashboard.reports.content import Report
from dashboard.reports.package.tables import TABLES
from dashboard.wording.report import footer, simulated_note, title

BEGIN = """\
```sh
duckdb -init verify.sql
```

```sql
FROM checks;                    -- {empty}
FROM framework LIMIT 10;        -- {framework}
```
"""


def readme(report: Report) -> str:
    """In the language of the report; names of tables and columns are English."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# {title(report)}"
    yield ""
    yield f"{footer(report)}."
    if report.provenance.is_simulated:
        yield ""
        yield f"**{simulated_note(report)}**"
    yield ""
    yield say(
        "Each table is there as CSV and as Parquet; `datapackage.json` says what every column holds, "
        "in which unit, and which rows belong together."
    )
    yield ""
    yield from _tables()
    yield ""
    yield from _rest()
    yield ""
    yield from _how_to_read()


def _tables() -> Iterator[str]:
    yield f"| {say('table')} | {say('what a row is about')} |"
    yield "|---|---|"
    yield from (f"| `{table.name}` | {table.sentence} |" for table in TABLES)


def _rest() -> Iterator[str]:
    yield say(
        "`matrices/` and `indicators/` hold the declarations as they were used, `manifest.json` what "
        "the report was made from. `impact verify` tells whether it still agrees with the data."
    )
    yield ""
    yield say("To check every figure of the workbook, in this folder:")
    yield ""
    told = {
        "empty": say("no row: everything agrees"),
        "framework": say("the sheet with the results framework"),
    }
    yield BEGIN.format(**told)


def _how_to_read() -> Iterator[str]:
    yield "- " + say(
        "A figure that is withheld stands for so few people that it could point at one of them, or "
        "would tell such a number by subtraction. It is neither missing nor zero: `is_withheld` is "
        "true, its value is empty."
    )
    yield "- " + say(
        "Different people never add up over periods, cities or groups; shares are worked out of "
        "numerators and denominators only."
    )
    yield "- " + say(
        "Texts are those of the posters and files, word for word; a spreadsheet may take one that "
        "begins with `=` for a formula. Import them as text."
    )
