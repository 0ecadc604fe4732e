"""Which form the command `impact template` writes."""

from collections.abc import Callable
from pathlib import Path

from ingest.templates.counts import counts_form
from ingest.templates.evidence import evidence_form
from ingest.templates.form import Form
from ingest.templates.form_file import write_form
from ingest.templates.survey import survey_form
from metrics.city_forms import counts_question, evidence_question, survey_question
from metrics.results import Results

FORMS: dict[str, Callable[[Results, str], Form]] = {
    "counts": lambda results, city: counts_form(counts_question(results, city)),
    "survey": lambda results, city: survey_form(survey_question(results, city)),
    "evidence": lambda results, city: evidence_form(evidence_question(results, city)),
}
"""Kind of form to what makes it for a city."""


def write_template(kind: str, results: Results, city: str, target: Path) -> list[str]:
    """Writes the form; says what is in it and what to do with it."""
    form = FORMS[kind](results, city)
    write_form(form, target)
    filled = len(form.lines)
    return [
        f"wrote {target}",
        (
            f"{filled} lines are prepared, {form.spare_lines} are empty. Fill in the white cells, then: "
            f"impact load {target}"
        ),
    ]
