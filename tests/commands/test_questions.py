"""`onrecord question`, `timeline`, `positions`, `shifts`, their judgements and exports, on four short invented articles."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyarrow import parquet

from tests.commands.conftest import Desk

QUESTION = """format = "onrecord.question/1"
id = "bridge"
question = "Will, and should, the bridge at Karo be built?"
names = ["Karo", "Tarvia"]
words = ["bridge", "crossing"]

[will]
supports = ["The bridge will be built.", "The crossing is going to open.", "There will be a bridge at Karo."]
conditional = ["The bridge will be built once the money is there.", "It opens if the council agrees.", "Not before the vote."]
opposes = ["The bridge will never be built.", "There will be no crossing.", "The bridge is off the table."]
noncommittal = ["It is too early to say whether the bridge comes.", "She gave no date.", "Nobody can say when."]

[should]
supports = ["The bridge should be built.", "He called on the council to build the bridge.", "We need the crossing."]
conditional = ["We would agree to the bridge if the toll were lower.", "Only with a vote.", "First the money, then the bridge."]
opposes = ["The bridge must not be built.", "They demanded that the bridge be given up.", "The crossing would be a mistake."]
noncommittal = ["He declined to say whether he wants the bridge.", "We take no position.", "She did not mention the bridge."]
"""
STORY = {
    "spring": (
        "Courier",
        "2031-04-06",
        "“The bridge at Karo will be built,” Premier Ada Olan said on Sunday. “Tarvia should build the bridge, and soon.”\n\n"
        "Joren Pell, the mayor of Selm, demanded that the bridge never be built.",
    ),
    "again": ("Herald", "2031-04-07", "“The bridge at Karo will be built,” Premier Ada Olan told reporters in Karo on Sunday."),
    "winter": (
        "Gazette",
        "2032-01-12",
        "“We must admit that the bridge at Karo will never be built,” Premier Ada Olan said on Monday.\n\n"
        "The mayor, Joren Pell, declined to say whether the bridge should be built.",
    ),
    "rain": ("Echo", "2032-02-02", "“It has rained in Karo for nine days,” Premier Ada Olan said on Monday."),
}
# Makes each of them an article of some length.
AROUND = "The river at Selm stood high all week, and the old ferry lay at its ropes while the farmers waited with their carts."


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("questions"))
    desk.write("bridge.toml", QUESTION)
    assert desk.run("question", "add", "bridge.toml").status == 0
    for name, (outlet, day, text) in STORY.items():
        desk.write(f"{name}.txt", f"News of the {name}\n\n{text}\n\n{AROUND}\n")
        done = desk.run("add", f"{name}.txt", "--outlet", outlet, "--published", day)
        assert done.status == 0 and "placed " in done.out, done.err
    return desk


def of_olan(desk: Desk, *more: str) -> list[dict]:
    return desk.run("positions", "--speaker", "olan", "--json", *more).rows


def test_what_is_added_is_placed_on_the_questions_there_are(kept: Desk) -> None:
    held = {(row["reading"], row["position"], row["said_on"]["earliest"]) for row in of_olan(kept)}
    assert {("will", "supports", "2031-04-06"), ("will", "opposes", "2032-01-12")} <= held
    for row in of_olan(kept):
        assert row["reason"] and 0 <= row["confidence"] <= 1 and row["status"] == "candidate"
    assert kept.run("relate").out == "nothing new to relate\n"


def test_every_word_that_is_shown_stands_in_its_article(kept: Desk) -> None:
    texts = {row["id"]: row["text"] for row in kept.run("export", "--table", "articles").rows}
    rows = kept.run("export", "--table", "positions").rows
    assert rows
    for row in rows:
        for span in (*row["words"], *row["content"]):
            assert texts[row["article"]["id"]][span["start"] : span["end"]] == span["text"]


def test_the_timeline_shows_who_stands_where_since_when_and_who_moved(kept: Desk) -> None:
    shown = kept.run("timeline")
    assert shown.status == 0, shown.err
    out = shown.out
    assert out.startswith("Will, and should, the bridge at Karo be built?\n+ supports")
    assert "Ada Olan" in out and "“The bridge at Karo will be built,”" in out and "also in Herald" in " ".join(out.split())
    assert "! reversal, will: + supports → - opposes" in out
    assert out.index("2031-04-06") < out.index("! reversal") < out.index("2032-01-12")
    assert "rained" not in out and "\x1b" not in out
    assert kept.run("timeline", "--question", "bridge").out == out


def test_the_timeline_of_one_actor_has_every_statement_and_fits_a_narrow_page(kept: Desk) -> None:
    shown = kept.run("timeline", "--actor", "Ada Olan")
    assert shown.status == 0 and "Joren Pell" not in shown.out
    (row,) = kept.run("timeline", "--actor", "Ada Olan", "--json").rows
    assert row["name"] == "Ada Olan" and len(row["shifts"]) >= 1
    assert {one["article"]["outlet"] for one in row["positions"]} >= {"Courier", "Herald", "Gazette"}


def test_a_position_can_be_checked_by_its_id_and_by_its_statements(kept: Desk) -> None:
    row = next(one for one in of_olan(kept) if one["position"] == "opposes")
    shown = kept.run("positions", row["id"][:8])
    assert shown.status == 0 and "reason" in shown.out and "Gazette" in shown.out and "by nobody yet" in shown.out
    assert row["id"][:8] in kept.run("positions", row["statement"][:8]).out
    assert kept.run("positions", "ffffffff").status != 0


def test_positions_are_listed_by_what_is_asked_for_and_none_with_the_reason(kept: Desk) -> None:
    assert {row["position"] for row in of_olan(kept, "--position", "opposes")} == {"opposes"}
    assert {row["article"]["outlet"] for row in of_olan(kept, "--since", "2032-01-01")} == {"Gazette"}
    assert "not-about" in {row["position"] for row in of_olan(kept, "--not-about")}
    none = kept.run("positions", "--position", "conditional", "--speaker", "olan")
    assert none.status == 0 and none.out == "" and "fits --speaker and --position" in none.err
    listed = kept.run("positions", "--limit", "1")
    assert "1 of " in listed.err and "onrecord judge ID reject" in listed.err


def test_a_shift_is_a_candidate_with_both_statements_until_a_person_confirms_or_rejects_it(kept: Desk) -> None:
    row = next(one for one in kept.run("shifts", "--json").rows if one["name"] == "Ada Olan" and one["reading"] == "will")
    assert (row["from"], row["to"], row["kind"], row["status"]) == ("supports", "opposes", "reversal", "candidate")
    assert row["said_on"] == ["2031-04-06", "2032-01-12"] and len(row["statements"]) == 2
    shown = kept.run("shifts", row["id"][:8]).out
    assert "reversal: Ada Olan, will: + supports → - opposes" in shown and all(one[:8] in shown for one in row["statements"])
    assert kept.run("judge", row["id"], "confirm", "--by", "Mira").status == 0
    assert "confirmed by Mira" in kept.run("shifts", row["id"]).out
    assert kept.run("judge", row["id"], "reject", "--by", "Mira", "--why", "two offices").status == 0
    assert re.search(r"rejected by Mira on [0-9-]{10} \(two offices\)", kept.run("shifts", row["id"]).out)
    assert kept.run("shifts", row["id"], "--json").rows[0]["judged"]["why"] == "two offices"
    assert row["id"] not in [one["id"] for one in kept.run("shifts", "--json").rows]
    assert kept.run("relate", "--again").status == 0
    assert row["id"] in [one["id"] for one in kept.run("shifts", "--status", "rejected", "--json").rows]
    for _ in range(2):
        assert kept.run("judge", row["id"], "undo").status == 0
    assert kept.run("shifts", "--json").rows[0]["status"] == "candidate"


def test_a_position_is_put_right_stays_so_and_can_be_taken_back(kept: Desk) -> None:
    row = next(one for one in of_olan(kept) if one["position"] == "opposes")
    made = kept.run("judge", row["id"], "correct", "--as", "will:conditional", "--by", "Mira", "--why", "she says when", "--json")
    assert made.status == 0, made.err
    for _ in range(2):
        now = [one for one in of_olan(kept) if one["statement"] == row["statement"]]
        assert [(one["position"], one["status"], one["by"]) for one in now] == [("conditional", "corrected", "Mira")]
        assert kept.run("relate", "--again").status == 0
    said = r"by Mira on [0-9-]{10} \(she says when\)"
    shown = " ".join(kept.run("positions", row["id"]).out.split())
    assert re.search(rf"rejected {said}; in its place will:conditional, corrected {said} \(position ", shown)
    assert kept.run("judge", made.rows[0]["id"], "undo").status == 0
    assert kept.run("relate").status == 0
    now = [one for one in of_olan(kept) if one["statement"] == row["statement"]]
    assert [(one["id"], one["position"], one["status"]) for one in now] == [(row["id"], "opposes", "candidate")]


def test_of_a_government_its_people_are_shown_too(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("bridge.toml", QUESTION)
    desk.run("question", "add", "bridge.toml")
    desk.write(
        "news.txt",
        "News of the bridge\n\nThe government of Tarvia demanded that the bridge at Karo never be built.\n\n"
        "“The bridge at Karo will never be built,” said the Tarvian foreign minister, Ada Olan.\n\n"
        f"“The bridge at Karo should be built,” said Joren Pell, a farmer.\n\n{AROUND}\n",
    )
    desk.run("add", "news.txt", "--outlet", "Courier", "--published", "2031-04-06")
    shown = desk.run("timeline", "--actor", "Tarvia")
    assert shown.status == 0, shown.err
    assert "Ada Olan" in shown.out
    assert "Joren Pell" not in shown.out
    assert "Joren Pell" in desk.run("timeline").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("correct",), "--as should:opposes"),
        (("confirm", "--as", "should:opposes"), "--as should:opposes"),
        (("correct", "--as", "perhaps"), "'perhaps' is no position"),
        (("correct", "--as", "should:not-about"), "is no position"),
    ],
)
def test_putting_right_says_what_it_needs(kept: Desk, words: tuple[str, ...], said: str) -> None:
    done = kept.run("judge", of_olan(kept)[0]["id"], *words)
    assert done.status == 2 and said in done.err


@pytest.mark.parametrize("table", ["positions", "shifts"])
def test_the_tables_are_exported(kept: Desk, table: str) -> None:
    rows = kept.run("export", "--table", table).rows
    assert rows and all(row["id"] and row["question"] == "bridge" for row in rows)
    written = list(csv.DictReader(io.StringIO(kept.run("export", "--table", table, "--format", "csv").out)))
    assert [row["id"] for row in written] == [row["id"] for row in rows]
    assert not any(None in row for row in written)
    done = kept.run("export", "--table", table, "--format", "parquet", "-o", f"{table}.parquet")
    assert done.status == 0 and parquet.read_table(kept.folder / f"{table}.parquet").to_pylist() == rows


def test_discourse_network_analyzer_gets_statements_with_verbatim_text(kept: Desk) -> None:
    texts = {row["id"]: row["text"] for row in kept.run("export", "--table", "articles").rows}
    rows = list(csv.DictReader(io.StringIO(kept.run("export", "--format", "dna").out)))
    assert {row["agreement"] for row in rows} == {"0", "1"} and {row["type"] for row in rows} == {"DNA Statement"}
    for row in rows:
        assert texts[row["document ID"]][int(row["start"]) : int(row["stop"])] == row["text"]


def test_a_network_of_actors_is_graphml(kept: Desk) -> None:
    assert kept.run("export", "--format", "graphml", "--question", "bridge", "-o", "bridge.graphml").status == 0
    root = ElementTree.parse(kept.folder / "bridge.graphml").getroot()
    names = {one.text for one in root.iter("{http://graphml.graphdrawing.org/xmlns}data") if one.get("key") == "name"}
    assert "Ada Olan" in names
    assert kept.run("export", "--format", "graphml", "--table", "actors").status == 2
    assert kept.run("export").status == 2 and "say which table" in kept.run("export").err


def test_a_question_is_listed_shown_and_given_back_as_it_was_written(kept: Desk) -> None:
    (row,) = kept.run("question", "list", "--json").rows
    assert row["id"] == "bridge" and row["waiting"] == 0 and row["about"] <= row["statements"]
    assert kept.run("question", "show", "bridge", "--file").out == QUESTION
    shown = kept.run("question", "show", "bridge").out
    assert "names   Karo, Tarvia" in shown and "will: supports" in shown and "The bridge will be built." in shown
    assert kept.run("verify").status == 0


def test_a_question_is_changed_and_removed(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("bridge.toml", QUESTION)
    desk.write("spring.txt", f"News\n\n{STORY['spring'][2]}\n\n{AROUND}\n")
    assert desk.run("add", "spring.txt", "--published", "2031-04-06").status == 0
    assert desk.run("question", "add", "bridge.toml").out.startswith("added: bridge")
    assert desk.run("question", "add", "bridge.toml").out.startswith("kept as it was: bridge")
    desk.write("bridge.toml", QUESTION.replace('"crossing"', '"crossing", "span"'))
    assert desk.run("question", "add", "bridge.toml").out.startswith("changed: bridge")
    assert desk.run("positions", "--json").rows
    assert desk.run("question", "remove", "bridge").out.startswith("removed: bridge")
    assert desk.run("question", "list", "--json").rows == []
    assert desk.run("add", "spring.txt", "--published", "2031-04-06").status == 0


def test_without_a_question_each_command_says_how_to_follow_one(desk: Desk) -> None:
    desk.write("story.txt")
    desk.run("add", "story.txt")
    for words in (("timeline",), ("positions",), ("shifts",), ("question", "show", "bridge"), ("export", "--format", "dna")):
        done = desk.run(*words)
        assert done.status == 2 and "onrecord question add" in done.err, words
    assert "onrecord question add" in desk.run("question", "list").err


def test_of_several_questions_one_has_to_be_named(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for name in ("bridge", "tunnel"):
        desk.write(f"{name}.toml", QUESTION.replace('id = "bridge"', f'id = "{name}"'))
        assert desk.run("question", "add", f"{name}.toml").status == 0
    for words in (("timeline",), ("timeline", "--question", "road")):
        done = desk.run(*words)
        assert done.status == 2 and "bridge, tunnel" in done.err


def test_a_question_that_ships_is_added_by_its_name(desk: Desk) -> None:
    assert desk.run("question", "add", "ukraine-nato").out.startswith("added: ukraine-nato")
    done = desk.run("question", "add", "no-such-question")
    assert done.status != 0 and "no-such-question" in done.err and "Traceback" not in done.err


def test_the_question_of_the_guide_can_be_followed(desk: Desk) -> None:
    guide = Path(__file__).parents[2] / "docs" / "questions.md"
    (written,) = re.findall(r"^```toml\n(.*?)^```", guide.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    desk.write("ferry.toml", written)
    done = desk.run("question", "add", "ferry.toml")
    assert done.status == 0 and done.err == "" and done.out.startswith("added: ferry")
