"""How alike two bodies are: organisations, governments, and groups that have a name of their own."""

from __future__ import annotations

import re

from onrecord.identify.who.likeness import DOUBTFUL, EQUAL_BODY, LIKELY, WIKIDATA, Likeness, countries, items_differ
from onrecord.text.spelling import fold
from onrecord.vocabulary import Actor

_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*\.?")
# Bodies that every country has: the name alone does not tell whose.
_INSTITUTIONS = frozenset(
    """
    administration affairs agency agriculture air armed army assembly authorities authority bank board bureau cabinet central
    chamber city coalition commission committee congress constitutional council court culture customs defence defense department
    education election electoral energy environment executive external federal finance force forces foreign general government
    guard health high home house intelligence interior internal investigative joint justice labor labour law lower military
    minister ministry national navy of office opposition parliament party police president presidency presidential prime
    prosecutor prosecutors public republic royal secretariat security senate service services special staff state statistics
    supreme the trade transport treasury upper and for on alliance association body campaign club coalition company division
    embassy group league mission movement organisation organization team tribunal union
    """.split()
)


def bodies_alike(actor: Actor, other: Actor) -> Likeness:
    """Two bodies are one where the name of the one is a name of the other, and not one that bodies of many countries have.

    Bodies of other names with one id are one by the facts (US, United States).
    """
    if items_differ(actor, other):
        return Likeness(WIKIDATA, "Wikidata tells them apart", apart=True)
    name, theirs = _plain(actor.name), _plain(other.name)
    if actor.id == other.id and name != theirs:
        return Likeness(EQUAL_BODY, f"the facts know {actor.name} and {other.name} for one")
    if name != theirs and name not in {_plain(form) for form in other.names}:
        if theirs in {_plain(form) for form in actor.names}:
            return Likeness(LIKELY, f"an article calls {actor.name} {other.name} too")
        return Likeness(EQUAL_BODY, "the names differ", apart=True)
    if not set(name.split()) <= _INSTITUTIONS:
        return Likeness(EQUAL_BODY, f"both are called {actor.name}")
    return _institution(actor, other)


def _institution(actor: Actor, other: Actor) -> Likeness:
    """Two bodies of a name that many countries' bodies have are one where they are of one country."""
    places, others = countries(actor.offices), countries(other.offices)
    if places & others:
        return Likeness(EQUAL_BODY, f"both are called {actor.name} and are of {', '.join(sorted(places & others))}")
    if places and others:
        return Likeness(EQUAL_BODY, "they are of different countries", apart=True)
    return Likeness(DOUBTFUL, f"many countries have a {actor.name}")


def _plain(name: str) -> str:
    return " ".join(_WORD.findall(fold(name).replace(".", ""))).removeprefix("the ")
