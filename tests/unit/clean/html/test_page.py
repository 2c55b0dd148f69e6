"""A page gives its article, with what extractors lose mended, and what the page says of itself."""

from __future__ import annotations

import json

import pytest

from onrecord.clean import read_bytes
from onrecord.clean.html import Page, read_page
from onrecord.vocabulary import Article, DateBasis, ZoneKind

LEAD = "The government of Norland said on Tuesday that it would open the harbour of Varnholm to foreign ships again."
SECOND = "Minister Ola Brandt told reporters that the talks with Sudria had been long, and that they were not over yet."
THIRD = "The fish will not wait for us, and neither will the people of this coast, who have seen enough of both sides."


def page(*body: str, head: str = "", title: str = "Norland opens harbour") -> Page:
    inner = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in (LEAD, *body, SECOND, THIRD))
    heading = f"<h1>{title}</h1>" if title else ""
    return read_page(
        f"<!DOCTYPE html><html><head><title>Norland opens harbour | The Norland Post</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a></nav><article>{heading}{inner}</article><footer>All rights reserved</footer></body></html>"
    )


def kind_of(found: Page, text: str) -> ZoneKind | None:
    start = found.text.index(text)
    return next((zone.kind for zone in found.known if zone.start == start and zone.end == start + len(text)), None)


def test_paragraphs_are_blocks_and_the_title_comes_first_and_once() -> None:
    found = page()
    assert found.text == "\n\n".join(("Norland opens harbour", LEAD, SECOND, THIRD))
    assert kind_of(found, "Norland opens harbour") is ZoneKind.TITLE


def test_quotation_marks_of_q_elements_become_characters() -> None:
    text = page("She said that talks <q>will resume <q>very</q> soon</q>, and that was all she said of them.").text
    assert "talks “will resume ‘very’ soon”, and" in text


def test_marks_that_are_written_inside_a_q_element_are_not_doubled() -> None:
    assert "talks “will resume”, and" in page("She said that talks <q>“will resume”</q>, and that was all she said.").text


def test_struck_out_text_is_dropped_and_what_follows_it_stays() -> None:
    text = page("The harbour has <del>forty</del> <s>thirty</s> twenty berths for ships from abroad, all of them in use.").text
    assert "has twenty berths" in text


def test_a_figcaption_is_a_paragraph_of_its_own_and_a_caption() -> None:
    found = page("<figure><img src='a.jpg' alt='x'><figcaption>Minister Brandt speaks in the hall</figcaption></figure>")
    assert kind_of(found, "Minister Brandt speaks in the hall") is ZoneKind.CAPTION
    assert found.text.index(LEAD) < found.text.index("Minister Brandt speaks") < found.text.index(SECOND)


def test_a_blockquote_is_kept_and_an_aside_that_is_a_pull_quote_is_marked_or_left_out() -> None:
    found = page("<blockquote><p>“We never left the table,” she told the reporters in the capital.</p></blockquote>")
    assert "“We never left the table,” she told" in found.text
    pulled = "The fish will not wait for us, and neither will the people"
    found = page(f"<blockquote class='pull-quote'><p>{pulled}</p></blockquote>")
    assert found.text.count(pulled) == 1 or kind_of(found, pulled) is ZoneKind.PULL_QUOTE


def test_a_subtitle_is_kept_under_the_title() -> None:
    found = page("<h2 class='article-subtitle'>Ministers of both coasts meet again</h2>")
    assert "Ministers of both coasts meet again" in found.text


def test_a_double_line_break_ends_a_paragraph_and_a_single_one_inside_a_sentence_does_not() -> None:
    text = page("The first part of the sentence<br>goes on here.<br><br>The next paragraph is this one, and it is longer.").text
    assert "The first part of the sentence goes on here.\n\nThe next paragraph" in text


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_the_article_body_in_the_metadata_is_taken_where_the_extraction_lost_much() -> None:
    body = "\n\n".join(f"{number}. {THIRD}" for number in range(12))
    found = page(head=ld(headline="Norland opens harbour", articleBody=body))
    assert f"11. {THIRD}" in found.text
    assert f"11. {THIRD}" not in page(head=ld(articleBody=THIRD)).text


