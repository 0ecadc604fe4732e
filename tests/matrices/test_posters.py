"""The cities' files hold the posters: every sentence in its cell, word for word."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from matrices.declarations import load_matrix
from matrices.home import packaged
from matrices.model import ALL_TARGET_GROUPS, LEVELS, Matrix, Statement
from matrices.places import load_places

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
POSTERS = SEEDS / "002_675cf169f6cc91ec.txt"
DUTCH_STRATEGY = SEEDS / "003_27739700e99cb4e2.txt"

TITLES = {
    "breda": "BREDA CITY OF LEARNING",
    "thessaloniki": "THESSALONIKI CITY OF LEARNING",
    "turin": "TURIN METROPOLITAN CITY OF LEARNING",
    "cluj_napoca": "CLUJ-NAPOCA CITY OF LEARNING STRATEGY",
    "vilnius": "VILNIUS CITY OF LEARNING STRATEGY",
    "netherlands": "DUTCH CITIES OF LEARNING STRATEGY",
    "blackpool": "BLACKPOOL CITY OF LEARNING STRATEGY",
}
"""City to the line that opens its poster; the posters follow one another in this order."""

STATEMENTS_PER_CELL = """
city         | impact  | short_term_impact | outputs | activities | inputs
breda        | 1 1 1 1 | 6 2 2 2           | 6 2 2 3 | -          | 2 1 1 1
thessaloniki | 1 1 1 1 | 4 4 4 3           | 2 2 2 2 | 2 2 2 2    | -
turin        | 5 5 5 5 | 4 4 4 4           | 1 1 1 1 | 1 1 1 1    | -
cluj_napoca  | 1 1 1 1 | 5 2 3 2           | 2 2 2 2 | -          | -
vilnius      | 1 1 1 1 | 6 2 2 2           | 7 2 2 2 | -          | -
netherlands  | 2 2 2 2 | 3 4 2 4           | -       | -          | -
blackpool    | 1 1 1 1 | 6 2 2 2           | 6 2 2 2 | -          | -
"""
"""In each cell of the table: the statements of the target groups 01 to 04."""

IMPACT = ["IMPACT (ABOVE 5 YEARS)"]
SHORT_TERM_IMPACT = ["SHORT TERM IMPACT (2-4 YEARS)"]
OUTPUTS = ["OUTPUTS (ACTIVITIES)"]
BROKEN_IMPACT = ["IMPACT", "(ABOVE 5 YEARS)"]
BROKEN_SHORT_TERM_IMPACT = ["SHORT TERM", "IMPACT", "(2-4 YEARS)"]
BROKEN_OUTPUTS = ["OUTPUTS", "(ACTIVITIES)"]
LOGO = ["21ST", "ONLINE 21ST CENTURY", "SKILLS EDUCATION", "Erasmus+"]

FURNITURE = {
    "breda": [*BROKEN_IMPACT, *BROKEN_SHORT_TERM_IMPACT, *BROKEN_OUTPUTS, "INPUTS", *LOGO],
    "thessaloniki": [
        *IMPACT,
        *SHORT_TERM_IMPACT,
        "OUTPUTS",
        "ACTIVITIES",
        "ONLINE 21ST CENTURY SKILLS EDUCATION",
    ],
    "turin": [
        *BROKEN_IMPACT,
        *BROKEN_SHORT_TERM_IMPACT,
        *BROKEN_OUTPUTS,
        "21ST",
        "ONLINE 21ST CENTURY SKILLS EDUCATION",
    ],
    "cluj_napoca": [*IMPACT, *SHORT_TERM_IMPACT, *OUTPUTS, *LOGO],
    "vilnius": [*IMPACT, *SHORT_TERM_IMPACT, *OUTPUTS],
    "netherlands": [*IMPACT, *SHORT_TERM_IMPACT, *OUTPUTS, *LOGO],
    "blackpool": [*BROKEN_IMPACT, *BROKEN_SHORT_TERM_IMPACT, *BROKEN_OUTPUTS],
}
"""Whole lines of each poster, beside `TARGETS`, that are row labels and logos."""

NUMBER = re.compile(r"0[1-4]$|0[1-4] |[1-7]\. ")
"""A column's number, alone or before its name, or a number in a list, at the start of a line."""

INDICATORS = {path.stem for path in (packaged("metrics") / "indicators").glob("*.yaml")}

MEASURED = """
city         | by_indicator | by_evidence | by_survey | cannot_be
breda        | 16 | 12 |  6 | 0
thessaloniki | 13 | 13 |  9 | 0
turin        |  8 | 19 | 16 | 1
cluj_napoca  |  9 | 12 |  3 | 0
vilnius      | 16 |  7 |  6 | 0
netherlands  |  4 |  1 | 18 | 0
blackpool    | 14 |  9 |  5 | 0
"""
"""How the statements of each city are measured; none is left without an answer."""

