"""The page for analysts: a question, its answer in pages, files to take away."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.language import speaking
from dashboard.parts.open_tables_list import open_tables_list
from matrices.home import Home
from metrics.asking.open_tables import open_sentences
from metrics.asking.questions import Questions
from tests.dashboard.page import html
from tests.metrics.asking_home import asked_home


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(asked_home(tmp_path_factory.mktemp("asked")).path)


def page(home: str) -> AppTest:
    def shown(home: str) -> None:
        from pathlib import Path

        from dashboard.views import query
        from matrices.home import Home
        from metrics.results import open_results

        query.show(open_results(Home(Path(home))))

    app = AppTest.from_function(shown, args=(home,), default_timeout=120).run()
    assert not app.exception
    return app


def answered(app: AppTest, question: str) -> str:
    app.text_area[0].set_value(question)
    app.button[0].click().run()
    assert not app.exception
    return html(app)


def test_the_tables_stand_there_with_a_sentence_for_each_column(home: str):
    shown = html(page(home))
    assert "Every promise with its statement&#x27;s words, and how it stands." in shown
    assert "The last day of the period." in shown


def test_the_dictionary_speaks_the_language_of_the_reader(home: str):
    tables = Questions(Home(Path(home)), 1).tables()
    told = {table.sentence for table in tables} | {c.sentence for t in tables for c in t.columns}
    assert told <= set(
        open_sentences()
    )  # those that translators get to see, and so a test asks for
    with speaking("nl"):
        shown = open_tables_list(tables)
    assert "Elke belofte met de woorden van haar uitspraak, en hoe het ermee staat." in shown
    assert 'lang="en"' not in shown


def test_a_question_is_answered_in_pages_and_can_be_taken_away(home: str):
    app = page(home)
    shown = answered(app, "SELECT range AS number FROM range(60)")
    assert "60 rows" in shown
    assert '<th scope="row">24</th>' in shown
    assert '<th scope="row">25</th>' not in shown
    app.number_input[0].set_value(3).run()
    assert '<th scope="row">59</th>' in html(app)
    buttons = app.get("download_button")
    assert [button.label for button in buttons] == ["Download as CSV", "Download as Parquet"]
    # a page that ran anew would drop the file while it is fetched
    assert all(button.proto.ignore_rerun for button in buttons)


def test_a_ready_question_stands_in_the_field_to_be_run_and_changed(home: str):
    app = page(home)
    app.selectbox[0].set_value("How far the data reach").run()
    assert app.text_area[0].value.startswith("SELECT city, record, covered_from")
    app.button[0].click().run()
    assert "2024-12-31" in html(app)


def test_what_cannot_be_asked_is_told_in_a_sentence(home: str):
    assert "Nothing can be changed." in answered(page(home), "DROP TABLE actuals")


def test_text_of_an_answer_is_text_and_nothing_else(home: str):
    shown = answered(page(home), "SELECT '<script>alert(1)</script>' AS text")
    assert "&lt;script&gt;" in shown
    assert "<script>" not in shown


def test_an_empty_home_has_nothing_to_ask_about(tmp_path: Path):
    assert "there is nothing to ask about" in html(page(str(tmp_path)))
