"""Positions as Discourse Network Analyzer has them, and as a network of actors in GraphML."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree

from tests.unit.surfaces.position_builders import CONDITIONAL, NONCOMMITTAL, OPPOSES, SUPPORTS, WILL, position

from onrecord.ledger import PositionRow, UtteranceRow
from onrecord.surfaces.discourse import DNA_COLUMNS, voices, write_dna, write_graphml
from onrecord.vocabulary import ActorType

QUESTIONS = {"bridge": "Will, and should, the bridge be built?"}
SPACE = "{http://graphml.graphdrawing.org/xmlns}"


def dna(*rows: PositionRow) -> list[dict[str, str]]:
    target = io.StringIO()
    texts = {row.row.article.id: row.row.statement.content[0].text for row in rows}
    write_dna(voices(rows, QUESTIONS, lambda _: "Tarvia"), texts.__getitem__, target)
    return list(csv.DictReader(io.StringIO(target.getvalue())))


def edges(*rows: PositionRow, utterances: dict[str, UtteranceRow] | None = None) -> dict[tuple[str, str, str], int]:
    target = io.StringIO()
    write_graphml(voices(rows, QUESTIONS, lambda _: None), utterances or {}, target)
    graph = ElementTree.fromstring(target.getvalue()).find(f"{SPACE}graph")
    assert graph is not None
    found = {}
    for edge in graph.iter(f"{SPACE}edge"):
        data = {one.get("key"): one.text or "" for one in edge}
        found[edge.get("source", ""), edge.get("target", ""), data["kind"] or ""] = int(data["weight"])
    return found


def test_support_on_a_condition_is_agreement_and_opposition_none() -> None:
    rows = dna(position("1", "2031-05-04", SUPPORTS), position("2", None, CONDITIONAL), position("3", None, OPPOSES))
    assert [row["agreement"] for row in rows] == ["1", "1", "0"]
    assert tuple(rows[0]) == DNA_COLUMNS
    assert rows[0]["concept"] == "Will, and should, the bridge be built? (should)"
    assert rows[0]["time"] == "2031-05-04 00:00:00" and rows[0]["source"] == "Courier"
    assert rows[0]["text"] == "the bridge should be built" and (rows[0]["start"], rows[0]["stop"]) == ("0", "26")


def test_a_person_speaks_for_an_organization_and_a_body_for_itself() -> None:
    one, other = dna(
        position("1", None, SUPPORTS), position("2", None, SUPPORTS, actor="Harbour Council", type_=ActorType.ORGANISATION)
    )
    assert (one["person"], one["organization"]) == ("Ada Olan", "Tarvia")
    assert (other["person"], other["organization"]) == ("", "Harbour Council")


def test_what_is_noncommittal_second_hand_unplaced_or_of_nobody_is_left_out() -> None:
    left_out = (
        position("1", None, NONCOMMITTAL),
        position("2", None, SUPPORTS, second_hand=True),
        position("3", None, None),
        position("4", None, SUPPORTS, actor=None),
    )
    assert dna(*left_out) == []


def test_an_edge_says_how_often_two_agree_and_another_how_often_they_are_opposed() -> None:
    found = edges(
        position("1", None, SUPPORTS),
        position("2", None, CONDITIONAL),
        position("3", None, SUPPORTS, actor="Joren Pell"),
        position("4", None, OPPOSES, actor="Joren Pell", reading=WILL),
        position("5", None, SUPPORTS, reading=WILL),
        position("6", None, OPPOSES, actor="Tor Brandt"),
    )
    assert found == {
        ("ada olan", "joren pell", "agreement"): 1,
        ("ada olan", "joren pell", "conflict"): 1,
        ("ada olan", "tor brandt", "conflict"): 1,
        ("joren pell", "tor brandt", "conflict"): 1,
    }


def test_reports_of_one_utterance_count_once() -> None:
    told = UtteranceRow("u", None, None, None, (None, None), ("s1", "s2"), (), (), (), "s1", "s1", (), "")
    rows = [position(str(number), None, SUPPORTS) for number in (1, 2)]
    rows += [position(str(number), None, SUPPORTS, actor="Joren Pell") for number in (3, 4)]
    pair = ("ada olan", "joren pell", "agreement")
    assert edges(*rows) == {pair: 2}
    assert edges(*rows, utterances={"s1": told, "s2": told}) == {pair: 1}
