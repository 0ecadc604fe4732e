"""What changed between two versions of a matrix, as text."""

from collections.abc import Iterator

from dashboard.terminal.promises_in_words import version_in_words
from matrices.diff import MatrixDiff, PromiseChanged, place


def diff_lines(changes: MatrixDiff) -> list[str]:
    """Every change, kind by kind; one line where nothing changed."""
    if changes.is_empty:
        return ["Nothing changed in what is promised, or in what words."]
    return [*_statements(changes), *_indicators(changes), *_promises(changes)]


def _statements(changes: MatrixDiff) -> Iterator[str]:
    yield from (f"added     {place(s)}: {s.text.strip()}" for s in changes.added)
    yield from (f"removed   {place(s)}: {s.text.strip()}" for s in changes.removed)
    yield from (f"moved     {each.before} -> {each.after}" for each in changes.moved)
    for each in changes.reworded:
        yield f"reworded  {each.statement}"
        yield from (f"            - {each.before.strip()}", f"            + {each.after.strip()}")
    for other in changes.measured:
        before, after = (word.replace("_", " ") for word in (other.before, other.after))
        yield f"measured  {other.statement}: {before} -> {after}"


def _indicators(changes: MatrixDiff) -> Iterator[str]:
    for sign, links in (("linked", changes.linked), ("unlinked", changes.unlinked)):
        for link in links:
            promise = version_in_words(link.promise)
            yield f"{sign:<9} {link.statement}: {link.indicator} ({promise})"


def _promises(changes: MatrixDiff) -> Iterator[str]:
    for change in changes.promises:
        yield f"promise   {change.statement}: {change.indicator}"
        yield f"            - {version_in_words(change.before[-1])}"
        yield f"            + {version_in_words(change.after[-1])}{_why(change)}"
        if change.is_overwritten:
            yield "            ! an earlier version was altered; a promise gets a new version instead"


def _why(change: PromiseChanged) -> str:
    newest = change.after[-1]
    since = f" since {newest.since}" if newest.since else ""
    return f"{since}: {newest.reason.strip()}" if newest.reason else since
