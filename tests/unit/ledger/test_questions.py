"""Questions are kept, each statement is placed on them, persons judge what was found, and shifts follow."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_builders import MODEL_B, new_ledger, office, person
from question_builders import CHARTER, PIER, FakePlacer
from relation_builders import LONG, FakeRelater, report

from onrecord.identify.who.resolving import resolve
from onrecord.ledger import Asking, Ledger, PositionQuery, PositionRow, ShiftQuery, StatementQuery, open_ledger
from onrecord.ledger.storing.question_tables import placings, positions, questions, shifts
from onrecord.vocabulary import (
    Actor,
    Asked,
    Example,
    Mention,
    Position,
    Question,
    Reading,
    Record,
    ShiftKind,
    Span,
    Taken,
    UsageError,
    Verdict,
)

VESK = person("Orlan Vesk", "Vesk", offices=(office("president", "TV"),))
MEER = person("Ilse Meer", "Meer")
TEXT = 'id = "selm-charter"'

FOR = "Selm should have the charter"
AGAINST = "a charter would ruin us all and should not come"
IFFY = "Selm will have the charter if the union agrees"
ASIDE = "the harbour is full of ships"
SHRUG = "the charter is an old matter"


def story() -> list[Record]:
    return [
        report("Herald", "2031-05-04", (VESK, FOR), (VESK, ASIDE)),
        report("Post", "2031-05-06", (MEER, AGAINST), (MEER, SHRUG)),
        report("Echo", "2031-06-01", (VESK, IFFY)),
        report("Star", "2031-07-01", (VESK, AGAINST)),
    ]


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed ledger of the story, related and placed."""
    path = tmp_path_factory.mktemp("placed") / "story.db"
    with new_ledger(path, *story(), resolve=resolve) as ledger:
        ledger.relate(FakeRelater())
        ledger.add_question(CHARTER, TEXT)
        ledger.place(FakePlacer())
    return path


@pytest.fixture
def kept(placed: Path, path: Path) -> Iterator[Ledger]:
    """A copy of that ledger; whatever a test does to it, it verifies at the end."""
    with open_ledger(shutil.copy(placed, path), resolve=resolve) as ledger:
        yield ledger
        assert list(ledger.verify()) == []


def told(rows: Iterator[PositionRow]) -> list[tuple[str, str | None, str]]:
    """Who says what: outlet, reading and position, status."""
    return [(str(row.row.article.outlet), _stand(row), row.status) for row in rows]


def _stand(row: PositionRow) -> str | None:
    return f"{row.reading}:{row.position}" if row.reading else str(row.position)


def everything(ledger: Ledger) -> object:
    return list(ledger.table("positions")), list(ledger.table("shifts"))


def of(ledger: Ledger, outlet: str, **query: object) -> PositionRow:
    rows = ledger.positions(PositionQuery(**query))  # type: ignore[arg-type]
    return next(row for row in rows if row.row.article.outlet == outlet)


# Questions


def test_a_question_is_added_changed_and_removed_and_keeps_its_versions(kept: Ledger, path: Path) -> None:
    assert kept.add_question(CHARTER, TEXT) is Asking.UNCHANGED
    row = kept.question("selm-charter")
    assert row is not None
    assert (row.question, row.text, row.version) == (CHARTER, TEXT, 1)
    assert (row.statements, row.about, row.positions, row.shifts, row.waiting) == (6, 5, 4, 1, 0)
    assert kept.add_question(CHARTER, TEXT + "\n# a note") is Asking.CHANGED
    changed = kept.question("selm-charter")
    assert changed is not None
    assert (changed.version, changed.waiting, changed.positions) == (2, 4, 4)
    assert kept.unplaced() == 4
    kept.remove_question("selm-charter")
    assert kept.questions() == []
    assert everything(kept) == ([], [])
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT text FROM questions ORDER BY number").fetchall() == [(TEXT,), (TEXT + "\n# a note",)]
    assert kept.add_question(CHARTER, TEXT) is Asking.ADDED
    kept.place(FakePlacer())
    assert kept.count_positions() == 4


