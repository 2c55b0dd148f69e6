"""Which time expressions of a text belong to the act of saying, which to an occasion, and which to what is spoken of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from onrecord.identify.when.occasions import NOUN, headed, occasions_in
from onrecord.text.paragraphs import paragraphs
from onrecord.text.sentences import sentences
from onrecord.text.timex import Timex, timexes
from onrecord.vocabulary import Statement

Range = tuple[int, int]

# A day that only a year is told of.
_PLAIN_YEAR = re.compile(r"\d{4}")
# A paper, a poll: what was released on a day says what it says from that day on.
_RELEASED = re.compile(
    r"\b(?:released|published|issued|posted|conducted|unveiled|signed|filed|sent|dated|leaked|aired|broadcast|delivered|given|made|"
    r"taken|written|held)\b",
    re.IGNORECASE,
)
# Stands for every character of a content where a region is read.
BLOCKED = "□"

# Prepositions after which a day is not the day of what is told: "since Tuesday", "until March", "the attack of Tuesday".
_NOT_ON = re.compile(
    r"\b(?:since|until|till|through|between|than|from|for|to|and|or|of|by|about|over|as)\s+(?:the\s+)?$", re.IGNORECASE
)
_OCCASION_OF = re.compile(rf"\b{NOUN}\s+(?:of|from|for)\s+$", re.IGNORECASE)
_OVER = re.compile(r"\bover\s+(?:the\s+)?$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|ahead of|prior to|in advance of|(?:in the )?run-?up to)\s+(?:the\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|following|since)\s+(?:the\s+|an?\s+|his\s+|her\s+|their\s+)?$", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|in|during|on|from|with)\s+(?:the\s+|an?\s+|his\s+|her\s+|their\s+|its\s+)?$", re.IGNORECASE)
_DETERMINED = re.compile(r"\b(?:an?|the|his|her|their|its|[\w]+[’']s)\s+$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?(?=\s)")
# What parts a day from the cue before it: a relative clause, a reason, what is spoken about, a new main clause.
_BREAK_AFTER = re.compile(
    r"\b(?:who|whom|whose|which|that|because|since|although|though|if|whether|about|regarding|concerning|against|despite|but|"
    r"than|including|like)\b|[;:]",
    re.IGNORECASE,
)
_AND_VERB = re.compile(r"\band\s+(?:\w+ly\s+|then\s+|later\s+)?(?:\w+ed|has|had|is|was|will|would|went|met|took|made|gave|won)\b")
_BREAK_BETWEEN = re.compile(
    r"\b(?:who|whom|whose|which|that|because|since|although|though|if|whether|but|until)\b|[;:]", re.IGNORECASE
)
_BREAK_BEFORE = re.compile(r"\b(?:who|whom|whose|which|that|because|although|though|if|whether|but|while)\b|[;:]|\band\s+\w+ed\b")
_RELATIVE = re.compile(r"[\s,]*(?:who|which|that)\b", re.IGNORECASE)
_FINITE_START = re.compile(
    r"^\W*(?:after|when|as|while|because|although|though|if|since|until|before)\s+"
    r"(?!(?:speaking|appearing|meeting|talks|a|the|his|her|their)\b)",
    re.IGNORECASE,
)
# Some time in the past that nobody can name.
_UNRESOLVED = re.compile(
    r"\b(?:once|previously|formerly|in the past|at the time|used to|years before|(?:at|in|during) an? recent (?:[\w-]+ ){1,3}|"
    r"(?<!has )(?<!have )long (?=\w+ed\b)|as an? (?:child|boy|girl|student|teenager)|"
    r"during (?:the|his|her|their|its|a|last) (?:[\w’'.-]+\s){0,3}?(?:campaign|primary|primaries|race|war|crisis|term|tenure|"
    r"time|presidency|years|administration|childhood|election|contest))\b",
    re.IGNORECASE,
)
# Characters after a day at a sentence's beginning that may hold its subject.
_SUBJECT = 60
# How many words may stand between a cue and its day; measured on PolNeAR dev, further away it is mostly another event's.
_WORDS_AFTER = 16
_WORDS_AROUND_OCCASION = 7
# What may stand between a content and the day that follows it.
_ONLY_PREPOSITION = re.compile(
    r"[\s,”\"’')]*(?:(?:which|who)\s[^,□]{1,80},\s*)?"
    rf"(?:(?:in|at|during|on)\s+(?:an?|his|her|their|its|the)\s+(?:[\w’'-]+\s+){{0,3}}?{NOUN}s?\s+"
    r"(?:(?:with|to|at|in|before|on)\s+(?:[\w’'&.-]+\s+){1,5}?)?)?"
    r"(?:(?:on|in|at|during|over|early|late|earlier)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
# "VARNHOLM, April 6 (Agency) —": the day that a text was written on is not the day of what it tells.
_DATELINE = re.compile(r"\s*(?:\([^)]{1,40}\)|/[A-Z][\w ]{1,30}/)?\s*(?:—|–|--|-)\s")
_DATELINE_WITHIN = 60


class Reach(Enum):
    """What a day says of the saying."""

    ON = "on"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression that tells when something was said, and the nouns of the occasions beside it."""

    timex: Timex
    reach: Reach = Reach.ON
    occasions: frozenset[str] = frozenset()


