"""Statements judged and put right by persons: what is shown, what stays kept, what comes back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ledger_builders import MODEL_A, MODEL_B, body, person
from question_builders import CHARTER, FakePlacer
from relation_builders import FakeRelater, report

from onrecord.ledger import (
    Ledger,
    NewActor,
    PositionQuery,
    ShiftQuery,
    StatementQuery,
    UtteranceQuery,
    open_ledger,
)
from onrecord.vocabulary import ActorType, Kind, Record, SaidOnBasis, UsageError, Verdict

VESK, MEER, COUNCIL = person("Orlan Vesk"), person("Ilse Meer"), body("Harbour Council")
WILL, WILL_NOT = "Selm will get its charter this year", "Selm will not get its charter this year"


def story(model: Any = MODEL_A) -> list[Record]:
    made = [
        report("Herald", "2031-05-04", (VESK, WILL), (MEER, "the boats will stay in the harbour of Selm")),
        report("Courier", "2031-06-04", (VESK, WILL_NOT), also="The pier of Selm is 40 years old."),
        report("Star", "2031-06-05", (COUNCIL, "the council will pay for the charter of Selm")),
    ]
    return [replace(one, provenance=model) for one in made]


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    for one in story():
        ledger.add(one)
    ledger.add_question(CHARTER, "charter")
    follow(ledger)
    return ledger


def follow(ledger: Ledger) -> None:
    ledger.relate(FakeRelater())
    ledger.place(FakePlacer())
    assert faults(ledger) == []


def faults(ledger: Ledger) -> list[Any]:
    return list(ledger.verify())


def shown(ledger: Ledger, **query: Any) -> list[str]:
    return [row.statement.id for row in ledger.statements(StatementQuery(**query))]


def first(ledger: Ledger, words: str = WILL) -> str:
    (found,) = shown(ledger, text=f'"{words}"')
    return found


def contents(path: Path, *, but: tuple[str, ...] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of a ledger, by table; times of relating and row numbers of what is made anew aside."""
    with closing(sqlite3.connect(path)) as raw:
        names = [
            row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_words%'")
        ]
        return {name: sorted(raw.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names if name not in but}


RECORD = ("judgements", "unrelated", "unshifted", "relatings", "placings", "positions", "shifts", "utterances", "sightings")


def test_a_statement_that_a_person_rejects_is_shown_where_it_is_asked_for_alone(kept: Ledger, path: Path) -> None:
    before, one = contents(path, but=RECORD), first(kept)
    made = kept.judge_statement(one[:8], Verdict.REJECT, by="Mira", why="a headline")
    assert (made.kind, made.subject, made.verdict, made.by, made.why) == ("statement", one, Verdict.REJECT, "Mira", "a headline")
    assert one not in shown(kept) and one in shown(kept, rejected=True) and shown(kept, status="rejected") == [one]
    assert kept.count_statements() == 3 and kept.search("charter").statements_total == 2
    row = kept.statement(one)
    assert row is not None and (row.status, row.by, row.article.statements) == ("rejected", "Mira", 1)
    assert kept.actor("Orlan Vesk").row.statements == 1 and dict(kept.actor("Orlan Vesk").months) == {"2031-06": 1}
    assert not list(kept.positions(PositionQuery(statement=one, rejected=True, unsure=True, about=False)))
    assert kept.count_shifts() == 0 and kept.waiting() == 1 and faults(kept) == []
    follow(kept)
    assert one not in {name for row in kept.utterances() for name in row.statements}
    kept.judge_statement(one, Verdict.UNDO, by="Ada")
    assert kept.waiting() == 1 and faults(kept) == [] and contents(path, but=RECORD)["statements"] == before["statements"]
    follow(kept)
    assert contents(path, but=RECORD).keys() == before.keys() and kept.count_shifts() == 1
    assert [kept.count_positions(PositionQuery(statement=one)), kept.count_utterances(UtteranceQuery())] == [1, 4]


def test_a_statement_that_a_person_confirms_is_sure(kept: Ledger) -> None:
    one = first(kept)
    kept.judge_statement(one, Verdict.CONFIRM, by="Mira")
    row = kept.statement(one)
    assert row is not None and (row.status, row.by, row.statement.confidence) == ("confirmed", "Mira", 1.0)
    assert kept.waiting() == 0 and shown(kept, status="confirmed") == [one] and faults(kept) == []
    history = kept.statement_history(one)
    assert (
        history is not None and history.read.confidence == 0.5 and [told.judgement.by for told in history.judgements] == ["Mira"]
    )


def test_who_speaks_is_put_right_everywhere_and_taken_back_exactly(kept: Ledger, path: Path) -> None:
    before, one = contents(path, but=RECORD), first(kept)
    made = kept.correct_statement(one, by="Mira", why="her own words", speaker="Ilse Meer")
    row = kept.statement(one)
    assert row is not None and row.statement.speaker is not None and row.statement.id == one
    assert (row.statement.speaker.name, row.statement.speaker.actor, row.status) == ("Ilse Meer", MEER.id, "corrected")
    assert one in shown(kept, speaker="Meer") and one in shown(kept, actor=MEER.id) and one not in shown(kept, actor=VESK.id)
    assert kept.actor("Ilse Meer").row.statements == 2 and kept.actor("Orlan Vesk").row.statements == 1
    (position,) = kept.positions(PositionQuery(statement=one))
    assert position.actor == MEER.id and kept.count_shifts(ShiftQuery()) == 0 and faults(kept) == []
    follow(kept)
    (position,) = kept.positions(PositionQuery(actor=MEER.id))
    assert position.row.statement.id == one and kept.count_shifts() == 0
    assert {utterance.actor for utterance in kept.utterances() if one in utterance.statements} == {MEER.id}
    history = kept.statement_history(one)
    assert history is not None and history.read.speaker is not None and history.read.speaker.actor == VESK.id
    record = kept.record(row.article.id)
    assert record is not None and record.statements[0].speaker == history.read.speaker and record.actors == (VESK, MEER)
    kept.undo(made.id[:8], by="Ada", why="no")
    assert faults(kept) == []
    after = contents(path, but=RECORD)
    for table in ("statements", "spans", "personas", "actors", "actor_names", "actor_keys", "readings", "originals"):
        assert after[table] == before[table], table
    follow(kept)
    assert kept.count_shifts() == 1


def test_a_speaker_whom_the_article_does_not_name_follows_the_actor(kept: Ledger) -> None:
    one = first(kept)
    kept.correct_statement(one, by="Mira", speaker=COUNCIL.id)
    names = kept.actor(COUNCIL.id).names
    assert names == (("Harbour Council", 1),) and kept.actor(COUNCIL.id).row.articles == 2
    merged = kept.merge("Ilse Meer", COUNCIL.id, by="Mira")
    assert one in shown(kept, actor=MEER.id) and faults(kept) == []
    kept.undo(merged.id, by="Mira")
    kept.rename(COUNCIL.id, "Council of the Harbour", by="Mira")
    assert one in shown(kept, speaker="Council of") and faults(kept) == []
    with pytest.raises(UsageError, match="nothing would be left"):
        kept.split(COUNCIL.id, names=["Harbour Council"], by="Mira")
    kept.correct_statement(one, by="Ada", speaker=None)
    row = kept.statement(one)
    assert row is not None and row.statement.speaker is None and kept.actor(COUNCIL.id).row.articles == 1
    assert faults(kept) == []


def test_day_kind_and_words_are_put_right(kept: Ledger) -> None:
    one = first(kept)
    row = kept.statement(one)
    assert row is not None
    text = kept.record(row.article.id).article.text  # type: ignore[union-attr]
    start = text.index("get its charter")
    kept.correct_statement(
        one,
        by="Mira",
        kind=Kind.DIRECT,
        said_on=("2031-04-30", "2031-05-01"),
        content=[(start, start + 15), (start + 16, start + 25)],
        source=None,
    )
    now = kept.statement(one)
    assert now is not None and now.statement.id == one and now.statement.source is None
    assert [span.text for span in now.statement.content] == ["get its charter", "this year"]
    assert now.statement.said_on is not None and now.statement.said_on.basis is SaidOnBasis.GIVEN
    assert one in shown(kept, until="2031-05-02") and one in shown(kept, kind=Kind.DIRECT)
    assert one not in shown(kept, text="Selm will") and one in shown(kept, text='"get its charter"')
    hit = next(hit for hit in kept.search('"get its charter"').statements if hit.row.statement.id == one)
    assert [span.text for span in hit.matches] == ["get its charter"]
    (position,) = kept.positions(PositionQuery(until="2031-05-02"))
    assert position.row.statement.id == one and faults(kept) == []
    encoder = FakeRelater()
    kept.relate(encoder)
    assert "get its charter this year" in encoder.encoded and faults(kept) == []
    kept.place(FakePlacer())
    kept.judge(one, Verdict.UNDO, by="Ada")
    encoder = FakeRelater()
    kept.relate(encoder)
    kept.place(FakePlacer())
    back = kept.statement(one)
    assert back is not None and back.statement == row.statement and WILL in encoder.encoded and faults(kept) == []


def test_what_a_person_said_holds_for_later_readings(kept: Ledger) -> None:
    one, other = first(kept), first(kept, "the boats will stay in the harbour of Selm")
    kept.correct_statement(one, by="Mira", speaker="Ilse Meer", kind=Kind.MIXED)
    kept.judge_statement(other, Verdict.REJECT, by="Mira")
    for record in story(MODEL_B):
        kept.add(record)
    row = kept.statement(one)
    assert row is not None and row.article.provenance == MODEL_B and row.article.statements == 1
    assert row.statement.speaker is not None and (row.statement.speaker.actor, row.statement.kind) == (MEER.id, Kind.MIXED)
    assert other not in shown(kept) and faults(kept) == []
    follow(kept)
    kept.judge_statement(one, Verdict.UNDO, by="Mira")
    row = kept.statement(one)
    assert row is not None and row.statement.speaker is not None and row.statement.speaker.actor == VESK.id
    assert row.status == "candidate" and faults(kept) == []


def test_corrections_add_up_and_the_last_word_counts(kept: Ledger) -> None:
    one = first(kept)
    kept.correct_statement(one, by="Mira", kind=Kind.DIRECT)
    second = kept.correct_statement(one, by="Ada", kind=Kind.MIXED, said_on=("2031-05-01", None))
    kept.judge_statement(one, Verdict.REJECT, by="Tor")
    kept.judge_statement(one, Verdict.CONFIRM, by="Nadia")
    row = kept.statement(one)
    assert row is not None and (row.status, row.by, row.statement.kind) == ("corrected", "Nadia", Kind.MIXED)
    undone = kept.undo(second.id, by="Ada")
    row = kept.statement(one)
    assert row is not None and row.statement.kind is Kind.DIRECT and row.statement.said_on is not None
    assert row.statement.said_on.earliest == "2031-05-04" and faults(kept) == []
    kept.undo(undone.id, by="Ada")
    row = kept.statement(one)
    assert row is not None and row.statement.kind is Kind.MIXED and faults(kept) == []
    with pytest.raises(UsageError, match="taken back already"):
        kept.undo(undone.id, by="Ada")


def test_undoing_takes_back_what_was_said_last_of_a_statement_or_its_utterance(kept: Ledger) -> None:
    one, other = first(kept), first(kept, WILL_NOT)
    kept.judge(one, Verdict.CONFIRM, other=other, by="Mira")
    kept.judge_statement(one, Verdict.CONFIRM, by="Mira")
    assert kept.judge(one, Verdict.UNDO, by="Mira").kind == "statement"
    assert kept.judge(one, Verdict.UNDO, by="Mira").kind == "utterance"
    with pytest.raises(UsageError, match="nothing was decided"):
        kept.judge(one, Verdict.UNDO, by="Mira")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ({}, "say what is right"),
        ({"colour": "red"}, "say what is right"),
        ({"speaker": "Nobody Known"}, "Nobody Known"),
        ({"kind": "loud"}, "no kind of statement"),
        ({"said_on": ("4 May", None)}, "is not a day"),
        ({"said_on": ("2031-05-04", "2031-05-01")}, "swap the two"),
        ({"content": []}, "has words"),
        ({"content": [(5, 5)]}, "5-5 is no stretch"),
        ({"content": [(-1, 5)]}, "is no stretch"),
        ({"content": [(0, 100_000)]}, "which has"),
        ({"content": [(5, 9), (0, 4)]}, "in the order of the text"),
        ({"content": [(0, 5), (4, 9)]}, "none overlaps"),
        ({"source": (10, 11)}, "no words"),
        ({"kind": Kind.INDIRECT}, "just this already"),
        ({"speaker": VESK.id, "said_on": ("2031-05-04", "2031-05-04")}, "just this already"),
    ],
)
def test_what_cannot_be_right_is_refused(kept: Ledger, right: dict[str, Any], wrong: str) -> None:
    with pytest.raises(UsageError, match=wrong):
        kept.correct_statement(first(kept), by="Mira", **right)
    assert not list(kept.judgements(machine=False))


