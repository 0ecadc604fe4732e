"""The pages as a browser would get them, over a network that answers like Results."""

import pytest

from tests.dashboard.page import html, shown

LEARNERS = "vilnius.providers.short_term_impact.learners"
PLAYLISTS = "vilnius.partners.outputs.playlists"
MEETINGS = "vilnius.partners.outputs.meetings"
RECOGNISED = "vilnius.all_target_groups.outputs.recognised"


def test_the_network_shows_every_city_with_what_is_measured():
    page = html(shown("network"))
    assert "7 cities have published a strategy of 23 statements together." in page
    assert page.count('href="/city?city=') == 9  # eight cities, one of them needs attention too
    assert "3 of 7" in page
    assert "up to 30 September 2026, 54 days ago" in page


def test_a_city_without_a_matrix_says_so():
    assert "No published matrix yet" in html(shown("network"))


def test_what_needs_attention_leads_to_the_statement_or_the_city():
    page = html(shown("network"))
    assert (
        f'<a href="/statement?id={LEARNERS}">'
        "Vilnius has had no new activities for three quarters.</a>" in page
    )
    assert '<a href="/city?city=blackpool">Blackpool has no data yet' in page


def test_simulated_cities_say_so_one_by_one():
    assert html(shown("network")).count('class="simulated-tag"') == 1


def test_a_bar_of_statuses_says_what_it_shows():
    page = html(shown("network"))
    assert (
        'aria-label="1 increasing, 1 slightly behind, 1 no target date, 1 by evidence, '
        '1 by survey, 1 not measured yet, 1 cannot be measured"' in page
    )


def test_an_empty_home_says_what_to_do():
    page = html(shown("network", is_empty=True))
    assert "Nothing has been loaded yet" in page
    assert "impact load activities.csv" in page
    assert "no data yet" in page


def test_a_city_shows_its_goal_and_its_matrix():
    app = shown("city", city="vilnius")
    page = html(app)
    assert "<h1><span>Vilnius City of Learning</span>" in page
    assert "Vilnius empowers learners" in page
    assert '<table class="matrix">' in page
    assert "3 of 7 statements can be followed in figures; 1 of those goes as promised." in page
    assert app.selectbox[0].value == "vilnius"


def test_the_matrix_asks_for_the_paper_of_a_poster():
    assert "@page { size: A3 landscape;" in html(shown("city", city="vilnius"))


def test_a_matrix_for_which_nothing_was_loaded_says_so():
    page = html(shown("city", city="breda"))
    assert "1 of 1 statement can be followed in figures; no data have been loaded" in page
    assert "Learning activities: no data yet" in page
    assert "Needs attention" not in page


def test_a_statement_without_figures_still_tells_how_it_would_be_counted():
    app = shown("statement", id="breda.all_target_groups.outputs.offers")
    assert "that is not a zero. Promised: increase." in html(app)
    assert "How many learning activities began?" in html(app)
    assert not app.get("plotly_chart")


def test_choosing_a_city_goes_into_the_address():
    app = shown("city", city="vilnius")
    app.selectbox[0].select("antwerp").run()
    assert app.query_params["city"] == "antwerp"
    assert "Antwerp has not published a strategy matrix yet." in html(app)


def test_a_city_without_a_matrix_names_the_loads_with_its_data():
    page = html(shown("city", city="antwerp"))
    assert "Its platform data reach 30 September 2026" in page
    assert '<a href="/loads?load=3">Load 3</a>' in page
    assert '<a href="/loads?load=2">' not in page  # undone


def test_a_city_without_matrix_and_data_says_both():
    assert "No data of its platform have been loaded either." in html(
        shown("city", is_empty=True, city="antwerp")
    )


def test_without_a_city_one_can_be_chosen():
    page = html(shown("city"))
    assert "Choose a city" in page
    assert page.count('href="/city?city=') == 8


@pytest.mark.parametrize("asked", ["atlantis", "<script>alert(1)</script>", "../etc"])
def test_an_address_that_leads_nowhere_is_said_to_and_escaped(asked: str):
    for view, name in (("city", "city"), ("statement", "id"), ("loads", "load")):
        page = html(shown(view, **{name: asked}))
        assert "Perhaps the address was cut off" in page
        assert "<script" not in page