def test_a_person_decides_while_positions_are_found_and_is_learned_from(kept: Ledger, path: Path) -> None:
    class Slow(FakePlacer):
        def positions(self, question: Question, asked: Sequence[Asked], confirmed: Sequence[Example]) -> list[Taken]:
            if not self.asked:
                with open_ledger(path, wait=0) as deciding:
                    deciding.judge(of(deciding, "Herald").id, Verdict.CONFIRM, by="Ada Test")
            return super().positions(question, asked, confirmed)

    kept.place(placer := Slow(), again=True)
    assert [one.text for one in placer.confirmed] == [FOR]
    assert of(kept, "Herald").status == "confirmed"
    assert kept.unplaced() == 0


def test_questions_that_are_not_there_are_explained(kept: Ledger) -> None:
    assert kept.question("selm-pier") is None
    with pytest.raises(UsageError, match="there is no question 'selm-pier': those that are followed are selm-charter"):
        kept.remove_question("selm-pier")
    kept.remove_question("selm-charter")
    with pytest.raises(UsageError, match="no question is followed"):
        kept.remove_question("selm-charter")
    with pytest.raises(UsageError, match="needs an id"):
        kept.add_question(replace(CHARTER, id=" "), TEXT)


def test_a_question_comes_back_as_it_was_given(ledger: Ledger) -> None:
    ledger.add_question(CHARTER, TEXT)
    ledger.add_question(PIER, "pier")
    assert [row.question for row in ledger.questions()] == [CHARTER, PIER]
    ledger.add_question(CHARTER, "other")
    assert [row.question.id for row in ledger.questions()] == ["selm-charter", "selm-pier"]


# Placing


def test_each_statement_is_placed_and_listed_by_day(kept: Ledger) -> None:
    assert told(kept.positions()) == [
        ("Herald", "should:supports", "candidate"),
        ("Post", "should:opposes", "candidate"),
        ("Echo", "will:conditional", "candidate"),
        ("Star", "should:opposes", "candidate"),
    ]
    whole = PositionQuery(about=False, unsure=True)
    assert sorted(told(kept.positions(whole)))[1:5:2] == [
        ("Herald", "not-about", "candidate"),
        ("Post", "None", "candidate"),
    ]
    row = of(kept, "Herald")
    assert (row.actor_name, row.question, row.by, row.confidence, row.second_hand) == (
        "Orlan Vesk", "selm-charter", "places/1", 0.7, False,
    )  # fmt: skip
    assert [word.text for word in row.words] == ["Selm "]
    assert row.actor == next(iter(kept.actors())).actor.id
    assert kept.position(row.id[:8]) == row
    assert kept.position("0000000000000000") is None


@pytest.mark.parametrize(
    ("query", "outlets"),
    [
        (PositionQuery(question="selm-charter"), "Herald Post Echo Star"),
        (PositionQuery(question="selm-pier"), ""),
        (PositionQuery(speaker="vesk"), "Herald Echo Star"),
        (PositionQuery(speaker="nobody"), ""),
        (PositionQuery(reading=Reading.WILL), "Echo"),
        (PositionQuery(position=Position.OPPOSES), "Post Star"),
        (PositionQuery(position=Position.NOT_ABOUT), "Herald"),
        (PositionQuery(since="2031-05-05", until="2031-06-01"), "Post Echo"),
        (PositionQuery(unsure=True), "Herald Post Post Echo Star"),
        (PositionQuery(about=False), "Herald Herald Post Echo Star"),
        (PositionQuery(second_hand=True), ""),
        (PositionQuery(status="confirmed"), ""),
        (PositionQuery(limit=2, offset=1), "Post Echo"),
    ],
)
def test_a_query_and_its_number_agree(kept: Ledger, query: PositionQuery, outlets: str) -> None:
    assert [str(row.row.article.outlet) for row in kept.positions(query)] == outlets.split()
    assert kept.count_positions(replace(query, limit=None, offset=0)) == (4 if query.limit else len(outlets.split()))


def test_positions_of_an_actor_an_article_and_a_statement(kept: Ledger) -> None:
    row = of(kept, "Post")
    assert kept.count_positions(PositionQuery(actor=row.actor)) == 1
    assert kept.count_positions(PositionQuery(article=row.row.article.id, unsure=True)) == 2
    assert kept.count_positions(PositionQuery(statement=row.row.statement.id)) == 1
    with pytest.raises(UsageError, match="'right' is no status"):
        PositionQuery(status="right")


def test_placing_again_asks_nothing_and_writes_nothing(kept: Ledger, path: Path) -> None:
    placer, before = FakePlacer(), path.read_bytes()
    assert kept.place(placer).statements == 0
    assert (placer.asked, path.read_bytes()) == ([], before)
    assert kept.place(placer, again=True).statements == 6
    assert len(placer.asked) == 6


