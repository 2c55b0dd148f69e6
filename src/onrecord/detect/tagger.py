"""Reads a text with the encoder: source, cue and content marks, linked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from onrecord.detect.decode import best_paths, spans
from onrecord.detect.encoder import Encoder, Floats
from onrecord.detect.link import links
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
        """The marks of a text and, of contents that report something themselves, the marks inside."""
        marks = self.marks(text, skip)
        return Marks(marks, inside(text, marks, self.marks))

    def marks(self, text: str, skip: Sequence[Range] = ()) -> tuple[Mark, ...]:
        """The marks of a text, ordered by place; nothing is read in the ranges of `skip` (half-open, in order).

        1. Cut what is to be read into windows and encode each; overlapping windows each give their part of the scores.
        2. Decode and link paragraph by paragraph: no mark and no link crosses a paragraph's end.
        """
        encoding = self.encoder.tokenizer.encode(text, add_special_tokens=False)
        read = _outside(pieces(text, encoding.ids, encoding.offsets), skip)
        if not read:
            return ()
        scores, vectors = self._encode(read)
        decoder = self.encoder.decoder
        ranges = _paragraph_ranges(read)
        paths = best_paths([scores[start:end] for start, end in ranges], decoder)
        found: list[Mark] = []
        for (start, end), path in zip(ranges, paths, strict=True):
            tagged = spans(path, scores[start:end], decoder)
            shift = len(found)
            for one, (cue, chance) in zip(tagged, links(tagged, vectors[start:end], decoder), strict=True):
                first, last = read[start + one.start], read[start + one.end - 1]
                linked = None if cue is None else cue + shift
                found.append(Mark(first.start, last.end, one.role, one.score, linked, chance))
        return tuple(found)

    def _encode(self, read: list[Piece]) -> tuple[Floats, Floats]:
        scores: list[Floats] = []
        vectors: list[Floats] = []
        for window in windows([piece.paragraph for piece in read]):
            inside = read[window.start : window.end]
            columns = ([piece.id for piece in inside], [piece.case for piece in inside], [p.quote for p in inside])
            label_scores, link_vectors = self.encoder.encode(*columns)
            kept = slice(window.keep_start - window.start, window.keep_end - window.start)
            scores.append(label_scores[kept])
            vectors.append(link_vectors[kept])
        return np.concatenate(scores), np.concatenate(vectors)


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
    for _, group in groupby(read, key=lambda piece: piece.paragraph):
        start = ranges[-1][1] if ranges else 0
        ranges.append((start, start + sum(1 for _ in group)))
    return ranges
