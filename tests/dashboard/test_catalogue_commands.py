"""The commands that explain the catalogue: indicator, crosswalk, alignment."""

import json
from pathlib import Path

from tests.dashboard.test_cli import impact


def test_an_indicator_is_explained_with_promises_arithmetic_and_sql(tmp_path: Path):
    said = impact(tmp_path, "indicator", "skills_recognised_share").output
    assert "Value           100 × numerator / denominator" in said
    assert "Numerator       rows of activities where recognises_skills" in said
    assert "netherlands.all_target_groups.outputs.skills_recognised: 50" in said
    assert "gives 1 of 2 = 50" in said
    assert "gives 0 of 0 = no value, which is not zero" in said
    assert "-- value = 100 * numerator / denominator; without a denominator no value." in said


def test_a_rate_shows_what_it_is_divided_by(tmp_path: Path):
    said = impact(tmp_path, "indicator", "learners_per_1000").output.replace("\u00a0", " ")
    assert "gives 1,000 × 2 / 4,000 = 0.5 learners per 1,000 inhabitants" in said
    assert "gives no value, because nothing says what to divide by" in said
    assert "No statement names it." in said


def test_an_unknown_indicator_is_told_the_nearest(tmp_path: Path):
    asked = impact(tmp_path, "indicator", "learnrs")
    assert asked.exit_code == 1
    assert asked.output.strip() == (
        "Error: `learnrs` is not an indicator. Did you mean `learners`?"
    )


def test_the_crosswalk_counts_statements_by_city_and_lists_their_words(tmp_path: Path):
    lines = impact(tmp_path, "crosswalk").output.splitlines()
    assert lines[0].split() == [
        *("blackpool", "breda", "cluj_napoca", "netherlands", "thessaloniki", "turin", "vilnius")
    ]
    chances = next(line for line in lines if line.startswith("survey_chances "))
    assert chances.split() == ["survey_chances", "1", "1", "·", "·", "·", "·", "1"]
    assert "Young people with chances they had nowhere else (survey_chances), 3 cities" in lines


def test_the_crosswalk_as_json_has_a_line_for_each_promise(tmp_path: Path):
    rows = json.loads(impact(tmp_path, "crosswalk", "--json").output)
    wallets = {row["city"]: row["statement"] for row in rows if row["indicator"] == "wallet_users"}
    assert wallets == {
        "thessaloniki": "thessaloniki.jobs.short_term_impact.skill_wallet",
        "turin": "turin.employers.short_term_impact.mobile_application",
    }


def test_progress_is_read_by_goals_also_where_nothing_was_loaded(tmp_path: Path):
    said = impact(tmp_path, "alignment", "netherlands").output
    assert "youth_goals:7  Quality Employment for All" in said
    assert "they do not add up" in said


def test_alignment_as_json_names_the_statements(tmp_path: Path):
    goals = {row["tag"]: row for row in json.loads(impact(tmp_path, "alignment", "--json").output)}
    assert "breda.social.inputs.positive_health" in goals["youth_goals:5"]["statements"]
    assert sum(goals["youth_goals:5"]["statuses"].values()) == 1


def test_a_city_without_a_matrix_serves_no_goal_yet(tmp_path: Path):
    assert impact(tmp_path, "alignment", "antwerp").output.startswith("No statement is aligned")
