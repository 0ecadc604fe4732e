"""How the suite is parted among workers: what shares dear fixtures stays together, the longest first.

Each worker makes the fixtures that it needs. A file, and a folder whose tests share a home, a site or
a served dashboard, is therefore run by one worker; the others meanwhile run the rest.
"""

import pytest
from xdist.scheduler import LoadScopeScheduling

FOLDERS = ("tests/browser/", "tests/dashboard/reports/", "tests/dashboard/site/")
TOGETHER = ("tests/browser/test_site.py", *FOLDERS)
"""What one worker runs; of a folder and a file in it, the file comes first and goes apart."""
FIRST = (*FOLDERS, "tests/test_", "tests/ingest/", "tests/dashboard/")
"""Where a worker begins; small files at the end let all finish at the same time."""


class Together(LoadScopeScheduling):
    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::")[0]
        return next((folder for folder in TOGETHER if file.startswith(folder)), file)


def in_order(items: list[pytest.Item]) -> list[pytest.Item]:
    """Those of a folder in `FIRST` before all others; else as they were found."""
    return sorted(items, key=lambda item: _place(item.nodeid))


def _place(nodeid: str) -> int:
    return next((at for at, start in enumerate(FIRST) if nodeid.startswith(start)), len(FIRST))