def test_a_ledger_without_questions_is_not_written_to(ledger: Ledger, path: Path) -> None:
    ledger.add(story()[0])
    ledger.relate(FakeRelater())
    before = path.read_bytes()
    done = ledger.place(FakePlacer())
    assert (done.questions, done.statements, path.read_bytes()) == (0, 0, before)


def test_only_what_is_new_is_placed(kept: Ledger) -> None:
    kept.add(report("Gull", "2031-08-01", (VESK, FOR)))
    kept.relate(FakeRelater())
    assert kept.unplaced() == 1
    placer, steps = FakePlacer(), list[tuple[int, int]]()
    done = kept.place(placer, progress=lambda one, all_: steps.append((one, all_)))
    assert [one.telling.outlet for one in placer.asked] == ["Gull"]
    assert (done.questions, done.statements, done.positions, done.shifts, steps) == (1, 1, 1, 2, [(1, 1)])
    assert kept.count_shifts() == 2


def test_what_is_asked_holds_what_the_placer_needs(path: Path) -> None:
    one = report("Herald", "2031-05-04", (VESK, FOR), (MEER, AGAINST))
    outer, inner = one.statements
    nested = replace(one, statements=(outer, replace(inner, within=outer.id)))
    placer = FakePlacer()
    with new_ledger(path, nested, resolve=resolve) as ledger:
        ledger.relate(FakeRelater())
        ledger.add_question(CHARTER, TEXT)
        ledger.place(placer)
        assert [(asked.inner, asked.outer) for asked in placer.asked] == [(True, False), (False, True)]
        assert placer.asked[0].passage.text == f"Orlan Vesk said that {FOR}."
        assert placer.asked[0].title == one.article.title
        assert placer.asked[0].telling.actor_name == "Orlan Vesk"
        assert [row.second_hand for row in ledger.positions()] == [False, True]
        assert told(ledger.positions(PositionQuery(second_hand=True)))[0][1] == "should:opposes"
        assert list(ledger.verify()) == []


class Telltale(FakePlacer):
    """Holds what begins with a name and "wants" to be the position of whoever is named."""

    def _taken(self, question: Question, one: Asked, confirmed: Sequence[Example]) -> list[Taken]:
        content = one.telling.statement.content[0]
        name = content.text.partition(" wants")[0]
        holder = Span(content.start, content.start + len(name), name)
        return [replace(taken, second_hand=True, holder=holder) for taken in super()._taken(question, one, confirmed)]


@pytest.mark.parametrize(
    ("named", "holder", "second_hand"),
    [("Ilse Meer", "Ilse Meer", True), ("The harbour board", None, True), ("Orlan Vesk", "Orlan Vesk", False)],
)
def test_a_position_belongs_to_whom_the_content_names_as_its_holder(
    path: Path, named: str, holder: str | None, second_hand: bool
) -> None:
    one = report("Herald", "2031-05-04", (VESK, f"{named} wants the charter as Selm should"), (MEER, SHRUG))
    content = one.statements[0].content[0]
    known = {actor.name: actor.id for actor in one.actors}
    mentions = (Mention(content.start, content.start + len(named), known.get(named), named),)
    with new_ledger(path, replace(one, mentions=mentions), resolve=resolve) as ledger:
        ledger.relate(FakeRelater())
        ledger.add_question(CHARTER, TEXT)
        ledger.place(Telltale())
        row = next(ledger.positions(PositionQuery(reading=Reading.SHOULD)))
        assert (row.actor_name, row.second_hand) == (holder, second_hand)
        assert list(ledger.verify()) == []


def test_an_interrupted_placing_goes_on_where_it_was(path: Path) -> None:
    class Stopping(FakePlacer):
        def positions(self, *args: object) -> object:  # type: ignore[override]
            if self.asked:
                raise KeyboardInterrupt
            return super().positions(*args)  # type: ignore[arg-type]

    with new_ledger(path, *story(), resolve=resolve) as ledger:
        ledger.relate(FakeRelater())
        ledger.add_question(CHARTER, TEXT)
        ledger.add_question(PIER, "pier")
        with pytest.raises(KeyboardInterrupt):
            ledger.place(Stopping())
        assert ledger.unplaced() == 4
        assert ledger.place(FakePlacer()).statements == 6
        assert (ledger.unplaced(), ledger.count_positions()) == (0, 4)
        assert list(ledger.verify()) == []


