"""Where the paragraphs of a text begin and end."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

# A text is taken for hard-wrapped when lines inside its blocks are of one width and run on in lower case.
# Chosen for wrapping at 72 to 80 columns; not measured.
_WRAP_WIDTHS = range(45, 101)
_RUN_ON_SHARE = 0.3
# A line that was broken off has at least this many characters; a shorter one is a heading or an item of a list. Chosen; the
# rule joins lines in 4 of the 924 articles of PolNeAR.
_LONG_LINE = 60

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_BLOCK = re.compile(r"(?:[^\r\n\f\v\x85\u2028\u2029]+(?:\r\n|[\r\n\f\v\x85\u2028\u2029])?)+")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the paragraphs, in order, without the white space around them; none is empty.

    1. In a hard-wrapped text a paragraph is what stands between blank lines.
    2. Else a line is a paragraph, but a line that breaks off and goes on in lower case on the next is one with it.

    Those of the last few texts are remembered: each room asks for them anew.
    """
    return list(_paragraphs(text))


@lru_cache(maxsize=4)
def _paragraphs(text: str) -> list[tuple[int, int]]:
    if _is_hard_wrapped(text):
        return [span for match in _BLOCK.finditer(text) if (span := trim(text, *match.span()))]
    found: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        span = trim(text, *match.span())
        if span is None:
            continue
        if found and _goes_on(text, found[-1], span):
            span = (found.pop()[0], span[1])
        found.append(span)
    return found


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether a line was broken off: it is long, has no mark at its end, and the next line begins in lower case."""
    apart = text[line[1] : following[0]]
    if not text[following[0]].islower() or (not text[line[1] - 1].isalnum() and text[line[1] - 1] != ","):
        return False
    start = max(line[0], *(text.rfind(mark, line[0], line[1]) for mark in "\n\r"))
    return line[1] - start >= _LONG_LINE and len(apart.replace("\r\n", "\n").strip(" \t\u00a0")) == 1


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without the white space at its ends, or None where nothing else is in it."""
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    end -= len(inside) - len(inside.rstrip())
    return (start, end) if start < end else None


def _is_hard_wrapped(text: str) -> bool:
    widths: list[int] = []
    run_on = 0
    for block in _BLOCK.finditer(text):
        lines = block.group().splitlines()
        for line, following in itertools.pairwise(lines):
            widths.append(len(line.rstrip()))
            run_on += following.lstrip()[:1].islower()
    if len(widths) < 3:
        return False
    widths.sort()
    middle = (widths[(len(widths) - 1) // 2] + widths[len(widths) // 2]) // 2
    return middle in _WRAP_WIDTHS and widths[-1] <= _WRAP_WIDTHS.stop and run_on >= _RUN_ON_SHARE * len(widths)
