"""The tense of a cue's words: whether what they tell was done once, is done still, was done before, is to come."""

from __future__ import annotations

import re
from enum import Enum


class Tense(Enum):
    """The tense of a cue; a participle, a noun or no cue at all goes with the past that the text is told in."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    FUTURE = "future"


_ADVERBS = r"(?:(?:\w+ly|often|long|also|never|not|since|already|always|once|been|earlier)\s+)*"
_NO_VERB = r"(?!an?\b|the\b|no\b|to\b|some\b|his\b|her\b|their\b)"
PLUPERFECT = re.compile(rf"\bhad\s+{_ADVERBS}{_NO_VERB}\w+", re.IGNORECASE)
_PERFECT = re.compile(rf"(?:\b(?:has|have)|[’'](?:s|ve))\s+{_ADVERBS}{_NO_VERB}\w+", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:will|shall)\b|[’']ll\b", re.IGNORECASE)
_PAST = re.compile(
    r"^(?!(?:is|are)\b).*?\b(?:said|told|wrote|made|gave|spoke|thought|felt|knew|saw|found|took|held|put|began|meant|kept|swore|laid|"
    r"drew|went|came|fought|sought|stood|led|was|were|did|let|\w{2,}ed)\b",
    re.IGNORECASE | re.DOTALL,
)
_PARTICIPLE = re.compile(r"(?:\w+ly\s+|also\s+|then\s+|while\s+)?\w+ing\b", re.IGNORECASE)
_ACCORDING = re.compile(r"\bto$", re.IGNORECASE)


def tense_of(words: str) -> Tense:
    """The tense of a cue, given with the words between source and cue, where an auxiliary may stand."""
    for pattern, tense in ((PLUPERFECT, Tense.PLUPERFECT), (_PERFECT, Tense.PERFECT), (_FUTURE, Tense.FUTURE)):
        if pattern.search(words):
            return tense
    told = _PAST.match(words) or _PARTICIPLE.match(words) or _ACCORDING.search(words)
    return Tense.PAST if told or not words else Tense.PRESENT
