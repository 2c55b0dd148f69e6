"""New statements as an Atom feed (RFC 4287): an entry for each, the one whose article was added last first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from xml.etree.ElementTree import Element

from onrecord import __version__
from onrecord.ledger import Ledger, Order, StatementQuery, StatementRow
from onrecord.surfaces.takeaway.elements import as_xml, child, element
from onrecord.surfaces.takeaway.evidence import (
    day_of,
    judged,
    manner_of,
    office_of,
    outlet_of,
    place_of,
    pointed,
    publication,
    said_so,
    speaker_of,
    title_of,
    urn,
)
from onrecord.vocabulary import content_id

FEED_LENGTH = 200
_ATOM, _XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
_TITLE = 120  # characters of an entry's title
# A feed without entries was never updated, and has to say when.
_NEVER = "1970-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of itself: `address` is its own, `page` gives that of a statement's page, `identity` never changes."""

    title: str
    address: str | None = None
    page: Callable[[StatementRow], str] | None = None
    identity: str = urn("feed", "statements")


def feed(ledger: Ledger, query: StatementQuery, about: Channel) -> str:
    """The statements that a query means which were added last, `FEED_LENGTH` at most or as many as its limit says."""
    most = FEED_LENGTH if query.limit is None else query.limit
    first = max(0, ledger.count_statements(query) - most)
    rows = list(ledger.statements(replace(query, order=Order.ADDED, limit=most, offset=first)))
    judged = ledger.judged_at([row.statement.id for row in rows])
    return atom(reversed(rows), replace(about, identity=_identity(query)), judged)


def atom(rows: Iterable[StatementRow], about: Channel, judged: Mapping[str, str] = {}) -> str:
    """A feed of statements, in the order given; each is of when it was added, or of when a person said something of it last
    (`judged`, by id), so that a feed reader takes notice of what was put right."""
    entries = []
    for row in rows:
        updated = max(row.article.added_at, judged.get(row.statement.id, ""))
        entries.append((updated, _entry(row, about, updated)))
    root = element("feed", xmlns=_ATOM)
    child(root, "id", about.identity)
    child(root, "title", about.title)
    child(root, "updated", max((updated for updated, _ in entries), default=_NEVER))
    child(child(root, "author"), "name", "onrecord")
    child(root, "generator", "onrecord", version=__version__)
    if about.address:
        child(root, "link", rel="self", type="application/atom+xml", href=about.address)
    root.extend(entry for _, entry in entries)
    return as_xml(root)


def _entry(row: StatementRow, about: Channel, updated: str) -> Element:
    entry = element("entry")
    said = said_so(row)
    child(entry, "id", urn("statement", row.statement.id))
    child(entry, "title", f"{speaker_of(row)}: {said if len(said) <= _TITLE else said[: _TITLE - 1].rsplit(' ', 1)[0] + '…'}")
    child(entry, "updated", updated)
    address = pointed(row)
    if about.page is not None:
        child(entry, "link", rel="alternate", type="text/html", href=about.page(row))
        if address:
            child(entry, "link", rel="via", href=address)
    elif address:
        child(entry, "link", rel="alternate", href=address)
    child(entry, "category", term=row.statement.kind.value)
    content = child(entry, "content", type="xhtml")
    content.append(_content(row, address))
    return entry


def _content(row: StatementRow, address: str | None) -> Element:
    (day, basis), office, article, said = day_of(row), office_of(row), row.article, said_so(row)
    who = f"{speaker_of(row)}{f' ({office})' if office else ''}, {day} ({basis}), {manner_of(row) or 'in quotation marks'}"
    title = element("a", title_of(article), href=address) if address else title_of(article)
    where = element("p", f"{outlet_of(article)}, ", title, f", {publication(article)}; {place_of(row)}{judged(row)}")
    return element("div", element("blockquote", element("p", said)), element("p", who), where, xmlns=_XHTML)


def _identity(query: StatementQuery) -> str:
    """The same for the same question, however many rows are asked for, in whatever order, and whatever else can be asked."""
    usual = StatementQuery()
    asked = {one.name: getattr(query, one.name) for one in fields(query) if getattr(query, one.name) != getattr(usual, one.name)}
    told = [f"{name}={value}" for name, value in sorted(asked.items()) if name not in ("order", "limit", "offset")]
    return urn("feed", content_id(*told))
