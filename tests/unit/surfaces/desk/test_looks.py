"""What the desk promises to the eye: charts, styles, names, and plain English."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient
from ledger_builders import published, record, said_on
from tests.unit.surfaces.desk.conftest import Serve

from onrecord.ledger import DisagreementRow, Ledger, PositionQuery, SideRow
from onrecord.surfaces import desk, sentences
from onrecord.surfaces.desk import stances
from onrecord.surfaces.desk.drawing import lanes, months
from onrecord.surfaces.desk.drawing.marks import Spot
from onrecord.surfaces.isolating import isolated
from onrecord.surfaces.namesakes import told_apart
from onrecord.surfaces.telling import beginning, cue_of
from onrecord.vocabulary import Actor, ActorType, DisagreementKind, Office, Position, Reading, Span, SpeechAct

WordsOf = Callable[[httpx.Response], str]
STATIC = Path(desk.__file__).parent / "static"


def test_dots_of_two_positions_have_one_scale_and_say_their_number() -> None:
    held = {Position.OPPOSES: 16, Position.NONCOMMITTAL: 2}
    period = months.Bar("May 2031", "2031", 20, "/search", held)
    drawn = str(months.months([period], "Over time", "Told below."))
    sizes = {name: float(size) for name, size in re.findall(r'fill-([a-z]+)" cx="[^"]+" cy="[^"]+" r="([^"]+)"', drawn)}
    assert sizes["opposes"] > 2 * sizes["noncommittal"]
    assert '">16</text>' in drawn and "opposes, 16 positions" in drawn


def test_the_words_that_decided_are_no_form() -> None:
    """A mark and a form have the same name: the style of the form is for the form alone."""
    review = re.sub(r"form\.deciding", "", (STATIC / "review.css").read_text("utf-8"))
    assert ".deciding" not in review


def test_what_can_be_taken_away_is_found_at_once(story: TestClient) -> None:
    page = story.get(story.get("/questions").headers["location"]).text
    navigation = page.partition('<nav class="sections"')[2].partition("</nav>")[0]
    assert ">Take away</a>" in navigation
    assert "dossier" in page.partition("<h1>")[2].partition('<p class="lede">')[0]


def test_a_name_written_from_the_right_keeps_to_itself_beside_a_day(serve: Serve) -> None:
    """By the bidirectional algorithm the day beside it would be shown in pieces."""
    outlet = "صحيفة النهر"
    one = record(outlet=outlet, published=published("2031-05-04"), fields={"said_on": said_on("2031-05-04")})
    client = serve(one)
    statement = one.statements[0].id
    for address in (f"/statements/{statement}", "/search?speaker=Vesk", "/articles", f"/articles/{one.article.id}", "/"):
        page = client.get(address).text.partition("<main")[2]
        bare = re.sub(r"<bdi>.*?</bdi>|<option.*?</option>|<[^>]*>", "", page)
        assert f"<bdi>{outlet}</bdi>" in page and outlet not in bare, address
    assert isolated(outlet) == f"\u2068{outlet}\u2069" and isolated("The Courier") == "The Courier"


@pytest.mark.parametrize("where", ["articles", "statements", "utterances", "disagreements"])
def test_an_address_that_is_no_id_is_a_place_where_nothing_is(client: TestClient, where: str) -> None:
    for key in ("zzzz", "not-an-id", "0" * 40, "ABCD"):
        assert client.get(f"/{where}/{key}").status_code == 404
    assert client.get(f"/{where}/0000").status_code == 404


def test_actors_of_one_name_are_told_apart() -> None:
    one, other = Actor("a1b2c3d4e5f60718", "Tarvia", ActorType.GOVERNMENT), Actor("b1b2c3d4e5f60718", "Tarvia", ActorType.GROUP)
    alone = Actor("c1b2c3d4e5f60718", "Ilse Meer", ActorType.PERSON)
    assert told_apart([one, other, alone]) == {one.id: "government", other.id: "group"}
    offices = [replace(one, offices=(Office(title, None, None, None, "text"),)) for title in ("mayor", "judge")]
    named = [replace(offices[0], type=ActorType.PERSON), replace(offices[1], id=other.id, type=ActorType.PERSON)]
    assert told_apart(named) == {one.id: "mayor", other.id: "judge"}
    assert told_apart([one, replace(one, id=other.id)]) == {one.id: "government; 1", other.id: "government; 2"}


def test_persons_of_one_name_without_offices_are_told_apart_by_who_reported_them_first(story: TestClient) -> None:
    ledger: Ledger = story.app.state.opened.ledger  # type: ignore[attr-defined]
    found = [row.actor for row in ledger.actors() if row.statements and not row.actor.offices][:8]
    same = [replace(one, name="Brodany", type=ActorType.PERSON) for one in found]
    told = told_apart(same, ledger)
    assert len(same) > 2 and len(set(told.values())) == len(same)
    assert any(re.fullmatch(r"first reported by .+, \d+ \w+ \d{4}", words) for words in told.values())
    assert not any(one.id[:6] in told[one.id] for one in same)


def test_the_label_of_what_has_no_day_stands_clear_of_the_axis() -> None:
    spots = [
        Spot(Position.SUPPORTS, day, "then", "The Courier", "words", "/a") for day in (date(2031, 1, 1), date(2032, 1, 1), None)
    ]
    for sheet in (lanes.WIDE, lanes.NARROW):
        track = lanes.Track(Reading.WILL, spots, lambda *_: "/q")
        drawn = str(lanes.lanes([lanes.Group(None, [lanes.Lane("Ada Olan", "/a", [track])])], "t", "d", sheet=sheet))
        texts = re.findall(r'<text x="([\d.]+)" y="\d+" text-anchor="(\w+)">([^<]+)</text>', drawn)
        ends = {words: float(x) + {"middle": 3.25, "end": 0, "start": 0}[anchor] * len(words) for x, anchor, words in texts}
        begin = ends.pop("no day")
        assert max(ends.values()) <= begin


def test_reasons_and_disagreements_are_told_in_plain_english() -> None:
    found = sentences.plain("likely one (81%): meaning 0.45, 63% of the words of the shorter; one speaker")
    assert found == "alike in meaning, and 63% of the words of the shorter; one speaker"
    assert sentences.plain("like “it will be built” (nearness 0.59)") == "like “it will be built”"
    assert (sentences.by_whom("relate/3"), sentences.by_whom("Ada Test")) == ("machine", "Ada Test")
    side = SideRow("not", (), ())
    row = DisagreementRow("d1", DisagreementKind.POLARITY, "whether: was open to all", (side,), 0.8, "candidate", (), "relate/3")
    assert sentences.about(row) == "whether this is so or not: “was open to all”"
    assert sentences.side(row, side) == "reported as not so"


def test_the_story_counts_sides_as_the_page_of_disagreements_does(story: TestClient, words_of: WordsOf) -> None:
    front, listed = words_of(story.get("/")), words_of(story.get("/disagreements"))
    assert "no witness; 1 article that copies or repeats others" in front and "0 reports" not in front
    assert "no witness; 1 article that copies or repeats others" in listed
    shifts = front.partition("Who moved")[2].partition("What cannot both be right")[0]
    assert shifts.count("Before") == shifts.count("After") > 0


def test_the_side_list_of_an_article_shows_the_beginning_of_what_is_said(story: TestClient, words_of: WordsOf) -> None:
    ledger = story.app.state.opened.ledger  # type: ignore[attr-defined]
    row = next(one for one in ledger.statements() if one.statement.speech_act is SpeechAct.DENY)
    assert beginning(row.statement).startswith(cue_of(row.statement))
    assert beginning(row.statement) in words_of(story.get(f"/articles/{row.article.id}"))
    assert len(beginning(replace(row.statement, content=(Span(0, 400, "word " * 80),)))) < 110


def test_a_question_without_days_says_why_nobody_moved(
    story: TestClient, monkeypatch: pytest.MonkeyPatch, words_of: WordsOf
) -> None:
    where = story.get("/questions").headers["location"]
    found = stances.gathered(story.app.state.opened, PositionQuery(question=where.rpartition("/")[2]))  # type: ignore[attr-defined]
    bare = [
        replace(one, standing=replace(one.standing, undated=one.standing.points, points=(), shifts=())) for one in found.listed
    ]
    monkeypatch.setattr(stances, "gathered", lambda *_: replace(found, listed=bare, shifts=()))
    told = words_of(story.get(where))
    assert "No day is known of any of them" in told and "onrecord add --published" in told
