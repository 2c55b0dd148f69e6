"""The sentences of a text that date an occasion, whoever spoke on it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from onrecord.identify.when.occasions import headed, occasions_told
from onrecord.identify.when.page import BLOCKED, NEAR, Page, Range
from onrecord.identify.when.reach import Dated, Reach, reach_of
from onrecord.text.timex import Timex

# A sentence that tells what is still to come.
_AHEAD = re.compile(
    r"\b(?:will|shall|(?:is|are|was|were) (?:set|due|scheduled|slated|expected|planning|going) to|plans? to|meets?|meeting on|"
    r"faces? off|heads? to|goes|begins?|starts?|takes? place|scheduled for)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^\s*(?:(?:the|an?|his|her|their|its|that|this)\s+)?")
_WORDS_AROUND_OCCASION = 7
BREAK_BETWEEN = re.compile(
    r"\b(?:who|whom|whose|which|that|because|since|although|though|if|whether|but|until)\b|[;:]", re.IGNORECASE
)


def dated_occasions(page: Page, spent: Collection[int]) -> Iterator[tuple[Range, Dated]]:
    """The sentences outside contents that date an occasion ("He spoke at a rally on Monday"), one day each.

    The days that begin at the places of `spent` date a saying; they date an occasion too only as its name ("Monday's rally").
    """
    for start, end in page.sentences:
        for timex in page.within(start, end):
            if timex.start in spent and not headed(page.masked[timex.end : end]):
                continue
            dated = _occasion(page, timex, start, end)
            if dated is not None:
                yield (start, end), dated
                break


def event_after(page: Page, place: int) -> frozenset[str]:
    """The occasion that the words at a place name: " the | second debate"."""
    words = _ARTICLE.sub("", page.text[place : place + NEAR])
    head = headed(f" {words}")
    return frozenset({head}) if head else frozenset()


def subject(page: Page, timex: Timex, start: int, end: int) -> str:
    """The words of a sentence before a day, or those after a day that it begins with: who does what the day dates."""
    lead = page.masked[start : timex.start]
    return lead if len(lead.split()) > 1 else page.masked[timex.end : min(end, timex.end + NEAR)]


def _occasion(page: Page, timex: Timex, start: int, end: int) -> Dated | None:
    if BLOCKED in page.masked[timex.start : timex.end]:
        return None
    if head := headed(page.masked[timex.end : end]):
        return Dated(timex, Reach.ON, frozenset({head}))
    if reach_of(page.masked, timex, start, end) is not Reach.ON:
        return None
    before = page.masked[start : timex.start].rpartition(BLOCKED)[2]
    if BREAK_BETWEEN.search(before):
        return None  # "Brandt, who landed on Monday"
    if _AHEAD.search(page.masked, start, end):
        return None  # "Brandt and Olan meet on Monday"
    after = page.masked[timex.end : end].partition(BLOCKED)[0]
    near = " ".join(before.split()[-_WORDS_AROUND_OCCASION:]), " ".join(after.split()[:_WORDS_AROUND_OCCASION])
    return Dated(timex, Reach.ON, occasions_told(near[0]) | occasions_told(near[1]))