def test_another_version_of_a_placer_and_another_text_place_all_anew(kept: Ledger) -> None:
    assert kept.place(FakePlacer("places/2")).statements == 6
    assert {row.by for row in kept.positions()} == {"places/2"}
    kept.add_question(replace(CHARTER, about=("harbour",)), "other")
    kept.place(FakePlacer("places/2"))
    assert kept.count_positions() == 0
    assert kept.count_positions(PositionQuery(unsure=True)) == 1
    assert list(kept.shifts()) == []


def test_words_that_are_no_slice_of_the_text_are_not_kept(path: Path) -> None:
    class Inventing(FakePlacer):
        def _words(self, one: object) -> tuple[object, ...]:  # type: ignore[override]
            from onrecord.vocabulary import Span  # noqa: PLC0415

            return (Span(0, 5, "Tarvi"),)

    with new_ledger(path, story()[0]) as ledger:
        ledger.relate(FakeRelater())
        ledger.add_question(CHARTER, TEXT)
        ledger.place(Inventing())
        assert next(ledger.positions()).words == ()
        assert list(ledger.verify()) == []


def test_an_article_that_is_read_anew_is_placed_anew(kept: Ledger) -> None:
    kept.add(replace(story()[3], provenance=MODEL_B, statements=()))
    kept.relate(FakeRelater())
    assert [row.row.article.outlet for row in kept.positions()] == ["Herald", "Post", "Echo"]
    assert kept.count_shifts() == 0
    kept.place(FakePlacer())
    assert list(kept.table("shifts")) == []


def test_the_order_of_adding_leaves_no_trace(kept: Ledger, tmp_path: Path) -> None:
    with new_ledger(tmp_path / "other.db", resolve=resolve) as other:
        other.add_question(CHARTER, TEXT)
        for one in reversed(story()):
            other.add(one)
            other.relate(FakeRelater())
            other.place(FakePlacer())
        ids = [{(row.id, row.reading, row.position) for row in ledger.table("positions")} for ledger in (kept, other)]
        assert ids[0] == ids[1]
        assert [row.id for row in kept.shifts()] == [row.id for row in other.shifts()]


# Shifts


def test_a_shift_has_both_positions_as_evidence(kept: Ledger) -> None:
    (shift,) = kept.shifts()
    assert (shift.actor_name, shift.kind, shift.status, shift.by) == ("Orlan Vesk", ShiftKind.REVERSAL, "candidate", "places/1")
    assert [row.row.article.outlet for row in shift.statements] == ["Herald", "Star"]
    assert (shift.before, shift.after) == ((Reading.SHOULD, Position.SUPPORTS), (Reading.SHOULD, Position.OPPOSES))
    assert kept.shift(shift.id[:6]) == shift
    assert kept.count_shifts(ShiftQuery(speaker="meer")) == 0
    assert kept.count_shifts(ShiftQuery(actor=shift.actor, kind=ShiftKind.REVERSAL, question="selm-charter")) == 1
    assert kept.shift("00000000") is None


def test_two_reports_of_one_utterance_are_told_as_one(path: Path) -> None:
    class Watching(FakePlacer):
        def shifts(self, held: object) -> list[object]:  # type: ignore[override]
            seen.append([(one.outlet, one.utterance, one.copied, one.said_on) for one in held])  # type: ignore[attr-defined]
            return []

    seen: list[list[tuple[object, ...]]] = []
    with new_ledger(path, resolve=resolve) as ledger:
        ledger.add(report("Herald", "2031-05-04", (VESK, FOR), also=LONG))
        ledger.add(report("Post", "2031-05-05", (VESK, FOR), on="2031-05-04", also=LONG))
        ledger.relate(FakeRelater())
        ledger.add_question(CHARTER, TEXT)
        ledger.place(Watching())
        ((one, two),) = seen
        assert one[1] == two[1]
        assert sorted((str(name), copied) for name, _, copied, _ in (one, two)) == [("Herald", False), ("Post", True)]
        (copy,) = ledger.copies()
        ledger.judge(copy.id, Verdict.REJECT, by="Nadia")
        ledger.place(Watching())
        assert [copied for _, _, copied, _ in seen[-1]] == [False, False]