class Page:
    """An article's text with its paragraphs, sentences and time expressions, and its statements' contents blanked out."""

    def __init__(self, text: str, statements: Sequence[Statement], unread: Sequence[Range] = ()) -> None:
        """Find them once; the ranges of `unread` (captions, bylines, boilerplate) date nothing."""
        self.text = text
        self.statements = statements
        self._by_id = {one.id: one for one in statements}
        self.paragraphs = paragraphs(text)
        self._paragraph_starts = [start for start, _ in self.paragraphs]
        self.sentences = [place for paragraph in self.paragraphs for place in sentences(text, *paragraph)]
        self._sentence_starts = [start for start, _ in self.sentences]
        self.timexes = [
            one
            for one in timexes(text)
            if not self._in_dateline(one) and not any(start <= one.start < end for start, end in unread)
        ]
        self.masked = self._masked([one for one in statements if one.within is None])

    def _in_dateline(self, timex: Timex) -> bool:
        start = self.paragraphs[self.paragraph(timex.start)][0]
        return (
            timex.start - start <= _DATELINE_WITHIN
            and _DATELINE.match(self.text, timex.end) is not None
            and (self.text[start : timex.start].split(",")[0].isupper())
        )

    def paragraph(self, place: int) -> int:
        """The number of the paragraph that holds a place."""
        return max(0, bisect_right(self._paragraph_starts, place) - 1)

    def sentence(self, place: int) -> Range:
        """The sentence that holds a place."""
        index = bisect_right(self._sentence_starts, place) - 1
        return self.sentences[index] if index >= 0 else (0, len(self.text))

    def core(self, one: Statement) -> Range:
        """Where the saying is told: the hull of cue and source, the cue alone where they are in two sentences."""
        spans = [span for span in (one.source, one.cue) if span is not None] or [one.content[0]]
        if len(spans) == 2 and self.sentence(spans[0].start) != self.sentence(spans[1].start):
            spans = spans[1:]
        return min(span.start for span in spans), max(span.end for span in spans)

    def view(self, one: Statement) -> str:
        """The text as one statement's own words are read: all contents blanked but those that hold it."""
        if one.within is None:
            return self.masked
        return self._masked([other for other in self.statements if other.id not in self.holding(one)])

    def holding(self, one: Statement) -> set[str]:
        """The ids of the statements that a statement is inside of."""
        found: set[str] = set()
        within = one.within
        while within is not None and within not in found and within in self._by_id:
            found.add(within)
            within = self._by_id[within].within
        return found

    def _masked(self, statements: Sequence[Statement]) -> str:
        cells = list(self.text)
        for one in statements:
            for span in one.content:
                cells[span.start : span.end] = BLOCKED * (span.end - span.start)
        for one in statements:  # a source or cue that stands in another's content stays readable
            for told in (one.source, one.cue):
                if told is not None:
                    cells[told.start : told.end] = told.text
        return "".join(cells)

    def region(self, one: Statement) -> Range:
        """The sentence in which the saying is told; for a statement inside another, the part of it in that one's content."""
        start, end = self.sentence(self.core(one)[0])
        if one.within is not None and (outer := self._by_id.get(one.within)):
            first = self.core(one)[0]
            start, end = next(
                ((max(start, span.start), min(end, span.end)) for span in outer.content if span.start <= first < span.end),
                (start, end),
            )
        return start, max(end, self.core(one)[1])

    def within(self, start: int, end: int) -> list[Timex]:
        """The time expressions in a range."""
        return [one for one in self.timexes if start <= one.start and one.end <= end]

    def phrases(self, one: Statement) -> list[Dated]:
        """The time expressions that belong to the act of saying, the surest first."""
        start, end = self.region(one)
        if not (near := self.within(start, end)):
            return []
        view = self.view(one)
        found = []
        for timex in near:
            if view[timex.start : timex.end].count(BLOCKED) == timex.end - timex.start:
                continue
            rank = self._rank(one, timex, view, (start, end))
            reach = None if rank is None else _reach(view, timex, start, end)
            if rank is not None and reach is not None:
                found.append((rank, abs(timex.start - self.core(one)[1]), Dated(timex, reach, occasions_in(view, start, end))))
        return [dated for *_, dated in sorted(found, key=lambda one: one[:2])]

    def unresolved(self, one: Statement) -> Range | None:
        """The words beside the saying that mean some time in the past that nobody can name ("once", "during the campaign")."""
        start, end = self.region(one)
        view = self.view(one)
        found = []
        for match in _UNRESOLVED.finditer(view, start, end):
            at = Timex(*match.span(), "PAST_REF")
            if (rank := self._rank(one, at, view, (start, end))) is not None and BLOCKED not in match.group():
                found.append((rank, abs(at.start - self.core(one)[1]), match.span()))
        if not found:
            return None
        first, last = min(found)[2]
        return first, first + len(view[first:last].rstrip())

    def _rank(self, one: Statement, timex: Timex, view: str, region: Range) -> int | None:
        """How surely a day belongs to a saying, 0 the surest; None: it does not.

        1. It stands in the cue, or in a source that is a paper or an occasion ("Tuesday's statement").
        2. It follows the cue, with no clause between; or what is said, at once.
        3. It stands between source and cue, in no relative clause.
        4. It stands before both, with no clause between.
        """
        source, cue = one.source, one.cue
        if cue is not None and cue.start <= timex.start < cue.end:
            return 0
        if source is not None and source.start <= timex.start < source.end:
            return 1 if _dates_source(source.text, timex.start - source.start, timex) else None
        core = self.core(one)
        if timex.start >= core[1]:
            return self._after(one, timex, view, core[1])
        if timex.start >= core[0]:
            first = min(span.end for span in (source, cue) if span is not None)
            gap = view[first : timex.start]
            if source is not None and cue is not None and cue.end <= source.start:
                return 2 if self._after(one, timex, view, cue.end) is not None else None
            return 3 if not _BREAK_BETWEEN.search(gap) and not self._foreign_cue(one, first, timex.start) else None
        return self._before(one, timex, view, region, core[0])

    def _after(self, one: Statement, timex: Timex, view: str, start: int) -> int | None:
        gap = view[start : timex.start]
        after_content = gap.rpartition(BLOCKED)[2]
        if BLOCKED in gap:
            own = max((span.end for span in one.content if span.end <= timex.start), default=-1)
            if timex.value == "UNDEF-year-plus-0":
                return None  # "put growth at 3 percent | this year"
            return 2 if own == timex.start - len(after_content) and _ONLY_PREPOSITION.fullmatch(after_content) else None
        if _BREAK_AFTER.search(gap) or _AND_VERB.search(gap) or self._foreign_cue(one, start, timex.start):
            return None
        return 2 if len(gap.split()) <= _WORDS_AFTER else None

    def _before(self, one: Statement, timex: Timex, view: str, region: Range, start: int) -> int | None:
        if one.cue is not None and _RELATIVE.match(
            view[start if one.source is None else min(one.source.end, one.cue.start) : one.cue.end]
        ):
            return None  # "on Tuesday they went to Dol, which says"
        gap, lead = view[timex.end : start], view[region[0] : timex.start]
        if _BREAK_BEFORE.search(gap) or self._foreign_cue(one, timex.end, start):
            return None
        if BLOCKED in gap and gap.strip(" ,“”\"'")[:1] != BLOCKED:
            return None
        if _FINITE_START.search(lead) and not occasions_in(lead) and not occasions_in(gap):
            return None
        return 4

    def _foreign_cue(self, one: Statement, start: int, end: int) -> bool:
        """Whether another statement's cue stands in a range."""
        return any(
            other.cue is not None
            and other.id != one.id
            and start <= other.cue.start
            and other.cue.end <= end
            and other.cue != one.cue
            for other in self.statements
        )

    def scenes(self, covered: Sequence[Range]) -> Iterator[tuple[Range, Dated]]:
        """The sentences outside contents that date an occasion ("He spoke at a rally on Monday"), one day each."""
        for start, end in self.sentences:
            for timex in self.within(start, end):
                if any(first <= timex.start < last for first, last in covered) and not headed(self.masked[timex.end : end]):
                    continue
                dated = self._occasion(timex, start, end)
                if dated is not None:
                    yield (start, end), dated
                    break

    def _occasion(self, timex: Timex, start: int, end: int) -> Dated | None:
        if BLOCKED in self.masked[timex.start : timex.end]:
            return None
        if head := headed(self.masked[timex.end : end]):
            return Dated(timex, Reach.ON, frozenset({head}))
        if _reach(self.masked, timex, start, end) is not Reach.ON:
            return None
        before = self.masked[start : timex.start].rpartition(BLOCKED)[2]
        if _BREAK_BETWEEN.search(before):
            return None  # "Brandt, who landed on Monday"
        after = self.masked[timex.end : end].partition(BLOCKED)[0]
        near = " ".join(before.split()[-_WORDS_AROUND_OCCASION:]), " ".join(after.split()[:_WORDS_AROUND_OCCASION])
        return Dated(timex, Reach.ON, occasions_in(near[0]) | occasions_in(near[1]))

    def subject(self, timex: Timex, start: int, end: int) -> str:
        """The words of a sentence before a day, or those after a day that it begins with: who does what the day dates."""
        lead = self.masked[start : timex.start]
        return lead if len(lead.split()) > 1 else self.masked[timex.end : min(end, timex.end + _SUBJECT)]


