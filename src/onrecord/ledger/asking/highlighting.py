"""The words that a search found, as spans of the article's text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.ledger.storing.fulltext import CLOSING, JOINT, OPENING
from onrecord.vocabulary import Span

_FOUND = re.compile(f"{OPENING}(.*?){CLOSING}", re.DOTALL)
# How much of an article is shown round the first words found: about two lines of a terminal.
_BEFORE, _AFTER = 60, 140


def found_in(spans: Sequence[Span], marked: str) -> tuple[Span, ...]:
    """The parts of `spans` that stand between marks in `marked`, which is their texts joined, with marks put in.

    Empty where `marked` is anything else: an index that is out of step must not show words that are not there.
    """
    if marked.replace(OPENING, "").replace(CLOSING, "") != JOINT.join(span.text for span in spans):
        return ()
    return tuple(part for start, end in _ranges(marked) for part in _parts(spans, start, end))


def snippet(text: str, matches: Sequence[Span]) -> Span:
    """The stretch of text round the first match, in whole words; the beginning of the text where there is no match."""
    centre = matches[0].start if matches else 0
    start, end = max(0, centre - _BEFORE), min(len(text), centre + _AFTER)
    while 0 < start < centre and not text[start - 1].isspace():
        start += 1
    while centre < end < len(text) and not text[end].isspace():
        end -= 1
    return Span(start, end, text[start:end])


def _ranges(marked: str) -> Iterator[tuple[int, int]]:
    """The marked ranges, counted without the marks."""
    for marks_before, found in enumerate(_FOUND.finditer(marked)):
        start = found.start() - 2 * marks_before
        yield start, start + len(found[1])


def _parts(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The parts of the spans that a range of their joined texts covers, as spans of the text they come from."""
    offset = 0
    for span in spans:
        first, last = max(start - offset, 0), min(end - offset, len(span.text))
        if first < last:
            yield Span(span.start + first, span.start + last, span.text[first:last])
        offset += len(span.text) + len(JOINT)
