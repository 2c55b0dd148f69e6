"""What is shown: it follows from what each place held last time and what it holds now.

A *document* keeps its identity while its text is edited: an address, else a file. A *place* is where an article was met: a path,
else the document. The rules, in order:

1. A place that holds what it held last time changes nothing. So the same command again is no change, even where two places
   disagree about one article.
2. A new text, or an old one that comes back to a place, is the next version of its document and supersedes the one before.
   It also supersedes what its place held where that was known by nothing but the file, or is the same text under another outlet
   or address (the user corrected them, which is told from an edit by the text).
3. A new reading (other metadata, other provenance, other statements), or an old one that comes back to a place, is from then on
   the one that is shown of its article.
4. A known article at a new place is a sighting, and no more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, and_, bindparam, func, insert, select, update

from onrecord.ledger.rows import Added
from onrecord.ledger.storing import clock
from onrecord.ledger.storing.schema import articles, readings, sightings, versions, views
from onrecord.vocabulary import Article

# Paths that name no file which could be edited: standard input, and a row of a file ("articles.jsonl:12"), whose number
# shifts when a row is put in before it. An article from there without an address is a document of its own.
_NO_FILE = re.compile(r"^-$|^<.*>$|:\d+$")
_STANDARD_INPUT = re.compile(r"^-$|^<.*>$")

# Asked for every article, so made once: putting it together takes SQLAlchemy longer than SQLite takes to answer.
_HELD = (
    select(
        sightings.c.row,
        sightings.c.article_row,
        sightings.c.reading_row,
        readings.c.task,
        articles.c.text_sha256,
        sightings.c.document,
        sightings.c.last_seen,
    )
    .join(articles, articles.c.row == sightings.c.article_row)
    .join(readings, readings.c.row == sightings.c.reading_row)
    .where(sightings.c.place == bindparam("place"), sightings.c.holds)
)
_NEWEST = (
    select(versions.c.number, versions.c.article_row, articles.c.text_sha256)
    .join(articles, articles.c.row == versions.c.article_row)
    .where(versions.c.document == bindparam("document"))
    .order_by(versions.c.number.desc())
    .limit(1)
)
_SHOW = update(readings).where(readings.c.row == bindparam("reading_row")).values(shown=True)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article is met: `key` tells the place from every other; `path` is as it was given."""

    key: str
    document: str
    path: str | None


