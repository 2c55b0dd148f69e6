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
_PARTICIPLES = (
    r"(?:\w{2,}(?:ed|en|wn|ught|ung|rne)|been|said|told|made|done|gone|come|become|begun|put|set|let|cut|read|heard|held|kept|led|left|"
    r"lost|met|paid|sent|spent|stood|understood|won|found|felt|built|laid|run|sworn|meant)"
)
# "had warned", but neither "had doubts" nor "has had trouble".
PLUPERFECT = re.compile(
    rf"(?<!has )(?<!have )(?<![’']ve )(?<!also )(?<!never )(?<!long )\bhad\s+{_ADVERBS}{_PARTICIPLES}\b", re.IGNORECASE
)
# After "’s" only what can be nothing but a participle: "the mayor’s remarks" has no verb.
_PERFECT = re.compile(
    rf"(?:\b(?:has|have)|[’']ve)\s+{_ADVERBS}{_NO_VERB}\w+|[’']s\s+{_ADVERBS}(?:been|said|told|made|called|asked|seen|gone)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"\b(?:will|shall)\b|[’']ll\b", re.IGNORECASE)
_PAST = re.compile(
    r"^(?!(?:is|are)\b).*?\b(?:said|told|wrote|made|gave|spoke|thought|felt|knew|saw|found|took|held|put|began|meant|kept|swore|laid|"
    r"drew|went|came|fought|sought|stood|led|was|were|did|let|\w{2,}ed)\b",
    re.IGNORECASE | re.DOTALL,
)
_PARTICIPLE = re.compile(r"(?:\w+ly\s+|also\s+|then\s+|while\s+)?\w+ing\b", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording\s+to$", re.IGNORECASE)


def tense_of(words: str) -> Tense:
    """The tense of a cue, given with the words between source and cue, where an auxiliary may stand."""
    for pattern, tense in ((PLUPERFECT, Tense.PLUPERFECT), (_PERFECT, Tense.PERFECT), (_FUTURE, Tense.FUTURE)):
        if pattern.search(words):
            return tense
    told = _PAST.match(words) or _PARTICIPLE.match(words) or _ACCORDING.search(words)
    return Tense.PAST if told or not words else Tense.PRESENT
