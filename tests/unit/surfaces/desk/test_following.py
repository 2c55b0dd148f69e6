"""What follows from a decision is found after the answer, and where that cannot be, nothing is broken."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from fastapi.testclient import TestClient
from ledger_builders import full_record
from starlette.responses import Response

from onrecord.ledger import Ledger, open_ledger
from onrecord.surfaces.desk.following import followed
from onrecord.surfaces.desk.opened import Opened
from onrecord.vocabulary import Position


def test_a_ledger_that_cannot_be_read_meanwhile_goes_on_waiting(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "story.db") as ledger:
        ledger.add(full_record())
    here = Opened(tmp_path / "story.db")
    (tmp_path / "story.db").write_bytes(b"no ledger any more")
    answer = followed(Response("decided"), here)
    assert answer.background is not None
    asyncio.run(answer.background())


def test_while_the_desk_works_it_out_itself_nobody_is_told_to_do_so(serve: Callable[..., TestClient]) -> None:
    client = serve(full_record())
    here: Opened = client.app.state.opened  # type: ignore[attr-defined]
    actor = next(iter(here.ledger.actors())).actor.id
    seen: list[str] = []
    for address in ("/", "/utterances", "/disagreements", f"/actors/{actor}"):
        assert "onrecord relate" in client.get(address).text, address
        here.follow(lambda _, at=address: seen.append(client.get(at).text))  # type: ignore[misc]
        assert "onrecord relate" not in seen[-1] and "reload in a moment" in seen[-1], address
        assert "reload in a moment" not in client.get(address).text, address


def test_positions_that_a_decision_leaves_unplaced_are_placed_again(story: TestClient) -> None:
    here: Opened = story.app.state.opened  # type: ignore[attr-defined]
    with here.writing() as ledger:
        one = next(one for one in ledger.positions() if one.reading and one.position)
        ledger.correct_position(one.id, None, Position.NOT_ABOUT, by="Ada Test")
    assert here.ledger.unplaced() and not here.ledger.waiting()
    answer = followed(Response("decided"), here)
    assert answer.background is not None
    asyncio.run(answer.background())
    assert not here.ledger.unplaced()
    assert not here.is_following


def test_what_is_decided_while_it_is_worked_out_is_worked_out_at_its_end(serve: Callable[..., TestClient]) -> None:
    here: Opened = serve(full_record()).app.state.opened  # type: ignore[attr-defined]
    found: list[int] = []

    def find(ledger: Ledger) -> None:
        found.append(ledger.count_articles())
        if len(found) == 1:
            with here.writing() as deciding:  # a decision is not kept waiting
                deciding.rename("Orlan Vesk", "Orlan Wesk", by="Ada Test")
            here.follow(find)

    here.follow(find)
    assert found == [1, 1] and not here.is_following
