"""A home: the folder of one network, with its own declarations and its data."""

import os
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

DEFAULT_HOME = "impact-home"


@dataclass(frozen=True)
class Home:
    """A folder that may hold declarations and `data/`; what it lacks comes from the package.

    A home with a `cities/` folder of its own shows only those cities, and with a `places.yaml`
    knows only those places. Its `frameworks/`, `sources/` and `indicators/` add to those of the
    package; a file of the same name stands in for the package's.
    """

    path: Path

    @classmethod
    def at(cls, path: str | Path | None = None) -> "Home":
        """The home named, else the one in `IMPACT_HOME`, else `./impact-home`."""
        return cls(Path(path or os.environ.get("IMPACT_HOME") or DEFAULT_HOME).resolve())

    def cities(self) -> list[Path]:
        own = self.path / "cities"
        return _yaml_files(own if own.is_dir() else packaged("matrices") / "cities")

    def frameworks(self) -> list[Path]:
        return self._declarations("matrices", "frameworks")

    def sources(self) -> list[Path]:
        return self._declarations("ingest", "sources")

    def indicators(self) -> list[Path]:
        return self._declarations("metrics", "indicators")

    def places(self) -> Path:
        own = self.path / "places.yaml"
        return own if own.exists() else packaged("matrices") / "places.yaml"

    def periods(self) -> list[Path]:
        """The file with the school year and the projects; none where nothing is declared."""
        own = self.path / "periods.yaml"
        return [own] if own.exists() else []

    def settings(self) -> list[Path]:
        """The file with what a network decides for itself; none where it decides nothing."""
        own = self.path / "network.yaml"
        return [own] if own.exists() else []

    @property
    def data(self) -> Path:
        """Where loads, refused rows, the key and the warehouse live; made when first written."""
        return self.path / "data"

    def _declarations(self, room: str, folder: str) -> list[Path]:
        files_of_package = _yaml_files(packaged(room) / folder)
        by_name = {path.name: path for path in files_of_package}
        by_name |= {path.name: path for path in _yaml_files(self.path / folder)}
        return [by_name[name] for name in sorted(by_name)]


def _yaml_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def packaged(room: str) -> Path:
    """The folder of a room as installed; the rooms are never packed in a zip file."""
    return Path(str(files(room)))
