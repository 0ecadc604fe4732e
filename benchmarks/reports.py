"""All cities, all formats, in one command, against LibreOffice merely saving the workbook again.

Run by hand: `python -m benchmarks.reports [--learners 4000]`. Makes a simulated home in a temporary
folder; prints seconds of wall and of processor time, and the ratios of the same run.
"""

import argparse
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.reports.formats import FORMATS

IMPACT = (sys.executable, "-m", "dashboard.cli")


def main() -> None:
    """One line a step."""
    learners = _arguments().learners
    with TemporaryDirectory(prefix="impact-reports-") as folder:
        home, out = Path(folder) / "home", Path(folder) / "out"
        _timed("simulated data loaded", [*IMPACT, "--home", home, "demo", "--learners", learners])
        asked = [*IMPACT, "--home", home, "report", "--all", "--from", "2024-01", "--out", out]
        all_formats = _timed(
            f"all cities, {len(FORMATS)} formats", [*asked, "--as", ",".join(FORMATS)]
        )
        files = sorted(out.iterdir())
        size = sum(path.stat().st_size for path in files) / 1e6
        print(f"{len(files)} files, {size:.1f} MB")
        for name in FORMATS:
            _timed(f"  {name} alone", [*asked, "--as", name])
        _against_office(next(out.glob("*_workbook_*.xlsx")), Path(folder), all_formats)


def _against_office(workbook: Path, folder: Path, all_formats: tuple[float, float]) -> None:
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed: no ratio.")
        return
    profile = f"-env:UserInstallation=file://{folder}/profile"
    saving = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", folder / "saved"]
    _timed("LibreOffice, first start of a new profile", [*saving, workbook])
    saved = _timed("LibreOffice opens and saves the workbook again", [*saving, workbook])
    wall, processor = (ours / theirs for ours, theirs in zip(all_formats, saved, strict=True))
    print(f"all formats / saving again: {wall:.2f} of wall time, {processor:.2f} of processor time")


def _timed(what: str, command: Sequence[object]) -> tuple[float, float]:
    """Seconds of wall and of processor time of a process and its children."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)
    wall, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{what}: {wall:.1f} s, processor {processor:.1f} s", flush=True)
    return wall, processor


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=4000)
    return parser.parse_args()


if __name__ == "__main__":
    main()
