"""Which time expressions of a text belong to the act of saying, which to an occasion, and which to what is spoken of."""

from __future__ import annotations

import re

from onrecord.identify.when.framing import fronted
from onrecord.identify.when.occasions import NOUN, WORK, headed, occasions_in, occasions_told
from onrecord.identify.when.page import BLOCKED, FAR, Page, Range
from onrecord.identify.when.past import done_before, habit, words_of_the_past
from onrecord.identify.when.reach import DETERMINED, HEADS_WORK, PLAIN_YEAR, POSSESSIVE, Dated, Reach, reach_of
from onrecord.identify.when.staging import BREAK_BETWEEN
from onrecord.text.timex import Timex
from onrecord.vocabulary import Kind, Statement

# A paper, a poll: what was released on a day says what it says from that day on.
_RELEASED = re.compile(
    r"\b(?:released|published|issued|posted|conducted|unveiled|signed|filed|sent|dated|leaked|aired|broadcast|delivered|given|made|"
    r"taken|written|held)\b",
    re.IGNORECASE,
)
# What parts a day from the cue before it: a relative clause, a reason, what is spoken about, a new main clause.
_BREAK_AFTER = re.compile(
    r"\b(?:who|whom|whose|which|that|because|since|although|though|if|whether|about|regarding|concerning|against|despite|but|"
    r"than|including|like)\b|[;:]",
    re.IGNORECASE,
)
_AND_VERB = re.compile(r"\band\s+(?:\w+ly\s+|then\s+|later\s+)?(?:\w+ed|has|had|is|was|will|would|went|met|took|made|gave|won)\b")
_BREAK_BEFORE = re.compile(r"\b(?:who|whom|whose|which|that|because|although|though|if|whether|but|while)\b|[;:]|\band\s+\w+ed\b")
_RELATIVE = re.compile(r"[\s,]*(?:who|which|that)\b", re.IGNORECASE)
_OPEN_RELATIVE = re.compile(r",\s*(?:who|whom|whose|which)\b[^,]*$", re.IGNORECASE)
_WORK_WHICH = re.compile(rf"\s+(?:[\w’'-]+\s+){{0,2}}?{WORK},\s*", re.IGNORECASE)
_FINITE_START = re.compile(
    r"^\W*(?:after|when|as|while|because|although|though|if|since|until|before)\s+"
    r"(?!(?:speaking|appearing|meeting|talks|a|the|his|her|their)\b)",
    re.IGNORECASE,
)
# How many words may stand between a cue and its day; measured on PolNeAR dev, further away it is mostly another event's.
_WORDS_AFTER = 16
# What is given out on a day, and what begins a clause in the words for it.
_GIVES_OUT = re.compile(
    r"\b(?:released|unveiled|issued|published|posted|cited|aired|launched|filed|delivered|gave|outlined|presented|introduced|"
    r"signed|sent|tweeted|endorsed|condemned|praised|criticized|criticised|denounced|welcomed|rejected|dismissed)$",
    re.IGNORECASE,
)
# "noted the rule in the interview | last week": the occasion has gone into the content's span.
_ON_OCCASION = re.compile(rf"\b(?:in|during)\s+(?:an?|the|his|her|their)\s+(?:[\w’'-]+\s+){{0,2}}?{NOUN}\s+$", re.IGNORECASE)
_OWN_CLAUSE = re.compile(r"\b(?:who|which|whose)\b")
_CLAUSE = re.compile(
    r"\b(?:that|who|whom|which|whose|where|when|if|is|was|are|were|will|would|has|had|have|to|after|before|for|over|about|from "
    r"(?:the )?\w+ (?:on|in))\b|(?<!a )(?<!an )(?<!the )\b\w+ing\b|[“\"]"
)
# Its rank: surer is what stands outside the content.
_SWALLOWED = 5
_FRONTED = 6
# What may stand between a content and the day that follows it.
_ONLY_PREPOSITION = re.compile(
    r"[\s,”\"’')]*(?:(?:which|who)\s[^,□]{1,80},\s*)?"
    rf"(?:(?:in|at|during|on)\s+(?:(?:an?|his|her|their|its|the)\s+)?(?:[\w.’'-]+\s+){{0,3}}?{NOUN}s?\s+"
    r"(?:(?:with|to|at|in|before|on)\s+(?:[\w’'&.-]+\s+){1,5}?)?)?"
    r"(?:(?:on|in|at|during|over|early|late|earlier)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)


def phrases(page: Page, one: Statement) -> list[Dated]:
    """The time expressions that belong to the act of saying, the surest first."""
    start, end = page.region(one)
    if not (near := page.within(start, end)):
        return []
    view = page.view(one)
    found = []
    for timex in near:
        if view[timex.start : timex.end].count(BLOCKED) == timex.end - timex.start:
            if _swallowed(page, one, timex) or _dates_work(page, one, timex):
                found.append((_SWALLOWED, timex.start, Dated(timex)))
            continue
        rank = _rank(page, one, timex, view)
        reach = None if rank is None else reach_of(view, timex, start, end)
        if rank is not None and reach is not None:
            found.append((rank, abs(timex.start - page.core(one)[1]), Dated(timex, reach, occasions_told(view[start:end]))))
    return [dated for *_, dated in sorted(found, key=lambda one: one[:2])]


def unresolved(page: Page, one: Statement) -> Range | None:
    """The words beside the saying that mean some time in the past that nobody can name ("once", "during the campaign")."""
    start, end = page.region(one)
    view = page.view(one)
    found = []
    for place in words_of_the_past(view, start, end):
        at = Timex(*place, "PAST_REF")
        rank = _rank(page, one, at, view)
        if rank is None and fronted(view[start : at.start], view[at.end : page.core(one)[0]]):
            rank = _FRONTED
        if rank is not None and BLOCKED not in view[slice(*place)]:
            found.append((rank, abs(at.start - page.core(one)[1]), place))
    if found:
        return min(found)[2]
    if one.cue is None:
        return None
    return habit(view, one.cue.start, one.cue.end) or done_before(page.text, one.cue.text, one.content[-1].end)


def _dates_work(page: Page, one: Statement, timex: Timex) -> bool:
    """Whether a year in another's content is that of the work which a relative clause goes on with."""
    gap = page.text[timex.end : page.core(one)[0]]
    return bool(PLAIN_YEAR.fullmatch(timex.value)) and _WORK_WHICH.fullmatch(gap) is not None


def _swallowed(page: Page, one: Statement, timex: Timex) -> bool:
    """Whether a day within a content is that of the saying: "released | an ad on Tuesday", no clause before it."""
    if one.cue is None or one.kind is not Kind.INDIRECT:
        return False
    span = next((span for span in one.content if span.start < timex.start and timex.end <= span.end), None)
    if span is None or timex.refers_back:
        return False
    gap = page.text[span.start : timex.start]
    ends = page.text[timex.end : span.end].strip(" .,") == ""
    if not _GIVES_OUT.search(one.cue.text) and not (ends and _ON_OCCASION.search(gap)):
        return False
    attributive = DETERMINED.search(gap) or POSSESSIVE.match(page.text, timex.end)
    if attributive or len(gap.split()) > _WORDS_AFTER or _CLAUSE.search(gap):
        return False
    return reach_of(page.text, timex, span.start, span.end) is Reach.ON


def _rank(page: Page, one: Statement, timex: Timex, view: str) -> int | None:
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
    core = page.core(one)
    if timex.start >= core[1]:
        return _after(page, one, timex, view, core[1])
    if timex.start >= core[0]:
        first = min(span.end for span in (source, cue) if span is not None)
        gap = view[first : timex.start]
        if source is not None and cue is not None and cue.end <= source.start:
            return 2 if _after(page, one, timex, view, cue.end) is not None else None
        return 3 if not BREAK_BETWEEN.search(gap) and not page.foreign_cue(one, first, timex.start) else None
    work = PLAIN_YEAR.fullmatch(timex.value) and _WORK_WHICH.fullmatch(view[timex.end : core[0]])  # "his 2005 novel, which told"
    return 3 if work else _before(page, one, timex, view)


def _after(page: Page, one: Statement, timex: Timex, view: str, start: int) -> int | None:
    gap = view[start : timex.start]
    after_content = gap.rpartition(BLOCKED)[2]
    if BLOCKED in gap:
        own = max((span.end for span in one.content if span.end <= timex.start), default=-1)
        if timex.value == "UNDEF-year-plus-0":
            return None  # "put growth at 3 percent | this year"
        if one.kind is Kind.INDIRECT and _OWN_CLAUSE.search(page.text, max(0, own - FAR // 10), max(own, 0)):
            return None  # "dismissed the envoy, who had resigned | in April"
        return 2 if own == timex.start - len(after_content) and _ONLY_PREPOSITION.fullmatch(after_content) else None
    if _BREAK_AFTER.search(gap) or _AND_VERB.search(gap) or page.foreign_cue(one, start, timex.start):
        return None
    return 2 if len(gap.split()) <= _WORDS_AFTER else None


def _before(page: Page, one: Statement, timex: Timex, view: str) -> int | None:
    start = page.core(one)[0]
    if one.cue is not None and _RELATIVE.match(
        view[start if one.source is None else min(one.source.end, one.cue.start) : one.cue.end]
    ):
        return None  # "on Tuesday they went to Dol, which says"
    gap, lead = view[timex.end : start], view[page.region(one)[0] : timex.start]
    relative = _OPEN_RELATIVE.search(lead) and gap.lstrip()[:1] == ","  # "the pilot, who sank a ship | last week, was fined"
    if relative or _BREAK_BEFORE.search(gap) or page.foreign_cue(one, timex.end, start):
        return None
    if BLOCKED in gap and gap.strip(" ,“”\"'")[:1] != BLOCKED:
        return None
    if _FINITE_START.search(lead) and not occasions_in(lead) and not occasions_in(gap):
        return None
    return 4


def _dates_source(source: str, start: int, timex: Timex) -> bool:
    """Whether a day in a source's words dates what the source is: "Tuesday's report", "a poll released on Tuesday"."""
    before, after = source[:start], source[start + timex.end - timex.start :]
    if re.search(r"\b(?:who|whom|whose|taken)\b", before) or timex.value.startswith("UNDEF-past"):
        return False
    if PLAIN_YEAR.fullmatch(timex.value) and DETERMINED.search(before):  # "a 2014 study", not "the 1951 Convention"
        return bool(HEADS_WORK.match(after)) or (bool(headed(after)) and after.lstrip()[:1].islower())
    return bool(occasions_in(source) or _RELEASED.search(before))
