"""History told along with the news: what was done, not said, in sentences that follow an old date, or by its kind."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.identify.when.framing import frames
from onrecord.identify.when.occasions import occasions_in
from onrecord.identify.when.page import BLOCKED, LEAD, Page
from onrecord.identify.when.staging import BREAK_BETWEEN
from onrecord.text.timex import Interval, Timex, resolve
from onrecord.vocabulary import Kind, Statement

# So many days before the writing a date is no news any more, and what follows it is history. Chosen.
_OLD = 60
# So many characters after a cue are read with it ("declined | to comment").
_AFTER_CUE = 20
# History goes on for so many paragraphs after its date. Chosen.
_PARAGRAPHS = 3
# A verb of saying tells news unless its own words say when; what was once thought or done does not.
SAYING = re.compile(
    r"\b(?:said|says?|saying|added|adds|told|tells|noted|recalled|explained|according|wrote|described|stated|remembered|recounted|"
    r"acknowledged|emphasi[sz]ed|stressed|pointed|echoed|vowed|warned|argued|claimed|insisted|urged|asked|replied|answered|responded|"
    r"suggested|contended|conceded|admitted|testified|reported|observed|commented|tweeted|joked|referr(?:ed|ing)|called\s+on|maintained|cautioned|agreed)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"^(?:\w+ly\s+|also\s+|then\s+|never\s+|not only\s+)*(?:\w{2,}ed|was|were|did|set|made|gave|sent|took|drew|left|brought|"
    r"found|felt|held|kept|sought|saw|knew|thought|understood|came|went|began|won|fought)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\W*By\s+(?:the\s+)?$")
_NOW = re.compile(r"\b(?:now|today|currently|is|are|has|have|says?)\b", re.IGNORECASE)
# Done once, by a law, an office, a court: in the body of a story it is what led to the news.
_DEED = re.compile(
    r"^(?:\w+ly\s+)?(?:(?:(?:was|were|had been)\s+)?(?:enacted|appointed|repealed|overturned|ratified|abolished)|"
    r"annexed|invaded|resented|despised|understood|viewed|judged|decided|declined(?!\s+(?:to\s+)?(?:comment|say|interview|be|answer|discuss|respond)))\b",
    re.IGNORECASE,
)


def told_as_history(page: Page, one: Statement, anchor: Interval | None) -> Timex | None:
    """The old date that the story has come to where a statement tells of something done; None where it tells news."""
    if anchor is None or one.within is not None or not _is_told(page, one):
        return None
    place = page.core(one)[0]
    here = page.paragraph(place)
    for start, end in reversed(page.sentences_before(place)):
        if here - page.paragraph(start) > _PARAGRAPHS:
            return None
        told = [timex for timex in page.within(start, end) if BLOCKED not in page.masked[timex.start : timex.end]]
        framing = [timex for timex in told if _sets_time(page, timex, start, end)]
        for timex in reversed(framing):
            days = resolve(timex, anchor)
            return timex if days is not None and _is_old(days, anchor) else None
        if told or _NOW.search(page.masked, start, end):
            return None
    return None


def _is_told(page: Page, one: Statement) -> bool:
    """Whether a statement tells of something done on no occasion of its own ("in a column, Brandt mocked")."""
    if one.cue is None or one.kind is Kind.DIRECT or occasions_in(page.view(one), page.region(one)[0], page.core(one)[0]):
        return False
    return not SAYING.search(one.cue.text) and _FINITE.match(one.cue.text) is not None


def is_deed(page: Page, one: Statement) -> bool:
    """Whether a statement in the body of a story tells of a deed that is told as history wherever nothing dates it."""
    body = page.paragraph(page.core(one)[0]) >= LEAD
    if not body or one.cue is None or one.kind is Kind.DIRECT:
        return False
    return bool(_DEED.match(page.text[one.cue.start : one.cue.end + _AFTER_CUE]))


def _sets_time(page: Page, timex: Timex, start: int, end: int) -> bool:
    """Whether a date is that of a sentence's main clause, or what it tells was done by then."""
    before = page.masked[start : timex.start]
    return bool(_BY.match(before)) or (frames(page, timex, page.masked, start, end) and not BREAK_BETWEEN.search(before))


def _is_old(days: Interval, anchor: Interval) -> bool:
    return date.fromisoformat(days[1]) < date.fromisoformat(anchor[0]) - timedelta(_OLD)
