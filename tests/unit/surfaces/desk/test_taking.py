"""Files of what a page shows: the rows that it counts, in each format, under a name and a type that programs know."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient
from pyarrow import parquet

from onrecord.surfaces.desk import links
from onrecord.surfaces.desk.offering import DOSSIER, FORMATS, TOLD, formats_of
from onrecord.surfaces.desk.selecting import VIEWS

TABLES = [view for view, about in VIEWS.items() if view == about.table]
ATOM = "{http://www.w3.org/2005/Atom}"
FILTERS: list[tuple[str, dict[str, str]]] = [
    *((view, {}) for view in TABLES),
    ("statements", {"kind": "direct"}),
    ("statements", {"q": "pact", "order": "oldest"}),
    ("articles", {"q": "pact"}),
    ("actors", {"type": "person"}),
    ("actors", {"places": "1"}),
    ("utterances", {"statements": "2"}),
    ("positions", {"position": "opposes", "reading": "should"}),
    ("shifts", {"kind": "reversal"}),
    ("statements", {"speaker": "nobody at all"}),
]


def rows_in(answer: httpx.Response, form: str) -> int:
    match form:
        case "csv":
            return len(list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))))
        case "jsonl":
            return len([json.loads(line) for line in answer.text.splitlines() if line])
    return int(parquet.read_metadata(io.BytesIO(answer.content)).num_rows)


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize(("view", "asked"), FILTERS)
def test_a_file_has_the_rows_that_the_page_counts(story: TestClient, view: str, asked: dict[str, str], form: str) -> None:
    answer = story.get(links.taken_url(view, form, **asked))
    assert answer.status_code == 200
    assert rows_in(answer, form) == story.get(f"/api/v1/{view}", params=asked).json()["total"]
    assert answer.headers["content-length"] == str(len(answer.content))


def test_a_search_and_its_file_count_the_same(story: TestClient) -> None:
    found = story.get("/api/v1/search", params={"q": "pact"}).json()
    assert rows_in(story.get("/take/search.jsonl?q=pact"), "jsonl") == found["statements_total"]
    direct = story.get("/api/v1/statements?q=pact&kind=direct").json()["total"]
    assert rows_in(story.get("/take/search.csv?q=pact&kind=direct"), "csv") == direct
    assert rows_in(story.get("/take/articles.jsonl?q=pact&in=articles"), "jsonl") == found["articles_total"]


@pytest.mark.parametrize("form", ["webannotation", "schema-org", "footnotes", "csl-json", "ris"])
def test_statements_are_had_as_annotations_and_references(story: TestClient, form: str) -> None:
    answer = story.get(f"/take/statements.{form}?kind=direct")
    total = story.get("/api/v1/statements?kind=direct").json()["total"]
    assert answer.headers["content-type"] == FORMATS[form].media_type
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="veshia-statements.{FORMATS[form].suffix}"')
    counts: dict[str, Callable[[], int]] = {
        "webannotation": lambda: answer.json()["total"],
        "schema-org": lambda: len(answer.json()["@graph"]),
        "footnotes": lambda: sum(line.startswith("[^") for line in answer.text.splitlines()),
        "csl-json": lambda: len(answer.json()),
        "ris": lambda: answer.text.count("TY  - "),
    }
    assert counts[form]() == total


def test_the_feed_leads_to_itself_and_to_the_pages_of_statements(story: TestClient) -> None:
    answer = story.get("/take/statements.atom?kind=direct")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert "content-disposition" not in answer.headers
    feed = ElementTree.fromstring(answer.content)
    own = feed.find(f"{ATOM}link[@rel='self']")
    assert own is not None
    assert own.get("href") == "http://127.0.0.1:8737/take/statements.atom?kind=direct"
    page = feed.find(f"{ATOM}entry/{ATOM}link[@rel='alternate']")
    assert page is not None
    assert story.get(str(page.get("href"))).status_code == 200


@pytest.mark.parametrize(("form", "suffix"), [("html", "html"), ("markdown", "md")])
def test_a_dossier_is_one_document(story: TestClient, form: str, suffix: str) -> None:
    question = story.get("/api/v1/questions").json()["rows"][0]
    answer = story.get(links.taken_url(DOSSIER, form, question=question["id"]))
    assert answer.headers["content-type"] == FORMATS[form].media_type
    assert f'filename="veshia-{question["id"]}.{suffix}"' in answer.headers["content-disposition"]
    assert question["question"].split()[0] in answer.text
    assert story.get(f"/take/dossier.{form}").status_code == 200, "where one question is followed it need not be named"
    assert story.get(f"/take/dossier.{form}?question=other").status_code == 400


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/take/nothing.csv", 404, "Nothing in this ledger"),
        ("/take/statements.docx", 400, "one of csv, jsonl, parquet"),
        ("/take/statements", 400, "one of csv"),
        ("/take/actors.ris", 400, "one of csv, jsonl, parquet"),
        ("/take/dossier.csv", 400, "html, markdown"),
        ("/take/dossier.html", 400, "none is followed"),
        ("/take/statements.csv?since=yesterday", 400, "not a day"),
    ],
)
def test_what_cannot_be_taken_says_why(
    client: TestClient, words_of: Callable[[httpx.Response], str], address: str, status: int, words: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert words in words_of(answer)
    assert "content-disposition" not in answer.headers


def test_an_excel_file_has_its_mark_and_no_formula(client: TestClient) -> None:
    content = client.get("/take/articles.csv").content
    assert content.startswith("\ufeff".encode())
    assert "näws" in content.decode("utf-8-sig")


def test_the_page_explains_every_format_and_leads_to_every_view(
    story: TestClient, words_of: Callable[[httpx.Response], str]
) -> None:
    page = story.get("/takeaway")
    for view in TABLES:
        assert links.taken_url(view, "csv") in page.text
        assert TOLD[view] in words_of(page)
    for form in formats_of("statements"):
        assert FORMATS[form].purpose in words_of(page)
    assert "/take/dossier.html?question=" in page.text


def test_the_page_of_one_view_has_its_filters_in_every_link(story: TestClient, words_of: Callable[[httpx.Response], str]) -> None:
    page = story.get("/takeaway?view=statements&kind=direct")
    total = story.get("/api/v1/statements?kind=direct").json()["total"]
    assert f"{total} statements" in words_of(page)
    for form in formats_of("statements"):
        assert links.taken_url("statements", form, kind="direct") in page.text


def test_a_dossier_is_shown_with_its_own_style_and_nothing_else(story: TestClient) -> None:
    answer = story.get("/take/dossier.html")
    policy = dict(part.strip().partition(" ")[::2] for part in answer.headers["content-security-policy"].split(";"))
    (style,) = re.findall("<style>(.*?)</style>", answer.text, re.DOTALL)
    own = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == {
        "default-src": "'none'",
        "style-src": f"'sha256-{own}'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    assert not re.search(r"<[^>]* (?:style|on\w+)=", answer.text), "a style in an attribute would not be let through"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "script-src 'self'" in story.get("/take/dossier.markdown").headers["content-security-policy"]


def test_pages_lead_to_all_formats_of_what_they_show(story: TestClient) -> None:
    for address, view, asked in (
        ("/search?q=pact&kind=direct", "search", {"q": "pact", "kind": "direct"}),
        ("/actors?type=person", "actors", {"type": "person"}),
        ("/utterances?reports=2", "utterances", {"reports": "2"}),
    ):
        found = html.unescape(story.get(address).text)
        offered = [link for link in re.findall(r'href="(/takeaway\?[^"]*)"', found) if f"view={view}" in link]
        assert offered, address
        assert dict(parse_qsl(urlsplit(offered[0]).query)) == asked | {"view": view}
        assert story.get(offered[0]).status_code == 200


def test_the_page_of_a_question_leads_to_its_dossier(story: TestClient) -> None:
    question = story.get("/api/v1/questions").json()["rows"][0]["id"]
    page = story.get(links.question_url(question)).text
    assert all(links.taken_url(DOSSIER, form, question=question) in page for form in formats_of(DOSSIER))


@pytest.mark.parametrize("asked", ["q=pact", "q=pact&kind=direct", "kind=direct&order=oldest"])
def test_the_file_of_a_search_has_as_many_rows_as_its_page_counts(
    story: TestClient, words_of: Callable[[httpx.Response], str], asked: str
) -> None:
    page = story.get(f"/search?{asked}")
    address = next(link for link in re.findall('href="([^"]*)"', page.text) if link.startswith("/take/search.jsonl"))
    number = rows_in(story.get(html.unescape(address)), "jsonl")
    assert number and f"of {number} statement" in words_of(page)


def test_the_file_of_a_former_version_has_its_statements(serve: Callable[..., TestClient]) -> None:
    from ledger_builders import MEER, VESK, record  # noqa: PLC0415

    old, new = record(VESK, url="https://a.example"), record(VESK, MEER, url="https://a.example")
    client = serve(old, new)
    for one in (old, new):
        page = client.get(links.article_url(one.article.id)).text
        address = next(link for link in re.findall('href="([^"]*)"', page) if link.startswith("/take/statements.jsonl"))
        assert rows_in(client.get(html.unescape(address)), "jsonl") == len(one.statements)
