"""What holds for any page: reading never raises, and finds only what is there."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as some

from ingest.activity_pages.languages import languages
from ingest.activity_pages.reading import PageReading
from ingest.reading.file_problems import FileProblems
from tests.ingest.activity_pages.pages import read

WORDS = sorted(
    {word for each in languages().values() for words in each.sections.values() for word in words}
    | {"badge", "issued by", "organised by", "12 May 2025", "99.99.2025", '"', ":", "- ", "\n"}
    | {"<h1>", "</h1>", "<li>", "<script>", "</script>", "<time datetime=", "&amp;", "&#0;", "<!--"}
    | {"Networking and advocating", "empathy", "A", "."}
)
texts = some.lists(some.sampled_from(WORDS) | some.text(max_size=5), min_size=1, max_size=30)


def reading(text: str, name: str) -> PageReading | None:
    """None where the page was refused in a sentence."""
    with TemporaryDirectory() as folder:
        try:
            return read(Path(folder), text, name)
        except FileProblems as refusal:
            assert str(refusal).startswith(f"{name}: ")
            return None


def writable(parts: list[str]) -> str:
    return " ".join(parts).encode("utf-8", errors="replace").decode()


@settings(max_examples=60, deadline=None)
@given(texts, some.sampled_from(["page.txt", "page.html"]))
def test_any_page_is_read_or_refused_in_a_sentence(parts: list[str], name: str):
    page = reading(writable(parts), name)
    assert page is None or all(each.value and each.sentence for each in page.findings)


@settings(max_examples=40, deadline=None)
@given(texts)
def test_reading_a_page_twice_finds_the_same(parts: list[str]):
    assert reading(writable(parts), "page.html") == reading(writable(parts), "page.html")


@settings(max_examples=40, deadline=None)
@given(texts)
def test_badges_and_places_stand_on_the_page_word_for_word(parts: list[str]):
    text = writable(parts)
    page = reading(text, "page.txt")
    for what in ("badge", "place", "organiser") if page else ():
        for value in page.values(what):
            assert " ".join(value.split()) in " ".join(text.split())
