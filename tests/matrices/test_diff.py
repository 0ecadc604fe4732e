"""What changed between two versions of a matrix."""

from pathlib import Path

from matrices.diff import MatrixDiff, diff, place, read_version
from tests.matrices.city_files import HEAD

OLD = f"""{HEAD}      learners:
        text: More learners
        indicators:
          learners: {{target: 500, by: 2026}}
      playlists: Ten playlists
      library: The library joins
"""


def changes(folder: Path, new: str, old: str = OLD) -> MatrixDiff:
    before, after = folder / "town-2024.yaml", folder / "town.yaml"
    before.write_text(old, encoding="utf-8")
    after.write_text(new, encoding="utf-8")
    return diff(read_version(before), read_version(after))


def test_the_same_matrix_has_not_changed(tmp_path):
    assert changes(tmp_path, OLD).is_empty


def test_a_sentence_may_come_and_another_may_go(tmp_path):
    found = changes(tmp_path, OLD.replace("library: The library joins", "garden: A garden opens"))
    assert [place(s) for s in found.added] == ["providers.outputs.garden"]
    assert [place(s) for s in found.removed] == ["providers.outputs.library"]
    assert found.moved == ()


def test_a_sentence_in_other_words_keeps_its_place(tmp_path):
    (found,) = changes(tmp_path, OLD.replace("Ten playlists", "Twelve playlists")).reworded
    assert (found.statement, found.before, found.after) == (
        "providers.outputs.playlists",
        "Ten playlists",
        "Twelve playlists",
    )


def test_lines_broken_elsewhere_are_no_other_words(tmp_path):
    folded = "playlists: >\n        Ten\n        playlists"
    assert changes(tmp_path, OLD.replace("playlists: Ten playlists", folded)).is_empty


def test_a_sentence_in_another_cell_has_moved(tmp_path):
    new = OLD.replace("      library: The library joins\n", "")
    found = changes(tmp_path, f"{new}    activities:\n      library: The library joins\n")
    assert [(each.before, each.after) for each in found.moved] == [
        ("providers.outputs.library", "providers.activities.library")
    ]
    assert (found.added, found.removed, found.reworded) == ((), (), ())


def test_a_sentence_with_another_key_has_moved_too(tmp_path):
    found = changes(tmp_path, OLD.replace("library: The library", "the_library: The library"))
    assert [each.after for each in found.moved] == ["providers.outputs.the_library"]


def test_a_sentence_that_moved_and_was_reworded_is_found_by_its_key(tmp_path):
    new = OLD.replace("      library: The library joins\n", "")
    found = changes(tmp_path, f"{new}    inputs:\n      library: The library helps\n")
    assert [each.after for each in found.moved] == ["providers.inputs.library"]
    assert [each.after for each in found.reworded] == ["The library helps"]


def test_a_new_version_of_a_promise_tells_since_when_and_why(tmp_path):
    versions = (
        "[{target: 500, by: 2026}, {target: 650, by: 2027, since: 2025-06-01, reason: it grew}]"
    )
    (found,) = changes(tmp_path, OLD.replace("{target: 500, by: 2026}", versions)).promises
    assert (found.statement, found.indicator) == ("providers.outputs.learners", "learners")
    assert [version.target for version in found.after] == [500, 650]
    assert (str(found.after[-1].since), found.after[-1].reason) == ("2025-06-01", "it grew")
    assert not found.is_overwritten


def test_a_promise_that_was_overwritten_is_called_that(tmp_path):
    (found,) = changes(tmp_path, OLD.replace("target: 500", "target: 400")).promises
    assert found.is_overwritten


def test_an_indicator_may_be_linked_and_another_no_longer(tmp_path):
    found = changes(tmp_path, OLD.replace("learners: {target", "participations: {target"))
    assert [(each.statement, each.indicator) for each in found.linked] == [
        ("providers.outputs.learners", "participations")
    ]
    assert [each.indicator for each in found.unlinked] == ["learners"]


def test_a_statement_may_be_measured_in_another_way(tmp_path):
    long_form = "library:\n        text: The library joins\n        measured: by evidence"
    (found,) = changes(tmp_path, OLD.replace("library: The library joins", long_form)).measured
    assert (found.before, found.after) == ("not_yet", "by_evidence")


def test_there_and_back_the_changes_are_each_others_mirror(tmp_path):
    new = OLD.replace("library: The library joins", "garden: A garden opens")
    there, back = changes(tmp_path, new), changes(tmp_path, OLD, old=new)
    assert [place(s) for s in there.added] == [place(s) for s in back.removed]
    assert [place(s) for s in there.removed] == [place(s) for s in back.added]
