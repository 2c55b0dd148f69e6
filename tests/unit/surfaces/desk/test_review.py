"""The review: one thing at a time, decisions kept and taken back; words, speaker, kind, day and position put right."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient

from onrecord.ledger import Ledger, ReviewKind, ReviewQuery, StatementQuery, StatementRow
from onrecord.surfaces import telling
from onrecord.surfaces.desk.looking import speakers
from onrecord.surfaces.desk.pages import reviewing
from onrecord.surfaces.sentences import asked
from onrecord.vocabulary import Kind, Position, Reading

Decide = Callable[..., httpx.Response]
Words = Callable[[httpx.Response], str]


def ledger_of(client: TestClient) -> Ledger:
    return client.app.state.opened.ledger  # type: ignore[attr-defined,no-any-return]


def first(client: TestClient, kind: ReviewKind) -> str:
    return ledger_of(client).review(ReviewQuery(kinds=[kind], limit=1))[0].subject


def with_words(client: TestClient) -> StatementRow:
    """A statement whose speaker is an actor, with a source, said on a known day."""
    rows = ledger_of(client).statements(StatementQuery(kind=Kind.INDIRECT))
    return next(row for row in rows if row.statement.speaker and row.statement.speaker.actor and row.statement.source)


def form_of(row: StatementRow, **changes: str) -> dict[str, str]:
    """The fields of the form of correction as the page fills them in, with some changed."""
    one = row.statement
    fields = {"subject": one.id, "speaker": "keep", "kind": one.kind.value, "day": "keep"}
    fields |= {"content_start": str(one.content[0].start), "content_end": str(one.content[0].end)}
    for part, span in (("source", one.source), ("cue", one.cue)):
        fields |= {f"{part}_start": str(span.start) if span else "", f"{part}_end": str(span.end) if span else ""}
    return fields | changes


def test_the_queue_shows_one_thing_with_why_it_is_asked_and_where_it_stands(story: TestClient, words_of: Words) -> None:
    item = ledger_of(story).review(ReviewQuery(limit=1))[0]
    total = ledger_of(story).count_review()
    page = story.get("/review")
    assert page.status_code == 200
    assert asked(item, ledger_of(story).shift(item.subject) if item.kind is ReviewKind.SHIFT else None) in words_of(page)
    assert f"1 of {total} things" in words_of(page)
    assert 'rel="next" href="/review?n=2"' in page.text
    assert 'rel="prev"' not in page.text


def test_the_last_of_the_queue_has_none_after_it(story: TestClient) -> None:
    total = ledger_of(story).count_review()
    page = story.get(f"/review?n={total + 1000}")
    assert 'rel="next"' not in page.text
    assert f'rel="prev" href="/review?n={total - 1}"' in page.text


@pytest.mark.parametrize("kind", ReviewKind)
def test_each_kind_of_thing_is_shown_with_its_words_and_the_way_to_the_article(story: TestClient, kind: ReviewKind) -> None:
    page = story.get(f"/review?kind={kind}")
    assert page.status_code == 200
    assert f'value="{first(story, kind)}"' in page.text
    assert "/articles/" in page.text


def test_every_paragraph_says_where_it_begins_in_the_text_and_holds_its_slice(story: TestClient) -> None:
    row = with_words(story)
    record = ledger_of(story).record(row.article.id)
    assert record is not None
    page = story.get(f"/review?statement={row.statement.id}")
    found = re.findall(r'<p data-start="(\d+)"[^>]*>(.*?)</p>', page.text, re.DOTALL)
    assert found
    for start, words in found:
        told = html.unescape(re.sub(r"<[^>]+>", "", words))
        assert record.article.text[int(start) : int(start) + len(told)] == told


@pytest.mark.parametrize("kind", ReviewKind)
def test_a_thing_confirmed_is_kept_with_name_and_reason_and_not_asked_again(
    story: TestClient, decide: Decide, words_of: Words, kind: ReviewKind
) -> None:
    item = ledger_of(story).review(ReviewQuery(kinds=[kind], limit=1))[0]
    other = {"other": item.other} if item.other else {}
    done = decide(
        story, "/review/decide", thing=kind, subject=item.subject, verdict="confirm", why="I looked", back="/review?n=1", **other
    )
    assert (done.status_code, done.headers["location"]) == (303, "/review?n=1")
    left = ledger_of(story).review(ReviewQuery(kinds=[kind], limit=None))
    assert item.subject not in [one.subject for one in left]
    page = words_of(story.get("/review"))
    assert "Ada Test" in page
    assert "I looked" in page


def test_a_statement_rejected_is_left_out_until_that_is_taken_back(story: TestClient, decide: Decide) -> None:
    subject, before = first(story, ReviewKind.STATEMENT), ledger_of(story).count_statements()
    decide(story, "/review/decide", thing="statement", subject=subject, verdict="reject")
    assert ledger_of(story).count_statements() == before - 1
    page = story.get("/review").text
    judgement = re.search(r'name="judgement" value="(\w+)"', page)
    assert judgement is not None
    assert decide(story, "/review/undo", judgement=judgement[1]).status_code == 303
    assert ledger_of(story).count_statements() == before
    assert "taken back by" in story.get("/review").text


def test_a_wrong_speaker_put_right_is_seen_everywhere(story: TestClient, decide: Decide, words_of: Words) -> None:
    row = with_words(story)
    assert row.statement.speaker is not None
    actor = next(one.actor for one in ledger_of(story).actors() if one.actor.id != row.statement.speaker.actor)
    done = decide(story, "/review/correct", **form_of(row, speaker=actor.id), why="the article names another")
    assert done.status_code == 303, words_of(done)
    page = words_of(story.get(f"/statements/{row.statement.id}"))
    assert actor.name in page
    assert "Ada Test" in page
    taken = story.get(f"/take/statements.jsonl?actor={actor.id}").text
    assert row.statement.id in taken
    story.app.state.opened.following.wait()  # type: ignore[attr-defined]
    assert ledger_of(story).waiting() == 0, "what follows is found anew after the answer"


def test_a_wrong_speaker_is_put_right_in_the_copies_too_one_decision_each(
    story: TestClient, decide: Decide, words_of: Words
) -> None:
    rows = ledger_of(story).statements(StatementQuery(kind=Kind.DIRECT))
    row, echoes = next(
        (row, found) for row in rows if row.statement.speaker and (found := ledger_of(story).echoes(row.statement.id))
    )
    page = story.get(f"/review?statement={row.statement.id}")
    assert set(re.findall(r'name="also" value="(\w+)"', page.text)) == {one.statement.id for one in echoes}
    assert row.statement.speaker is not None
    actor = next(one.actor for one in ledger_of(story).actors() if one.actor.id != row.statement.speaker.actor)
    other = echoes[0].statement.id
    refused = decide(story, "/review/correct", **form_of(row, kind="mixed", also=other))
    assert refused.status_code == 400 and "Only a speaker or a day" in words_of(refused)
    done = decide(story, "/review/correct", **form_of(row, speaker=actor.id, also=other), why="she reads out his letter")
    assert done.status_code == 303, words_of(done)
    for one in (row.statement.id, other):
        history = ledger_of(story).statement_history(one)
        assert history is not None and history.row.statement.speaker is not None
        assert history.row.statement.speaker.actor == actor.id
        assert [told.judgement.why for told in history.judgements] == ["she reads out his letter"]
    assert not list(ledger_of(story).verify())


def test_where_many_tell_the_same_those_that_differ_come_first(
    story: TestClient, decide: Decide, words_of: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reviewing, "_ECHOES", 1)
    rows = ledger_of(story).statements(StatementQuery())
    row, echoes = next((row, found) for row in rows if len(found := ledger_of(story).echoes(row.statement.id)) > 2)
    address = f"/review?statement={row.statement.id}"
    assert f"Shown are 1 of {len(echoes)}" in words_of(story.get(address))
    said = row.statement.speaker
    actor = next(one.actor for one in ledger_of(story).actors() if said is None or one.actor.id != said.actor)
    done = decide(story, "/review/correct", **form_of(row, speaker=actor.id, also=echoes[0].statement.id))
    assert done.status_code == 303, words_of(done)
    assert echoes[0].statement.id not in re.findall(r'name="also" value="(\w+)"', story.get(address).text)


def test_one_box_puts_all_right_that_tell_the_same(
    story: TestClient, decide: Decide, words_of: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reviewing, "_ECHOES", 1)
    rows = ledger_of(story).statements(StatementQuery())
    row, echoes = next((row, found) for row in rows if len(found := ledger_of(story).echoes(row.statement.id)) > 2)
    said = row.statement.speaker
    actor = next(one.actor for one in ledger_of(story).actors() if said is None or one.actor.id != said.actor)
    done = decide(story, "/review/correct", **form_of(row, speaker=actor.id, also_all="1"))
    assert done.status_code == 303, words_of(done)
    for one in (row, *echoes):
        now = ledger_of(story).statement(one.statement.id)
        assert now is not None and now.statement.speaker is not None
        assert now.statement.speaker.actor == actor.id


def test_a_speaker_whom_nobody_knows_is_made_an_actor_in_the_copies_too(
    story: TestClient, decide: Decide, words_of: Words
) -> None:
    rows = ledger_of(story).statements(StatementQuery(kind=Kind.DIRECT))
    row, echoes = next((row, found) for row in rows if (found := ledger_of(story).echoes(row.statement.id)))
    assert 'name="new_type"' in story.get(f"/review?statement={row.statement.id}").text
    fields = form_of(row, speaker="new", new_name="Tilda Kerr", new_type="person", also=echoes[0].statement.id)
    assert decide(story, "/review/correct", **fields | {"new_name": ""}).status_code == 400
    assert decide(story, "/review/correct", **fields | {"new_type": "ghost"}).status_code == 400
    done = decide(story, "/review/correct", **fields)
    assert done.status_code == 303, words_of(done)
    assert ledger_of(story).actor("Tilda Kerr").row.statements == 2
    assert "Tilda Kerr" in words_of(story.get(f"/actors/{ledger_of(story).actor('Tilda Kerr').row.actor.id}"))


def test_the_form_asks_for_the_commonest_first_and_for_name_and_reason_once(story: TestClient) -> None:
    page = story.get(f"/review?statement={with_words(story).statement.id}").text
    form = page.split('id="correction"')[1].split("</form>")[0]
    legends = re.findall(r"<legend>([^<]+)</legend>", form)
    places = [legends.index(name) for name in ("Speaker", "Kind and day", "Words")]
    assert places == sorted(places)
    assert form.count('name="by"') == form.count('name="why"') == 1
    unfolded = re.sub(r"<details><summary>By numbers</summary>.*?</details>", "", form, flags=re.DOTALL)
    assert 'type="number"' in form and 'type="number"' not in unfolded
    assert form.index('<button type="submit" disabled hidden>') < form.index('name="verdict"'), "Enter decides nothing"


def test_words_kind_source_and_day_are_put_right_by_numbers(story: TestClient, decide: Decide, words_of: Words) -> None:
    row = with_words(story)
    start, end = row.statement.content[0].start, row.statement.content[0].end - 1
    fields = form_of(row, content_end=str(end), kind="mixed", day="on", on="2031-05-04", source_start="", source_end="")
    asked = decide(story, "/review/correct", **fields)
    assert asked.status_code == 400 and "inside a word" in words_of(asked)
    assert f"Whole words are at {start} to {row.statement.content[0].end}." in words_of(asked)
    fields |= dict(re.findall(r'type="checkbox" name="(cut)" value="(1)"', asked.text))
    done = decide(story, "/review/correct", **fields)
    assert done.status_code == 303, words_of(done)
    now = ledger_of(story).statement(row.statement.id)
    assert now is not None
    one = now.statement
    assert [(span.start, span.end) for span in one.content] == [(start, end)]
    assert (one.kind, one.source, now.status, now.by) == (Kind.MIXED, None, "corrected", "Ada Test")
    assert one.said_on is not None
    assert (one.said_on.earliest, one.said_on.latest) == ("2031-05-04", "2031-05-04")


def test_a_statement_s_page_says_what_a_person_confirmed_and_what_the_machine_is_sure_of(
    story: TestClient, decide: Decide, words_of: Words
) -> None:
    row = with_words(story)
    address, machine = f"/statements/{row.statement.id}", f"{row.statement.confidence:.2f}, the chance that source, cue"
    assert machine in words_of(story.get(address))
    decide(story, "/review/correct", **form_of(row, speaker=""), why="two speak at once")
    told = words_of(story.get(address))
    assert f"Ada Test put right: speaker. Of the rest, by machine: {machine}" in told and "1.00" not in told
    assert "not known, says Ada Test: two speak at once" in told
    span = row.statement.content[0]
    end = str(span.start + span.text.rindex(" "))
    decide(story, "/review/correct", **form_of(row, content_end=end, kind="mixed"), why="a word too much")
    told = words_of(story.get(address))
    assert "kind and words. The machine’s own, " in told, "the figure is of words no longer shown"
    decide(story, "/review/decide", thing="statement", subject=row.statement.id, verdict="confirm", by="Bo")
    assert "Bo confirmed all of it: speaker, words, kind and day" in words_of(story.get(address))


def test_an_unknown_speaker_and_day_can_be_said(story: TestClient, decide: Decide) -> None:
    row = with_words(story)
    decide(story, "/review/correct", **form_of(row, speaker="", day="unknown"))
    now = ledger_of(story).statement(row.statement.id)
    assert now is not None
    assert now.statement.speaker is None
    assert now.statement.said_on is None


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "Nothing was changed"),
        ({"content_start": "x"}, "two whole numbers"),
        ({"content_end": "99999999"}, "end at character 99,999,999, but the text has only"),
        ({"content_start": "", "content_end": ""}, "has words"),
        ({"kind": "shouted"}, "no kind of statement"),
        ({"day": "on", "on": ""}, "which day"),
        ({"day": "on", "on": "2031-02-31"}, "not a day"),
        ({"day": "between", "first": "2031-05-09", "last": "2031-05-04"}, "first day, 9 May 2031, is after the last, 4 May 2031"),
        ({"speaker": "nobody of that name"}, "nobody of that name"),
        ({"subject": "ffffffff"}, "no statement"),
    ],
)
def test_a_correction_that_makes_no_sense_says_why_and_changes_nothing(
    story: TestClient, decide: Decide, words_of: Words, changes: dict[str, str], told: str
) -> None:
    row = with_words(story)
    done = decide(story, "/review/correct", **form_of(row, **changes))
    assert done.status_code == 400
    assert told in words_of(done)
    assert ledger_of(story).statement(row.statement.id) == row


def test_a_correction_that_makes_no_sense_comes_back_with_all_that_was_typed(story: TestClient, decide: Decide) -> None:
    row = with_words(story)
    actor = next(
        one.actor for one in ledger_of(story).actors() if row.statement.speaker and one.actor.id != row.statement.speaker.actor
    )
    wrong = {"day": "between", "first": "2031-05-09", "last": "2031-05-04", "kind": "mixed", "speaker": actor.id, "cue_end": "7"}
    fields = form_of(row, **wrong) | {"why": "her own words", "by": "Bo", "back": "/review?n=2", "seen": "none"}
    page = decide(story, "/review/correct", **fields)
    assert page.status_code == 400
    assert re.search('role="alert">.*9 May 2031.*below', page.text)
    form = page.text.split('id="correction"')[1].split("</form>")[0]
    for typed in (
        'value="between" checked',
        'name="first" value="2031-05-09"',
        'value="mixed" selected',
        f'value="{actor.id}" checked',
        'name="cue_end" value="7"',
        'value="her own words"',
        'value="Bo"',
        'name="back" value="/review?n=2"',
        'name="seen" value="none"',
    ):
        assert typed in form, typed
    assert '<details class="edit" data-key="e" open>' in form


def test_to_find_an_actor_keeps_what_was_typed(story: TestClient, decide: Decide) -> None:
    row = with_words(story)
    found = next(
        one.actor for one in ledger_of(story).actors() if row.statement.speaker and one.actor.id != row.statement.speaker.actor
    )
    before = ledger_of(story).newest_judgement()
    fields = form_of(row, day="on", on="2031-05-04", why="her own words") | {"who": found.name, "by": ""}
    page = decide(story, "/review/find", **fields)
    assert page.status_code == 200
    form = page.text.split('id="correction"')[1].split("</form>")[0]
    for typed in (
        'value="on" checked',
        'name="on" value="2031-05-04"',
        'value="her own words"',
        f'name="speaker" value="{found.id}"',
    ):
        assert typed in form, typed
    assert 'formaction="/review/find"' in form
    assert ledger_of(story).newest_judgement() == before


def test_a_position_is_put_right(story: TestClient, decide: Decide, words_of: Words) -> None:
    subject = first(story, ReviewKind.POSITION)
    held = ledger_of(story).position(subject)
    assert held is not None
    right = Position.OPPOSES if held.position is not Position.OPPOSES else Position.SUPPORTS
    done = decide(story, "/review/place", subject=subject, stand=f"should:{right}")
    assert done.status_code == 303, words_of(done)
    found = [
        row for row in ledger_of(story).positions() if row.row.statement.id == held.row.statement.id and row.status == "corrected"
    ]
    assert [(row.reading, row.position, row.by) for row in found] == [(Reading.SHOULD, right, "Ada Test")]
    assert decide(story, "/review/place", subject=subject, stand="maybe:supports").status_code == 400
    assert decide(story, "/review/place", subject=subject, stand="supports").status_code == 400


def test_a_position_put_right_shows_by_whom_what_is_in_its_place_and_the_way_back(
    story: TestClient, decide: Decide, words_of: Words
) -> None:
    subject = first(story, ReviewKind.POSITION)
    held = ledger_of(story).position(subject)
    assert held is not None and held.reading and held.position
    right = Position.OPPOSES if held.position is not Position.OPPOSES else Position.SUPPORTS
    address = f"/review?position={subject}"
    fields = {"subject": subject, "stand": f"should:{right}", "back": address, "why": "she says so herself"}
    done = decide(story, "/review/place", **fields)
    assert done.headers["location"] == address
    (made,) = [one for one in ledger_of(story).positions() if one.judgement and one.judgement.subject == subject]
    page = story.get(address)
    assert "proposed by the machine" not in words_of(page)
    assert re.search(r"rejected by Ada Test, .*? UTC: she says so herself ; in its place: should", words_of(page))
    assert f'href="/review?position={made.id}"' in page.text
    assert 'data-key="c"' not in page.text and "Decide otherwise" in page.text
    main = page.text.split("<aside>")[0]
    taken = re.search(r'name="judgement" value="(\w+)">Take back', main)
    assert taken is not None
    now = story.get(f"/review?position={made.id}")
    assert re.search(r"corrected by Ada Test, .* in the place of: ", words_of(now))
    assert f'href="{address}"' in now.text
    assert decide(story, "/review/undo", judgement=taken[1]).status_code == 303
    assert 'data-key="c"' in story.get(address).text


def test_the_last_few_decisions_stand_beside_a_thing_and_all_where_they_are_asked_for(story: TestClient, decide: Decide) -> None:
    for item in ledger_of(story).review(ReviewQuery(kinds=[ReviewKind.STATEMENT], limit=7)):
        decide(story, "/review/decide", thing="statement", subject=item.subject, verdict="confirm")
    page = story.get("/review?n=2").text
    assert '<h2 id="asked" class="side">Why it is asked</h2>' in page
    margin = page.split("<aside>")[1]
    assert margin.count('name="judgement"') == 1 + 5, "one's own last, and the last five"
    every = re.search(r'<a href="([^"]+)#latest">Show all', margin)
    assert every is not None
    assert story.get(html.unescape(every[1])).text.split("<aside>")[1].count('name="judgement"') == 1 + 7
    assert "2</strong> of" in story.get(html.unescape(every[1])).text


def test_actors_are_found_by_a_part_of_a_name_without_script(story: TestClient) -> None:
    row = with_words(story)
    assert row.statement.speaker is not None
    name = row.statement.speaker.name.split()[-1]
    page = story.get(f"/review?statement={row.statement.id}&who={name}")
    assert f'name="speaker" value="{row.statement.speaker.actor}"' in page.text
    assert "No actor of this ledger" in story.get(f"/review?statement={row.statement.id}&who=Qqqq").text


def test_a_statement_or_a_position_can_be_named(story: TestClient) -> None:
    subject = first(story, ReviewKind.POSITION)
    assert f'value="{subject}"' in story.get(f"/review?position={subject}").text
    assert story.get("/review?statement=ffffffffffffffff").status_code == 404
    assert story.get("/review?kind=everything").status_code == 400
    assert story.get("/review?question=none-such").status_code == 200


def test_the_keys_are_told_on_the_page_and_stand_on_what_they_click(story: TestClient) -> None:
    page = story.get("/review?kind=statement&n=2").text
    assert {"c", "x", "e", "j", "k", "?"} <= set(re.findall(r'data-key="(.)"', page))
    assert "take back your own last decision of this list" in page


def test_the_key_takes_back_one_s_own_last_decision_of_the_queue_and_nobody_else_s(story: TestClient, decide: Decide) -> None:
    key = re.compile(r'name="judgement" value="(\w+)">(?:(?!</form>).)*data-key="u"', re.DOTALL)
    assert "Nobody has given a name in this browser yet" in story.get("/review").text
    one, other = ledger_of(story).review(ReviewQuery(kinds=[ReviewKind.STATEMENT], limit=2))
    decide(story, "/review/decide", thing="statement", subject=one.subject, verdict="confirm", by="Ada")
    mine = ledger_of(story).newest_judgement()
    decide(story, "/check/start", size="2", by="Ada")
    item = ledger_of(story).next_check()
    assert item is not None
    decide(story, "/check/answer", statement=item.row.statement.id, verdict="right", by="Ada")
    decide(story, "/review/decide", thing="statement", subject=other.subject, verdict="confirm", by="Bo")
    story.cookies.clear()
    story.cookies.set("desk-by", "Ada")
    page = story.get("/review").text
    assert key.findall(page) == [mine]
    assert page.count('data-key="u"') == 1
    assert not key.findall(story.get("/review?kind=shift").text)
    assert "You, Ada, have nothing here to take back" in story.get("/review?kind=shift").text


@pytest.mark.parametrize("kind", ReviewKind)
def test_decisions_are_told_by_words_and_names_and_ids_are_for_who_points_at_them(
    story: TestClient, decide: Decide, words_of: Words, kind: ReviewKind
) -> None:
    item = ledger_of(story).review(ReviewQuery(kinds=[kind], limit=1))[0]
    decide(story, "/review/decide", thing=kind, subject=item.subject, other=item.other or "", verdict="reject", by="Ada")
    made = ledger_of(story).newest_judgement()
    decide(story, "/review/undo", judgement=made or "", by="Bo", why="she jested")
    page = story.get("/review").text.split('id="latest"')[1]
    told = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
    assert "taken back by Bo, " in told and "she jested" in told
    assert not re.search(r"\b[0-9a-f]{8,16}\b", told.split("Keys")[0])
    assert f"(decision {made})" in page
    if item.statement and kind not in (ReviewKind.SHIFT, ReviewKind.DISAGREEMENT):
        row = ledger_of(story).statement(item.statement)
        assert row is not None
        assert f"{telling.quoted(row.statement)} (" in told and "““" not in told


def test_one_name_is_asked_for_however_many_decisions_can_be_taken_back(story: TestClient, decide: Decide) -> None:
    for item in ledger_of(story).review(ReviewQuery(kinds=[ReviewKind.STATEMENT], limit=4)):
        decide(story, "/review/decide", thing="statement", subject=item.subject, verdict="confirm")
    story.cookies.clear()
    margin = story.get("/review").text.split('id="latest"')[1]
    assert margin.count('name="by"') == 1 and margin.count(">Take back</button>") == 4


def test_a_ledger_with_nothing_to_look_at_says_so(serve: Callable[..., TestClient], words_of: Words) -> None:
    assert "Nothing waits to be looked at" in words_of(serve().get("/review"))


def test_a_desk_for_reading_only_offers_no_decision(story: TestClient, serve: Callable[..., TestClient], decide: Decide) -> None:
    reading = serve(path=story.app.state.opened.path, read_only=True)  # type: ignore[attr-defined]
    page = reading.get("/review")
    assert page.status_code == 200
    assert 'method="post"' not in page.text
    assert 'method="post"' not in reading.get("/check").text
    subject = first(reading, ReviewKind.STATEMENT)
    assert decide(reading, "/review/decide", thing="statement", subject=subject, verdict="confirm").status_code == 403


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"thing": "statement", "subject": "ffff", "verdict": "confirm"}, 400),
        ({"thing": "statement", "subject": "ffff", "verdict": "merge"}, 400),
        ({"thing": "thing", "subject": "ffff", "verdict": "confirm"}, 400),
        ({"thing": "statement", "verdict": "confirm"}, 400),
        ({"thing": "statement", "subject": "ffff", "verdict": "confirm", "by": " "}, 400),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    client: TestClient, decide: Decide, fields: dict[str, str], status: int
) -> None:
    assert decide(client, "/review/decide", **fields).status_code == status


def test_an_article_with_script_in_it_shows_as_text(serve: Callable[..., TestClient]) -> None:
    from ledger_builders import record  # noqa: PLC0415

    hostile = record(("<script>alert(1)</script>", "said", 'it is "<b onclick=x>" so'), title="<img src=x onerror=y>")
    client = serve(hostile)
    subject = hostile.statements[0].id
    for address in (f"/review?statement={subject}", "/review", "/check", "/takeaway?view=statements&q=<script>x</script>"):
        page = client.get(address).text
        assert not re.search(r"<script>|<b onclick|<img src=x", page), address


def test_a_carriage_return_is_kept_so_that_places_hold(serve: Callable[..., TestClient]) -> None:
    from ledger_builders import record  # noqa: PLC0415

    said = ("Ilse Meer", "warned", "the harbour talks of this long and weary spring may fail again,\r\nand so may the bridge")
    made = record(said)
    page = serve(made).get(f"/review?statement={made.statements[0].id}").text
    assert "again,&#13;\nand" in page


def test_what_the_machine_read_stays_beside_what_a_person_put_right(story: TestClient, decide: Decide, words_of: Words) -> None:
    row = with_words(story)
    one = row.statement
    other = next(who.id for who in speakers(ledger_of(story), row) if one.speaker and who.id != one.speaker.actor)
    name = ledger_of(story).actor(other).row.actor.name
    decide(story, "/review/correct", **form_of(row, speaker=other, day="on", on="2031-05-04"), why="her own words")
    assert one.speaker is not None
    for address in (f"/statements/{one.id}", f"/review?statement={one.id}"):
        page = story.get(address)
        told = words_of(page)
        assert "Read by machine as: Speaker" in told, address
        assert f"Speaker {one.speaker.name} now {name} Day" in told
        assert told.count("now 4 May 2031") == 1
        assert "Kind indirect now" not in told
        assert "Ada Test , " in told
        assert "her own words" in told


def test_a_statement_that_nobody_judged_tells_of_no_decision(story: TestClient, words_of: Words) -> None:
    told = words_of(story.get(f"/statements/{with_words(story).statement.id}"))
    assert "Read by machine as" not in told
    assert "What was decided" not in told
