"""What is compared with a new article is found without reading all that was there, and stays the same however it is looked up."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from ledger_builders import new_ledger, person
from relation_builders import FakeRelater, report

from onrecord.ledger.relations import copying, linking, stating
from onrecord.ledger.relations.nearing import near_enough, nearness
from onrecord.vocabulary import Copy, Link, Printed, Telling

VESK, MEER = person("Orlan Vesk"), person("Ilse Meer")


class Asked(FakeRelater):
    """Notes what it is asked about."""

    def __init__(self) -> None:
        super().__init__()
        self.copied: list[int] = []
        self.linked: list[tuple[str, list[str]]] = []

    def copies(self, article: Printed, others: Sequence[Printed]) -> list[Copy]:
        self.copied += [len(others)] if others else []
        return super().copies(article, others)

    def links(self, one: Telling, others: Sequence[Telling]) -> list[Link]:
        self.linked.append((f"{one.outlet}: {one.content}", [f"{other.outlet}: {other.content}" for other in others]))
        return super().links(one, others)


def words(first: int, number: int) -> str:
    return " ".join(f"w{one}" for one in range(first, first + number))


@pytest.mark.parametrize(("shared", "own", "compared"), [(7, 40, True), (7, 400, False), (40, 400, True), (6, 10, False)])
def test_articles_are_compared_that_share_three_fingerprints_and_a_thirtieth(
    path: Path, shared: int, own: int, compared: bool
) -> None:
    """Of two texts that share seven words in a row, three runs of five are the same: much of short ones, little of long ones."""
    relater = Asked()
    with new_ledger(path) as ledger:
        ledger.add(report("Herald", "2031-05-04", (VESK, "the pier is shut"), also=f"{words(0, own)} {words(9_000, shared)}."))
        ledger.add(report("Post", "2031-05-05", (MEER, "we sign in May"), also=f"{words(2_000, own)} {words(9_000, shared)}."))
        ledger.relate(relater)
    assert relater.copied == ([1] if compared else [])


def test_statements_by_one_side_are_found_by_their_days_though_one_is_told_within_a_year(path: Path) -> None:
    relater = Asked()
    with new_ledger(path) as ledger:
        first = report("Herald", "2031-05-04", (VESK, "the pier will be shut"))
        (said,) = first.statements
        assert said.said_on is not None
        year = replace(said, said_on=replace(said.said_on, earliest="2030-06-01", latest="2031-05-04"))
        ledger.add(replace(first, statements=(year,)))
        ledger.add(report("Post", "2031-05-04", (VESK, "the pier will be shut then"), (MEER, "the pier is old")))
        ledger.add(report("Gull", "2032-05-04", (VESK, "the pier will be shut now")))
        ledger.relate(relater)
    assert relater.linked == [
        ("Post: the pier will be shut then", ["Herald: the pier will be shut"]),
        ("Post: the pier is old", ["Post: the pier will be shut then"]),
    ]


@pytest.mark.parametrize(
    ("asked", "values", "table", "by"),
    [
        (linking._VOICED, {"asked": "[]"}, "voices", "(side=? AND wide=? AND since>? AND since<?)"),
        (linking._VOICED, {"asked": "[]"}, "voices", "(side=? AND wide=? AND since<?)"),
        (linking._QUOTED, {"rows": "[]", "most": 1}, "holder", "(hash=? AND statement_row<?)"),
        (stating._SHARING, {"names": "[]", "most": 1}, "fact_names", "(name=?)"),
        (stating._VECTORS, {"rows": "[]", "own": 1}, "facts", "(rowid=?)"),
        (copying._SHARING, {"hashes": "[]", "most": 1, "own": 1}, "holder", "(hash=? AND article_row<?)"),
        (copying._SIZES, {"rows": "[]"}, "fingerprints", "(article_row=?)"),
    ],
)
def test_candidates_are_found_by_an_index(path: Path, asked: object, values: dict[str, object], table: str, by: str) -> None:
    """By all that is known of them: no table is read from end to end, and of no side all that it ever said."""
    with new_ledger(path) as ledger:
        ledger.add(report("Herald", "2031-05-04", (VESK, "the pier will be shut")))
        ledger.relate(FakeRelater())
    plan = sqlite3.connect(path).execute(f"EXPLAIN QUERY PLAN {asked}", values).fetchall()
    steps = [str(step[3]) for step in plan]
    assert any(step.startswith(f"SEARCH {table} ") and step.endswith(by) for step in steps), steps
    assert not any(step == f"SCAN {table}" for step in steps), steps


def test_nearness_is_the_cosine_and_a_text_without_a_vector_is_near_to_all() -> None:
    vectors = [bytes([3, 4]), bytes([4, 3]), bytes([252, 3]), bytes(2), b""]
    near = nearness(vectors[:2], vectors)
    assert np.allclose(near[0], [1.0, 0.96, 0.0, 1.0, 1.0]) and np.allclose(near[1, :2], [0.96, 1.0])
    assert near_enough(near[0], 0.5, 5, "abcde") == [0, 1, 3, 4]
    assert near_enough(near[0], 0.5, 2, "ebcda") == [4, 3]
