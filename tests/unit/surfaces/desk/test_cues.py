"""No page shows what somebody denied or would not say as if it were said."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient

from onrecord.ledger import StatementQuery, StatementRow
from onrecord.surfaces.telling import cue_of, is_plain, told
from onrecord.vocabulary import SpeechAct

WordsOf = Callable[[httpx.Response], str]


def denials(story: TestClient) -> list[StatementRow]:
    rows = story.app.state.opened.ledger.statements(StatementQuery())  # type: ignore[attr-defined]
    acts = (SpeechAct.DENY, SpeechAct.REFUSE)
    return [row for row in rows if row.statement.cue and (row.statement.negated or row.statement.speech_act in acts)]


@pytest.mark.parametrize("where", ["/statements/{}", "/review?statement={}", "/actors/{actor}", "/search?article={article}"])
def test_a_denial_is_told_with_its_cue(story: TestClient, words_of: WordsOf, where: str) -> None:
    found = [row for row in denials(story) if row.statement.speaker and row.statement.speaker.actor]
    assert found
    for row in found[:6]:
        one = row.statement
        assert one.speaker is not None and not is_plain(cue_of(one))
        page = story.get(where.format(one.id, actor=one.speaker.actor, article=row.article.id))
        shown = re.sub(r"\s+", " ", words_of(page))
        assert told(one) in shown, f"{where} hides “{cue_of(one)}” of {one.id}"


def test_what_is_copied_from_a_statement_has_its_cue(story: TestClient) -> None:
    for row in denials(story)[:6]:
        page = story.get(f"/statements/{row.statement.id}").text
        copied = page[page.index('id="citation"') :].split("</p>")[0]
        assert f">{cue_of(row.statement)}:</span>" in copied


def test_an_utterance_is_told_with_the_cue_of_its_fullest_report(story: TestClient, words_of: WordsOf) -> None:
    ledger = story.app.state.opened.ledger  # type: ignore[attr-defined]
    for row in denials(story)[:6]:
        found = ledger.utterances_of([row.statement.id])[row.statement.id]
        page = words_of(story.get(f"/utterances/{found.id}"))
        assert f"{cue_of(row.statement)}: " in page
        if found.fullest == row.statement.id:
            listed = words_of(story.get("/utterances", params={"q": " ".join(found.words.split()[:6])}))
            assert f"{cue_of(row.statement)}: " in listed


def test_what_tells_the_same_as_a_statement_to_be_put_right_is_told_with_its_cue(story: TestClient, words_of: WordsOf) -> None:
    ledger = story.app.state.opened.ledger  # type: ignore[attr-defined]
    found = [(row, echoes) for row in denials(story) if (echoes := ledger.echoes(row.statement.id))]
    assert found
    row, echoes = found[0]
    page = story.get(f"/review?statement={row.statement.id}").text
    listed = page[page.index('name="also"') :].split("</fieldset>")[0]
    shown = " ".join(re.sub(r"<[^>]+>", "", html.unescape(listed)).split())
    assert all(told(one.statement) in shown for one in echoes) and "<q>" not in listed
