"""What a reader does: finds who changed position and the exact words, searches, keeps an address, takes files away."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

Opening = Callable[..., Page]
# As the Corvenna Today prints it, in the example story.
NOT_THROUGH = "Today we must admit that we will not walk through it"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_newcomer_finds_who_changed_position_and_the_words(opening: Opening, desk: str, script: bool) -> None:
    page = opening(desk, java_script_enabled=script)
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Question").click()
    page.get_by_role("link", name=re.compile(r"\d+ changes of position")).click()
    turn = page.get_by_role("article").filter(has_text="Teodar Malvesky: reversal").first
    expect(turn).to_be_in_viewport()
    words = turn.get_by_role("link", name=NOT_THROUGH)
    expect(words).to_be_visible()
    words.click()
    expect(page).to_have_url(re.compile(r"/articles/\w+\?at=\d+-\d+#at$"))
    place = page.locator("mark.at").first
    expect(place).to_be_in_viewport()
    assert NOT_THROUGH in " ".join(page.locator("mark.at").all_inner_texts())


# The words of the cells of the first table that stand on two lines.
BROKEN_WORDS = """() => [...document.querySelector("table").querySelectorAll("td, thead th")].flatMap((cell) => {
  const text = cell.firstChild;
  return [...text.data.matchAll(/\\S+/g)].filter((word) => {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return range.getClientRects().length > 1;
  }).map((word) => word[0]);
})"""


def test_a_mark_of_the_chart_says_what_was_said_and_leads_there(opening: Opening, desk: str) -> None:
    page = opening(desk + "/questions")
    mark = page.locator(".wide-chart a.mark").first
    mark.hover()
    told = page.locator(".told")
    expect(told).to_be_visible()
    expect(told).to_contain_text(re.compile(r"supports|opposes|conditional|noncommittal"))
    box = told.bounding_box()
    assert box and box["x"] >= 0 and box["y"] >= 0
    page.mouse.move(5, 5)
    expect(told).to_be_hidden()
    mark.click()
    expect(page).to_have_url(re.compile(r"/(articles|questions)/"))


def test_a_phone_has_a_chart_of_its_own(opening: Opening, desk: str) -> None:
    page = opening(desk + "/questions", "phone")
    expect(page.locator(".wide-chart")).to_be_hidden()
    marks = page.locator(".narrow a.mark")
    expect(marks.first).to_be_visible()
    assert all(0 <= (mark.bounding_box() or {})["x"] < 390 for mark in marks.all())
    expect(marks.first).to_have_accessible_name(re.compile("Teodar Malvesky: .* (supports|opposes)"))
    marks.first.locator(".point").tap()
    page.wait_for_url(re.compile("/articles/|since="))


def test_the_chart_of_the_story_fits_a_phone(opening: Opening, desk: str) -> None:
    page = opening(desk, "phone")
    expect(page.locator(".wide-chart")).to_be_hidden()
    bars = page.locator(".narrow rect.bar")
    expect(bars.first).to_be_visible()
    boxes = [bar.bounding_box() or {} for bar in bars.all()]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
    page.locator(".narrow a:has(rect.bar)").first.tap()
    page.wait_for_url(re.compile("since=.*within=1"))


def test_searches_filters_and_keeps_the_address(opening: Opening, desk: str) -> None:
    page = opening(desk)
    page.keyboard.press("/")
    page.keyboard.type("door")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{desk}/search?q=door")
    found = page.locator(".quotation")
    every = found.count()
    assert every > 1
    expect(page.locator("mark.found").first).to_be_visible()
    page.get_by_label("Speaker").fill("Malvesky")
    page.get_by_role("button", name="Search").last.click()
    page.wait_for_url(re.compile("speaker=Malvesky"))
    assert 0 < found.count() < every
    assert parse_qs(urlsplit(page.url).query) == {"q": ["door"], "speaker": ["Malvesky"]}, "what is empty is left out"
    again = opening(page.url)
    assert again.locator(".quotation").all_inner_texts() == found.all_inner_texts()
    page.get_by_role("link", name="Articles", exact=False).last.click()
    expect(page).to_have_url(re.compile("in=articles"))


def test_a_search_that_cannot_be_read_says_why(opening: Opening, desk: str) -> None:
    page = opening(f"{desk}/search")
    page.get_by_label("Words").fill('"open')
    page.get_by_role("button", name="Search").last.click()
    expect(page.locator("main")).to_contain_text(re.compile("quotation mark|Nothing found|[0-9]+ of"))


def test_takes_a_dossier_and_a_table_away(opening: Opening, desk: str, tmp_path: Path) -> None:
    page = opening(desk)
    page.get_by_role("link", name="Question").click()
    with page.expect_download() as waiting:
        page.get_by_text("as one document").get_by_role("link", name="HTML").click()
    dossier = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(dossier)
    assert dossier.suffix == ".html"
    assert "Teodar Malvesky" in dossier.read_text(encoding="utf-8")
    page.goto(f"{desk}/search?q=door")
    number = page.locator(".quotation").count()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV", exact=True).click()
    table = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(table)
    with table.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == number


def test_no_position_and_no_number_of_a_dossier_is_broken_within_a_word(opening: Opening, desk: str, tmp_path: Path) -> None:
    dossier = tmp_path / "dossier.html"
    with urlopen(f"{desk}/take/dossier.html?question=veshia-pact") as answer:
        dossier.write_bytes(answer.read())
    page = opening("about:blank")
    page.set_content(dossier.read_text(encoding="utf-8"))
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        broken = page.evaluate(BROKEN_WORDS)
        assert broken == []


def test_the_theme_is_switched_and_kept(opening: Opening, desk: str) -> None:
    page = opening(desk)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Change to dark colours").click()
    dark = page.evaluate(ground)
    assert dark != light
    page.get_by_role("link", name="Actors", exact=True).click()
    page.wait_for_url(re.compile("/actors"))
    assert page.evaluate(ground) == dark
    page.get_by_role("button", name="Change to light colours").click()
    assert page.evaluate(ground) == light


def test_by_keys_alone(opening: Opening, desk: str) -> None:
    page = opening(desk)
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    seen = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        name, outline, inside = page.evaluate(
            """() => { const one = document.activeElement;
            const look = getComputedStyle(one.ownerSVGElement && one.querySelector(".bar") || one);
            return [one.outerHTML.slice(0, 80), one.matches(":focus-visible")
                && (look.outlineStyle !== "none" || look.stroke !== "none"), !!one.closest("main")]; }"""
        )
        assert outline, f"where the focus is cannot be seen: {name}"
        assert inside
        seen.add(name)
    assert len(seen) > 6
    page.goto(f"{desk}/questions")
    page.locator(".wide-chart a.mark").first.focus()
    page.keyboard.press("Tab")  # the focus of a key, so that the mark tells what it is
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".told")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/articles/|since="))
