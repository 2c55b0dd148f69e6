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
_FUTURE = re.compile(
    r"\b(?:will|shall)\b|[’']ll\b|^(?:is|are)\s+(?:un)?likely\s+to\b|^(?:could|might|may)\s+be\s+expected\s+to\b|"
    r"^(?:could|might|may)\s+be\s+expected$|^needs?\s+to\s",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"^(?!(?:is|are)\b).*?\b(?:said|told|wrote|made|gave|spoke|thought|felt|knew|saw|found|took|held|put|began|meant|kept|swore|laid|"
    r"drew|went|came|fought|sought|stood|led|sent|left|brought|won|lost|was|were|did|let|\w{2,}ed)\b",
    re.IGNORECASE | re.DOTALL,
)
# "If Brandt wins, the council could | decline", "should the court | strike it down"
_CONDITION = re.compile(
    r"^\W*(?:But\s+|And\s+)?if\s[^.;]*,[^.;]*\b(?:could|would|might|may|can)\s+(?:[^.,;]{1,80}\s(?:or|and)\s+)?$|\bshould\s+(?:the|an?|his|her|their|its)\s[^.;,]*$",
    re.IGNORECASE,
)
_PAST_IN_CONDITION = re.compile(r"\b(?:had|were|was|have been|have)\b", re.IGNORECASE)
_BARE = re.compile(r"(?!(?:said|told|wrote|made|gave|spoke|held|put|meant|led|let)\b)\w+(?<!ed)(?<!s)(?<!ing)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(r"(?:\w+ly\s+|also\s+|then\s+|while\s+)?\w+ing\b", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording\s+to$", re.IGNORECASE)


def conditional(before: str, cue: str) -> bool:
    """Whether a cue is what somebody would do if something still to come comes about; `before`: the sentence up to the cue."""
    return bool(_CONDITION.search(before) and _BARE.match(cue)) and not _PAST_IN_CONDITION.search(before)


def tense_of(words: str) -> Tense:
    """The tense of a cue, given with the words between source and cue, where an auxiliary may stand."""
    for pattern, tense in ((PLUPERFECT, Tense.PLUPERFECT), (_PERFECT, Tense.PERFECT), (_FUTURE, Tense.FUTURE)):
        if pattern.search(words):
            return tense
    told = _PAST.match(words) or _PARTICIPLE.match(words) or _ACCORDING.search(words)
    return Tense.PAST if told or not words else Tense.PRESENT
