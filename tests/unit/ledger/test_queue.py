"""What a person is asked to look at next, and samples that are checked: the order, the reasons, the rates."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from ledger_builders import person, record, said_on
from question_builders import CHARTER, PIER, FakePlacer
from relation_builders import FakeRelater, report

from onrecord.ledger import Ledger, Part, PositionQuery, ReviewItem, ReviewKind, ReviewQuery, StatementQuery
from onrecord.ledger.reviewing.estimating import wilson
from onrecord.vocabulary import Position, Reading, Record, UsageError, Verdict

VESK, MEER = person("Orlan Vesk"), person("Ilse Meer")
WILL, WILL_NOT = "Selm will get its charter this year", "Selm will not get its charter this year"
RICH, POOR = "the pier of Selm has cost 40 crowns so far", "the pier of Selm has cost 90 crowns so far"


def sure(made: Record, *confidence: float) -> Record:
    pairs = zip(made.statements, confidence, strict=True)
    return replace(made, statements=tuple(replace(one, confidence=value) for one, value in pairs))


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    ledger.add(
        sure(report("Herald", "2031-05-04", (VESK, WILL), (MEER, RICH), (VESK, "perhaps the charter comes")), 0.9, 0.9, 0.3)
    )
    ledger.add(sure(report("Courier", "2031-06-04", (VESK, WILL_NOT), (MEER, POOR)), 0.9, 0.9))
    unnamed = record(("A clerk", "said", "the boats are late"), url="star", fields={"confidence": 0.95, "speaker": None})
    ledger.add(unnamed)
    ledger.add_question(CHARTER, "charter")
    ledger.relate(FakeRelater())
    ledger.place(FakePlacer())
    return ledger


def asked(ledger: Ledger, *kinds: ReviewKind, **query: Any) -> list[ReviewItem]:
    found = ledger.review(ReviewQuery(kinds=kinds or frozenset(ReviewKind), **query))
    if "limit" not in query and "offset" not in query:
        assert len(found) == ledger.count_review(ReviewQuery(kinds=kinds or frozenset(ReviewKind), **query))
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(0 <= one.score <= 1 and one.why[0].isupper() and one.why.endswith(".") for one in found)
    return found


def judged(ledger: Ledger, one: ReviewItem) -> Any:
    """The row of something that is asked, as it stands now."""
    match one.kind:
        case ReviewKind.STATEMENT:
            return ledger.statement(one.subject)
        case ReviewKind.POSITION:
            return ledger.position(one.subject)
        case ReviewKind.SHIFT:
            return ledger.shift(one.subject)
    found = ledger.disagreement(one.subject)
    return found.row if found else None


def test_statements_that_are_not_sure_or_whose_speaker_is_not_known_are_asked(kept: Ledger) -> None:
    perhaps, late = asked(kept, ReviewKind.STATEMENT)
    assert perhaps.why == "The machine is 30% sure that speaker and words are read right, and a position rests on it."
    assert late.why == "It is not known who says it." and (perhaps.confidence, late.confidence) == (0.3, 0.95)
    assert perhaps.subject == perhaps.statement and perhaps.other is None and perhaps.question is None
    kept.judge_statement(perhaps.subject, Verdict.CONFIRM, by="Mira")
    kept.correct_statement(late.subject, by="Mira", speaker="Ilse Meer")
    assert asked(kept, ReviewKind.STATEMENT) == []
    kept.judge_statement(late.subject, Verdict.UNDO, by="Mira")
    assert asked(kept, ReviewKind.STATEMENT) == [late]


def test_positions_that_a_shift_rests_on_come_before_those_that_are_not_sure(kept: Ledger) -> None:
    first, second, unsure = asked(kept, ReviewKind.POSITION)
    assert {first.statement, second.statement} == {
        row.row.statement.id for row in kept.positions(PositionQuery(reading=Reading.WILL))
    }
    assert first.why == "The machine is 70% sure of the position (its words), and a change of position rests on it."
    assert unsure.why.startswith("It is not known which position it takes (nothing tells") and unsure.question == CHARTER.id
    kept.judge(first.subject, Verdict.CONFIRM, by="Mira")
    kept.correct_position(unsure.subject, Reading.WILL, Position.CONDITIONAL, by="Mira")
    assert [one.subject for one in asked(kept, ReviewKind.POSITION)] == [second.subject]


@pytest.mark.parametrize("kind", [ReviewKind.SHIFT, ReviewKind.DISAGREEMENT])
def test_candidates_are_asked_until_somebody_judges_them(kept: Ledger, kind: ReviewKind) -> None:
    (one, *_) = before = asked(kept, kind)
    assert "nobody has said yet" in one.why.lower() and one.statement is not None
    for verdict in (Verdict.CONFIRM, Verdict.REJECT):
        kept.judge(one.subject, verdict, by="Mira")
        assert one.subject not in {left.subject for left in asked(kept, kind)}
    kept.judge(one.subject, Verdict.UNDO, by="Mira")
    kept.judge(one.subject, Verdict.UNDO, by="Mira")
    assert asked(kept, kind) == before


@pytest.mark.parametrize("verdict", [Verdict.CONFIRM, Verdict.REJECT])
@pytest.mark.parametrize("kind", [one for one in ReviewKind if one is not ReviewKind.LINK])
def test_whatever_is_judged_says_by_whom_when_and_why(kept: Ledger, kind: ReviewKind, verdict: Verdict) -> None:
    one, *_ = asked(kept, kind)
    judge = kept.judge_statement if kind is ReviewKind.STATEMENT else kept.judge
    made = judge(one.subject, verdict, by="Mira", why="heard it")
    assert judged(kept, one).judgement == made
    assert judged(kept, one).status == ("confirmed" if verdict is Verdict.CONFIRM else "rejected")
    assert list(kept.verify()) == []
    kept.undo(made.id, by="Mira")
    assert (judged(kept, one).judgement, judged(kept, one).status) == (None, "candidate")


def test_a_position_that_another_rules_out_falls_by_the_judgement_on_that_one(kept: Ledger) -> None:
    one, *_ = asked(kept, ReviewKind.POSITION)
    made = kept.correct_position(one.subject, Reading.WILL, Position.NONCOMMITTAL, by="Mira", why="read on")
    rows = list(kept.positions(PositionQuery(statement=one.statement, reading=Reading.WILL, rejected=True)))
    assert {row.status: row.judgement for row in rows} == {"rejected": made, "corrected": made}


def test_links_that_are_not_sure_are_asked_with_both_statements(ledger: Ledger) -> None:
    ledger.add(report("Herald", "2031-05-04", (VESK, "the new pier of Selm is shut until spring")))
    ledger.add(report("Courier", "2031-05-04", (VESK, "the new pier of Selm is closed until autumn")))
    ledger.relate(FakeRelater())
    (one,) = asked(ledger, ReviewKind.LINK)
    assert {one.subject, one.other} == {row.statement.id for row in ledger.statements()} and "(shared words)" in one.why
    made = ledger.judge(one.subject, Verdict.CONFIRM, other=one.other, by="Mira", why="one speech")
    assert asked(ledger, ReviewKind.LINK) == []
    told = ledger.utterance(one.subject)
    assert told is not None and [(link.status, link.judgement) for link in told.links] == [("confirmed", made)]
    ledger.judge(one.subject, Verdict.UNDO, by="Mira")
    assert asked(ledger, ReviewKind.LINK) == [one]


def test_all_kinds_come_in_one_order_in_pages_and_of_one_question(kept: Ledger) -> None:
    whole = asked(kept)
    assert {one.kind for one in whole} == {ReviewKind.STATEMENT, ReviewKind.POSITION, ReviewKind.SHIFT, ReviewKind.DISAGREEMENT}
    pages = [one for start in range(0, len(whole), 2) for one in asked(kept, limit=2, offset=start)]
    assert pages == whole and asked(kept, limit=None, offset=1) == whole[1:]
    of_question = asked(kept, question=CHARTER.id)
    assert {one.kind for one in of_question} == {ReviewKind.STATEMENT, ReviewKind.POSITION, ReviewKind.SHIFT}
    assert set(of_question) < set(whole) and asked(kept, question=PIER.id) == []
    with pytest.raises(UsageError, match="what is to be looked at"):
        ReviewQuery(kinds=())


def test_what_is_not_shown_is_not_asked(kept: Ledger) -> None:
    edited = record(("A clerk", "said", "the boats came in"), url="star", fields={"confidence": 0.95})
    kept.add(edited)
    assert [one.confidence for one in asked(kept, ReviewKind.STATEMENT)] == [0.3]


def test_a_sample_is_drawn_kept_and_gone_through(kept: Ledger) -> None:
    assert kept.check() is None and kept.next_check() is None and kept.error_rate() is None
    made = kept.start_check(4, seed=7, by=" Mira ")
    assert (made.size, made.seed, made.by, made.drawn_from, made.answered) == (4, 7, "Mira", 6, 0)
    seen = []
    for wrong in ((), (Part.SPEAKER, Part.DAY), (Part.NO_STATEMENT,), (Part.SPEAKER,)):
        item = kept.next_check()
        assert item is not None and item.number == len(seen) + 1 and kept.next_check() == item
        seen.append(item.row.statement.id)
        kept.answer_check(item.row.statement.id[:8], wrong, by="Mira")
    assert len(set(seen)) == 4 and kept.next_check() is None
    rate = kept.error_rate()
    assert rate is not None and (rate.checked, rate.check.answered, rate.whole.wrong, rate.whole.rate) == (4, 4, 3, 0.75)
    assert {one.part: (one.wrong, one.checked) for one in rate.parts} == {
        Part.SPEAKER: (2, 3),
        Part.WORDS: (0, 3),
        Part.KIND: (0, 3),
        Part.DAY: (1, 3),
        Part.NO_STATEMENT: (1, 4),
    }
    again = kept.answer_check(seen[1], (), by="Ada")
    rate = kept.error_rate()
    assert rate is not None and rate.whole.wrong == 2
    kept.undo(again.id, by="Ada")
    rate = kept.error_rate()
    assert rate is not None and rate.whole.wrong == 3 and list(kept.verify()) == []


def test_the_same_seed_draws_the_same_and_a_new_sample_is_the_present_one(kept: Ledger) -> None:
    def drawn() -> list[str]:
        found = []
        while (item := kept.next_check()) is not None:
            found.append(item.row.statement.id)
            kept.answer_check(found[-1], by="Mira")
        return found

    kept.start_check(3, seed=7, by="Mira")
    once = drawn()
    kept.start_check(3, seed=7, by="Mira")
    assert kept.check() is not None and kept.next_check() is not None
    assert drawn() == once and len(once) == 3
    whole = kept.start_check(100, by="Mira")
    assert whole.size == 6 and sorted(drawn()) == sorted(row.statement.id for row in kept.statements())


def test_what_is_rejected_is_not_drawn_and_what_makes_no_sense_is_refused(kept: Ledger) -> None:
    (one, *_) = kept.statements(StatementQuery(limit=1))
    kept.judge_statement(one.statement.id, Verdict.REJECT, by="Mira")
    with pytest.raises(UsageError, match="no sample was drawn"):
        kept.answer_check(one.statement.id, by="Mira")
    assert kept.start_check(100, by="Mira").size == 5
    for what, wrong in (
        (lambda: kept.start_check(0, by="Mira"), "one statement or more"),
        (lambda: kept.start_check(1, seed=-1, by="Mira"), "a seed is"),
        (lambda: kept.start_check(1, by=""), "who decides"),
        (lambda: kept.answer_check(one.statement.id, by="Mira"), "no statement of the sample"),
        (lambda: kept.answer_check("", by="Mira"), "fits more than one"),
    ):
        with pytest.raises(UsageError, match=wrong):
            what()
    item = kept.next_check()
    assert item is not None
    with pytest.raises(UsageError, match="no-statement alone"):
        kept.answer_check(item.row.statement.id, (Part.NO_STATEMENT, Part.DAY), by="Mira")


def test_the_rate_is_that_of_the_last_finished_sample(kept: Ledger) -> None:
    first = kept.start_check(3, seed=7, by="Mira")
    for wrong in ((Part.SPEAKER,), (), ()):
        answer_next(kept, wrong)
    rate = kept.error_rate()
    assert rate is not None and rate.under_way is None
    for _ in range(2):
        new = kept.start_check(2, by="Ada")
        answer_next(kept)
        shown = kept.error_rate()
        assert shown is not None and (shown.check.id, shown.whole, shown.parts) == (first.id, rate.whole, rate.parts)
        assert shown.under_way is not None and (shown.under_way.id, shown.under_way.answered) == (new.id, 1)
    answer_next(kept)
    shown = kept.error_rate()
    assert shown is not None and (shown.check.id, shown.checked, shown.whole.wrong, shown.under_way) == (new.id, 2, 0, None)


def answer_next(ledger: Ledger, wrong: tuple[Part, ...] = ()) -> None:
    item = ledger.next_check()
    assert item is not None
    ledger.answer_check(item.row.statement.id, wrong, by="Mira")


def test_an_empty_ledger_has_nothing_to_review_or_check(ledger: Ledger) -> None:
    assert ledger.review() == [] and ledger.count_review() == 0
    with pytest.raises(UsageError, match="no statement to check"):
        ledger.start_check(5, by="Mira")


@pytest.mark.parametrize(
    ("wrong", "number", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 50, 0.0435, 0.2136), (1, 1000, 0.0002, 0.0056)],
)
def test_the_interval_is_wilsons(wrong: int, number: int, low: float, high: float) -> None:
    found = wilson(wrong, number)
    assert (round(found[0], 4), round(found[1], 4)) == (low, high)


def test_a_day_is_no_reason_to_ask(ledger: Ledger) -> None:
    ledger.add(record(fields={"confidence": 0.9, "said_on": said_on("2031-05-04")}))
    assert asked(ledger) == []
