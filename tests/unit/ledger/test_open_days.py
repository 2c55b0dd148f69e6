"""Days with an open end: kept, found and verified; an open end bounds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_builders import VESK, new_ledger, record

from onrecord.ledger import ArticleQuery, Ledger, Order, StatementQuery
from onrecord.vocabulary import DateBasis, Published, SaidOn, SaidOnBasis

SINCE = Published("2031-05-04", None, DateBasis.TEXT)
DAYS = {
    "before": SaidOn(None, "2031-05-02", SaidOnBasis.PHRASE, "once"),
    "after": SaidOn("2031-05-06", None, SaidOnBasis.PHRASE, "still to come"),
    "weekday": SaidOn(None, None, SaidOnBasis.PHRASE, "a Tuesday"),
    "day": SaidOn("2031-05-03", "2031-05-03", SaidOnBasis.PHRASE, "Saturday"),
}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with new_ledger(tmp_path / "story.db") as ledger:
        for name, day in DAYS.items():
            ledger.add(record(VESK, url=name, fields={"said_on": day}))
        ledger.add(record(VESK, url="floor", published=SINCE))
        yield ledger


def urls(ledger: Ledger, **filters: object) -> list[str | None]:
    return [row.article.url for row in ledger.statements(StatementQuery(**filters))]


def test_what_was_kept_comes_back_and_is_sound(ledger: Ledger) -> None:
    kept = {row.article.url: row.statement.said_on for row in ledger.statements(StatementQuery())}
    assert kept == {**DAYS, "floor": None}
    assert [row.published for row in ledger.articles(ArticleQuery()) if row.url == "floor"] == [SINCE]
    assert not list(ledger.verify())


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"since": "2031-05-03"}, {"after", "day", "floor"}),
        ({"until": "2031-05-03"}, {"before", "day"}),
        ({"until": "2031-05-05"}, {"before", "day", "floor"}),
        ({"since": "2040-01-01"}, {"after", "floor"}),
        ({"until": "2000-01-01"}, {"before"}),
    ],
)
def test_an_open_end_bounds_nothing(ledger: Ledger, filters: dict[str, object], expected: set[str]) -> None:
    assert set(urls(ledger, **filters)) == expected


def test_an_open_day_is_ordered_by_the_end_that_is_known(ledger: Ledger) -> None:
    assert urls(ledger, order=Order.OLDEST) == ["before", "day", "floor", "after", "weekday"]
