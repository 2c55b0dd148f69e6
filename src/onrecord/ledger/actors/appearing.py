"""Where an actor appears: which articles tell of it, by which names and as what; and what outlets report of it.

A well-known actor stands in thousands of articles, so that of each only what is counted is read; the articles themselves are
fetched for those that are asked for.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, Text, func, select, type_coerce

from onrecord.ledger.actors.portraying import portions
from onrecord.ledger.asking.filtering import shown
from onrecord.ledger.asking.listing import articles_of_readings
from onrecord.ledger.rows import Appearance, ArticleRow, OfficeSeen, OutletSeen
from onrecord.ledger.storing.rebuilding import offices_of
from onrecord.ledger.storing.schema import articles, personas, readings
from onrecord.vocabulary import Office


@dataclass(frozen=True, slots=True)
class Told:
    """What one article (its id) tells of an actor: by which names and as what; `day` is that of publication, `said` the number of
    statements."""

    reading_row: int
    article: str
    outlet: str | None
    day: str | None
    names: tuple[str, ...]
    offices: tuple[Office, ...]
    said: int


def told_of(connection: Connection, row: int) -> list[Told]:
    """What the articles that are shown tell of the actor in a row, by day; those whose day is not known come last."""
    day = func.substr(func.coalesce(readings.c.published_earliest, readings.c.published_latest), 1, 10)
    asked = select(
        personas.c.reading_row,
        personas.c.name,
        # As they lie, since thousands are alike.
        type_coerce(personas.c.names, Text),
        type_coerce(personas.c.offices, Text),
        personas.c.put,
        personas.c.statements,
        articles.c.id,
        articles.c.outlet,
        day,
    ).join(readings, readings.c.row == personas.c.reading_row)
    asked = asked.join(articles, articles.c.row == readings.c.article_row).where(personas.c.actor_row == row)
    names_of, offices_in = cache(lambda kept: tuple(json.loads(kept))), cache(lambda kept: offices_of(json.loads(kept)))
    found: dict[int, Told] = {}
    for reading_row, name, names, offices, put, said, article, outlet, when in connection.execute(
        asked.where(*shown(all_versions=False)).order_by(personas.c.row)
    ).all():
        called = (name, *names_of(names)) if put is None else ()
        before = found.get(reading_row)
        earlier = (before.names, before.offices, before.said) if before else ((), (), 0)
        found[reading_row] = Told(
            reading_row,
            article,
            outlet,
            when or None,
            tuple(dict.fromkeys((*earlier[0], *called))),
            tuple(dict.fromkeys((*earlier[1], *offices_in(offices)))),
            earlier[2] + said,
        )
    return sorted(found.values(), key=lambda one: (one.day is None, one.day or "", one.article))


def appearances(connection: Connection, told: Sequence[Told]) -> tuple[Appearance, ...]:
    """The articles that tell of an actor, in the order given."""
    known: dict[int, ArticleRow] = {}
    for portion in portions([one.reading_row for one in told]):
        known |= articles_of_readings(connection, portion)
    return tuple(Appearance(known[one.reading_row], one.names, one.offices, one.said) for one in told)


def newest(told: Sequence[Told], number: int) -> list[Told]:
    """So many at most of the newest, by day; those whose day is not known are the first to be left out."""
    dated = [one for one in told if one.day is not None][-number:]
    return dated + [one for one in told if one.day is None][: number - len(dated)]


def names_seen(told: Iterable[Told]) -> Counter[str]:
    """In how many articles each name of an actor stands."""
    return Counter(name for one in told for name in one.names)


def offices_seen(told: Iterable[Told]) -> tuple[OfficeSeen, ...]:
    """The offices that articles tell of an actor, those told most often first; what only their capitals tell apart is one."""
    found: dict[Office, list[Told]] = {}
    spelled: dict[Office, Office] = {}
    plain = cache(lambda office: Office(office.title.casefold(), office.place, office.start, office.end, office.basis))
    for one in told:
        for office in one.offices:
            key = plain(office)
            spelled.setdefault(key, office)
            found.setdefault(key, []).append(one)
    seen = [_seen(spelled[key], where) for key, where in found.items()]
    return tuple(sorted(seen, key=lambda one: (-one.articles, one.office.title, one.office.basis, one.office.start or "")))


def outlets_seen(told: Iterable[Told]) -> tuple[OutletSeen, ...]:
    """The outlets of articles that tell of an actor, those with most of its statements first."""
    found: dict[str | None, list[int]] = {}
    for one in told:
        found.setdefault(one.outlet, []).append(one.said)
    seen = [OutletSeen(outlet, sum(said), len(said)) for outlet, said in found.items()]
    return tuple(sorted(seen, key=lambda one: (-one.statements, -one.articles, one.outlet or "")))


def _seen(office: Office, where: Sequence[Told]) -> OfficeSeen:
    days = sorted(one.day for one in where if one.day)
    articles_of = {one.article for one in where}
    return OfficeSeen(office, len(articles_of), days[0] if days else None, days[-1] if days else None, where[0].article)
