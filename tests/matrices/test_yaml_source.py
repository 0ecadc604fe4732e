"""No sentence is lost on the way from a file, and every slip comes with its line and the mend."""

import pytest

from matrices.yaml_source import YamlSource, lines_of, source_of

LIST = (
    "a numbered or dashed list would run together into one sentence. Give each item a line of its "
    "own with its own key (in a list: a dash); numbers come from the order."
)
UNFITTING = (
    "this line does not fit in with the lines above it. Check its spaces at the start, its colon "
    "and its quotes."
)


def read(text: str) -> YamlSource:
    return source_of(text.encode(), "vilnius.yaml")


def slips(text: str) -> list[tuple[int, str]]:
    return sorted((slip.line, slip.text) for slip in read(text).slips)


def in_quotes(reason: str, sentence: str) -> str:
    return f"{reason} Put the whole sentence in quotes: `{sentence}`."


@pytest.mark.parametrize(
    ("text", "line", "whole"),
    [
        ("text: Activities on skills # 21\n", 1, '"Activities on skills # 21"'),
        ("name: Skills #21\n", 1, '"Skills #21"'),
        ("name: # 1 in learning\n", 1, '"# 1 in learning"'),
        # four words are a sentence wherever they stand
        ("other: one of many activities # 21\n", 1, '"one of many activities # 21"'),
        # the sentence goes on over several lines and is cut on the last
        ("a: 1\ntext: Activities on\n  skills # 21\n", 2, '"Activities on skills # 21"'),
        # cut in the middle: the parser stops on the line after
        (
            "text: Activities on skills # 21\n  and more\n",
            1,
            '"Activities on skills # 21 and more"',
        ),
        # the cut takes a whole line
        (
            "text: Activities on skills\n  # 21 and more\n",
            1,
            '"Activities on skills # 21 and more"',
        ),
        ("a: {text: Skills # 21\n  }\n", 1, '"Skills"'),
        ("synonyms:\n  - Skills # 21\n", 2, '"Skills # 21"'),
    ],
)
def test_a_sentence_cut_by_a_remark_is_refused(text: str, line: int, whole: str):
    assert slips(text) == [(line, in_quotes("the text is cut at ` #`.", whole))]


@pytest.mark.parametrize(
    "text",
    [
        "place: vilnius   # in places.yaml\n",
        "by: 2026 # agreed in May\n",
        "learners: at least 10   # a promise\n",
        "horizons: {impact: above 5 years}   # as on the poster\n",
        "# a line of its own\ntext: Skills\n# and another\n",
        "text: >   # behind the sign of a block\n  Skills\n",
        "text: >\n  Skills # 21\n",  # inside a block nothing is cut
        'text: "Skills"   # the quotes show where the sentence ends\n',
        "text: Skills#21\n",
        "outputs:   # nothing else on the line\n  a: b\n",
    ],
)
def test_a_remark_that_cuts_nothing_is_fine(text: str):
    assert slips(text) == []


def test_a_key_that_stands_twice_names_both_lines():
    text = "impact:\n  a: A\noutputs:\n  b: B\nimpact:\n  c: C\n"
    assert slips(text) == [
        (
            5,
            (
                "`impact` stands here a second time, after line 1; one of the two would be lost. "
                "Put both under one heading, or rename one."
            ),
        )
    ]


@pytest.mark.parametrize(
    ("text", "line", "whole"),
    [
        ("text: Involving partners: schools\n", 1, '"Involving partners: schools"'),
        ("text: We aim at:\nplace: breda\n", 1, '"We aim at:"'),
        (
            "a: 1\ntext: We involve\n  our partners: schools\n",
            2,
            '"We involve our partners: schools"',
        ),
        ("- First: second: third\n", 1, '"second: third"'),
    ],
)
def test_a_colon_inside_a_sentence_is_refused(text: str, line: int, whole: str):
    told = (line, in_quotes("a colon inside a sentence needs quotes.", whole))
    assert told in slips(text)


def test_a_colon_inside_brackets_is_refused():
    advice = "Put the sentence between the brackets in quotes."
    assert slips("a: {text: Involving partners: schools}\n") == [
        (1, f"a colon inside a sentence needs quotes. {advice}")
    ]


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("& employers", "`&`"),
        ("&employers join in", "`&`"),  # silently an anchor otherwise
        ("* all learners", "`*`"),
        ("*all", "`*`"),
        ("*all learners", "`*`"),
        ("! more learners", "`!`"),
        ("!more learners", "`!`"),  # silently a tag otherwise
        ("% of learners", "`%`"),
        ("@home learners", "`@`"),
        ("`code` for all", "a backtick"),
        ("> 50 learners", "`>`"),
        ("| learners", "`|`"),
        (", learners", "`,`"),
        ("] learners", "`]`"),
        ("- learners", "`-`"),
        ("? learners", "`?`"),
    ],
)
def test_a_sign_at_the_start_of_a_sentence_is_refused(sentence: str, sign: str):
    reason = f"{sign} at the start of a sentence is a sign of its own in YAML."
    told = [(2, in_quotes(reason, f'"{sentence}"'))]
    assert slips(f"name: x\ntext: {sentence}\nplace: y\n") == told


