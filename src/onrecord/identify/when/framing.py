"""The time that a text has come to where something is told: the day its sentence begins with, or the sentence before tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.identify.when.page import BLOCKED, Page, Range
from onrecord.identify.when.past import words_of_the_past
from onrecord.identify.when.reach import DETERMINED, POSSESSIVE, Dated, Reach, reach_of
from onrecord.text.timex import Timex
from onrecord.vocabulary import Statement

# What parts a saying from a day that its sentence begins with, and what joins it to the day of the clause before.
_RELATIVE_WITHIN = re.compile(r"\b(?:who|whom|whose|which|that|but)\b|;", re.IGNORECASE)
_BESIDE = re.compile(r",\s+(?:even\s+)?(?:though|although|while|when|as|where)\b", re.IGNORECASE)
# "the 2012 | election, when", "the 2000 | vote in Dol, where"
_EVENT_WHEN = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,2}?(?:elections?|campaigns?|race|primary|primaries|convention|referendum|vote|games|war|season|recession|"
    r"crisis|invasion)\b[^,;]{0,40},\s+(?:when|where)\b",
    re.IGNORECASE,
)
# A relative clause that ends before the saying begins: "On Friday the pilot, who had sunk a ship, | was fined".
_CLOSED_RELATIVE = re.compile(r",\s*(?:who|whom|whose|which)\b[^,]*,", re.IGNORECASE)
_SUBORDINATE = re.compile(r"\b(?:after|before|since|until|if|because|when|who|which|that)\b", re.IGNORECASE)
_WORDS_BEFORE_FRONTED = 2


def framing(page: Page, one: Statement) -> Iterator[Dated]:
    """The day that a statement's sentence begins with, or that of the clause which its own is told beside."""
    start, _ = page.region(one)
    first = page.core(one)[0]
    view = page.view(one)
    for timex in reversed(page.within(start, first)):
        lead, gap = view[start : timex.start], view[timex.end : first]
        event = _EVENT_WHEN.match(gap)
        beside = _BESIDE.search(gap) and not _RELATIVE_WITHIN.search(gap)
        if not (event or beside or fronted(lead, gap)):
            continue
        if BLOCKED not in view[timex.start : timex.end] and (event or frames(page, timex, view, start, first)):
            yield Dated(timex)


def framing_before(page: Page, one: Statement) -> Iterator[Dated]:
    """The days that the sentence before a statement's own tells, in one paragraph, the last one first."""
    if (before := page.sentence_before(one)) is None:
        return
    for timex in reversed(page.within(*before)):
        if BLOCKED not in page.masked[timex.start : timex.end] and frames(page, timex, page.masked, *before):
            yield Dated(timex)


def past_before(page: Page, one: Statement) -> Range | None:
    """The words of the sentence before that mean some time in the past that nobody can name."""
    if (before := page.sentence_before(one)) is None:
        return None
    places = words_of_the_past(page.masked, *before)
    return next((place for place in places if BLOCKED not in page.masked[slice(*place)]), None)


def names_before(page: Page, one: Statement, names: set[str]) -> bool:
    """Whether the sentence before a statement's own names one of these."""
    before = page.sentence_before(one)
    return before is not None and any(re.search(rf"\b{re.escape(name)}\b", page.text[slice(*before)]) for name in names)


def fronted(lead: str, gap: str) -> bool:
    """Whether a sentence begins with a time that frames the whole of it, a clause with its saying after the gap."""
    gap = _CLOSED_RELATIVE.sub(",", gap)
    first = len(lead.split()) <= _WORDS_BEFORE_FRONTED and not _SUBORDINATE.search(lead)
    return first and bool(gap) and not _RELATIVE_WITHIN.search(gap)


def frames(page: Page, timex: Timex, view: str, start: int, end: int) -> bool:
    """Whether a day is that of a clause, not an attribute of something in it ("a 2014 study", "Friday's vote")."""
    before, after = view[start : timex.start], view[timex.end : end]
    attributive = DETERMINED.search(before) or POSSESSIVE.match(after)
    return not timex.refers_back and not attributive and reach_of(view, timex, start, end) is Reach.ON
