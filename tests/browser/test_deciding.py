"""What a person decides: a speaker put right, a shift rejected and taken back, two actors made one, a sample checked."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

Opening = Callable[..., Page]
WORDS = "only that reforms should decide"


def test_a_wrong_speaker_is_put_right_everywhere(opening: Opening, own_desk: str) -> None:
    page = opening(f"{own_desk}/search?q=reforms+should+decide")
    entry = page.locator(".quotation", has_text=WORDS)
    expect(entry).to_contain_text("Odile Tessan")
    entry.get_by_role("link", name=WORDS).click()
    statement = page.url
    page.get_by_role("link", name="Check or correct it").click()
    page.get_by_text("Correct it", exact=False).first.click()
    page.get_by_label("Another actor").fill("Goran")
    page.get_by_role("radio", name="Goran Tiss").last.check()
    form = page.locator("#correction")
    form.get_by_label("Your name").fill("Ada Test")
    form.get_by_label("Reason").fill("the paragraph is about him")
    form.get_by_role("button", name="Put it right").click()
    page.goto(statement)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Goran Tiss")
    expect(page.locator("main")).to_contain_text("corrected")
    page.get_by_role("heading", level=1).get_by_role("link", name="Goran Tiss").click()
    expect(page.locator(".quotation", has_text=WORDS)).to_be_visible()
    page.goto(f"{own_desk}/search?q=reforms+should+decide")
    expect(page.locator(".quotation", has_text=WORDS)).to_contain_text("Goran Tiss")


def test_a_name_that_is_typed_finds_actors_with_links_and_numbers(opening: Opening, own_desk: str) -> None:
    page = opening(f"{own_desk}/search?q=reforms+should+decide")
    page.get_by_role("link", name=WORDS).click()
    page.get_by_role("link", name="Check or correct it").click()
    page.locator("details.edit > summary").click()
    page.get_by_label("Another actor").fill("Goran")
    found = page.locator("#found-actors p", has_text="Goran Tiss")
    expect(found.get_by_role("link", name="look")).to_have_attribute("href", re.compile("^/actors/"))
    expect(page.locator("#actors-told")).to_have_text("1 found")
    found.get_by_role("radio").check()
    page.get_by_label("Another actor").fill("Nobodyatall")
    expect(page.locator("#actors-told")).to_contain_text("make a new one")
    expect(found.get_by_role("radio")).to_be_checked()


def test_words_that_are_selected_become_the_words(opening: Opening, own_desk: str) -> None:
    page = opening(f"{own_desk}/search?q=reforms+should+decide")
    page.get_by_role("link", name=WORDS).click()
    page.get_by_role("link", name="Check or correct it").click()
    page.locator("details.edit > summary").click()
    page.wait_for_load_state()  # what is selected is listened to by then
    page.evaluate(
        """() => { const words = "forms should deci";  // in mid-word: whole words are taken
        const walk = document.createTreeWalker(document.getElementById("selectable"), NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            const at = walk.currentNode.data.indexOf(words);
            if (at >= 0) getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + words.length);
        } }"""
    )
    words = page.get_by_role("group", name="Words", exact=True).last
    words.get_by_role("button", name="Take the selected words").click()
    expect(words.locator("output")).to_have_text("reforms should decide")


def test_a_shift_is_rejected_and_that_is_taken_back(opening: Opening, own_desk: str) -> None:
    page = opening(f"{own_desk}/questions")
    turns = page.get_by_role("article")
    several = turns.count()
    name = turns.first.get_by_role("heading").inner_text()
    turns.first.get_by_text("Decide on it").click()
    turns.first.get_by_label("Your name").fill("Ada Test")
    turns.first.get_by_label("Reason").fill("the first is irony")
    turns.first.get_by_role("button", name="It is none").click()
    expect(turns).to_have_count(several - 1)
    page.get_by_role("link", name="Those rejected").click()
    expect(turns).to_have_count(1)
    expect(turns.first).to_contain_text(name)
    expect(turns.first).to_contain_text(re.compile(r"rejected\b"))
    turns.first.locator("summary", has_text="Take back").click()
    expect(turns.first.get_by_label("Your name")).to_have_value("Ada Test")
    turns.first.get_by_role("button", name="Take back").click()
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Question").click()
    expect(turns).to_have_count(several)


def test_the_queue_by_keys(opening: Opening, own_desk: str) -> None:
    page = opening(f"{own_desk}/review")
    first = page.locator("blockquote.words").first.inner_text()
    page.wait_for_load_state()  # the keys are listened to by then
    page.keyboard.press("j")
    expect(page.get_by_role("navigation", name="The queue")).to_contain_text("2 of")
    page.wait_for_load_state()
    page.keyboard.press("k")
    expect(page.get_by_role("navigation", name="The queue")).to_contain_text("1 of")
    page.wait_for_load_state()
    page.keyboard.press("?")
    expect(page.locator("#keys-shown")).to_have_attribute("open", "")
    page.get_by_label("Your name").first.fill("Ada Test")
    page.get_by_label("Your name").first.press("c")  # writes a letter, and decides nothing
    expect(page.get_by_label("Your name").first).to_have_value("Ada Testc")
    page.get_by_label("Your name").first.fill("Ada Test")
    page.locator("h1").click()
    page.keyboard.press("c")
    decisions = page.locator(".decisions").last.locator("li")
    expect(decisions).to_have_count(1)
    expect(decisions).to_contain_text("Ada Test")
    page.wait_for_load_state()
    expect(page.get_by_label("Your name").first).to_have_value("Ada Test")
    page.keyboard.press("u")
    expect(page.locator(".decisions").last).to_contain_text("taken back by")
    page.goto(f"{own_desk}/review")
    expect(page.locator("blockquote.words").first).to_have_text(first)


def test_a_sample_is_checked(opening: Opening, own_desk: str) -> None:
    page = opening(f"{own_desk}/review")
    page.get_by_role("link", name="Double check").click()
    page.get_by_label("How many statements").fill("2")
    page.get_by_label("Your name").fill("Ada Test")
    page.get_by_role("button", name="Draw a sample").click()
    expect(page.get_by_role("heading", name="Statement 1 of 2")).to_be_visible()
    page.get_by_role("button", name="All is right").click()
    expect(page.get_by_role("heading", name="Statement 2 of 2")).to_be_visible()
    page.wait_for_load_state()
    page.locator("h1").click()
    page.keyboard.press("1")
    page.keyboard.press("x")
    expect(page.get_by_role("status")).to_contain_text("All 2 statements")
    expect(page.locator("table.error-rate")).to_contain_text("50.0 %")


def test_two_actors_are_one(opening: Opening, own_desk: str) -> None:
    page = opening(f"{own_desk}/actors")
    page.get_by_label("Name, in any spelling").fill("Odette")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Odette Tessan").click()
    page.get_by_label("The same as").fill("Odile")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("radio", name=re.compile("Odile Tessan")).check()
    form = page.locator("form[action$='/merge']")
    form.get_by_label("Your name").fill("Ada Test")
    form.get_by_role("button", name="They are one").click()
    expect(page.locator(".decisions").last).to_contain_text("Ada Test")
    expect(page.locator(".spellings")).to_contain_text("Odette Tessan")
    expect(page.locator(".spellings")).to_contain_text("Odile Tessan")
    page.goto(f"{own_desk}/actors?name=Tessan")
    expect(page.get_by_role("row").filter(has_text="Tessan")).to_have_count(1)
