"""`onrecord judge` on statements, `review` and `check`, on two short invented reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Desk

COURIER = """Premier opens the harbour

KARO, 4 May 2031 - Premier Ada Olan said on Sunday that the harbour would open once the dredging was paid for.

Joren Pell, her minister, warned that the council of Karo had not agreed. “It will be a long summer,” he said.
"""


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("reviewing"))
    desk.write("courier.txt", COURIER)
    assert desk.run("add", "courier.txt", "--outlet", "Courier", "--published", "2031-05-04").status == 0
    return desk


@pytest.fixture
def kept(added: Desk, tmp_path: Path) -> Desk:
    return added.copied(tmp_path)


def of_olan(desk: Desk) -> dict:
    (row,) = desk.run("statements", "--speaker", "Olan", "--json").rows
    return row


def test_a_statement_is_put_right_and_taken_back(kept: Desk) -> None:
    before = of_olan(kept)
    start = COURIER.index("the harbour would open")
    words = ("--speaker", "Joren Pell", "--kind", "mixed", "--day", "2031-05-02/..", "--content", f"{start}-{start + 22}")
    made = kept.run("judge", before["id"][:8], "correct", *words, "--by", "Mira", "--why", "a slip", "--json")
    assert made.status == 0, made.err
    assert "the speaker is Joren Pell, the kind is mixed, the day is 2031-05-02/.." in made.rows[0]["says"]
    assert kept.run("statements", "--speaker", "Olan", "--json").rows == []
    now = next(row for row in kept.run("statements", "--speaker", "Pell", "--json").rows if row["id"] == before["id"])
    assert (now["kind"], now["content"][0]["text"], now["said_on_edtf"]) == ("mixed", "the harbour would open", "2031-05-02/..")
    assert "corrected by Mira" in kept.run("show", before["id"]).out
    assert [row["id"] for row in kept.run("statements", "--status", "corrected", "--json").rows] == [before["id"]]
    assert kept.run("verify").status == 0
    assert kept.run("judge", before["id"], "undo").status == 0
    assert of_olan(kept) == before and kept.run("verify").status == 0
    assert kept.run("judge", before["id"], "correct", "--speaker", "none", "--source", "none").status == 0
    row = kept.run("statements", "--status", "corrected", "--json").rows[0]
    assert row["speaker"] is None and row["source"] is None


def test_it_is_told_who_else_tells_the_same_and_how_to_put_it_right_there(kept: Desk) -> None:
    for outlet in ("Lantern", "Gazette"):
        kept.write(f"{outlet}.txt", COURIER)
        assert kept.run("add", f"{outlet}.txt", "--outlet", outlet, "--published", "2031-05-05").status == 0
    one, *others = (row["id"] for row in kept.run("statements", "--speaker", "Olan", "--json").rows)
    done = kept.run("judge", one, "correct", "--speaker", "Joren Pell", "--by", "Mira", "--also", others[0])
    assert done.status == 0 and done.out.count("the speaker is Joren Pell") == 2
    assert "1 other statement tells the same, with another speaker: " in done.err and "Ada Olan" in done.err
    assert f"`onrecord judge {others[1][:8]} correct --speaker 'Joren Pell'`" in done.err
    assert {row["id"] for row in kept.run("statements", "--speaker", "Pell", "--json").rows} >= {one, others[0]}
    done = kept.run("judge", others[1], "correct", "--speaker", "Joren Pell")
    assert "tells the same" not in done.err and kept.run("verify").status == 0


def test_a_speaker_whom_the_ledger_does_not_know_is_made_an_actor(kept: Desk) -> None:
    done = kept.run("judge", of_olan(kept)["id"], "correct", "--speaker", "Tilda Kerr", "--new", "person", "--by", "Mira")
    assert done.status == 0 and "the speaker is Tilda Kerr, a new actor (person)" in done.out
    assert "Tilda Kerr" in kept.run("actors").out and kept.run("verify").status == 0


def test_a_statement_rejected_is_listed_where_it_is_asked_for(kept: Desk) -> None:
    one = of_olan(kept)["id"]
    done = kept.run("judge", one, "reject", "--by", "Mira")
    assert done.status == 0 and "is no statement" in done.out and f"judge {done.out.split('judge ')[1][:8]} undo" in done.out
    assert one not in {row["id"] for row in kept.run("statements", "--json").rows}
    assert [row["id"] for row in kept.run("statements", "--status", "rejected", "--json").rows] == [one]
    assert one not in {row["id"] for row in kept.run("export", "--table", "statements").rows}
    assert kept.run("judge", one, "confirm").status == 0 and of_olan(kept)["confidence"] == 1.0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("correct",), "say what is right of the statement"),
        (("correct", "--as", "should:opposes"), "a position is put right with both"),
        (("confirm", "--speaker", "Pell"), "--speaker says what is right"),
        (("reject", "--day", "2031-05-04"), "--day says what is right"),
        (("correct", "--speaker", "Nobody Known"), "Nobody Known"),
        (("correct", "--new", "person"), "--new says what --speaker names"),
        (("correct", "--speaker", "Ada Olan", "--new", "person"), "there is an actor called Ada Olan already"),
        (("correct", "--kind", "mixed", "--also", "ffffffff"), "--also puts the speaker or the day"),
        (("correct", "--day", "May"), "'May' is not a day"),
        (("correct", "--day", "2031-05-04/"), "is no day"),
        (("correct", "--day", "2031-05-06/2031-05-04"), "swap the two"),
        (("correct", "--content", "4"), "is no place for --content"),
        (("correct", "--content", "4-x"), "is no place for --content"),
        (("correct", "--content", "4-99999"), "is no stretch of the article's text"),
        (("correct", "--source", "9-4"), "is no stretch of the article's text"),
        (("correct", "--kind", "loud"), "loud"),
        (("apart", "--with", "ffffffff"), "taken out of its utterance"),
        (("apart",), "nothing to reject"),
        (("undo",), "nothing was decided"),
    ],
)
def test_what_cannot_be_judged_is_said(kept: Desk, words: tuple[str, ...], said: str) -> None:
    done = kept.run("judge", of_olan(kept)["id"], *words)
    assert done.status == 2 and said in done.err and "Traceback" not in done.err and done.out == ""


def test_what_to_look_at_next_is_listed_until_it_is_judged(kept: Desk) -> None:
    for row in kept.run("statements", "--json").rows:
        assert kept.run("judge", row["id"], "correct", "--speaker", "none").status in (0, 2)
        assert kept.run("judge", row["id"], "undo").status == 0
    rows = kept.run("review", "--json").rows
    assert all(row["why"].endswith(".") and row["kind"] == "statement" for row in rows)
    for row in rows:
        assert kept.run("judge", row["subject"], "confirm").status == 0
    done = kept.run("review")
    assert done.status == 0 and "nothing is left to look at" in done.err
    assert kept.run("review", "--question", "none").status == 2 and kept.run("review", "--kind", "mood").status == 2


def test_a_sample_is_checked_one_by_one(kept: Desk) -> None:
    done = kept.run("check")
    assert done.status == 2 and "`onrecord check --size 100` draws one" in done.err
    total = len(kept.run("statements", "--json").rows)
    begun = kept.run("check", "--size", "100", "--seed", "7", "--by", "Mira")
    assert begun.status == 0 and f"1 of {total}" in begun.out and f"of {total} by seed 7" in begun.err
    assert "not known" in begun.out and "right`, or what is wrong: speaker" in begun.out
    again = kept.run("check", "--size", "100")
    assert again.status == 2 and "not checked" in again.err and "--new" in again.err
    for number in range(total):
        (row,) = kept.run("check", "--json").rows
        assert row["checked"] == number
        one = row["next"]["statement"]["id"]
        done = kept.run("check", one[:8], *(("speaker", "day") if number == 0 else ("right",)), "--by", "Mira")
        assert done.status == 0, done.err
    assert "all of the sample is checked" in done.err and f"{total} of {total} statements checked" in done.err
    (row,) = kept.run("check", "--json").rows
    assert row["next"] is None and row["whole"]["wrong"] == 1
    # All of the ledger was checked, so that nothing is left to chance.
    assert row["whole"]["low"] == row["whole"]["high"] == pytest.approx(1 / total, abs=1e-3)
    assert kept.run("check", "--size", "2", "--new").status == 0 and kept.run("verify").status == 0
    done = kept.run("check")
    assert "until the new one is finished (0 of 2 checked)" in done.err and "not known" not in done.out
    for words, said in (
        ((one,), "say how the statement"),
        ((one, "loud"), "'loud' is no answer"),
        ((one, "right", "day"), "give `right` alone"),
        (("ffffffff", "right"), "no statement of the sample"),
        (("--seed", "3"), "how many statements"),
        (("--size", "0"), "0 is not in the range"),
        ((one, "right", "--size", "3"), "one after the other"),
    ):
        failed = kept.run("check", *words)
        assert failed.status == 2 and said in failed.err and "Traceback" not in failed.err
