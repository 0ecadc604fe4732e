"""Plain data and a template become a PDF: vector, its fonts inside, tagged for screen readers.

The data are handed over as JSON and are never read as markup. No font of the system is used and no
clock: the same data give the same bytes on every machine.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from dashboard.design import LIGHT

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
TAGGED = "ua-1"
"""PDF/UA-1: every picture has its words, every table its head, the language and title are set."""


def typeset(template: Path, data: dict[str, Any], manifest: str) -> bytes:
    """The PDF that the template, a file below this folder, makes of the data.

    The template finds them as `json(bytes(sys.inputs.data))`, with the light palette as `palette`, and
    attaches the manifest, which says for machines what the PDF says for people.
    """
    whole = {**data, "palette": vars(LIGHT)}
    written = json.dumps(whole, ensure_ascii=False, sort_keys=True)
    made = _compiler().compile(
        input=template,
        format="pdf",
        sys_inputs={"data": written, "manifest": manifest},
        pdf_standards=[TAGGED],
    )
    assert isinstance(made, bytes)  # one document, not pages
    return made


def picture_of(template: Path, inputs: dict[str, str], pixels_per_inch: int) -> bytes:
    """The one page that the template makes of its inputs, as PNG."""
    made = _compiler().compile(
        input=template, format="png", ppi=pixels_per_inch, sys_inputs=inputs, pdf_standards=[]
    )
    assert isinstance(made, bytes)  # one page
    return made


@cache
def _compiler() -> typst.Compiler:
    """One for the process: it remembers fonts and what it has set before."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    return typst.Compiler(root=HERE, font_paths=fonts)
