"""Which statements of two versions of an article are one, and where words of the former stand in the later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from onrecord.vocabulary import Statement

# The words of the content, span by span, of the source and of the cue.
_Key = tuple[tuple[str, ...], str, str]


def counterparts(former: Sequence[Statement], later: Sequence[Statement]) -> list[tuple[Statement, Statement]]:
    """The statements of a former version, each with the one of the later version that has its words: content, source and cue.

    They are paired in order, so one that was moved past others may be left without; so is one whose words stand in several
    statements of either version, of which nobody can tell which is meant.
    """
    ones, others = _told_once(former), _told_once(later)
    keys = list(ones)
    blocks = SequenceMatcher(None, keys, list(others), autojunk=False).get_matching_blocks()
    return [(ones[key], others[key]) for block in blocks for key in keys[block.a : block.a + block.size]]


def moved(place: tuple[int, int], former: str, later: str, by: int) -> tuple[int, int] | None:
    """Where the words at a place of the former text stand in the later one: as far on as their statement moved (`by`), else
    where they stand alone; None where they stand nowhere, or in several places."""
    start, end = place
    words = former[start:end]
    if start + by >= 0 and later[start + by : end + by] == words:
        return start + by, end + by
    first = later.find(words)
    alone = first >= 0 and later.find(words, first + 1) < 0
    return (first, first + len(words)) if alone else None


def _told_once(statements: Iterable[Statement]) -> dict[_Key, Statement]:
    """The statements of which no other has the words, by their words, in their order."""
    found: dict[_Key, list[Statement]] = defaultdict(list)
    for one in statements:
        found[_key(one)].append(one)
    return {key: told[0] for key, told in found.items() if len(told) == 1}


def _key(one: Statement) -> _Key:
    source, cue = (_words(span.text) if span else "" for span in (one.source, one.cue))
    return tuple(_words(span.text) for span in one.content), source, cue


def _words(text: str) -> str:
    return " ".join(text.split())