def test_an_address_without_a_statement_says_so():
    assert "The address names no statement." in html(shown("statement"))


def test_a_statement_tells_where_it_stands_and_why():
    page = html(shown("statement", id=LEARNERS))
    assert '<h1 class="own-words">An increasing number of learners</h1>' in page
    assert "01 Providers &amp; learners" in page
    assert "up from 1,120 in 2022: 29\u00a0% a year. Promised: increase." in page


def test_a_statement_has_its_charts_and_the_same_figures_in_a_table():
    app = shown("statement", id=LEARNERS)
    charts = app.get("plotly_chart")
    assert len(charts) == 2  # years and quarters
    assert charts[0].proto.alt.startswith("Learners. 1,120\u00a0learners in 2022;")
    page = html(app)
    assert '<th scope="row">2026<span class="mark">so far</span></th>' in page
    assert ">2,431<" in page


def test_a_breakdown_shows_what_is_withheld():
    page = html(shown("statement", id=LEARNERS))
    assert "By format" in page
    assert ">1,800<" in page
    assert ">withheld<" in page


def test_a_statement_tells_how_it_is_counted_and_from_which_rows():
    page = html(shown("statement", id=LEARNERS))
    assert "How many different people joined a learning activity?" in page
    assert "The day the person joined." in page
    assert "A person with two accounts counts twice." in page
    assert "31 January 2027" in page
    assert "SELECT count(*) FROM activities WHERE starts_on &lt; current_date" in page
    assert "1 of the 100 rows behind 2025" in page
    assert "Robotics &lt;1&gt;, 4 May 2025" in page


def test_of_several_promises_each_is_explained():
    page = html(shown("statement", id=RECOGNISED))
    assert "the one that stands worst tells for all" in page
    assert "Neither the promise nor the poster says by when." in page
    assert "The figure in 2025 is withheld" in page


def test_a_share_shows_what_it_is_a_share_of():
    page = html(shown("statement", id=RECOGNISED))
    assert ">51<" in page
    assert ">150<" in page


def test_evidence_is_listed_and_only_web_addresses_are_links():
    page = html(shown("statement", id=MEETINGS))
    assert "Evidence: 2 entries" in page
    assert '<a href="https://example.org/minutes"' in page
    assert "Round table with &lt;schools&gt;" in page
    assert "javascript:" not in page
    assert "24 participants" in page


def test_loads_are_listed_with_what_became_of_their_rows():
    page = html(shown("loads"))
    assert page.count('href="/loads?load=') == 3
    assert "undone" in page
    assert "ana" in page


def test_without_loads_the_page_says_so():
    assert "Nothing has been loaded yet." in html(shown("loads", is_empty=True))


def test_a_receipt_adds_up_visibly():
    page = html(shown("loads", load="3"))
    assert "1,200 rows in = 900 added + 200 replaced + 90 unchanged + 10 refused" in page
    assert "<code>Vilnus</code> is not a city." in page
    assert "Column <code>mail</code> was dropped." in page


def test_an_undone_load_says_when_and_why():
    assert "Undone on 3 October 2026, 08:00: the wrong file" in html(shown("loads", load="2"))


def test_refused_rows_are_shown_and_can_be_taken_away():
    app = shown("loads", load="3")
    assert "activities.csv, row 14" in html(app)
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == ["Download the refused rows (XLSX)", "Download the refused rows (CSV)"]


def test_a_load_that_refused_nothing_offers_no_download():
    app = shown("loads", load="1")
    assert "No row was refused." in html(app)
    assert not app.get("download_button")


def test_the_network_tells_what_was_loaded_lately_with_a_link_to_each_receipt():
    page = html(shown("network"))
    assert "What was loaded lately" in page
    assert page.index('href="/loads?load=3"') < page.index('href="/loads?load=1"')  # newest first


@pytest.mark.parametrize("page", ["compare", "report", "query"])
def test_where_nothing_has_been_loaded_the_way_to_loading_is_shown(page: str, monkeypatch):
    assert 'href="/take-in"' in html(shown(page, is_empty=True))
    monkeypatch.setenv("IMPACT_READ_ONLY", "1")
    assert 'href="/take-in"' not in html(shown(page, is_empty=True))
