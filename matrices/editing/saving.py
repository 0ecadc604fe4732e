"""Saving a change to a city's file: checked first, in one step, nobody else's change lost."""

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from matrices.durable import put_in_place, replace_text
from matrices.editing.edits import Edit, EditProblem
from matrices.editing.history import Saved, keep
from matrices.editing.yaml_text import YamlText
from matrices.home import Home, packaged
from matrices.telling import told

Check = Callable[[Home, str, str], None]
"""Raises `DeclarationProblems` where the home would be wrong with this text of this city."""


def city_file(home: Home, city: str) -> Path:
    """The file that is in force, the home's own or the package's; KeyError for an unknown city."""
    for path in home.cities():
        if path.stem == city:
            return path
    raise KeyError(city)


def read_city(home: Home, city: str) -> str:
    """The text as it stands now, with plain line ends."""
    return city_file(home, city).read_text(encoding="utf-8-sig")


def edited(text: str, edit: Edit) -> str:
    """The text with the change; raises `EditProblem` where it cannot be made."""
    return edit.apply(YamlText(text)).text


def save(
    home: Home, city: str, edit: Edit, seen: str, check: Check, by: str = "", why: str = ""
) -> Saved:
    """Writes the change into the city's file; the text before it is kept.

    `seen` is the text that the person had before them. What others changed meanwhile stays; where
    they changed the same entry, nothing is saved. Raises `EditProblem` then, and what `check`
    raises.
    """
    with _only_writer(home):
        now = read_city(home, city)
        _refuse_conflict(now, seen, edit)
        return _write(home, city, now, edited(now, edit), check, by, why)


def restore(
    home: Home, city: str, text: str, seen: str, check: Check, by: str = "", why: str = ""
) -> Saved:
    """Puts an earlier text back, as a change of its own; `EditProblem` where `seen` is old."""
    with _only_writer(home):
        now = read_city(home, city)
        if now != seen:
            raise EditProblem(
                told("Somebody changed the matrix meanwhile. Look at it again first.")
            )
        return _write(home, city, now, text, check, by, why)


def _write(home: Home, city: str, now: str, new: str, check: Check, by: str, why: str) -> Saved:
    check(home, city, new)
    path = _own_file(home, city)
    saved = keep(home, city, now, new, by, why)
    replace_text(path, new)
    return saved


def _refuse_conflict(now: str, seen: str, edit: Edit) -> None:
    if now == seen:
        return
    theirs, mine = _entry(now, edit), _entry(seen, edit)
    if theirs != mine:
        if theirs is None:
            raise EditProblem(_TAKEN_OUT)
        raise EditProblem(_SAYS_NOW.format(text=theirs))


_TAKEN_OUT = told(
    "Somebody else changed this statement while you did. Nothing was saved. They took it out."
)
_SAYS_NOW = told(
    "Somebody else changed this statement while you did. Nothing was saved. It now says:\n{text}"
)


def _entry(text: str, edit: Edit) -> str | None:
    parsed = YamlText(text)
    return parsed.source(edit.touches) if parsed.has(edit.touches) else None


def _own_file(home: Home, city: str) -> Path:
    """The home's own file; at the first change all of the package's are copied, in one step.

    A home with a `cities` folder knows only what is in it.
    """
    folder = home.path / "cities"
    if not folder.is_dir():
        aside = home.path / ".cities.incoming"
        shutil.rmtree(aside, ignore_errors=True)
        shutil.copytree(packaged("matrices") / "cities", aside)
        put_in_place(aside, folder)
    return folder / f"{city}.yaml"


@contextmanager
def _only_writer(home: Home) -> Iterator[None]:
    """The lock goes with the process: one that was killed holds nothing up."""
    home.data.mkdir(parents=True, exist_ok=True)
    with (home.data / "matrices.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
