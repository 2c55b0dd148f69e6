"""Where an actor appears: which articles tell of it, by which names and as what; and what outlets report of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from onrecord.ledger.actors.portraying import portions
from onrecord.ledger.asking.filtering import shown
from onrecord.ledger.asking.listing import articles_of_readings
from onrecord.ledger.rows import Appearance, ArticleRow, OfficeSeen, OutletSeen
from onrecord.ledger.storing.rebuilding import offices_of
from onrecord.ledger.storing.schema import articles, personas, readings
from onrecord.vocabulary import Office


def appearances(connection: Connection, row: int) -> tuple[Appearance, ...]:
    """The articles that are shown and tell of the actor in a row, by day; those whose day is not known come last."""
    asked = select(personas).join(readings, readings.c.row == personas.c.reading_row)
    asked = asked.join(articles, articles.c.row == readings.c.article_row).where(personas.c.actor_row == row)
    found: dict[int, Appearance] = {}
    told = connection.execute(asked.where(*shown(all_versions=False)).order_by(personas.c.row)).all()
    known: dict[int, ArticleRow] = {}
    for portion in portions(sorted({one.reading_row for one in told})):
        known |= articles_of_readings(connection, portion)
    for one in told:
        before = found.get(one.reading_row)
        names, offices, said = (before.names, before.offices, before.statements) if before else ((), (), 0)
        found[one.reading_row] = Appearance(
            known[one.reading_row],
            tuple(dict.fromkeys((*names, *((one.name, *one.names) if one.put is None else ())))),
            tuple(dict.fromkeys((*offices, *offices_of(one.offices)))),
            said + one.statements,
        )
    return tuple(sorted(found.values(), key=lambda one: (_day(one) is None, _day(one) or "", one.article.id)))


def offices_seen(told: Iterable[Appearance]) -> tuple[OfficeSeen, ...]:
    """The offices that articles tell of an actor, those told most often first; what only their capitals tell apart is one."""
    found: dict[Office, list[Appearance]] = {}
    spelled: dict[Office, Office] = {}
    for one in told:
        for office in one.offices:
            plain = Office(office.title.casefold(), office.place, office.start, office.end, office.basis)
            spelled.setdefault(plain, office)
            found.setdefault(plain, []).append(one)
    seen = [_seen(spelled[plain], where) for plain, where in found.items()]
    return tuple(sorted(seen, key=lambda one: (-one.articles, one.office.title, one.office.basis, one.office.start or "")))


def outlets_seen(told: Iterable[Appearance]) -> tuple[OutletSeen, ...]:
    """The outlets of articles that tell of an actor, those with most of its statements first."""
    found: dict[str | None, list[int]] = {}
    for one in told:
        found.setdefault(one.article.outlet, []).append(one.statements)
    seen = [OutletSeen(outlet, sum(said), len(said)) for outlet, said in found.items()]
    return tuple(sorted(seen, key=lambda one: (-one.statements, -one.articles, one.outlet or "")))


def _seen(office: Office, where: Sequence[Appearance]) -> OfficeSeen:
    articles_of = {one.article.id for one in where}
    days = sorted(day for one in where if (day := _day(one)))
    return OfficeSeen(office, len(articles_of), days[0] if days else None, days[-1] if days else None)


def _day(one: Appearance) -> str | None:
    published = one.article.published
    day = (published.earliest or published.latest) if published else None
    return day[:10] if day else None
