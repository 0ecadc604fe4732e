"""The report: what is in it, for which city and period, and as which files it is taken along."""

from collections.abc import Callable, Sequence
from datetime import date

import streamlit
from streamlit.delta_generator import DeltaGenerator

from dashboard import in_address
from dashboard.catalogues import languages
from dashboard.city_choice import cities_with_matrix
from dashboard.keeping import kept
from dashboard.language import current, say
from dashboard.markup import Html, element
from dashboard.parts.nothing_yet import nothing_yet
from dashboard.parts.report_preview import report_opening, report_preview
from dashboard.reports.asking import scope_of
from dashboard.reports.choices import ALL, ReportChoice
from dashboard.reports.content import Report
from dashboard.reports.formats import FORMATS, Format
from dashboard.reports.gathering import gather
from dashboard.reports.handing_out import as_bytes, download_name
from dashboard.reports.scope import ReportScope
from dashboard.sheet import sheet
from dashboard.visitor import is_translated
from dashboard.wording import about_report as words
from dashboard.wording import dates, pages
from metrics.period import period_of, periods_between
from metrics.results import Results

USUAL = ["workbook"]


def show(results: Results) -> None:
    """What has become of it comes first. Every choice stands in the address, so that a link shows
    the same report."""
    streamlit.set_page_config(pages.title(say(words.TITLE)))
    if results.publication is None:
        sheet(_head(), key="report")
        sheet(nothing_yet(say(words.NOTHING)), key="nothing to report")
        return
    opening = streamlit.container()
    choices = streamlit.container(
        horizontal=True, vertical_alignment="bottom", key="report_choices"
    )
    with choices:
        choice = _choice(results)
    if choice.first and choice.last and choice.first > choice.last:
        with opening:
            sheet(_head(), key="report")
        sheet(element("p", say(words.BACKWARDS), class_="problem"), key="backwards")
        return
    _show_report(_gathered(results, scope_of(results, choice)), choice, opening, choices)


def _show_report(
    report: Report, choice: ReportChoice, opening: DeltaGenerator, choices: DeltaGenerator
) -> None:
    with opening:
        sheet(report_opening(report), key="report")
    with choices:
        _offer(report, [FORMATS[name] for name in choice.formats])
    sheet(report_preview(report), key="preview")


def _head() -> Html:
    title, lead = element("h1", say(words.TITLE)), element("p", say(words.LEAD), class_="lead")
    return element("div", title, lead, class_="opening")


def _choice(results: Results) -> ReportChoice:
    months, places = _months(results), cities_with_matrix(results)
    city = _picked(
        words.CITY, "city", [*places, ALL], next(iter(places), ALL), _name_of(places), 220
    )
    first = _picked(words.FROM, "from", months, months[0], _month_name, 140)
    last = _picked(words.TO, "to", months, months[-1], _month_name, 140)
    translated = [language for language in languages() if is_translated(language)]
    usual = current() if current() in translated else translated[0]
    spoken = _picked(words.SPOKEN, "words", translated, usual, pages.LANGUAGES.__getitem__, 180)
    told = {"first": _first(first), "last": period_of("month", _first(last)).end}
    choice = ReportChoice(name="", cities=(city,), formats=_formats(), language=spoken)
    return choice.model_copy(update=told)


def _picked(
    label: str,
    parameter: str,
    options: Sequence[str],
    usual: str,
    name: Callable[[str], str],
    width: int,
) -> str:
    now = in_address.word(parameter, options, usual)
    picked = in_address.choice(
        say(label),
        parameter,
        now,
        options=options,
        format_func=name,
        width=width,
    )
    return picked or usual


def _formats() -> tuple[str, ...]:
    """Several stand in the address with commas between them; none of them is the usual one."""
    known = in_address.words("as", list(FORMATS)) or USUAL
    picked = in_address.field(
        streamlit.multiselect,
        say(words.FORMATS),
        "as",
        known,
        options=list(FORMATS),
        format_func=lambda name: say(words.FORMAT_NAMES[name]),
        width=360,
    )
    return tuple(picked)


def _name_of(places: dict[str, str]) -> Callable[[str], str]:
    return lambda city: places.get(city) or say(words.ALL_CITIES)


def _month_name(month: str) -> str:
    return dates.short_month(_first(month))


def _first(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _months(results: Results) -> list[str]:
    """From the start of the oldest matrix to where the data end, as the address writes them."""
    matrices = results.catalogue.matrices.values()
    through = (results.publication and results.publication.data_through) or results.today
    starts = min((m.starts for m in matrices if m.starts), default=through.replace(month=1, day=1))
    return [f"{p.start:%Y-%m}" for p in periods_between("month", min(starts, through), through)]


@kept
def _gathered(results: Results, scope: ReportScope) -> Report:
    return gather(results, scope)


def _offer(report: Report, formats: Sequence[Format]) -> None:
    """The files are made when they are asked for, not before."""
    streamlit.download_button(
        say(words.DOWNLOAD),
        lambda: as_bytes(report, formats),
        download_name(report.scope, formats),
        type="primary",
        on_click="ignore",
    )
