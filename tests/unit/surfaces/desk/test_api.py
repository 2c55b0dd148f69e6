"""The interface for programs: rows as the exported tables have them, pages, problems, and a description that is true."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from onrecord.ledger import TABLES, open_ledger
from onrecord.surfaces.desk import shapes
from onrecord.surfaces.desk.app import desk
from onrecord.surfaces.desk.opened import Opened
from onrecord.surfaces.desk.security import Rules
from onrecord.surfaces.rows import table_row
from onrecord.vocabulary import Verdict

SHAPES = {
    "statements": shapes.Statement,
    "articles": shapes.ArticleWithText,
    "actors": shapes.Actor,
    "utterances": shapes.Utterance,
    "disagreements": shapes.Disagreement,
    "positions": shapes.PositionRow,
    "shifts": shapes.ShiftRow,
}
# What lets every row of a table through that the ledger's own export has.
EVERYTHING = {
    "articles": {"text": "1", "versions": "1"},
    "statements": {"versions": "0"},
    "actors": {"places": "1"},
    "disagreements": {"rejected": "1"},
    "positions": {"about": "0", "unsure": "1", "rejected": "1"},
    "shifts": {"rejected": "1"},
}
# So many sound requests, and so many unsound ones, are sent to each address; on every run the same.
REQUESTS = 20


@pytest.mark.parametrize("name", [one for one in TABLES if one != "mentions"])
def test_rows_are_those_of_the_exported_table(story: TestClient, name: str) -> None:
    ledger = story.app.state.opened.ledger  # type: ignore[attr-defined]
    exported = [json.loads(json.dumps(table_row(row))) for row in ledger.table(name)]
    answer = story.get(f"/api/v1/{name}", params={"limit": "1000"} | EVERYTHING.get(name, {})).json()
    assert exported, "the example has rows of every table"
    assert answer["total"] == len(exported)
    assert answer["next"] is None
    assert sorted(answer["rows"], key=lambda row: row["id"]) == sorted(exported, key=lambda row: row["id"])


@pytest.mark.parametrize("name", ["statements", "disagreements", "positions", "shifts"])
def test_a_row_that_is_judged_says_by_whom_when_and_why(story: TestClient, name: str) -> None:
    subject = story.get(f"/api/v1/{name}?limit=1").json()["rows"][0]["id"]
    with open_ledger(story.app.state.opened.path) as ledger:  # type: ignore[attr-defined]
        judge = ledger.judge_statement if name == "statements" else ledger.judge
        made = judge(subject, Verdict.REJECT, by="Ada Test", why="misread")
    rows = story.get(f"/api/v1/{name}", params={"limit": "1000", "status": "rejected"}).json()["rows"]
    found = next(SHAPES[name].model_validate(row) for row in rows if row["id"] == subject)
    assert found.model_dump()["judged"] == {"by": "Ada Test", "at": made.at, "why": "misread"}


@pytest.mark.parametrize("name", SHAPES)
def test_every_row_has_the_fields_that_the_description_gives(story: TestClient, name: str) -> None:
    rows = story.get(f"/api/v1/{name}", params={"limit": "1000"} | EVERYTHING.get(name, {})).json()["rows"]
    for row in rows:
        assert SHAPES[name].model_validate(row).model_dump(mode="json", by_alias=True) == row


def test_questions_and_finds_have_the_fields_that_the_description_gives(story: TestClient) -> None:
    questions = story.get("/api/v1/questions").json()
    assert shapes.Rows[shapes.QuestionRow].model_validate(questions).total == 1
    assert shapes.FoundRows.model_validate(story.get("/api/v1/search", params={"q": "pact"}).json()).statements_total > 0
    assert shapes.Rows[shapes.Article].model_validate(story.get("/api/v1/articles").json()).total > 0


def test_pages_follow_one_another_until_all_rows_are_had(story: TestClient) -> None:
    address, ids, total = "/api/v1/statements?kind=direct&limit=7", [], 0
    while address:
        answer = story.get(address).json()
        ids += [row["id"] for row in answer["rows"]]
        address, total = answer["next"], answer["total"]
    assert len(ids) == len(set(ids)) == total > 7


def test_a_search_goes_on_as_long_as_either_list_does(story: TestClient) -> None:
    address, statements, articles = "/api/v1/search?q=pact&limit=5", 0, 0
    while address:
        answer = story.get(address).json()
        statements, articles, address = statements + len(answer["statements"]), articles + len(answer["articles"]), answer["next"]
    assert (statements, articles) == (answer["statements_total"], answer["articles_total"])


def test_filters_are_those_of_the_pages(story: TestClient) -> None:
    all_of = story.get("/api/v1/statements").json()["total"]
    direct = story.get("/api/v1/statements?kind=direct").json()
    assert 0 < direct["total"] < all_of
    assert {row["kind"] for row in direct["rows"]} == {"direct"}
    assert story.get("/api/v1/positions?second_hand=1").json()["total"] < story.get("/api/v1/positions").json()["total"]
    assert story.get("/api/v1/statements?status=rejected").json()["total"] == 0


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/api/v1/statements?limit=0", 400, "limit"),
        ("/api/v1/statements?limit=1001", 400, "limit"),
        ("/api/v1/statements?speeker=x", 400, "speeker"),
        ("/api/v1/statements?since=2031-02-31", 400, "2031-02-31"),
        ("/api/v1/statements?since=2032-01-01&until=2031-01-01", 400, "swap"),
        ("/api/v1/search", 400, "q"),
        ("/api/v1/nothing", 404, "openapi.json"),
    ],
)
def test_what_cannot_be_answered_is_a_problem_that_says_why(client: TestClient, address: str, status: int, words: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = shapes.Problem.model_validate(answer.json())
    assert told.status == status
    assert words in told.detail


@pytest.mark.parametrize("view", ["positions", "shifts"])
def test_a_question_that_is_not_followed_is_a_problem_that_names_those_that_are(story: TestClient, view: str) -> None:
    assert story.get(f"/api/v1/{view}?question=veshia-pact").json()["total"] > 0
    told = shapes.Problem.model_validate(story.get(f"/api/v1/{view}?question=nope").json())
    assert told.status == 400
    assert "no question “nope” is followed" in told.detail and "veshia-pact" in told.detail
    for address in (f"/take/{view}.csv?question=nope", f"/takeaway?view={view}&question=nope"):
        assert story.get(address).status_code == 400


@pytest.mark.parametrize(
    ("asked", "status"), [({"params": {"q": "x" * 9_000}}, 414), ({"headers": {"host": "elsewhere.example"}}, 400)]
)
def test_what_is_refused_before_the_interface_is_asked_is_a_problem_too(
    client: TestClient, asked: dict[str, dict[str, str]], status: int
) -> None:
    answer = client.get("/api/v1/search", **asked)  # type: ignore[arg-type]
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert shapes.Problem.model_validate(answer.json()).status == status


def test_who_has_no_token_is_told_how_to_bring_it(serve: Callable[..., TestClient]) -> None:
    closed = serve(rules=Rules(token="harbour"))
    answer = closed.get("/api/v1/statements")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert closed.get("/api/v1/statements", headers={"authorization": "Bearer harbour"}).json()["total"] == 0


def test_a_statement_says_who_confirmed_it(client: TestClient) -> None:
    before = client.get("/api/v1/statements").json()["rows"][0]
    assert (before["status"], before["by"]) == ("candidate", None)
    with open_ledger(client.app.state.opened.path) as ledger:  # type: ignore[attr-defined]
        ledger.judge_statement(before["id"], Verdict.CONFIRM, by="Ada Test")
    (after,) = client.get("/api/v1/statements?status=confirmed").json()["rows"]
    assert (after["id"], after["status"], after["by"], after["confidence"]) == (before["id"], "confirmed", "Ada Test", 1.0)


def test_nothing_can_be_written(client: TestClient, decide: Callable[..., object]) -> None:
    answer = decide(client, "/api/v1/statements")
    assert answer.status_code == 405  # type: ignore[attr-defined]
    assert answer.headers["allow"] == "GET, HEAD"  # type: ignore[attr-defined]


def test_the_description_names_every_address_and_what_may_go_wrong(client: TestClient) -> None:
    told = client.get("/api/v1/openapi.json").json()
    assert set(told["paths"]) == {f"/api/v1/{one}" for one in (*SHAPES, "questions", "search")}
    for path in told["paths"].values():
        assert set(path) == {"get"}
        assert path["get"]["description"]
        assert set(path["get"]["responses"]) == {"200", "4XX", "5XX"}
        assert all(one["in"] == "query" for one in path["get"]["parameters"])


def test_whatever_the_description_allows_is_answered_as_it_says(story_file: Path) -> None:
    """Fuzzed from its own OpenAPI, for a bounded number of requests: sound ones, and unsound ones."""
    app = desk(
        Opened(story_file, read_only=True), Rules(hosts=frozenset(["localhost", "testserver", "127.0.0.1"]), read_only=True)
    )
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    schema.config.checks.negative_data_rejection.expected_statuses.append("414")  # unsound, and longer than any address may be
    kept = [
        not_a_server_error,
        checks.status_code_conformance,
        checks.content_type_conformance,
        checks.response_schema_conformance,
        checks.negative_data_rejection,
    ]
    calm = settings(
        max_examples=REQUESTS,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    sent = []
    for operation in schema.get_all_operations():
        one = operation.ok()
        for mode in (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE):

            @calm
            @given(case=one.as_strategy(generation_mode=mode))
            def fuzzed(case: schemathesis.Case) -> None:
                answer = case.call()
                case.validate_response(answer, checks=kept)
                sent.append(answer.status_code)

            fuzzed()
    assert 200 in sent
    assert 400 in sent


def test_a_ledger_of_full_records_is_answered_too(client: TestClient) -> None:
    with open_ledger(client.app.state.opened.path, read_only=True) as ledger:  # type: ignore[attr-defined]
        exported = [json.loads(json.dumps(table_row(row))) for row in ledger.table("statements")]
    assert client.get("/api/v1/statements?order=added").json()["rows"] == exported
