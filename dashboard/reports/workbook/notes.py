"""What to know of the figures: data quality, comparison, methods, definitions, words, sources."""

from collections.abc import Iterator

from dashboard.language import say
from dashboard.reports.content import Report
from dashboard.reports.workbook import figures
from dashboard.reports.workbook.cell import EMPTY, Cell, Column, Row, Table
from dashboard.retelling import retell
from dashboard.wording import about_quality, comparison, dates, glossary, tallies
from dashboard.wording import report as words
from dashboard.wording.indicator_words import caveats_of, name_of, question_of
from metrics.comparing.answers import Figure
from metrics.definition import Indicator
from metrics.finding import Finding
from metrics.standing import SourceRow


def quality(report: Report) -> Table:
    """What in the data deserves a second look; nothing here changes a figure."""
    known = report.catalogue.indicators
    return Table(
        name="Quality",
        title=say("Data quality"),
        lead=say("What in the data deserves a second look. Nothing here changes a figure."),
        columns=(
            Column("city", say("City"), 14),
            Column("kind", say("What it is"), 22),
            Column("sentence", say("What was found"), 80),
            Column("rows", say("Rows"), 8),
            Column("places", say("Where"), 60),
        ),
        rows=[
            {
                "city": Cell(city.place_name),
                "kind": Cell(say(about_quality.HEADS[finding.kind]), "name"),
                "sentence": Cell(about_quality.sentence(finding, city.place_name, known)),
                "rows": Cell(finding.row_count, "count") if finding.row_count else EMPTY,
                "places": Cell(_places(finding), "soft"),
            }
            for city in report.cities
            for finding in city.findings
        ],
        fixed=2,
        is_counted=True,
    )


def compared(report: Report) -> Table:
    """The cities beside their peers, with what cannot be compared and why."""
    return Table(
        name="Comparison",
        title=say("Comparison"),
        lead=say("The newest year that is complete anywhere; what cannot be compared says why."),
        columns=(
            Column("indicator", say("Indicator"), 40),
            Column("city", say("City"), 16),
            Column("period", say("Period"), 12),
            Column("value", say("Value"), 12),
            Column("unit", say("Unit"), 22),
            Column("cases", say("Cases (n)"), 10),
            Column("state", say("Comparable?"), 24),
            Column("why", say("Why not"), 60),
        ),
        rows=list(_compared(report)),
        fixed=2,
        is_counted=True,
    )


def methods(report: Report) -> Table:
    """The rules by which the rows of the framework were judged."""
    rows = (row for city in report.cities for row in city.rows if row.promise)
    used = dict.fromkeys(row.promise.progress.method for row in rows if row.promise)
    return Table(
        name="Methods",
        title=say("Methods"),
        lead=say("How the promises of this report were judged. `impact methods` tells more."),
        columns=(
            Column("method", say("Method"), 24),
            Column("rule", say("Rule"), 90),
            Column("source", say("Source"), 60),
        ),
        rows=[
            {
                "method": Cell(told.name, "name"),
                "rule": Cell(told.rule),
                "source": Cell(told.source, "soft"),
            }
            for told in glossary.methods(used)
        ],
    )


def definitions(report: Report) -> Table:
    """Every indicator of which the report shows a figure."""
    return Table(
        name="Indicators",
        title=say("Indicators"),
        lead=say(
            "What each figure counts, in words; the version goes up when the meaning changes."
        ),
        columns=(
            Column("name", say("Indicator"), 28),
            Column("question", say("Question"), 36),
            Column("unit", say("Unit"), 18),
            Column("numerator", say("Numerator"), 28),
            Column("denominator", say("Denominator"), 24),
            Column("caveats", say("Mind"), 46),
            Column("version", say("Version"), 8),
            Column("digest", say("Fingerprint"), 18),
            Column("id", say("Indicator identifier"), 30),
        ),
        rows=[_definition(report, indicator) for indicator in report.indicators.values()],
        off_paper=2,
    )


