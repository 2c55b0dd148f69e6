"""The browser, the looks in which every page is seen, and the pages."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright

CHROMIUM = os.environ.get("ONRECORD_CHROMIUM", "/usr/bin/chromium")

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light", "has_touch": True, "is_mobile": True},
}


@contextmanager
def launched(play: Playwright) -> Iterator[Browser]:
    """The Chromium of this machine; its absence is an error that says what to do."""
    if not Path(CHROMIUM).exists():
        raise FileNotFoundError(f"no Chromium at {CHROMIUM}: run tests/browser/setup.sh, or name one in ONRECORD_CHROMIUM")
    browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
    yield browser
    browser.close()


def pages(browser: Browser, address: str) -> dict[str, str]:
    """Every kind of page by a name, with the address of one that has something to show."""
    page = browser.new_page()

    def first(where: str, pattern: str) -> str:
        page.goto(address + where)
        for link in page.locator("main a[href]").evaluate_all("all => all.map(a => a.getAttribute('href'))"):
            if re.match(pattern, link):
                return str(link)
        raise AssertionError(f"no link like {pattern} on {where}")

    question = one_question(page, address)
    found = {
        "story": "/",
        "question": question,
        "question-moved": f"{question}?show=moved",
        "actors": "/actors",
        "actor": first("/actors", r"/actors/\w+"),
        "articles": "/articles",
        "article": first("/articles", r"/articles/\w+"),
        "article-at": first("/search?q=pact", r"/articles/\w+\?at="),
        "statement": first("/", r"/statements/\w+"),
        "utterances": "/utterances",
        "utterance": first("/utterances?reports=2", r"/utterances/\w+"),
        "disagreements": "/disagreements",
        "disagreement": first("/disagreements", r"/disagreements/\w+"),
        "search": "/search",
        "search-found": "/search?q=pact",
        "search-articles": "/search?q=pact&in=articles",
        "review": "/review",
        "check": "/check",
        "takeaway": "/takeaway",
        "not-found": "/nowhere",
    }
    found["review-statement"] = first(found["statement"], r"/review\?statement=")
    page.close()
    return found


def one_question(page: Page, address: str) -> str:
    page.goto(address)
    return str(page.locator("nav.sections a", has_text="Question").get_attribute("href"))
