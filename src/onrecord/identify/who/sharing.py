"""The speaker of a second verb: "Brandt called the offer late and said it would be studied"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.text.sentences import sentences
from onrecord.vocabulary import Speaker, Statement

# All that may stand between what is reported first and the second cue for both to have one subject.
_JOINING = re.compile(
    r"[\s,;—–-]*"
    r"(?:(?:and|but|or|then|also|later|further|even|however|instead|again|only|while|before|after)\b[\s,]*){0,3}",
    re.IGNORECASE,
)

# What goes on in the same breath: "“…,” she told reporters in Dol, adding".
_ADDING = re.compile(r"[^.;:\n“”\"]{0,60},\s")
_PARTICIPLE = re.compile(r"(?:adding|saying|noting|insisting|stressing|warning|arguing|explaining|claiming|pointing)\b")
# A cue that is a noun has no subject to share: "the pledge", "his view", "criticism of".
_NOUN = re.compile(
    r"(?:the|an?|his|her|their|its|this|that|these|those)\b|[\w-]*[’']s?\s"
    r"|(?:[\w-]+\s)*?(?:[\w-]+(?:tion|sion|ment|ism|ance|ence|ity|ledge|als?)|views?|hopes?|fears?|calls?|claims?|threats?|pleas?|"
    r"warnings?|beliefs?|doubts?|promises?|demands?)\s+(?:of|for)$",
    re.IGNORECASE,
)
# "Asked whether it would rain, she said …": somebody else asked.
_ASKED = re.compile(r"(?:Asked|Pressed|Questioned|Told|Challenged)\b")
# Words that open a clause: a source after one of them is not the subject of the sentence.
_SUBORDINATE = re.compile(
    r"\b(?:what(?:ever)?|who(?:m|se|ever)?|which(?:ever)?|that|as|if|whether|where|when(?:ever)?|why|how(?:ever)?|because|although|"
    r"though|while|since|unless|until|than)\b",
    re.IGNORECASE,
)


def shared_speaker(text: str, statement: Statement, before: Sequence[Statement]) -> Speaker | None:
    """The speaker of a statement without a source, where it shares the subject of the one right before it; else None.

    1. The cue follows the other statement's words with nothing but conjunctions, commas and adverbs between, in one sentence; or
       it is a participle after a comma (", adding that").
    2. The other's source stands before its cue (or its own speaker is shared so).
    3. Both cues are verbs, and the other's source is the subject of its sentence, not of a clause in it ("insisted that it would,
       whatever Brandt said, and left").
    """
    if statement.cue is None or not before or statement.within != before[-1].within or _ASKED.match(statement.cue.text):
        return None
    other = before[-1]
    if other.speaker is None or other.cue is None or (other.source is not None and other.source.start > other.cue.start):
        return None
    if is_noun(statement.cue.text) or is_noun(other.cue.text) or _is_in_clause(text, other, before[:-1]):
        return None
    end = other.spans[-1].end
    joining = text[end : statement.cue.start] if end <= statement.cue.start else None
    if joining is None or "\n" in joining:
        return None
    if not (_JOINING.fullmatch(joining) or (_PARTICIPLE.match(statement.cue.text) and _ADDING.fullmatch(joining))):
        return None
    return replace(other.speaker, reason=f"shares its subject with the statement before: {other.speaker.reason}")


def is_noun(cue: str) -> bool:
    """Whether a cue is a noun, which has no subject: "the pledge"."""
    return _NOUN.match(cue) is not None


def _is_in_clause(text: str, statement: Statement, before: Sequence[Statement]) -> bool:
    """Whether a source follows, in its sentence, a word that opens a clause or another cue of the same level."""
    if statement.source is None:
        return False
    place = statement.source.start
    paragraph = text.rfind("\n\n", 0, place) + 1
    begin = sentences(text, paragraph, statement.source.end)[-1][0]
    cues = (one.cue.start for one in before if one.cue is not None and one.within == statement.within)
    return _SUBORDINATE.search(text, begin, place) is not None or any(begin <= cue < place for cue in cues)
