"""`onrecord export` in the forms that are taken away, and `onrecord dossier`, on a short invented article."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from lxml import etree, html

from tests.commands.conftest import STORY, Desk
from tests.commands.test_questions import QUESTION

BRIDGE = """News of the bridge

“The bridge at Karo will be built,” Premier Ada Olan said on Sunday. “Tarvia should build the bridge, and soon.”

Joren Pell, the mayor of Selm, demanded that the bridge never be built.

The river at Selm stood high all week, and the old ferry lay at its ropes while the farmers waited with their carts.
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("takeaway"))
    desk.write("bridge.toml", QUESTION)
    assert desk.run("question", "add", "bridge.toml").status == 0
    for name, text in (("bridge.txt", BRIDGE), ("harbour.txt", STORY)):
        desk.write(name, text)
        assert desk.run("add", name, "--outlet", "Courier", "--published", "2031-04-06").status == 0
    return desk


def test_each_form_holds_every_statement(kept: Desk) -> None:
    rows = kept.run("export", "--table", "statements").rows
    assert len(rows) > 3
    ids = {row["id"] for row in rows}

    def made(form: str) -> str:
        done = kept.run("export", "--format", form)
        assert done.status == 0 and not done.err, done.err
        return done.out

    excel = csv.DictReader(io.StringIO(kept.run("export", "--table", "statements", "--format", "excel-csv").out.lstrip("\ufeff")))
    assert {row["id"] for row in excel} == ids
    assert {one["id"].split(":")[-1] for one in json.loads(made("webannotation"))["first"]["items"]} == ids
    assert {one["@id"].split(":")[-1] for one in json.loads(made("schema-org"))["@graph"]} == ids
    assert {one["id"] for one in json.loads(made("csl-json"))} == ids
    assert {line[6:] for line in made("ris").splitlines() if line.startswith("ID  - ")} == ids
    assert all(f"[^{one}]: " in made("footnotes") for one in sorted(ids)[:1])
    feed = etree.fromstring(made("atom").encode())
    assert {one.text.split(":")[-1] for one in feed.iter("{*}id")} >= ids


def test_statements_can_be_chosen_one_by_one(kept: Desk) -> None:
    first, second, *_ = [row["id"] for row in kept.run("export", "--table", "statements").rows]
    done = kept.run("export", "--format", "csl-json", "--statement", second[:8], "--statement", first)
    assert [one["id"] for one in json.loads(done.out)] == [second, first]
    assert kept.run("export", "--format", "atom", "--statement", first).out.count("<entry>") == 1
    done = kept.run("export", "--format", "ris", "--statement", "ffffffff")
    assert done.status == 1 and "no statement whose id starts with 'ffffffff'" in done.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--format", "ris", "--table", "actors"), "one of statements: leave out --table actors"),
        (("--format", "ris", "--question", "bridge"), "leave out --question"),
        (("--format", "csv", "--table", "actors", "--statement", "ffff"), "--statement goes with"),
        (("--format", "csv", "--table", "actors", "-o", "onrecord.db"), "is the ledger itself"),
        (("--format", "excel-csv"), "say which table"),
    ],
)
def test_what_does_not_go_together_is_said(kept: Desk, words: tuple[str, ...], says: str) -> None:
    before = (kept.folder / "onrecord.db").read_bytes()
    done = kept.run("export", *words)
    assert done.status == 2 and says in done.err and not done.out and (kept.folder / "onrecord.db").read_bytes() == before


def test_a_file_that_is_replaced_is_named(kept: Desk) -> None:
    assert not kept.run("export", "--format", "ris", "-o", "all.ris").err
    assert "all.ris was there and is replaced" in kept.run("export", "--format", "ris", "-o", "all.ris").err
    assert (kept.folder / "all.ris").read_bytes().count(b"\r\nER  - \r\n") > 3


def test_a_dossier_is_a_page_or_markdown_by_the_name_of_its_file(kept: Desk) -> None:
    done = kept.run("dossier", "-o", "bridge.html")
    assert done.status == 0 and "positions" in done.err and not done.out
    page = html.parse(kept.folder / "bridge.html").getroot()
    assert page.findtext(".//h1") == "Will, and should, the bridge at Karo be built?"
    assert "“The bridge at Karo will be built,”" in page.text_content()
    assert kept.run("dossier", "--question", "bridge", "-o", "bridge.md").status == 0
    assert (kept.folder / "bridge.md").read_text().startswith("# Will, and should")
    assert kept.run("dossier", "--format", "markdown").out.startswith("# Will")


def test_a_dossier_that_is_there_is_kept_unless_it_is_to_be_replaced(kept: Desk) -> None:
    (kept.folder / "notes.md").write_text("mine")
    done = kept.run("dossier", "-o", "notes.md")
    assert done.status == 2 and "--replace" in done.err and (kept.folder / "notes.md").read_text() == "mine"
    assert kept.run("dossier", "-o", "notes.md", "--replace").status == 0
    assert kept.run("dossier", "-o", "onrecord.db", "--replace").status == 2
    assert kept.run("dossier", "--question", "ferry").status == 2


def test_without_a_question_there_is_no_dossier(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("a.txt")
    desk.run("add", "a.txt")
    done = desk.run("dossier", "-o", "a.html")
    assert done.status == 2 and "no question is followed" in done.err and not (tmp_path / "a.html").exists()
