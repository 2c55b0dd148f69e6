"""Namesakes: what tells actors of one name apart, where several stand in one list."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from onrecord.identify.facts.places import name_of
from onrecord.ledger import ArticleRow, Ledger, Order, StatementQuery
from onrecord.surfaces import days
from onrecord.surfaces.cli import printing
from onrecord.vocabulary import Actor


def told_apart(actors: Iterable[Actor], ledger: Ledger | None = None) -> Mapping[str, str]:
    """By the id of each actor whose name another has too, what tells it from these, that people can check: its type; else its
    office with its country; else, of a ledger, which outlet reported it first, and when. The first that no other of the name has.
    Those whom nothing tells apart are numbered.
    """
    of_name: dict[str, dict[str, Actor]] = defaultdict(dict)
    for one in actors:
        of_name[" ".join(one.name.split()).casefold()][one.id] = one
    made: dict[str, str] = {}
    for same in of_name.values():
        if len(same) > 1:
            made |= _told(list(same.values()), ledger)
    return made


def told_in(ledger: Ledger, actors: Iterable[Actor]) -> Mapping[str, str]:
    """As `told_apart`, but from all of a ledger that have the name of one of them, whether these stand in the list or not: for
    where somebody chooses among actors, and what stands beside each must be the same in every list.
    """
    listed = list(actors)
    apart = told_apart([*ledger.called(*(one.name for one in listed)), *listed], ledger)
    return {one.id: apart[one.id] for one in listed if one.id in apart}


def _told(same: Collection[Actor], ledger: Ledger | None) -> Mapping[str, str]:
    made: dict[str, str] = {}
    ways: tuple[Callable[[Actor], str], ...] = (_type, _office, lambda one: _first(one, ledger))
    for way in ways:
        words = {one.id: way(one) for one in same if one.id not in made}
        counts = Counter(words.values())
        made |= {key: told for key, told in words.items() if told and counts[told] == 1}
        if len(made) == len(same):
            return made
    left = [one for one in same if one.id not in made]
    return made | {one.id: f"{_first(one, ledger) or _type(one) or 'actor'}; {n}" for n, one in enumerate(left, 1)}


def _type(one: Actor) -> str:
    return one.type.value if one.type is not None else ""


def _office(one: Actor) -> str:
    office = next(iter(one.offices), None)
    if office is None:
        return ""
    return f"{office.title}, {name_of(office.place)}" if office.place else office.title


def _first(one: Actor, ledger: Ledger | None) -> str:
    if ledger is None:
        return ""
    found = next(ledger.statements(StatementQuery(actor=one.id, order=Order.OLDEST, limit=1)), None)
    return f"first reported by {_printed(found.article)}" if found is not None else ""


def _printed(article: ArticleRow) -> str:
    published = article.published
    day = days.told((published.earliest, published.latest)) if published is not None else days.NOT_KNOWN
    return f"{printing.where(article)}, {day}"
