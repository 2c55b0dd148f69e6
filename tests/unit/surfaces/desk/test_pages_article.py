"""The pages of articles and statements."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from fastapi.testclient import TestClient
from ledger_builders import MEER, new_ledger, record
from markupsafe import Markup

from onrecord.ledger import Ledger, StatementQuery, open_ledger
from onrecord.surfaces import sentences
from onrecord.surfaces.desk import links, showing
from onrecord.text.paragraphs import paragraphs
from onrecord.vocabulary import Verdict

Serve = Callable[..., TestClient]
Words = Callable[..., str]


def ledger_of(client: TestClient) -> Ledger:
    ledger: Ledger = client.app.state.opened.ledger  # type: ignore[attr-defined]
    return ledger


def test_the_text_is_as_printed_paragraph_by_paragraph(story: TestClient) -> None:
    for row in ledger_of(story).articles():
        page = story.get(links.article_url(row.id)).text
        record = ledger_of(story).record(row.id)
        assert record is not None
        body = page[page.index('<div class="printed-text">') : page.index("<aside>")]
        shown = re.findall(r'<p id="p(\d+)"[^>]*>(.*?)</p>', re.sub(r'<a class="footmark".*?</a>', "", body), re.DOTALL)
        expected = [
            (str(start), " ".join(record.article.text[start:end].split())) for start, end in paragraphs(record.article.text)
        ]
        assert [(start, Markup(words).striptags()) for start, words in shown] == expected


def test_every_statement_is_marked_numbered_and_linked(story: TestClient) -> None:
    row = next(ledger_of(story).articles())
    page = story.get(links.article_url(row.id)).text
    for one in ledger_of(story).statements(StatementQuery(article=row.id)):
        assert page.count(f'href="{links.statement_url(one.statement.id)}"') >= 2
        assert page.count(f'id="c{one.statement.content[0].start}"') == 1
    assert 'class="source"' in page
    assert 'class="cue"' in page


def test_statements_inside_statements_nest(client: TestClient) -> None:
    row = next(ledger_of(client).articles())
    page = client.get(links.article_url(row.id)).text
    assert re.search(r'<mark class="content"[^>]*>and <mark class="source"[^>]*>.*?</mark>.*?<mark class="content"', page)


def test_mentions_lead_to_their_actors(story: TestClient) -> None:
    row = next(ledger_of(story).articles())
    page = story.get(links.article_url(row.id)).text
    speaker = next(one.statement.speaker for one in ledger_of(story).statements(StatementQuery(article=row.id)))
    assert speaker is not None
    assert speaker.actor
    assert f'class="mention" href="{links.actor_url(speaker.actor)}"' in page


def test_a_place_that_is_asked_for_is_marked(client: TestClient) -> None:
    row = next(ledger_of(client).articles())
    page = client.get(links.article_url(row.id, (0, 12)))
    assert '<mark class="at" id="at">HARBOUR NEWS</mark>' in page.text
    assert client.get(f"/articles/{row.id}?at=5-999999").status_code == 400
    assert client.get(f"/articles/{row.id}?at=x").status_code == 400


def test_the_origin_of_the_text_is_told(client: TestClient, words_of: Words) -> None:
    row = next(ledger_of(client).articles())
    page = client.get(links.article_url(row.id))
    assert 'href="https://herald.example/1" rel="noopener noreferrer external"' in page.text
    told = words_of(page)
    for words in (row.id, "4–5 May 2031", "dateline", "folder/näws.html", "By Nadia Brisk and Tor Hale", "marks-a"):
        assert words in told


def test_versions_lead_to_one_another(serve: Serve, words_of: Words) -> None:
    from ledger_builders import MEER, VESK, record  # noqa: PLC0415

    first, second = record(VESK, url="https://a.example"), record(VESK, MEER, url="https://a.example")
    client = serve(first, second)
    former = client.get(links.article_url(first.article.id))
    assert "This is a former version" in words_of(former)
    assert links.article_url(second.article.id) in former.text
    newer = words_of(client.get(links.article_url(second.article.id)))
    assert "Version 1" in newer
    assert "Version 2 (this one)" in newer


def test_copies_are_told_with_their_original(story: TestClient) -> None:
    copy = next(one for one in ledger_of(story).copies() if one.of_article is not None)
    assert links.article_url(copy.of) in story.get(links.article_url(copy.article.id)).text
    assert "Copies of it" in story.get(links.article_url(copy.of)).text


def test_a_very_long_text_is_shown_in_parts(serve: Serve) -> None:
    from ledger_builders import record, text_of  # noqa: PLC0415

    said = [
        ("Ilse Meer", "said", f"pier {number} of the harbour is shut again for the whole of the winter") for number in range(1500)
    ]
    client = serve(record(*said, text=text_of(*said)))
    row = next(ledger_of(client).articles())
    first = client.get(links.article_url(row.id)).text
    assert "Part 1 of 8" in first
    assert len(first) < 300_000
    assert "pier 1499" not in first
    last = list(ledger_of(client).statements())[-1].statement.content[0]
    there = client.get(links.article_url(row.id, (last.start, last.end))).text
    assert '<mark class="at" id="at">' in there


def test_a_beginning_of_an_id_leads_to_the_whole(client: TestClient) -> None:
    row = next(ledger_of(client).statements())
    assert client.get(f"/statements/{row.statement.id[:6]}").headers["location"] == links.statement_url(row.statement.id)
    assert client.get(f"/articles/{row.article.id[:6]}?at=1-2").headers["location"] == f"/articles/{row.article.id}?at=1-2"


def test_a_statement_tells_who_when_and_what_it_rests_on(client: TestClient, words_of: Words) -> None:
    row = next(one for one in ledger_of(client).statements() if one.statement.said_on)
    page = client.get(links.statement_url(row.statement.id))
    told = words_of(page)
    for words in (
        "Orlan Vesk",
        "President",
        "named in full",
        "1 May 2031",
        "the Tuesday before",
        "on Tuesday",
        "mixed",
        "promise (not done)",
    ):
        assert words in told
    for words in ("Ilse Meer", "Selm", "0.88", "We will open it", "[…]", "and Meer said it is late", "not compared"):
        assert words in told
    assert '<mark class="source">President Orlan Vesk</mark>' in page.text
    assert '<mark class="day" title="what the day rests on">on Tuesday</mark>' in page.text
    assert (
        links.article_url(row.article.id, (row.statement.content[0].start, row.statement.content[-1].end)).replace("&", "&amp;")
        in page.text
    )


def test_what_is_not_known_is_said_to_be_so(client: TestClient, words_of: Words) -> None:
    row = next(one for one in ledger_of(client).statements() if one.statement.speaker is None)
    told = words_of(client.get(links.statement_url(row.statement.id)))
    assert "not known: the text names nobody" in told
    assert "day not known" in told


def test_a_statement_shows_its_positions_with_reason_and_deciding_words(story: TestClient, words_of: Words) -> None:
    held = next(one for one in ledger_of(story).positions() if one.words and not one.second_hand)
    page = story.get(links.statement_url(held.row.statement.id))
    assert sentences.plain(held.reason) in words_of(page)
    assert f'<mark class="deciding">{Markup.escape(held.words[0].text)}</mark>' in page.text
    assert "/utterances/" in page.text


def test_articles_are_listed_with_filters(story: TestClient, words_of: Words) -> None:
    told = words_of(story.get("/articles"))
    total = ledger_of(story).count_articles()
    assert f"1–{total} of {total} articles" in told
    outlet = next(row.outlet for row in ledger_of(story).articles() if row.outlet)
    few = story.get("/articles", params={"outlet": outlet})
    assert few.text.count("<tr>") < story.get("/articles").text.count("<tr>")
    assert "No article fits" in words_of(story.get("/articles?outlet=Nobody"))


def test_paragraphs_around_a_statement_are_its_context() -> None:
    from ledger_builders import record, text_of  # noqa: PLC0415

    said = [("Ilse Meer", "said", f"pier {number} is shut") for number in range(5)]
    made = record(*said, text=text_of(*said))
    places = showing.around(made.article.text, made.statements[2])
    assert [made.article.text[start:end].count("pier") for start, end in places] == [1, 1, 1]
    assert "pier 1" in made.article.text[slice(*places[0])]


def test_a_rejected_or_foreign_ledger_is_left_alone(serve: Serve) -> None:
    client = serve()
    with open_ledger(client.app.state.opened.path) as ledger:  # type: ignore[attr-defined]
        assert ledger.count_articles() == 0
    assert client.get("/articles").status_code == 200


def test_an_outlet_that_is_not_known_is_said_to_be_so_and_the_file_is_named_as_one(serve: Serve, words_of: Words) -> None:
    from ledger_builders import record  # noqa: PLC0415

    made = record(outlet=None, path="/home/someone/private/harbour.txt")
    client = serve(made)
    page = client.get(links.article_url(made.article.id))
    assert "File harbour.txt Published" in words_of(page)
    assert page.text.count("/home/someone/private") == page.text.count('title="/home/someone/private/harbour.txt"') == 1
    one = made.statements[0].id
    for address in (links.statement_url(one), "/search?order=newest", f"/review?statement={one}"):
        page = client.get(address)
        assert "outlet not known (file harbour.txt)" in words_of(page), address
        assert "/home/someone" not in page.text, address


def test_who_is_named_and_does_not_speak_leads_to_the_actor_too(serve: Serve) -> None:
    from ledger_builders import VESK, person, record, silent  # noqa: PLC0415

    vesk = person("Orlan Vesk")
    made = silent(record(VESK), vesk)
    made = replace(made, mentions=tuple(replace(one, actor=vesk.id) for one in made.mentions))
    client = serve(made)
    assert not ledger_of(client).count_statements(StatementQuery(actor=vesk.id))
    assert f'class="mention" href="{links.actor_url(vesk.id)}"' in client.get(links.article_url(made.article.id)).text


def test_a_byline_that_the_text_has_is_not_said_again_above_it(story: TestClient) -> None:
    rows = [row for row in ledger_of(story).articles() if row.byline]
    assert rows
    for row in rows:
        page = story.get(links.article_url(row.id)).text
        assert ('class="zone-byline"' in page) != ('<p class="small">By ' in page), row.id


def test_what_a_day_of_publication_rests_on_is_said_in_plain_english(story: TestClient) -> None:
    row = next(one for one in ledger_of(story).articles() if one.published)
    page = story.get(links.article_url(row.id)).text
    assert f"({row.published.basis.value})" not in page  # type: ignore[union-attr]


def test_a_new_version_says_how_many_decisions_stand_on_the_former_one_alone(
    serve: Serve, words_of: Words, tmp_path: Path
) -> None:
    first, later = record(url="https://herald.example/1"), record(MEER, url="https://herald.example/1")
    with new_ledger(tmp_path / "kept.db", first) as ledger:
        for one in first.statements:
            ledger.judge_statement(one.id, Verdict.CONFIRM, by="Vera")
        ledger.add(later)
    client = serve(path=tmp_path / "kept.db")
    page = client.get(links.article_url(later.article.id))
    assert "1 decision stands on the former version 1 and not on this one" in words_of(page)
    assert f'href="{links.article_url(first.article.id)}">the former version 1</a>' in page.text
    assert "not on this one" not in words_of(client.get(links.article_url(first.article.id)))
