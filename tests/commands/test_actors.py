"""`onrecord actors` and what other commands show of actors, on a ledger that is written by hand."""

from __future__ import annotations

import csv
import getpass
import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "unit" / "ledger"))

from ledger_builders import body, office, person, silent, stranger, told

from onrecord.identify.who.resolving import resolve
from onrecord.ledger import open_ledger
from onrecord.surfaces.interchange import record_line
from onrecord.vocabulary import Actor, ActorType
from tests.commands.conftest import Desk

VESK = replace(person("Orlan Vesk", "Vesk", offices=(office("president", "TV"),)), id="Q100000001", wikidata="Q100000001")
VESSK = person("Orlan Vessk")
MEER = person("Ilse Meer")
UNION = body("Selm Dockers Union")
SELM, TARVIA = Actor("selm", "Selm", None, ("Selm",)), Actor("tarvia", "Tarvia", ActorType.GOVERNMENT, ("Tarvia",))


@pytest.fixture
def kept(desk: Desk) -> Desk:
    with open_ledger(desk.folder / "onrecord.db", resolve=resolve) as ledger:
        ledger.add(told("a", VESK, MEER, day="2031-05-04"))
        ledger.add(silent(told("b", VESSK, UNION, day="2031-06-01"), SELM, TARVIA))
        ledger.add(told("c", person("Tor Vesk")))
        ledger.add(told("d", stranger("Vesk", "d")))
    return desk


def test_actors_are_listed_with_counts_and_found_in_any_spelling(kept: Desk) -> None:
    listed = kept.run("actors")
    assert listed.status == 0 and "5 actors" in listed.err
    assert listed.out.splitlines()[1].split()[:6] == ["Q100000001", "person", "2", "2", "Orlan", "Vesk"]
    assert [row["name"] for row in kept.run("actors", "wessk", "--json").rows] == ["Orlan Vesk", "Tor Vesk", "Vesk"]
    assert [row["name"] for row in kept.run("actors", "--type", "organisation", "--json").rows] == ["Selm Dockers Union"]


def test_places_that_never_speak_are_left_out_unless_asked_for(kept: Desk) -> None:
    assert "2 places without a statement left out: see --places" in kept.run("actors", "--json").err
    everyone = kept.run("actors", "list", "--places", "--json")
    assert [row["name"] for row in everyone.rows][-2:] == ["Selm", "Tarvia"] and everyone.err == ""
    found = kept.run("actors", "tarvia")
    assert "no actor found" in found.err and "1 place without a statement" in found.err
    assert kept.run("actors", "show", "tarvia").status == 0


def test_statements_of_one_speaker_are_a_history(kept: Desk) -> None:
    with open_ledger(kept.folder / "onrecord.db", resolve=resolve) as ledger:
        ledger.add(told("e", VESK, day="2030-01-01"))
    told_of = kept.run("statements", "--actor", "Q100000001")
    assert told_of.err.splitlines() == ["Orlan Vesk:", "3 statements"]
    head, *lines = told_of.out.splitlines()
    assert head.split() == ["id", "day", "act", "kind", "said", "outlet"]
    assert [line.split()[1] for line in lines] == ["(2030-01-01)", "(2031-05-04)", "(2031-06-01)"]
    assert all("Tarvia Herald" in line for line in lines)
    assert [row["article"]["url"] for row in kept.run("statements", "--speaker", "orlan", "--json").rows] == ["e", "a", "b"]
    assert "speaker" in kept.run("statements", "--speaker", "vesk").out.splitlines()[0]
    newest = kept.run("statements", "--speaker", "orlan", "--order", "newest", "--json").rows
    assert [row["article"]["url"] for row in newest] == ["b", "a", "e"]


def test_a_limit_is_never_silent(kept: Desk) -> None:
    cut = kept.run("actors", "--limit", "2", "--json")
    assert len(cut.rows) == 2 and "2 of 5 actors" in cut.err
    assert len(kept.run("actors", "list", "--limit", "2", "--all", "--json").rows) == 5
    assert "no actor found" in kept.run("actors", "zzz").err


def test_an_actor_is_shown_with_names_offices_months_and_judgements(kept: Desk) -> None:
    shown = kept.run("actors", "show", "orlan vesk")
    assert shown.status == 0
    for words in (
        *("2 statements in 2 articles", "Orlan Vesk (1)", "Orlan Vessk (1)", "2031-05 1, 2031-06 1", "spellings of one name"),
        *("president, TV (told in 1 article, 2031-05-04)", "outlets   Tarvia Herald 2 statements in 2 articles", "2031-06-01"),
    ):
        assert words in shown.out, words
    (row,) = kept.run("actors", "show", "Q100000001", "--json").rows
    (seen, *_) = row["seen"]
    assert (seen["name"], seen["articles"], len(seen["in"])) == ("Orlan Vesk", 1, 1) and row["judgements"][0]["verdict"] == "same"
    assert row["outlets"] == [{"outlet": "Tarvia Herald", "statements": 2, "articles": 2}]
    assert row["offices_seen"][0]["title"] == "president" and row["offices_seen"][0]["earliest"] == "2031-05-04"
    assert "may be" in kept.run("actors", "show", kept.run("actors", "--json").rows[-1]["id"]).out


def test_what_the_machine_says_of_many_articles_is_counted_until_all_is_asked_for(kept: Desk) -> None:
    with open_ledger(kept.folder / "onrecord.db", resolve=resolve) as ledger:
        for number in range(14):
            ledger.add(told(f"m{number}", MEER))
    short, whole = kept.run("actors", "show", "meer").out, kept.run("actors", "show", "meer", "--all").out
    assert "14 ×" in short and "the full name is the same: Ilse Meer" in short and "and 3 more articles: see --all" in short
    assert whole.count("Ilse Meer in article") == 14 and "see --all" not in whole


