"""Words in quotation marks as numbers: statements that quote the same are found by them, whoever is said to have spoken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b

from onrecord.text.quotes import quotations
from onrecord.text.spelling import fold
from onrecord.vocabulary import Statement

# Runs of this many words are compared; fewer are said by anybody.
_RUN = 6
# Of so many runs that follow one another the one with the smallest number is kept (winnowing), so that two statements that quote
# the same 8 words share one.
_WINDOW = 3
_WORD = re.compile(r"[^\W_]+")


def quoted_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """The half-open ranges of a text that are inside quotation marks, in order; those inside others are left out."""
    return tuple(one.inner for one in quotations(text) if one.level == 0)


def runs_of(statement: Statement, text: str, quoted: Sequence[tuple[int, int]]) -> set[int]:
    """The numbers of what a statement's content has in quotation marks."""
    found: set[int] = set()
    for span in statement.content:
        for start, end in quoted:
            first, last = max(span.start, start), min(span.end, end)
            if first < last:
                found |= _winnowed(_WORD.findall(fold(text[first:last])))
    return found


def _winnowed(words: Sequence[str]) -> set[int]:
    runs = [_number(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)]
    return {min(runs[start : start + _WINDOW]) for start in range(max(1, len(runs) - _WINDOW + 1))} if runs else set()


def _number(words: Sequence[str]) -> int:
    return int.from_bytes(blake2b(" ".join(words).encode(), digest_size=8).digest(), "big") >> 1