def test_a_day_that_is_not_known_is_bounded_by_that_of_publication(path: Path) -> None:
    class Watching(FakePlacer):
        def shifts(self, held: object) -> list[object]:  # type: ignore[override]
            seen.extend(one.said_on for one in held)  # type: ignore[attr-defined]
            return []

    seen: list[object] = []
    first, second = report("Herald", "2031-05-04", (VESK, FOR)), report("Post", "2031-05-09", (VESK, AGAINST))
    undated = replace(second, statements=tuple(replace(one, said_on=None) for one in second.statements))
    with new_ledger(path, first, undated, resolve=resolve) as ledger:
        ledger.relate(FakeRelater())
        ledger.add_question(CHARTER, TEXT)
        ledger.place(Watching())
        assert seen == [("2031-05-04", "2031-05-04"), (None, "2031-05-09")]


def test_actors_that_are_merged_have_their_shifts_found_anew(kept: Ledger) -> None:
    vesk, meer = of(kept, "Herald").actor, of(kept, "Post").actor
    assert vesk and meer
    merged = kept.merge(meer, vesk, by="Nadia")
    kept.relate(FakeRelater())
    kept.place(FakePlacer())
    assert [[row.row.article.outlet for row in shift.statements] for shift in kept.shifts()] == [["Herald", "Post"]]
    kept.undo(merged.id, by="Nadia")
    kept.relate(FakeRelater())
    kept.place(FakePlacer())
    assert [[row.row.article.outlet for row in shift.statements] for shift in kept.shifts()] == [["Herald", "Star"]]


# Judging


def test_a_position_is_confirmed_and_rejected_and_that_is_taken_back(kept: Ledger) -> None:
    row, before = of(kept, "Star"), everything(kept)
    kept.judge(row.id, Verdict.CONFIRM, by="Nadia")
    now = kept.position(row.id)
    assert now is not None
    assert (now.status, now.by, now.confidence) == ("confirmed", "Nadia", 1.0)
    made = kept.judge(row.id[:10], Verdict.REJECT, by="Tor", why="it was a joke")
    assert kept.position(row.id) == replace(row, status="rejected", judgement=made)
    assert [one.id for one in kept.positions(PositionQuery(status="rejected"))] == [row.id]
    assert kept.count_positions() == 3
    assert kept.count_shifts() == 0
    kept.place(FakePlacer())
    assert kept.count_shifts() == 0
    kept.judge(row.id, Verdict.UNDO, by="Tor")
    kept.judge(row.id, Verdict.UNDO, by="Tor")
    kept.place(FakePlacer())
    assert everything(kept) == before
    with pytest.raises(UsageError, match="nothing was decided"):
        kept.judge(row.id, Verdict.UNDO, by="Tor")


def test_a_corrected_position_stands_in_the_place_of_what_was_found(kept: Ledger) -> None:
    row, before = of(kept, "Echo"), everything(kept)
    kept.correct_position(row.id, Reading.SHOULD, Position.OPPOSES, by="Nadia", why="she meant the other one")
    right = of(kept, "Echo")
    assert told(kept.positions(PositionQuery(article=row.row.article.id, rejected=True))) == [
        ("Echo", "will:conditional", "rejected"),
        ("Echo", "should:opposes", "corrected"),
    ]
    assert (right.by, right.confidence, right.words, right.actor) == ("Nadia", 1.0, (), row.actor)
    assert right.reason == "put right by Nadia: she meant the other one"
    kept.place(FakePlacer())
    assert of(kept, "Echo").id == right.id
    assert [[one.row.article.outlet for one in shift.statements] for shift in kept.shifts()] == [["Herald", "Echo"]]
    kept.judge(right.id, Verdict.UNDO, by="Nadia")
    kept.place(FakePlacer())
    assert everything(kept) == before


def test_what_persons_placed_is_what_a_placer_learns_from(kept: Ledger) -> None:
    row = of(kept, "Post")
    unsure = next(one for one in kept.positions(PositionQuery(unsure=True)) if one.position is None)
    kept.judge(row.id, Verdict.CONFIRM, by="Nadia")
    kept.correct_position(unsure.id, Reading.WILL, Position.NONCOMMITTAL, by="Nadia")
    assert kept.unplaced() == 4
    placer = FakePlacer()
    assert kept.place(placer).statements == 6
    assert {(one.text, one.reading, one.position) for one in placer.confirmed} == {
        (AGAINST, Reading.SHOULD, Position.OPPOSES),
        (SHRUG, Reading.WILL, Position.NONCOMMITTAL),
    }
    kept.add(report("Gull", "2031-08-01", (VESK, SHRUG)))
    kept.relate(FakeRelater())
    kept.place(placer)
    assert told(kept.positions())[-1] == ("Gull", "will:noncommittal", "candidate")


