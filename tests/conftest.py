"""What several rooms' tests share: where the real data lie, and homes to load them into."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from xdist.remote import Producer

from matrices.home import Home
from tests.distribution import Together, in_order

ROOT = Path(__file__).parents[1]
CORPORA = ROOT.parent / "shared" / "corpora"

# Compiled code is kept also where the environment says not to: else each of the processes that
# tests start, and each worker of the suite, compiles every file anew, a minute of work in all.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = in_order(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    return (os.cpu_count() or 1) + 1  # the one that drives a browser mostly waits


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    config.option.loadscopereorder = False  # in the order in which they were put
    return Together(config, log)


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Real data that nobody here wrote; it lies beside the checkout, never in it."""
    if not CORPORA.is_dir():
        pytest.skip("the corpora of real data do not lie beside this checkout")
    return CORPORA


MAIN = sys.modules["__main__"]


@pytest.fixture(autouse=True)
def _main_module_stays() -> Iterator[None]:
    """A page that is run in a test, or in what several tests share, may leave itself behind as the
    program's main module; a process that a later test starts would then run the page instead and
    never come back."""
    sys.modules["__main__"] = MAIN
    yield
    sys.modules["__main__"] = MAIN


@pytest.fixture
def carpentries_home(tmp_path: Path) -> Home:
    return copied_carpentries(tmp_path)


def copied_carpentries(parent: Path) -> Home:
    """A fresh home of another network: three countries as cities, its own source mapping."""
    folder = parent / "carpentries"
    shutil.copytree(ROOT / "tests" / "homes" / "carpentries", folder)
    return Home(folder)
