"""Data quality, the board of deliveries, and who may write, as a browser would get them."""

import pytest

from dashboard.parts.frame import bar
from dashboard.permission import READ_ONLY, may_write
from tests.dashboard.page import html, shown


def test_the_board_says_who_has_delivered_what():
    page = html(shown("loads"))
    assert "Who has delivered what" in page
    assert "Sep 2026" in page
    assert "since Jan 2020" in page
    assert "Late is what is older than 1.5 times the usual gap" in page


def test_what_is_late_or_missing_is_told_in_words():
    page = html(shown("loads"))
    assert "late: Mar 2026" in page
    assert (
        "Vilnius’s participations reach 31 March 2026; newer ones were due by 9 July 2026." in page
    )
    assert "Breda has handed in no counts yet, and its promises need them." in page


def test_every_city_leads_to_its_quality():
    page = html(shown("quality"))
    assert page.count('href="/quality?city=') == 8
    assert "Nothing here changes a figure" in page


def test_the_quality_of_a_city_is_told_kind_by_kind_with_its_rows():
    page = html(shown("quality", city="vilnius"))
    assert "4 things to look at" in page
    assert "“Robotics &lt;1&gt;” on 23 November 2026: 2 activities." in page
    assert '<a href="/loads?load=3">3</a>' in page
    assert (
        "Learners, 2025: 2,431, after 1,120 to 1,910 in the 4 periods before "
        "(z 3.4, modified z none)." in page
    )
    assert "Learning playlists: A ready-made count for 2024 says 7;" in page


def test_a_city_in_which_nothing_stands_out_says_so():
    assert "Nothing stands out." in html(shown("quality", city="turin"))


def test_an_unknown_city_is_said_to_be_so_and_escaped():
    page = html(shown("quality", city="<script>"))
    assert "Perhaps the address was cut off" in page
    assert "<script" not in page


def test_who_may_write_sees_how(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(READ_ONLY, raising=False)
    assert may_write()
    assert 'href="/take-in"' in bar("")
    assert 'href="/take-in"' in html(shown("loads"))
    assert [button.label for button in shown("loads", load="3").button] == ["Undo this load …"]
    assert not shown("loads", load="2").button  # undone already


@pytest.mark.parametrize("said", ["1", "true", "YES"])
def test_a_dashboard_that_only_shows_hides_all_that_writes(
    said: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(READ_ONLY, said)
    assert not may_write()
    assert "take-in" not in bar("")
    assert "take-in" not in html(shown("loads"))
    assert not shown("loads", load="3").button
    for view in ("take_in", "evidence"):
        page = shown(view)
        assert "This dashboard only shows." in html(page)
        assert not page.button
        assert not page.get("file_uploader")
