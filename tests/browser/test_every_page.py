"""Every page, in light and dark and on a phone: no violation that axe calls serious, nothing wider than the window."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from axe import KEPT
from playwright.sync_api import Page
from serving import ROOT, served

from onrecord.ledger import open_ledger

# Builders of records that the ledger's tests share.
sys.path.insert(0, str(ROOT / "tests" / "unit" / "ledger"))
from ledger_builders import person, published, record, told

Opening = Callable[..., Page]
_RUN = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
    .filter(one => ["serious", "critical"].includes(one.impact))
    .map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(" | ")}`)"""


@pytest.mark.parametrize("look", ["light", "dark"])
def test_serves_those_who_cannot_see_it_well(opening: Opening, desk: str, pages: dict[str, str], look: str) -> None:
    page = opening(desk + "/articles", look, bypass_csp=True)  # so that axe may be put into the page
    wrong = {}
    for name, path in pages.items():
        if name == "not-found":
            continue  # its answer is an error, which the browser tells on its console
        page.goto(desk + path)
        for details in page.locator("details").all():
            details.evaluate("one => one.open = true")
        page.add_script_tag(path=KEPT)
        if found := page.evaluate(_RUN):
            wrong[name] = found
    assert not wrong


def test_a_phone_shows_it_whole(opening: Opening, desk: str, pages: dict[str, str]) -> None:
    page = opening(desk + "/articles", "phone")
    wide = {}
    for name, path in pages.items():
        if name == "not-found":
            continue
        page.goto(desk + path)
        for details in page.locator("details").all():
            details.evaluate("one => one.open = true")
        over: int = page.evaluate("document.documentElement.scrollWidth - screen.width")
        if over > 0:
            wide[name] = over
    assert not wide


def test_a_phone_wraps_names_without_spaces(opening: Opening, tmp_path: Path) -> None:
    long = "Harbourgazetteandshippingregister" * 5
    with open_ledger(tmp_path / "long.db") as ledger:
        ledger.add(
            record(("Orlan Vesk", "said", f"the {long} will open"), outlet=long, title=long, published=published("2031-05-04"))
        )
        ledger.add(told("https://b.example/1", person(f"Ada {long}")))
    with served(tmp_path / "long.db") as address:
        page = opening(address, "phone")
        for where in ("/", "/actors", "/articles", "/search?q=open", "/search?q=open&in=articles", "/review", "/takeaway"):
            page.goto(address + where)
            links = page.locator("main a[href]").evaluate_all("all => all.map(a => a.getAttribute('href'))")
            for link in dict.fromkeys([where, *(one for one in links if re.match(r"/(actors|articles|statements)/\w+", one))]):
                page.goto(address + link)
                assert page.evaluate("document.documentElement.scrollWidth - screen.width") <= 0, link


def test_a_page_that_is_not_there_says_so(browser: object, desk: str) -> None:
    page = browser.new_page()  # type: ignore[attr-defined]
    answer = page.goto(desk + "/nowhere")
    assert answer.status == 404
    assert "Traceback" not in page.content()
    page.get_by_role("link", name="Story", exact=True).click()
    assert page.url == desk + "/"
    page.close()
