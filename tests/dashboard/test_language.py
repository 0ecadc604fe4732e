"""Sentences, numbers and days in the language of the moment."""

from datetime import date
from pathlib import Path

import pytest

from dashboard import catalogues, retelling
from dashboard.language import mark, say, say_n, separators, speaking, written
from dashboard.markup import element
from dashboard.retelling import retell
from dashboard.wording import dates, numbers
from metrics.standing import Period

NB = "\u00a0"

DUTCH = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Cities"
msgstr "Steden"

msgid "{city} has no data."
msgstr "Er zijn geen gegevens van {city}."

msgid "{count} load"
msgid_plural "{count} loads"
msgstr[0] "{count} levering"
msgstr[1] "{count} leveringen"

#, fuzzy
msgid "Statement"
msgstr "Standpunt"

msgctxt "told"
msgid "`{column}` is `{found}`, which is no day."
msgstr "In `{column}` staat `{found}`, en dat is geen dag."

msgctxt "told"
msgid "{file} row {row}"
msgstr "{file} rij {row}"

msgctxt "told"
msgid "Blank and skipped: {rows}."
msgstr "Leeg en overgeslagen: {rows}."

msgctxt "told"
msgid "{count} rows"
msgstr "{count} rijen"

msgctxt "told"
msgid "{found}."
msgstr "{found}."
"""


@pytest.fixture(autouse=True)
def little_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A catalogue of a few sentences, so that a reworded product breaks no test here."""
    (tmp_path / "nl.po").write_text(DUTCH, encoding="utf-8")
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path)
    _forget()
    yield
    _forget()


def _forget() -> None:
    catalogues.sentences.cache_clear()
    retelling.patterns.cache_clear()


def test_a_sentence_is_said_in_the_language_of_the_moment():
    assert say("{city} has no data.", city="Breda") == "Breda has no data."
    with speaking("nl"):
        assert say("{city} has no data.", city="Breda") == "Er zijn geen gegevens van Breda."
    assert say("Cities") == "Cities"


def test_what_is_not_translated_or_only_guessed_is_said_in_english():
    with speaking("nl"):
        assert say("Loads") == "Loads"
        assert say("Statement") == "Statement"  # the catalogue calls its translation fuzzy


def test_the_plural_goes_with_the_number_and_the_number_with_the_language():
    assert say_n("{count} load", "{count} loads", 1) == "1 load"
    with speaking("nl"):
        assert say_n("{count} load", "{count} loads", 1) == "1 levering"
        assert say_n("{count} load", "{count} loads", 1200) == "1.200 leveringen"


def test_a_marked_phrase_is_said_where_it_is_shown():
    """It stood in the code before anybody's language was known."""
    title = mark("Cities")
    assert element("h1", title, title=title) == '<h1 title="Cities">Cities</h1>'
    with speaking("nl"):
        assert element("h1", title, title=title) == '<h1 title="Steden">Steden</h1>'
        assert f"{title}: 7" == "Steden: 7"


def test_a_finished_sentence_is_said_again_with_its_values():
    found = "`start` is `soon`, which is no day."
    assert retell(found) == found
    with speaking("nl"):
        assert retell(found) == "In `start` staat `soon`, en dat is geen dag."
        assert retell("Something else.") == "Something else."
        assert retell("Blank and skipped: 3 rows.") == "Leeg en overgeslagen: 3 rijen."


def test_of_a_refused_row_each_sentence_is_said_behind_its_place():
    refused = "a.csv row 5: `start` is `soon`, which is no day. `end` is `x`, which is no day."
    with speaking("nl"):
        assert retell(refused) == (
            "a.csv rij 5: In `start` staat `soon`, en dat is geen dag. "
            "In `end` staat `x`, en dat is geen dag."
        )


@pytest.mark.parametrize(
    ("language", "thousand_and_a_half", "charts"),
    [
        ("en", "1,000.5", ".,"),
        ("nl", "1.000,5", ",."),
        ("it", "1.000,5", ",."),
        ("ro", "1.000,5", ",."),
        ("lt", f"1{NB}000,5", f",{NB}"),
        ("el", "1.000,5", ",."),
    ],
)
def test_numbers_have_the_signs_of_their_language(
    language: str, thousand_and_a_half: str, charts: str
):
    with speaking(language):
        assert numbers.number(1000.5) == thousand_and_a_half
        assert separators() == charts


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("en", "31 May 2026"),
        ("nl", "31 mei 2026"),
        ("it", "31 maggio 2026"),
        ("ro", "31 mai 2026"),
        ("lt", "2026 m. gegužės 31 d."),
        ("el", "31 Μαΐου 2026"),
    ],
)
def test_days_are_written_as_the_language_writes_them(language: str, day: str):
    with speaking(language):
        assert dates.day(date(2026, 5, 31)) == day


def test_months_in_dutch_have_no_capital():
    with speaking("nl"):
        assert dates.period(Period("month", date(2026, 5, 1), date(2026, 5, 31))) == "mei 2026"
        assert dates.short_month(date(2026, 9, 1)) == "sep 2026"


def test_a_number_below_zero_has_a_real_minus():
    assert written("-1,234.5") == "\u22121,234.5"