def test_a_person_says_that_a_statement_is_not_about_the_question(kept: Ledger) -> None:
    row = of(kept, "Herald")
    kept.correct_position(row.id, None, Position.NOT_ABOUT, by="Nadia")
    assert [one.row.article.outlet for one in kept.positions()] == ["Post", "Echo", "Star"]
    placer = FakePlacer()
    kept.place(placer)
    assert {one.position for one in placer.confirmed} == {Position.NOT_ABOUT}
    assert {one.reading for one in placer.confirmed} == set(Reading)
    found = PositionQuery(about=False, status="corrected")
    assert told(kept.positions(found)) == [("Herald", "not-about", "corrected")]
    (aside,) = kept.positions(PositionQuery(position=Position.NOT_ABOUT, status="candidate"))
    kept.correct_position(aside.id, Reading.WILL, Position.SUPPORTS, by="Nadia")
    assert told(kept.positions())[0] == ("Herald", "will:supports", "corrected")


def test_a_judgement_lasts_where_the_machine_finds_something_else(kept: Ledger) -> None:
    class Contrary(FakePlacer):
        def _position(self, content: str) -> Position | None:
            return Position.NONCOMMITTAL

        def _taken(self, question: Question, one: Asked, confirmed: Sequence[Example]) -> list[Taken]:
            return super()._taken(question, one, ())

    row = of(kept, "Star")
    kept.judge(row.id, Verdict.CONFIRM, by="Nadia")
    kept.place(Contrary("places/2"))
    at_star = PositionQuery(article=row.row.article.id, rejected=True)
    assert sorted(told(kept.positions(at_star))) == [
        ("Star", "should:noncommittal", "rejected"),
        ("Star", "should:opposes", "confirmed"),
    ]
    assert of(kept, "Herald").position is Position.NONCOMMITTAL
    kept.remove_question("selm-charter")
    kept.add_question(CHARTER, TEXT)
    kept.place(FakePlacer())
    assert of(kept, "Star").status == "confirmed"


def test_a_shift_is_judged_and_a_confirmed_one_stays_when_more_comes_in(kept: Ledger) -> None:
    (shift,) = kept.shifts()
    kept.judge(shift.id, Verdict.REJECT, by="Nadia")
    assert list(kept.shifts()) == []
    assert [one.status for one in kept.shifts(ShiftQuery(status="rejected"))] == ["rejected"]
    kept.judge(shift.id, Verdict.UNDO, by="Nadia")
    made = kept.judge(shift.id[:8], Verdict.CONFIRM, by="Nadia", why="on tape")
    assert kept.shift(shift.id) == replace(shift, status="confirmed", confidence=1.0, by="Nadia", judgement=made)
    kept.add(report("Gull", "2031-05-20", (VESK, FOR)))
    kept.relate(FakeRelater())
    kept.place(FakePlacer())
    (now,) = kept.shifts()
    assert (now.id, now.status, now.by) == (shift.id, "confirmed", "Nadia")
    kept.judge(of(kept, "Star").id, Verdict.REJECT, by="Nadia")
    assert list(kept.shifts()) == []
    kept.place(FakePlacer())
    assert list(kept.table("shifts")) == []


def test_what_cannot_be_judged_is_explained(kept: Ledger) -> None:
    row = of(kept, "Star")
    unsure = next(one for one in kept.positions(PositionQuery(unsure=True)) if one.position is None)
    with pytest.raises(UsageError, match="nobody could tell"):
        kept.judge(unsure.id, Verdict.CONFIRM, by="Nadia")
    with pytest.raises(UsageError, match="is should:opposes already"):
        kept.correct_position(row.id, Reading.SHOULD, Position.OPPOSES, by="Nadia")
    with pytest.raises(UsageError, match="only what is not about"):
        kept.correct_position(row.id, None, Position.OPPOSES, by="Nadia")
    with pytest.raises(UsageError, match="there is no position whose id starts with '0000'"):
        kept.correct_position("0000", Reading.WILL, Position.OPPOSES, by="Nadia")
    with pytest.raises(UsageError, match="only a statement is judged together"):
        kept.judge(row.id, Verdict.REJECT, other=unsure.id, by="Nadia")
    with pytest.raises(UsageError, match="confirms, rejects or undoes"):
        kept.judge(row.id, Verdict.CORRECT, by="Nadia")


