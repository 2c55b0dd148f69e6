"""The desk's tests: a client on a small ledger made by hand (`client`), and one on the example story, related (`story`)."""

from __future__ import annotations

import html
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2 as httpx
import pytest
from fastapi.testclient import TestClient

from onrecord.surfaces.desk.app import desk
from onrecord.surfaces.desk.opened import Opened
from onrecord.surfaces.desk.security import Rules
from onrecord.vocabulary import Record

# Builders of records that the ledger's tests share.
sys.path.insert(0, str(Path(__file__).parents[2] / "ledger"))
from ledger_builders import full_record, new_ledger

Serve = Callable[..., TestClient]
Decide = Callable[..., httpx.Response]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Makes a client of a desk: `serve(record, …)` on a new ledger with some records, `serve(path=…)` on one that is there."""
    clients: list[TestClient] = []

    def made(*records: Record, path: Path | None = None, rules: Rules | None = None, read_only: bool = False) -> TestClient:
        if path is None:
            path = tmp_path / f"story-{len(clients)}.db"
            new_ledger(path, *records).close()
        rules = rules or Rules(read_only=read_only)
        client = TestClient(
            desk(Opened(path, read_only=read_only), rules),
            base_url="http://127.0.0.1:8737",
            follow_redirects=False,
            raise_server_exceptions=True,
        )
        clients.append(client)
        return client

    yield made
    for client in clients:
        client.app.state.opened.close()  # type: ignore[attr-defined]


@pytest.fixture
def client(serve: Serve) -> TestClient:
    """A client on a ledger of one full record."""
    return serve(full_record())


@pytest.fixture
def story(serve: Serve, story_file: Path, tmp_path: Path) -> TestClient:
    """A client on a copy of the example story, to be read and decided on."""
    return serve(path=Path(shutil.copy(story_file, tmp_path / "veshia.db")))


def _form_of(client: TestClient) -> str:
    client.get("/nowhere")
    rules: Rules = client.app.state.rules  # type: ignore[attr-defined]
    return rules.signed_form(client.cookies["desk-form"])


@pytest.fixture
def decide() -> Decide:
    """Sends a form of decision as a browser does; `by` is "Ada Test" unless another is given."""

    def sent(client: TestClient, action: str, **fields: str) -> httpx.Response:
        signed = {"form": _form_of(client), "by": "Ada Test"}
        return client.post(action, data=signed | fields, headers={"origin": str(client.base_url)})

    return sent


@pytest.fixture
def words_of() -> Callable[[httpx.Response], str]:
    """The words of a page without its mark-up, on one line."""
    return lambda page: " ".join(html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"</?bdi>", "", page.text))).split())