def words_used(report: Report) -> Table:
    """The words of the report, and what a funder calls them."""
    return Table(
        name="Glossary",
        title=say("Glossary"),
        lead=say("The words of this report, and what a funder or IATI calls them."),
        columns=(
            Column("word", say("Word"), 26),
            Column("meaning", say("What it means"), 90),
            Column("elsewhere", say("Elsewhere"), 40),
        ),
        rows=[
            {
                "word": Cell(entry.word, "name"),
                "meaning": Cell(entry.meaning),
                "elsewhere": Cell(entry.elsewhere, "soft"),
            }
            for entry in glossary.entries()
        ],
    )


def sources(report: Report) -> Table:
    """Every file behind the figures, with its fingerprint."""
    return Table(
        name="Sources",
        title=say("Sources"),
        lead=words.made_from(report),
        columns=(
            Column("load", say("Load"), 8),
            Column("file", say("File"), 34),
            Column("size", say("Bytes"), 12),
            Column("sha256", say("SHA-256"), 68),
            Column("read_as", say("Read as"), 16),
            Column("as_of", say("Tells up to"), 16),
            Column("simulated", say("Simulated"), 14),
        ),
        rows=list(_files(report)),
        fixed=2,
    )


def _places(finding: Finding) -> str:
    told = [words.origin(row.load, row.file, row.row) for row in _first(finding.rows)]
    more = finding.row_count - len(told)
    return "\n".join([*told, say("and {count} more", count=more)] if more > 0 and told else told)


def _first(rows: tuple[SourceRow, ...]) -> tuple[SourceRow, ...]:
    return rows[:3]


def _compared(report: Report) -> Iterator[Row]:
    for answer in report.comparisons:
        indicator = report.catalogue.indicators[answer.indicator]
        for figure in answer.figures:
            yield _figure(figure, indicator) | {"period": Cell(dates.period(answer.period))}


def _figure(figure: Figure, indicator: Indicator) -> Row:
    return {
        "indicator": Cell(name_of(indicator), "name"),
        "city": Cell(figure.place_name),
        "value": figures.amount(figure.value, indicator),
        "unit": Cell(figures.unit(indicator)),
        "cases": Cell(figure.cases, "count"),
        "state": Cell(say(comparison.STATES[figure.state])),
        "why": Cell(retell(figure.why), "soft"),
    }


def _definition(report: Report, indicator: Indicator) -> Row:
    digests = {found.name: found.digest for found in report.provenance.indicators}
    below = indicator.denominator
    return {
        "name": Cell(name_of(indicator), "name"),
        "question": Cell(question_of(indicator)),
        "unit": Cell(figures.unit(indicator)),
        "numerator": Cell(tallies.tally(indicator.numerator)),
        "denominator": Cell(tallies.tally(below)) if below else EMPTY,
        "caveats": Cell(" ".join((caveats_of(indicator) or "").split()), "soft"),
        "version": Cell(indicator.version, "count"),
        "digest": Cell(digests.get(indicator.identifier), "soft"),
        "id": Cell(indicator.identifier, "soft"),
    }


def _files(report: Report) -> Iterator[Row]:
    """The files of the loads, then the matrices as they were used."""
    for load in report.provenance.loads:
        for file in load.files:
            yield {
                "load": Cell(load.load, "count"),
                "file": Cell(file.name, "name"),
                "size": Cell(file.size_bytes, "count"),
                "sha256": Cell(file.sha256, "soft"),
                "read_as": Cell(file.mapping),
                "as_of": Cell(load.as_of, "day"),
                "simulated": Cell(say("yes") if load.is_simulated else say("no")),
            }
    for matrix in report.provenance.matrices:
        yield {
            "file": Cell(f"{matrix.name}.yaml", "name"),
            "sha256": Cell(f"{matrix.digest}…", "soft"),
            "read_as": Cell(say("matrix")),
        }