# Verifying


@pytest.mark.parametrize(
    ("sql", "wrong"),
    [
        ("UPDATE positions SET position = 'supports' WHERE position = 'opposes'", "its id is not the one"),
        ("UPDATE positions SET confidence = 0.99", "its seal differs"),
        ("UPDATE positions SET status = 'confirmed'", "do not follow from what was found and judged"),
        ("UPDATE positions SET words = '[[0, 3, \"Sel\"]]'", "not in the text at their place"),
        ("UPDATE positions SET words = '[[0, 3]]'", "is not a list of spans in JSON"),
        ("UPDATE positions SET position = 'loves'", "none of its closed list"),
        ("UPDATE positions SET day_latest = '2031-01-01'", "not those of its statement"),
        ("UPDATE positions SET persona_row = NULL", "another article or holder"),
        ("UPDATE positions SET about = 0", "does not follow from its position"),
        ("DELETE FROM positions WHERE reading IS NULL", "its seal differs"),
        ("DELETE FROM placings", "an article that is not placed"),
        ("UPDATE placings SET version = 'places/9'", "its seal differs"),
        ("UPDATE questions SET text = 'no'", "its digest differs"),
        ("UPDATE questions SET number = 3", "not numbered in order"),
        ("UPDATE questions SET asked = '{}'", "is not a question in JSON"),
        ("UPDATE questions SET until = '2031-01-01'", "not followed"),
        ("UPDATE shifts SET why = 'because'", "its seal differs"),
        ("UPDATE shifts SET kind = 'turn'", "none of its closed list"),
    ],
)
def test_whatever_is_tampered_with_is_noticed(kept: Ledger, tmp_path: Path, sql: str, wrong: str) -> None:
    copied = tmp_path / "copy.db"
    assert tampered(kept.path, copied, sql)
    with open_ledger(copied) as ledger:
        assert any(wrong in failure.wrong for failure in ledger.verify())


CELLS = [
    (table.name, column.name)
    for table in (questions, placings, positions, shifts)
    for column in table.columns
    if column.name not in ("row", "added_at", "until")
]


def test_any_one_value_tampered_with_is_noticed(kept: Ledger, tmp_path: Path) -> None:
    row = of(kept, "Star")
    kept.judge(row.id, Verdict.CONFIRM, by="Nadia")
    kept.correct_position(of(kept, "Echo").id, Reading.SHOULD, Position.OPPOSES, by="Nadia")
    kept.place(FakePlacer())
    missed = []
    for number, (table, column, value) in enumerate((*cell, value) for cell in CELLS for value in ("[]", 1)):
        copied = tmp_path / f"{number}.db"
        if tampered(kept.path, copied, f'UPDATE {table} SET "{column}" = ?', value):
            with open_ledger(copied) as ledger:
                missed += [] if list(ledger.verify()) else [(table, column, value)]
    assert missed == []


def tampered(path: Path, copied: Path, sql: str, *values: object) -> bool:
    """Whether a copy of a ledger could be changed so, and is another then."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("VACUUM INTO ?", (str(copied),))
    with closing(sqlite3.connect(copied)) as raw:
        before = list(raw.iterdump())
        with suppress(sqlite3.IntegrityError), raw:
            raw.execute(sql, values)
        return list(raw.iterdump()) != before


def test_statements_without_an_actor_are_placed_and_shift_nothing(path: Path) -> None:
    nobody = Actor("nobody", "Nobody", None, ())
    one = report("Herald", "2031-05-04", (nobody, FOR), (nobody, AGAINST))
    anonymous = replace(one, actors=(), statements=tuple(replace(each, speaker=None) for each in one.statements))
    with new_ledger(path, anonymous, resolve=resolve) as ledger:
        ledger.relate(FakeRelater())
        ledger.add_question(CHARTER, TEXT)
        assert ledger.place(FakePlacer()).positions == 2
        assert [(row.actor, row.actor_name) for row in ledger.positions()] == [(None, None)] * 2
        assert ledger.count_shifts() == 0
        assert ledger.count_statements(StatementQuery()) == 2
        assert list(ledger.verify()) == []
