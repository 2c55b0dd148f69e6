"""Actor: who can hold a position, as one article tells of it; Office: what an actor was when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ActorType(StrEnum):
    """What kind of actor one is."""

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    GROUP = "group"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """A title that an actor has or had: as the text or the facts call it, where, and from when to when (ISO 8601, as known).

    `place` is a country's ISO 3166-1 alpha-2 code or an organisation's name. `basis` is "facts" (the shipped terms of office) or
    "text" (the article calls the actor so).
    """

    title: str
    place: str | None = None
    start: str | None = None
    end: str | None = None
    basis: str = "text"


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of one article: its fullest name there, all forms seen, what it is, and its offices.

    `id` is the same in every article for an actor that the facts know ("Q…", its Wikidata item) and for one with a full name
    or the name of a body (made from type and name); a surname alone and an unnamed source have one of their own in each article.
    Namesakes have one id too: a ledger judges which are one (see `Ledger.actors`), and keeps apart those whom something tells
    apart.
    """

    id: str
    name: str
    type: ActorType | None
    names: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    wikidata: str | None = None
    gender: str | None = None
