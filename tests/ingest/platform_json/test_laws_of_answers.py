"""What holds for any answers: nothing raises, order and copies of pages change nothing."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as some

from ingest.platform_json.answers import is_answer
from ingest.platform_json.fields import fields
from ingest.platform_json.opening import open_answers
from ingest.reading.file_problems import FileProblems
from ingest.source_mapping import load_mappings
from matrices.home import Home
from tests.ingest.platform_json.saved_pages import activity, badge_class, page, playlist

MAPPINGS = load_mappings(Home(Path("a-home-without-files")))
NAMES = sorted(
    {"list", "total", "offset", "id", "context", "site", "sites", "siteUrl", "tz", "errors"}
    | set(fields().roots)
    | {name for kind in fields().kinds.values() for name in kind.fields()}
)
"""Names that mean something, so that what is made up is often almost an answer."""

scalars = some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=8)
anything = some.recursive(
    scalars,
    lambda inner: (
        some.lists(inner, max_size=4)
        | some.dictionaries(some.sampled_from(NAMES) | some.text(max_size=4), inner, max_size=6)
    ),
    max_leaves=25,
)
projects = some.builds(
    lambda number, joined, name: activity(number, stats={"joinCount": joined}, name=name),
    some.integers(0, 5),
    some.integers(0, 99),
    some.sampled_from(["Walk", "Long walk", None]),
)
playlists = some.builds(
    playlist, some.integers(0, 2), some.lists(some.integers(0, 5), max_size=3, unique=True)
)
badge_classes = some.builds(
    badge_class, some.integers(0, 3), some.integers(0, 5), some.lists(some.sampled_from("ab"))
)
answers = (
    some.lists(projects | playlists, max_size=4).map(lambda items: page("projects", items))
) | (some.lists(badge_classes, max_size=3).map(lambda items: page("badgeClasses", items)))


def rows(documents: Sequence[object]) -> list[tuple]:
    """Every row of every table, wherever it stands."""
    with TemporaryDirectory() as folder:
        files = []
        for number, document in enumerate(documents):
            path = Path(folder) / f"{number}.json"
            path.write_text(json.dumps(document), encoding="utf-8")
            files.append((path, path.name))
        return sorted(
            (row.table, sorted(row.cells.items()))
            for file in open_answers(files, MAPPINGS)
            for table in file.tables
            for row in table.rows
        )


@settings(max_examples=60, deadline=None)
@given(some.dictionaries(some.sampled_from(sorted(fields().roots)), anything, max_size=3), anything)
@example({"project": {"id": 1, "project": {"id": 2, "list": 62}}}, None)  # a list that is none
def test_any_json_is_read_or_refused_in_a_sentence(data: object, errors: object):
    for document in ({"data": data}, {"data": data, "errors": errors}, data):
        if is_answer(document):
            try:
                rows([document])
            except FileProblems as refusal:
                assert str(refusal).startswith("0.json: ")


@settings(max_examples=40, deadline=None)
@given(some.data())
def test_the_order_of_pages_changes_no_row(data: some.DataObject):
    documents = data.draw(some.lists(answers, min_size=1, max_size=4))
    assert rows(data.draw(some.permutations(documents))) == rows(documents)


@settings(max_examples=40, deadline=None)
@given(some.data())
def test_a_page_twice_changes_no_row(data: some.DataObject):
    documents = data.draw(some.lists(answers, min_size=1, max_size=4))
    again = data.draw(some.sampled_from(documents))
    assert rows([*documents, again]) == rows(documents)


@settings(max_examples=40, deadline=None)
@given(some.lists(answers, min_size=1, max_size=4))
def test_no_object_stands_in_two_rows(documents: list[object]):
    keys = {"activities": "activity_id", "playlists": "playlist_id", "awards": "badge_id"}
    found = [
        (table, dict(cells).get(keys[table])) for table, cells in rows(documents) if table in keys
    ]
    assert len(found) == len(set(found))
