"""The document: the questions of a final report, answered from the figures, in real Word styles."""

import itertools
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from dashboard.language import speaking
from dashboard.reports.content import Report
from dashboard.reports.document.blocks import BLOCKS, SECTIONS_OF
from dashboard.reports.document.document import write
from dashboard.reports.document.layout import ACTIONS
from dashboard.reports.embedding import embedded
from dashboard.reports.manifest import manifest_json


@pytest.fixture(scope="module")
def path(town_report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("document") / "document.docx"
    write(town_report.of_city("breda"), made)
    return made


@pytest.fixture(scope="module")
def document(path: Path) -> DocumentType:
    return Document(str(path))


def headings(document: DocumentType) -> list[tuple[int, str]]:
    found = [p for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]
    return [(int(p.style.name[-1]), p.text) for p in found]  # type: ignore[union-attr]


def form_texts(document: DocumentType) -> list[str]:
    return [p.text for p in document.paragraphs if p.style and p.style.name == "Form text"]


def everything(document: DocumentType) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_its_sections_are_the_questions_of_a_partnership(document: DocumentType):
    assert [text for level, text in headings(document) if level == 1] == [
        "Context",
        "Summary",
        "Relevance: needs, and objectives reached",
        "Work packages: activities, results and indicators",
        "Target groups and numbers",
        "Participants with fewer opportunities",
        "Partnership",
        "Management, quality and evaluation",
        "Impact",
        "Sharing and sustainability",
        "Priorities",
        "Costs",
        "Annexes and declaration",
    ]


def test_another_action_asks_other_questions(town_report: Report, tmp_path: Path):
    of_youth = replace(town_report.of_city("breda"), scope=town_report.scope.of_city("breda"))
    of_youth = replace(of_youth, scope=replace(of_youth.scope, action="KA152"))
    write(of_youth, tmp_path / "youth.docx")
    made = Document(str(tmp_path / "youth.docx"))
    titles = [text for level, text in headings(made) if level == 1]
    assert "Learning outcomes and recognition" in titles and "Safety and protection" in titles
    assert "Costs" not in titles


def test_sections_that_were_not_chosen_are_left_out(town_report: Report, tmp_path: Path):
    short = town_report.of_city("breda")
    short = replace(short, scope=replace(short.scope, sections=("summary", "evidence")))
    write(short, tmp_path / "short.docx")
    made = Document(str(tmp_path / "short.docx"))
    titles = [text for level, text in headings(made) if level == 1]
    assert "Summary" in titles and "Sharing and sustainability" in titles
    assert "Management, quality and evaluation" not in titles


def test_every_block_belongs_to_a_section_or_to_every_document():
    always = {"context", "needs", "priorities", "target_groups", "provenance"}
    assert set(SECTIONS_OF) | always == set(BLOCKS)


def test_every_question_is_answered_by_pieces_that_there_are():
    named = {block for a in ACTIONS.values() for q in a.questions for block in q.blocks}
    assert named == set(BLOCKS)


def test_it_says_that_the_order_of_the_questions_rests_on_memory(document: DocumentType):
    assert "from memory of the final report of KA220" in everything(document)


def test_headings_never_skip_a_level(document: DocumentType):
    levels = [0, *(level for level, _ in headings(document))]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_summary_is_made_of_findings(document: DocumentType):
    """40 activities in 2024 after 20 in 2022; of the milestone of 40 in 2024 all are there."""
    said = form_texts(document)[0].replace("\u00a0", " ")
    assert (
        "Learning activities rose from 20 in 2022 to 40 in 2024. Promised: 60 by the end of 2026. "
        "That is on track."
    ) in said


def test_each_text_comes_with_its_count(document: DocumentType):
    counts = re.findall(r"([\d,]+) of ([\d,]+) characters\.", everything(document))
    texts = form_texts(document)
    assert [int(count.replace(",", "")) for count, _ in counts] == [
        len(text) + text.count("\n") for text in texts
    ]
    assert [limit for _, limit in counts] == ["2,000", "5,000", "4,000"]


def test_no_text_has_a_number_that_is_not_in_the_report(
    document: DocumentType, town_report: Report
):
    """Allowed are the figures of the manifest, years, and what statements and the goal say."""
    manifest = manifest_json(town_report.of_city("breda"))
    allowed = set(re.findall(r"\d+", manifest)) | set(re.findall(r"\d+", "21st 95 %"))
    rows = town_report.of_city("breda").cities[0].rows
    points = [point for row in rows for point in (row.baseline, row.target) if point]
    allowed |= {str(point.on.year) for point in points}
    counted = {"3", "1", "6"}  # statements in the town's matrix: of six three are followed
    for text in form_texts(document):
        assert set(re.findall(r"\d+", text)) - counted <= allowed


def test_a_withheld_number_stands_nowhere(document: DocumentType):
    """Four learners in 2024."""
    said = everything(document).replace("\u00a0", " ")
    assert "The figure in 2024 is withheld" in said
    assert "4 learners" not in said


def test_fewer_opportunities_without_counts_say_how_they_come(document: DocumentType):
    assert "No counts of people with fewer opportunities have been loaded." in everything(document)


def test_table_heads_are_repeated_and_described(document: DocumentType):
    assert document.tables
    for table in document.tables:
        assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
        described: Any = table._tbl.tblPr.find(qn("w:tblDescription"))
        assert described.get(qn("w:val"))


def test_numbers_stand_at_the_right_of_their_cells(document: DocumentType):
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    numbers = {c.text: c.paragraphs[0].alignment for c in cells if c.text in ("2023", "30", "40")}
    assert set(numbers.values()) == {WD_ALIGN_PARAGRAPH.RIGHT}


def test_every_picture_says_what_it_shows(document: DocumentType):
    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert told and all(told)
    assert any("40\u00a0activities in 2024" in words for words in told)


def test_the_contents_lead_to_every_heading(document: DocumentType):
    links = document.element.body.findall(f".//{qn('w:hyperlink')}")
    anchors = {link.get(qn("w:anchor")) for link in links}
    marks = {m.get(qn("w:name")) for m in document.element.body.iter(qn("w:bookmarkStart"))}
    shown = [text for level, text in headings(document) if level <= 2]
    assert [link.text for link in links] == shown
    assert anchors <= marks


def test_it_has_a_language_a_title_and_no_date_of_making(document: DocumentType):
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert defaults.find(f".//{qn('w:lang')}").get(qn("w:val")) == "en-GB"
    assert document.core_properties.title == "Breda: final report, draft from the figures"
    assert document.core_properties.author == "Impact Matrix"


def test_in_dutch_it_is_dutch_throughout(town_report: Report, tmp_path: Path):
    dutch = town_report.of_city("breda")
    dutch = replace(dutch, scope=replace(dutch.scope, language="nl"))
    with speaking("nl"):
        write(dutch, tmp_path / "dutch.docx")
    made = Document(str(tmp_path / "dutch.docx"))
    assert (1, "Samenvatting") in headings(made)
    assert not re.search(r"\b(rose|Promised|Newest|Statement)\b", everything(made))


def test_it_carries_its_figures_for_verification(path: Path, town_report: Report):
    assert embedded(path) == manifest_json(town_report.of_city("breda"))


def test_made_again_it_is_the_same_bytes(path: Path, town_report: Report, tmp_path: Path):
    write(town_report.of_city("breda"), tmp_path / "again.docx")
    assert (tmp_path / "again.docx").read_bytes() == path.read_bytes()
