"""Bylines: who wrote, edited or contributed, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.clean.found import authors
from onrecord.clean.times import find_day
from onrecord.clean.zones.lines import Line
from onrecord.vocabulary import ZoneKind

# Longest byline in words: the longest "Reporting by" line in PolNeAR train has 38.
_LONGEST = 45

# "By Monday", "By law": no author's name.
_NO_NAME = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|June|July|August|September|October|"
    r"November|December|Contrast|Comparison|Then|Now|Law|Default|Chance)\b)"
)
_PARTICLE = r"(?:de|van|von|der|den|bin|al|el|la|di|da|dos|du|le|ten|ter|af|zu)"
NAME = rf"[A-ZÀ-Þ][\w'.-]*(?: (?:{_PARTICLE} )*[A-ZÀ-Þ][\w'.-]*){{0,4}}"
NAMES = rf"{NAME}(?:(?:, | and | & |, and ){NAME}){{0,6}}"
_MADE = (
    r"(?:story|words|text|report(?:ing|ed)?|written|writing|post(?:ed)?|published|compiled|edit(?:ed|ing)|translat(?:ed|ion)|"
    r"produced|photograph(?:s|y|ed)?|pictures?|video|graphics?|illustrations?|interview|analysis|opinion|column|podcast)"
)
_WHO = r"(?:authors?|byline|writers?|reporters?|correspondents?|journalists?|editors?|contributors?|contributing|staff writers?)"
# A whole paragraph, in the letters that it is written with.
_WHOLE = (
    # "By Jane Doe | 3 May 2020"
    rf"[Bb][Yy]:? {_NO_NAME}{NAMES}(?: (?:in|for|at) {NAMES})?\.?(?:\s*[,|•·/(-]\s*[^.\"]{{0,80}}\.?)?\W*",
    r"BY:? [A-ZÀ-Þ' .,&-]{4,80}\W*",
    rf"(?i:{_WHO}) ?[:|] ?[^\"]{{2,160}}",
    rf"\W*(?i:{_MADE}(?: (?:and|&) {_MADE})?(?: {_MADE})? by) ?:? ?{NAMES}[^\"]{{0,200}}",
    r"\W*(?i:(?:with )?(?:additional|extra|further|supplementary) (?:report(?:ing|s)?|research|writing) (?:from|by|in)\b)"
    r"[^\"]{0,300}",
    rf"{NAMES}(?: (?:in|at|from|of) [^\".]{{2,60}})?,? (?:also )?contributed "
    r"(?:to (?:this|the)(?: \w+)? (?:article|story|report)|(?:additional )?(?:report\w*|research|writing))[^\"]{0,80}",
    rf"{NAMES} reported from [A-Z][^\"]{{2,60}}?(?:[;,] (?:and )?{NAMES}(?: reported)?,? from [^\"]{{2,60}})*",
    # "(Agency)", alone on its line.
    r"\((?:[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,2}|[Ww]ith (?:agency|agencies) [a-z]+)\)\.?",
    # "- Agency"; a bare "- Jane Doe" names the speaker of the quotation above it.
    rf"-{{1,2}} ?(?:Reuters|AP|AFP|UPI|TASS|Xinhua|Bloomberg|dpa|[Bb]y {NAMES}|(?i:with (?:agenc|input|file)[a-z ,]{{3,40}}))\.?",
)
_BYLINE = re.compile("|".join(f"(?:{pattern})" for pattern in _WHOLE))
# The line that a date stands in beside a byline.
_PUBLISHED = re.compile(
    r"(?:(?:first |originally |last )?(?:published|posted|updated|modified|date|publication date)(?: on| at)?)\b ?:? ?"
    r"[^\".]{0,60}\d{4}\b.{0,40}",
    re.IGNORECASE,
)
# A line that is a day, with at most the weekday and the time round it.
_DAY_ALONE = 8
_ROUND_DAY = re.compile(
    r"\W{0,3}(?:[A-Za-z]{3,6}day|mon|tue|wed|thu|fri|sat|sun)?\W{0,3}(?:at )?(?:\d\d?[:.]\d\d)?\W{0,2}(?:[ap]\.?m)?\W{0,2}"
    r"(?:[A-Z]{2,4})?\W{0,3}",
    re.IGNORECASE,
)
_AUTHORS = (
    re.compile(rf"[Bb][Yy]:? {_NO_NAME}({NAMES})"),
    re.compile(
        rf"(?i:authors?|byline|(?:story|words|text|written|report(?:ing|ed)|posted) by|writers?) ?:? ?(?:[Bb]y )?({NAMES})"
    ),
)


def is_byline(line: Line, known: Sequence[str] = ()) -> bool:
    """Whether a paragraph names who made the article or says when it appeared; `known` are the authors' names."""
    if line.words > _LONGEST:
        return False
    plain = line.plain
    if _BYLINE.fullmatch(plain) or _PUBLISHED.fullmatch(plain) or (line.words <= _DAY_ALONE and _is_day(plain)):
        return True
    return plain.lower() in [name.lower() for name in known]


def _is_day(plain: str) -> bool:
    day = find_day(plain)
    return (
        day is not None
        and _ROUND_DAY.fullmatch(plain[: day[0]]) is not None
        and _ROUND_DAY.fullmatch(plain[day[1] :]) is not None
    )


def authors_of(lines: Sequence[Line], kinds: Sequence[ZoneKind | None]) -> tuple[str, ...]:
    """The authors that the first byline with a name tells, or ()."""
    for line, kind in zip(lines, kinds, strict=True):
        if kind is not ZoneKind.BYLINE:
            continue
        for pattern in _AUTHORS:
            if match := pattern.match(line.plain):
                return tuple(name for part in authors(match[1]) for name in part.split(", "))
    return ()
