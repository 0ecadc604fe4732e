"""What came of an import, in lines: what was taken, what a person should look at."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.language import say, say_n
from matrices.importing.draft import DraftIndicator
from matrices.importing.reading import Imported


def import_lines(imported: Imported, target: Path) -> Iterator[str]:
    """The remarks first, then what was written and what comes next."""
    draft = imported.draft
    yield from map(str, draft.remarks)
    indicators = [each for statement in draft.statements for each in statement.indicators]
    named = [each for each in indicators if each.identifier]
    statements, groups = len(draft.statements), len(draft.target_groups)
    yield say("wrote {file}", file=target)
    yield "  " + ", ".join(
        (
            say_n("{count} statement", "{count} statements", statements),
            say_n("{count} target group", "{count} target groups", groups),
            say_n("{count} indicator linked", "{count} indicators linked", len(named)),
        )
    )
    yield from _left_as_text([each for each in indicators if not each.identifier])
    yield say("Look through it, then: impact check")


def _left_as_text(indicators: list[DraftIndicator]) -> Iterator[str]:
    if not indicators:
        return
    yield "  " + say_n(
        "{count} indicator is not linked and is kept in a comment, with the reason:",
        "{count} indicators are not linked and are kept in comments, with the reason:",
        len(indicators),
    )
    for each in indicators:
        hint = f" {each.notes[-1]}" if each.notes else ""
        yield f"    {each.place.label}: {each.title}.{hint}"
