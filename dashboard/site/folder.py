"""The folder of a site: made aside, put in its place whole, and only in place of an older site."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.reports.scope import ReportProblem

MARKER = "impact-site.json"
"""Says of a folder that it is a site, and lists its files: any other file is somebody's own."""
KIND = "Impact Matrix public site"
MOST_NAMED = 5


def replace_site(folder: Path, write: Callable[[Path], None]) -> list[str]:
    """Calls `write` with an empty folder, which then takes the place of `folder`; gives its files.

    Raises `ReportProblem` where `folder` is not a site or has files that are not the site's. Until
    the last moment the old site stands; when `write` fails, it still does.
    """
    _refuse_others(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as aside:
            new = Path(aside) / "new"
            new.mkdir()
            write(new)
            files = _mark(new)
            _swap(folder, new, Path(aside) / "old")
    except OSError as error:
        raise ReportProblem([f"{folder} cannot be written: {error.strerror}."]) from error
    return files


def _refuse_others(folder: Path) -> None:
    """Raises `ReportProblem` where the folder holds anything that is not of a site."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    known = _listed(folder)
    if known is None:
        raise ReportProblem(
            [f"{folder} is there and is not a site that `impact site` made; name an empty folder."]
        )
    own = sorted(set(_files(folder)) - known)
    if own:
        named = ", ".join(own[:MOST_NAMED])
        files = "1 file" if len(own) == 1 else f"{len(own)} files"
        raise ReportProblem(
            [f"{folder} holds {files} that the site did not bring: {named}. Move that away first."]
        )


def _swap(folder: Path, new: Path, old: Path) -> None:
    if folder.exists():
        folder.rename(old)
    new.rename(folder)


def _mark(folder: Path) -> list[str]:
    files = sorted(_files(folder))
    marker = json.dumps({"kind": KIND, "files": files}, indent=1)
    (folder / MARKER).write_text(f"{marker}\n", encoding="utf-8")
    return files


def _listed(folder: Path) -> set[str] | None:
    """The files of which the marker tells; None where there is none that can be read."""
    try:
        told = json.loads((folder / MARKER).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(told, dict) or told.get("kind") != KIND:
        return None
    return {MARKER, *told.get("files", ())}


def _files(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
