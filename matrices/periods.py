"""A home's periods.yaml -> its calendar: when school years begin, and which projects there are."""

from pathlib import Path

from matrices.calendar import SCHOOL_YEAR_BEGINS, Calendar
from matrices.reading.entries import Entry, Findings
from matrices.reading.project_file import projects_of
from matrices.yaml_source import read_source

MONTHS = {
    "february": "2",
    "march": "3",
    "april": "4",
    "may": "5",
    "june": "6",
    "july": "7",
    "august": "8",
    "september": "9",
    "october": "10",
    "november": "11",
    "december": "12",
}
"""A school year that begins in January is the calendar's year, so it is none of its own."""


def load_calendar(path: Path) -> Calendar:
    """The calendar in a file; raises `DeclarationProblems` with all problems of the file."""
    source = read_source(path)
    if not source.is_whole:
        raise source.problems()
    findings = Findings(source)
    file = Entry(source.data, (), findings)
    file.refuse_others(("school_year_begins", "projects"), "periods.yaml")
    begins = file.word("school_year_begins", MONTHS)
    projects = tuple(projects_of(file.entry("projects")))
    if findings.slips or source.slips:
        raise source.problems(findings.slips)
    return Calendar(int(begins or SCHOOL_YEAR_BEGINS), projects)
