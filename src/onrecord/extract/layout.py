"""A text's paragraphs, sentences and quotations, found once and looked up by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.text.paragraphs import paragraphs
from onrecord.text.quotes import Quotation, quotations
from onrecord.text.sentences import sentences

Range = tuple[int, int]


class Layout:
    """The paragraphs and the quotations of a text, in order."""

    def __init__(self, text: str) -> None:
        """Find both in a text."""
        self.text = text
        self.paragraphs = paragraphs(text)
        self.quotations = quotations(text)
        self._paragraph_ends = [end for _, end in self.paragraphs]
        # The outer ones alone are apart from one another, so that both their starts and their ends are in order.
        self._outer = [one for one in self.quotations if one.level == 0]
        self._outer_ends = [one.end for one in self._outer]
        self._starting = {one.start: one for one in reversed(self.quotations)}
        self._sentences: dict[Range, list[Range]] = {}

    def paragraph(self, place: int) -> Range:
        """The paragraph that holds a place, or the white space before the next one with it."""
        index = bisect_right(self._paragraph_ends, place)
        return self.paragraphs[index] if index < len(self.paragraphs) else (place, len(self.text))

    def sentence(self, place: int) -> Range:
        """The sentence that holds a place, or its paragraph where none does."""
        paragraph = self.paragraph(place)
        if paragraph not in self._sentences:
            self._sentences[paragraph] = sentences(self.text, *paragraph)
        return next(((start, end) for start, end in self._sentences[paragraph] if start <= place < end), paragraph)

    def quotation(self, start: int) -> Quotation | None:
        """The outermost quotation that starts at a place."""
        return self._starting.get(start)

    def outer_quotations(self, start: int, end: int) -> Sequence[Quotation]:
        """The quotations outside any other that share a character with a range."""
        first = bisect_right(self._outer_ends, start)
        last = bisect_left(self._outer, end, key=lambda one: one.start)
        return self._outer[first:last]
