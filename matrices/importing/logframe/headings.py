"""Which column of a logframe is which, whatever its language and order."""

import re
from collections.abc import Iterable

Column = str
"""One of the names in `COLUMNS`."""

COLUMNS: dict[Column, str] = {
    "milestone": "milestones?|intermediate targets?|mijlpa(al|len)|tussendoel(en)?|jalons?"
    "|cibles? interm[eé]diaires?|meilensteine?",
    "baseline_year": "(baselines?|nulmeting|(uitgangs|begin)waarden?|r[eé]f[eé]rences?|ausgangswerte?)"
    " .*(year|date|jaar|datum|ann[eé]e|jahr)s?",
    "baseline": "baselines?( values?)?|nulmeting(en)?|(uitgangs|begin)waarden?|ausgangswerte?"
    "|valeurs? de (r[eé]f[eé]rence|base)|références?|starting values?",
    "current_date": "(current|actual|huidige|actuelle?s?) .*(date|year|jaar|datum)s?",
    "current": "(current|actual|latest|achieved) values?|actuals?|huidige waarden?|stand van zaken"
    "|valeurs? actuelles?|istwerte?",
    "target_year": "(targets?|streefwaarden?|doelen|cibles?|zielwerte?)"
    " .*(year|date|jaar|datum|ann[eé]e|jahr)s?",
    "target": "(end |final )?targets?( values?)?|streefwaarden?|doelwaarden?|(valeurs? )?cibles?"
    "|zielwerte?",
    "target_group": "target groups?|beneficiar(y|ies)|doelgroep(en)?|groupes? cibles?|zielgruppen?",
    "indicator": "(objectively verifiable |key )?indicators?( of achievement)?|ovis?|indicator(en)?"
    "|indicateurs?|indikatoren?",
    "source": "(sources?|means) (of|and means of) (data|verification|information)( .*)?|sources?"
    "|(verificatie|gegevens|data)?bronnen|bron|sources? (de donn[eé]es|de v[eé]rification)|datenquellen?",
    "assumptions": "(risks and )?assumptions?( and risks)?|aannames?|veronderstellingen|hypoth[eè]ses?"
    "|annahmen?",
    "level": "results? chain|resulta(at|ten)keten|cha[iî]ne (des|de) r[eé]sultats?|intervention logic"
    "|logique d'intervention|level|niveau|ergebniskette|type",
    "result": "(main |expected )*results?( statements?)?|statements?|description|resultaten?"
    "|resultaat|r[eé]sultats?( attendus?)?|ergebnisse?|objectives?( and results?)?",
    "unit": "units?( of measure(ment)?)?|eenhe(id|den)|unit[eé]s?( de mesure)?|(mess)?einheit(en)?",
    "reference": "reference|referentie|verwijzing|kenmerk|id(entifier)?",
}
"""Column to what its heading may be; the first that fits counts."""

NEEDED = ("indicator", "target")
_BRACKETS = re.compile(r"\((?!.*\b(year|jaar|ann[eé]e|jahr|date|datum)s?\s*\))[^)]*\)")
_BOTH = re.compile(r"values? (and|&|/) years?|waarden? (en|&|/) jar?en?|valeurs? et ann[eé]es?")
_VALUE = re.compile(r" (values?|waarden?|valeurs?|werte?)$")
"""What may stand below a heading that is divided into value and year."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def column_of(heading: str) -> Column | None:
    """The column with such a heading; None for one that is not of a logframe."""
    text = _plain(heading)
    for form in (text, _VALUE.sub("", text)):
        for name, rule in COLUMNS.items():
            if re.fullmatch(rule, form):
                return name
    return None


def year_in(heading: str) -> str:
    """`2024` for `Milestone 2024`."""
    found = _YEAR.search(heading)
    return found[0] if found else ""


def are_headings(cells: Iterable[str]) -> bool:
    """Whether the cells of a row head a logframe."""
    found = {column_of(cell) for cell in cells if cell}
    return found.issuperset(NEEDED) and bool(found & {"level", "result"})


def _plain(heading: str) -> str:
    """Without remarks in brackets, numbers of notes, years and signs; `values and years` is both."""
    text = _BOTH.sub("", " ".join(heading.split()).casefold().replace("’", "'"))
    text = _YEAR.sub("", _BRACKETS.sub(" ", text))
    return " ".join(re.sub(r"[()*:.,\d\[\]]", " ", text).split())
