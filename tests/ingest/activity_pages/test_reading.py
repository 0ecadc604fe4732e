"""Pages in the platform's languages, as text and as HTML."""

from pathlib import Path

import pytest

from ingest.reading.file_problems import FileProblems
from tests.ingest.activity_pages.pages import competences, found, read

HTML = """<!DOCTYPE html><html><head>
<title>Night walk | Breda City of Learning</title>
<link rel="canonical" href="https://breda.cityoflearning.eu/en/activities/16000">
<style>.badge { color: red }</style>
<script>var text = 'the "Evil" badge';</script></head>
<body><nav><a href="/en/activities/3">Another</a></nav>
<h1>Night &amp; walk</h1>
<time datetime="2025-05-12T19:00">Mon</time> <time datetime="2025-05-13">Tue</time>
<h2>Doelstellingen</h2><ul><li><p>Leren   luisteren</p></li><li>Samen lopen</li></ul>
<h3>Locatie</h3><div>Reigerstraat 16, Breda</div>
<h3>Vaardigheden</h3><ul><li>Empathy</li><li>Critical thinking</li></ul>
<p>Je krijgt de badge &#8220;Nachtuil&#8221;, uitgegeven door Nieuwe Veste.</p>
</body></html>"""


def test_a_page_of_html_is_read_as_a_person_sees_it(tmp_path: Path):
    page = read(tmp_path, HTML, "page.html")
    assert page.activity_id == "16000"
    assert found(page, "name") == [("Night & walk", "likely")]
    assert found(page, "objective") == [("Leren luisteren", "sure"), ("Samen lopen", "sure")]
    assert found(page, "place") == [("Reigerstraat 16, Breda", "sure")]
    assert found(page, "starts") == [("2025-05-12", "sure")]
    assert found(page, "ends") == [("2025-05-13", "sure")]
    assert [sureness for _, sureness in found(page, "competence")] == ["sure", "sure"]
    assert found(page, "issuer") == [("Nieuwe Veste", "likely")]


def test_scripts_say_nothing(tmp_path: Path):
    assert found(read(tmp_path, HTML, "page.html"), "badge") == [("Nachtuil", "likely")]


@pytest.mark.parametrize(
    ("headings", "language"),
    [
        (("Formål", "Læringsmål", "Lokasjon"), "Norwegian"),
        (("Doel", "Leerdoelen", "Locatie"), "Dutch"),
        (("Scopo", "Obiettivi", "Luogo"), "Italian"),
        (("Scopul", "Obiective", "Locație"), "Romanian"),
        (("Tikslas", "Uždaviniai", "Vieta"), "Lithuanian"),
        (("Σκοπός", "Στόχοι", "Τοποθεσία"), "Greek"),
        (("PURPOSE", "Learning outcomes", "Where"), "English"),
    ],
)
def test_headings_are_known_in_the_platforms_languages(
    tmp_path: Path, headings: tuple[str, str, str], language: str
):
    purpose, objectives, place = headings
    page = read(
        tmp_path,
        f"{purpose}: abcd\n{objectives}\n- efgh\n• ijkl\nsomething else\n{place}:\nXyz 1\nmore",
    )
    assert found(page, "purpose") == [("abcd", "sure")]
    assert found(page, "objective") == [("efgh", "sure"), ("ijkl", "sure")]
    assert found(page, "place") == [("Xyz 1", "sure")]
    shown = [value for value, _ in found(page, "language")]
    assert language in " ".join(shown)


@pytest.mark.parametrize(
    ("sentence", "days", "sureness"),
    [
        ("We meet on 12 May 2025 at nine.", ("2025-05-12", None), "likely"),
        ("From 12-14 May 2025.", ("2025-05-12", "2025-05-14"), "likely"),
        ("May 12, 2025", ("2025-05-12", None), "likely"),
        ("Møtet er 12. mai 2025.", ("2025-05-12", None), "likely"),
        ("Dal 3 al 5 giugno 2025", ("2025-06-03", "2025-06-05"), "likely"),
        ("Susitinkame 2025 m. gegužės 12 d.", ("2025-05-12", None), "likely"),
        ("Στις 12 Μαΐου 2025", ("2025-05-12", None), "likely"),
        ("2025-05-12", ("2025-05-12", None), "likely"),
        ("12.05.2025", ("2025-05-12", None), "likely"),
        ("03/04/2025", ("2025-04-03", None), "guess"),  # or the 4th of March
        ("Date: 12 May 2025", ("2025-05-12", None), "sure"),
        ("31 February 2025", (None, None), ""),
    ],
)
def test_days_are_read_in_the_platforms_languages(
    tmp_path: Path, sentence: str, days: tuple[str | None, str | None], sureness: str
):
    page = read(tmp_path, f"A walk\n{sentence}\n")
    for what, day in zip(("starts", "ends"), days, strict=True):
        assert found(page, what) == ([(day, sureness)] if day else [])


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("It is hosted by Avans, Nieuwe Veste and the City of Breda.",
         ["Avans", "Nieuwe Veste", "City of Breda"]),
        ("Organised by youth workers for all.", []),
        ("Organisator: Nieuwe Veste", ["Nieuwe Veste"]),
        ("Georganiseerd door Nieuwe Veste en Avans.", ["Nieuwe Veste", "Avans"]),
    ],
)  # fmt: skip
def test_organisers_are_names(tmp_path: Path, sentence: str, names: list[str]):
    page = read(tmp_path, f"A walk\n{sentence}\n")
    assert [value for value, _ in found(page, "organiser")] == names


def test_a_label_in_the_text_is_less_sure_than_one_in_quotation_marks(tmp_path: Path):
    page = read(tmp_path, 'A walk\nWe train critical thinking, "Empathy" and flexibility.\n')
    assert found(page, "competence") == [
        ("empathy", "sure"),
        ("critical thinking", "likely"),
        ("flexibility", "guess"),
    ]


def test_a_label_within_a_word_is_none(tmp_path: Path):
    page = read(tmp_path, "A walk\nMismanagement and unempathy.\n")
    assert found(page, "competence") == []


def test_the_same_text_has_the_same_identifier(tmp_path: Path):
    one, two = read(tmp_path, "A walk\n", "a.txt"), read(tmp_path, "A  walk\n\n", "b.txt")
    assert one.activity_id == two.activity_id
    assert one.activity_id.startswith("page-")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "It has 0 bytes; a saved page has 1 to 2,000,000."),
        (b"%PDF-1.7", "It is no text. Save the page as text or as HTML."),
        (b"hello\0 world", "It is no text. Save the page as text or as HTML."),
        (b"x" * 2_000_001, "It has 2,000,001 bytes"),
        (b"<html>" + b"<!-" * 60_000, "It holds more declarations than a page has."),
    ],
)
def test_what_is_no_page_is_refused_in_a_sentence(tmp_path: Path, content: bytes, sentence: str):
    (tmp_path / "page.html").write_bytes(content)
    with pytest.raises(FileProblems, match=r"page\.html: ") as raised:
        read(tmp_path, content.decode(), "page.html")
    assert sentence in str(raised.value)


def test_entities_do_not_grow(tmp_path: Path):
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><html>&b;</html>'
    assert len(str(read(tmp_path, bomb, "page.html").findings)) < 500
    assert competences().frameworks.frameworks  # the frameworks are there after all of this
