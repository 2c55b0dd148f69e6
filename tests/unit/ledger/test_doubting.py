"""Positions that a person decided on, of statements that were put right since: nobody decided on what stands there now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ledger_builders import new_ledger, person
from question_builders import CHARTER, FakePlacer
from relation_builders import FakeRelater, report

from onrecord.ledger import Ledger, PositionQuery, PositionRow, ReviewKind, ReviewQuery
from onrecord.vocabulary import Position, Reading, Verdict

VESK, MEER = person("Orlan Vesk"), person("Ilse Meer")


class SurePlacer(FakePlacer):
    """So sure of each position that no person is asked about it."""

    def _taken(self, *asked: Any) -> list[Any]:
        return [replace(one, confidence=0.95) for one in super()._taken(*asked)]


@pytest.fixture
def kept(path: Path) -> Iterator[Ledger]:
    said = [(VESK, "Selm will get its charter this year"), (MEER, "the boats will stay")]
    with new_ledger(path, report("Herald", "2031-05-04", *said)) as opened:
        opened.add_question(CHARTER, "charter")
        follow(opened)
        yield opened
        assert list(opened.verify()) == []


def follow(ledger: Ledger) -> SurePlacer:
    placer = SurePlacer()
    ledger.relate(FakeRelater())
    ledger.place(placer)
    assert list(ledger.verify()) == []
    return placer


def held(ledger: Ledger) -> PositionRow:
    (found,) = ledger.positions(PositionQuery(rejected=True))
    return found


def asked(ledger: Ledger) -> list[str]:
    return [one.why for one in ledger.review(ReviewQuery(kinds=[ReviewKind.POSITION]))]


def without_the_year(one: PositionRow) -> dict[str, Any]:
    (span,) = one.row.statement.content
    return {"content": [(span.start, span.end - len(" this year"))]}


RIGHT: list[tuple[dict[str, Any] | None, str]] = [
    (None, "of other words"),
    ({"speaker": "Ilse Meer"}, "as said by somebody else"),
]


@pytest.mark.parametrize(("right", "made_of"), RIGHT, ids=["words", "speaker"])
@pytest.mark.parametrize(("verdict", "done"), [(Verdict.CONFIRM, "confirmed"), (Verdict.REJECT, "rejected")])
def test_what_was_decided_before_the_statement_was_put_right_is_asked_again(
    kept: Ledger, right: dict[str, Any] | None, made_of: str, verdict: Verdict, done: str
) -> None:
    one = held(kept)
    kept.judge(one.id, verdict, by="Vera")
    assert held(kept).status == done and asked(kept) == []
    made = kept.correct_statement(one.row.statement.id, by="Mira", **(right or without_the_year(one)))
    for _ in range(2):
        now = held(kept)
        assert (now.status, now.judgement, now.confidence) == ("candidate", None, 0.95)
        assert now.reason == f"{done} by Vera {made_of}: look again; its words"
        assert asked(kept) == [f"The machine is 95% sure of the position ({now.reason})."]
        assert follow(kept).confirmed == ()
    kept.undo(made.id, by="Mira")
    judgement = held(kept).judgement
    assert held(kept).status == done and judgement is not None and judgement.by == "Vera"


def test_who_looks_again_decides_on_what_stands_there_now(kept: Ledger) -> None:
    one = held(kept)
    kept.judge(one.id, Verdict.CONFIRM, by="Vera")
    kept.correct_statement(one.row.statement.id, by="Mira", speaker="Ilse Meer")
    kept.judge(one.id, Verdict.CONFIRM, by="Ada")
    now = held(kept)
    assert (now.status, now.by, now.reason) == ("confirmed", "Ada", "its words") and asked(kept) == []
    assert [example.text for example in follow(kept).confirmed] == ["Selm will get its charter this year"]


def test_a_position_that_was_put_right_does_not_stand_for_other_words(kept: Ledger) -> None:
    one = held(kept)
    kept.correct_position(one.id, Reading.SHOULD, Position.OPPOSES, by="Vera")
    kept.correct_statement(one.row.statement.id, by="Mira", **without_the_year(one))
    now = held(kept)
    assert (now.id, now.status) == (one.id, "candidate") and now.reason.startswith("put right by Vera of other words")
    follow(kept)


def test_other_words_that_are_not_about_the_question_are_asked_about_too(kept: Ledger) -> None:
    one = held(kept)
    kept.judge(one.id, Verdict.CONFIRM, by="Vera")
    start = one.row.statement.content[0].start
    kept.correct_statement(one.row.statement.id, by="Mira", content=[(start, start + len("Selm will get"))])
    follow(kept)
    (why,) = asked(kept)
    assert why.startswith(
        "The machine is 95% sure of the position (confirmed by Vera of other words: look again; it names nothing"
    )
    (item,) = kept.review(ReviewQuery(kinds=[ReviewKind.POSITION]))
    kept.judge(item.subject, Verdict.CONFIRM, by="Ada")
    assert asked(kept) == []


def test_a_day_that_is_put_right_leaves_the_position_confirmed(kept: Ledger) -> None:
    one = held(kept)
    kept.judge(one.id, Verdict.CONFIRM, by="Vera")
    kept.correct_statement(one.row.statement.id, by="Mira", said_on=("2031-05-01", "2031-05-01"))
    assert held(kept).status == "confirmed" and asked(kept) == []
