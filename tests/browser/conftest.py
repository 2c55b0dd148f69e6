"""The browser's tests: a real Chromium on a served copy of the example story, which complains of whatever goes wrong in it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

# The helpers beside this file; the tests are imported by their files, so that no package holds these.
sys.path.insert(0, str(Path(__file__).parent))
from axe import KEPT as AXE
from looks import LOOKS, launched
from looks import pages as all_pages
from serving import served

Opening = Callable[..., Page]
_LONGEST = 15_000  # milliseconds that anything may take on slow cores


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser a module: while one is open, its event loop runs, and other tests could start none."""
    assert AXE.exists(), f"{AXE} is missing: run tests/browser/setup.sh"
    expect.set_options(timeout=_LONGEST)
    with sync_playwright() as play, launched(play) as browser:
        yield browser


@pytest.fixture(scope="module")
def desk(story_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk that the tests of a module share, to be read and not decided on."""
    with served(Path(shutil.copy(story_file, tmp_path_factory.mktemp("desk") / "story.db"))) as address:
        yield address


@pytest.fixture
def own_desk(story_file: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a desk that one test has for itself, to decide on."""
    with served(Path(shutil.copy(story_file, tmp_path / "story.db"))) as address:
        yield address


@pytest.fixture
def opening(browser: Browser) -> Iterator[Opening]:
    """Opens pages: `opening(address, look="dark", …)`. At the end, no page may have complained or asked anyone but the desk."""
    wrong: list[str] = []
    contexts: list[BrowserContext] = []

    def own_only(route: Route) -> None:
        if urlsplit(route.request.url).hostname == "127.0.0.1":
            route.continue_()
        else:
            wrong.append(f"asks elsewhere: {route.request.url}")
            route.abort()

    def opened(address: str, look: str = "light", **options: object) -> Page:
        context = browser.new_context(**(LOOKS[look] | options))
        contexts.append(context)
        context.set_default_timeout(_LONGEST)
        context.route("**/*", own_only)
        page = context.new_page()
        page.on("console", lambda said: wrong.append(f"console: {said.text}") if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong, wrong


@pytest.fixture(scope="module")
def pages(browser: Browser, desk: str) -> dict[str, str]:
    """Every kind of page by name, with the address of one that has something to show."""
    return all_pages(browser, desk)