def test_what_cannot_be_judged_is_refused(kept: Ledger) -> None:
    for subject, verdict, by, wrong in (
        ("ffffffff", Verdict.CONFIRM, "Mira", "no statement whose id"),
        ("zz", Verdict.CONFIRM, "Mira", "is not the id"),
        (first(kept), Verdict.MERGE, "Mira", "does none of these"),
        (first(kept), Verdict.UNDO, "Mira", "nothing was decided"),
        (first(kept), Verdict.CONFIRM, "  ", "who decides"),
    ):
        with pytest.raises(UsageError, match=wrong):
            kept.judge_statement(subject, verdict, by=by)
    assert kept.statement_history("ffffffff") is None
    with pytest.raises(UsageError, match="is no status"):
        StatementQuery(status="sure")


DAMAGES = (
    ("UPDATE statements SET kind = 'mixed' WHERE status = 'corrected'", "does not follow from what was read"),
    ("UPDATE statements SET status = 'confirmed' WHERE status = 'corrected'", "does not follow from the judgements"),
    ("DELETE FROM originals", "seal differs"),
    ("UPDATE originals SET read = json_set(read, '$.kind', 'mixed')", "seal differs"),
    ("UPDATE originals SET read = '{}'", "is not what was read"),
    ("UPDATE spans SET text = 'x' WHERE role = 'content' AND statement_row = 1", "not in the text"),
    ("UPDATE personas SET put = 'nobody' WHERE put IS NOT NULL", "no person named it"),
    ("UPDATE personas SET name = 'Nobody' WHERE put IS NOT NULL", "no person named it"),
    ("UPDATE personas SET statements = 5 WHERE put IS NOT NULL", "number of its statements"),
    ("UPDATE readings SET statements = 2 WHERE row = 2", "2 statements were added, 0 are there"),
    ("UPDATE checked SET statement = 'x' WHERE ordinal = 0", "its seal differs"),
    ("UPDATE checks SET size = 9", "its seal differs"),
)


