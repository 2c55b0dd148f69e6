"""Statements of two copies of one text are paired by their order, whatever their words."""

from __future__ import annotations

from tests.unit.relate.reported import telling

from onrecord.relate.utterances import placed
from onrecord.vocabulary.relations import LinkKind, Telling


def vector(figure: int) -> bytes:
    return bytes([*([0] * figure), 100, *([0] * (383 - figure))])


def told(article: str, *said: tuple[str, str, int], day: str = "2031-04-02") -> list[Telling]:
    """Statements of an article, in order: who said what, and which meaning it has."""
    about = {"article": article, "day": day}
    return [
        telling(content, name=f"{article}{number}", actor=actor, start=number * 100, vector=vector(meaning), **about)
        for number, (actor, content, meaning) in enumerate(said)
    ]


ORIGINAL = told(
    "a",
    ("Ada Quill", "that the ferries would not sail", 1),
    ("Tor Lund", "“The harbour is closed,”", 2),
    ("Ada Quill", "that nobody had paid", 3),
)
REWRITE = told(
    "b",
    ("Ada Quill", "that the boats of crossing would not make sail", 1),
    ("Tor Lund", "“The port is shut,”", 2),
    ("Ada Quill", "that no person had remunerated", 3),
)


def pairs(ones: list[Telling], others: list[Telling]) -> list[tuple[str, str]]:
    return [(link.one, link.other) for link in placed(ones, others)]


def test_each_is_paired_with_the_one_at_its_place_either_way_round() -> None:
    assert pairs(ORIGINAL, REWRITE) == [("a0", "b0"), ("a1", "b1"), ("a2", "b2")]
    assert placed(ORIGINAL, REWRITE) == placed(REWRITE, ORIGINAL)
    assert {link.kind for link in placed(ORIGINAL, REWRITE)} == {LinkKind.PLACE}


def test_what_a_copy_leaves_out_is_paired_with_nothing() -> None:
    assert pairs(ORIGINAL, [REWRITE[0]]) == [("a0", "b0")]
    assert pairs(ORIGINAL, []) == []


def test_two_persons_and_what_is_hardly_alike_are_no_pair() -> None:
    other = told("b", ("Ada Quill", "that the boats would not make sail", 1), ("Mira Reed", "“The port is shut,”", 2))
    assert pairs(ORIGINAL[:2], other) == [("a0", "b0")]
    assert pairs(ORIGINAL[:1], told("b", ("Ada Quill", "of bread and its price", 9))) == []


def test_what_cannot_be_of_one_day_is_no_pair_wherever_it_stands() -> None:
    words = [(one.actor or "", one.content, meaning) for meaning, one in enumerate(REWRITE, 1)]
    assert pairs(ORIGINAL, told("b", *words)) == [("a0", "b0"), ("a1", "b1"), ("a2", "b2")]
    assert pairs(ORIGINAL, told("b", *words, day="2031-05-09")) == []
    later = told("b", *words, day="2031-05-09")[1]
    assert pairs(ORIGINAL, [REWRITE[0], later, REWRITE[2]]) == [("a0", "b0"), ("a2", "b2")]


def test_what_stands_in_another_order_is_not_crossed() -> None:
    crossed = told("b", ("Ada Quill", "that no person had paid", 3), ("Ada Quill", "that the ferries sailed not", 1))
    assert len(pairs(ORIGINAL, crossed)) <= 1


def test_what_stands_between_the_same_pairs_is_paired_however_it_is_told() -> None:
    other = [REWRITE[0], *told("b", ("", "", 0), ("Tor Lund", "“One has shut the door of the sea,”", 7))[1:], REWRITE[2]]
    assert pairs(ORIGINAL, other) == [("a0", "b0"), ("a1", "b1"), ("a2", "b2")]
    another = [REWRITE[0], *told("b", ("", "", 0), ("Mira Reed", "“One has shut the door of the sea,”", 7))[1:], REWRITE[2]]
    assert pairs(ORIGINAL, another) == [("a0", "b0"), ("a2", "b2")]
