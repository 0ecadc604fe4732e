"""The IATI file: valid for others, read back by us as it was, and silent about small numbers."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from dashboard.language import speaking
from dashboard.reports.content import Report
from dashboard.reports.embedding import embedded
from dashboard.reports.formats import FORMATS
from dashboard.reports.gathering import gather
from dashboard.reports.iati.promise import add_promise
from dashboard.reports.manifest import manifest_json
from dashboard.reports.scope import ReportScope
from matrices.home import Home
from matrices.importing.draft import Draft
from matrices.importing.findings import Findings
from matrices.importing.iati import own_marks
from matrices.importing.iati.activity import read_iati
from matrices.importing.matrix_text import one_line
from matrices.importing.promise_words import promise_line, promise_words
from matrices.model import Baseline, BaselinePeriod, Milestone, Promise
from metrics.catalogue import load_catalogue
from metrics.results import Results
from metrics.standing import Actual
from tests.dashboard.reports.made_up import made_up

FIRST, LAST = date(2023, 1, 1), date(2024, 12, 31)


@pytest.fixture(scope="module")
def everywhere(town_results: Results) -> Report:
    """All seven cities with a matrix, in Dutch; of most of them nothing has been loaded."""
    packaged = load_catalogue(Home(town_results.home.path / "nothing of its own"))
    results = replace(town_results, catalogue=packaged)
    cities = tuple(city for city, matrix in packaged.matrices.items() if matrix.is_published)
    return gather(results, ReportScope(cities, FIRST, LAST, language="nl"))


@pytest.fixture(scope="module")
def file(everywhere: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(everywhere, tmp_path_factory.mktemp("iati") / "all.xml")


@pytest.fixture(scope="module")
def town_file(town_report: Report, tmp_path_factory: pytest.TempPathFactory) -> etree._Element:
    path = written(town_report, tmp_path_factory.mktemp("iati") / "town.xml")
    return etree.parse(path).getroot()


def written(report: Report, path: Path) -> Path:
    with speaking(report.scope.language):
        FORMATS["iati"].write(report, path)
    return path


def test_the_file_is_valid_against_the_schema(file: Path, corpora: Path):
    schema = etree.XMLSchema(file=str(corpora / "iati/xsd/iati-activities-schema.xsd"))
    assert schema.validate(etree.parse(file)), schema.error_log


def test_places_keep_their_own_name_whatever_language_the_file_speaks(
    everywhere: Report, file: Path
):
    """The report says Turijn; an exchange file names the place as `places.yaml` does."""
    assert "Turijn" in [city.place_name for city in everywhere.cities]
    named = etree.parse(file).xpath("//location/name/narrative/text()")
    assert "Turin" in named and "Turijn" not in named


@pytest.mark.parametrize(
    ("codelist", "path"),
    [
        ("ResultType", "//result/@type"),
        ("ResultVocabulary", "//result/reference/@vocabulary"),
        ("IndicatorMeasure", "//indicator/@measure"),
        ("IndicatorVocabulary", "//indicator/reference/@vocabulary"),
        ("OrganisationRole", "//participating-org/@role"),
        ("ActivityStatus", "//activity-status/@code"),
        ("ActivityDateType", "//activity-date/@type"),
        ("Country", "//recipient-country/@code"),
        ("Language", "//@xml:lang"),
    ],
)
def test_every_code_is_of_its_codelist(file: Path, corpora: Path, codelist: str, path: str):
    known = etree.parse(corpora / "iati/codelists" / f"{codelist}.xml").findall(".//code")
    used = set(etree.parse(file).xpath(path))
    assert used and used <= {code.text for code in known}


def test_rules_that_no_schema_checks_are_kept(file: Path):
    tree = etree.parse(file)
    for indicator in tree.iter("indicator"):
        both = indicator.find("reference"), indicator.getparent().find("reference")
        assert None in both, "a reference stands at the result or at its indicators, not at both"
        if indicator.get("measure") != "5":
            valued = [*indicator.iter("baseline"), *indicator.iter("target", "actual")]
            assert all(float(each.get("value")) >= 0 for each in valued)
    for period in tree.iter("period"):
        assert period[0].get("iso-date") < period[1].get("iso-date")


def test_all_seven_matrices_come_back_as_they_were(file: Path, everywhere: Report):
    assert len(everywhere.cities) == 7
    for city in everywhere.cities:
        matrix = city.standing.matrix
        draft = read_iati(file, f"XX-IMPACT-{matrix.city}-strategy")
        assert draft.remarks == ()
        assert (draft.name, draft.place, draft.starts) == (
            matrix.name,
            matrix.place,
            str(matrix.starts),
        )
        assert dict(draft.horizons) == matrix.horizons
        assert draft.target_groups == tuple((g.key, g.name) for g in matrix.target_groups)
        assert statements(draft) == [
            (s.identifier.split(".", 1)[1], one_line(s.text), s.measured, s.headline, s.aligned_to)
            for s in matrix.statements()
        ]
        assert promises(draft) == [
            {name: tuple(map(promise_words, versions)) for name, versions in s.promises.items()}
            for s in matrix.statements()
        ]


def statements(draft: Draft) -> list[tuple]:
    """What a matrix file makes of what was read."""
    how = {"by evidence": "by_evidence", "by survey": "by_survey", "cannot be": "cannot_be"}
    return [
        (
            f"{s.target_group}.{s.level}.{s.key}",
            s.text,
            how.get(s.measured, "by_indicator" if s.indicators else "not_yet"),
            s.headline,
            s.aligned_to,
        )
        for s in draft.statements
    ]


def promises(draft: Draft) -> list[dict]:
    return [{i.identifier: i.promises for i in s.indicators} for s in draft.statements]


DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
NUMBERS = st.floats(0, 1e9, allow_nan=False)
PROMISES = st.builds(
    Promise,
    indicator=st.just("learners"),
    target=NUMBERS,
    comparison=st.sampled_from(["at_least", "at_most"]),
    is_kept=st.booleans(),
    by=st.none() | DAYS,
    baseline=st.none()
    | st.just("first_full_year")
    | st.builds(BaselinePeriod, label=st.sampled_from(["2022", "2022-Q3"]))
    | st.builds(Baseline, value=NUMBERS, on=DAYS),
    method=st.none() | st.sampled_from(["line", "milestones", "cagr", "extrapolation"]),
    milestones=st.lists(st.builds(Milestone, by=DAYS, value=NUMBERS), max_size=2).map(tuple),
    since=st.none() | DAYS,
    reason=st.none() | st.text(max_size=40).map(one_line).filter(bool),
)


@given(PROMISES)
@settings(max_examples=60)
def test_any_promise_comes_back_word_for_word(promise: Promise):
    indicator, findings = etree.Element("indicator"), Findings("a.xml")
    add_promise(indicator, promise_words(promise))
    again = etree.fromstring(etree.tostring(indicator))
    [words] = own_marks.promises(again, findings)
    assert (words, findings.problems) == (promise_words(promise), [])
    assert promise_line(words)


def test_a_target_changed_by_hand_does_not_lose_against_our_own_words(file: Path, tmp_path: Path):
    text = file.read_text(encoding="utf-8")
    breda = text[text.index("XX-IMPACT-breda-strategy") :]
    changed = breda.replace('<target value="10"', '<target value="12"', 1)
    assert changed != breda
    path = tmp_path / "changed.xml"
    path.write_text(text.replace(breda, changed), encoding="utf-8")
    with pytest.raises(
        Exception, match=r"the target is `at least 12`, but our own `promise` says `10`"
    ):
        read_iati(path, "XX-IMPACT-breda-strategy")


def period_of(actual: Actual) -> str:
    """The path to its period; that of the report may end on the same day as a year."""
    first, last = actual.period.start, actual.period.end
    return f"period[period-start/@iso-date='{first}'][period-end/@iso-date='{last}']"


def test_the_numbers_are_those_of_the_report(town_file: etree._Element, town_report: Report):
    checked = 0
    for row in (row for city in town_report.cities for row in city.rows if row.indicator):
        actual = row.newest
        if actual is None or actual.value is None or actual.period.kind != "year":
            continue
        path = (
            f"//result[@impact:statement='{row.statement.identifier}']"
            f"/indicator[@impact:indicator='{actual.indicator}']"
            f"/{period_of(actual)}/actual[not(dimension)]/@value"
        )
        [value] = town_file.xpath(path, namespaces={"impact": own_marks.NAMESPACE})
        assert float(value) == pytest.approx(actual.value, abs=1e-6)
        checked += 1
    assert checked == 4


def test_a_withheld_number_is_left_out_and_said_to_be(
    town_file: etree._Element, town_report: Report
):
    withheld = [a for c in town_report.cities for a in c.figures if a.is_withheld]
    years = [a for a in withheld if a.period.kind == "year" and a.period.end >= FIRST]
    assert years, "the town must have so few learners that some figure is withheld"
    for actual in years:
        path = (
            f"//result[starts-with(@impact:statement, '{actual.city}.')]"
            f"/indicator[@impact:indicator='{actual.indicator}']"
        )
        for indicator in town_file.xpath(path, namespaces={"impact": own_marks.NAMESPACE}):
            ends = period_of(actual)
            assert indicator.xpath(f"{ends}/actual[not(dimension)]") == []
            remarks = [each.text for each in indicator.xpath(f"{ends}/comment()")]
            assert " Withheld: so few people. " in remarks
            assert "Withheld, for so few people" in indicator.findtext("description/narrative")


def test_made_again_it_is_the_same_to_the_byte(file: Path, everywhere: Report, tmp_path: Path):
    assert written(everywhere, tmp_path / "again.xml").read_bytes() == file.read_bytes()


def test_the_file_carries_what_it_can_be_verified_by(file: Path, everywhere: Report):
    assert embedded(file) == manifest_json(everywhere)


def test_every_made_up_figure_says_so_itself(town_report: Report, tmp_path: Path):
    root = etree.parse(written(made_up(town_report), tmp_path / "made_up.xml")).getroot()
    breda, vilnius = root.findall("iati-activity")
    actuals = breda.xpath("result/indicator[@measure!='5']/period/actual")
    assert actuals
    assert all(a.findtext("comment/narrative").startswith("Simulated.") for a in actuals)
    assert "Simulated" not in etree.tostring(vilnius).decode()
    assert "figures of Breda are made up" in breda.findtext("description/narrative")
