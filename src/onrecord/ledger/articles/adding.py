"""Adding an article: what is new in it is appended; what is shown then follows by the rules of `placing`, and what persons
decided on the version before is carried over."""

from __future__ import annotations

from sqlalchemy import Connection, Select, bindparam, select

from onrecord.ledger.actors.joining import join
from onrecord.ledger.articles.checking import wrongs
from onrecord.ledger.articles.completing import carried_over, completed
from onrecord.ledger.articles.placing import Entry, Held, Place, held_at, place_of, put
from onrecord.ledger.articles.rejecting import is_rejected, resolve
from onrecord.ledger.reviewing.carrying import carry_over
from onrecord.ledger.reviewing.settling import settle_reading
from onrecord.ledger.rows import Added
from onrecord.ledger.storing import clock
from onrecord.ledger.storing.schema import articles, readings
from onrecord.ledger.storing.seal import Stamp, stamp, task_id, text_hash
from onrecord.ledger.storing.writing import write_article, write_reading
from onrecord.vocabulary import Article, Provenance, Record, Resolver, UnsoundError

# Asked for every article, so made once (see `placing`).
_ARTICLE = select(articles.c.row).where(articles.c.id == bindparam("name"))
_ENTRY = (
    select(readings.c.article_row, readings.c.row, articles.c.text_sha256)
    .join(articles, articles.c.row == readings.c.article_row)
    .order_by(readings.c.shown.desc(), readings.c.row.desc())
    .limit(1)
)
_BY_TASK = _ENTRY.where(readings.c.task == bindparam("name"))
_BY_ID = _ENTRY.where(readings.c.id == bindparam("name"))


def knows(connection: Connection, article: Article, provenance: Provenance) -> bool:
    """Whether a reading of the article, with this metadata and by this provenance, is kept."""
    return _kept(connection, _BY_TASK, task_id(article, provenance)) is not None


def says_nothing_new(connection: Connection, article: Article, provenance: Provenance) -> bool:
    """Whether adding the article would write nothing at all: its place held it before, read the same way, on this day."""
    held = held_at(connection, place_of(article))
    if held is None or held.last_seen != clock.today() or not _holds(connection, held, article, provenance):
        return False
    return article.path is None or not is_rejected(connection, article.path)


def complete(connection: Connection, article: Article) -> Article:
    """The article with what its place or its address knows of it and it leaves out (see `completing`)."""
    return completed(connection, article, held_at(connection, place_of(article)))


def add_known(connection: Connection, article: Article, provenance: Provenance) -> Added | None:
    """Adds an article that was read before, with this metadata and by this provenance; None where it has to be read first."""
    held = held_at(connection, place_of(article))
    article = completed(connection, article, held)
    place, task = place_of(article), task_id(article, provenance)
    if held is not None and held.task == task:
        entry = Entry(held.article_row, held.reading_row, held.text_sha256)
    else:
        kept = _kept(connection, _BY_TASK, task)
        if kept is None:
            return None
        entry = kept
    resolve(connection, article.path)
    return _put(connection, place, held, entry)


def add_record(connection: Connection, record: Record, resolver: Resolver | None = None) -> Added:
    """Adds an article with what was read out of it; the resolver says which of its actors are ones that are known.

    Where the article left out what is known of it, a reading that knew it is better than this one, and is kept in view.
    """
    held = held_at(connection, place_of(record.article))
    article = completed(connection, record.article, held)
    if article is not record.article:
        known = add_known(connection, article, record.provenance)
        if known is not None:
            return known
        record = carried_over(record, article)
    place, stamped = place_of(record.article), stamp(record)
    entry = _kept(connection, _BY_ID, stamped.reading) or _write(connection, record, stamped, resolver)
    resolve(connection, record.article.path)
    return _put(connection, place, held, entry)


def refuse_unsound(record: Record) -> None:
    """Raises UnsoundError where something in a record does not hold, or where its words cannot be written to a file."""
    article = record.article
    name = article.path or article.url or article.id
    for table, row, wrong in wrongs(record):
        raise UnsoundError(f"{name} cannot be kept: {table} {row}: {wrong}; this is a fault in onrecord, please report it")
    try:
        repr_of_words = (article.text, article.path, article.url, article.outlet, article.title, *article.byline)
        "".join(words for words in repr_of_words if words).encode()
    except UnicodeEncodeError as error:
        raise UnsoundError(f"{name!r} cannot be kept: it holds half a character ({error.reason}): mend its encoding") from error


def _holds(connection: Connection, held: Held, article: Article, provenance: Provenance) -> bool:
    if held.task == task_id(article, provenance):
        return True
    return held.task == task_id(completed(connection, article, held), provenance)


def _put(connection: Connection, place: Place, held: Held | None, entry: Entry) -> Added:
    outcome = put(connection, place, held, entry)
    if outcome in (Added.NEW_VERSION, Added.METADATA_CORRECTED):
        carry_over(connection, entry.article_row)
    return outcome


def _write(connection: Connection, record: Record, stamped: Stamp, resolver: Resolver | None) -> Entry:
    text_sha256 = text_hash(record.article.text)
    known = connection.execute(_ARTICLE, {"name": record.article.id}).scalar()
    row = write_article(connection, record.article, text_sha256) if known is None else known
    reading_row = write_reading(connection, record, row, stamped)
    join(connection, record, (reading_row, stamped.reading), resolver)
    settle_reading(connection, reading_row)
    return Entry(row, reading_row, text_sha256, new_text=known is None, new_reading=True)


def _kept(connection: Connection, asked: Select[int, int, str], name: str) -> Entry | None:
    """The stored reading of a name: the one that is shown where there are several, else the latest."""
    found = connection.execute(asked, {"name": name}).first()
    return Entry(*found) if found else None
