"""The pages of utterances: reports side by side, marked word by word; who copied whom; and deciding what belongs together."""

from __future__ import annotations

import re
from collections.abc import Callable

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient

from onrecord.ledger import Ledger, UtteranceQuery, UtteranceRow
from onrecord.surfaces.desk.contrasts import EXPLAINED, Likeness, contrasted
from onrecord.vocabulary import DriftType

Words = Callable[[httpx.Response], str]
Decide = Callable[..., httpx.Response]


def ledger_of(client: TestClient) -> Ledger:
    found: Ledger = client.app.state.opened.ledger  # type: ignore[attr-defined]
    return found


def largest(client: TestClient) -> UtteranceRow:
    return max(ledger_of(client).utterances(UtteranceQuery(statements=2)), key=lambda row: (len(row.reprints), row.id))


@pytest.mark.parametrize(
    ("said", "fullest", "shown"),
    [
        ("we will open it", "we will open it", "we will open it"),
        ("we will open it in June", "we will open it in May", "we will open it in <del>May</del> <ins>June</ins>"),
        ("we will open the pier", "we will open the old pier", "we will open the <del>old</del> pier"),
        ("we will surely open the pier", "we will open the pier", "we will <ins>surely</ins> open the pier"),
        ("open <b> the pier in May", "open <b> the pier in May now", "open &lt;b&gt; the pier in May <del>now</del>"),
    ],
)
def test_words_are_marked_against_the_fullest(said: str, fullest: str, shown: str) -> None:
    found, likeness = contrasted(said, fullest)
    assert found == shown
    assert likeness is (Likeness.SAME if said == fullest else Likeness.MARKED)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("nothing of that sort was said", "<ins>nothing of that sort was said</ins>"),
        ("“Today it is so.” […] “But now", "“<ins>Today it is so.”</ins> […] <ins>“But now</ins>"),
        ("soon we let people on the pier again", "<ins>soon</ins> we <ins>let people on</ins> the pier <ins>again</ins>"),
    ],
)
def test_of_what_is_told_in_other_words_the_words_of_its_own_are_marked(said: str, shown: str) -> None:
    assert contrasted(said, "we will open the pier") == (shown, Likeness.OTHER)


def test_every_way_to_differ_is_explained() -> None:
    assert set(EXPLAINED) == set(DriftType)


def test_the_list_has_filters_and_an_order(story: TestClient, words_of: Words) -> None:
    number = ledger_of(story).count_utterances()
    assert f"1–50 of {number} utterances" in words_of(story.get("/utterances"))
    assert "Next →" in words_of(story.get("/utterances?order=reports"))
    several = ledger_of(story).count_utterances(UtteranceQuery(reports=3))
    assert f"of {several} utterances" in words_of(story.get("/utterances?reports=3"))
    assert "No utterance fits" in words_of(story.get("/utterances?speaker=nobodyatall"))
    assert story.get("/utterances?drift=none").status_code == 400


def test_the_page_shows_every_report_with_its_place_and_its_role(story: TestClient, words_of: Words) -> None:
    row = largest(story)
    found = story.get(f"/utterances/{row.id}")
    for statement in row.statements:
        assert f'id="told-{statement}"' in found.text
    for article in row.articles:
        assert f"/articles/{article}?at=" in found.text
    words = words_of(found)
    assert "Who copied whom" in words
    assert "Who left it out" in words
    assert "copy" in words
    assert "witness" in words


def test_the_tree_of_copies_names_each_article_once(story: TestClient) -> None:
    row = largest(story)
    tree = story.get(f"/utterances/{row.id}").text.partition('<ul class="tree">')[2].partition("</section>")[0]
    assert sorted(tree.count(f'href="/articles/{one}"') for one in row.articles) == [1] * len(row.articles)


def test_the_id_of_a_statement_leads_to_its_utterance(story: TestClient) -> None:
    row = largest(story)
    assert story.get(f"/utterances/{row.statements[-1]}").headers["location"] == f"/utterances/{row.id}"
    assert story.get("/utterances/ffffffffffffffff").status_code == 404


def test_a_statement_is_taken_out_and_that_is_taken_back(story: TestClient, decide: Decide, words_of: Words) -> None:
    row = largest(story)
    page, out = f"/utterances/{row.id}", next(one for one in row.statements if one != row.fullest)
    assert decide(story, page, subject=out, verdict="reject", why="another speech").status_code == 303
    found = words_of(story.get(page))
    assert "reject by Ada Test" in found
    assert "another speech" in found
    made = next(one.judgement.id for one in ledger_of(story).judgements(machine=False))
    assert decide(story, page, subject=made, verdict="undo").status_code == 303
    assert "(taken back)" in words_of(story.get(page))


def test_a_copy_is_said_to_be_none_by_whom_and_why(story: TestClient, decide: Decide, words_of: Words) -> None:
    row = largest(story)
    found = ledger_of(story).utterance(row.id)
    assert found is not None
    copy = found.copies[0].id
    assert decide(story, f"/utterances/{row.id}", subject=copy, verdict="reject", why="two texts").status_code == 303
    page = story.get(f"/utterances/{row.id}")
    assert re.search(r"rejected by Ada Test, \d+ \w+ \d{4}, \d\d:\d\d UTC: two texts", words_of(page))
    assert "<s>" in page.text


def test_a_decision_that_makes_no_sense_is_refused(story: TestClient, decide: Decide) -> None:
    page = f"/utterances/{largest(story).id}"
    assert decide(story, page, subject="ffffffff", verdict="reject").status_code == 400
    assert decide(story, page, subject=largest(story).fullest, verdict="split").status_code == 400
    assert decide(story, "/utterances/ffffffffffffffff", subject="x", verdict="reject").status_code == 404


def test_for_reading_only_there_is_no_form(serve: Callable[..., TestClient], story: TestClient, words_of: Words) -> None:
    found = serve(path=ledger_of(story).path, read_only=True).get(f"/utterances/{largest(story).id}")
    assert 'method="post"' not in found.text
    assert "for reading only" in words_of(found)
