"""What a spreadsheet offers and says while a cell of a form is filled in."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ingest.templates.form import Form, Heading

MOST_PROMPT = 250
"""A spreadsheet shows no more than 255 letters beside a cell."""


def add_rules(sheet: Worksheet, form: Form, first_row: int, ranges: dict[str, str]) -> None:
    """Gives every column that is filled in by hand its drop-down or rule, and its words."""
    last_row = first_row + len(form.lines) + form.spare_lines - 1
    places = {heading.text: number for number, heading in enumerate(form.headings, start=1)}
    for heading in form.headings:
        if not heading.is_locked:
            letter = get_column_letter(places[heading.text])
            rule = _rule(heading, first_row, places, ranges)
            rule.add(f"{letter}{first_row}:{letter}{last_row}")
            sheet.add_data_validation(rule)


def _rule(
    heading: Heading, first_row: int, places: dict[str, int], ranges: dict[str, str]
) -> DataValidation:
    rule = DataValidation(**_allowed(heading, first_row, places, ranges), allow_blank=True)
    rule.promptTitle, rule.prompt = heading.text[:32], heading.explanation[:MOST_PROMPT]
    rule.errorTitle, rule.error = heading.text[:32], heading.explanation[:MOST_PROMPT]
    rule.showInputMessage = True
    rule.showErrorMessage = heading.choices is None or heading.only_choices
    return rule


def _allowed(
    heading: Heading, first_row: int, places: dict[str, int], ranges: dict[str, str]
) -> dict[str, str]:
    if heading.choices:
        return {"type": "list", "formula1": ranges[heading.choices]}
    if heading.at_most:
        most = f"{get_column_letter(places[heading.at_most])}{first_row}"
        return {"type": "whole", "operator": "between", "formula1": "0", "formula2": most}
    if heading.written == "whole":
        return {"type": "whole", "operator": "greaterThanOrEqual", "formula1": "0"}
    if heading.written == "number":
        bounds = {"formula1": "-1E+15", "formula2": "1E+15"}
        return {"type": "decimal", "operator": "between", **bounds}
    if heading.written == "day":
        return {"type": "date", "operator": "greaterThan", "formula1": "DATE(1900,1,1)"}
    return {}
