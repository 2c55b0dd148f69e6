"""`onrecord relate`, `utterances`, `compare`, `disagreements` and `judge`, on three short invented reports of one day."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.commands.conftest import Desk

COURIER = """Premier opens the harbour

KARO, 4 May 2031 - Premier Ada Olan said on Sunday that the harbour would open once the dredging was paid for.

“We will open the harbour in June, once the dredging is paid for and the council has agreed,” Olan told reporters in Karo.

The treaty on the harbour was signed at Karo in 2008 by Tarvia and Selm.
"""
HERALD = """Harbour to open in June

KARO, 4 May 2031 - “We will open the harbour in June,” Premier Ada Olan told reporters in Karo on Sunday.

“Nobody will be left on the quay,” her minister, Joren Pell, said.
"""
GAZETTE = """Old quarrel ends

SELM, 5 May 2031 - Merchants in Selm welcomed the news on Monday.

The treaty on the harbour was signed at Karo in 2018 by Tarvia and Selm, and nobody has read it since.
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("relations"))
    for name, outlet, text, day in (
        ("courier.txt", "Courier", COURIER, "2031-05-04"),
        ("herald.txt", "Herald", HERALD, "2031-05-04"),
        ("gazette.txt", "Gazette", GAZETTE, "2031-05-05"),
    ):
        desk.write(name, text)
        done = desk.run("add", name, "--outlet", outlet, "--published", day)
        assert done.status == 0 and "related 1 article" in done.out
    return desk


def of_the_harbour(desk: Desk) -> dict:
    (row,) = desk.run("utterances", "--text", "harbour June", "--reports", "2", "--json").rows
    return row


def test_one_utterance_is_found_in_both_reports_with_what_one_dropped(kept: Desk) -> None:
    row = of_the_harbour(kept)
    assert row["name"] == "Ada Olan" and len(row["reports"]) == 2 and row["reprints"] == []
    dropped = [one for one in row["drift"] if one["type"] == "condition-dropped"]
    assert dropped and "once the dredging is paid for" in dropped[0]["before"]
    listed = kept.run("utterances", "--speaker", "olan")
    assert listed.status == 0 and "condition-dropped" in listed.out and "Ada Olan" in listed.out


def test_compare_shows_both_reports_and_takes_a_statements_id_too(kept: Desk) -> None:
    row = of_the_harbour(kept)
    shown = kept.run("compare", row["id"][:8])
    assert shown.status == 0
    assert "Courier" in shown.out and "Herald" in shown.out and "fullest" in shown.out and "dropped" in shown.out
    assert kept.run("compare", row["statements"][0]).out == shown.out
    (history,) = kept.run("compare", row["id"], "--json").rows
    assert {one["article"]["outlet"] for one in history["tellings"]} == {"Courier", "Herald"} and history["links"]


def test_two_years_of_one_treaty_are_a_disagreement_with_both_places(kept: Desk) -> None:
    (row,) = kept.run("disagreements", "--json").rows
    assert row["kind"] == "date" and sorted(side["value"] for side in row["sides"]) == ["2008", "2018"]
    texts = {one["id"]: one["text"] for one in kept.run("export", "--table", "articles").rows}
    assert all(texts[side["article"]][side["start"] : side["end"]] == side["text"] for side in row["sides"])
    listed = kept.run("disagreements")
    assert "Courier" in listed.out and "Gazette" in listed.out and "1 disagreement" in listed.err
    assert kept.run("disagreements", row["id"][:8]).out.startswith("date: ")


def test_what_is_rejected_is_left_out_until_that_is_taken_back(kept: Desk) -> None:
    (row,) = kept.run("disagreements", "--json").rows
    rejected = kept.run("judge", row["id"], "reject", "--why", "two treaties", "--by", "Mira")
    assert rejected.status == 0 and "take it back" in rejected.out
    assert kept.run("disagreements", "--json").rows == []
    (still,) = kept.run("disagreements", "--status", "rejected", "--json").rows
    assert still["id"] == row["id"] and "reject by Mira" in kept.run("disagreements", row["id"]).out
    assert kept.run("relate", "--again").status == 0 and kept.run("disagreements", "--json").rows == []
    assert kept.run("judge", row["id"], "undo").status == 0
    assert [one["status"] for one in kept.run("disagreements", "--json").rows] == ["candidate"]


def test_a_statement_taken_out_of_its_utterance_stays_out(kept: Desk) -> None:
    row = of_the_harbour(kept)
    (history,) = kept.run("compare", row["id"], "--json").rows
    other = next(one["id"] for one in history["tellings"] if one["article"]["outlet"] == "Herald")
    assert kept.run("judge", other, "reject", "--why", "another day").status == 0
    assert kept.run("utterances", "--reports", "2", "--json").rows == []
    assert kept.run("relate", "--again").status == 0 and kept.run("utterances", "--reports", "2", "--json").rows == []
    assert kept.run("judge", other, "undo").status == 0
    assert of_the_harbour(kept)["statements"] == row["statements"]


@pytest.mark.parametrize("table", ["utterances", "disagreements"])
def test_the_tables_are_exported(kept: Desk, table: str) -> None:
    rows = kept.run("export", "--table", table).rows
    assert rows and all(row["id"] for row in rows)
    written = list(csv.DictReader(io.StringIO(kept.run("export", "--table", table, "--format", "csv").out)))
    assert [row["id"] for row in written] == [row["id"] for row in rows]
    assert not any(None in row for row in written)


def test_what_there_is_not_is_said_with_what_to_do(kept: Desk) -> None:
    for words in (("compare", "ffffffff"), ("disagreements", "ffffffff"), ("judge", "ffffffff", "reject")):
        done = kept.run(*words)
        assert done.status != 0 and "ffffffff" in done.err and "Traceback" not in done.err
    assert kept.run("relate", "--ledger", "none.db").status != 0
    assert kept.run("utterances", "--since", "soon").status == 2


def test_relating_can_wait_and_says_so_when_there_is_nothing_new(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("herald.txt", HERALD)
    assert "related" not in desk.run("add", "herald.txt", "--no-relate").out
    assert desk.run("relate").out.startswith("related 1 article with")
    assert desk.run("relate").out == "nothing new to relate\n"
