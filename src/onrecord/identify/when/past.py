"""Words that mean some time in the past that nobody can name: "once", "during the campaign", "my father often said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.identify.when.occasions import NOUN

# What somebody was, or did, at a time of life or of office that is over.
_LIFE = r"(?:child|boy|girl|kid|student|teenager|young (?:man|woman)|schoolboy|schoolgirl|youth)"
_TIMES = (
    r"(?:campaigns?|primary|primaries|race|war|crisis|term|tenure|time|presidency|premiership|years|administration|childhood|"
    r"youth|elections?|contest|days)"
)
_WORDS = re.compile(
    # "once", but neither "once again" nor "once the port is open"
    r"\b(?:(?<!at )once(?!\s+(?:again|more|and for all|he|she|it|they|we|you|i|the|a|an|his|her|their|its)\b)|"
    r"previously|formerly|in the past(?!\s+(?:\w+\s+){0,2}(?:day|week|month|year|decade))|"
    r"at the time(?! of writing)|used to|years before|back then|(?<=said )then\b|in those days|"
    r"(?:at|in|during) an? (?:recent|earlier|previous) (?:[\w’'-]+ ){0,2}?(?:interview|conference|speech|debate|"
    r"rally|meeting|hearing|forum)\b|"
    r"(?:at|in|during) an? recent (?:[\w-]+ ){1,3}|"
    r"(?<!has )(?<!have )(?<!ve )long (?=\w+ed\b)|"
    rf"as an? {_LIFE}\b|(?:growing up|in (?:my|his|her|their) (?:early |mid-?|late )?(?:youth|childhood|teens|\d0s|"
    r"twenties|thirties|forties))\b|"
    rf"when (?:i|he|she|we|they) (?:was|were) (?:an? )?(?:{_LIFE}|young|little|small|in (?:school|college|office|power))\b|"
    rf"during (?:the|my|his|her|their|its|a|last) (?:[\w’'.-]+\s){{0,3}}?{_TIMES}\b(?!\s+{NOUN})|"
    r"before (?:he|she|they|his|her|their) (?:died|death|was killed|were killed|was shot|resigned|retired|retirement|left office|"
    r"took office)\b|"
    r"(?:shortly |soon |just |not long )?(?:after|before|upon) (?:taking office|assuming (?:his|her|their|its|the) "
    r"(?:post|office|job|role|presidency|power)|(?:his|her|their) (?:inauguration|appointment)))",
    re.IGNORECASE,
)
# A habit told in the past tense, in a cue: "often said", "would always say".
_HABIT = re.compile(
    r"^(?:would\s+(?:often|always|sometimes|usually)\s+\w+|(?:often|always|frequently|famously)\s+"
    r"(?:said|told|asked|spoke|wrote|\w{3,}ed)\b)",
    re.IGNORECASE,
)
# "has made | these points | before"
_PERFECT = re.compile(r"^(?:has|have|[’']ve)\b", re.IGNORECASE)
_DONE_BEFORE = re.compile(r"\s*(before|previously|in the past)(?=\s*[,.;])")


def words_of_the_past(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where `text[start:end]` says that something was some time ago, nobody knows when; each without the space after it."""
    for match in _WORDS.finditer(text, start, end):
        yield match.start(), match.start() + len(match.group().rstrip())


def habit(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a cue at `text[start:end]` tells what somebody was in the habit of saying, or None."""
    match = _HABIT.match(text[start:end])
    return (start, start + match.end()) if match else None


def done_before(text: str, cue: str, end: int) -> tuple[int, int] | None:
    """The word after a content that ends at `end` which says that it has been said before, the cue being in the perfect."""
    match = _DONE_BEFORE.match(text, end) if _PERFECT.match(cue) else None
    return match.span(1) if match else None