every_city = pytest.mark.parametrize("city", TITLES)
needs_the_posters = pytest.mark.skipif(
    not POSTERS.exists(), reason="the posters' text is not beside the project"
)
needs_the_dutch_strategy = pytest.mark.skipif(
    not DUTCH_STRATEGY.exists(), reason="the Dutch strategy's text is not beside the project"
)


@cache
def matrix(city: str) -> Matrix:
    return load_matrix(packaged("matrices") / "cities" / f"{city}.yaml")


def all_statements() -> list[Statement]:
    return [statement for city in TITLES for statement in matrix(city).statements()]


def statements_per_cell(city: str) -> dict[str, list[int]]:
    """The row of the table above: level to the number of statements, group by group."""
    heading, *rows = [
        [cell.strip() for cell in line.split("|")]
        for line in STATEMENTS_PER_CELL.strip().splitlines()
    ]
    row = dict(zip(heading, next(row for row in rows if row[0] == city), strict=True))
    return {
        level: [0, 0, 0, 0] if row[level] == "-" else [int(n) for n in row[level].split()]
        for level in LEVELS
    }


def poster_lines(city: str) -> list[str]:
    """The lines between this poster's title and the next one's, numbers and bold marks taken off."""
    lines = [line.strip() for line in POSTERS.read_text(encoding="utf-8").splitlines()]
    titles = [*map(lines.index, TITLES.values()), len(lines)]
    place = list(TITLES).index(city)
    section = lines[titles[place] + 1 : titles[place + 1]]
    return [NUMBER.sub("", line.strip("*"), count=1) for line in section if line]


def words(*texts: str) -> list[str]:
    """The words with their punctuation; the posters' capitals are not kept."""
    return " ".join(texts).casefold().split()


def poster_words(city: str) -> list[str]:
    lines = poster_lines(city)
    for label in ["TARGETS", *FURNITURE[city]]:
        lines.remove(label)
    return words(*lines)


def statements_as_printed(city: str) -> list[str]:
    """Row by row, in each row from the first column to the last; Blackpool's column by column."""
    read = matrix(city)
    groups = [group.key for group in read.target_groups]
    by_row = [(group, level) for level in LEVELS for group in groups]
    by_column = [(group, level) for group in groups for level in LEVELS]
    cells = by_column if city == "blackpool" else by_row
    in_cells = [statement.text for cell in cells for statement in read.cell(*cell)]
    return [*in_cells, *(statement.text for statement in read.across)]


def matrix_texts(city: str) -> list[str]:
    """All that was transcribed, as the text prints it; without the name, the poster's title."""
    read = matrix(city)
    names = [group.name for group in read.target_groups]
    return [*names, read.goal or "", *statements_as_printed(city)]


def dutch_strategy_lines() -> list[str]:
    """The matrix at the end of the Dutch strategy document."""
    document = DUTCH_STRATEGY.read_text(encoding="utf-8")
    _, found, end = document.partition("education and employers and employees.\n")
    assert found
    lines = [NUMBER.sub("", line.strip(), count=1) for line in end.splitlines()]
    lines.remove("DUTCH CITIES OF LEARNING STRATEGY")
    return lines


@every_city
def test_each_cell_holds_as_many_statements_as_on_the_poster(city: str) -> None:
    read = matrix(city)
    found = {
        level: [len(read.cell(group.key, level)) for group in read.target_groups]
        for level in LEVELS
    }
    assert found == statements_per_cell(city)


def test_the_two_dutch_sentences_of_no_single_column_stand_across_all_of_them() -> None:
    across = {city: len(matrix(city).across) for city in TITLES}
    assert across == {city: 2 if city == "netherlands" else 0 for city in TITLES}
    assert len(matrix("netherlands").cell(ALL_TARGET_GROUPS, "outputs")) == 2


def test_the_seven_posters_make_217_statements() -> None:
    assert len(all_statements()) == 217


@every_city
def test_the_name_is_the_poster_s_title(city: str) -> None:
    assert matrix(city).name.upper() == TITLES[city].removesuffix(" STRATEGY")


@needs_the_posters
@every_city
def test_every_word_of_the_poster_stands_in_the_file_exactly_once(city: str) -> None:
    on_the_poster, in_the_file = Counter(poster_words(city)), Counter(words(*matrix_texts(city)))
    assert on_the_poster - in_the_file == Counter(), "words that the file lost"
    assert in_the_file - on_the_poster == Counter(), "words that the poster does not have"


