"""Files of what a page shows: the rows that it counts, in each format, under a name and a type that programs know."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
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
