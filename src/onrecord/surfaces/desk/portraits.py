"""Portraits: what is known of one actor, put in order for its page: names, offices with what tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.identify.facts.places import name_of
from onrecord.ledger import ActorHistory, OfficeSeen
from onrecord.surfaces.days import told
from onrecord.surfaces.desk import links
from onrecord.surfaces.desk.drawing.terms import Term
from onrecord.surfaces.desk.views import counted

_NAMES = 40  # shown at most


@dataclass(frozen=True, slots=True)
class Seen:
    """An office with what tells it: in words, and the address of an article that does (None for the facts)."""

    seen: OfficeSeen
    place: str
    source: str
    href: str | None


def named(found: ActorHistory) -> Sequence[tuple[str, int]]:
    """The names seen, and how many articles use each; what only capitals and white space tell apart is one name."""
    spelled: dict[str, str] = {}
    uses: Counter[str] = Counter()
    for name, number in found.names:
        uses[spelled.setdefault(" ".join(name.split()).casefold(), name)] += number
    return uses.most_common(_NAMES)


def offices(found: ActorHistory) -> list[Seen]:
    """The offices, those the facts know in order of days, then those that articles tell."""
    made = []
    for seen in found.offices:
        office = seen.office
        place = name_of(office.place) if office.place else ""
        facts = office.basis == "facts"
        source = "the facts that ship with onrecord" if facts else f"told in {counted(seen.articles, 'article')}"
        made.append(Seen(seen, place, source, None if facts else links.article_url(seen.told_in)))
    return sorted(made, key=lambda one: (one.seen.office.basis != "facts", one.seen.office.start or "", -one.seen.articles))


def term(one: Seen) -> Term:
    """An office as a chart of terms draws it."""
    office = one.seen.office
    known = bool(office.start or office.end)
    days = (office.start, office.end) if known else (one.seen.earliest, one.seen.latest)
    if one.seen.office.basis == "facts" and not known:
        days = (None, None)
    words = f"{office.title}{', ' + one.place if one.place else ''}: {told(days)} ({one.source})"
    return Term(f"{office.title}{', ' + one.place if one.place else ''}", _day(days[0]), _day(days[1]), known, words)


def _day(words: str | None) -> date | None:
    """The first day of an ISO day, month or year."""
    try:
        return date.fromisoformat(f"{words}-01-01"[:10] if len(words) == 4 else f"{words}-01"[:10]) if words else None
    except ValueError:
        return None