@dataclass(frozen=True, slots=True)
class Held:
    """What a place held when it was last looked at."""

    sighting_row: int
    article_row: int
    reading_row: int
    task: str
    text_sha256: str
    document: str
    last_seen: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An article and its reading, now stored; whether they were stored just now."""

    article_row: int
    reading_row: int
    text_sha256: str
    new_text: bool = False
    new_reading: bool = False


def document_of(article: Article) -> str:
    """What the versions of an article have in common: its address, else its file (made absolute), else itself."""
    if article.url:
        return article.url
    if not article.path or _NO_FILE.search(article.path):
        return f"article:{article.id}"
    return str(Path(article.path).absolute())


def place_of(article: Article) -> Place:
    """Where an article is met: at its path, made absolute; else at its document."""
    document = document_of(article)
    if not article.path or _STANDARD_INPUT.search(article.path):
        return Place(document, document, article.path)
    return Place(str(Path(article.path).absolute()), document, article.path)


def held_at(connection: Connection, place: Place) -> Held | None:
    """What a place held when it was last looked at; None for a place never looked at."""
    found = connection.execute(_HELD, {"place": place.key}).first()
    return Held(*found) if found else None


def newest_of(connection: Connection, document: str) -> int | None:
    """The row of the article that is the newest version of a document; None for a document never met."""
    found = connection.execute(_NEWEST, {"document": document}).first()
    return found.article_row if found else None


def put(connection: Connection, place: Place, held: Held | None, entry: Entry) -> Added:
    """Notes that a stored article was met at its place, lets what is shown follow, and returns what changed."""
    same = held is not None and (held.article_row, held.reading_row) == (entry.article_row, entry.reading_row)
    outcome = Added.UNCHANGED if same else _shown(connection, place, held, entry)
    _note_sighting(connection, place, held, entry)
    return outcome


def _shown(connection: Connection, place: Place, held: Held | None, entry: Entry) -> Added:
    moved = entry.new_text or (held is not None and held.article_row != entry.article_row)
    superseded = [_put_version(connection, document, entry, moved) for document in _documents(connection, place, held, entry)]
    read = _put_view(connection, entry, at_known_place=held is not None)
    for outcome in (Added.NEW_VERSION, Added.METADATA_CORRECTED):
        if outcome in superseded:
            return outcome
    return Added.NEW if entry.new_text else read


def _documents(connection: Connection, place: Place, held: Held | None, entry: Entry) -> list[str]:
    """The documents that the article is a version of: its own, and those of the text whose place it took (rule 2).

    Where another place still holds the older text, only the file itself is taken over.
    """
    own, here = place.document, place.key
    if held is None or held.article_row == entry.article_row:
        return [own]
    if held.document not in (own, here) and held.text_sha256 != entry.text_sha256:
        return [own]
    stands = _stands_in(connection, held.article_row)
    if _is_held_elsewhere(connection, held):
        stands = [document for document in stands if document == here]
    return [own, *(document for document in stands if document != own)]


def _is_held_elsewhere(connection: Connection, held: Held) -> bool:
    same = and_(sightings.c.article_row == held.article_row, sightings.c.holds, sightings.c.row != held.sighting_row)
    return connection.execute(select(sightings.c.row).where(same).limit(1)).first() is not None


def _put_version(connection: Connection, document: str, entry: Entry, moved: bool) -> Added | None:
    """Makes the article the newest version of a document where it is to be; what that changed, where it superseded another."""
    newest = connection.execute(_NEWEST, {"document": document}).first()
    if newest is not None and (not moved or newest.article_row == entry.article_row):
        return None
    number = newest.number + 1 if newest else 1
    row = {"document": document, "number": number, "article_row": entry.article_row, "added_at": clock.now()}
    connection.execute(insert(versions), row)
    if newest is None and entry.new_text:
        return None
    _supersede(connection, entry.article_row, None)
    if newest is None:
        return None
    if not _stands_in(connection, newest.article_row):
        _supersede(connection, newest.article_row, entry.article_row)
    return Added.METADATA_CORRECTED if newest.text_sha256 == entry.text_sha256 else Added.NEW_VERSION


def _stands_in(connection: Connection, article_row: int) -> list[str]:
    """The documents that an article is the newest version of."""
    later = versions.alias()
    newest = select(func.max(later.c.number)).where(later.c.document == versions.c.document).scalar_subquery()
    asked = select(versions.c.document).where(versions.c.article_row == article_row, versions.c.number == newest)
    return list(connection.execute(asked.order_by(versions.c.document)).scalars())


def _supersede(connection: Connection, article_row: int, by: int | None) -> None:
    connection.execute(update(articles).where(articles.c.row == article_row).values(superseded_by=by))


def _put_view(connection: Connection, entry: Entry, *, at_known_place: bool) -> Added:
    """Makes the reading the one that is shown of its article where it is to be (rule 3)."""
    asked = select(readings.c.row, readings.c.particulars).where(readings.c.article_row == entry.article_row, readings.c.shown)
    before = None if entry.new_text else connection.execute(asked).first()
    if before is not None and (before.row == entry.reading_row or not (entry.new_reading or at_known_place)):
        return Added.UNCHANGED
    row = {"article_row": entry.article_row, "reading_row": entry.reading_row, "added_at": clock.now()}
    connection.execute(insert(views), row)
    if before is not None:
        connection.execute(update(readings).where(readings.c.row == before.row).values(shown=False))
    connection.execute(_SHOW, {"reading_row": entry.reading_row})
    now = select(readings.c.particulars).where(readings.c.row == entry.reading_row)
    corrected = before is not None and connection.execute(now).scalar() != before.particulars
    return Added.METADATA_CORRECTED if corrected else Added.READ_AGAIN


def _note_sighting(connection: Connection, place: Place, held: Held | None, entry: Entry) -> None:
    """Keeps that the article was seen at its place today, and that this is what the place holds."""
    today = clock.today()
    if held is not None and held.article_row != entry.article_row:
        connection.execute(update(sightings).where(sightings.c.row == held.sighting_row).values(holds=False))
    here = and_(sightings.c.article_row == entry.article_row, sightings.c.place == place.key)
    now = {"reading_row": entry.reading_row, "holds": True, "last_seen": today}
    known = connection.execute(update(sightings).where(here).values(now)) if not entry.new_text else None
    if known is None or known.rowcount == 0:
        where = {"place": place.key, "path": place.path, "document": place.document}
        connection.execute(insert(sightings), {**where, "article_row": entry.article_row, "first_seen": today, **now})
