"""The double check: a sample drawn, answered one by one, and the rate with its interval."""

from __future__ import annotations

import re
from collections.abc import Callable

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient

from onrecord.ledger import Ledger, Part

Decide = Callable[..., httpx.Response]
Words = Callable[[httpx.Response], str]


def ledger_of(client: TestClient) -> Ledger:
    return client.app.state.opened.ledger  # type: ignore[attr-defined,no-any-return]


def asked(client: TestClient) -> str:
    found = re.search(r'name="statement" value="(\w+)"', client.get("/check").text)
    assert found is not None
    return found[1]


def test_without_a_sample_the_page_says_how_to_start(story: TestClient, words_of: Words) -> None:
    page = story.get("/check")
    assert 'action="/check/start"' in page.text
    assert "How often this ledger is wrong is not known" in words_of(page)


def test_a_sample_is_answered_one_by_one_and_gives_the_rate(story: TestClient, decide: Decide, words_of: Words) -> None:
    assert decide(story, "/check/start", size="4", seed="7").headers["location"] == "/check"
    answers: list[dict[str, str]] = [
        {"verdict": "right"},
        {"verdict": "wrong", "wrong": "speaker"},
        {"verdict": "right", "wrong": "day"},
        {"verdict": "wrong", "wrong": "no-statement"},
    ]
    for number, answer in enumerate(answers, 1):
        assert f"Statement {number} of 4" in words_of(story.get("/check"))
        assert decide(story, "/check/answer", statement=asked(story), **answer).status_code == 303
    page = words_of(story.get("/check"))
    assert "All 4 statements of the sample are checked" in page
    assert "50.0 %" in page
    assert "2 of 4" in page
    rate = ledger_of(story).error_rate()
    assert rate is not None
    assert (rate.whole.wrong, rate.checked) == (2, 4)
    assert {one.part: one.wrong for one in rate.parts}[Part.SPEAKER] == 1
    assert f"{rate.whole.low * 100:.1f} % – {rate.whole.high * 100:.1f} %" in page


def test_another_sample_takes_nothing_back_until_it_is_finished(story: TestClient, decide: Decide, words_of: Words) -> None:
    decide(story, "/check/start", size="2", seed="7")
    decide(story, "/check/answer", statement=asked(story), verdict="wrong", wrong="day")
    assert "(1 of 2 statements checked): drawing another ends it" in words_of(story.get("/check"))
    decide(story, "/check/answer", statement=asked(story), verdict="right")
    assert "ends it" not in words_of(story.get("/check"))
    decide(story, "/check/start", size="3")
    decide(story, "/check/answer", statement=asked(story), verdict="right")
    for address in ("/", "/check"):
        page = words_of(story.get(address))
        assert "2 statements checked, of a sample of 2" in page
        assert "A new sample is being checked: 1 of 3 statements so far" in page


def test_an_answer_is_taken_back_like_any_decision(story: TestClient, decide: Decide) -> None:
    decide(story, "/check/start", size="2")
    statement = asked(story)
    decide(story, "/check/answer", statement=statement, verdict="right")
    assert asked(story) != statement
    judgement = re.search(r'name="judgement" value="(\w+)"', story.get("/review").text)
    assert judgement is not None
    decide(story, "/review/undo", judgement=judgement[1])
    assert asked(story) == statement


@pytest.mark.parametrize("fields", [{"size": "0"}, {"size": "many"}, {"size": "5", "seed": "x"}, {"size": "5", "by": ""}])
def test_a_sample_that_cannot_be_drawn_says_why(story: TestClient, decide: Decide, fields: dict[str, str]) -> None:
    assert decide(story, "/check/start", **fields).status_code == 400
    assert ledger_of(story).check() is None


@pytest.mark.parametrize(
    "fields", [{"verdict": "wrong"}, {"verdict": "wrong", "wrong": "mood"}, {"verdict": "right", "statement": "ffff"}]
)
def test_an_answer_that_makes_no_sense_is_not_kept(story: TestClient, decide: Decide, fields: dict[str, str]) -> None:
    decide(story, "/check/start", size="2")
    assert decide(story, "/check/answer", **({"statement": asked(story)} | fields)).status_code == 400
    check = ledger_of(story).check()
    assert check is not None
    assert check.answered == 0


def test_an_empty_ledger_has_no_sample(serve: Callable[..., TestClient], decide: Decide) -> None:
    assert decide(serve(), "/check/start", size="5").status_code == 400
