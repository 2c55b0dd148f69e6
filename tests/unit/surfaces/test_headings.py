"""Institutions stand beside their people, under the country or body that they speak for; nobody is merged."""

from __future__ import annotations

import pytest

from onrecord.surfaces.headings import Headings
from onrecord.vocabulary import Actor, ActorType, Office

PERSON, BODY, UNNAMED = ActorType.PERSON, ActorType.ORGANISATION, ActorType.UNNAMED
OLAN = Actor("olan", "Ada Olan", PERSON, offices=(Office("Tarvian prime minister"),))
TARVIA = Actor("tarvia", "Tarvia", ActorType.GOVERNMENT)
TARVIANS = Actor("tarvians", "Tarvians", BODY)
PORT = Actor("port", "The Port Authority", BODY)
HEADINGS = Headings([OLAN, TARVIA, TARVIANS, PORT])


def person(*offices: Office) -> Actor:
    return Actor("one", "Mira Tesk", PERSON, offices=offices)


@pytest.mark.parametrize(
    ("actor", "heading"),
    [
        (person(Office("President", "FR")), "France"),
        (person(Office("French president")), "France"),
        (person(Office("spokeswoman of the Pentagon")), "United States"),
        (person(Office("Secretary-General of NATO")), "NATO"),
        (person(Office("former president of France")), None),
        (person(), None),
        (OLAN, "Tarvia"),
        (TARVIA, "Tarvia"),
        (person(Office("spokesman for Tarvia")), "Tarvia"),
        (Actor("k", "Kremlin", ActorType.GOVERNMENT), "Russia"),
        (Actor("h", "Harbour Council", BODY), "Harbour Council"),
        (Actor("u", "a NATO official", UNNAMED), "NATO"),
        (Actor("u", "Premier Olan’s spokesman", UNNAMED), "Tarvia"),
        (Actor("u", "a senior official", UNNAMED), None),
        (PORT, "Port Authority"),
        (person(Office("the director of the Port Authority")), "Port Authority"),
        (Actor("u", "A spokesman for the Port Authority", UNNAMED), "Port Authority"),
        (Actor("d", "The Dockers’ Union", BODY), "Dockers’ Union"),
        (Actor("o", "Union", BODY), "Union"),
    ],
)
def test_an_actor_stands_under_whom_it_speaks_for(actor: Actor, heading: str | None) -> None:
    assert HEADINGS.of(actor) == heading


def test_an_office_that_the_facts_know_counts_on_its_days() -> None:
    moved = person(
        Office("Minister of Finance", "NO", "2010-01-01", "2013-12-31", "facts"),
        Office("Secretary General", "NATO", "2014-01-01", "2024-12-31", "facts"),
    )
    assert HEADINGS.of(moved, "2012-05-05") == "Norway"
    assert HEADINGS.of(moved, "2020-05-05") == "NATO"
    assert HEADINGS.of(moved, "2031-05-05") == "NATO"
