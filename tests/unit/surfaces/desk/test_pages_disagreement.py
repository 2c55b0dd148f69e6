"""The pages of disagreements: both sides, counted, with their places; confirming and rejecting."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import httpx2 as httpx
from fastapi.testclient import TestClient

from onrecord.ledger import DisagreementRow, Ledger
from onrecord.surfaces.desk.pages.disagreements import _KINDS
from onrecord.vocabulary import DisagreementKind

Words = Callable[[httpx.Response], str]
Decide = Callable[..., httpx.Response]


def ledger_of(client: TestClient) -> Ledger:
    found: Ledger = client.app.state.opened.ledger  # type: ignore[attr-defined]
    return found


def first(client: TestClient) -> DisagreementRow:
    return next(iter(ledger_of(client).disagreements()))


def test_the_list_has_all_of_them_and_filters(story: TestClient, words_of: Words) -> None:
    number = ledger_of(story).count_disagreements()
    assert f"of {number} disagreements" in words_of(story.get("/disagreements"))
    assert "None fits" in words_of(story.get("/disagreements?q=zebra"))
    assert story.get("/disagreements?kind=taste").status_code == 400


def test_an_empty_ledger_says_that_there_are_none(client: TestClient, words_of: Words) -> None:
    assert "No reports of this ledger are known to contradict each other" in words_of(client.get("/disagreements"))


def test_each_side_has_its_places_verbatim_and_linked(story: TestClient) -> None:
    ledger = ledger_of(story)
    for row in ledger.disagreements():
        found = story.get(f"/disagreements/{row.id}").text
        for side in row.sides:
            for place in side.places:
                link = f'href="/articles/{place.article}?at={place.start}-{place.end}#at">(.*?)</a>'
                shown = re.search(link.replace("?", r"\?", 1), found)
                assert shown is not None
                record = ledger.record(place.article)
                assert record is not None
                assert html.unescape(shown[1]) == record.article.text[place.start : place.end]


def test_sides_are_counted_by_witnesses(story: TestClient, words_of: Words) -> None:
    row = first(story)
    words = words_of(story.get(f"/disagreements/{row.id}"))
    for side in row.sides:
        assert " ".join(side.value.split()) in words
    assert "witness" in words
    assert "Why it is held to be one" in words


def test_every_kind_is_explained() -> None:
    assert set(_KINDS) == set(DisagreementKind)


def test_one_is_rejected_left_out_of_the_list_and_taken_back(story: TestClient, decide: Decide, words_of: Words) -> None:
    row = first(story)
    page = f"/disagreements/{row.id}"
    assert decide(story, page, verdict="reject", why="two summits").status_code == 303
    assert row.id not in story.get("/disagreements").text
    assert row.id in story.get("/disagreements?status=rejected").text
    assert "two summits" in words_of(story.get(page))
    assert decide(story, page, verdict="undo").status_code == 303
    assert row.id in story.get("/disagreements").text


def test_one_is_confirmed(story: TestClient, decide: Decide) -> None:
    row = first(story)
    decide(story, f"/disagreements/{row.id}", verdict="confirm")
    assert row.id in story.get("/disagreements?status=confirmed").text


def test_a_decision_that_makes_no_sense_is_refused(story: TestClient, decide: Decide) -> None:
    assert decide(story, f"/disagreements/{first(story).id}", verdict="same").status_code == 400
    assert decide(story, "/disagreements/ffffffffffffffff", verdict="confirm").status_code == 404


def test_a_short_id_leads_to_the_whole_and_nothing_is_a_404(story: TestClient) -> None:
    row = first(story)
    assert story.get(f"/disagreements/{row.id[:8]}").headers["location"] == f"/disagreements/{row.id}"
    assert story.get("/disagreements/ffffffffffffffff").status_code == 404


def test_for_reading_only_there_is_no_form(serve: Callable[..., TestClient], story: TestClient, words_of: Words) -> None:
    found = serve(path=ledger_of(story).path, read_only=True).get(f"/disagreements/{first(story).id}")
    assert 'method="post"' not in found.text
    assert "for reading only" in words_of(found)
