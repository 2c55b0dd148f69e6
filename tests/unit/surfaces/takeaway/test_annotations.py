"""Statements as W3C Web Annotations: selectors hold in the text, and every term is the model's or has a prefix."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.unit.surfaces.takeaway.statement_builders import ALL, HOSTILE, TEXT, denied, hostile, said, unknown

from onrecord.ledger import StatementRow
from onrecord.surfaces.takeaway.annotations import annotation, write_annotations

# The terms of http://www.w3.org/ns/anno.jsonld that are used, and what it makes of each type.
TERMS = set(
    """@context id type motivation created generator body target source selector state exact prefix suffix start end
purpose format language value name sourceDate label first items partOf total startIndex""".split()
)
TYPES = set("Annotation Software TextualBody SpecificResource TextQuoteSelector TextPositionSelector TimeState".split())
TYPES |= {"AnnotationCollection", "AnnotationPage", "onrecord:Statement"}


def text_of(row: StatementRow) -> str:
    return HOSTILE if row.statement.content[0].text == HOSTILE else TEXT


def nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for name, one in value.items():
            if name != "@context":
                yield from nodes(one)
    elif isinstance(value, list):
        for one in value:
            yield from nodes(one)


@pytest.mark.parametrize("make", ALL)
def test_each_term_has_a_meaning_without_asking_the_network(make: Any) -> None:
    made = annotation(make(), text_of(make()))
    model, own = made["@context"]  # type: ignore[misc]
    assert model == "http://www.w3.org/ns/anno.jsonld" and own == {"onrecord": "urn:onrecord:term:"}
    for node in nodes(json.loads(json.dumps(made))):
        assert all(name in TERMS or name.startswith("onrecord:") for name in node), node
        assert node.get("type") is None or node["type"] in TYPES
        assert None not in node.values()


@pytest.mark.parametrize("make", ALL)
def test_both_selectors_find_the_words_in_the_text(make: Any) -> None:
    text = text_of(make())
    for target in annotation(make(), text)["target"]:  # type: ignore[attr-defined]
        quote, place = target["selector"]
        assert (quote["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_the_target_is_the_address_else_the_name_of_the_version() -> None:
    def source(row: StatementRow) -> str:
        return annotation(row, text_of(row))["target"][0]["source"]  # type: ignore[index, no-any-return]

    assert source(said()) == "https://courier.example/bridge?a=1&b=2"
    assert source(unknown()) == source(hostile()) == "urn:onrecord:article:a1b2c3d4e5f60718"


def test_the_body_tells_who_how_and_when() -> None:
    words, body = annotation(denied(), TEXT)["body"]  # type: ignore[misc]
    assert words["value"].startswith("Ada Olan, 2031-05-06 (said “Tuesday”") and words["value"].endswith(
        "denied; in the outlet's words"
    )
    assert (
        body["onrecord:kind"] == "indirect"
        and body["onrecord:speechAct"] == "deny"
        and body["onrecord:office"] == "Mayor of Karo"
    )
    assert body["onrecord:cue"]["onrecord:text"] == "denied"


def test_several_are_one_collection_with_their_number() -> None:
    for rows in ([], [said(), denied()]):
        target = io.StringIO()
        write_annotations(rows, lambda _: TEXT, target)
        made = json.loads(target.getvalue())
        assert made["type"] == "AnnotationCollection" and made["total"] == len(made["first"]["items"]) == len(rows)
        assert made["id"] == made["first"]["partOf"] and made["first"]["id"] != made["id"]
        assert all(set(node) <= TERMS | {name for name in node if ":" in name} for node in nodes(made))
