"""The front page."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from fastapi.testclient import TestClient

from onrecord.ledger import open_ledger
from onrecord.vocabulary import Rejection, RejectionReason

Serve = Callable[..., TestClient]
Words = Callable[..., str]


def test_an_empty_ledger_tells_how_to_begin(serve: Serve, words_of: Words) -> None:
    told = words_of(serve().get("/"))
    assert "Nothing is on record here yet" in told
    assert "onrecord add articles/" in told


def test_an_empty_ledger_tells_what_was_rejected(serve: Serve, words_of: Words) -> None:
    client = serve()
    with open_ledger(client.app.state.opened.path) as ledger:  # type: ignore[attr-defined]
        ledger.reject(Rejection("a/short.txt", RejectionReason.TOO_SHORT, "give the whole article"))
    told = words_of(client.get("/"))
    assert "a/short.txt too-short give the whole article" in told


def test_it_counts_what_the_ledger_holds(client: TestClient, words_of: Words) -> None:
    told = words_of(client.get("/"))
    assert "3 statements" in told
    assert "1 article 1 outlet" in told
    assert "Orlan Vesk" in told
    assert "not compared yet" in told
    assert "How often this ledger is wrong is not known" in told
    assert "No question is followed yet" in told


def test_it_is_made_anew_when_the_ledger_changes(client: TestClient, words_of: Words) -> None:
    from ledger_builders import record  # noqa: PLC0415

    assert "2 articles" not in words_of(client.get("/"))
    with open_ledger(client.app.state.opened.path) as ledger:  # type: ignore[attr-defined]
        ledger.add(record())
    assert "2 articles" in words_of(client.get("/"))


def test_a_newcomer_sees_who_moved_and_the_words(story: TestClient, words_of: Words) -> None:
    page = story.get("/")
    told = words_of(page)
    ledger = story.app.state.opened.ledger  # type: ignore[attr-defined]
    newest = list(ledger.shifts())[-1]
    assert newest.actor_name in told
    for held in newest.statements:
        assert " ".join(held.row.statement.content[0].text.split()) in told
        assert f"/statements/{held.row.statement.id}" in page.text
    assert ledger.questions()[0].question.text in told
    assert "<svg" in page.text
    assert "Most quoted" in told


def test_the_chart_has_its_figures_as_a_table(story: TestClient) -> None:
    page = story.get("/").text
    assert "The figures as a table" in page
    assert page.count('class="bar"') > 3
    assert 'class="point fill-opposes"' in page


def test_a_statement_of_an_uncertain_year_puts_no_bar_anywhere(serve: Serve, words_of: Words) -> None:
    from ledger_builders import published, record, said_on  # noqa: PLC0415

    early = record(url="https://a.example", published=published("2027-02-03"), fields={"said_on": said_on("2027-02-03")})
    late = record(url="https://b.example", published=published("2031-02-03"), fields={"said_on": said_on("2031-02-03")})
    vague = record(url="https://c.example", fields={"said_on": said_on("2027-01-01", "2031-12-31")})
    page = serve(early, late, vague).get("/")
    bars = re.findall(r'<a href="([^"]+)"><title>([^<]+)</title><rect class="bar"', page.text)
    assert {words for _, words in bars} == {"February 2027: 2 statements", "February 2031: 2 statements"} | {
        "January–March 2027: 2 statements",
        "January–March 2031: 2 statements",
    }
    assert words_of(page).count("2 statements have no day exact enough to be drawn.") == 2


def test_a_bar_leads_to_the_statements_that_it_counts(serve: Serve, words_of: Words) -> None:
    from ledger_builders import published, record, said_on  # noqa: PLC0415

    sure = record(url="https://a.example", published=published("2031-02-03"), fields={"said_on": said_on("2031-02-03")})
    vague = record(url="https://b.example", fields={"said_on": said_on("2027-01-01", "2031-12-31")})
    client = serve(sure, vague)
    (address, *_) = re.findall(r'<a href="([^"]+)"><title>February 2031: 2 statements', client.get("/").text)
    assert "1–2 of 2 statements" in words_of(client.get(html.unescape(address)))
    assert "1–4 of 4 statements" in words_of(client.get("/search?since=2031-02-01&until=2031-02-28"))
