"""The page of a question: the chart, who moved, the words with their places; and deciding on a change."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient
from tests.unit.surfaces.position_builders import OPPOSES, SUPPORTS
from tests.unit.surfaces.position_builders import position as taken_position

from onrecord.ledger import Ledger, PositionQuery, PositionRow, open_ledger
from onrecord.surfaces.desk import stances
from onrecord.surfaces.desk.opened import Opened
from onrecord.surfaces.desk.stances import Stance, Stances
from onrecord.surfaces.timeline import standings
from onrecord.vocabulary import SaidOn, SaidOnBasis

Words = Callable[[httpx.Response], str]
Decide = Callable[..., httpx.Response]
PAGE = "/questions/veshia-pact"


def ledger_of(client: TestClient) -> Ledger:
    opened: Opened = client.app.state.opened  # type: ignore[attr-defined]
    return opened.ledger


def test_where_one_question_is_followed_the_list_leads_to_it(story: TestClient) -> None:
    found = story.get("/questions")
    assert (found.status_code, found.headers["location"]) == (303, PAGE)


def test_without_a_question_the_list_says_how_to_follow_one(client: TestClient, words_of: Words) -> None:
    assert "onrecord question add" in words_of(client.get("/questions"))
    assert client.get("/questions/bridge").status_code == 404


def test_the_page_draws_each_actor_tells_who_moved_and_stays_small(story: TestClient, words_of: Words) -> None:
    found = story.get(PAGE)
    assert found.status_code == 200
    assert len(found.content) < 300_000
    words = words_of(found)
    assert "Teodar Malvesky : reversal" in words
    assert "Where each stands, since when" in words
    assert found.text.count('class="mark"') > 20


def test_every_word_shown_as_said_is_a_slice_of_its_article_and_leads_there(story: TestClient) -> None:
    found = story.get(PAGE).text
    said = re.findall(r'<blockquote class="words">.*?<a href="/articles/([0-9a-f]+)\?at=(\d+)-(\d+)#at">(.*?)</a>', found)
    assert len(said) > 20
    ledger = ledger_of(story)
    for article, start, end, shown in said:
        record = ledger.record(article)
        assert record is not None
        first = re.sub(r"<[^>]+>", "", shown.partition(' <span class="gap">')[0]).replace("&#34;", '"').replace("&#39;", "'")
        assert first in record.article.text[int(start) : int(end)]


def test_two_thousand_statements_of_two_hundred_actors_make_pages_under_300_kb(
    story: TestClient, monkeypatch: pytest.MonkeyPatch, words_of: Words
) -> None:
    taken = list(ledger_of(story).positions(PositionQuery(second_hand=False)))
    rows = []
    for number in range(2_000):
        who, one = f"{number % 200:016x}", taken[number % len(taken)]
        day = (date(2031, 1, 1) + timedelta((number * 37) % 1400)).isoformat()
        said = replace(one.row.statement, id=f"{number:016x}", said_on=SaidOn(day, day, SaidOnBasis.GIVEN, "made up"))
        rows.append(replace(one, id=f"{number:016x}", row=replace(one.row, statement=said), actor=who, actor_name=f"Actor {who}"))
    listed = [Stance(None, one) for one in standings(rows, (), {})]
    monkeypatch.setattr(stances, "gathered", lambda *_: Stances(listed, (), (), 2_000, 2_000))
    for address in (PAGE, f"{PAGE}?all=1", f"{PAGE}?all=1&page=7"):
        assert len(story.get(address).content) < 300_000
    words = words_of(story.get(f"{PAGE}?all=1&page=7"))
    assert "20 actors of 200, page 7 of 7" in words


def test_where_each_stands_ends_with_the_last_stretch_of_each(
    story: TestClient, monkeypatch: pytest.MonkeyPatch, words_of: Words
) -> None:
    rows = [
        taken_position(f"{one}", f"20{31 + one}-01-01", (SUPPORTS, OPPOSES)[one % 2], words=f"word {one}") for one in range(6)
    ]
    listed = [Stance(None, one) for one in standings(rows, (), {})]
    monkeypatch.setattr(stances, "gathered", lambda *_: Stances(listed, (), (), len(rows), len(rows)))
    actor = next(iter(ledger_of(story).shifts())).actor
    for address, shown in ((PAGE, range(3, 6)), (f"/actors/{actor}", range(6))):
        told = story.get(address)
        said = told.text.partition('class="stretches"')[2]
        assert [number for number in range(6) if f"word {number}<" in said] == list(shown)
        assert ("3 earlier among them" in words_of(told)) is (len(shown) == 3)


def test_those_who_take_no_position_themselves_are_counted_apart(
    story: TestClient, monkeypatch: pytest.MonkeyPatch, words_of: Words
) -> None:
    told = story.get(PAGE)
    taken = {row["actor"] for row in story.get("/api/v1/positions?second_hand=0&limit=1000").json()["rows"] if row["actor"]}
    assert f" taken by {len(taken)} actors" in words_of(told)
    dossier = words_of(story.get("/take/dossier.html?question=veshia-pact"))
    assert f" by {len(taken)} actors" in dossier
    of_others = re.search(r"what others say of \d+ actors? more or nobody can place", dossier)
    assert of_others is not None and of_others[0] in words_of(told)
    rows = [taken_position("1", "2031-01-01", SUPPORTS), taken_position("2", "2031-01-01", None, actor="Tor Hale")]
    listed = [Stance(None, one) for one in standings(rows, (), {})]
    monkeypatch.setattr(stances, "gathered", lambda *_: Stances(listed, (), (), len(rows), len(rows)))
    words = words_of(story.get(f"{PAGE}?since=2000-01-01"))
    assert "1 position taken by 1 actor, what others say of 1 actor more or nobody can place; nobody is known to have" in words


def silent(client: TestClient) -> str:
    """The id of an actor who takes no position on any question, of whom none is told."""
    ledger = ledger_of(client)
    placed = {row.actor for row in ledger.positions(PositionQuery(about=False, unsure=True))}
    return next(row.actor.id for row in ledger.actors() if row.actor.id not in placed)


def test_a_name_that_no_actor_has_is_told_and_not_shown_as_a_finding(story: TestClient, words_of: Words) -> None:
    words = words_of(story.get(f"{PAGE}?actor=Nobody+At+All"))
    assert "No actor of this ledger is called “Nobody At All”" in words
    assert "nobody is known to have moved" not in words and "0 positions" not in words
    known = words_of(story.get(f"{PAGE}?actor={silent(story)}"))
    assert "No actor of this ledger" not in known and "No position was found" in known


def test_filters_narrow_the_page(story: TestClient, words_of: Words) -> None:
    assert "will: supports" not in words_of(story.get(f"{PAGE}?reading=should"))
    assert "What Teodar Malvesky said" in words_of(story.get(f"{PAGE}?actor=Teodar+Malvesky"))
    assert "No position was found" in words_of(story.get(f"{PAGE}?actor={silent(story)}"))
    assert story.get(f"{PAGE}?since=spring").status_code == 400
    assert story.get(f"{PAGE}?reading=may").status_code == 400


def test_a_name_that_several_have_shows_all_of_them(story: TestClient, words_of: Words) -> None:
    assert "Teodar Malvesky" in words_of(story.get(f"{PAGE}?actor=malvesk"))


def test_what_nobody_can_place_stands_apart_with_the_reason(story: TestClient) -> None:
    row = next(one for one in ledger_of(story).positions(PositionQuery(unsure=True)) if one.position is None and one.actor)
    found = story.get(f"{PAGE}?show=unsure")
    assert row.row.statement.id in found.text
    assert "nobody can tell" in found.text


def test_a_change_is_confirmed_and_taken_back(story: TestClient, decide: Decide, words_of: Words) -> None:
    shift = next(iter(ledger_of(story).shifts()))
    action = f"{PAGE}/shifts/{shift.id}"
    done = decide(story, action, verdict="confirm", why="both speeches are on tape")
    assert done.status_code == 303
    assert "confirmed by Ada Test" in words_of(story.get(f"{PAGE}?show=moved"))
    assert decide(story, action, verdict="undo").status_code == 303
    assert "confirmed by Ada Test" not in words_of(story.get(f"{PAGE}?show=moved"))


def test_a_change_that_is_rejected_is_shown_where_it_is_asked_for(story: TestClient, decide: Decide, words_of: Words) -> None:
    shift = next(iter(ledger_of(story).shifts()))
    decide(story, f"{PAGE}/shifts/{shift.id}", verdict="reject", why="she speaks of another bid")
    assert f'id="shift-{shift.id}"' not in story.get(PAGE).text
    page = story.get(f"{PAGE}?show=moved&status=rejected")
    assert f'id="shift-{shift.id}"' in page.text
    assert re.search(r"rejected by Ada Test, \d+ \w+ \d{4}, \d\d:\d\d UTC: she speaks of another bid", words_of(page))


def test_a_decision_that_makes_no_sense_is_refused(story: TestClient, decide: Decide) -> None:
    shift = next(iter(ledger_of(story).shifts()))
    assert decide(story, f"{PAGE}/shifts/{shift.id}", verdict="merge").status_code == 400
    assert decide(story, f"{PAGE}/shifts/ffffffff", verdict="confirm").status_code == 404
    assert decide(story, f"/questions/other/shifts/{shift.id}", verdict="confirm").status_code == 404


def test_for_reading_only_there_is_no_form_and_it_says_so(
    serve: Callable[..., TestClient], story: TestClient, words_of: Words
) -> None:
    path = ledger_of(story).path
    with open_ledger(path):
        pass
    found = serve(path=path, read_only=True).get(PAGE)
    assert 'method="post"' not in found.text
    assert "for reading only" in words_of(found)


def test_no_name_is_given_twice_on_a_page_and_every_link_leads_somewhere(story: TestClient) -> None:
    actor = next(iter(ledger_of(story).shifts())).actor
    for address in (PAGE, f"{PAGE}?all=1", f"{PAGE}?actor={actor}", f"{PAGE}?show=moved&actor={actor}", f"/actors/{actor}"):
        found = story.get(address).text
        names = re.findall(r' id="([^"]+)"', found)
        assert len(names) == len(set(names))
        for link in set(re.findall(r'href="(/(?:articles|actors|questions)/[^"#]+)', found)):
            assert story.get(link.replace("&amp;", "&")).status_code == 200


def test_a_mark_with_a_number_leads_to_a_list_of_what_it_stands_for_alone(story: TestClient) -> None:
    found = html.unescape(story.get(PAGE).text)
    mark = r'<a class="mark" href="(/questions/[^"]+?position=([a-z]+)[^"]*)#said"(?:(?!<a ).)*?said (\d+) times: to all of them'
    numbered = [one for one in re.findall(mark, found) if "show=" not in one[0]]
    assert numbered and "one with a number to the list of what it stands for" in found
    for address, position, number in numbered[:4]:
        listed = story.get(address).text.partition('id="said"')[2]
        positions = re.findall(r'<p class="when">.*?class="position ([a-z]+)"', listed, re.DOTALL)
        assert positions == [position] * int(number)


def test_a_number_of_what_has_no_day_leads_to_a_list_of_that_alone_which_says_whose_it_is(
    story: TestClient, monkeypatch: pytest.MonkeyPatch, words_of: Words
) -> None:
    def undated(row: PositionRow, number: int) -> PositionRow:
        said = replace(row.row.statement, id=f"{number:016x}", said_on=None)
        article = replace(row.row.article, published=None)
        return replace(
            row, id=f"{number:016x}", row=replace(row.row, statement=said, article=article), actor=who, actor_name="Ada"
        )

    who = "00000000000000aa"
    taken = list(ledger_of(story).positions(PositionQuery(second_hand=False)))
    rows = [undated(taken[number % len(taken)], number) for number in range(40)]

    def gathered(_: Opened, query: PositionQuery) -> Stances:
        kept = [row for row in rows if query.reading in (None, row.reading)]
        return Stances([Stance(None, one) for one in standings(kept, (), {})], (), (), 40, 40)

    monkeypatch.setattr(stances, "gathered", gathered)
    monkeypatch.setattr(Ledger, "actor_meant", lambda *_: SimpleNamespace(id=who))
    found = html.unescape(story.get(PAGE).text)
    numbered = re.findall(r'href="(/questions/[^"]+?position=([a-z]+)[^"]*show=undated)#said".*?said (\d+) times', found)
    assert len(numbered) >= 2
    for address, position, number in numbered:
        answer = story.get(address)
        _before, anchor, listed = answer.text.partition('id="said"')
        # The first position is that of the heading, which says what is listed.
        shown = re.findall(r'class="position ([a-z]+)"', listed)
        assert anchor and shown[0] == position and set(shown) == {position}
        assert listed.count('<p class="when">') == min(int(number), 50)
        assert re.search(r"Without a day that is known Ada Only (will|should) ", words_of(answer))
