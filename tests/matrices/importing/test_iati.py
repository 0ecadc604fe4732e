"""IATI files that others publish: the standard's own tests, hostile files, and what is understood."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from matrices.importing.draft import Dated, Draft, PromiseWords
from matrices.importing.findings import Findings, ImportProblems
from matrices.importing.iati.activity import read_iati
from matrices.importing.iati.structure import check_result

EXAMPLE = "examples/official/activity-standard-example-annotated.xml"
TESTS = "examples/activity-tests"


def problems(path: Path, wanted: str = "") -> list[str]:
    with pytest.raises(ImportProblems) as raised:
        read_iati(path, wanted)
    return str(raised.value).splitlines()


def file_with(folder: Path, results: str, before: str = "") -> Path:
    """An activity whose results begin on line 5."""
    path = folder / "a.xml"
    path.write_text(
        f"""{before}<iati-activities version="2.03"><iati-activity xml:lang="en">
<iati-identifier>NL-1</iati-identifier><title><narrative>A city</narrative></title>
<description type="1"><narrative>What it does</narrative></description>
<description type="2"><narrative>More learning</narrative></description>
{results}
</iati-activity></iati-activities>""",
        encoding="utf-8",
    )
    return path


def result(indicator: str, kind: str = "1") -> str:
    title = "<title><narrative>Learners</narrative></title>"
    return f'<result type="{kind}">{title}\n{indicator}</result>'


def indicator(inside: str, attributes: str = 'measure="1" ascending="1"') -> str:
    title = "<title><narrative>Learners</narrative></title>"
    return f"<indicator {attributes}>{title}\n{inside}</indicator>"


def period(start: str, end: str, inside: str) -> str:
    return (
        f'<period><period-start iso-date="{start}"/><period-end iso-date="{end}"/>{inside}</period>'
    )


def promised(folder: Path, inside: str, attributes: str = 'measure="1" ascending="1"') -> Draft:
    return read_iati(file_with(folder, result(indicator(inside, attributes))))


def test_every_file_that_the_standard_says_is_wrong_is_refused_with_its_line(corpora: Path):
    wrong = sorted((corpora / "iati" / TESTS / "should-fail" / "result").glob("*.xml"))
    assert len(wrong) == 38
    for path in wrong:
        for problem in problems(path):
            name, line, text = problem.split(":", 2)
            assert name == path.name and int(line) > 15 and text.endswith(".")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("06-missing-indicator", "19: `result` has no `indicator`. Add one."),
        ("10-two-title", "23: `result` has more than one `title`. Keep one."),
        (
            "38-non-positiveInteger-baseline-year",
            "29: `year` of `baseline` is `x`. Write a year such as `2022`.",
        ),
    ],
)
def test_a_refusal_says_where_what_and_what_would_be_right(corpora: Path, name: str, said: str):
    path = corpora / "iati" / TESTS / "should-fail" / "result" / f"{name}.xml"
    assert problems(path) == [f"{name}.xml:{said}"]


def test_the_files_that_the_standard_says_are_right_are_taken(corpora: Path):
    # thirteen results, written with the names of the codes in place of the codes
    assert (
        len(read_iati(corpora / "iati" / TESTS / "should-pass" / "24-results.xml").statements) == 13
    )
    draft = read_iati(corpora / "iati" / EXAMPLE)
    assert (draft.name, draft.starts) == ("Activity title", "2012-04-28")
    assert draft.goal == "Objectives for the activity, for example from a logical framework."
    [statement] = draft.statements
    assert (statement.text, statement.level, statement.place.label) == (
        "Result title",
        "outputs",
        "325",
    )
    # all its figures are of women: none is the figure for all, so nothing is promised
    assert statement.indicators[0].promises == ()
    assert "The target for 2013-03-31 of sex female, age adult, AF-KAN, KH-PNH is 10." in (
        statement.indicators[0].notes
    )


@pytest.fixture(scope="module")
def schema(corpora: Path) -> etree.XMLSchema:
    return etree.XMLSchema(file=str(corpora / "iati" / "xsd" / "iati-activities-schema.xsd"))


CHANGES = (
    "remove",
    "double",
    "swap",
    "text",
    "attribute",
    "unattribute",
    "spoil",
    "rename",
    "foreign",
)


@given(st.data())
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_our_rules_agree_with_the_schema_on_any_slip(
    corpora: Path, schema: etree.XMLSchema, data: st.DataObject
):
    """One change anywhere in a valid result: we refuse it exactly where the schema does."""
    tree = etree.parse(str(corpora / "iati" / EXAMPLE), etree.XMLParser(remove_comments=True))
    [found] = tree.iter("result")
    within = [each for each in found.iter() if each is not found]
    changed(data.draw(st.sampled_from(within)), data.draw(st.sampled_from(CHANGES)))
    findings = Findings("a.xml")
    check_result(found, findings)
    assert bool(findings.problems) != schema.validate(tree), findings.problems


def changed(element: etree._Element, how: str) -> None:
    parent = element.getparent()
    names = list(element.attrib)
    match how:
        case "remove":
            parent.remove(element)
        case "double":
            parent.insert(parent.index(element), etree.fromstring(etree.tostring(element)))
        case "swap" if element.getnext() is not None:
            parent.insert(parent.index(element), element.getnext())
        case "text":
            element.text = "loose"
        case "attribute":
            element.set("colour", "red")
        case "unattribute" if names:
            del element.attrib[names[0]]
        case "spoil" if names:
            element.set(names[0], "x")
        case "rename":
            element.tag = "titel"
        case "foreign":
            parent.append(etree.Element("{urn:elsewhere}remark"))


def test_what_is_not_of_the_standard_stands_at_the_end(tmp_path: Path):
    # libxml2 lets this pass before a `period`; the standard's schema has it last
    early = indicator('<remark xmlns="urn:elsewhere"/>' + period("2024-01-01", "2024-12-31", ""))
    [problem] = problems(file_with(tmp_path, result(early)))
    assert problem.startswith("a.xml:7: `period` stands too late in `indicator`. The order is")


def test_a_baseline_milestones_and_a_target_are_a_promise(tmp_path: Path):
    figures = (
        '<baseline year="2022" value="120"/>'
        + period("2024-01-01", "2024-12-31", '<target value="200"/><actual value="180"/>')
        + period("2025-01-01", "2026-12-31", '<target value="300.0"/>')
    )
    [statement] = promised(tmp_path, figures).statements
    [learners] = statement.indicators
    assert learners.promises == (
        PromiseWords(
            "at least 300",
            by="2026-12-31",
            baseline=Dated("2022", "120"),
            milestones=(Dated("2024-12-31", "200"),),
        ),
    )
    # what happened comes from the city's own rows, not from somebody's report of it
    assert learners.notes == ("The file's own figure, 2024-01-01 to 2024-12-31: 180.",)


def grouped(group: str, value: str, more: str = "") -> str:
    dimension = f'<dimension name="Target group" value="{group}"/>'
    return f'<target value="{value}">{dimension}{more}</target>'


def test_a_result_is_for_the_target_group_that_all_its_figures_name(tmp_path: Path):
    women = '<dimension name="sex" value="female"/>'
    figures = period(
        "2024-01-01",
        "2024-12-31",
        grouped("Youth workers", "20") + grouped("Youth workers", "12", women),
    )
    draft = promised(tmp_path, figures)
    [statement] = draft.statements
    assert draft.target_groups == (("youth_workers", "Youth workers"),)
    assert statement.target_group == "youth_workers"
    assert statement.indicators[0].promises[0].target == "at least 20"
    assert statement.indicators[0].notes == ("The target for 2024-12-31 of sex female is 12.",)


def test_a_figure_of_the_only_place_of_the_activity_is_one_of_the_whole(tmp_path: Path):
    path = file_with(
        tmp_path,
        '<location ref="breda"/>'
        + result(
            indicator(
                period(
                    "2024-01-01", "2024-12-31", '<target value="9"><location ref="breda"/></target>'
                )
            )
        ),
    )
    assert read_iati(path).statements[0].indicators[0].promises[0].target == "at least 9"


def test_a_result_for_several_target_groups_is_for_all_of_them(tmp_path: Path):
    figures = grouped("Youth workers", "20") + grouped("Teachers", "30")
    draft = promised(tmp_path, period("2024-01-01", "2024-12-31", figures))
    [statement] = draft.statements
    assert (draft.target_groups, statement.target_group) == ((), "all_target_groups")
    assert statement.indicators[0].promises == ()  # neither of the two is the figure for all
    assert statement.indicators[0].notes == (
        "The target for 2024-12-31 of Target group Youth workers is 20.",
        "The target for 2024-12-31 of Target group Teachers is 30.",
    )


@pytest.mark.parametrize(
    ("attributes", "target"),
    [
        ('measure="1" ascending="true"', "at least 50"),
        ('measure="1" ascending="0"', "at most 50"),
        ('measure="1"', "50"),  # more or less, the file does not say: nor do we
        ('measure="2" ascending="1"', "at least 50 %"),
        ('measure="Percentage" ascending="1"', "at least 50 %"),
    ],
)
def test_what_is_better_is_said_by_the_file_or_by_nobody(
    tmp_path: Path, attributes: str, target: str
):
    figures = period("2024-01-01", "2024-12-31", '<target value="50"/>')
    [statement] = promised(tmp_path, figures, attributes).statements
    assert statement.indicators[0].promises[0].target == target


@pytest.mark.parametrize("value", ["N=42;P=57", "1,000", "-3", "many", "NaN"])
def test_a_target_that_is_no_number_is_kept_as_text_and_told(tmp_path: Path, value: str):
    figures = period("2024-01-01", "2024-12-31", f'<target value="{value}"/>')
    draft = promised(tmp_path, figures)
    assert draft.statements[0].indicators[0].promises == ()
    assert f"The target for 2024-12-31 is `{value}`." in draft.statements[0].indicators[0].notes
    [remark] = draft.remarks
    assert str(remark).startswith(f"a.xml:7: the target for 2024-12-31 is `{value}`, not a number")


def test_all_problems_of_a_file_come_at_once(tmp_path: Path):
    backwards = result(indicator(period("2025-01-01", "2024-12-31", "")))
    backwards_said = (
        "a.xml:7: the period ends on `2024-12-31`, before it begins on `2025-01-01`. "
        "Swap the two days."
    )
    unknown = result(indicator(""), kind="7")
    assert problems(file_with(tmp_path, backwards + "\n" + unknown)) == [
        backwards_said,
        "a.xml:8: `7` is not a result type. Write 1 (output), 2 (outcome) or 3 (impact).",
    ]


def test_a_result_pasted_with_the_name_it_had_is_told(tmp_path: Path):
    name = 'xmlns:impact="urn:impact-matrix:1" impact:statement="x.people.outputs.learners"'
    twice = 2 * (result(indicator("")).replace("<result", f"<result {name}") + "\n")
    [problem] = problems(file_with(tmp_path, twice))
    assert problem == (
        "a.xml:8: `people.outputs.learners` stands at line 5 already. Give one of them another key."
    )


def test_one_of_several_activities_must_be_named(tmp_path: Path):
    activity = "<iati-activity><iati-identifier>{0}</iati-identifier><title><narrative>{0}</narrative></title>{1}</iati-activity>"
    both = "".join(activity.format(name, result(indicator(""))) for name in ("NL-1", "NL-2"))
    path = tmp_path / "a.xml"
    path.write_text(f'<iati-activities version="2.03">{both}</iati-activities>')
    assert problems(path)[1:] == ["  NL-1", "  NL-2"]
    assert problems(path, "NL-3") == [
        "a.xml:1: no activity with results is called `NL-3`. Did you mean `NL-2`?"
    ]
    assert read_iati(path, "NL-2").name == "NL-2"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "a.xml:1: the file is not whole XML"),
        ("<iati-activities", "a.xml:1: the file is not whole XML"),
        ("<html/>", "a.xml:1: an IATI file begins with `iati-activities`"),
        ('<iati-activities version="1.05"/>', "a.xml:1: this is IATI 1.05"),
        ('<iati-activities version="2.03"/>', "a.xml:1: no activity of this file has a `result`"),
    ],
)
def test_what_is_no_results_framework_says_so(tmp_path: Path, content: str, said: str):
    path = tmp_path / "a.xml"
    path.write_text(content)
    assert problems(path)[0].startswith(said)


LAUGHS = (
    "<!DOCTYPE a ["
    + '<!ENTITY l0 "ha">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)
FILE = '<!DOCTYPE a [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(("doctype", "entity"), [(LAUGHS, "l11"), (FILE, "secret")])
def test_a_file_that_would_swell_or_read_other_files_is_refused(
    tmp_path: Path, doctype: str, entity: str
):
    title = f"<title><narrative>&{entity};</narrative></title>"
    hostile = f'<result type="1">{title}{indicator("")}</result>'
    [problem] = problems(file_with(tmp_path, hostile, doctype))
    assert problem.startswith("a.xml:1: the file declares a document type")


def test_a_file_too_deep_to_be_real_is_refused(tmp_path: Path):
    path = tmp_path / "a.xml"
    path.write_text("<a>" * 100_000)
    assert problems(path)[0].startswith("a.xml:1: the file is not whole XML")


def test_other_files_are_never_included(tmp_path: Path):
    (tmp_path / "secret.txt").write_text("secret")
    include = (
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="secret.txt" parse="text"/>'
    )
    draft = promised(tmp_path, include)
    assert "secret" not in repr(draft.statements)
