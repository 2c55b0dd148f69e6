"""`onrecord extract`: articles in, interchange JSON Lines out."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import STORY, Desk

SPAN = {"start", "end", "text"}

NESTED = """Bridge talks stall in Olan

The mayor of Olan, Dana Brandt, said on Monday that the chief engineer had told her that the bridge would not be safe yet.

Councillor Ivo Pell said Brandt had promised that the bridge would open in May, and that nobody had warned him of a delay.
"""

GERMAN = """Der Minister sagte am Dienstag, dass die Verhandlungen über den Hafen gescheitert seien und niemand wisse, wann sie
weitergehen. Die Opposition warf der Regierung vor, die Öffentlichkeit zu täuschen und das Parlament zu umgehen."""


def test_a_line_has_the_fields_of_the_interchange_format(desk: Desk) -> None:
    desk.write("story.txt")
    done = desk.run("extract", "story.txt", "--outlet", "The Courier", "--published", "2031-05-06")
    assert done.status == 0 and done.err == ""
    (line,) = done.rows
    assert set(line) == {"format", "article", "statements", "mentions", "actors", "provenance"}
    ids = {actor["id"] for actor in line["actors"]}
    for mention in line["mentions"]:
        assert set(mention) == {"start", "end", "actor", "name", "type"} and mention["actor"] in ids
    assert line["format"] == "onrecord.article/1"
    assert set(line["article"]) == {
        "id", "path", "url", "outlet", "title", "byline", "language", "published", "text", "zones",
    }  # fmt: skip
    assert line["article"]["outlet"] == "The Courier"
    assert line["article"]["byline"] == ["Mira Tesk"]
    assert line["article"]["published"] == {"earliest": "2031-05-06", "latest": "2031-05-06", "basis": "given", "evidence": None}
    for statement in line["statements"]:
        assert set(statement) == {
            "id", "kind", "source", "cue", "content", "speaker", "said_on", "speech_act", "negated", "addressee", "venue",
            "within", "repeats", "confidence",
        }  # fmt: skip


def test_every_span_is_a_slice_of_the_file_as_it_is(desk: Desk) -> None:
    desk.write("story.txt", STORY.replace("\n", "\r\n"))
    (line,) = desk.run("extract", "story.txt").rows
    text = line["article"]["text"]
    assert text == STORY.replace("\n", "\r\n")
    spans = [span for one in line["statements"] for span in (one["source"], one["cue"], *one["content"]) if span]
    assert len(spans) > 10
    for span in spans:
        assert set(span) == SPAN and span["text"] == text[span["start"] : span["end"]] != ""


def test_what_a_reader_would_find_is_found(desk: Desk) -> None:
    desk.write("story.txt")
    (line,) = desk.run("extract", "story.txt").rows
    said = {one["content"][0]["text"]: one for one in line["statements"]}
    quoted = next(one for words, one in said.items() if "We will not sign" in words)
    assert (quoted["kind"], quoted["speaker"]["name"], quoted["addressee"]) == ("direct", "Ada Olan", "reporters")
    assert [span["text"] for span in quoted["content"]] == [
        "“We will not sign a paper that nobody has read,”",
        "“Bring us the text.”",
    ]
    denied = next(one for words, one in said.items() if "contract had been promised" in words)
    assert (denied["speech_act"], denied["speaker"]["name"]) == ("deny", "Joren Pell")
    silent = next(one for words, one in said.items() if "who had asked for it" in words)
    assert silent["negated"] and silent["source"]["text"] == "The official"


def test_mark_up_does_not_hide_what_is_said_in_a_markdown_file(desk: Desk) -> None:
    plain = STORY.replace("Pell denied\n", "Pell denied ")
    desk.write("plain.txt", plain)
    desk.write("story.md", plain.replace("denied", "*denied*").replace("Premier Ada Olan", "Premier **Ada Olan**"))
    (one,) = desk.run("extract", "plain.txt").rows
    (line,) = desk.run("extract", "story.md").rows
    text = line["article"]["text"]
    assert "**Ada Olan**" in text
    assert [(s["speaker"]["name"], s["speech_act"]) for s in line["statements"]] == [
        (s["speaker"]["name"], s["speech_act"]) for s in one["statements"]
    ]
    for statement in line["statements"]:
        for span in (statement["source"], statement["cue"], *statement["content"]):
            assert span["text"] == text[span["start"] : span["end"]]


def test_what_is_said_inside_a_statement_is_a_statement_within_it(desk: Desk) -> None:
    desk.write("story.txt", NESTED)
    (line,) = desk.run("extract", "story.txt").rows
    by_id = {one["id"]: one for one in line["statements"]}
    inner = [one for one in line["statements"] if one["within"]]
    assert "Brandt" in {one["source"]["text"] for one in inner}
    for one in inner:
        outer = by_id[one["within"]]
        assert outer["content"][0]["start"] <= one["source"]["start"] < one["content"][-1]["end"] <= outer["content"][-1]["end"]


def test_standard_input_is_read_and_its_format_found(desk: Desk) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY.split("\n\n")[2:])
    page = f"<html><body><article><h1>Harbour talks stall</h1>{paragraphs}</article></body></html>"
    rows = "".join(json.dumps({"text": STORY, "outlet": outlet}) + "\n" for outlet in ("The Courier", "The Tribune"))
    for stdin, count in ((STORY, 1), (page, 1), (rows, 2)):
        done = desk.run("extract", "-", stdin=stdin)
        assert done.status == 0, done.err
        assert len(done.rows) == count and all(len(row["statements"]) >= 4 for row in done.rows)


def test_a_meta_csv_beside_the_files_names_them_and_the_call_wins(desk: Desk) -> None:
    desk.write("a/story.txt")
    desk.write(
        "a/meta.csv",
        "file,outlet,published,url,title,byline\nstory.txt,The Tribune,2031-05-07,https://tribune.example/1,,A. B|C. D\n",
    )
    (line,) = desk.run("extract", "a", "--outlet", "The Courier").rows
    article = line["article"]
    assert (article["outlet"], article["url"], article["byline"]) == (
        "The Courier",
        "https://tribune.example/1",
        ["A. B", "C. D"],
    )


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n ", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "not-text"),
        ("short.txt", b"Talks ended.", "too-short"),
        ("german.txt", GERMAN.encode(), "not-english"),
        ("broken.jsonl", b'{"text": \n', "unreadable"),
    ],
)  # fmt: skip
def test_an_input_that_is_no_article_is_a_line_with_its_reason(desk: Desk, name: str, data: bytes, reason: str) -> None:
    desk.write(name, data)
    done = desk.run("extract", name)
    assert done.status == 1
    (line,) = done.rows
    assert (line["format"], line["reason"]) == ("onrecord.rejection/1", reason)
    assert line["path"].startswith(name) and line["detail"]
    assert reason in done.err and "Traceback" not in done.err


def test_one_too_large_for_the_settings_is_rejected(desk: Desk) -> None:
    desk.write("story.txt")
    desk.write("small.toml", "[clean]\nmax_bytes = 100\n")
    assert desk.run("extract", "story.txt", "--settings", "small.toml").rows[0]["reason"] == "too-large"


def test_a_missing_path_is_a_rejection_and_the_others_go_on_with_status_3(desk: Desk) -> None:
    desk.write("story.txt")
    done = desk.run("extract", "nowhere.txt", "story.txt")
    assert done.status == 3
    assert [row["format"] for row in done.rows] == ["onrecord.rejection/1", "onrecord.article/1"]
    assert done.rows[0]["reason"] == "unreadable"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "Missing argument"),
        (("story.txt", "--published", "last week"), "ISO 8601"),
        (("story.txt", "other.txt", "--url", "https://courier.example/1"), "meta.csv"),
        (("story.txt", "--settings", "nowhere.toml"), "nowhere.toml"),
        (("story.txt", "--jobs", "0"), "--jobs"),
        (("story.txt", "--nonsense"), "--nonsense"),
    ],
)
def test_a_wrong_call_says_what_to_do_and_exits_2(desk: Desk, words: tuple[str, ...], message: str) -> None:
    desk.write("story.txt")
    done = desk.run("extract", *words)
    assert done.status == 2 and message in done.err and "Traceback" not in done.err and done.out == ""


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("[clean]\nmin_word = 3\n", "min_words"),
        ("[clean]\nmin_words = 'three'\n", "int"),
        ("[other]\n", "[other]"),
        ("clean = 3\n", "section"),
        ("[clean\n", "TOML"),
    ],
)
def test_wrong_settings_are_named(desk: Desk, settings: str, message: str) -> None:
    desk.write("story.txt")
    desk.write("onrecord.toml", settings)
    done = desk.run("extract", "story.txt")
    assert done.status == 2 and message in done.err and "onrecord.toml" in done.err


def test_processes_give_what_one_gives_in_the_same_order(desk: Desk) -> None:
    for number in range(10):
        desk.write(f"{number}.txt", STORY.replace("Tuesday", f"Tuesday the {number}th"))
    desk.write("5b.txt", b"")
    one, several = desk.run("extract", ".", "--jobs", "1"), desk.run("extract", ".", "--jobs", "2")
    assert one.status == several.status == 3
    assert one.out == several.out and len(one.rows) == 11


def test_output_goes_to_a_file_where_one_is_named(desk: Desk) -> None:
    desk.write("story.txt")
    assert desk.run("extract", "story.txt", "-o", "out.jsonl").out == ""
    assert json.loads((desk.folder / "out.jsonl").read_text("utf-8"))["format"] == "onrecord.article/1"