def _dates_source(source: str, start: int, timex: Timex) -> bool:
    """Whether a day in a source's words dates what the source is: "Tuesday's report", "a poll released on Tuesday"."""
    before, after = source[:start], source[start + timex.end - timex.start :]
    if re.search(r"\b(?:who|whom|whose|taken)\b", before) or timex.value.startswith("UNDEF-past"):
        return False
    if _PLAIN_YEAR.fullmatch(timex.value) and _DETERMINED.search(before):  # "a 2014 study", not "the 1951 Convention"
        return bool(headed(after)) and after.lstrip()[:1].islower()
    return bool(occasions_in(source) or _RELEASED.search(before))


def _reach(view: str, timex: Timex, start: int, end: int) -> Reach | None:
    """What the words round a day say: on it, before it, after it; None where it dates something else."""
    before, after = view[start : timex.start], view[timex.end : end]
    if timex.side > 0 or timex.mod == "AFTER" or timex.value.startswith(("UNDEF-day-plus-1", "FUTURE_REF")):
        return None
    if _BEFORE.search(before):
        return Reach.BEFORE
    attributive = _POSSESSIVE.match(after) or (
        _DETERMINED.search(before) and re.match(r"\s+(?!(?:and|or|to|in|at|on|that|as)\b)[a-z]", after)
    )
    if attributive:
        if not occasions_in(" ".join(after.split()[:6])):
            return None
        named = _PLAIN_YEAR.fullmatch(timex.value) or (_POSSESSIVE.match(after) and not _NOT_ON.search(before))
        return Reach.ON if _AT.search(before) or _AFTER.search(before) or not before.strip() or named else None
    if _NOT_ON.search(before) and not (_OVER.search(before) and "week" in timex.value):
        return Reach.ON if _OCCASION_OF.search(before) else None
    return None if _AFTER.search(before) else Reach.ON
