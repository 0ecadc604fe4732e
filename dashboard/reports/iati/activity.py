"""A city as an IATI activity: who, where, since when, to what end, and then its results."""

from itertools import groupby

from lxml import etree

from dashboard.language import ENGLISH, current, say
from dashboard.reports.content import CityReport, Report
from dashboard.reports.iati.elements import add, day, moment, tell
from dashboard.reports.iati.result import add_result
from dashboard.wording.report import footer, simulated_note
from matrices.importing.iati.own_marks import qualified
from matrices.importing.iati.structure import XML_LANG
from matrices.model import Matrix
from matrices.places import Place
from metrics.alignment import tags_of

IMPLEMENTATION = "2"
ACTUAL_START = "2"
ACCOUNTABLE = "2"
GENERAL, OBJECTIVES, TARGET_GROUPS = "1", "2", "3"
OTHER_ORGANISATION = "90"
"""A city's learning network may be run by a municipality, a foundation or a company."""
SDG_TARGETS = "3"
OECD, NOT_SPECIFIED = "1", "99810"
"""To file a city's strategy under a sector of development aid is for whoever publishes it."""
WGS84 = "http://www.opengis.net/def/crs/EPSG/0/4326"


def identifier(matrix: Matrix) -> str:
    """Stable as long as the city's file keeps its name."""
    return f"{organisation(matrix)}-strategy"


def organisation(matrix: Matrix) -> str:
    return f"XX-IMPACT-{matrix.city}"


def add_activity(file: etree._Element, report: Report, city: CityReport) -> None:
    """The order of the elements is the standard's."""
    matrix = city.standing.matrix
    activity = add(file, "iati-activity")
    activity.set(XML_LANG, current())
    activity.set("last-updated-datetime", moment(report.provenance.published_at))
    if city.standing.is_simulated:
        activity.set(qualified("simulated"), "yes")
    add(activity, "iati-identifier").text = identifier(matrix)
    _add_who(activity, matrix)
    _add_what(activity, report, city)
    _add_accountable(activity, matrix)
    add(activity, "activity-status", code=IMPLEMENTATION)
    began = matrix.starts or report.scope.first
    add(activity, "activity-date", type=ACTUAL_START, iso_date=day(began))
    _add_where(activity, report.catalogue.places[matrix.place])
    add(activity, "sector", vocabulary=OECD, code=NOT_SPECIFIED)
    _add_tags(activity, report, city)
    for _, rows in groupby(city.rows, lambda row: row.statement.identifier):
        add_result(activity, report, city, list(rows))
    _add_matrix(activity, matrix)


def _add_who(activity: etree._Element, matrix: Matrix) -> None:
    who = add(activity, "reporting-org", ref=organisation(matrix), type=OTHER_ORGANISATION)
    name = add(who, "narrative")
    name.set(XML_LANG, ENGLISH)
    name.text = matrix.name
    tell(activity, "title", matrix.name, ENGLISH)


def _add_what(activity: etree._Element, report: Report, city: CityReport) -> None:
    what = [footer(report)]
    what += [simulated_note(report)] if city.standing.is_simulated else []
    what.append(
        say(
            "XX-IMPACT stands for an organisation identifier: who publishes this file puts its own "
            "in the places where it stands."
        )
    )
    tell(activity, "description", " ".join(f"{each.rstrip('.')}." for each in what))
    activity[-1].set("type", GENERAL)
    matrix = city.standing.matrix
    if matrix.goal:
        tell(activity, "description", matrix.goal, ENGLISH)
        activity[-1].set("type", OBJECTIVES)
    if matrix.target_groups:
        names = "; ".join(group.name for group in matrix.target_groups)
        tell(activity, "description", names, ENGLISH)
        activity[-1].set("type", TARGET_GROUPS)


def _add_accountable(activity: etree._Element, matrix: Matrix) -> None:
    org = add(
        activity,
        "participating-org",
        ref=organisation(matrix),
        type=OTHER_ORGANISATION,
        role=ACCOUNTABLE,
    )
    name = add(org, "narrative")
    name.set(XML_LANG, ENGLISH)
    name.text = matrix.name


def _add_where(activity: etree._Element, place: Place) -> None:
    add(activity, "recipient-country", code=place.country, percentage="100")
    location = add(activity, "location", ref=place.key)
    tell(location, "name", place.name, ENGLISH)
    point = add(location, "point", srsName=WGS84)
    add(point, "pos").text = f"{place.latitude} {place.longitude}"


def _add_tags(activity: etree._Element, report: Report, city: CityReport) -> None:
    """The targets of the fourth Sustainable Development Goal that statements serve."""
    known = report.catalogue.indicators
    tags = [tag for standing in city.statements() for tag in tags_of(standing.statement, known)]
    for tag in dict.fromkeys(tags):
        framework, _, code = tag.partition(":")
        if framework == "sdg4" and "." in code and code.count(".") == 1:
            add(activity, "tag", code=code, vocabulary=SDG_TARGETS)


def _add_matrix(activity: etree._Element, matrix: Matrix) -> None:
    """What IATI has no place for and a matrix needs to be read back."""
    starts = day(matrix.starts) if matrix.starts else None
    own = add(activity, qualified("matrix"), city=matrix.city, place=matrix.place, starts=starts)
    for group in matrix.target_groups:
        add(own, qualified("target-group"), key=group.key, name=group.name)
    for level, text in matrix.horizons.items():
        add(own, qualified("horizon"), level=level, text=text)
