"""The Atom feed: what RFC 4287 asks for, with ids that stay."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from lxml import etree
from tests.unit.surfaces.takeaway.statement_builders import ALL, HOSTILE, hostile, said, unknown

from onrecord.ledger import Order, StatementQuery, StatementRow
from onrecord.surfaces.takeaway.feeds import FEED_LENGTH, Channel, atom, feed

ATOM = "{http://www.w3.org/2005/Atom}"
ABOUT = Channel(
    "New statements", "https://desk.example/feed.atom", lambda row: f"https://desk.example/statements/{row.statement.id}"
)


def parsed(*rows: StatementRow, about: Channel = ABOUT) -> Any:
    return etree.fromstring(atom(rows, about).encode())


def test_feed_and_entries_have_what_the_standard_requires() -> None:
    root = parsed(*(make() for make in ALL))
    entries = root.findall(f"{ATOM}entry")
    assert root.tag == f"{ATOM}feed" and len(entries) == len(ALL)
    for one in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1, name
        assert one.findtext(f"{ATOM}id").startswith("urn:onrecord:")
        assert datetime.fromisoformat(one.findtext(f"{ATOM}updated")).tzinfo is not None
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "onrecord"
    assert all(one.find(f"{ATOM}content").get("type") == "xhtml" and len(one.find(f"{ATOM}content")) == 1 for one in entries)
    assert len({one.findtext(f"{ATOM}id") for one in entries}) == len(entries)


def test_an_entry_was_updated_when_its_article_was_added_and_leads_to_its_page() -> None:
    entry = parsed(said()).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}updated") == "2031-05-07T08:00:00+00:00"
    links = {one.get("rel"): one.get("href") for one in entry.findall(f"{ATOM}link")}
    assert links["alternate"] == "https://desk.example/statements/0123456789abcdef"
    assert links["via"].startswith("https://courier.example/bridge?a=1&b=2#:~:text=%E2%80%9CThe%20bridge")


def test_without_pages_an_entry_leads_to_the_article_if_that_has_an_address() -> None:
    root = parsed(said(), unknown(), hostile(), about=Channel("New"))
    links = [[one.get("rel") for one in entry.findall(f"{ATOM}link")] for entry in root.findall(f"{ATOM}entry")]
    assert links == [["alternate"], [], []] and root.find(f"{ATOM}link") is None


def test_words_of_an_article_are_text_and_no_elements() -> None:
    root = parsed(hostile())
    assert HOSTILE.replace("\x0b ", "") in "".join(root.itertext()).replace("\ufffd ", "") and "script" not in {
        etree.QName(one).localname for one in root.iter()
    }


def test_a_feed_of_nothing_is_one() -> None:
    assert parsed().findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


class _Kept:
    """A ledger that remembers what it was asked."""

    def __init__(self, number: int) -> None:
        self.number, self.asked = number, StatementQuery()

    def count_statements(self, query: StatementQuery) -> int:
        return self.number

    def statements(self, query: StatementQuery) -> list[StatementRow]:
        self.asked = query
        return [said(), unknown()]

    def judged_at(self, statements: list[str]) -> dict[str, str]:
        return {}


@pytest.mark.parametrize(
    ("number", "limit", "asked"), [(5, None, (0, FEED_LENGTH)), (250, None, (50, FEED_LENGTH)), (5, 2, (3, 2))]
)
def test_the_last_that_were_added_come_first(number: int, limit: int | None, asked: tuple[int, int]) -> None:
    kept = _Kept(number)
    told = feed(kept, StatementQuery(speaker="Olan", order=Order.NEWEST, limit=limit), ABOUT)  # type: ignore[arg-type]
    assert (kept.asked.offset, kept.asked.limit, kept.asked.order) == (*asked, Order.ADDED)
    first, last = etree.fromstring(told.encode()).findall(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}id").endswith("1111") and last.findtext(f"{ATOM}id").endswith("cdef")


def test_a_feed_s_id_is_that_of_what_was_asked() -> None:
    def identity(query: StatementQuery) -> str:
        return etree.fromstring(feed(_Kept(2), query, ABOUT).encode()).findtext(f"{ATOM}id")  # type: ignore[arg-type, return-value]

    olan = identity(StatementQuery(speaker="Olan"))
    assert (
        olan == identity(StatementQuery(speaker="Olan", limit=5, order=Order.OLDEST)) != identity(StatementQuery(speaker="Pell"))
    )


def test_an_entry_was_updated_when_a_person_said_something_of_its_statement_last() -> None:
    row, later = said(), "2031-06-01T09:30:00+00:00"
    root = etree.fromstring(atom([row], ABOUT, {row.statement.id: later}).encode())
    assert [one.text for one in root.iter(f"{ATOM}updated")] == [later, later]
