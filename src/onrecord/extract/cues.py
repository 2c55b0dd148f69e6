"""What a cue does: its speech act, and whether it says that the act was not done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.verbs import ACTS, BARE_AFTER_AUXILIARY, IRREGULAR, LIGHT_VERBS
from onrecord.vocabulary import Kind, SpeechAct

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")

# Words that negate what comes after them. "No" counts too ("made no mention"), but not as a number or in a set phrase.
_NEGATION = re.compile(
    r"\b(?:not|never|without|nor|neither|hardly|scarcely|cannot|unable|unwilling|nothing|\w+n't|fail(?:s|ed|ing|ure)? to|"
    r"stop(?:s|ped|ping)? short|avoid(?:s|ed|ing)?|omit(?:s|ted|ting)?|no(?! one\b|[. ]*\d))\b"
)
# Words that refuse: followed by a reporting word they negate it ("declined to say"); alone they are an act themselves.
_REFUSAL = re.compile(
    r"\b(?:declin(?:e[sd]?|ing)|refus(?:e[sd]?|ing|als?)|(?:decid(?:e[sd]?|ing)|cho(?:o?se[sn]?|osing)|opt(?:s|ed|ing)?) not)\b"
)
# Set phrases with such a word that report saying: "not only said", "did not hesitate to say", "made no secret of".
_NOT_NEGATION = re.compile(
    r"\b(?:not|\w+n't) (?:only|just|merely|simply|hesitat(?:e|ing)|shy|afraid to|minc(?:e|ing))\b"
    r"|\b(?:could|can) ?(?:not|n't) (?:resist|help|agree more|be (?:clear|blunt|plain)er)\b"
    r"|\b(?:never|not|\w+n't) (?:seem(?:s|ed)? to )?(?:miss|tire|fail)(?:e[sd]|s|d)?\b"
    r"|\b(?:go(?:es|ing|ne)?|went) without(?= saying)"
    r"|\b(?:no|without) (?:secret|bones|doubt|hesitation|question)\b|\bno longer than\b"
)
_CONJUNCTION = re.compile(r"\b(?:and|but)\b")
# These may stand between an act and "not" with the negation reaching over them: "decided not to say".
_WITH_NEGATED_AIM = frozenset({SpeechAct.DECIDE, SpeechAct.WANT, SpeechAct.INTEND})
_NEGATIVE_SOURCE = re.compile(r"(?:no|none|nobody|no-one|neither)\b(?![. ]*\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Act:
    """What a cue does (`act`, None where the table of reporting words does not tell); `negated`: that it was not done."""

    act: SpeechAct | None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A word or phrase of the table at `[start, end)` of a line."""

    start: int
    end: int
    base: str
    act: SpeechAct

    @property
    def light(self) -> bool:
        return self.base in LIGHT_VERBS


def read_cue(cue: str | None, kind: Kind, *, source: str = "", before: str = "") -> Act:
    """The act of a cue, and whether it is negated ("did not mention", "stopped short of", "declined to say").

    `before` is the text between the source and the cue, where an auxiliary may stand.

    1. A quotation with no cue, or with a mark of punctuation for one (a headline's colon), asserts.
    2. Where nothing is negated, the first word or phrase of the table decides, unless it is a light verb and another follows.
    3. Where something is, the act is what is negated (see `_negated`), or what a conjunction adds to it unnegated.
    4. Where the table has none of the words, a quotation asserts, and what an indirect statement does is not known.
    5. A negative source ("no official", "neither side") negates.
    """
    if cue is None or not any(letter.isalpha() for letter in cue):
        return Act(SpeechAct.ASSERT)
    before, cue = (words.lower().replace("’", "'") for words in (f"{before} ", cue))
    line = _NOT_NEGATION.sub(lambda match: "_" * len(match.group()), before + cue)
    found = [one for one in _acts(line) if one.start >= len(before)]
    read = _negated(line, found) or Act(_main(found))
    negated = read.negated or negates(source)
    default = None if kind is Kind.INDIRECT else SpeechAct.ASSERT
    return Act(read.act or default, negated)