@needs_the_posters
@every_city
def test_the_sentences_follow_one_another_as_in_the_poster_s_text(city: str) -> None:
    # With the counts per cell this settles every statement's cell.
    assert words(*matrix_texts(city)) == poster_words(city)


@needs_the_dutch_strategy
def test_the_dutch_matrix_agrees_with_the_dutch_strategy_document() -> None:
    assert Counter(words(*matrix_texts("netherlands"))) == Counter(words(*dutch_strategy_lines()))


def test_misspellings_stay_as_they_hang_on_the_wall() -> None:
    texts = " ".join(statement.text for statement in all_statements())
    for misspelling in ["quality standart", "Alligning our", "approx. 10 playlist by Nectarus"]:
        assert misspelling in texts
    assert "provides provides expertise" in texts


@every_city
def test_horizons_are_those_printed_beside_the_levels(city: str) -> None:
    assert matrix(city).horizons == {"impact": "above 5 years", "short_term_impact": "2-4 years"}


@every_city
def test_an_assumed_start_is_said_to_be_assumed(city: str) -> None:
    read = matrix(city)
    assert read.starts and read.starts.isoformat() == "2022-01-01"
    assert "carries no date" in read.source.note and "assumed" in read.source.note


def test_only_turin_s_impact_cells_have_headlines_and_they_come_first() -> None:
    headlines = [statement for statement in all_statements() if statement.headline]
    assert {statement.city for statement in headlines} == {"turin"}
    first = [
        matrix("turin").cell(group.key, "impact")[0] for group in matrix("turin").target_groups
    ]
    assert headlines == first


def test_antwerp_has_a_platform_and_no_published_matrix() -> None:
    antwerp = matrix("antwerp")
    assert antwerp.name == "Antwerp City of Learning"
    assert not antwerp.is_published
    assert antwerp.goal is None


def test_every_city_stands_at_a_place_that_is_declared() -> None:
    places = load_places(packaged("matrices") / "places.yaml")
    assert {matrix(city).place for city in [*TITLES, "antwerp"]} == set(places)


def test_no_two_statements_share_an_identifier() -> None:
    seen = Counter(statement.identifier for statement in all_statements())
    assert [identifier for identifier, times in seen.items() if times > 1] == []


def test_promises_name_known_indicators() -> None:
    named = {indicator for statement in all_statements() for indicator in statement.promises}
    assert named <= INDICATORS


def test_every_statement_is_accounted_for() -> None:
    kinds, *rows = [re.split(r" *\| *", line) for line in MEASURED.strip().splitlines()]
    told = {row[0]: dict(zip(kinds[1:], map(int, row[1:]), strict=True)) for row in rows}
    found = {
        city: {kind: 0 for kind in kinds[1:]}
        | Counter(s.measured for s in matrix(city).statements())
        for city in TITLES
    }
    assert found == told


def test_a_statement_that_a_survey_measures_names_surveys_only() -> None:
    named = {name for s in all_statements() if s.measured == "by_survey" for name in s.promises}
    assert named and all(name.startswith("survey_") for name in named)


def test_what_is_available_and_what_is_taken_up_are_counted_apart() -> None:
    [online] = [s for s in all_statements() if "available and taken up" in s.text]
    assert set(online.promises) == {"online_activities", "online_participations"}


def test_numbers_are_promised_only_where_the_poster_prints_them() -> None:
    promised = {
        (statement.identifier, indicator, versions[0].target, versions[0].is_share)
        for statement in all_statements()
        for indicator, versions in statement.promises.items()
        if versions[0].direction is None
    }
    assert promised == {
        ("vilnius.partners.outputs.playlists", "playlists", 10, False),
        ("breda.education.outputs.playlists", "playlists", 10, False),
        ("blackpool.partners.outputs.playlists", "playlists", 10, False),
        ("cluj_napoca.partners.outputs.playlists", "playlists", 10, False),  # at least 10
        (
            "netherlands.all_target_groups.outputs.skills_recognised",
            "skills_recognised_share",
            50,
            True,
        ),
    }


def test_no_figure_about_everybody_stands_for_young_people_or_people_with_disabilities() -> None:
    # The platform's export holds neither age nor disability.
    about_people = {
        *("learners", "participations", "badge_earners", "playlist_completions"),
        *("online_participations", "learners_per_1000", "learners_per_1000_young"),
    }
    wrong = [
        statement.identifier
        for statement in all_statements()
        if about_people & statement.promises.keys()
        and re.search("young|disab|student", statement.text, re.IGNORECASE)
    ]
    assert wrong == []


def test_what_cannot_be_measured_says_why() -> None:
    told = {s.identifier: bool(s.reason) for s in all_statements() if s.measured == "cannot_be"}
    assert told == {"turin.formal.impact.inclusive_paradigm": True}
