"""Statements in the words of schema.org."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from tests.unit.surfaces.takeaway.statement_builders import ALL, article, denied, said, unknown

from onrecord.surfaces.takeaway.quotations import quotation, write_quotations
from onrecord.vocabulary import Actor, ActorType, DateBasis, Kind, Published

# The properties of schema.org that each type has.
_CREATIVE = {"text", "inLanguage", "isBasedOn", "dateCreated", "datePublished", "description", "author", "about"}
PROPERTIES = {
    "Quotation": _CREATIVE | {"spokenByCharacter"},
    "Claim": _CREATIVE | {"appearance", "claimInterpreter"},
    "NewsArticle": _CREATIVE | {"url", "headline", "publisher"},
    "Person": {"name", "jobTitle", "sameAs"},
    "NewsMediaOrganization": {"name"},
}


def check(node: dict[str, Any]) -> None:
    kind = node.get("@type")
    if kind is not None:
        assert set(node) - {"@type", "@id", "@context"} <= PROPERTIES[kind], node
    for one in node.values():
        for inner in one if isinstance(one, list) else [one]:
            if isinstance(inner, dict):
                check(inner)


@pytest.mark.parametrize("make", ALL)
def test_every_property_is_one_that_its_type_has(make: Any) -> None:
    made = json.loads(json.dumps(quotation(make())))
    assert made["@context"] == "https://schema.org"
    check(made)


def test_words_in_quotation_marks_are_spoken_and_others_are_a_claim_of_the_outlet() -> None:
    direct, indirect = quotation(said()), quotation(said(kind=Kind.INDIRECT))
    assert direct["@type"] == "Quotation" and direct["spokenByCharacter"]["name"] == "Ada Olan"  # type: ignore[index]
    assert indirect["@type"] == "Claim" and "spokenByCharacter" not in indirect
    assert indirect["author"]["name"] == "Ada Olan"  # type: ignore[index]
    assert indirect["claimInterpreter"] == {"@type": "NewsMediaOrganization", "name": "The Courier"}


def test_what_is_denied_is_claimed_by_nobody_alone() -> None:
    """A program that reads only `text` and `author` must not read the reverse of the article."""
    made = quotation(denied())
    assert made["@type"] == "Claim" and made["text"] == "denied that tolls were planned" and "author" not in made
    assert made["about"]["name"] == "Ada Olan"  # type: ignore[index]
    assert str(made["description"]).startswith("denied; in the outlet's words")
    quoted = quotation(said(negated=True, cue=None))
    assert quoted["@type"] == "Claim" and str(quoted["text"]).startswith("[not] ") and "spokenByCharacter" not in quoted


def test_a_day_that_is_not_exact_is_told_in_words_alone() -> None:
    about = article(published=Published("2031-05-01", None, DateBasis.TEXT))
    made = quotation(said(about=about, said_on=None))
    assert "datePublished" not in made and "dateCreated" not in made and "2031-05-01" in str(made["description"])
    assert "day not known" in str(quotation(unknown())["description"])


def test_an_actor_that_the_facts_know_is_named_by_its_item() -> None:
    made = quotation(said(), {"ada": Actor("ada", "Ada Olan", ActorType.PERSON, wikidata="Q1")})
    assert made["spokenByCharacter"]["sameAs"] == "https://www.wikidata.org/entity/Q1"  # type: ignore[index]


def test_several_are_one_document() -> None:
    target = io.StringIO()
    write_quotations([said(), denied()], target)
    assert len(json.loads(target.getvalue())["@graph"]) == 2
