"""Every physical line is accounted for: taken, refused or blank, whatever the damage and size."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ingest.taking import Taken, take

HEAD = "person_key,activity_id,type,team,joined_on\n"


@dataclass(frozen=True)
class Damage:
    """Lines that stand in place of one good line, and what is to become of them."""

    name: str
    lines: bytes
    taken: int = 0
    refused: int = 0
    blank: int = 0
    inside: int = 0
    """Lines that are part of the row before them."""


DAMAGES = [
    Damage("a bad day", b"d{},a1,user,,2024-13-45\n", refused=1),
    Damage("a missing column", b"d{},a1,user\n", refused=1),
    Damage("an extra column", b"d{},a1,user,,2024-05-31,more\n", refused=1),
    # some tools end every line with a separator: nothing is lost by it
    Damage("a separator at the end", b"d{},a1,user,,2024-05-31,\n", taken=1),
    Damage("a stray quote", b'd{},a1,user,6" pipe,2024-05-31\n', taken=1),
    Damage("text after a quote", b'd{},a1,user,"a"b,2024-05-31\n', refused=1),
    Damage("an unclosed quote", b'd{},a1,user,"a,2024-05-31\n', refused=1),
    Damage("a bad byte", b"d{},a1,user,\xff\xc3\xa9\xc3\xa9,2024-05-31\n", refused=1),
    Damage("a NUL", b"d{},a1,user,\0,2024-05-31\n", refused=1),
    Damage("a line break in a field", b'd{},a1,user,"two\nlines",2024-05-31\n', taken=1, inside=1),
    Damage("an empty line", b"\n", blank=1),
    Damage("a line of spaces", b"   \n", blank=1),
    Damage("a line of separators", b",,,,\n", blank=1),
    Damage("a carriage return at its end", b"d{},a1,user,,2024-05-31\r\n", taken=1),
]
EVERY = 50
"""One line in so many is damaged."""


def file_of(rows: int, damages: list[Damage]) -> bytes:
    """That many lines, of which every fiftieth is damaged, the kinds in turn."""
    lines = [HEAD.encode()]
    for row in range(rows):
        if row % EVERY == EVERY // 2:
            damage = damages[row // EVERY % len(damages)]
            lines.append(damage.lines.replace(b"{}", str(row).encode()))
        else:
            lines.append(f"p{row},a1,user,,2024-05-31\n".encode())
    return b"".join(lines)


def accounted(taken: Taken) -> tuple[int, int, int]:
    """Lines taken, refused and blank, as the receipt counts them."""
    told = [note.partition("Blank and skipped: ")[2] for note in taken.notes()]
    blank = sum(int(note.split()[0]) for note in told if note)
    return len(taken.rows("participations")), len(taken.refused("row")), blank


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_one_damaged_line_among_good_ones(tmp_path: Path, damage: Damage):
    taken = take(tmp_path, {"a.csv": file_of(50, [damage])})
    assert accounted(taken) == (49 + damage.taken, damage.refused, damage.blank)
    assert taken.intake.rows_in == {"participations": 49 + damage.taken + damage.refused}
    if damage.refused:
        assert taken.refused("row") == [(27,)]  # the headings are row 1, 25 good rows stand before


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_a_damaged_last_line_without_an_end(tmp_path: Path, damage: Damage):
    whole = HEAD.encode() + b"p1,a1,user,,2024-05-31\n" + damage.lines.replace(b"{}", b"2")
    taken = take(tmp_path, {"a.csv": whole.removesuffix(b"\n")})
    blank = 0 if damage.name == "an empty line" else damage.blank  # its end was all there was
    assert accounted(taken) == (1 + damage.taken, damage.refused, blank)


@pytest.mark.parametrize("rows", [1_000, 60_000])  # more than one batch of the careful reader
def test_every_kind_of_damage_together_at_any_size(tmp_path: Path, rows: int):
    content = file_of(rows, DAMAGES)
    taken, refused, blank = accounted(take(tmp_path, {"a.csv": content}))
    turns = [DAMAGES[n % len(DAMAGES)] for n in range(rows // EVERY)]
    good = rows - len(turns)
    assert taken == good + sum(damage.taken for damage in turns)
    assert refused == sum(damage.refused for damage in turns)
    assert blank == sum(damage.blank for damage in turns)
    lines = content.count(b"\n")
    assert lines == 1 + taken + refused + blank + sum(damage.inside for damage in turns)


def test_a_hundred_thousand_lines_with_bad_days_are_read_the_fast_way(tmp_path: Path):
    # what a typed reader would drop is refused, each with its line
    taken = take(tmp_path, {"a.csv": file_of(100_000, DAMAGES[:1])})
    assert accounted(taken) == (98_000, 2_000, 0)
    assert taken.refused("row")[:2] == [(27,), (77,)]


def test_unclosed_quotes_do_not_swallow_the_lines_between_them(tmp_path: Path):
    unclosed = next(damage for damage in DAMAGES if damage.name == "an unclosed quote")
    taken = take(tmp_path, {"a.csv": file_of(20_000, [unclosed])})
    assert accounted(taken) == (19_600, 400, 0)


@given(st.lists(st.sampled_from(DAMAGES), max_size=12))
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_mixture_of_damage_is_accounted_for(tmp_path: Path, damages: list[Damage]):
    good = "p0,a1,user,,2024-05-31\n"
    each = [damage.lines.replace(b"{}", str(n).encode()) for n, damage in enumerate(damages)]
    taken = take(
        tmp_path, {"a.csv": b"".join([(HEAD + good).encode(), *each, b"p,a2,user,,2024-05-31\n"])}
    )
    assert accounted(taken) == (
        2 + sum(damage.taken for damage in damages),
        sum(damage.refused for damage in damages),
        sum(damage.blank for damage in damages),
    )


SHEET_HEAD = [None, "person_key", "activity_id", "type", None, "joined_on", "badges"]
"""As a colleague lays out a list: a margin, and a column that is only there for the eye."""
GOOD_ROW = [None, "p{}", "a1", "user", None, "2024-05-31", 1]
SHEET_ROWS = {
    # row: taken, refused, blank
    "good": (GOOD_ROW, (1, 0, 0)),
    "a day as a number": ([*GOOD_ROW[:5], 45443, 1], (1, 0, 0)),
    "a remark beside it": ([*GOOD_ROW, "a remark"], (1, 0, 0)),
    "a bad day": ([*GOOD_ROW[:5], "31 maybe", 1], (0, 1, 0)),
    "no activity": ([*GOOD_ROW[:2], None, *GOOD_ROW[3:]], (0, 1, 0)),
    "totals": ([None, "Total", None, None, None, None, 7], (0, 1, 0)),
    "blank": ([], (0, 0, 1)),
    "spaces": ([None, "  ", None, None, None, None, None], (0, 0, 1)),
}


@given(st.lists(st.sampled_from(sorted(SHEET_ROWS)), max_size=10))
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_mixture_of_rows_on_a_sheet_is_accounted_for(tmp_path: Path, kinds: list[str]):
    rows = [
        [cell.format(n) if isinstance(cell, str) else cell for cell in SHEET_ROWS[kind][0]]
        for n, kind in enumerate(kinds)
    ]
    sheet = [
        ["Participants of 2024"],
        [],
        SHEET_HEAD,
        *rows,
        [*GOOD_ROW[:1], "last", *GOOD_ROW[2:]],
    ]
    taken = take(tmp_path, {"a.xlsx": sheet})
    due = [SHEET_ROWS[kind][1] for kind in kinds]
    expected = tuple(sum(each) for each in zip(*due, strict=True)) or (0, 0, 0)
    assert accounted(taken) == (expected[0] + 1, *expected[1:])
    assert ("a remark beside it" in kinds) == any(
        "has no heading" in note for note in taken.notes()
    )
