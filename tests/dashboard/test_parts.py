"""Pieces of pages in the cases that the fake network does not have."""

from dataclasses import replace
from datetime import date

from dashboard.parts.evidence_list import evidence_list
from dashboard.parts.marks import bar, mark
from dashboard.parts.matrix_list import matrix_list
from dashboard.parts.numbers_table import breakdown, value
from dashboard.parts.promise_card import promise_card
from dashboard.parts.source_table import source_table
from dashboard.parts.statement_head import statement_head
from dashboard.wording import about_loads, about_statement
from dashboard.wording.promises import latest
from matrices.model import Promise, TargetGroup
from metrics.standing import Progress, SourceRow, StatementStanding, Status
from tests.dashboard.fake_results import (
    LEARNERS,
    PLAYLISTS,
    STANDINGS,
    FakeResults,
    actual,
    learners,
    playlists,
    quarter,
    receipt,
    statement,
    withheld,
    year,
)

NB = "\u00a0"


def test_a_promise_is_never_overwritten_its_versions_are_told():
    first = Promise(indicator="playlists", target=10)
    second = Promise(
        indicator="playlists", target=14, since=date(2025, 6, 1), reason="the library joined"
    )
    said = statement(
        "partners", "outputs", "x", "Playlists", promises={"playlists": (first, second)}
    )
    now = replace(playlists(), promise=second)
    card = promise_card(StatementStanding(said, Status.BEHIND, (now,)), now)
    assert "<li>10</li>" in card
    assert '<li class="now">14 since 1 June 2025: the library joined</li>' in card


def test_a_promise_made_once_has_no_history():
    said = STANDINGS[0]
    assert "How the promise changed" not in promise_card(said, said.promises[0])


def test_a_mark_is_a_shape_and_a_word():
    drawn = mark(Status.ON_TRACK)
    assert drawn.startswith('<span class="status good"><svg')
    assert 'aria-hidden="true"' in drawn
    assert drawn.endswith("<span>on track</span></span>")


def test_a_bar_without_statements_says_so():
    assert 'aria-label="no statements"' in bar({})


def test_an_indicator_without_any_figure_is_named():
    nothing = replace(learners(), progress=Progress(Status.NO_DATA, "trend"), years=())
    assert latest(nothing) == "Learners: no data yet"


def test_the_newest_figure_stands_where_none_was_judged():
    early = replace(learners(), progress=Progress(Status.TOO_EARLY, "trend"))
    assert latest(early) == f"1,980{NB}learners in 2026 so far"


def test_a_statement_by_evidence_without_entries_says_what_would_show_here():
    assert "No entries yet." in evidence_list(())


def test_a_target_group_without_statements_is_left_out_of_the_list_for_phones():
    standing = FakeResults().matrix("vilnius")
    lonely = TargetGroup(key="nobody", name="A lonely group")
    groups = (*standing.matrix.target_groups, lonely)
    matrix = standing.matrix.model_copy(update={"target_groups": groups})
    assert "A lonely group" not in matrix_list(replace(standing, matrix=matrix))


def test_a_period_in_which_a_member_has_no_value_stays_empty():
    parts = [
        actual(LEARNERS, year(2024), 300, disaggregation="format", member="online"),
        actual(LEARNERS, year(2025), 700, disaggregation="format", member="in person"),
    ]
    table = breakdown("format", parts, LEARNERS)
    assert '<td class="count" data-label="2024">–</td>' in table
    assert '<td class="count" data-label="2025">700</td>' in table


def test_members_are_named_in_words():
    parts = [actual(LEARNERS, year(2025), 7, disaggregation="type", member="open_space")]
    parts.append(actual(LEARNERS, year(2025), 3, disaggregation="type", member=""))
    table = breakdown("type", parts, LEARNERS)
    assert '<th scope="row">open space</th>' in table
    assert '<th scope="row">not known</th>' in table


def test_withheld_is_not_missing_and_missing_is_not_zero():
    assert value(actual(LEARNERS, year(2025), None, is_withheld=True), LEARNERS) == "withheld"
    assert value(actual(LEARNERS, year(2025), None), LEARNERS) == "–"
    assert value(actual(LEARNERS, year(2025), 0), LEARNERS) == "0"


def test_the_rows_behind_a_withheld_figure_are_not_shown():
    hidden = withheld().years[0]
    assert "The rows behind a withheld figure are not shown." in source_table([], hidden)
    shown = actual(PLAYLISTS, quarter(2, 2026), 8)
    assert "No single rows stand behind the figure of April to June 2026." in source_table(
        [], shown
    )


def test_all_rows_behind_a_figure_are_said_to_be_all():
    row = SourceRow(1, "book.xlsx", "Sheet 1", 7, "playlists", "A playlist")
    table = source_table([row], actual(PLAYLISTS, year(2025), 1, rows=1))
    assert "The 1 row behind 2025" in table
    assert "book.xlsx, Sheet 1" in table


def test_a_note_on_the_text_stands_on_the_statement_s_own_page():
    standing = FakeResults().matrix("vilnius")
    head = statement_head(standing, STANDINGS[1])
    assert "<b>Note on the text: </b><span>The poster is torn here.</span>" in head


def test_a_day_that_no_record_describes_is_named_as_it_is():
    odd = LEARNERS.model_copy(update={"dated_by": "elsewhere_on"})
    assert about_statement.dated_by(odd) == "elsewhere_on"


def test_a_long_statement_is_cut_in_the_browser_s_tab():
    title = about_statement.title(
        "An increasing number of learners using the platform to find", "V"
    )
    assert title == "An increasing number of learners using the platform to find · V"
    assert about_statement.title("x" * 80, "V") == "x" * 60 + "… · V"


def test_many_files_are_counted_not_listed():
    file = receipt(1).files[0]
    files = tuple(replace(file, name=f"{name}.csv") for name in "abcde")
    assert about_loads.files(receipt(1, files=files)) == "a.csv, b.csv, c.csv and 2 more"


def test_sizes_are_rounded():
    assert [about_loads.size(n) for n in (12, 45_678, 3_400_000)] == ["1 KB", "46 KB", "3.4 MB"]


def test_how_many_refused_rows_are_shown():
    assert about_loads.shown(50, 271) == "Show the first 50 of 271"
    assert about_loads.shown(12, 10) == "Show 10 rows"  # two rows have two problems
