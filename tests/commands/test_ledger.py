"""`onrecord add` and the commands that ask the ledger."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.commands.conftest import STORY, Desk

COMMANDS = ("extract", "add", "statements", "articles", "actors", "rejections", "show", "search", "export", "verify", "walk")


def with_story(desk: Desk) -> Desk:
    desk.write("story.txt")
    assert desk.run("add", "story.txt", "--outlet", "The Courier", "--published", "2031-05-06").status == 0
    return desk


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return with_story(Desk(tmp_path_factory.mktemp("ledger")))


@pytest.fixture
def kept(added: Desk, tmp_path: Path) -> Desk:
    """A copy of a ledger and its article, which was added where another file lies."""
    return added.copied(tmp_path)


@pytest.fixture
def placed(desk: Desk) -> Desk:
    """A ledger beside the file that its article was added from."""
    return with_story(desk)


def test_adding_the_same_again_changes_nothing(placed: Desk) -> None:
    before = placed.run("export", "--table", "statements").out
    again = placed.run("add", "story.txt", "--outlet", "The Courier", "--published", "2031-05-06")
    assert again.status == 0 and again.out.startswith("1 unchanged")
    assert placed.run("export", "--table", "statements").out == before


def test_an_edited_article_becomes_a_new_version_and_the_old_one_is_kept(placed: Desk) -> None:
    placed.write("story.txt", STORY.replace("nobody has read", "no one has seen"))
    done = placed.run("add", "story.txt", "--outlet", "The Courier", "--published", "2031-05-06")
    assert done.out.startswith("1 new version")
    assert len(placed.run("articles", "--json").rows) == 1
    old, new = sorted(placed.run("articles", "--json", "--all-versions").rows, key=lambda row: row["version"])
    assert old["superseded_by"] == new["id"] and new["version"] == 2
    assert "no one has seen" in placed.run("export", "--table", "statements").out
    assert placed.run("verify").status == 0


def test_filters_choose_and_the_count_is_that_of_the_rows(kept: Desk) -> None:
    everything = kept.run("statements", "--json").rows
    assert {row["speaker"]["name"] for row in everything} >= {"Ada Olan", "Joren Pell"}
    for words, holds in (
        (("--speaker", "olan"), lambda row: row["speaker"]["name"] == "Ada Olan"),
        (("--kind", "direct"), lambda row: row["kind"] == "direct"),
        (("--text", "dredging"), lambda row: "dredging" in str(row["content"])),
        (("--outlet", "the courier"), lambda row: True),
        (("--since", "2031-05-06", "--until", "2031-05-06"), lambda row: True),
    ):
        rows = kept.run("statements", "--json", *words).rows
        assert rows and all(holds(row) for row in rows), words
    assert kept.run("statements", "--json", "--since", "2031-05-07").rows == []
    table = kept.run("statements", "--limit", "1")
    assert "1 of " in table.err and "Olan" in table.out


def test_a_row_of_statements_stands_alone(kept: Desk) -> None:
    row = kept.run("statements", "--json").rows[0]
    assert row["article"]["outlet"] == "The Courier" and row["article"]["published"]["basis"] == "given"
    assert {"model", "onrecord", "settings"} == set(row["article"]["provenance"])


def test_show_marks_the_statement_in_its_article(kept: Desk) -> None:
    row = next(row for row in kept.run("statements", "--json").rows if "We will not sign" in row["content"][0]["text"])
    shown = kept.run("show", row["id"][:8])
    assert shown.status == 0
    for words in ("Premier Ada Olan", "told", "“Bring us the text.”", "The Courier", "2031-05-06"):
        assert words in shown.out
    assert kept.run("show", row["id"], "--json").rows[0]["id"] == row["id"]


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (("show", "ffffffff"), 1, "no statement"),
        (("show", "xyz"), 2, "digits 0-9 a-f"),
        (("statements", "--article", "ffffffff"), 1, "no article"),
        (("statements", "--since", "May"), 2, "YYYY-MM-DD"),
        (("statements", "--kind", "loud"), 2, "direct"),
        (("export", "--table", "feelings"), 2, "articles"),
        (("statements", "--ledger", "nowhere.db"), 1, "nowhere.db"),
        (("verify", "--ledger", "story.txt"), 1, "not a ledger"),
    ],
)
def test_what_is_not_there_is_said_and_fails(kept: Desk, words: tuple[str, ...], status: int, message: str) -> None:
    done = kept.run(*words)
    assert done.status == status and message in done.err and "Traceback" not in done.err


@pytest.mark.parametrize("words", ["dredging", '"matter of days"', "olan OR pell", "*(", '"', "a AND", "NEAR(", "-dredging", "'"])
def test_no_search_text_is_an_error(kept: Desk, words: str) -> None:
    assert kept.run("search", "--json", "--", words).status == 0


def test_search_finds_statements_and_articles(kept: Desk) -> None:
    found = kept.run("search", "--json", "dredge").rows
    assert {row["found"] for row in found} == {"statement", "article"}
    assert all(span["text"] for row in found for span in row["matches"])
    assert "no statement or article found" in kept.run("search", "zeppelin").err


@pytest.mark.parametrize("words", [("search", "promised"), ("statements", "--text", "promised"), ("walk", "story.txt")])
def test_a_denial_is_shown_with_its_cue(kept: Desk, words: tuple[str, ...]) -> None:
    shown = " ".join(kept.run(*words).out.split())
    assert "denied: that the contract had been promised" in shown


def test_the_exports_hold_every_row_in_both_formats(kept: Desk) -> None:
    lines = kept.run("export", "--table", "statements").rows
    rows = list(csv.DictReader(io.StringIO(kept.run("export", "--table", "statements", "--format", "csv").out)))
    assert [row["id"] for row in rows] == [line["id"] for line in lines]
    for row, line in zip(rows, lines, strict=True):
        first = line["content"][0]
        assert (row["content_start"], row["content_end"], row["content_text"]) == (
            str(first["start"]),
            str(first["end"]),
            first["text"],
        )
        assert json.loads(row["content"]) == line["content"] and row["content_fragments"] == str(len(line["content"]))
        assert row["source_text"] == (line["source"] or {"text": ""})["text"]
        assert row["article_outlet"] == "The Courier"
    (article,) = kept.run("export", "--table", "articles").rows
    assert article["text"] == STORY and article["zones"]
    assert kept.run("export", "--table", "mentions").status == 0


def test_rejections_are_kept_until_their_file_reads_well(placed: Desk) -> None:
    placed.write("late.txt", b"")
    done = placed.run("add", "late.txt", "story.txt", "--outlet", "The Courier")
    assert done.status == 3 and "1 rejected (1 empty)" in done.out
    assert [row["reason"] for row in placed.run("rejections", "--json").rows] == ["empty"]
    placed.write("late.txt", STORY.replace("Tuesday", "Monday"))
    assert placed.run("add", "late.txt").status == 0
    assert placed.run("rejections", "--json").rows == []


def test_verify_names_what_was_tampered_with(kept: Desk) -> None:
    sound = kept.run("verify")
    assert sound.status == 0 and "all holds" in sound.out
    with sqlite3.connect(kept.folder / "onrecord.db") as raw:
        raw.execute("UPDATE articles SET text = replace(text, 'nobody has read', 'everybody has read')")
    broken = kept.run("verify")
    assert broken.status == 1 and "articles" in broken.out and "wrong" in broken.out


def articles_in(desk: Desk) -> int:
    """How many articles the ledger holds that another program is writing to."""
    with suppress(sqlite3.OperationalError), closing(sqlite3.connect(f"file:{desk.folder}/onrecord.db?mode=ro", uri=True)) as raw:
        return int(raw.execute("SELECT count(*) FROM articles").fetchone()[0])
    return 0


def test_nothing_kept_is_lost_to_kill_9_and_the_same_command_finishes(desk: Desk) -> None:
    for number in range(20):
        desk.write(f"news/{number:02}.txt", STORY.replace("Tuesday", f"day {number}"))
    command = [sys.executable, "-m", "onrecord", "add", "news", "--jobs", "2"]
    for least in (1, 8):
        process = subprocess.Popen(command, cwd=desk.folder, start_new_session=True, stdout=subprocess.DEVNULL)
        until = time.monotonic() + 120
        while (before := articles_in(desk)) < least and time.monotonic() < until:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert desk.run("verify").status == 0
        assert len(desk.run("articles", "--json").rows) >= before >= least
    done = desk.run("add", "news")
    assert done.status == 0, done.err
    assert len(desk.run("articles", "--json").rows) == 20
    assert desk.run("verify").status == 0


def test_ctrl_c_stops_cleanly(desk: Desk) -> None:
    for number in range(1500):
        desk.write(f"news/{number:04}.txt", STORY.replace("Tuesday", f"day {number}"))
    command = [sys.executable, "-m", "onrecord", "extract", "news", "--jobs", "2"]
    process = subprocess.Popen(
        command, cwd=desk.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    err = ""
    for _ in range(60):  # Python drops an interrupt that falls into a destructor: one presses again
        os.killpg(process.pid, signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            _, err = process.communicate(timeout=3)
            break
    else:
        os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == 130
    assert "interrupted" in err and "Traceback" not in err


def test_a_reader_that_goes_away_is_no_error(kept: Desk) -> None:
    command = f"{sys.executable} -m onrecord export --table articles | head -c 10"
    done = subprocess.run(command, shell=True, cwd=kept.folder, capture_output=True, text=True, check=False)
    assert done.stderr == "" and len(done.stdout) == 10


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps_with_an_example(desk: Desk, name: str) -> None:
    done = desk.run_fresh(name, "--help")
    assert done.status == 0 and "Example:" in done.out and f"onrecord {name}" in done.out


def test_output_in_a_pipe_has_no_colour(kept: Desk) -> None:
    for words in (("statements",), ("articles",), ("search", "dredging")):
        assert "\x1b" not in kept.run(*words).out


def test_walk_prints_what_every_room_makes(kept: Desk) -> None:
    done = kept.run("walk", "story.txt")
    assert done.status == 0
    for room in ("clean", "detect", "extract", "identify"):
        assert f"\n{room}: " in done.out
    kept.write("none.txt", b"")
    assert kept.run("walk", "none.txt").status == 1
