"""The example story against its written truth."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.vocabulary import DateBasis, Kind, Record, ZoneKind
from tests.story.reading import contents, is_found, overlap, record

STORY = Path(__file__).parent.parent.parent / "examples" / "veshia"
TRUTH = json.loads((STORY / "truth.json").read_text("utf-8"))
ARTICLES = {one["file"]: one for one in TRUTH["articles"]}
TEXTS = [name for name in ARTICLES if name.endswith(".txt")]
PAGES = [name for name in ARTICLES if name.endswith(".html")]
# The files whose outlet something tells: a page itself, or meta.csv.
NAMED = {*PAGES, *(line.split(",")[0] for line in (STORY / "meta.csv").read_text("utf-8").splitlines()[1:])}
FLOOR = 0.75


def places(spans: list[dict], read: Record) -> list[tuple[int, int]]:
    """Where spans of the truth stand: by offset in a text, by their words and what surrounds them in a page."""
    text = read.article.text
    found = []
    for span in spans:
        if "start" in span:
            found.append((span["start"], span["end"]))
            continue
        around = span["prefix"] + span["text"] + span["suffix"]
        start = text.find(around)
        # The marks that a page's <q> stands for are not in its text content.
        start = start + len(span["prefix"]) if start >= 0 else text.find(span["text"])
        if start >= 0:
            found.append((start, start + len(span["text"])))
    return found


def statements(name: str) -> list[dict]:
    return [one for one in ARTICLES[name]["statements"] if one["within"] is None]


def test_three_statements_in_four_are_found() -> None:
    found = total = 0
    for name in ARTICLES:
        read = record(STORY / name)
        predicted = contents(read)
        for one in statements(name):
            total += 1
            found += is_found(places(one["content"], read), predicted)
    assert found >= FLOOR * total, f"{found} of {total}"


@pytest.mark.parametrize("name", ARTICLES)
def test_no_direct_quotation_is_invented(name: str) -> None:
    read = record(STORY / name)
    wanted = [place for one in ARTICLES[name]["statements"] for place in places(one["content"], read)]
    for statement in read.statements:
        if statement.kind is Kind.DIRECT:
            for span in statement.content:
                assert any(overlap((span.start, span.end), place) > 0.3 for place in wanted), span.text


@pytest.mark.parametrize("name", TEXTS)
def test_what_reports_nothing_is_no_statement(name: str) -> None:
    """Captions, forms, promos and links of a text file give no statement."""
    read = record(STORY / name)
    dead = [zone for zone in read.article.zones if zone.kind in (ZoneKind.BOILERPLATE, ZoneKind.CAPTION, ZoneKind.BYLINE)]
    for statement in read.statements:
        for span in statement.spans:
            assert not any(zone.start < span.end and span.start < zone.end for zone in dead), span.text


@pytest.mark.parametrize("name", TEXTS)
def test_the_zones_of_a_text_are_those_of_the_truth(name: str) -> None:
    read = record(STORY / name)
    wanted = {(zone["start"], zone["end"], zone["kind"]) for zone in ARTICLES[name]["zones"]}
    assert {(zone.start, zone.end, zone.kind.value) for zone in read.article.zones} == wanted


@pytest.mark.parametrize("name", ARTICLES)
def test_title_outlet_and_date_are_those_of_the_truth(name: str) -> None:
    article = record(STORY / name).article
    wanted = ARTICLES[name]
    assert article.title == wanted["title"]
    assert article.outlet == (wanted["outlet"] if name in NAMED else None)
    published = wanted["published"]
    if published is None:  # then the text may give a floor, never a day
        found = article.published
        assert found is None or (found.basis is DateBasis.TEXT and found.latest is None and found.earliest < "2032")
    else:
        assert article.published is not None
        assert (article.published.earliest, article.published.latest) == (published["earliest"], published["latest"])


def test_a_pull_quote_repeats_the_statement_that_it_copies() -> None:
    repeating = 0
    for name in ARTICLES:
        read = record(STORY / name)
        by_id = {one.id: one for one in read.statements}
        for one in read.statements:
            if one.repeats:
                repeating += 1
                copied = " ".join(span.text for span in by_id[one.repeats].content).casefold()
                assert one.content[0].text.strip("\"“”'‘’ .,").casefold()[:20] in copied
    assert repeating >= 1
