"""The desk as an application: every page answers, errors are pages, files that ship are kept by browsers."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient

from onrecord.ledger import ReviewKind, ReviewQuery, open_ledger
from onrecord.surfaces.cli import serving
from onrecord.surfaces.desk import deciding, links
from onrecord.surfaces.desk.app import desk
from onrecord.surfaces.desk.opened import Opened, ReadOnlyError
from onrecord.surfaces.desk.security import Rules
from onrecord.vocabulary import LedgerError, OnrecordError


@pytest.mark.parametrize("path", ["/", "/articles", "/search", "/search?q=harbour", "/static/desk.css", "/static/desk.js"])
def test_the_pages_of_the_foundation_answer(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200


def test_what_is_not_there_is_a_page_that_says_so(client: TestClient) -> None:
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "Nothing in this ledger has that address" in answer.text
    assert "Search the record" in answer.text


@pytest.mark.parametrize("path", ["/articles/ffffffffffffffff", "/statements/ffffffffffffffff"])
def test_an_id_that_fits_nothing_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path", ["/articles/xyz", "/statements/..%2f..", "/articles?since=May", "/articles?page=0", "/articles?order=x"]
)
def test_what_makes_no_sense_is_a_page_that_says_what_is_allowed(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (400, 404)
    assert answer.headers["content-type"].startswith("text/html")
    assert "Traceback" not in answer.text


def test_programs_are_told_of_errors_as_objects(client: TestClient) -> None:
    answer = client.get("/api/v1/nowhere")
    assert answer.status_code == 404
    assert answer.json()["status"] == 404


def test_an_error_of_ours_shows_no_traceback_and_is_numbered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.db"
    open_ledger(path).close()
    app = desk(Opened(path), Rules())

    def broken() -> None:
        raise RuntimeError("secret inside")

    app.add_api_route("/broken", broken)
    answer = TestClient(app, base_url="http://127.0.0.1").get("/broken")
    assert answer.status_code == 500
    assert "secret inside" not in answer.text
    assert "Traceback" not in answer.text
    assert "Content-Security-Policy" in answer.headers
    assert "secret inside" in capsys.readouterr().err


def test_the_head_of_a_page_is_answered_without_its_body(client: TestClient) -> None:
    answer = client.head("/articles")
    assert answer.status_code == 200
    assert answer.text == ""


def test_shipped_files_are_kept_by_their_fingerprint(client: TestClient) -> None:
    assert "immutable" in client.get(links.static_url("desk.css")).headers["cache-control"]
    assert "immutable" not in client.get("/static/desk.css").headers["cache-control"]
    assert client.get("/static/../app.py").status_code == 404
    assert client.get("/static/%2e%2e/app.py").status_code == 404


def test_no_page_has_inline_scripts_styles_or_handlers(story: TestClient) -> None:
    import re  # noqa: PLC0415

    ledger = story.app.state.opened.ledger  # type: ignore[attr-defined]
    article, statement = next(ledger.articles()), next(ledger.statements())
    pages = ["/", "/articles", "/search?q=door", links.article_url(article.id), links.statement_url(statement.statement.id)]
    for path in pages:
        text = story.get(path).text
        assert "<style" not in text
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), path
        assert not re.search(r"<[^>]+\s(?:style|on\w+)=", text), path
        assert not re.search(r'(?:src|href)="(?:https?:)?//(?![^"]*example)', text), path


def test_what_was_worked_out_is_remembered_until_the_file_changes(tmp_path: Path) -> None:
    from ledger_builders import full_record  # noqa: PLC0415

    path = tmp_path / "a.db"
    open_ledger(path).close()
    opened = Opened(path)
    asked: list[int] = []

    def count(_: object) -> int:
        asked.append(opened.ledger.count_articles())
        return asked[-1]

    assert [opened.kept("n", count), opened.kept("n", count)] == [0, 0]
    assert len(asked) == 1
    with opened.writing() as ledger:
        ledger.add(full_record())
    assert opened.kept("n", count) == 1
    opened.close()


def test_a_file_that_takes_the_place_of_the_former_is_read(tmp_path: Path) -> None:
    from ledger_builders import full_record  # noqa: PLC0415

    path, other = tmp_path / "a.db", tmp_path / "b.db"
    open_ledger(path).close()
    with open_ledger(other) as ledger:
        ledger.add(full_record())
    opened = Opened(path)
    assert opened.ledger.count_articles() == 0
    other.replace(path)
    assert opened.ledger.count_articles() == 1
    opened.close()


def test_a_desk_for_reading_only_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_ledger(path).close()
    with pytest.raises(ReadOnlyError), Opened(path, read_only=True).writing():
        pass


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"):
        Opened(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/a\nb"])
def test_a_decision_leads_back_to_pages_of_the_desk_only(back: str) -> None:
    assert deciding.decided("Ada", "", back).redirect("/articles").headers["location"] == "/articles"


def test_who_decides_is_kept_and_has_to_be_given() -> None:
    answer = deciding.decided("  Zoë  Müller ", " because ", "/articles?page=2").redirect("/")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/articles?page=2"
    assert "desk-by=Zo%C3%AB%20M%C3%BCller" in answer.headers["set-cookie"]
    assert "HttpOnly" in answer.headers["set-cookie"]


def test_every_page_has_a_title_landmarks_and_a_way_past_the_head(client: TestClient, words_of: Callable[..., str]) -> None:
    page = client.get("/articles")
    for mark in ('<html lang="en"', "<title>", '<a class="skip" href="#main"', "<main", "<nav", "<footer", "<h1"):
        assert mark in page.text
    assert page.text.count("<h1") == 1
    assert "Harbour to open" in words_of(page)


@pytest.mark.parametrize(("cookie", "theme"), [("dark", 'data-theme="dark"'), ("light", 'data-theme="light"'), ("x<y", "")])
def test_the_theme_that_was_chosen_is_in_the_page_from_the_start(client: TestClient, cookie: str, theme: str) -> None:
    page = client.get("/articles", headers={"cookie": f"desk-theme={cookie}"}).text
    assert (theme in page) if theme else ("data-theme=" not in page)


def test_the_command_prints_an_address_that_answers_and_ends_quietly(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_ledger(path).close()
    command = [sys.executable, "-m", "onrecord", "serve", "--ledger", str(path), "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        address = served.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        assert "Nothing is on record here yet" in httpx.get(address, timeout=20).text
        served.send_signal(signal.SIGINT)
        _, complaints = served.communicate(timeout=20)
    assert served.returncode == 0
    assert "Traceback" not in complaints


def test_it_ends_quietly_while_it_works_out_what_a_decision_leads_to(story_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(story_file, tmp_path / "story.db"))
    with open_ledger(path) as ledger:
        position = ledger.review(ReviewQuery(kinds=[ReviewKind.POSITION], limit=1))[0].subject
    command = [sys.executable, "-m", "onrecord", "serve", "--ledger", str(path), "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        address = served.stdout.readline().strip()
        with httpx.Client(base_url=address, timeout=20) as reader:
            page = reader.get("/review", params={"position": position}).text
            form = {name: re.findall(rf'name="{name}" value="(\w+)"', page)[0] for name in ("form", "seen")}
            form |= {"thing": "position", "subject": position, "verdict": "confirm", "by": "Ada Test"}
            assert reader.post("/review/decide", data=form, headers={"origin": address.rstrip("/")}).status_code == 303
        served.send_signal(signal.SIGINT)
        _, complaints = served.communicate(timeout=60)
    assert served.returncode == 0
    assert "Traceback" not in complaints and "ERROR" not in complaints, complaints
    with open_ledger(path) as ledger:
        assert ledger.unplaced()  # the next decision, or `onrecord relate`, goes on with it
        assert list(ledger.verify()) == []


def test_a_port_in_use_is_a_clear_message(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_ledger(path).close()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OnrecordError, match=f"port {port} is in use.*--port"):
            serving._listen("127.0.0.1", port)
    with pytest.raises(OnrecordError, match="give an address of this machine"):
        serving._listen("192.0.2.7", 0)


def test_another_address_is_printed_with_its_token() -> None:
    assert serving._address("192.0.2.7", 8737, "abc") == "http://192.0.2.7:8737/?token=abc"
    assert serving._address("fd00::7", 8737, "abc") == "http://[fd00::7]:8737/?token=abc"
    assert serving._address("127.0.0.1", 8737, None) == "http://127.0.0.1:8737/"


def test_no_address_at_all_is_refused() -> None:
    with pytest.raises(serving.ServingError, match="give an address of this machine"):
        serving._listen(" ", 0)


def test_a_ledger_that_may_be_written_to_is_not_fixed_and_one_that_is_missing_neither(client: TestClient) -> None:
    path = client.app.state.opened.path  # type: ignore[attr-defined]
    assert not serving._is_fixed(path)
    assert not serving._is_fixed(path.with_name("missing.db"))
