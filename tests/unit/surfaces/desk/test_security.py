"""Who may ask, what may be sent, and that what articles hold shows as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient

from onrecord.surfaces.cli import serving
from onrecord.surfaces.desk import links
from onrecord.surfaces.desk.security import LOOPBACK, Rules, hosts_for

TOKEN = "a-token-of-this-test"
OWN = {"origin": "http://127.0.0.1:8737"}


@pytest.fixture
def deciding(serve: Callable[..., TestClient]) -> Callable[..., TestClient]:
    """A client of a desk with a page that takes a decision."""

    def made(**about: Any) -> TestClient:
        from ledger_builders import full_record  # noqa: PLC0415

        client = serve(full_record(), **about)
        router = APIRouter()
        router.add_api_route("/decide", lambda: {"decided": True}, methods=["POST"])
        client.app.include_router(router)  # type: ignore[attr-defined]
        return client

    return made


def signed(client: TestClient) -> dict[str, str]:
    client.get("/articles")
    return {"form": client.app.state.rules.signed_form(client.cookies["desk-form"])}  # type: ignore[attr-defined]


def test_every_answer_carries_the_policy(client: TestClient) -> None:
    for path in ("/", "/nowhere", "/articles?page=x", "/static/desk.css", "/api/v1/openapi.json"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:8737", "[::2]"])
def test_a_name_that_is_not_the_desks_own_is_refused_and_told_nothing(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "story-0" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8737", "localhost:8737", "LOCALHOST", "[::1]:8737"])
def test_the_names_of_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


def test_a_decision_from_a_form_of_the_desk_is_taken(deciding: Callable[..., TestClient]) -> None:
    client = deciding()
    assert client.post("/decide", data=signed(client), headers=OWN).json() == {"decided": True}
    assert client.post("/decide", data=signed(client), headers=OWN).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"referer": "https://evil.example/page"},
        {"origin": "http://127.0.0.1:8737", "sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_decision_from_another_place_is_refused(deciding: Callable[..., TestClient], headers: dict[str, str]) -> None:
    client = deciding()
    assert client.post("/decide", data=signed(client), headers=headers).status_code == 403


@pytest.mark.parametrize("form", [{}, {"form": ""}, {"form": "0" * 64}, {"form": "é"}])
def test_a_decision_without_the_signed_value_is_refused(deciding: Callable[..., TestClient], form: dict[str, str]) -> None:
    client = deciding()
    client.get("/articles")
    assert client.post("/decide", data=form, headers=OWN).status_code in (403, 415)


def test_the_signed_value_of_another_browser_does_not_count(deciding: Callable[..., TestClient]) -> None:
    client = deciding()
    form = signed(client)
    client.cookies.clear()
    assert client.post("/decide", data=form, headers=OWN).status_code == 403
    client.cookies.set("desk-form", "another")
    assert client.post("/decide", data=form, headers=OWN).status_code == 403


FOREIGN = pytest.mark.parametrize(
    "beside",
    [
        b'prefs={"theme":"dark"}',
        b"a[b]=x",
        "zz=grüße".encode(),
        b"zz=\xff\xfe",
        b"alone",
        b"=x",
        b";;",
        b'open="quoted',
        b"a=b=c",
    ],
)


@FOREIGN
def test_cookies_of_other_programs_do_not_hinder_a_decision(deciding: Callable[..., TestClient], beside: bytes) -> None:
    client = deciding()
    form = signed(client)
    own = f"desk-form={client.cookies['desk-form']}".encode()
    for sent in (b"; ".join((beside, own)), b"; ".join((own, beside))):
        client.cookies.clear()
        assert client.post("/decide", data=form, headers={**OWN, "cookie": sent}).status_code == 200


@FOREIGN
def test_cookies_of_other_programs_do_not_hide_that_of_the_token(serve: Callable[..., TestClient], beside: bytes) -> None:
    rules = Rules(token=TOKEN, hosts=None)
    client = serve(rules=rules)
    sent = b"; ".join((beside, f"{rules.cookie}={rules.sign('cookie')}".encode()))
    assert client.get("/articles", headers={"cookie": sent}).status_code == 200


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data; boundary=x"])
def test_only_forms_are_taken(deciding: Callable[..., TestClient], kind: str) -> None:
    client = deciding()
    assert client.post("/decide", content=b"{}", headers={**OWN, "content-type": kind}).status_code == 415


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_decide_nothing(deciding: Callable[..., TestClient], method: str) -> None:
    client = deciding()
    assert client.request(method, "/decide", data=signed(client), headers=OWN).status_code == 405


def test_nothing_is_decided_where_the_desk_is_for_reading_only(deciding: Callable[..., TestClient]) -> None:
    client = deciding(read_only=True)
    answer = client.post("/decide", data=signed(client), headers=OWN)
    assert answer.status_code == 403
    assert "reading only" in answer.text


def test_what_is_too_large_is_refused(deciding: Callable[..., TestClient]) -> None:
    client = deciding()
    form = signed(client)
    assert client.post("/decide", data=form | {"why": "x" * 70_000}, headers=OWN).status_code == 413
    parts = iter([b"why=" + b"x" * 40_000, b"x" * 40_000])
    headers = {**OWN, "content-type": "application/x-www-form-urlencoded"}
    assert client.post("/decide", content=parts, headers=headers).status_code == 413
    assert client.post("/decide", data=form | {f"n{number}": "1" for number in range(300)}, headers=OWN).status_code == 400
    assert client.get("/search?q=" + "x" * 9_000).status_code == 414


def test_with_a_token_nobody_else_is_told_anything(serve: Callable[..., TestClient]) -> None:
    from ledger_builders import full_record  # noqa: PLC0415

    client = serve(full_record(), rules=Rules(token=TOKEN, hosts=None))
    for path in ("/", "/articles", "/api/v1/openapi.json", "/nowhere", "/?token=wrong", "/?token="):
        answer = client.get(path)
        assert answer.status_code == 401, path
        assert "story-0" not in answer.text
        assert TOKEN not in answer.text
    assert client.get("/static/desk.css").status_code == 200
    assert client.post("/decide", data={"token": TOKEN}, headers=OWN).status_code == 401


def test_the_token_is_asked_for_once_and_then_kept_in_a_cookie(serve: Callable[..., TestClient]) -> None:
    from ledger_builders import full_record  # noqa: PLC0415

    client = serve(full_record(), rules=Rules(token=TOKEN, hosts=None))
    welcome = client.get(f"/articles?page=1&token={TOKEN}")
    assert welcome.status_code == 303
    assert welcome.headers["location"] == "/articles?page=1"
    cookie = welcome.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert TOKEN not in cookie
    answer = client.get("/articles")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_feed_is_read_by_the_token_in_its_address_and_sets_no_cookie(serve: Callable[..., TestClient], method: str) -> None:
    from ledger_builders import full_record  # noqa: PLC0415

    client = serve(full_record(), rules=Rules(token=TOKEN, hosts=None))
    for _ in range(2):
        feed = client.request(method, f"/take/statements.atom?kind=indirect&token={TOKEN}")
        assert feed.status_code == 200 and feed.headers["content-type"].startswith("application/atom+xml")
        assert "set-cookie" not in feed.headers and feed.headers["cache-control"] == "no-store"
        assert TOKEN not in feed.text and ("kind=indirect" in feed.text or method == "HEAD")
    for address in (
        "/take/statements.atom",
        "/take/statements.atom?token=wrong",
        "/take/statements.atom?token=",
        "/take/statements.atom?token=é",
    ):
        assert client.request(method, address).status_code == 401
    for address in ("/take/statements.csv", "/statements.atom", "/articles"):
        assert client.request(method, f"{address}?token={TOKEN}").status_code == 303
        client.cookies.clear()
    assert client.post(f"/take/statements.atom?token={TOKEN}", headers=OWN).status_code == 401


def test_the_way_back_from_the_token_stays_on_the_desk(serve: Callable[..., TestClient]) -> None:
    client = serve(rules=Rules(token=TOKEN, hosts=None))
    welcome = client.request("GET", f"http://127.0.0.1:8737//evil.example?token={TOKEN}")
    assert not welcome.headers["location"].startswith("//")


def test_programs_give_the_token_as_a_header(serve: Callable[..., TestClient]) -> None:
    client = serve(rules=Rules(token=TOKEN, hosts=None))
    assert client.get("/articles", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert client.get("/articles", headers={"authorization": "Bearer x"}).status_code == 401


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> \"quoted\" 'x' {{ 7*7 }} & <b>"


@pytest.fixture
def hostile(serve: Callable[..., TestClient]) -> TestClient:
    from ledger_builders import record  # noqa: PLC0415

    made = record(
        (f"Ilse {HOSTILE}", "said", f"the harbour {HOSTILE} opens"),
        outlet=f"Herald {HOSTILE}",
        title=f"Title {HOSTILE}",
        byline=(HOSTILE,),
        url="javascript:alert(document.cookie)//harbour",
        path=f"a/{HOSTILE}.txt",
    )
    return serve(made)


def test_what_articles_hold_shows_as_text(hostile: TestClient) -> None:
    ledger = hostile.app.state.opened.ledger  # type: ignore[attr-defined]
    row = next(ledger.statements())
    pages = [
        "/",
        "/articles",
        "/search?q=harbour",
        "/search?in=articles&q=harbour",
        f"/search?q={HOSTILE}",
        "/search?speaker=<script>",
    ]
    pages += [
        links.article_url(row.article.id, (3, 9)),
        links.statement_url(row.statement.id),
        "/articles?outlet=<script>alert(1)",
    ]
    for path in pages:
        text = hostile.get(path).text
        assert "<script>alert" not in text, path
        assert "<img" not in text, path
        assert "<b>" not in text, path
        assert 'href="javascript:' not in text.lower(), path
    article = hostile.get(links.article_url(row.article.id)).text
    assert "javascript:alert(document.cookie)//harbour" in article
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in article
    assert "{{ 7*7 }}" in article


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", " https://a.example", "https://", "//a.example", "ftp://a.example",
     "https://a.example/\nx", "file:///etc/passwd", "http://[broken", None, ""],
)  # fmt: skip
def test_addresses_that_are_no_web_pages_are_not_linked(address: str | None) -> None:
    assert links.outside(address) is None


def test_addresses_of_web_pages_are_linked_as_they_stand() -> None:
    assert links.outside("https://herald.example/1?a=b#c") == "https://herald.example/1?a=b#c"


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("127.8.8.8", True),
        ("0.0.0.0", False),
        ("192.0.2.7", False),
        ("::", False),
        ("desk.example", False),
    ],
)
def test_only_this_machines_own_addresses_need_no_token(host: str, own: bool) -> None:
    assert serving._is_own(host) is own


def test_a_desk_on_an_address_answers_to_it() -> None:
    assert set(hosts_for("192.0.2.7")) == {*LOOPBACK, "192.0.2.7"}
    assert "[fd00::7]" in set(hosts_for("fd00::7"))
