"""Statements in headlines that a colon attributes: `Brandt: Door Stays Open`, `'We Cannot Enter': Brandt`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.extract.attributions import Attribution
from onrecord.extract.layout import Layout
from onrecord.text.paragraphs import trim

Range = tuple[int, int]

_COLON = re.compile(r":(?=\s)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# A speaker in a headline is a name with at most a title, and what is said without quotation marks is a clause.
_LONGEST_SPEAKER = 4
_SHORTEST_CLAUSE = 3
# Words that no speaker's name holds: "What We Know About Brandt: Ten Facts".
_NO_NAME = frozenset(
    "about against for on with from to in at after before inside meet and or but vs versus is are was were be how why what who "
    "when where which we our you your they he she it his her their this these those not watch live opinion analysis".split()
)
# What the rule is sure of, on the scale of the model's confidence; not calibrated.
_CONFIDENCE = 0.6


def headline(layout: Layout, title: Range, sources: Iterable[Range]) -> Attribution | None:
    """The statement that a headline's only colon attributes, or None.

    One side of the colon (of the left one, what follows a semicolon; "Brandt to Olan" is Brandt) must be a speaker: a few
    words that end in a name, or begin as a source does, that the article elsewhere has (`sources`), or any capitalised
    words where the other side is all in quotation marks.
    """
    text = layout.text
    start, end = title
    colons = list(_COLON.finditer(text, start, end))
    if len(colons) != 1:
        return None
    place = colons[0].start()
    left, right = trim(text, max(start, text.rfind(";", start, place) + 1), place), trim(text, place + 1, end)
    if left is None or right is None:
        return None
    known = [words for source in sources if (words := _folded(text, _head(text, source)))]
    for speaker, content in ((_before_addressee(text, left), right), (right, left)):
        if _speaks(text, speaker, known, quoted=_is_quoted(layout, content), clause=len(_words(text, content))):
            return Attribution(speaker, (place, place + 1), (_unended(text, content),), _CONFIDENCE)
    return None


def _speaks(text: str, speaker: Range, known: list[list[str]], *, quoted: bool, clause: int) -> bool:
    """Whether a side of a headline is a speaker of the other, which is `quoted` or has `clause` words."""
    words, folded = _words(text, speaker), _folded(text, speaker)
    if not 0 < len(words) <= _LONGEST_SPEAKER or not _NO_NAME.isdisjoint(folded):
        return False
    named = any(folded[-1] == source[-1] or (len(folded) > 1 and source[: len(folded)] == folded) for source in known)
    if quoted:
        return named or all(word[0].isupper() for word in words)
    return named and clause >= _SHORTEST_CLAUSE


def _before_addressee(text: str, speaker: Range) -> Range:
    """A headline's speaker without whom it speaks to: "Brandt to Olan" is Brandt."""
    place = text.find(" to ", *speaker)
    return (speaker[0], place) if place > 0 else speaker


def _head(text: str, source: Range) -> Range:
    """The source without an apposition."""
    comma = text.find(",", *source)
    return (source[0], comma) if comma > source[0] else source


def _words(text: str, place: Range) -> list[str]:
    return [word.removesuffix("’s").removesuffix("'s") for word in _WORD.findall(text[place[0] : place[1]])]


def _folded(text: str, place: Range) -> list[str]:
    return [word.casefold() for word in _words(text, place)]


def _is_quoted(layout: Layout, place: Range) -> bool:
    quotation = layout.quotation(place[0])
    return quotation is not None and quotation.closed and not layout.text[quotation.end : place[1]].strip(".,")


def _unended(text: str, place: Range) -> Range:
    start, end = place
    return (start, end - 1) if text[end - 1] == "." and end - start > 1 else place
