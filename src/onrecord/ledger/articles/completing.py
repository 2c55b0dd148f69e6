"""An article that comes again with less: what was given of it once is not taken back by leaving it out.

1. What is known is what the article's place held last time; at a new place, what its address holds.
2. It counts only where the text is the same. An edited text comes with its own metadata.
3. An outlet, address, title or byline that is left out is taken from there, and so is a date of publication that is left out or
   that rests on less than the one given by hand. What is there and differs is a correction, and stays as it came.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, bindparam, select

from onrecord.ledger.articles.placing import Held, newest_of
from onrecord.ledger.asking.listing import text_of
from onrecord.ledger.storing.rebuilding import about_articles, article
from onrecord.ledger.storing.schema import readings
from onrecord.ledger.storing.seal import text_hash
from onrecord.vocabulary import Article, DateBasis, Published, Record, Statement, article_id, statement_id

_READING = about_articles().where(readings.c.row == bindparam("reading_row"))
_SHOWN = select(readings.c.row).where(readings.c.article_row == bindparam("article_row"), readings.c.shown)


def completed(connection: Connection, came: Article, held: Held | None) -> Article:
    """The article with what was left out filled in; the article itself where nothing is known or nothing was left out."""
    reading_row = held.reading_row if held else _at_address(connection, came)
    if reading_row is None or (held and held.text_sha256 != text_hash(came.text)):
        return came
    row = connection.execute(_READING, {"reading_row": reading_row}).one()
    if text_of(connection, row.article_row) != came.text:
        return came
    known = replace(article(row, came.text), path=came.path)
    filled = _filled(came, known)
    if filled == came:
        return came
    # Zones follow from the text and, in part, from the metadata: those of the fuller article are the better ones.
    return known if replace(filled, zones=known.zones) == known else filled


def carried_over(record: Record, to: Article) -> Record:
    """The record as one of the completed article: the zones are those it was read with, the ids those of the new one."""
    filled = replace(to, zones=record.article.zones)
    ids = {one.id: statement_id(filled.id, one.source, one.cue, one.content) for one in record.statements}
    return replace(record, article=filled, statements=tuple(_renamed(one, ids) for one in record.statements))


def _renamed(statement: Statement, ids: dict[str, str]) -> Statement:
    within = ids[statement.within] if statement.within else None
    repeats = ids[statement.repeats] if statement.repeats else None
    return replace(statement, id=ids[statement.id], within=within, repeats=repeats)


def _at_address(connection: Connection, came: Article) -> int | None:
    article_row = newest_of(connection, came.url) if came.url else None
    return connection.execute(_SHOWN, {"article_row": article_row}).scalar() if article_row is not None else None


def _filled(came: Article, known: Article) -> Article:
    outlet, url = came.outlet or known.outlet, came.url or known.url
    return replace(
        came,
        id=article_id(came.text, outlet=outlet, url=url),
        outlet=outlet,
        url=url,
        title=came.title or known.title,
        byline=came.byline or known.byline,
        published=_surer(came.published, known.published),
    )


def _surer(came: Published | None, known: Published | None) -> Published | None:
    given_before = known is not None and known.basis is DateBasis.GIVEN
    if came is None or (given_before and came.basis is not DateBasis.GIVEN):
        return known
    if known is not None and came.basis is DateBasis.TEXT:
        return known  # the same text told the same before
    return came