@pytest.fixture
def judged(kept: Ledger) -> Iterator[Ledger]:
    kept.correct_statement(first(kept), by="Mira", kind=Kind.DIRECT, speaker=COUNCIL.id)
    kept.judge_statement(first(kept, WILL_NOT), Verdict.REJECT, by="Mira")
    kept.start_check(3, seed=1, by="Mira")
    follow(kept)
    yield kept


@pytest.mark.parametrize(("damage", "wrong"), DAMAGES)
def test_a_damage_to_what_persons_reviewed_is_found(judged: Ledger, path: Path, damage: str, wrong: str) -> None:
    judged.close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(damage)
    with open_ledger(path) as again:
        assert any(wrong in failure.wrong for failure in again.verify()), list(again.verify())


def test_two_statements_of_one_article_put_to_one_actor_are_taken_back_one_by_one(kept: Ledger) -> None:
    one, other = first(kept), first(kept, "the boats will stay in the harbour of Selm")
    before = kept.correct_statement(one, by="Mira", speaker=COUNCIL.id)
    kept.rename(COUNCIL.id, "Council of the Harbour", by="Mira")
    kept.correct_statement(other, by="Mira", speaker=COUNCIL.id)
    assert kept.actor(COUNCIL.id).row.statements == 3 and faults(kept) == []
    kept.undo(before.id, by="Mira")
    assert shown(kept, actor=COUNCIL.id, outlet="Herald") == [other] and faults(kept) == []
    kept.judge_statement(other, Verdict.REJECT, by="Mira")
    assert kept.actor(COUNCIL.id).row.statements == 1 and faults(kept) == []
    follow(kept)
    kept.judge_statement(other, Verdict.UNDO, by="Mira")
    kept.judge_statement(other, Verdict.UNDO, by="Mira")
    assert kept.actor(COUNCIL.id).row.articles == 1 and faults(kept) == []


