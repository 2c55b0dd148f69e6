"""Data frames: the columns of CSV, through Arrow; a clear message where something is missing."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import pytest
from tests.unit.surfaces.position_builders import SUPPORTS, position
from tests.unit.surfaces.takeaway.statement_builders import denied, said

import onrecord
from onrecord.ledger import ActorQuery, StatementQuery
from onrecord.surfaces import frames
from onrecord.surfaces.columns import CSV_COLUMNS
from onrecord.vocabulary import UsageError

pytest.importorskip("pyarrow")


class _Ledger:
    def table(self, name: str) -> Any:
        return iter({"statements": [said(), denied()], "positions": [position("1", None, SUPPORTS)]}.get(name, []))

    def statements(self, query: StatementQuery) -> Any:
        return iter([said()] if query.speaker == "Olan" else [])


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A ledger, and a polars that hands the Arrow table on as it is."""
    polars = ModuleType("polars")
    polars.from_arrow = lambda table: table  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "polars", polars)
    monkeypatch.delitem(sys.modules, "pandas", raising=False)
    return _Ledger()


@pytest.mark.parametrize("table", ["statements", "positions", "shifts"])
def test_a_frame_has_the_columns_of_csv(ledger: Any, table: str) -> None:
    made = onrecord.frame(ledger, table, library="polars")
    assert set(CSV_COLUMNS[table]) - {"content_fragments"} <= set(made.column_names)


def test_the_words_and_their_place_are_columns_beside_all_fragments(ledger: Any) -> None:
    made = onrecord.frame(ledger, "statements", library="polars")
    assert made.column("content_text").to_pylist() == ["“The bridge will be built.”", "that tolls were planned"]
    assert made.column("content_start").to_pylist()[0] == made.column("content").to_pylist()[0][0]["start"] == 43


def test_a_query_narrows_it_and_one_that_finds_nothing_has_the_same_columns(ledger: Any) -> None:
    some = onrecord.frame(ledger, "statements", StatementQuery(speaker="Olan"), "polars")
    none = onrecord.frame(ledger, "statements", StatementQuery(speaker="Pell"), "polars")
    assert (some.num_rows, none.num_rows) == (1, 0) and some.schema == none.schema


def test_the_library_that_the_program_uses_is_taken(ledger: Any) -> None:
    assert onrecord.frame(ledger, "actors").num_rows == 0


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("feelings", StatementQuery()), "the tables are"),
        (("statements", ActorQuery()), "StatementQuery, not ActorQuery"),
        (("mentions", StatementQuery()), "takes no query"),
        (("actors", None, "spark"), "one of pandas, polars"),
    ],
)
def test_what_cannot_be_made_is_said_with_what_can(ledger: Any, asked: Any, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        onrecord.frame(ledger, *asked)


def test_without_a_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pandas", "polars"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(frames, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match="pip install pandas"):
        onrecord.frame(_Ledger(), "actors")  # type: ignore[arg-type]