def test_decisions_are_made_kept_and_taken_back(kept: Desk) -> None:
    done = kept.run("actors", "split", "Q100000001", "--name", "Orlan Vessk", "--why", "his cousin", "--by", "Ada")
    assert done.status == 0 and "take it back with" in done.out
    assert len(kept.run("actors", "--json").rows) == 6
    merged = kept.run("actors", "merge", "ilse meer", "Tor Vesk", "--json").rows[0]
    assert merged["by"] == getpass.getuser() and merged["verdict"] == "merge"
    assert kept.run("actors", "rename", "ilse meer", "Dame Ilse Meer").status == 0
    assert {row["speaker"]["name"] for row in kept.run("statements", "--speaker", "meer", "--json").rows} == {"Dame Ilse Meer"}
    assert kept.run("actors", "undo", merged["id"][:8], "--why", "no").status == 0
    log = kept.run("actors", "log")
    assert "his cousin" in log.out and "by Ada" in log.out and "[taken back by" in log.out and "4 judgements" in log.err
    assert [row["verdict"] for row in kept.run("actors", "log", "--json").rows] == ["split", "merge", "rename", "undo"]
    assert len(kept.run("actors", "log", "--machine", "--json").rows) > 4
    assert "2 of 4 judgements" in kept.run("actors", "log", "--limit", "2").err
    assert kept.run("verify").status == 0


def test_a_name_that_another_has_is_given_with_a_warning(kept: Desk) -> None:
    done = kept.run("actors", "rename", "Tor Vesk", "ilse meer")
    assert done.status == 0 and "Tor Vesk is called ilse meer" in done.out
    (warning,) = [line for line in done.err.splitlines() if "called so too" in line]
    assert "Ilse Meer (person, " in warning and "onrecord actors merge" in warning
    assert "called so too" not in kept.run("actors", "rename", "Q100000001", "Orlan V. Vesk").err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("actors", "show", "Ilse Moor"), "the nearest are Ilse Meer (person, "),
        (("actors", "merge", "ilse meer", "nobody"), "there is no actor 'nobody'"),
        (("actors", "merge", "ilse meer", "meer"), "one actor already"),
        (("actors", "merge", "ilse meer"), "Missing argument 'OTHER'"),
        (("actors", "split", "Q100000001", "--name", "Tor"), "it is called Orlan Vesk, Orlan Vessk, Vesk"),
        (("actors", "split", "Q100000001"), "name what is to be split off"),
        (("actors", "rename", "ilse meer", ""), "is no name"),
        (("actors", "undo", "ffffffff"), "onrecord actors log"),
        (("actors", "--type", "choir"), "organisation"),
        (("statements", "--actor", "nobody"), "there is no actor 'nobody'"),
    ],
)
def test_bad_input_is_answered_with_what_there_is(kept: Desk, words: tuple[str, ...], message: str) -> None:
    done = kept.run(*words)
    assert done.status == 2 and message in done.err and "Traceback" not in done.err


def test_a_name_of_several_lists_them_with_ids(kept: Desk) -> None:
    kept.run("actors", "rename", "Tor Vesk", "Vesk")
    done = kept.run("actors", "show", "vesk")
    assert done.status == 2 and "may be any of 3 actors" in done.err and "Orlan Vesk (person, Q100000001)" in done.err


def test_a_surname_that_somebody_unknown_goes_by_may_be_anybody_s_of_the_name(kept: Desk) -> None:
    done = kept.run("actors", "show", "vesk")
    assert done.status == 2 and "may be any of 3 actors" in done.err and "Tor Vesk (person, " in done.err


def test_no_ledger_is_an_error_and_none_is_made(desk: Desk) -> None:
    for words in (("actors",), ("actors", "show", "x"), ("actors", "merge", "a", "b"), ("actors", "log")):
        done = desk.run(*words)
        assert done.status == 1 and "there is no ledger" in done.err
    assert not (desk.folder / "onrecord.db").exists()


def test_statements_and_exports_carry_the_ledger_s_actor(kept: Desk) -> None:
    rows = kept.run("statements", "--speaker", "vessk", "--actor", "Q100000001", "--json").rows
    assert [(row["speaker"]["actor"], row["speaker"]["name"]) for row in rows] == [("Q100000001", "Orlan Vesk")] * 2
    assert [row["source"]["text"] for row in rows] == ["Orlan Vesk", "Orlan Vessk"]
    lines = kept.run("export", "--table", "actors").rows
    assert list(lines[0]) == ["id", "name", "type", "names", "offices", "wikidata"]
    assert lines[0]["names"] == ["Orlan Vesk", "Orlan Vessk", "Vesk"]
    assert lines[0]["offices"][0] == {"title": "president", "place": "TV", "from": None, "to": None, "basis": "text"}
    (first, *_) = csv.DictReader(io.StringIO(kept.run("export", "--table", "actors", "--format", "csv").out))
    assert (first["names"], first["wikidata"]) == ("Orlan Vesk|Orlan Vessk|Vesk", "Q100000001")


def test_a_line_of_extract_has_the_actors_after_the_mentions() -> None:
    line = json.loads(record_line(told("a", VESK)))
    assert list(line) == ["format", "article", "statements", "mentions", "actors", "provenance"]
    assert line["actors"][0]["id"] == "Q100000001"


@pytest.mark.parametrize("name", ["list", "show", "merge", "split", "rename", "undo", "log"])
def test_every_command_on_actors_helps_with_an_example(desk: Desk, name: str) -> None:
    done = desk.run("actors", name, "--help")
    assert done.status == 0 and f"onrecord actors {name}" in done.out and "Example:" in done.out
