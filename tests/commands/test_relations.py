"""`onrecord relate`, `utterances`, `compare`, `disagreements` and `judge`, on three short invented reports of one day."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from pyarrow import parquet

from onrecord.ledger import TABLES
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
    assert kept.run("judge", other, "apart", "--why", "another day").status == 0
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


def test_compare_says_what_to_type_for_what_is_no_utterance(kept: Desk) -> None:
    (row,) = kept.run("disagreements", "--json").rows
    done = kept.run("compare", row["id"])
    assert done.status == 2 and f"`onrecord disagreements {row['id'][:8]}` shows it" in done.err
    assert kept.run("compare", "ffffffff").status == kept.run("disagreements", "ffffffff").status == 2
    assert "no other outlet here is known to have covered" in " ".join(
        kept.run("compare", of_the_harbour(kept)["id"]).out.split()
    )


def test_relating_can_wait_and_says_so_when_there_is_nothing_new(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("herald.txt", HERALD)
    assert "related" not in desk.run("add", "herald.txt", "--no-relate").out
    assert desk.run("relate").out.startswith("related 1 article with")
    assert desk.run("relate").out == "nothing new to relate\n"


FERRY = """Ferry line to Selm is sold

KARO, 6 May 2031 - The state ferry line that has joined Karo to the islands since the war was sold on Tuesday to a group of
shipowners from Selm, who promised to keep all nine boats in service for at least ten years.

“We will open the northern route again in June, once the dredging is paid for,” Edo Varr, the group’s chairman, said on Tuesday.

The price was not made known, but two people who took part in the talks put it at about 40 million marks, much less than what
the line had cost the state over the last four winters, when the ice kept the smaller boats in harbour for weeks on end.

Crews had feared that the new owners would close the northern route, which carries few passengers between autumn and spring
and has never earned its coal. A clerk of the harbour board read out the terms in the old customs hall, where the first tickets
were sold, and the mayors of the three northern parishes signed them as witnesses before the evening boat left.
"""
BEACON = FERRY.replace("Ferry line to Selm is sold", "Islands’ boats go to Selm").replace("ten years", "two years")


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The first report, a copy of it two days later in which a figure is another, and one of its own."""
    desk = Desk(tmp_path_factory.mktemp("copies"))
    own = "KARO, 6 May 2031 - “We will open the northern route again in June,” Edo Varr told reporters in Karo on Tuesday.\n"
    for name, outlet, text, day in (
        ("ferry.txt", "Courier", FERRY, "2031-05-06"),
        ("beacon.txt", "Beacon", BEACON, "2031-05-08"),
        ("star.txt", "Star", f"Boats sold\n\n{own}", "2031-05-06"),
    ):
        desk.write(name, text)
        assert desk.run("add", name, "--outlet", outlet, "--published", day, "--no-relate").status == 0
    assert desk.run("relate").status == 0
    return desk


def of_the_boats(desk: Desk) -> str:
    (row,) = desk.run("utterances", "--text", "dredging", "--reports", "2", "--json").rows
    return row["id"]


