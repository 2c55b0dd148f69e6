"""What follows from a decision is found while the desk goes on, and where that cannot be, nothing is broken."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from fastapi.testclient import TestClient
from ledger_builders import full_record

from onrecord.ledger import Ledger, open_ledger
from onrecord.surfaces.desk.following import Following, Step
from onrecord.surfaces.desk.opened import Opened
from onrecord.vocabulary import Position

_LONG = 20  # seconds that nothing here comes near to


def test_a_ledger_that_cannot_be_read_meanwhile_goes_on_waiting(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "story.db") as ledger:
        ledger.add(full_record())
    following = Following(tmp_path / "story.db")
    (tmp_path / "story.db").write_bytes(b"no ledger any more")
    following.ask()
    following.wait()
    assert not following.is_at_work


def test_while_the_desk_works_it_out_itself_nobody_is_told_to_do_so(serve: Callable[..., TestClient]) -> None:
    client = serve(full_record())
    here: Opened = client.app.state.opened  # type: ignore[attr-defined]
    actor = next(iter(here.ledger.actors())).actor.id
    ended = threading.Event()
    here.following = Following(here.path, lambda _ledger, _step: ended.wait(_LONG) and None)
    addresses = ("/", "/utterances", "/disagreements", f"/actors/{actor}")
    for address in addresses:
        assert "onrecord relate" in client.get(address).text, address
    here.following.ask()
    for address in addresses:
        shown = client.get(address).text
        assert "onrecord relate" not in shown and "reload in a moment" in shown, address
    ended.set()
    here.following.wait()
    for address in addresses:
        assert "reload in a moment" not in client.get(address).text, address


def test_positions_that_a_decision_leaves_unplaced_are_placed_again(story: TestClient) -> None:
    here: Opened = story.app.state.opened  # type: ignore[attr-defined]
    with here.writing() as ledger:
        one = next(one for one in ledger.positions() if one.reading and one.position)
        ledger.correct_position(one.id, None, Position.NOT_ABOUT, by="Ada Test")
        assert ledger.unplaced() and not ledger.waiting()
    here.following.wait()
    assert not here.ledger.unplaced()
    assert not here.following.is_at_work


def test_what_is_decided_while_it_is_worked_out_is_worked_out_at_its_end(serve: Callable[..., TestClient]) -> None:
    here: Opened = serve(full_record()).app.state.opened  # type: ignore[attr-defined]
    found: list[int] = []

    def find(ledger: Ledger, _: Step) -> None:
        found.append(ledger.count_articles())
        if len(found) == 1:
            with here.writing() as deciding:  # a decision is not kept waiting
                deciding.rename("Orlan Vesk", "Orlan Wesk", by="Ada Test")

    here.following = Following(here.path, find)
    here.following.ask()
    here.following.wait()
    assert found == [1, 1] and not here.following.is_at_work


def test_a_desk_that_is_closed_ends_the_work_after_the_step_in_hand(serve: Callable[..., TestClient]) -> None:
    here: Opened = serve(full_record()).app.state.opened  # type: ignore[attr-defined]
    begun, steps = threading.Event(), list[int]()

    def find(_: Ledger, step: Step) -> None:
        for number in range(1, 1000):
            steps.append(number)
            begun.set()
            threading.Event().wait(0.01)
            step(number, 1000)

    here.following = Following(here.path, find)
    here.following.ask()
    assert begun.wait(_LONG)
    here.following.stop()
    assert not here.following.is_at_work and len(steps) < 999
    here.following.ask()
    assert not here.following.is_at_work
