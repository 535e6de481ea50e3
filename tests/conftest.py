"""What the tests share: the built site, a server of it, and a reader with a browser and no other network."""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Playwright, expect, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from build import ROOT, SITE, build
from chromium import launch_options
from patience import PATIENCE
from reader import Reader
from small_book import small_site as built_small_site

expect.set_options(timeout=PATIENCE * 1000)
# That a machine stands still is no fault of the input that is being made or tried.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
# Tests that several files share say what they found like any other.
pytest.register_assert_rewrite("every_chart")

# What is dear to make is made once: these tests run in one worker, one after another; every other test wherever
# there is room. (The groups of pytest-xdist itself, `--dist=loadgroup`, are not seen by this pytest.)
TOGETHER = (
    "tests/live/test_live_copy.py",
    "tests/live/test_each_chapter.py",  # its kernels run two at once
    "tests/live/test_binder_accepts.py",
    "tests/live/",  # one JupyterLab
    "tests/site/building/test_build_refuses.py",  # one small book each
    "tests/site/building/test_rebuild.py",
    "tests/site/test_every_chart.py",
    "tests/browser/questions/test_strings.py",  # a front end of its own each
    "tests/browser/questions/test_ninth_kind.py",
    "tests/volume/",  # one printing
    "tests/deploy/",  # the site compressed for a host, and an nginx
)
IN_JUPYTERLAB = ("chapter", "controls", "course", "explorer", "questions")
# The longest first, so that the workers end together. What is not named here takes no browser and fills the gaps.
# One worker begins in JupyterLab, and no other in `tests/live`: it would wait until Binder's image is made.
FIRST = (
    *(f"tests/live/test_{what}_in_jupyterlab.py" for what in IN_JUPYTERLAB),
    "tests/engines/",
    "tests/site/",
    "tests/live/",
    "tests/deploy/",
    "tests/browser/",
)
# Each is started once, and walks through all of `tests/engines`.
ENGINES = ("firefox", "webkit")


@pytest.hookimpl(wrapper=True)
def pytest_collect_file() -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
    """Look for examples in the packages only: none is here, and each file would be imported to see that."""
    found = yield
    return [each for each in found if type(each) is pytest.Module]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests in the order of what they are expected to take."""
    items.sort(key=lambda item: [not item.nodeid.startswith(start) for start in FIRST])


class Evenly(LoadScopeScheduling):
    """Hand out tests one by one, but for those that belong together, in the order of collection."""

    def __init__(self, config: pytest.Config, log: object) -> None:
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith("tests/engines/"):
            return next((name for name in ENGINES if name in nodeid.partition("[")[2]), nodeid)
        return next((start for start in TOGETHER if nodeid.startswith(start)), nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Evenly:
    """Be the scheduler, whatever `--dist` says."""
    return Evenly(config, log)


@pytest.fixture(scope="session")
def site(testrun_uid: str) -> Path:
    """The built book, brought up to date by the documented command."""
    # Workers share one site: one of them builds, the others find it built in this very run.
    built_in = ROOT / "_build" / ".built-in"
    built_in.parent.mkdir(exist_ok=True)
    with FileLock(built_in.with_name(".built-in.lock")):
        if not built_in.is_file() or built_in.read_text() != testrun_uid:
            built = build()
            assert built.returncode == 0, built.stdout + built.stderr
            built_in.write_text(testrun_uid)
    return SITE


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, with the headers of a real host."""
    from _ext.site.serve import running

    with running(site) as address:
        yield address


@pytest.fixture(scope="session")
def small_site() -> Path:
    """The pages of the small book, which the engine is tried on."""
    return built_small_site()


@pytest.fixture(scope="session")
def small_address(small_site: Path) -> Iterator[str]:
    """Where these are served."""
    from _ext.site.serve import running

    with running(small_site) as address:
        yield address


@pytest.fixture(scope="session")
def kinds_folder(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the site's assets and `kinds.html`; a test may write more pages into it."""
    from kinds_page import write_page

    folder = tmp_path_factory.mktemp("kinds")
    (folder / "_static").symlink_to(small_site / "_static")
    write_page(folder)
    return folder


@pytest.fixture(scope="session")
def kinds_address(kinds_folder: Path) -> Iterator[str]:
    """Where that folder is served."""
    from _ext.site.serve import running

    with running(kinds_folder) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The one Playwright of this process: a second one cannot be had beside it."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all tests; its pages have no worker behind them unless a test allows one.

    However a page is opened, its driver has the one patience; by itself it gives up after 30 seconds.
    """
    browser = playwright.chromium.launch(**launch_options())

    def patient(new: Callable[..., Any]) -> Callable[..., Any]:
        def made(**options: Any) -> Any:
            one = new(**{"service_workers": "block", **options})
            one.set_default_timeout(PATIENCE * 1000)
            return one

        return made

    for name in ("new_context", "new_page"):
        setattr(browser, name, patient(getattr(browser, name)))
    yield browser
    browser.close()


@pytest.fixture
def new_reader(browser: Browser, address: str) -> Iterator:
    """Make readers; at the end none may have met a foreign request or a word in the console."""
    readers: list[Reader] = []

    def make(**options: Any) -> Reader:
        # Without smooth scrolling: the page is 28,000 px long, and hundreds of steps go up and down it.
        usual: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
        context = browser.new_context(**{**usual, **options})
        reader = Reader(context, address)
        readers.append(reader)
        return reader

    yield make
    for reader in readers:
        reader.context.close()
    assert [request for reader in readers for request in reader.foreign] == []
    assert [line for reader in readers for line in reader.console] == []


@pytest.fixture
def reader(new_reader) -> Reader:
    """A reader at a desk."""
    return new_reader()
