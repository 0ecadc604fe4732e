"""Run by itself under limits of memory and time: loads every hostile file, says how each ended.

The first argument is a folder to work in. The answer is JSON, name to what was said.
"""

import json
import resource
import sys
from pathlib import Path

from ingest.loads import load
from ingest.reading.file_problems import FileProblems
from matrices.home import Home
from tests.ingest.hostile.files import HEAD, HOSTILE
from tests.ingest.taking import FRAME

MOST_MEMORY = 1 << 30
MOST_SECONDS = 180
"""Of computing: enough for a machine ten times slower, and an end for what would have none."""


def main(folder: Path) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    home = Home(folder / "home")
    good = folder / "good.csv"
    good.write_text(HEAD + "p1,a1,user,2024-05-31\n")
    _load(good, home)
    before = _contents(home)
    said = {name: _ending(folder / name, home) for name in HOSTILE}
    print(json.dumps({"said": said, "is_untouched": _contents(home) == before}))


def _ending(path: Path, home: Home) -> list[str]:
    HOSTILE[path.name][0](path)
    try:
        _load(path, home)
    except FileProblems as problems:
        return [problem.text for problem in problems.problems]
    finally:
        if path.is_file() and not path.is_symlink():
            path.unlink()
    return []


def _load(path: Path, home: Home) -> None:
    load([path], home, FRAME, lambda *published: None)


def _contents(home: Home) -> dict[str, str]:
    files = (home.data / "published.json", *(home.data / "loads").rglob("*.*"))
    return {str(path): path.read_bytes().hex() for path in files}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
