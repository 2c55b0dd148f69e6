"""lineages: one text and all that come from it."""

from __future__ import annotations

import itertools

from harbor_articles import HARBOR, printed

from onrecord.relate.copies import Lineage, lineages
from onrecord.vocabulary.relations import Copy, CopyKind, Printed


def copy(article: str, of: str, kind: CopyKind = CopyKind.REPRINT, score: float = 0.9) -> Copy:
    return Copy(article, of, kind, score, "shown")


def articles(*ids: str, outlet: str | None = None) -> list[Printed]:
    return [printed(HARBOR, id, outlet=outlet, on=f"2031-05-{6 + place:02}") for place, id in enumerate(ids)]


def brief(found: list[Lineage]) -> list[tuple[str | None, str | None, list[tuple[str, str]]]]:
    return [(one.original, one.wire, [(copy.article, copy.of) for copy in one.copies]) for one in found]


def test_a_chain_of_copies_is_one_lineage_with_the_first_as_its_original() -> None:
    rows = [copy("b", "a"), copy("c", "b"), copy("c", "a", score=0.5)]
    assert brief(lineages(articles("a", "b", "c", "d"), rows)) == [("a", None, [("b", "a"), ("c", "a")])]


def test_of_two_that_nothing_precedes_the_first_printed_is_the_original() -> None:
    rows = [copy("c", "a"), copy("c", "b")]
    assert brief(lineages(articles("b", "a", "c"), rows)) == [("b", None, [("a", "c"), ("c", "b")])]


def test_a_wire_text_has_its_agency_and_no_original() -> None:
    rows = [copy("a", "Fenpress", CopyKind.WIRE), copy("b", "Fenpress", CopyKind.WIRE), copy("b", "a"), copy("c", "a")]
    found = lineages(articles("a", "b", "c"), rows)
    assert brief(found) == [(None, "Fenpress", [("a", "Fenpress"), ("b", "Fenpress"), ("c", "a")])]
    assert found[0].articles == ("a", "b", "c")


def test_two_texts_of_one_agency_are_two_lineages() -> None:
    rows = [copy("a", "Fenpress", CopyKind.WIRE), copy("b", "Fenpress", CopyKind.WIRE)]
    assert brief(lineages(articles("a", "b"), rows)) == [
        (None, "Fenpress", [("a", "Fenpress")]),
        (None, "Fenpress", [("b", "Fenpress")]),
    ]


def test_the_agencys_own_text_is_the_original_where_it_is_there() -> None:
    own = printed(HARBOR, "z", outlet="Fenpress", on="2031-05-09")
    rows = [copy("a", "Fenpress", CopyKind.WIRE), copy("a", "z")]
    assert brief(lineages([*articles("a"), own], rows)) == [("z", "Fenpress", [("a", "z")])]


def test_a_credit_in_a_rewrite_does_not_take_the_text_from_its_original() -> None:
    rows = [copy("b", "a", CopyKind.MACHINE_REWRITE), copy("b", "Fenpress", CopyKind.WIRE)]
    assert brief(lineages(articles("a", "b"), rows)) == [("a", None, [("b", "a")])]


def test_articles_without_copies_and_copies_of_articles_that_are_not_there_make_none() -> None:
    assert lineages(articles("a", "b"), []) == []
    assert lineages(articles("a"), [copy("x", "a"), copy("a", "y")]) == []


def test_the_order_of_what_is_given_does_not_matter() -> None:
    rows = [
        copy("b", "a"),
        copy("c", "b"),
        copy("d", "Fenpress", CopyKind.WIRE),
        copy("e", "d", CopyKind.UPDATE),
        copy("c", "f"),
    ]
    given = articles("a", "b", "c", "d", "e", "f")
    expected = lineages(given, rows)
    assert len(expected) == 2
    for order in itertools.permutations(rows):
        assert lineages(given[::-1], order) == expected