def test_a_page_that_the_extractor_fails_on_still_gives_its_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.clean.html.main_text.main_body", lambda tree: None)
    assert read_page(f"<div><p>{LEAD}</p><form><p>Search here</p></form><p>{SECOND}</p></div>").text == f"{LEAD}\n\n{SECOND}"


@pytest.mark.parametrize("source", ["", "   ", "<html>", "<!-- -->", "<html><body><script>var a;</script></body></html>"])
def test_a_page_without_text_gives_an_empty_text(source: str) -> None:
    assert read_page(source).text == ""


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (ld(datePublished="2021-04-06T14:03:00+03:00"), "2021-04-06T14:03:00+03:00"),
        (ld(datePublished="2021-04-06", dateModified="2021-05-01"), "2021-04-06"),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": ["Article"], "datePublished": "2021-04-06"}]}</script>',
            "2021-04-06",
        ),
        ('<meta property="article:published_time" content="2021-04-06T14:03:00Z">', "2021-04-06T14:03:00+00:00"),
        ('<meta property="article:modified_time" content="2021-05-06"><meta name="pubdate" content="20210406">', "2021-04-06"),
        ('<meta name="DC.date.issued" content="2021-04-06">', "2021-04-06"),
        ('<link rel="canonical" href="https://norland.example/2021/04/06/harbour">', "2021-04-06"),
    ],
)
def test_the_day_of_publication_is_read_with_its_offset(head: str, expected: str) -> None:
    published = page(head=head).found.published
    assert published is not None
    assert (published.earliest, published.latest, published.basis, published.evidence) == (
        expected, expected, DateBasis.METADATA, None,
    )  # fmt: skip


def test_a_time_element_by_the_headline_is_read_and_one_that_tells_an_update_is_not() -> None:
    updated = '<p class="updated"><time datetime="2021-05-01">1 May</time></p>'
    published = page(f'<header>{updated}<p><time datetime="2021-04-06T10:00">6 April</time></p></header>').found.published
    assert published is not None
    assert published.earliest == "2021-04-06T10:00:00"


def test_a_page_without_a_date_has_none() -> None:
    assert page().found.published is None


def test_outlet_address_title_and_authors_are_read_from_open_graph_and_meta() -> None:
    head = (
        '<meta property="og:site_name" content="The Post"><meta property="og:title" content="Norland opens harbour - The Post">'
        '<link rel="canonical" href="https://norland.example/harbour"><meta name="author" content="By Ida Holm and Per Aas">'
    )
    found = page(head=head).found
    assert (found.outlet, found.url, found.title) == (
        "The Post",
        "https://norland.example/harbour",
        "Norland opens harbour",
    )
    assert found.byline == ("Ida Holm", "Per Aas")


def test_outlet_and_authors_are_read_from_json_ld() -> None:
    found = page(
        head=ld(
            publisher={"@type": "Organization", "name": "The Norland Post"},
            author=[{"@type": "Person", "name": "Ida Holm"}, {"name": "Per Aas"}],
            mainEntityOfPage={"@id": "https://norland.example/harbour"},
        )
    ).found
    assert (found.outlet, found.byline, found.url) == (
        "The Norland Post",
        ("Ida Holm", "Per Aas"),
        "https://norland.example/harbour",
    )


def test_the_printed_headline_wins_over_the_one_for_search_engines_and_another_h1_does_not() -> None:
    og = '<meta property="og:title" content="Norland opens the harbour of Varnholm">'
    assert page(head=og).found.title == "Norland opens harbour"
    assert page(head=og, title="The Norland Post").found.title == "Norland opens the harbour of Varnholm"


def test_the_title_of_the_page_without_the_outlet_is_the_last_resort() -> None:
    assert page(title="").found.title == "Norland opens harbour"


def test_zones_of_a_page_hold_in_the_article() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in (LEAD, SECOND, THIRD, "Source link"))
    source = f"<html><body><article><h1>Norland opens harbour</h1>{paragraphs}</article>"
    (article,) = read_bytes(source.encode(), path="a.html")
    assert isinstance(article, Article)
    marked = {article.text[zone.start : zone.end]: zone.kind for zone in article.zones}
    assert marked == {"Norland opens harbour": ZoneKind.TITLE, "Source link": ZoneKind.BOILERPLATE}
