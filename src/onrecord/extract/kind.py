"""Direct, indirect or mixed: how much of a statement's content stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.extract.layout import Layout
from onrecord.text.quotes import Quotation
from onrecord.vocabulary import Kind

Range = tuple[int, int]

# Words that may stand outside the marks of direct speech: they only join it to what is around it.
_JOINING_WORDS = frozenset("that and but or nor so because for if".split())

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
# Words that a title in title case may hold in lower case.
_SMALL_WORDS = frozenset("a an the of and or in on at to for by with from as".split())
_LONGEST_TITLE = 8
# What stands before words in marks that name something, or keep their distance from it, and quote nobody.
_NAMING = re.compile(
    r"\b(?:so-called|known as|nicknamed|dubbed|titled|entitled|named|headlined|billed as)\s+(?:the\s+)?$", re.IGNORECASE
)
_NAMING_REACH = 20
# What stands before a content that is only a label: who or what gets it may be named between, but "called the plan “madness”"
# quotes.
_LABELLING = re.compile(
    r"\b(?:(?:nicknamed|dubbed|label(?:l?ed)|titled|entitled|rated|known)\s+(?:[\w’'-]+\s+){0,4}|called\s+(?:(?:the|a|an)\s+)?)$",
    re.IGNORECASE,
)
_LABELLING_REACH = 60


def kind(layout: Layout, content: Sequence[Range], cue: Range | None = None) -> Kind:
    """How the content is given. Quoted nicknames and titles inside it do not count as quoted speech.

    Nor does a quotation that holds the `cue` too: its marks are those of another statement, which this one is told in.
    """
    text = layout.text
    quoted = False
    outside: list[str] = []
    for start, end in content:
        speech = [one for one in _own_quotations(layout, start, end, cue) if _is_speech(text, one, start, end)]
        places = [(max(start, one.start), min(end, one.end)) for one in speech]
        quoted = quoted or any(_has_letters(text, *place) for place in places)
        outside += _words_outside(text, start, end, places)
    if not quoted:
        return Kind.INDIRECT
    return Kind.DIRECT if _JOINING_WORDS.issuperset(outside) else Kind.MIXED


def _own_quotations(layout: Layout, start: int, end: int, cue: Range | None) -> Sequence[Quotation]:
    """The quotations of a range outside any other, or, where one holds the cue too, those directly inside that one."""
    outer = layout.outer_quotations(start, end)
    if cue is None or not any(one.closed and one.start <= cue[0] and cue[1] <= one.end for one in outer):
        return outer
    return [one for one in layout.quotations if one.level and one.start < end and start < one.end]


def _is_speech(text: str, quotation: Quotation, start: int, end: int) -> bool:
    """Whether a quotation of a content is speech: no label where it is all of the content, no name where it is a part."""
    if _covers(quotation, start, end):
        return not _is_label(text, quotation)
    return not is_name(text, quotation)


def _is_label(text: str, quotation: Quotation) -> bool:
    few = len(_WORD.findall(text, *quotation.inner)) <= _LONGEST_TITLE
    reach = max(0, quotation.start - _LABELLING_REACH)
    return few and _LABELLING.search(text, reach, quotation.start) is not None


def _words_outside(text: str, start: int, end: int, places: Sequence[Range]) -> list[str]:
    """The words, in lower case, of a range that are in none of the places, which are in order and apart."""
    bounds = [start, *(bound for place in places for bound in place), end]
    return [
        word.lower() for left, right in zip(bounds[::2], bounds[1::2], strict=True) for word in _WORD.findall(text, left, right)
    ]


def is_name(text: str, quotation: Quotation) -> bool:
    """Whether the words in the marks are a nickname, a title or a scare quote (“Meet the Nation”, “Bud”) and not speech.

    1. Words before them say so ("the so-called “fast track”").
    2. Or every word but small ones is capitalised, there are few, and no mark of a clause is among them.
    """
    start, end = quotation.inner
    if _NAMING.search(text, max(0, quotation.start - _NAMING_REACH), quotation.start):
        return True
    words = _WORD.findall(text[start:end])
    if not words or len(words) > _LONGEST_TITLE or text[start:end].rstrip()[-1:] in ",.!?":
        return False
    big = [word for word in words if word.lower() not in _SMALL_WORDS]
    return bool(big) and all(word[0].isupper() or word[0].isdigit() for word in big)


def _covers(quotation: Quotation, start: int, end: int) -> bool:
    return quotation.start <= start + 1 and end - 1 <= quotation.end


def _has_letters(text: str, start: int, end: int) -> bool:
    return any(letter.isalnum() for letter in text[start:end])
