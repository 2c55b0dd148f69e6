"""Relating: one article after the other, each in a transaction of its own, until none waits.

1. What is kept of the article's relations is taken away; what stood together with it is loose then.
2. A current article is put there again: fingerprints, statements, facts, as the shown reading has them.
3. What it is a copy of, which statements report the same as its own, what its facts clash with is asked of the relater.
4. What is loose, and all that hangs together with it, is put into utterances and disagreements, with who else prints their sides.

Each answer is about two articles, statements or facts alone, and what is made of all answers depends on them alone. So the order
in which articles are related leaves no trace but in ids, which last.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, text

from onrecord.ledger.asking.listing import text_of
from onrecord.ledger.relations.copying import candidates, find_copies, printed, put_fingerprints, put_lineages
from onrecord.ledger.relations.disagreeing import put_together
from onrecord.ledger.relations.forgetting import Former, forget, remember_vectors
from onrecord.ledger.relations.grouping import Grouping
from onrecord.ledger.relations.judging import COPY, decided, number_waiting
from onrecord.ledger.relations.linking import find_links, put_tellings, put_voices
from onrecord.ledger.relations.resealing import seal_of_article
from onrecord.ledger.relations.rows import Related
from onrecord.ledger.relations.stating import find_clashes, put_facts
from onrecord.ledger.relations.supporting import find_support
from onrecord.ledger.relations.telling import Tellings
from onrecord.ledger.storing import clock
from onrecord.ledger.storing.rebuilding import Columns, about_articles, article, shown_statements_in
from onrecord.ledger.storing.relation_tables import relatings, unrelated
from onrecord.ledger.storing.schema import articles, readings
from onrecord.vocabulary import Fact, Relater

_SHOWN = about_articles().where(readings.c.shown, articles.c.superseded_by.is_(None))
# Pairs are counted with the later one of the two: not where the other waits to be related anew.
_COPIES = text(
    """SELECT count(*) FROM copies WHERE (article_row = :own OR of_row = :own) AND NOT EXISTS (SELECT 1 FROM unrelated
    WHERE unrelated.article_row != :own AND unrelated.article_row IN (copies.article_row, copies.of_row))"""
)
_LINKS = text(
    """SELECT count(*) FROM (
        SELECT one_row, other_row FROM links JOIN tellings ON statement_row = one_row WHERE article_row = :own
        UNION SELECT one_row, other_row FROM links JOIN tellings ON statement_row = other_row WHERE article_row = :own) AS pair
    WHERE NOT EXISTS (SELECT 1 FROM tellings JOIN unrelated USING (article_row)
        WHERE article_row != :own AND statement_row IN (pair.one_row, pair.other_row))"""
)
_NEXT = select(unrelated.c.article_row).order_by(unrelated.c.article_row).limit(1)


def queue_all(connection: Connection, version: str, *, again: bool) -> None:
    """Puts articles into the queue that another version of a relater related; with `again` all of them."""
    asked = "" if again else " WHERE version != :version"
    connection.execute(
        text(f"INSERT OR IGNORE INTO unrelated SELECT article_row FROM relatings{asked}"), {} if again else {"version": version}
    )


def has_other_version(connection: Connection, version: str) -> bool:
    """Whether an article was related by another version of a relater."""
    return connection.execute(select(relatings.c.article_row).where(relatings.c.version != version).limit(1)).first() is not None


def relate_next(connection: Connection, relater: Relater) -> Related:
    """Relates the next article that waits, if one does; what was found of it."""
    article_row = connection.execute(_NEXT).scalar()
    if article_row is None:
        return Related(0, 0, 0, 0)
    former = Former()
    remember_vectors(connection, article_row, relater.version, former)
    forget(connection, article_row, former)
    says = decided(connection)
    row = connection.execute(_SHOWN.where(articles.c.row == article_row)).first()
    known = Tellings(connection)
    step, seeds, stated = Related(0, 0, 0, 0), set[int](), dict[int, Fact]()
    if row is not None:
        step, seeds, stated = _put(connection, relater, row, known, former)
    put_lineages(connection, {*former.partners, *([article_row] if row is not None else [])}, says.rejected(COPY))
    Grouping(connection, relater, says, former, known).regroup(seeds)
    find_support(connection, relater, article_row, stated, former)
    put_together(connection, former)
    connection.execute(delete(unrelated).where(unrelated.c.article_row == article_row))
    return step


def _put(
    connection: Connection, relater: Relater, row: Columns, known: Tellings, former: Former
) -> tuple[Related, set[int], dict[int, Fact]]:
    """Puts an article among those that are related, and asks what it has to do with them; its statements' rows, its facts."""
    article_row, words = row.article_row, text_of(connection, row.article_row)
    said = shown_statements_in(connection, row.reading_row)
    about = article(row, words)
    one = printed(row, words)
    prints = relater.fingerprints(one)
    put_fingerprints(connection, article_row, prints)
    now = {"article_row": article_row, "reading_row": row.reading_row, "version": relater.version, "lineage": article_row}
    connection.execute(insert(relatings), now | {"at": clock.now(), "seal": ""})
    partners = former.partners
    others = candidates(connection, article_row, prints, _related(connection, partners))
    find_copies(connection, relater, (article_row, one), others)
    put_tellings(connection, relater, (article_row, words), said, former)
    rows = list(said)
    put_voices(connection, zip(rows, known.of(rows), strict=True))
    find_links(connection, relater, article_row, rows, known)
    stated = put_facts(connection, relater, (article_row, about), said, former)
    find_clashes(connection, relater, article_row, stated, former)
    sealed = relatings.update().where(relatings.c.article_row == article_row)
    connection.execute(sealed.values(seal=seal_of_article(connection, article_row)))
    copied, linked = (connection.execute(asked, {"own": article_row}).scalar_one() for asked in (_COPIES, _LINKS))
    return Related(1, len(said), copied, linked), set(rows), stated


def _related(connection: Connection, rows: set[int]) -> set[int]:
    """Those of some articles that are related now."""
    return set(connection.execute(select(relatings.c.article_row).where(relatings.c.article_row.in_(rows))).scalars())


__all__ = ["has_other_version", "number_waiting", "queue_all", "relate_next"]
