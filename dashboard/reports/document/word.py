"""What Word needs to be told by hand: a contents list, page numbers, table heads, alternative texts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from dashboard.design import LIGHT
from dashboard.reports.document.styles import FORM_TEXT, NOTE, TABLE, WARNING, WIDTH, set_up

DEEPEST = 2
"""So many levels of headings stand in the contents."""


@dataclass(frozen=True)
class Mark:
    """A cell that is said in a colour as well; its words alone are enough."""

    words: str
    colour: str
    """As #rrggbb."""


Cell = str | Mark
NUMBER = re.compile(r"[\d.,\u2212]+(\u00a0?%)?|–")
"""What is only a number, or the sign for none, stands at the right of its cell."""


class Word:
    """A document that is written from top to bottom."""

    def __init__(self, title: str, footer: str, language: str) -> None:
        self.document: DocumentType = Document()
        set_up(self.document, title, language)
        self._footer(footer)
        self._headings: list[tuple[int, str, str]] = []
        self._contents: Paragraph | None = None

    def title(self, words: str, lead: str) -> None:
        self.document.add_paragraph(words, "Title")
        self.document.add_paragraph(lead, "Subtitle")

    def contents(self, words: str) -> None:
        """Where the list of headings goes; `finish` fills it."""
        self.document.add_paragraph(words, "TOC Heading")
        self._contents = self.document.add_paragraph()

    def new_page(self) -> None:
        self.document.add_page_break()

    def heading(self, words: str, level: int = 1) -> None:
        paragraph = self.document.add_heading(words, level)
        name = f"_Toc{len(self._headings) + 1:04}"
        _bookmark(paragraph, name, len(self._headings) + 1)
        self._headings.append((level, words, name))

    def paragraph(self, words: str, style: str | None = None) -> Paragraph:
        return self.document.add_paragraph(words, style)

    def note(self, words: str) -> None:
        """In small letters: what to know about what stands above."""
        self.document.add_paragraph(words, NOTE)

    def warning(self, words: str) -> None:
        """What must not be overlooked."""
        self.document.add_paragraph(words, WARNING)

    def caption(self, words: str) -> None:
        """What the picture below it is of."""
        self.document.add_paragraph(words, "Caption").paragraph_format.keep_with_next = True

    def form_text(self, words: str) -> None:
        """A text to copy into a form; its line breaks are those of the field."""
        self.document.add_paragraph(words, FORM_TEXT)

    def bullets(self, lines: Sequence[str]) -> None:
        for line in lines:
            self.document.add_paragraph(line, "List Bullet")

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        told: str,
        widths: Sequence[float] = (),
    ) -> None:
        """A table whose head stands on every page; `told` says what it holds, `widths` in parts."""
        table = self.document.add_table(1 + len(rows), len(head), TABLE)
        _describe(table, told)
        _write_rows(table, [head, *rows], list(_widths(widths or [1] * len(head))))
        self.document.add_paragraph("", NOTE)

    def picture(self, content: bytes, width: float, told: str) -> None:
        """A picture `width` points wide; `told` is for those who do not see it."""
        inline = self.document.add_picture(BytesIO(content), Emu(int(min(width, WIDTH) * 12700)))
        properties = inline._inline.docPr
        properties.set("descr", told)
        properties.set("name", f"Chart {properties.id}")

    def finish(self) -> bytes:
        self._fill_contents()
        made = BytesIO()
        self.document.save(made)
        return made.getvalue()

    def _footer(self, words: str) -> None:
        paragraph = self.document.sections[0].footer.paragraphs[0]
        paragraph.style = "Footer"
        paragraph.add_run(f"{words}\t")
        _field(paragraph, "PAGE", "1")

    def _fill_contents(self) -> None:
        """A field filled already: each heading leads to its place.

        On which page that is only the program knows that lays the pages out: it adds the numbers
        when the field is renewed.
        """
        last = self._contents
        if last is None:
            return
        shown = [found for found in self._headings if found[0] <= DEEPEST]
        for number, (level, words, name) in enumerate(shown):
            line = last if number == 0 else _after(last)
            line.style = f"TOC {level}"
            if number == 0:
                _begin(line, f'TOC \\o "1-{DEEPEST}" \\h \\z \\u')
            _entry(line, words, name)
            last = line
        _end(last)


def _entry(line: Paragraph, words: str, name: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = words
    run.append(text)
    link.append(run)
    line._p.append(link)


def _after(paragraph: Paragraph) -> Paragraph:
    element = OxmlElement("w:p")
    paragraph._p.addnext(element)
    return Paragraph(element, paragraph._parent)


def _field(paragraph: Paragraph, code: str, shown: str) -> None:
    _begin(paragraph, code)
    paragraph.add_run(shown)
    _end(paragraph)


def _begin(paragraph: Paragraph, code: str) -> None:
    _character(paragraph, "begin")
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {code} "
    paragraph.add_run()._r.append(instruction)
    _character(paragraph, "separate")


def _end(paragraph: Paragraph) -> None:
    _character(paragraph, "end")


def _character(paragraph: Paragraph, kind: str) -> None:
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(element)


def _bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    for kind in ("Start", "End"):
        element = OxmlElement(f"w:bookmark{kind}")
        element.set(qn("w:id"), str(number))
        if kind == "Start":
            element.set(qn("w:name"), name)
        paragraph._p.append(element)


def _fill(cell: _Cell, words: Cell, is_head: bool = False) -> None:
    said = words.words if isinstance(words, Mark) else words
    run = cell.paragraphs[0].add_run(said)
    if NUMBER.fullmatch(said):
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run.bold = is_head or isinstance(words, Mark)
    if isinstance(words, Mark):
        run.font.color.rgb = RGBColor.from_string(words.colour.lstrip("#"))
    if is_head:
        _shade(cell, LIGHT.sunken)


def _shade(cell: _Cell, colour: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour.lstrip("#"))):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def _write_rows(table: Table, rows: Sequence[Sequence[Cell]], widths: Sequence[float]) -> None:
    """Through the elements: asking python-docx for the cells of a row takes longer with every row."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for number, (row, words) in enumerate(zip(table._tbl.tr_lst, rows, strict=True)):
        properties = row.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for element, said, width in zip(row.tc_lst, words, widths, strict=True):
            element.width = Pt(width)
            _fill(_Cell(element, table), said, is_head=number == 0)


def _describe(table: Table, told: str) -> None:
    for name in ("w:tblCaption", "w:tblDescription"):
        element = OxmlElement(name)
        element.set(qn("w:val"), told)
        table._tbl.tblPr.append(element)


def _widths(parts: Sequence[float]) -> Iterator[float]:
    whole = sum(parts)
    yield from (WIDTH * part / whole for part in parts)
