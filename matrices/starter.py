"""A home for another network: the commented files that a city team starts from."""

from collections.abc import Iterator
from pathlib import Path

from matrices.home import packaged


class StarterProblem(Exception):
    """Why no home can be made in a folder, in sentences for the person who asked for it."""


def make_home(path: Path) -> list[Path]:
    """Copies the starter's files into the folder and returns them; makes the folder if need be.

    Nothing that exists is ever overwritten: a folder that holds a home, or part of one, raises
    `StarterProblem` before anything is written.
    """
    if hindrances := list(_hindrances(path)):
        raise StarterProblem("\n".join(hindrances))
    try:
        return [_copied(name, path) for name in _names()]
    except OSError as error:
        raise StarterProblem(f"{path} cannot be written to: {error.strerror}.") from error


def _names() -> list[Path]:
    folder = packaged("matrices") / "starter"
    return sorted(file.relative_to(folder) for file in folder.rglob("*") if file.is_file())


def _hindrances(path: Path) -> Iterator[str]:
    if path.exists() and not path.is_dir():
        yield f"{path} is a file. Name a folder that is empty or does not exist yet."
        return
    cities = path / "cities"
    if cities.exists() and not (cities.is_dir() and not any(cities.iterdir())):
        yield f"{cities} holds something already. Nothing was changed; choose another folder."
    for name in _names():
        if name.parent == Path() and (path / name).exists():
            yield f"{path / name} exists already. Nothing was changed; choose another folder."


def _copied(name: Path, home: Path) -> Path:
    target = home / name
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        file.write((packaged("matrices") / "starter" / name).read_bytes())
    return target
