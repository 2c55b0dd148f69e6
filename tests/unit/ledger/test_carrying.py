"""A new version of an article: what persons decided on the former one stands on the statements that are the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ledger_builders import full_record, new_ledger, person, published, record, said_on
from question_builders import CHARTER, FakePlacer
from relation_builders import FakeRelater

from onrecord.ledger import Ledger, NewActor, PositionQuery, StatementQuery, StatementRow, open_ledger
from onrecord.ledger.reviewing.counterparts import counterparts, moved
from onrecord.vocabulary import ActorType, Kind, Position, Reading, Record, Speaker, Verdict

URL = "https://herald.example/charter"
VESK, MEER = person("Orlan Vesk"), person("Ilse Meer")
WILL = ("Orlan Vesk", "said", "Selm will get its charter this year")
WALK = ("Ilse Meer", "said", "the old pier is a pleasant walk in May")
BOATS = ("Ilse Meer", "warned", "the boats may stay in the harbour")
SAID = (WILL, WALK, BOATS)


def version(figure: int, *said: tuple[str, str, str], speakers: Any = (), **fields: object) -> Record:
    """An article at its address that says this, between sentences that tell a figure."""
    told = said or SAID
    body = "\n\n".join(f"{source} {cue} that {content}. All of it." for source, cue, content in told)
    made = record(
        *told, url=URL, text=f"Some {figure} boats came.\n\n{body}\n\n{figure} left.", published=published("2031-05-04")
    )
    known = {actor.name: actor for actor in (VESK, MEER)}
    statements = tuple(
        replace(one, speaker=Speaker(who, "named", ActorType.PERSON, known[who].id), **fields)  # type: ignore[arg-type]
        for one, who in zip(made.statements, speakers or [source for source, _, _ in told], strict=True)
    )
    return replace(made, statements=statements, actors=(VESK, MEER))


@pytest.fixture
def kept(path: Path) -> Iterator[Ledger]:
    with new_ledger(path, version(40)) as opened:
        yield opened
        assert list(opened.verify()) == []


def now(ledger: Ledger, said: tuple[str, str, str] = WILL) -> StatementRow:
    """The statement of the present version that says this."""
    (row,) = (
        row
        for row in ledger.statements(StatementQuery(rejected=True))
        if row.statement.cue and row.statement.cue.text == said[1] and said[2] in row.statement.content[0].text
    )
    return row


def left(ledger: Ledger) -> list[tuple[int, int]]:
    """The former versions with the numbers of the decisions that were left behind there."""
    return [(one.article.version, len(one.judgements)) for one in ledger.left_behind(now(ledger).article.id)]


def test_what_was_decided_stands_on_the_same_statements_of_the_new_version(kept: Ledger) -> None:
    first = now(kept).statement.id
    kept.judge_statement(first, Verdict.REJECT, by="Vera", why="a headline")
    kept.correct_statement(now(kept, WALK).statement.id, by="Mira", speaker="Orlan Vesk", said_on=("2031-05-02", "2031-05-02"))
    kept.judge_statement(now(kept, BOATS).statement.id, Verdict.CONFIRM, by="Vera")
    kept.add(version(41))
    rows = [now(kept, said) for said in SAID]
    assert [(row.status, row.by) for row in rows] == [("rejected", "Vera"), ("corrected", "Mira"), ("confirmed", "Vera")]
    speaker, day = rows[1].statement.speaker, rows[1].statement.said_on
    assert speaker is not None and speaker.actor == VESK.id and day is not None and day.earliest == "2031-05-02"
    history = kept.statement_history(rows[0].statement.id)
    assert history is not None
    (told,) = history.judgements
    assert (told.judgement.by, told.judgement.why) == ("Vera", "a headline")
    assert told.says == (
        f"the statement {rows[0].statement.id} is no statement, carried over from the statement {first} of the former version"
    )
    assert left(kept) == []


def test_a_decision_that_was_carried_over_is_taken_back_as_any_other_and_stays_so(kept: Ledger) -> None:
    kept.judge_statement(now(kept).statement.id, Verdict.REJECT, by="Vera")
    kept.add(version(41))
    kept.judge_statement(now(kept).statement.id, Verdict.UNDO, by="Ada")
    assert now(kept).status == "candidate" and left(kept) == []
    kept.add(version(41))
    assert now(kept).status == "candidate"
    kept.add(version(42))
    assert now(kept).status == "candidate"


def test_it_is_carried_on_from_version_to_version_and_back(kept: Ledger) -> None:
    first = now(kept).statement.id
    kept.judge_statement(first, Verdict.REJECT, by="Vera")
    kept.add(version(41))
    kept.add(version(42))
    assert now(kept).status == "rejected"
    says = [row.says for row in kept.judgements(machine=False)]
    assert len(says) == 3 and all(line.count("carried over") == 1 for line in says[1:])
    kept.judge_statement(now(kept).statement.id, Verdict.CONFIRM, by="Mira")
    kept.add(version(40))
    assert (now(kept).statement.id, now(kept).status, now(kept).by) == (first, "confirmed", "Mira")
    assert len(list(kept.judgements(machine=False))) == 5


def test_words_that_were_put_right_are_found_in_the_new_text(kept: Ledger) -> None:
    row = now(kept, WALK)
    span = row.statement.content[0]
    kept.correct_statement(row.statement.id, by="Mira", content=[(span.start + 4, span.end)], cue=None)
    kept.add(version(12345))
    found = now_corrected(kept)
    assert [one.text for one in found.statement.content] == [span.text[4:]] and found.statement.cue is None
    assert found.statement.content[0].start == span.start + 4 + len("12345") - len("40")


def now_corrected(ledger: Ledger) -> StatementRow:
    (row,) = ledger.statements(StatementQuery(status="corrected"))
    return row


def test_what_rests_on_words_that_are_gone_is_left_behind_whole(kept: Ledger) -> None:
    row, text = now(kept), kept.record(now(kept).article.id)
    assert text is not None
    kept.correct_statement(row.statement.id, by="Mira", content=[(0, len("Some 40 boats came"))])
    kept.judge_statement(row.statement.id, Verdict.CONFIRM, by="Vera")
    kept.add(version(41))
    assert now(kept).status == "candidate" and left(kept) == [(1, 2)]
    kept.add(version(42))
    assert left(kept) == [(1, 2)]


@pytest.mark.parametrize(
    "later",
    [
        version(41, WILL, WALK, ("Ilse Meer", "warned", "other boats may stay in the harbour")),
        version(41, WILL, WALK, BOATS, speakers=["Orlan Vesk", "Ilse Meer", "Orlan Vesk"]),
        version(41, WILL, WALK, BOATS, kind=Kind.MIXED),
        version(41, WILL, WALK, BOATS, said_on=said_on("2031-05-03")),
    ],
    ids=["other words", "another speaker", "another kind", "another day"],
)
def test_what_was_confirmed_of_another_reading_is_left_behind(kept: Ledger, later: Record) -> None:
    kept.judge_statement(now(kept, BOATS).statement.id, Verdict.CONFIRM, by="Vera")
    kept.add(later)
    assert {row.status for row in kept.statements()} == {"candidate"} and left(kept) == [(1, 1)]


def test_words_that_stand_in_two_statements_of_a_version_are_nobodys() -> None:
    once = version(40).statements
    twice = (*once, replace(once[0], id="0" * 16))
    pairs = list(zip(once[1:], once[1:], strict=True))
    assert counterparts(once, twice) == counterparts(twice, once) == pairs and counterparts(once, once)[0] == (once[0], once[0])


@pytest.mark.parametrize(
    ("former", "later", "by", "found"),
    [
        ("a pier and a pier", "so a pier and a pier", 3, (16, 20)),
        ("a pier and a pier", "so a pier", 1, (5, 9)),
        ("a pier and a pier", "a pier, a pier", 1, None),
        ("a pier and a pier", "a boat", 0, None),
        ("a pier and a pier", "pier", -14, (0, 4)),
    ],
)
def test_words_are_found_where_they_moved_or_where_they_stand_alone(
    former: str, later: str, by: int, found: tuple[int, int] | None
) -> None:
    assert moved((13, 17), former, later, by) == found


def test_that_it_is_no_statement_holds_whoever_is_read_as_its_speaker(kept: Ledger) -> None:
    kept.judge_statement(now(kept).statement.id, Verdict.REJECT, by="Vera")
    kept.add(version(41, speakers=["Ilse Meer"] * 3, said_on=said_on("2031-05-03")))
    assert now(kept).status == "rejected"


def test_an_actor_whom_a_person_made_speaks_in_the_new_version_too(kept: Ledger) -> None:
    made = kept.correct_statement(now(kept).statement.id, by="Mira", speaker=NewActor("Lena Voss", ActorType.PERSON))
    kept.add(version(41))
    speaker = now(kept).statement.speaker
    assert speaker is not None and (speaker.name, speaker.actor) == ("Lena Voss", made.value["speaker"])
    kept.undo(made.id, by="Mira")
    assert kept.actor("Lena Voss").row.statements == 1


def test_what_was_said_of_positions_is_carried_over_too(kept: Ledger, path: Path) -> None:
    kept.add_question(CHARTER, "charter")
    placed(kept)
    (one,) = kept.positions(PositionQuery())
    kept.judge(one.id, Verdict.CONFIRM, by="Vera")
    kept.correct_position(one.id, Reading.SHOULD, Position.OPPOSES, by="Mira", why="ironic")
    kept.add(version(41))
    placed(kept)
    found = {row.status: row for row in kept.positions(PositionQuery(rejected=True))}
    right = found["corrected"]
    assert (right.reading, right.position, right.by) == (Reading.SHOULD, Position.OPPOSES, "Mira")
    assert right.row.statement.id == now(kept).statement.id != one.row.statement.id and left(kept) == []
    assert right.judgement is not None and "carried over" in (right.judgement.evidence or "")
    kept.undo(right.judgement.id, by="Mira")


def placed(ledger: Ledger) -> None:
    ledger.relate(FakeRelater())
    ledger.place(FakePlacer())


def test_an_outlet_that_is_put_right_keeps_what_was_decided(kept: Ledger) -> None:
    kept.judge_statement(now(kept).statement.id, Verdict.REJECT, by="Vera")
    text = version(40).article.text
    kept.add(record(*SAID, text=text, url=URL, outlet="Selm Herald", published=published("2031-05-04")))
    assert now(kept).status == "rejected" and now(kept).article.outlet == "Selm Herald"


def test_of_an_article_of_one_version_nothing_is_left_behind(path: Path) -> None:
    with new_ledger(path, full_record()) as ledger:
        (row,) = ledger.articles()
        assert ledger.left_behind(row.id) == [] and ledger.left_behind("ffff") == []


def test_a_ledger_that_is_opened_again_has_what_was_carried_over(path: Path) -> None:
    with new_ledger(path, version(40)) as ledger:
        ledger.judge_statement(now(ledger).statement.id, Verdict.REJECT, by="Vera")
        ledger.add(version(41))
    with open_ledger(path) as ledger:
        assert now(ledger).status == "rejected" and list(ledger.verify()) == []
