"""A sentence for every column of the tables of figures and declarations, for who queries them."""

from duckdb import DuckDBPyConnection

from ingest.tables.dictionary import TableNote, document

_CITY = "The city's identifier."
_INDICATOR = "The indicator's identifier; see `indicators`."
_SOURCE = "Where the number was read."
_FIGURE = {
    "indicator": _INDICATOR,
    "version": "The version of its definition.",
    "city": _CITY,
    "period_kind": "The kind of period: month, quarter, year ...",
    "period_start": "The first day of the period.",
    "period_end": "The last day of the period.",
    "disaggregation": "The column by which the value is broken down; empty for the whole.",
    "member": "The value of that column; empty for the whole.",
}

NOTES = (
    TableNote(
        "actuals",
        "Every indicator in every city and period, whole and broken down; small numbers withheld.",
        {
            "indicator": _INDICATOR,
            "city": _CITY,
            "target_group": "Empty: figures are not worked out by target group.",
            "period_kind": "The kind of period: month, quarter, year ...",
            "period_start": "The first day of the period.",
            "period_end": "The last day of the period.",
            "disaggregation": "The column by which the value is broken down; empty for the whole.",
            "member": "The value of that column; empty for the whole.",
            "value": "The value in the indicator's unit; empty where withheld or without a "
            "denominator, which is not zero.",
            "numerator": "What was counted; of a share those who count.",
            "denominator": "Of a share or rate what the numerator is divided by.",
            "rows": "How many rows the value was made from; of a share those of its denominator.",
            "origin": "`computed` from rows, or `reported` as a ready-made count.",
            "is_complete": "No while the data do not reach the period's end.",
            "is_withheld": "Yes where the number would point at a person.",
            "is_held": "Yes where the value is one published before, because it changed by too few "
            "people to be told.",
            "published_on": "Of a held value the last day on which it was what the data said.",
        },
    ),
    TableNote(
        "progress",
        "How each promise stood on the last day of the data, with what led to its status.",
        {
            "statement": "The statement's identifier; see `statements`.",
            "city": _CITY,
            "target_group": "The column of the matrix.",
            "level": "The row of the matrix.",
            "indicator": _INDICATOR,
            "direction": "`increase` or `decrease` where no number is promised.",
            "target": "The number promised, in the indicator's unit.",
            "target_date": "The day by which it is promised.",
            "target_date_is_assumed": "Yes where the promise names no day and the matrix's "
            "horizon was taken.",
            "baseline": "The value from which the promise starts.",
            "baseline_date": "The day of the baseline.",
            "baseline_is_assumed": "Yes where the first full year with data was taken.",
            "period_start": "The first day of the period judged.",
            "period_end": "The last day of the period judged.",
            "value": "The value judged.",
            "expected": "What the method asks by the end of the period judged.",
            "ratio": "Of what was due, the share that was done.",
            "yearly_growth": "0.05 is 5 % a year since the baseline.",
            "method": "How it was judged; see `impact methods`.",
            "status": "The status.",
            "interval_low": "The lower end of the 95 % interval of a share, in percent.",
            "interval_high": "Its upper end.",
            "is_within_noise": "Yes where chance alone would bring as much change.",
            "disagreement": "Other methods that come to another status.",
            "judged_on": "The day for which the status holds.",
        },
    ),
    TableNote(
        "cities",
        "The matrices that are declared.",
        {
            "city": _CITY,
            "name": "The name of the city's matrix.",
            "place": "The place's identifier; see `populations`.",
            "country": "Two-letter code of the country.",
            "goal": "The headline of the matrix.",
            "starts": "The day from which the matrix counts.",
        },
    ),
    TableNote(
        "target_groups",
        "The columns of the matrices.",
        {
            "city": _CITY,
            "target_group": "The column's identifier within its city.",
            "position": "Its place from left to right, from 1.",
            "name": "What the poster prints above it.",
        },
    ),
    TableNote(
        "statements",
        "Every statement of every matrix, in the posters' own words.",
        {
            "statement": "The statement's identifier, which never changes.",
            "city": _CITY,
            "target_group": "The column of the matrix, or `all_target_groups`.",
            "level": "The row: impact, short_term_impact, outputs, activities or inputs.",
            "text": "The sentence.",
            "measured": "How it is followed: by_indicator, by_evidence, by_survey, not_yet, "
            "cannot_be.",
            "reason": "Why it cannot be measured.",
            "in_force_from": "The day from which its matrix counts.",
            "names_indicator": "Yes where at least one indicator is named.",
        },
    ),
    TableNote(
        "indicators",
        "What is counted, and how it is meant.",
        {
            "indicator": "The indicator's identifier.",
            "name": "Its name.",
            "question": "The question it answers.",
            "unit": "What its values count.",
            "better": "Whether higher, lower or neither is better.",
            "version": "Goes up when the meaning changes; only equal versions are compared.",
            "caveats": "What the figure does not say.",
        },
    ),
    TableNote(
        "populations",
        "How many people live where, by age, day, definition and source.",
        {
            "place": "The place's identifier.",
            "name": "The place's name.",
            "country": "Two-letter code of the country.",
            "measure": "Whether all people were counted, or an age band.",
            "age_from": "The first age counted.",
            "age_to": "The last age counted.",
            "persons": "How many people.",
            "date": "When they were counted, in the source's words.",
            "unit": "What was counted: a municipality, an agglomeration ...",
            "source": _SOURCE,
            "how_known": "How the number is known.",
        },
    ),
    TableNote(
        "inhabitants",
        "The populations that rates are divided by.",
        {
            "city": _CITY,
            "ages": "`all`, or the first and last age counted, such as `15-29`.",
            "persons": "How many people.",
            "as_of": "When they were counted, in the source's words.",
            "unit": "What was counted: a municipality, an agglomeration ...",
            "source": _SOURCE,
        },
    ),
    TableNote(
        "quality_notes",
        "Ready-made counts that differ from what the rows give, and rates without a population.",
        {
            "city": _CITY,
            "indicator": _INDICATOR,
            "period_start": "The first day of what the note is about.",
            "period_end": "The last day of what the note is about.",
            "sentence": "What was found.",
        },
    ),
    TableNote(
        "periods",
        "Every period for which figures are worked out.",
        {
            "period": "A number for the period, within this file.",
            "city": "The city or territory whose figures it is about.",
            "period_kind": "The kind of period: month, quarter, year ...",
            "period_start": "The first day of the period.",
            "period_end": "The last day of the period.",
            "name": "What it is called, where it has a name, such as a project.",
        },
    ),
    TableNote(
        "members",
        "Whose rows count in the figures of whom: a territory counts those of all its members.",
        {
            "territory": "The city or territory whose figures they are.",
            "city": "The city whose rows count in them.",
        },
    ),
    TableNote(
        "telling",
        "From when to when each city's rows tell of an indicator.",
        {
            "indicator": _INDICATOR,
            "territory": "The city or territory whose figures they count in.",
            "city": "The city whose rows they are.",
            "since": "The first day they tell of.",
            "until": "The last day they tell of.",
            "is_whole": "Whether they tell of both parts of a share.",
        },
    ),
    TableNote(
        "calendar",
        "Which stretches of days belong to which period.",
        {
            "city": "The city whose rows are counted.",
            "since": "The first day of the stretch: a month, or what is left of one.",
            "period": "The period it belongs to; see `periods`.",
        },
    ),
    TableNote(
        "told",
        "Every value that was ever shown as a figure about people, so that the next is not too close.",
        {
            **_FIGURE,
            "counted": "The number of people; of a share those who count; empty where withheld.",
            "others": "Of a share those who do not count.",
            "rows": "How many rows the value was made from.",
            "first_snapshot": "The first snapshot that showed it.",
            "last_snapshot": "The last snapshot that showed it.",
            "current_snapshot": "The last snapshot in which it was what the data said.",
            "current_on": "The day on which that snapshot was made.",
        },
    ),
    TableNote(
        "not_told",
        "What the newest snapshots withheld or held, so that an undone load leaves no trace.",
        {
            **_FIGURE,
            "state": "The loads and declarations that the snapshot was made from.",
            "snapshot": "The snapshot.",
            "counted": "What a held figure showed; empty where it was withheld.",
            "others": "Of a share those who do not count.",
            "rows": "How many rows the value shown was made from.",
            "current_on": "The last day on which the value shown was what the data said.",
        },
    ),
    TableNote(
        "publication",
        "Which snapshot this is.",
        {
            "snapshot": "Its number, counted from 1.",
            "published_at": "When it was made, in UTC.",
            "data_through": "The last day that the data reach.",
            "definitions": "A fingerprint of the code and the declarations it was made with.",
        },
    ),
)


def document_figures(connection: DuckDBPyConnection) -> None:
    """Writes the sentences beside the tables of this room, and into `data_dictionary`."""
    connection.execute("BEGIN")  # one write for some hundred comments
    document(connection, *NOTES)
    connection.execute("COMMIT")