def test_a_statement_inside_one_that_is_none_is_second_hand_no_longer(ledger: Ledger) -> None:
    made = report("Herald", "2031-05-04", (VESK, WILL), (MEER, "the charter will come"))
    outer, inner = made.statements
    ledger.add(replace(made, statements=(outer, replace(inner, within=outer.id))))
    ledger.add_question(CHARTER, "charter")
    follow(ledger)
    assert [row.second_hand for row in ledger.positions(PositionQuery(statement=inner.id))] == [True]
    ledger.judge_statement(outer.id, Verdict.REJECT, by="Mira")
    follow(ledger)
    assert [row.second_hand for row in ledger.positions(PositionQuery(statement=inner.id))] == [False]


def test_a_speaker_whom_the_ledger_does_not_know_is_made_an_actor_and_goes_again(kept: Ledger, path: Path) -> None:
    before, one = contents(path, but=RECORD), first(kept)
    made = kept.correct_statement(one, by="Mira", speaker=NewActor(" Tilda  Kerr ", ActorType.PERSON))
    assert made.evidence is not None and "the speaker is Tilda Kerr, a new actor (person)" in made.evidence
    actor = kept.actor("Tilda Kerr").row
    assert (actor.actor.name, actor.actor.type, actor.statements, faults(kept)) == ("Tilda Kerr", ActorType.PERSON, 1, [])
    row = kept.statement(one)
    assert row is not None and row.statement.speaker is not None and row.statement.speaker.actor == actor.actor.id
    other = first(kept, WILL_NOT)
    kept.correct_statement(other, by="Mira", speaker="Tilda Kerr")
    assert sorted(shown(kept, actor=actor.actor.id)) == sorted((one, other)) and faults(kept) == []
    kept.judge_statement(one, Verdict.UNDO, by="Ada")
    assert kept.actor("Tilda Kerr").row.statements == 1 and faults(kept) == []
    kept.judge_statement(other, Verdict.UNDO, by="Ada")
    assert faults(kept) == [] and contents(path, but=RECORD)["actors"] == before["actors"]
    with pytest.raises(UsageError, match="no actor 'Tilda Kerr'"):
        kept.actor("Tilda Kerr")
    kept.undo(list(kept.judgements(machine=False))[-2].judgement.id, by="Ada")
    assert kept.actor("Tilda Kerr").row.actor.id == actor.actor.id
    follow(kept)


