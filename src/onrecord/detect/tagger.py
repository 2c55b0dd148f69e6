"""Reads a text with the encoder: source, cue and content marks, linked, and names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

import numpy as np

from onrecord.detect.decode import best_paths, spans
from onrecord.detect.encoder import Encoded, Encoder
from onrecord.detect.link import links
from onrecord.detect.names import mentions
from onrecord.detect.nested import inside
from onrecord.detect.windows import Piece, pieces, windows
from onrecord.vocabulary import Mark, Marks

Range = tuple[int, int]


class Tagger:
    """The neural tagger: `read` gives the marks of a text, the same in every run, whatever else is read."""

    def __init__(self, encoder: Encoder | None = None) -> None:
        """Load the shipped model, or take one. Raises ModelError where the model's files are missing or damaged."""
        self.encoder = encoder or Encoder()

    def read(self, text: str, skip: Sequence[Range] = ()) -> Marks:
        """The marks of a text, the names in it and, of contents that report something themselves, the marks inside.

        Nothing is read in the ranges of `skip` (half-open, in order). The text is cut into windows, each encoded once;
        overlapping windows each give their part of the scores.
        """
        read = self._pieces(text, skip)
        if not read:
            return Marks(())
        encoded = self._encode(read)
        marks = self._marks(read, encoded)
        return Marks(marks, inside(text, marks, self.marks), mentions(text, read, encoded.names, self.encoder.decoder.names))

    def marks(self, text: str) -> tuple[Mark, ...]:
        """The marks of a text alone, ordered by place."""
        read = self._pieces(text, ())
        return self._marks(read, self._encode(read)) if read else ()

    def _pieces(self, text: str, skip: Sequence[Range]) -> list[Piece]:
        encoding = self.encoder.tokenizer.encode(text, add_special_tokens=False)
        return _outside(pieces(text, encoding.ids, encoding.offsets), skip)

    def _marks(self, read: list[Piece], encoded: Encoded) -> tuple[Mark, ...]:
        """Decodes and links paragraph by paragraph: no mark and no link crosses a paragraph's end."""
        decoder = self.encoder.decoder
        ranges = _paragraph_ranges(read)
        paths = best_paths([encoded.labels[start:end] for start, end in ranges], decoder.start, decoder.step)
        found: list[Mark] = []
        for (start, end), path in zip(ranges, paths, strict=True):
            tagged = spans(path, encoded.labels[start:end], decoder)
            shift = len(found)
            for one, (cue, chance) in zip(tagged, links(tagged, encoded.links[start:end], decoder), strict=True):
                first, last = read[start + one.start], read[start + one.end - 1]
                linked = None if cue is None else cue + shift
                found.append(Mark(first.start, last.end, one.role, one.score, linked, chance))
        return tuple(found)

    def _encode(self, read: list[Piece]) -> Encoded:
        parts: list[Encoded] = []
        for window in windows([piece.paragraph for piece in read]):
            inside = read[window.start : window.end]
            ids, _, _, _, cases, quotes = zip(*inside, strict=True)
            kept = slice(window.keep_start - window.start, window.keep_end - window.start)
            parts.append(Encoded(*(array[kept] for array in self.encoder.encode(ids, cases, quotes))))
        return Encoded(*(np.concatenate(arrays) for arrays in zip(*parts, strict=True)))


def _outside(read: list[Piece], skip: Sequence[Range]) -> list[Piece]:
    kept: list[Piece] = []
    ranges = iter(skip)
    current = next(ranges, None)
    for piece in read:
        while current is not None and current[1] <= piece.start:
            current = next(ranges, None)
        if current is None or piece.end <= current[0]:
            kept.append(piece)
    return kept


def _paragraph_ranges(read: list[Piece]) -> list[Range]:
    ranges: list[Range] = []
    for _, group in groupby(read, key=attrgetter("paragraph")):
        start = ranges[-1][1] if ranges else 0
        ranges.append((start, start + len(list(group))))
    return ranges
