"""Two towns with promises of every kind, and rows by which each can be checked by hand.

Breda had 20 activities in 2022, 30 in 2023 and 40 in 2024, of which a quarter names a skill; six
people joined in 2023, and in 2024 four, who are too few to be shown. Vilnius had 12 and 15.
"""

from datetime import date
from pathlib import Path

from matrices.home import Home
from tests.metrics.small_network import SITES, take

BREDA = """name: Breda
place: breda
starts: 2022
horizons: {short_term_impact: 2-4 years}
target_groups:
  people:
    name: People & partners
    impact:
      skills:
        text: =SUM of skills, recognised
        indicators: {skills_recognised_share: {target: 50 %, by: 2026}}
    short_term_impact:
      learners:
        text: More learners
        indicators: {learners: increase, participations: increase}
    outputs:
      activities:
        text: Sixty activities a year
        indicators:
          activities: {target: 60, by: 2026, milestones: [{by: 2024, value: 40}]}
      meetings:
        text: Meetings with partners
        measured: by evidence
      belonging:
        text: Young people feel at home
all_target_groups:
  impact:
    peace:
      text: Peace of mind
      measured: cannot be
      reason: nobody knows how
"""
VILNIUS = """name: Vilnius
place: vilnius
starts: 2022
target_groups:
  people:
    name: People
    outputs:
      activities:
        text: More activities
        indicators: {activities: increase}
"""

COUNTS = {"breda": {2022: 20, 2023: 30, 2024: 40}, "vilnius": {2022: 12, 2023: 15, 2024: 15}}


def make_town(home: Home, folder: Path) -> None:
    """Writes the two matrices and loads the rows, which reach to the end of 2024."""
    (home.path / "cities").mkdir(parents=True)
    for city, text in (("breda", BREDA), ("vilnius", VILNIUS)):
        (home.path / "cities" / f"{city}.yaml").write_text(text, encoding="utf-8")
    take(
        home,
        folder,
        date(2024, 12, 31),
        activities=_activities(),
        participations=_participations(),
        evidence=_evidence(),
    )


def take_more(home: Home, folder: Path) -> None:
    """A second load: two more activities of Breda in 2024."""
    rows = [
        f"more-{n},{SITES['breda']},library,Library,More {n},course,published,2024-05-01,,2024-05-01"
        for n in range(2)
    ]
    take(home, folder, date(2024, 12, 31), activities=[HEAD, *rows])


HEAD = "activity_id,site,organisation_id,organisation,name,type,status,start,skills,end"


def _activities() -> list[str]:
    """Every fourth of a year names empathy, which is a 21st-century skill."""
    rows = [
        f"{city}-{year}-{n},{SITES[city]},library,Library,@Story {n},"
        f"{'workshop' if n % 2 else 'course'},published,{year}-{1 + n % 12:02}-15,"
        f"{'' if n % 4 else 'empathy'},{year}-{1 + n % 12:02}-15"
        for city, years in COUNTS.items()
        for year, many in years.items()
        for n in range(many)
    ]
    return [HEAD, *rows]


def _participations() -> list[str]:
    """The same six of 2022 and 2023; of 2024 only four of them."""
    people = {2022: "abcdef", 2023: "abcdef", 2024: "abcd"}
    rows = [
        f"{person},breda-{year}-0,users,user,{year}-02-01"
        for year, names in people.items()
        for person in names
    ]
    return ["person_key,activity_id,team,type,joined_on", *rows]


def _evidence() -> list[str]:
    meetings = "breda.people.outputs.meetings"
    return [
        "evidence_id,city,kind,held_on,title,participants,statements",
        f"m-1,breda,meeting,2023-05-04,+Kick-off with the library,14,{meetings}",
        f"m-2,breda,meeting,2022-05-04,Before the report period,12,{meetings}",
    ]
