"""How the suite is parted among workers: what shares dear fixtures stays together, the longest first.

Each worker makes the fixtures that it needs. A file, and a folder whose tests share a home, a site or
a served dashboard, is therefore run by one worker; the other meanwhile runs the rest.
"""

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/browser/", "tests/dashboard/reports/", "tests/dashboard/site/")
FIRST = (*TOGETHER, "tests/test_", "tests/ingest/", "tests/dashboard/")
"""Where a worker begins; small files at the end let both finish at the same time."""


class Together(LoadScopeScheduling):
    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::")[0]
        return next((folder for folder in TOGETHER if file.startswith(folder)), file)


def in_order(items: list[pytest.Item]) -> list[pytest.Item]:
    """Those of a folder in `FIRST` before all others; else as they were found."""
    return sorted(items, key=lambda item: _place(item.nodeid))


def _place(nodeid: str) -> int:
    return next((at for at, start in enumerate(FIRST) if nodeid.startswith(start)), len(FIRST))
