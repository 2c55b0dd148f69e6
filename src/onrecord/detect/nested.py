"""Reads contents by themselves: what is reported inside what is reported ("She said he had told her that …")."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.vocabulary import Mark, Role

# Only contents with one of these are read again: verbs that report saying, not thinking. The reading costs one short
# window, and 811 of the 23 213 contents of PolNeAR train have such a word.
_REPORTS = re.compile(
    r"\b(?:said|says|saying|told|tells?|telling|announced|declared|claimed|claims|denied|denies|warned|warns|promised|"
    r"pledged|vowed|demanded|insisted|argued|stated|wrote|confirmed|admitted|accused|according to|asked|replied)\b",
    re.IGNORECASE,
)
# A nested attribution is kept only where its cue has one of those words, and all of its marks are at least this sure. Training
# has none (in PolNeAR a character is in one attribution only); of the 50 kept in dev, 40 are right by one reading.
_SURE = 0.3
_FEWEST_CHARACTERS = 30
_QUOTES = "\"“”«»'‘’` "


def inside(text: str, marks: Sequence[Mark], read: Callable[[str], tuple[Mark, ...]]) -> tuple[tuple[int, tuple[Mark, ...]], ...]:
    """Pairs of a content mark's index and the marks found when its words are read by themselves with `read`."""
    found: list[tuple[int, tuple[Mark, ...]]] = []
    for index, mark in enumerate(marks):
        if mark.role is not Role.CONTENT or mark.end - mark.start < _FEWEST_CHARACTERS:
            continue
        words = text[mark.start : mark.end]
        if not _REPORTS.search(words):
            continue
        start = mark.start + len(words) - len(words.lstrip(_QUOTES))
        content = text[start : mark.end].rstrip(_QUOTES)
        kept = _sure(content, read(content))
        if kept:
            found.append((index, tuple(replace(one, start=one.start + start, end=one.end + start) for one in kept)))
    return tuple(found)


def _sure(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks of whole and sure attributions (source, cue and content), with their links renumbered."""
    groups: dict[int, list[int]] = {}
    for index, mark in enumerate(marks):
        if mark.cue is not None:
            groups.setdefault(mark.cue, [mark.cue]).append(index)
    kept = [
        sorted(group)
        for group in groups.values()
        if {marks[index].role for index in group} == set(Role)
        and all(marks[index].score * marks[index].link >= _SURE for index in group)
        and _REPORTS.search(text[marks[group[0]].start : marks[group[0]].end])
    ]
    order = sorted(index for group in kept for index in group)
    places = {index: place for place, index in enumerate(order)}
    return [replace(mark, cue=None if mark.cue is None else places[mark.cue]) for mark in (marks[i] for i in order)]