def test_a_new_actor_has_a_name_that_nobody_has(kept: Ledger) -> None:
    with pytest.raises(UsageError, match="there is an actor called orlan VESK already: Orlan Vesk"):
        kept.correct_statement(first(kept), by="Mira", speaker=NewActor("orlan VESK", ActorType.PERSON))
    with pytest.raises(UsageError, match="is no name"):
        kept.correct_statement(first(kept), by="Mira", speaker=NewActor(" – ", ActorType.GROUP))


def test_a_made_actor_of_another_id_is_found_out(kept: Ledger, path: Path) -> None:
    kept.correct_statement(first(kept), by="Mira", speaker=NewActor("Tilda Kerr", ActorType.PERSON))
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE judgements SET value = replace(value, 'Tilda', 'Gilda')")
    assert "the actor that it makes" in " ".join(one.wrong for one in _of_made(path))


def _of_made(path: Path) -> list[Any]:
    from sqlalchemy import create_engine  # noqa: PLC0415

    from onrecord.ledger.proving import rereading  # noqa: PLC0415

    with create_engine(f"sqlite:///{path}").connect() as connection:
        return list(rereading.of_reviews(connection))


def test_a_speaker_who_is_no_actor_is_put_right_and_may_be_made_one(ledger: Ledger) -> None:
    from ledger_builders import record  # noqa: PLC0415

    ledger.add(record())
    one, other = shown(ledger)
    ledger.correct_statement(one, by="Mira", speaker=None, why="two men are called so")
    row = ledger.statement(one)
    assert row is not None and row.statement.speaker is None and faults(ledger) == []
    ledger.correct_statement(other, by="Mira", speaker=NewActor("Ilse Meer", ActorType.PERSON))
    assert ledger.actor("Ilse Meer").row.statements == 1 and faults(ledger) == []


def test_the_ledger_tells_when_a_person_said_something_of_a_statement_last(kept: Ledger) -> None:
    one, other = first(kept), first(kept, WILL_NOT)
    kept.correct_statement(one, by="Mira", speaker=None)
    undone = kept.judge_statement(one, Verdict.UNDO, by="Mira")
    assert kept.judged_at([one, other]) == {one: undone.at}