@pytest.mark.parametrize(
    ("sentence", "reason", "whole"),
    [
        (
            '"Verbeter Breda" network',
            "the quotes end before the sentence does.",
            "'\"Verbeter Breda\" network'",
        ),
        (
            "'s Hertogenbosch joins",
            "the quote `'` at the start of a sentence is not closed on this line.",
            '"\'s Hertogenbosch joins"',
        ),
        (
            "[draft] More learners",
            "`[` at the start of a sentence opens a list for YAML.",
            '"[draft] More learners"',
        ),
        (
            "{draft} More learners",
            "`{` at the start of a sentence opens a list for YAML.",
            '"{draft} More learners"',
        ),
    ],
)
def test_a_quote_or_bracket_around_part_of_a_sentence_is_refused(
    sentence: str, reason: str, whole: str
):
    assert slips(f"name: x\ntext: {sentence}\nplace: y\n") == [(2, in_quotes(reason, whole))]
    assert slips(f"items:\n  - {sentence}\n  - other\n") == [(2, in_quotes(reason, whole))]


def test_a_quote_that_closes_in_a_later_sentence_is_refused_where_it_opens():
    reason = "the quote `'` at the start of a sentence is not closed on this line."
    told = [(1, in_quotes(reason, '"\'s Hertogenbosch"'))]
    assert slips("a: 's Hertogenbosch\nb: Partner's network\n") == told


def test_a_quote_that_swallows_the_next_heading_is_refused():
    reason = "the quote that opens here closes lines below."
    told = [(1, in_quotes(reason, '"s Hertogenbosch b: the partners"'))]
    assert slips("a: 's Hertogenbosch\nb: the partners'\n") == told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("outputs:\n  1. Mapping\n  2. Involving\n", 2),
        ("text: 1. Mapping\n  2. Involving\n", 1),
        ("text: 1) Mapping\n  the city\n  2) Involving\n", 1),
        ("text: >\n  1. Mapping\n  2. Involving\n", 1),
        ("text: 'Two things\n  1. Mapping\n  2. Involving'\n", 1),
        ("text: >\n  - Mapping\n  - Involving\n", 1),
        ("a: 1\noutputs:\n  1. Mapping: schools\n  2. Involving\n", 4),  # the parser stops there
    ],
)
def test_a_numbered_list_that_would_become_one_sentence_is_refused(text: str, line: int):
    assert slips(text) == [(line, LIST)]


@pytest.mark.parametrize(
    "text",
    [
        "text: 1. Mapping\n",  # one line merges with nothing
        "text: >\n  Reached in\n  10. May\n",  # a date, not a list
        "text: >\n  1. Mapping\n\n  2. Involving\n",  # an empty line keeps them apart
        "text: |\n  1. Mapping\n  2. Involving\n",  # kept line by line
    ],
)
def test_numbers_that_merge_nothing_are_fine(text: str):
    assert slips(text) == []


@pytest.mark.parametrize(
    ("word", "reading"),
    [("2024", "a number"), ("1.5", "a number"), ("no", "yes or no"), ("2024-05-01", "a day")],
)
def test_a_sentence_that_is_a_number_a_day_or_a_yes_is_refused_without_quotes(
    word: str, reading: str
):
    advice = f"Put it in quotes if it is the text itself: `'{word}'`."
    told = [(1, f"`{word}` reads as {reading}, where a sentence is expected. {advice}")]
    assert slips(f"name: {word}\n") == told
    assert slips(f"name: '{word}'\n") == []


def test_keys_and_values_stay_as_they_were_written():
    # plain YAML makes of these: False, a number without its last zero, a day, and a yes
    read_data = read("no: 1.10\n2024: 2024-05-01\ncountry: NO\n1.10: on\n").data
    assert read_data == {"no": "1.10", "2024": "2024-05-01", "country": "NO", "1.10": "on"}


