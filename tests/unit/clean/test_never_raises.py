"""Whatever the bytes, reading gives articles and rejections; nothing raises, nothing is printed, every offset holds."""

from __future__ import annotations

import json
import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.clean import read_bytes
from onrecord.vocabulary import Article, Rejection

PAGE = (
    b"<!DOCTYPE html><html><head><title>Harbour</title><script type='application/ld+json'>"
    b'{"@type": "NewsArticle", "headline": "Harbour opens", "datePublished": "2021-04-06", "author": [{"name": "Ida Holm"}]}'
    b"</script><meta property='article:published_time' content='2021-04-06T10:00:00Z'></head><body><article><h1>Harbour</h1>"
    b"<p>The minister of Norland said that the harbour <q>will open</q> in the spring, after <del>no</del> long talks.</p>"
    b"<figure><figcaption>A ship. Photo: P. Aas</figcaption></figure><ul><li>One</li></ul></article></body></html>"
)
ROW = json.dumps({"text": "She said: “It will open.”", "date": "2021-04-06", "author": "Ida"}).encode()
TEXT = "Harbour opens\r\n\r\nBy Ida Holm\r\n\r\nVARNHOLM, April 6 2021 — “It will open,” she said.\r\n\r\n© The Post\r\n".encode()
SAMPLES = ((PAGE, "a.html"), (ROW, "a.jsonl"), (TEXT, "a.txt"), (TEXT, "a.md"), (TEXT, "-"), (ROW, "-"))
FILES = 10_000
# Share of pages among them: a page takes thirty times as long as a text.
PAGES = 0.03


def check(data: bytes, path: str) -> None:
    for result in read_bytes(data, path=path):
        assert isinstance(result, Article | Rejection)
        if isinstance(result, Article):
            result.text.encode()
            position = 0
            for zone in result.zones:
                assert position <= zone.start < zone.end <= len(result.text)
                position = zone.end
            evidence = result.published.evidence if result.published else None
            assert evidence is None or evidence.holds_in(result.text)
        else:
            assert result.detail


names = st.sampled_from(["a.txt", "a.md", "a.html", "a.jsonl", "-"])
relaxed = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


@relaxed
@given(data=st.binary(max_size=2_000), path=names)
def test_arbitrary_bytes_never_raise(data: bytes, path: str) -> None:
    check(data, path)


@relaxed
@given(text=st.text(max_size=2_000), path=names)
def test_arbitrary_text_never_raises(text: str, path: str) -> None:
    check(text.encode("utf-8", "surrogatepass"), path)


@relaxed
@given(
    body=st.text(max_size=500), tag=st.sampled_from(["p", "q", "del", "figcaption", "article", "script", "h1", "table", "time"])
)
def test_bytes_that_look_like_a_page_never_raise(body: str, tag: str) -> None:
    check(f"<html><body><{tag} class='{body}'>{body}</{tag}>{body}".encode("utf-8", "surrogatepass"), "a.html")


@relaxed
@given(
    row=st.dictionaries(
        st.sampled_from(["text", "html", "url", "author", "date", "source", "title"]),
        st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | st.text(), st.lists, max_leaves=6),
    )
)
def test_any_object_in_json_lines_never_raises(row: dict[str, object]) -> None:
    check(json.dumps(row).encode(), "a.jsonl")


@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 50_000 + b"text",
        b"<q>" * 3_000 + b"text" + b"</q>" * 3_000,
        b"<html><body>" + b"<blockquote><p>words " * 2_000,
        b'<html><script type="application/ld+json">' + b"[" * 100_000,
        b'<html><script type="application/ld+json">' + b'{"a":' * 100_000,
        b"[" * 100_000,
        b'{"text":' * 100_000,
        b"<!--" * 50_000,
        b"<?xml version='1.0' encoding='utf-16'?><html><body><p>words</p></body></html>",
        b"<html><head><meta charset='rot13'></head><body><p>words</p></body></html>",
        b"<html><head><meta charset='zlib'></head><body><p>words</p></body></html>",
        b"\xff\xfe" + b"a\x00\x00\xd8",
        b"- " * 50_000,
        b"!" * 200_000,
        b"By " + b"A-" * 50_000,
        b"By " + b"Aa, " * 50_000,
        b"A" * 200_000 + b" said",
        b"2021-04-06 " * 20_000,
        b"(photo: " * 20_000,
        b"*" * 100_000 + b"x",
        ("“" * 100_000).encode(),
    ],
)
def test_hostile_shapes_are_read_or_rejected_in_good_time(data: bytes) -> None:
    for path in ("a.html", "a.txt", "-"):
        started = time.process_time()
        check(data, path)
        assert time.process_time() - started < 20


def test_ten_thousand_mutated_files_never_raise_and_print_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    source = random.Random(20211)
    for _ in range(FILES):
        sample, path = source.choice(SAMPLES[1:] if source.random() > PAGES else SAMPLES[:1])
        check(mutated(sample, source), path)
    assert capfd.readouterr() == ("", "")


def mutated(sample: bytes, source: random.Random) -> bytes:
    data = bytearray(sample if source.random() < 0.9 else source.randbytes(300))
    for _ in range(source.randint(1, 8)):
        place = source.randrange(len(data) + 1)
        match source.randrange(4):
            case 0:
                data[place:place] = source.randbytes(source.randint(1, 6))
            case 1:
                del data[place : place + source.randint(1, 40)]
            case 2:
                data[place:place] = data[: source.randrange(60)]
            case _:
                data[place : place + 1] = source.choice(
                    [b"<", b">", b'"', b"{", b"\x00", b"\xff", b"\\", b"\n", b"&#xD800;", b"</p>"]
                )
    return bytes(data)
