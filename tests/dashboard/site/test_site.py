"""What the public site holds: whole, in two languages, and nothing that is withheld."""

import re
from pathlib import Path

from dashboard.site.writing import write_site
from metrics.results import Results
from tests.dashboard.site.pages import dead_links, links_of, pages_of, text_of

ACTIVITIES = "statement/breda.people.outputs.activities.html"


def test_every_link_leads_to_a_file_of_the_site(site: Path):
    assert dead_links(site) == []


def test_a_link_that_leads_nowhere_is_seen(site: Path, tmp_path: Path):
    """Else the test above would prove nothing."""
    (tmp_path / "index.html").write_text('<a href="gone.html">x</a><a href="#no">y</a>')
    assert dead_links(tmp_path) == ["index.html -> gone.html", "index.html -> #no"]


def test_every_page_can_be_reached_from_the_first_or_be_embedded(site: Path):
    seen, ahead = set(), [(site / "index.html").resolve()]
    while ahead:
        page = ahead.pop()
        if page.suffix == ".html" and page not in seen:
            seen.add(page)
            found = (address.partition("#")[0] for address in links_of(page).addresses)
            ahead += [(page.parent / path).resolve() for path in found if path]
    unreached = {path.resolve() for path in pages_of(site)} - seen
    assert {path.parent.name for path in unreached} == {"embed"}


def test_no_address_leaves_the_folder(site: Path):
    for page in pages_of(site):
        assert [a for a in links_of(page).addresses if re.match(r"[a-z]+:|/", a)] == [], page


def test_a_statement_says_how_it_stands_in_both_languages(site: Path):
    """40 of 60 activities in 2024: the milestone of 40 was reached."""
    english, dutch = text_of(site / ACTIVITIES), text_of(site / "nl" / ACTIVITIES)
    assert "40 of 60 activities in 2024" in english
    assert "40 van 60 activiteiten in 2024" in dutch
    assert "Sixty activities a year" in english and "Sixty activities a year" in dutch


def test_a_chart_follows_light_and_dark_and_is_told_in_words(site: Path):
    page = (site / ACTIVITIES).read_text("utf-8")
    drawing = re.search(r'<svg class="chart".*?</svg>', page, flags=re.DOTALL)[0]
    assert "var(--accent)" in drawing
    assert not re.search(r"#[0-9a-f]{6}", drawing)
    told = re.search(r'aria-label="([^"]*)"', drawing)[1]
    assert told.endswith("40\u00a0activities in 2024.")


def test_the_languages_lead_to_the_same_page_of_the_other(site: Path):
    assert f'href="../nl/{ACTIVITIES}"' in (site / ACTIVITIES).read_text("utf-8")
    assert f'href="../../{ACTIVITIES}"' in (site / "nl" / ACTIVITIES).read_text("utf-8")
    assert '<html lang="nl">' in (site / "nl" / ACTIVITIES).read_text("utf-8")


def test_nothing_can_be_written_and_no_row_is_shown(site: Path):
    for page in pages_of(site):
        text = text_of(page)
        assert "Change this statement" not in text and "Where it comes from" not in text, page


def test_withheld_numbers_are_on_no_page(site: Path):
    """Four people learned in Breda in 2024."""
    page = site / "statement/breda.people.short_term_impact.learners.html"
    assert "withheld" in text_of(page)
    for found in pages_of(site):
        text = found.read_text("utf-8")
        assert not re.search(r"\b4\s(?:learners|people|lerenden|mensen)\b", text), found


def test_the_same_snapshot_is_the_same_bytes(site: Path, results: Results, tmp_path: Path):
    again = tmp_path / "again"
    again.mkdir()
    write_site(results, ("breda", "vilnius"), ("en", "nl"), again)
    files = [path.relative_to(again) for path in again.rglob("*") if path.is_file()]
    assert len(files) > 60
    assert [f for f in files if (again / f).read_bytes() != (site / f).read_bytes()] == []


def test_each_city_s_figures_lie_there_as_files_in_each_language(site: Path):
    names = sorted(path.name for path in (site / "files").iterdir())
    assert len(names) == 2 * 3 * 2  # cities, formats, languages
    assert "breda_2022-01_2024-12_workbook_nl.xlsx" in names
    page = (site / "nl" / "downloads.html").read_text("utf-8")
    assert 'href="../files/breda_2022-01_2024-12_workbook_nl.xlsx"' in page
