"""Two who look at one thing: the second is told what the first decided, and may decide all the same."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient

from onrecord.ledger import DisagreementQuery, Judgement, Ledger, ReviewKind, ReviewQuery, ShiftQuery
from onrecord.surfaces.desk.overtaken import ago

Decide = Callable[..., httpx.Response]
Words = Callable[[httpx.Response], str]


def ledger_of(client: TestClient) -> Ledger:
    return client.app.state.opened.ledger  # type: ignore[attr-defined,no-any-return]


def seen_on(page: httpx.Response) -> str:
    (seen,) = set(re.findall(r'name="seen" value="(\w+)"', page.text))
    return str(seen)


def sent(page: httpx.Response) -> dict[str, str]:
    """The hidden fields of the form by which a decision is taken all the same."""
    found = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.text.split("All that is shown")[0]))
    return {name: html.unescape(value) for name, value in found.items() if name != "form"}


def test_a_form_sent_twice_is_taken_once_and_what_another_says_between_is_told(story: TestClient, decide: Decide) -> None:
    item = ledger_of(story).review(ReviewQuery(kinds=[ReviewKind.POSITION], limit=1))[0]
    page = "/review?kind=position"
    thing = {"thing": "position", "subject": item.subject, "seen": seen_on(story.get(page)), "back": page, "verdict": "confirm"}
    assert decide(story, "/review/decide", **thing, by="Vera").status_code == 303
    newest = ledger_of(story).newest_judgement()
    again = decide(story, "/review/decide", **thing, by="Vera")
    assert (again.status_code, again.headers["location"]) == (303, page)
    assert ledger_of(story).newest_judgement() == newest, "nothing is entered twice"
    assert decide(story, "/review/decide", **thing | {"verdict": "reject"}, by="Vera").status_code == 409
    later = thing | {"seen": newest, "verdict": "reject"}
    assert decide(story, "/review/decide", **later, by="Bo").status_code == 303
    assert decide(story, "/review/decide", **thing, by="Vera").status_code == 409


@pytest.mark.parametrize("kind", ReviewKind)
def test_who_rejects_what_another_confirmed_meanwhile_is_told_so_and_may_do_it_all_the_same(
    story: TestClient, decide: Decide, words_of: Words, kind: ReviewKind
) -> None:
    item = ledger_of(story).review(ReviewQuery(kinds=[kind], limit=1))[0]
    seen = seen_on(story.get(f"/review?kind={kind}"))
    thing = {"thing": kind, "subject": item.subject, "other": item.other or "", "seen": seen, "back": f"/review?kind={kind}"}
    assert decide(story, "/review/decide", **thing, verdict="confirm", by="Ada").status_code == 303
    before = ledger_of(story).newest_judgement()
    told = decide(story, "/review/decide", **thing, verdict="reject", by="Bo", why="it is a joke")
    assert told.status_code == 409
    assert "Ada confirmed this just now: look again" in words_of(told)
    assert "You wanted to reject it" in words_of(told)
    link = f"link={item.subject}&amp;other={item.other}" if item.other else f"{kind}={item.subject}"
    assert f'<a class="button" href="/review?{link}">Look at it again' in told.text
    looked = story.get(html.unescape(f"/review?{link}"))
    assert looked.status_code == 200 and f'name="subject" value="{item.subject}"' in looked.text and "Ada" in looked.text
    standing = words_of(told).split("How it stands now")[1].split("Look at it again")[0]
    assert "confirmed by Ada" in standing and "proposed by the machine" not in standing
    assert ("?show=moved#shift-" in told.text) == (kind is ReviewKind.SHIFT)
    assert ledger_of(story).newest_judgement() == before, "nothing was decided"
    again = sent(told)
    assert (again["verdict"], again["by"], again["why"]) == ("reject", "Bo", "it is a joke")
    assert decide(story, "/review/decide", **again).status_code == 303
    assert [row.judgement.by for row in ledger_of(story).judgements(machine=False)] == ["Ada", "Bo"]


def test_a_decision_on_another_thing_is_nothing_to_be_told_of(story: TestClient, decide: Decide) -> None:
    one, other = ledger_of(story).review(ReviewQuery(kinds=[ReviewKind.STATEMENT], limit=2))
    seen = seen_on(story.get("/review?kind=statement"))
    for item in (one, other):
        done = decide(story, "/review/decide", thing="statement", subject=item.subject, verdict="confirm", seen=seen)
        assert done.status_code == 303


def test_every_form_of_decision_says_what_was_seen(story: TestClient, decide: Decide) -> None:
    ledger = ledger_of(story)
    (disagreement, *_), (shift, *_) = ledger.disagreements(DisagreementQuery()), ledger.shifts(ShiftQuery())
    actor = next(iter(ledger.actors())).actor
    forms = [
        (f"/disagreements/{disagreement.id}", f"/disagreements/{disagreement.id}", {"verdict": "confirm"}),
        (f"/questions/{shift.question}?show=moved", f"/questions/{shift.question}/shifts/{shift.id}", {"verdict": "confirm"}),
        (f"/actors/{actor.id}", f"/actors/{actor.id}/rename", {"name": "Another Name"}),
    ]
    for page, action, fields in forms:
        seen = seen_on(story.get(page))
        assert decide(story, action, **fields, seen=seen).status_code == 303
        assert decide(story, action, **fields | {"name": "Third Name"}, seen=seen).status_code == 409
    decide(story, "/check/start", size="3", seed="7")
    item = ledger.next_check()
    assert item is not None
    answer = {"statement": item.row.statement.id, "verdict": "right", "seen": seen_on(story.get("/check"))}
    assert decide(story, "/check/answer", **answer).status_code == 303
    assert decide(story, "/check/answer", **answer, by="Bo").status_code == 409


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2031-05-04T12:00:00+00:00", "just now"),
        ("2031-05-04T11:59:00+00:00", "a minute ago"),
        ("2031-05-04T11:18:00+00:00", "42 minutes ago"),
        ("2031-05-04T10:30:00+00:00", "an hour ago"),
        ("2031-05-04T02:00:00+00:00", "10 hours ago"),
        ("2031-05-01T02:00:00+00:00", "on 1 May 2031, 02:00 UTC"),
    ],
)
def test_how_long_ago_it_was_is_told_in_words(story: TestClient, decide: Decide, at: str, told: str) -> None:
    one: Judgement = next(iter(ledger_of(story).judgements())).judgement
    assert ago(replace(one, at=at), datetime(2031, 5, 4, 12, 0, 20, tzinfo=UTC)) == told
