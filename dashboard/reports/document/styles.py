"""How a document looks: A4, quiet, in real Word styles that a reader can change in one place."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from dashboard.design import LIGHT

FONT = "Calibri"
FORM_TEXT, NOTE, WARNING, TABLE = "Form text", "Note", "Warning", "Figures"
MARGIN = 22
"""In millimetres, left and right."""
WIDTH = (210 - 2 * MARGIN) / 25.4 * 72
"""Of what can be written on, in points."""

HEADINGS = {1: 17.0, 2: 13.0, 3: 11.0}
REGIONS = {"en": "en-GB", "nl": "nl-NL", "it": "it-IT", "lt": "lt-LT", "el": "el-GR", "ro": "ro-RO"}


def set_up(document: Document, title: str, language: str) -> None:
    """Page, styles, language and title; no date of making."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    _set_language(document, REGIONS.get(language, language))
    _set_texts(document)
    _set_headings(document)
    _add_styles(document)
    _set_contents(document)
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "Impact Matrix", language
    properties.comments, properties.last_modified_by = "", "Impact Matrix"


def _set_language(document: Document, region: str) -> None:
    """Of every run: a speech programme and the spelling checker go by it."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    element = OxmlElement("w:lang")
    element.set(qn("w:val"), region)
    properties.append(element)


def _set_texts(document: Document) -> None:
    normal = _style(document, "Normal")
    _set_font(normal, 10.5, LIGHT.ink)
    normal.paragraph_format.space_after = Pt(6)
    for name, size, colour in (("Title", 26.0, LIGHT.ink), ("Subtitle", 13.0, LIGHT.soft)):
        style = _style(document, name)
        _set_font(style, size, colour)
        style.font.italic = False
        _remove_borders(style)
    footer = _style(document, "Footer")
    _set_font(footer, 8.5, LIGHT.soft)
    footer.paragraph_format.tab_stops.clear_all()
    footer.paragraph_format.tab_stops.add_tab_stop(Pt(WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _set_headings(document: Document) -> None:
    for level, size in HEADINGS.items():
        style = _style(document, f"Heading {level}")
        _set_font(style, size, LIGHT.ink)
        style.paragraph_format.space_before = Pt(22 - 5 * level)
        style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.keep_with_next = True


def _add_styles(document: Document) -> None:
    form = _new(document, FORM_TEXT)
    form.paragraph_format.left_indent = form.paragraph_format.right_indent = Mm(3)
    _shade(form, LIGHT.sunken)
    note = _new(document, NOTE)
    _set_font(note, 9, LIGHT.soft)
    warning = _new(document, WARNING)
    _set_font(warning, 10.5, LIGHT.mixed)
    warning.font.bold = True
    _shade(warning, LIGHT.mixed_tint)
    _set_font(_style(document, "Caption"), 9.5, LIGHT.ink)
    table = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    table.base_style = document.styles["Table Grid"]
    table.font.size = Pt(9)
    table.paragraph_format.space_after = Pt(0)
    _set_borders(table.element, LIGHT.rule)


def _set_contents(document: Document) -> None:
    """The styles of the contents, which the usual template leaves out."""
    for level in (1, 2):
        style = _new(document, f"TOC {level}")
        style.paragraph_format.left_indent = Mm(6 * (level - 1))
        style.paragraph_format.space_after = Pt(2)
        stops = style.paragraph_format.tab_stops
        stops.add_tab_stop(Pt(WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    _set_font(_style(document, "TOC Heading"), HEADINGS[1], LIGHT.ink)


def _new(document: Document, name: str) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    return style


def _style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _set_font(style: ParagraphStyle, size: float, colour: str) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour.lstrip("#"))
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:cs"), FONT)


def _shade(style: ParagraphStyle, colour: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour.lstrip("#"))):
        shading.set(qn(f"w:{name}"), value)
    style.element.get_or_add_pPr().append(shading)


def _remove_borders(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _set_borders(style: OxmlElement, colour: str) -> None:
    """Hairlines between the rows, nothing at the sides."""
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        kind = "single" if side in ("top", "bottom", "insideH") else "nil"
        for name, value in (("val", kind), ("sz", "4"), ("color", colour.lstrip("#"))):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties.append(borders)
    style.append(properties)