def negates(source: str) -> bool:
    """Whether a source says by itself that nobody did it: "Nobody in the capital", "No official", "Neither side"."""
    return _NEGATIVE_SOURCE.match(source) is not None


def _main(found: Sequence[_Found]) -> SpeechAct | None:
    heavy = next((one.act for one in found if not one.light), None)
    return heavy or (found[0].act if found else None)


def _negated(line: str, found: Sequence[_Found]) -> Act | None:
    """The negated act of a cue, or None where nothing in it is negated.

    1. A word of refusal negates the act after it; with none after it nothing is negated.
    2. After an act, only a "no" that touches it negates it ("said nothing"), or one that it reaches over ("decided not to say");
       any other belongs to what is reported ("promised not to", "said, without naming").
    3. An act after a conjunction is not negated ("has not given up and said").
    """
    refusal, negation = _REFUSAL.search(line), _NEGATION.search(line)
    if refusal is not None and (negation is None or refusal.start() <= negation.start() < refusal.end()):
        after = [one for one in found if one.start >= refusal.end()]
        return _unless_added(line, refusal.end(), after) if after else None
    if negation is None:
        return None
    earlier = [one for one in found if one.start < negation.start()]
    if any(one.start <= negation.start() < one.end for one in found):
        return None
    if earlier and not earlier[-1].light and earlier[-1].act not in _WITH_NEGATED_AIM:
        touches = negation.group() in ("no", "nothing") and not line[earlier[-1].end : negation.start()].strip()
        return Act(earlier[-1].act, touches)
    if earlier and negation.group() == "without":
        return None
    after = [one for one in found if one.start >= negation.end()]
    return _unless_added(line, negation.end(), after or earlier)


def _unless_added(line: str, end: int, found: Sequence[_Found]) -> Act:
    joined = _CONJUNCTION.search(line, end)
    added = [one for one in found if joined is not None and one.start >= joined.end()]
    return Act(_main(added), False) if added and not added[0].light else Act(_main(found), True)


def _acts(line: str) -> list[_Found]:
    """The words and phrases of the table in a line, in order; the second word of a phrase counts with the first only."""
    words = list(_WORD.finditer(line))
    found: list[_Found] = []
    for place, word in enumerate(words):
        if found and word.start() < found[-1].end:
            continue
        following = words[place + 1] if place + 1 < len(words) else None
        bases = _bases(word.group())
        phrase = next((base for base in bases if following and f"{base}-{following.group()}" in ACTS), None)
        if phrase is not None and following is not None:
            base = f"{phrase}-{following.group()}"
            found.append(_Found(word.start(), following.end(), base, ACTS[base]))
        elif (known := next((base for base in bases if base in ACTS), None)) and not _is_particle(words, place):
            found.append(_Found(word.start(), word.end(), known, ACTS[known]))
    return found


def _is_particle(words: Sequence[re.Match[str]], place: int) -> bool:
    """Whether a word that may be no verb ("back") follows a word that makes it none ("went back", not "would back")."""
    if words[place].group() not in BARE_AFTER_AUXILIARY or place == 0:
        return False
    before = words[place - 1].group()
    return before not in BARE_AFTER_AUXILIARY[words[place].group()] and not before.endswith("ly")


def _bases(word: str) -> list[str]:
    """The base forms that an English verb form may have, likeliest first."""
    if word in IRREGULAR:
        return [IRREGULAR[word], word]
    forms = [word]
    for ending in ("ing", "ed", "es", "s"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        forms += [stem, stem + "e"]
        if stem.endswith("i"):
            forms.append(stem[:-1] + "y")
        if stem[-1] == stem[-2]:
            forms.append(stem[:-1])
    return forms
