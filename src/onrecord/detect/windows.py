"""Cuts a text into the windows that the encoder reads: whole paragraphs packed together, long ones overlapping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from onrecord.text.paragraphs import paragraphs
from onrecord.text.quotes import quotations

# Measured on PolNeAR dev with limits of 96 to 224 (training/LOG.md): below 160 the figures are a little better, and the
# encoder's cost for a piece, which grows with the window, is lowest between 80 and 128.
DEFAULT_LIMIT = 112
# Pieces that two windows of one long paragraph share, so that each label is read with context on both sides.
OVERLAP = 32


class Piece(NamedTuple):
    """One WordPiece: its id in the vocabulary, its place in the text, its paragraph, and what the encoder cannot see.

    `case`: 0 no letter or lower case, 1 capitalised, 2 all capitals, 3 mixed.
    `quote`: 0 outside, 1 inside a quotation, 2 an opening mark, 3 a closing mark, 4 inside a single-quoted or nested one.
    """

    id: int
    start: int
    end: int
    paragraph: int
    case: int
    quote: int


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `[start, end)` of a text, of which this window decides `[keep_start, keep_end)`."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def pieces(text: str, ids: Sequence[int], offsets: Sequence[tuple[int, int]]) -> list[Piece]:
    """The pieces of a tokenized text (one `ids` and one `offsets` entry each) with paragraph, case and quotation state."""
    ends = [*(end for _, end in paragraphs(text)), len(text)]
    states = quote_states(text)
    found: list[Piece] = []
    number = 0
    for identity, (start, end) in zip(ids, offsets, strict=True):
        if start >= end:
            continue
        while ends[number] <= start:
            number += 1
        found.append(Piece(identity, start, end, number, _case(text[start:end]), states[start]))
    return found


def quote_states(text: str) -> bytearray:
    """For each character its quotation state, as in `Piece.quote`."""
    states = bytearray(len(text))
    for quotation in quotations(text):
        start, end = quotation.inner
        fill = 4 if quotation.single or quotation.level else 1
        states[start:end] = bytes([fill]) * (end - start)
        states[quotation.start : start] = b"\x02" * (start - quotation.start)
        states[end : quotation.end] = b"\x03" * (quotation.end - end)
    return states


@lru_cache(maxsize=1 << 16)
def _case(surface: str) -> int:
    if surface.islower() or not any(letter.isalpha() for letter in surface):
        return 0
    if surface.isupper() and len(surface) > 1:
        return 2
    if surface[0].isupper() and (len(surface) == 1 or surface[1:].islower()):
        return 1
    return 3


def windows(paragraph_of: Sequence[int], limit: int = DEFAULT_LIMIT, overlap: int = OVERLAP) -> list[Window]:
    """Windows of at most `limit` pieces that together decide every piece exactly once.

    1. Paragraphs that fit are packed together, in order, never cut: attributions hardly ever cross a paragraph.
    2. A longer paragraph gets windows of its own that share `overlap` pieces; the middle of the shared stretch is the border.
    """
    found: list[Window] = []
    begin = position = 0
    for _, group in groupby(paragraph_of):
        length = len(list(group))
        if position + length - begin > limit and position > begin:
            found.append(Window(begin, position, begin, position))
            begin = position
        if length > limit:
            found.extend(_overlapping(position, position + length, limit, overlap))
            begin = position + length
        position += length
    if position > begin:
        found.append(Window(begin, position, begin, position))
    return found


def _overlapping(start: int, end: int, limit: int, overlap: int) -> list[Window]:
    step = limit - overlap
    count = max(2, -(-(end - start - overlap) // step))
    # Even shares: the last window is as long as the others, so none lacks context.
    starts = [start + round(number * (end - start - limit) / (count - 1)) for number in range(count)]
    borders = [start, *((left + limit + right) // 2 for left, right in pairwise(starts)), end]
    return [Window(begin, begin + limit, borders[number], borders[number + 1]) for number, begin in enumerate(starts)]