def test_before_anything_is_related_the_list_says_so(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("herald.txt", HERALD)
    desk.run("add", "herald.txt", "--no-relate")
    done = desk.run("utterances")
    assert done.status == 0 and done.out == "" and "nothing is compared yet" in done.err and "`onrecord relate`" in done.err


def test_compare_shows_of_which_kind_a_copy_is_and_what_shows_it(copied: Desk) -> None:
    number = of_the_boats(copied)
    shown = copied.run("compare", number)
    assert "2 witnesses, and 1 copy of what they print" in shown.out
    lines = [line.strip() for line in shown.out.splitlines()]
    heads = [line for line in lines if line.endswith((": witness", ": copy"))]
    assert heads == ["Courier, 2031-05-06: witness", "Beacon, 2031-05-08: copy", "Star, 2031-05-06: witness"]
    (history,) = copied.run("compare", number, "--json").rows
    (copy,) = history["copies"]
    assert copy["kind"] == "reprint" and copy["shown_by"]
    said = " ".join(lines)
    assert f"reprint of Courier: {copy['shown_by']} copy {copy['id'][:8]}" in said.replace("  ", " ")
    assert "“We will open the northern route again in June [-once the dredging is paid for-],”" in shown.out
    assert "article " in shown.out and "star.txt" in shown.out and "onrecord judge ID reject" in shown.err


def test_a_copy_that_is_rejected_by_the_id_shown_is_a_witness(copied: Desk) -> None:
    number = of_the_boats(copied)
    (copy,) = copied.run("compare", number, "--json").rows[0]["copies"]
    assert copied.run("judge", copy["id"][:8], "reject", "--by", "Mira").status == 0
    shown = " ".join(copied.run("compare", number).out.split())
    assert "3 witnesses, no copies" in shown and f"copy {copy['id'][:8]}, rejected" in shown
    assert copied.run("judge", copy["id"][:8], "undo").status == 0
    assert copied.run("compare", number, "--json").rows[0]["copies"][0]["status"] == "candidate"


def test_compare_says_what_cannot_be_right_and_what_persons_judged_of_it_alone(kept: Desk) -> None:
    row = of_the_harbour(kept)
    one, other, *_ = row["statements"]
    (alone,) = kept.run("utterances", "--single", "--text", "quay", "--json").rows
    apart = kept.run("judge", one, "reject", "--with", alone["statements"][0], "--by", "Nadia", "--json").rows[0]
    within = kept.run("judge", one, "confirm", "--with", other, "--by", "Mira", "--why", "one speech", "--json").rows[0]
    shown = kept.run("compare", row["id"])
    assert "confirm by Mira" in shown.out and "one speech" in shown.out and "Nadia" not in shown.out
    assert "Nadia" not in kept.run("compare", alone["id"]).out
    for judgement in (apart, within):
        assert kept.run("judge", judgement["id"][:8], "undo").status == 0
    assert "taken back by" in kept.run("compare", row["id"]).out


def test_an_utterance_is_listed_by_what_is_asked_for_and_none_with_the_reason(kept: Desk) -> None:
    row = of_the_harbour(kept)
    for asked in (("--actor", "Ada Olan"), ("--drift", "condition-dropped"), ("--since", "2031-05-01", "--until", "2031-05-31")):
        assert row["id"] in [one["id"] for one in kept.run("utterances", "--json", *asked).rows], asked
    reports = [len(one["reports"]) for one in kept.run("utterances", "--single", "--json").rows]
    assert reports == sorted(reports, reverse=True) and reports[0] == 2
    none = kept.run("utterances", "--drift", "condition-dropped", "--since", "2032-01-01")
    assert none.status == 0 and none.out == "" and "fits --since and --drift" in none.err
    assert "see --single" in kept.run("utterances", "--text", "quay").err
    assert kept.run("utterances", "--actor", "Nobody").status == 2
    assert "'hedge' is not one of" in kept.run("utterances", "--drift", "hedge").err


def test_disagreements_show_witnesses_places_and_ids_to_judge_by(kept: Desk) -> None:
    (row,) = kept.run("disagreements", "--json").rows
    listed = kept.run("disagreements")
    assert f"{row['id'][:8]}, " in listed.out and "onrecord judge ID" in listed.err
    assert "2008: 1 witness: Courier" in listed.out and "2018: 1 witness: Gazette" in listed.out
    assert "signed at Karo in >>2008<< by Tarvia and Selm" in listed.out
    none = kept.run("disagreements", "--kind", "number")
    assert none.status == 0 and none.out == "" and "none of 1 disagreement fits --kind" in none.err
    assert kept.run("judge", row["id"], "reject").status == 0
    assert "1 was rejected, see --status rejected" in kept.run("disagreements").err
    assert kept.run("judge", row["id"], "undo").status == 0
    said = " ".join(listed.out.split())
    assert all(f"article {side['article'][:8]} at {side['start']}-{side['end']}" in said for side in row["sides"])


@pytest.mark.parametrize("subject", ["", "  ", "abc", "ffffffff", "no-id"])
def test_judging_what_there_is_not_says_where_the_ids_are(kept: Desk, subject: str) -> None:
    done = kept.run("judge", subject, "reject")
    assert done.status == 2 and done.out == "" and repr(subject) in done.err
    assert "disagreements`" in done.err and "compare`" in done.err


def test_judging_an_utterance_says_what_to_judge(kept: Desk) -> None:
    row = of_the_harbour(kept)
    done = kept.run("judge", row["id"][:8], "reject")
    assert done.status == 2 and "an utterance: judge one of its statements" in done.err
    (one,) = kept.run("disagreements", "--json").rows
    done = kept.run("judge", one["id"], "apart")
    assert done.status == 2 and "taken out of its utterance" in done.err


@pytest.mark.parametrize("table", [one for one in TABLES if one not in ("positions", "shifts")])
def test_a_table_in_parquet_holds_what_it_holds_in_json_lines(kept: Desk, table: str) -> None:
    done = kept.run("export", "--table", table, "--format", "parquet", "-o", f"{table}.parquet")
    assert done.status == 0, done.err
    read = parquet.read_table(kept.folder / f"{table}.parquet").to_pylist()
    rows = kept.run("export", "--table", table).rows
    assert rows and read == rows and [*read[0]] == [*rows[0]]


def test_an_empty_table_is_a_parquet_file_with_the_same_columns(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("herald.txt", HERALD)
    desk.run("add", "herald.txt")
    assert desk.run("export", "--table", "disagreements", "--format", "parquet", "-o", "none.parquet").status == 0
    made = parquet.read_table(tmp_path / "none.parquet")
    assert made.num_rows == 0 and "sides" in made.column_names


def test_without_pyarrow_parquet_says_what_to_install(kept: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.write("hidden/pyarrow.py", "raise ImportError('not installed')")
    monkeypatch.setenv("PYTHONPATH", str(kept.folder / "hidden"))
    done = kept.run_fresh("export", "--table", "actors", "--format", "parquet", "-o", "never.parquet")
    assert done.status == 2 and "pip install 'onrecord[parquet]'" in done.err and not (kept.folder / "never.parquet").exists()
    assert kept.run("export", "--table", "actors").rows