def test_an_empty_place_is_nothing_and_a_block_ends_without_a_line_break():
    assert read("a:\nb: ~\nc: >\n  two\n  lines\nd: |\n  x\n  y\n").data == {
        "a": None,
        "b": None,
        "c": "two lines",
        "d": "x\ny",
    }


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        (b"", 1, "the file is empty."),
        (b"# only a remark\n", 1, "the file is empty."),
        (b"{}\n", 1, "the file is empty."),
        (
            b"- a\n- b\n",
            1,
            "a file is made of headings such as `name: ...`; found a list in their place.",
        ),
        (
            b"Vilnius\n",
            1,
            "a file is made of headings such as `name: ...`; found a sentence in their place.",
        ),
        (b"a: b\n\tc: d\n", 2, "a tab indents this line. Use spaces."),
        (b"a:\tb\n", 1, "a tab stands here. Use spaces."),
        (
            b"a: 1\nb: caf\xe9\n",
            2,
            "a letter on this line is not saved as UTF-8. Save the file as UTF-8.",
        ),
        ("a: b\n".encode("utf-16"), 1, "the file is saved as UTF-16. Save it as UTF-8."),
        (b"a: b\x00c\n", 1, "a sign that cannot be printed stands here. Leave it out."),
        (b'a: "b\\0c"\n', 1, "a sign that cannot be printed stands in this text. Leave it out."),
        (
            b"[a]: b\nc: d\n",
            1,
            "a heading must be a word; found a list or brackets before the colon.",
        ),
        (b'"": b\n', 1, "a heading is missing before the colon."),
        (b"a: b\n: c\n", 2, "a heading is missing before the colon."),
        (
            b"a: b\n---\nc: d\n",
            2,
            "`---` begins a second file within this one. Leave that line out.",
        ),
        (
            b'a: "b\\d"\n',
            1,
            "a backslash inside double quotes is a sign of its own in YAML. Use single quotes.",
        ),
        (
            b'a: b\nc: "\\UFFFFFFFF"\n',  # no such letter; PyYAML does not say where
            2,
            "a backslash inside double quotes is a sign of its own in YAML. Use single quotes.",
        ),
        (
            b"a: [b, c\nd: e\n",
            1,
            (
                "a bracket that opens here is not closed as it should be. Close it, put a comma "
                "between its parts, and put sentences in quotes."
            ),
        ),
        (
            b"name: Vilnius\n  place: vilnius\n",
            2,
            (
                "`place:` is indented further than the heading above it. Move it to the left; or, "
                "if it goes on with the sentence above, put that whole sentence in quotes."
            ),
        ),
        (
            b"text: A sentence\nthat goes on\nplace: breda\n",
            2,
            (
                "`that goes on` has no heading. If it goes on with the sentence above, indent it "
                "further; else begin it with a heading and a colon."
            ),
        ),
        (b"a:\n    b: c\n  d: e\n", 3, UNFITTING),
        (b"a:\n  - b\n  c: d\n", 3, UNFITTING),
        (b"%YAML " + b"1" * 5000 + b"\n---\na: b\n", 1, UNFITTING),
        (
            b"a: " + b"[" * 1000,
            1,
            "brackets or lists stand inside each other more deeply than anything here needs.",
        ),
    ],
)
def test_whatever_else_is_wrong_with_a_file_is_said_in_plain_words(
    content: bytes, line: int, told: str
):
    found = source_of(content, "vilnius.yaml").slips
    assert (line, told) in [(slip.line, slip.text) for slip in found]


def test_a_mark_at_the_start_of_the_file_that_says_utf_8_is_no_part_of_the_heading():
    assert source_of(b"\xef\xbb\xbfname: Vilnius\n", "x.yaml").data == {"name": "Vilnius"}


def test_the_rest_of_a_file_is_read_after_lines_that_stop_the_parser():
    text = (
        "name: Skills # 21\n"  # 1
        "a: & employers\n"
        "b: Involving partners: schools\n"  # 3
        'c: "Verbeter Breda" network\n'
        "c: again\n"  # 5
        "  that: went wrong\n"
        "text: 1. Mapping\n"  # 7
        "  2. Involving\n"
        "d: fine\n"
    )
    source = read(text)
    assert [slip.line for slip in sorted(source.slips)] == [1, 2, 3, 4, 5, 6, 7]
    assert source.data["d"] == "fine"


def test_a_bracket_that_is_closed_alone_on_its_line_is_no_sentence():
    advice = "Put the sentence between the brackets in quotes."
    found = slips("source: {text: Partners: schools,\n}\nname: x\n")
    assert found == [(1, f"a colon inside a sentence needs quotes. {advice}")]


def test_a_file_of_broken_lines_is_given_up_in_the_end():
    source = read("".join(f"key_{number}: & x\n" for number in range(60)))
    assert len(source.slips) == 50
    assert not source.is_whole


def test_every_key_path_has_its_line(tmp_path):
    file = tmp_path / "breda.yaml"
    file.write_text("name: Breda\nlist:\n  - a: 1\n    b: 2\n  - c\nflow: {d: [x, y]}\n")
    assert lines_of(file) == {
        (): 1,
        ("name",): 1,
        ("list",): 2,
        ("list", 0): 3,
        ("list", 0, "a"): 3,
        ("list", 0, "b"): 4,
        ("list", 1): 5,
        ("flow",): 6,
        ("flow", "d"): 6,
        ("flow", "d", 0): 6,
        ("flow", "d", 1): 6,
    }


def test_the_line_of_what_is_not_there_is_that_of_what_it_would_stand_below():
    source = read("name: Breda\ngroups:\n  providers:\n    name: x\n")
    assert source.line_of(("groups", "providers", "outputs")) == 3
    assert source.line_of(("goal",)) == 1


def test_a_file_that_cannot_be_opened_has_no_lines(tmp_path):
    assert lines_of(tmp_path / "missing.yaml") == {}
