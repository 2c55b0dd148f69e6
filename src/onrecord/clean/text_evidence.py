"""What the running text tells of a publication: not before the last thing that it tells as past.

That is a floor and never more. A date under a photograph is the photograph's, one in a copyright notice the page's, and one that
lies ahead ("by 2027", "will open on 6 April 2031") may lie ahead of the article too: none of them counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.clean.zones import Line
from onrecord.text.quotes import quotations
from onrecord.text.sentences import sentences
from onrecord.text.timex import Timex, resolve, timexes
from onrecord.vocabulary import DateBasis, Published, Span, ZoneKind

_A_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
# A day, a month with its year, a year: what a calendar alone can read. Decades and seasons say too little.
_FULL = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
# Told as past: a verb in the past tense, or a perfect.
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|came|went|took|made|gave|won|lost|met|led|left|began|became|fell|fought|found|got|held|kept|"
    r"knew|paid|put|ran|saw|sent|sold|spent|spoke|stood|struck|wrote|broke|brought|built|bought|chose|drew|drove|grew|rose|shot|"
    r"(?:has|have)\s+(?:\w+ly\s+|not\s+|also\s+|long\s+)?(?:been|\w+ed|\w+en)|(?!need|exceed|proceed|succeed|indeed)\w{2,}ed)\b",
    re.IGNORECASE,
)
# Told as coming, wished, possible, planned, supposed.
_AHEAD = re.compile(
    r"\b(?:will|would|won[’']t|shall|should|could|may|might|must|can|going\s+to|to\s+be|if|unless|plans?|planned|planning|expects?|"
    r"expected|expecting|expectations?|schedul\w+|due|set\s+to|slated|aim\w*|hop(?:e|es|ed|ing)|target\w*|goals?|expir\w+|deadline|"
    r"project(?:s|ed|ions?)|forecast\w*|predict\w*|estimat\w+|upcoming|next|future|bid|budget\w*|propos\w+|promis\w+|pledg\w+|"
    r"vow\w*|commit\w*|agreed|intend\w*|candidates?|campaign\w*|fiscal|until|till|through|ahead|novel|fiction\w*|imagin\w+|delay\w*|takes?\s+effect)\b|[’']ll\b",
    re.IGNORECASE,
)
# Prepositions that a date ahead has as well as one behind, and those that make it a bound.
_BOUND_BEFORE = re.compile(r"\b(?:by|until|till|before|through|to|for|from|of)\s+(?:the\s+)?$", re.IGNORECASE)
_MODIFIER = re.compile(r"\b(?:an?|the|his|her|their|its|\w+[’']s)\s+$", re.IGNORECASE)


def floor_in(text: str, lines: Sequence[Line], kinds: Sequence[ZoneKind | None]) -> Published | None:
    """Published on the day of the latest thing told as past or later, with its date's words as evidence; None if there is none.

    1. Only body text is read, and of it what stands in no quotation marks.
    2. A date counts whose sentence tells the past and nothing that lies ahead (see the tables above).
    3. The latest one wins; a bare year or month counts from its first day.
    """
    found = max(_past(text, lines, kinds), default=None)
    if found is None:
        return None
    earliest, minus_start, end = found
    return Published(earliest, None, basis=DateBasis.TEXT, evidence=Span.of(text, -minus_start, end))


def _past(text: str, lines: Sequence[Line], kinds: Sequence[ZoneKind | None]) -> Iterator[tuple[str, int, int]]:
    """The first days of the dates told as past, with their places; of equal ones the first place is the greatest."""
    for line, kind in zip(lines, kinds, strict=True):
        if kind is not None or not _A_YEAR.search(text, line.start, line.end):
            continue
        for start, end in sentences(text, line.start, line.end):
            if not _A_YEAR.search(text, start, end) or not _tells_past(text[start:end]):
                continue
            for timex in timexes(text, start, end):
                days = resolve(timex, None) if _FULL.fullmatch(timex.value) else None
                if days and _is_point(text[start : timex.start], timex) and not _is_quoted(text, line, timex.start):
                    yield days[0], -timex.start, timex.end


def _is_quoted(text: str, line: Line, place: int) -> bool:
    return any(one.start <= place - line.start < one.end for one in quotations(text[line.start : line.end]))


def _tells_past(sentence: str) -> bool:
    return _PAST.search(sentence) is not None and _AHEAD.search(sentence) is None


def _is_point(before: str, timex: Timex) -> bool:
    """Whether the words before a date make it a time that something happened at, not a bound or a name ("the 2016 race")."""
    return not _BOUND_BEFORE.search(before) and not (len(timex.value) == 4 and _MODIFIER.search(before))
