"""Occasions that are told without a day and quoted at length: "a recent interview", "a recent survey", "her memoir"."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.identify.when.history import SAYING
from onrecord.identify.when.occasions import BOOK, has_its_own
from onrecord.identify.when.page import BLOCKED, Page, Range
from onrecord.identify.when.scenes import Scene
from onrecord.identify.when.speakers import Speakers
from onrecord.vocabulary import Kind, Statement

_RECENT = r"(?:recent|earlier|previous|past)"
_STUDY = r"(?:survey|poll|study|report|analysis|audit|review|paper)"
_INTERVIEW = re.compile(rf"\b(?:in|during)\s+an?\s+{_RECENT}\s+(?:[\w’'-]+\s+){{0,2}}?interview\b", re.IGNORECASE)
_RECENT_STUDY = re.compile(rf"^(?:an?|one|another)\s+{_RECENT}\s+(?:[\w’'-]+\s+){{0,3}}?{_STUDY}\b", re.IGNORECASE)
_STILL_NEW = r"(?!new\b|latest\b|forthcoming\b|upcoming\b)"
_IN_BOOK = re.compile(
    rf"\bin\s+(?:my|his|her|their)\s+{_STILL_NEW}(?:(?!\d)[\w’'-]+\s+){{0,2}}?{BOOK}\b",
    re.IGNORECASE,
)
_WRITES = re.compile(r"^(?:\w+\s+)?(?:wrote|published|authored|co-wrote)$", re.IGNORECASE)
_A_BOOK = re.compile(rf"^(?:an?|his|her|their|the)\s+{_STILL_NEW}(?:(?!about\b)[\w’'-]+\s+){{0,2}}?{BOOK}\b", re.IGNORECASE)
# By what each is taken up again: "he said in the interview", "the study found", "her account", "the book said".
_AGAIN = {
    "interview": re.compile(r"\b(?:in|during)\s+(?:the|that|his|her|their|the same)\s+interview\b", re.IGNORECASE),
    "study": re.compile(rf"^(?:the|that|this|its|their)\s+(?:same\s+)?{_STUDY}\b", re.IGNORECASE),
    "book": re.compile(rf"^(?:the|that|this|his|her|their)\s+(?:{BOOK}|account|volume)\b", re.IGNORECASE),
}
# In the words of an interview everything goes on that its speaker says; in those of a book, what he writes.
_WROTE = re.compile(r"\b(?:wrote|writing)\b", re.IGNORECASE)
# In so many characters from where it was told last an occasion is taken up by a paper's name alone. Chosen.
_FAR = 4000


_PLAIN_CUE = re.compile(r"\b(?:said|says|added|adds|told)\b", re.IGNORECASE)
# A headline is told in full by an interview in one of the next so many paragraphs. Chosen.
_BELOW = 6
# Of the occasions told before, so many are looked at, the last ones: this bounds the time that a long text takes.
_LAST = 20


@dataclass(frozen=True, slots=True)
class Vague:
    """An occasion or a work without a day: what kind it is, the words that tell of it, by what its speakers are known."""

    kind: str
    place: int
    words: Range
    speakers: frozenset[str]

    def goes_on_in(self, one: Statement, keys: frozenset[str]) -> bool:
        """Whether it is the occasion of a statement that names none and whose speaker is known by `keys`."""
        if self.speakers.isdisjoint(keys):
            return False
        said = one.kind is not Kind.INDIRECT or one.cue is None or SAYING.search(one.cue.text) is not None
        return (self.kind == "interview" and said) or (
            self.kind == "book" and one.cue is not None and bool(_WROTE.search(one.cue.text))
        )

    def taken_up(self, one: Statement, words: str, keys: frozenset[str]) -> bool:
        """Whether a statement names it again."""
        if self.kind == "interview":
            return bool(_AGAIN["interview"].search(words)) and not self.speakers.isdisjoint(keys)
        source = one.source.text if one.source else ""
        return bool(_AGAIN[self.kind].match(source)) and abs(one.spans[0].start - self.place) <= _FAR


def vague_occasion(page: Page, one: Statement, keys: frozenset[str]) -> Vague | None:
    """The occasion without a day that a statement names as new, or None."""
    place = page.core(one)[0]
    start, end = page.region(one)
    view = page.view(one)
    for kind, pattern in (("interview", _INTERVIEW), ("book", _IN_BOOK)):
        match = pattern.search(view, start, end)
        if match and BLOCKED not in match.group() and not page.within(*match.span()):
            return Vague(kind, place, match.span(), keys)
    if one.source is not None and (match := _RECENT_STUDY.match(one.source.text)):
        at = one.source.start
        return Vague("study", place, (at + match.start(), at + match.end()), keys)
    if one.cue is not None and _WRITES.match(one.cue.text) and (match := _A_BOOK.match(one.content[0].text)):
        return Vague("book", place, (one.cue.start, one.content[0].start + match.end()), keys)
    return None


class Vagues:
    """The occasions without a day of one text, and what was said on them."""

    def __init__(self, page: Page, speakers: Speakers) -> None:
        self.page = page
        self.speakers = speakers
        self._told: list[Vague] = []

    def find(self, statements: Sequence[Statement]) -> None:
        """Read them from the statements that name one as new."""
        found = (vague_occasion(self.page, one, self.speakers.keys(one)) for one in statements)
        self._told = sorted((vague for vague in found if vague is not None), key=_place)

    def named(self, one: Statement) -> Vague | None:
        """The one that a statement names, as new or again; what its speaker says next goes on with it."""
        place, keys, words = self._place(one), self.speakers.keys(one), self.page.words(one, whole=True)
        for vague in self._before(one):
            if vague.place == place:
                return vague
            if vague.taken_up(one, words, keys):
                insort(self._told, replace(vague, place=place), key=_place)
                return vague
        return None

    def gone_on_with(self, one: Statement) -> Vague | None:
        """The last one that a statement goes on with and that names no occasion of its own."""
        if (one.cue is None and one.source is None) or has_its_own(self.page.view(one), *self.page.region(one)):
            return None
        keys = self.speakers.keys(one)
        return next((vague for vague in self._before(one) if vague.goes_on_in(one, keys)), None)

    def rather_than(self, one: Statement, scene: Scene) -> Vague | None:
        """The interview that a statement goes on with rather than with a dated scene of its speaker's."""
        if one.cue is not None and not _PLAIN_CUE.search(one.cue.text):
            return None
        keys = self.speakers.keys(one)
        told = next((vague for vague in self._before(one) if vague.kind == "interview" and vague.speakers & keys), None)
        nearer = told is not None and (told.place > scene.place or (not scene.goes_on and one.kind is Kind.DIRECT))
        return told if nearer else None

    def told_below(self, one: Statement) -> Vague | None:
        """The interview of a headline's speaker that the next paragraphs tell of."""
        keys = self.speakers.keys(one)
        below = (vague for vague in self._told if vague.kind == "interview" and vague.speakers & keys)
        return next((vague for vague in below if self.page.paragraph(vague.place) <= _BELOW), None)

    def _before(self, one: Statement) -> list[Vague]:
        last = bisect_right(self._told, self._place(one), key=_place)
        return self._told[max(0, last - _LAST) : last][::-1]

    def _place(self, one: Statement) -> int:
        return self.page.core(one)[0]


def _place(vague: Vague) -> int:
    return vague.place
