"""The nouns of occasions: what people speak on or in, and what is published."""

from __future__ import annotations

import re

# A day beside one of these is the day of what is said there.
_NOUNS = (
    "interview speech address press-conference news-conference conference briefing letter column op-ed editorial tweet "
    "post posting email e-mail memo rally debate hearing testimony sermon broadcast podcast essay article video message "
    "communiqué release filing lawsuit affidavit call meeting summit session lecture appearance event note telegram blog "
    "readout declaration gathering ceremony remarks remark comments comment forum panel visit trip tour statement report "
    "study poll survey analysis paper announcement talks fundraiser town-hall convention discussion dinner stop show "
    "program programme audience proposal brief ruling decision ad advertisement spot complaint"
)
# What is published once and quoted for years: only its year dates what it says.
BOOK = r"(?:memoirs?|autobiography|biography|diary|diaries|book|best[ -]?seller|novel)"
WORK = rf"(?:{BOOK}|assessment|census)"
_ONE_OF_THEM = "|".join(sorted((word.replace("-", "[ -]") for word in _NOUNS.split()), key=len, reverse=True))
NOUN = f"(?P<noun>{_ONE_OF_THEM})"
# Nouns by which the same occasion is called in turn.
_SAME = {
    word: group.split()[0]
    for group in (
        "meeting summit talks session gathering conference discussion",
        "speech address remark comment lecture sermon",
        "rally event stop appearance fundraiser",
        "interview show program programme podcast broadcast",
        "debate forum town-hall panel",
        "report study paper survey analysis poll",
        "tweet post posting message",
        "hearing testimony",
    )
    for word in group.split()
}
# "She made the remarks on Tuesday": the remarks told before.
REMARKS = frozenset({"speech", "statement", "announcement", "interview"})

_BY_VERB = {"met": "meeting", "gathered": "meeting", "convened": "meeting", "debated": "debate", "spoke": "speech",
            "testified": "hearing", "ruled": "ruling", "visited": "visit", "toured": "tour", "rallied": "rally"}  # fmt: skip
_VERB = re.compile(rf"\b({'|'.join(_BY_VERB)})\b")

_ANY = re.compile(rf"\b{NOUN}(?:s|es)?\b", re.IGNORECASE)
_HEADED = re.compile(rf"(?:[’']s?)?\s+(?:[\w’'-]+\s+){{0,3}}?{NOUN}s?\b", re.IGNORECASE)
_TOLD_BEFORE = re.compile(
    r"\b(?:at|in|during|from|after|following|told|asked|addressed|addressing|telling)\s+"
    rf"(?:the\s+same|the|that|this|his|her|their|its)\s+(?:[\w-]+\s+){{0,2}}?{NOUN}\b",
    re.IGNORECASE,
)
_KNOWN_PAPER = re.compile(  # no capitals: "The Dol Post" is none
    r"(?:[Tt]he|[Tt]hat|[Tt]his|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s+(?:[a-z-]+\s+)?(?P<noun>letter|memo|report|study|poll|survey|ruling|"
    r"decision|lawsuit|complaint|affidavit|op-ed|column|essay|article|release|brief|statement|post)"
)
# "told me", "in an interview": an occasion of its own, which the day of another does not date.
_OWN = re.compile(
    r"\btold\s+(?:me|us|The\s[A-Z]\w+|[A-Z]{2,}\b|[A-Z]\w+\s(?:News|Times|Post|Journal))|"
    r"\b(?:in|during|at|on)\s+(?:an?|one|another|some)\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?:interview|speech|e-?mail|letter|op-ed|column|tweet|memo|radio|telephone|phone)\b|\bby\s+(?:e-?mail|phone)\b"
)
# What is said to a whole room, or by one who leads the occasion.
_IN_PUBLIC = re.compile(
    r"\b(?:spoke|declared(?! war)|joked|testified|quipped|recited|sang|thundered|roared)\b|"
    r"\b(?:told|asked|urged|addressed|assured|reminded|warned)\s+(?:the|a|an|his|her|their)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:crowd|audience|supporters|delegates|gathering|mourners|guests|lawmakers|senators|panel|committee|hall|assembly|"
    r"congregation|candidates)\b|"
    r"\b(?:moderators?|questioner|audience member|panelists?|emcee|master of ceremonies)\b",
    re.IGNORECASE,
)


# "He was speaking on Tuesday at a rally", "She made the remarks on Monday", "The interview was recorded on Friday".
_INTRODUCES = re.compile(
    r"^\W*(?:(?P<who>He|She|They|(?:[A-Z][\w.’'-]*\s+){1,4}?)\s*(?:(?:was|were)\s+(?:speaking|talking|addressing|testifying|appearing)\b|"
    r"(?:made|gave|delivered|posted|sent|issued)\s+(?:the|his|her|their|those|these)\s+"
    rf"(?:\w+\s+)?(?:{_ONE_OF_THEM})s?\b)|"
    rf"(?:The|His|Her|Their|Those|These)\s+(?:\w+\s+)?(?:{_ONE_OF_THEM})s?\s+(?:was|were|came|took place)\b)"
)
_HIMSELF = frozenset(("He", "She", "They"))


def introduces(sentence: str) -> bool:
    """Whether a sentence tells on what occasion the words before it were said."""
    return _INTRODUCES.match(sentence) is not None


def introduces_last(sentence: str) -> bool:
    """Whether such a sentence names nobody: it is of the one who spoke last."""
    match = _INTRODUCES.match(sentence)
    return match is not None and (match["who"] is None or match["who"] in _HIMSELF)


def said_in_public(words: str) -> bool:
    """Whether source and cue tell of something said to a whole room: "told the crowd", "the moderator asked"."""
    return _IN_PUBLIC.search(words) is not None


def occasions_in(text: str, start: int = 0, end: int | None = None) -> frozenset[str]:
    """The nouns of occasions in `text[start:end]`, one for all that name the same one."""
    return frozenset(_noun(match) for match in _ANY.finditer(text, start, len(text) if end is None else end))


def occasions_told(text: str) -> frozenset[str]:
    """The same, and those that a verb tells of: who met was at a meeting."""
    return occasions_in(text) | {_BY_VERB[verb] for verb in _VERB.findall(text)}


def papers_named(source: str) -> frozenset[str]:
    """The paper that a source is which was told of before ("the letter", "her ruling")."""
    match = _KNOWN_PAPER.fullmatch(source.strip())
    return frozenset({_noun(match)}) if match else frozenset()


def told_before(text: str, start: int, end: int) -> frozenset[str]:
    """The occasions that `text[start:end]` names as known: "at the forum", "in his speech", "after the meeting"."""
    return frozenset(_noun(match) for match in _TOLD_BEFORE.finditer(text, start, end))


def has_its_own(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` names an occasion as new."""
    return _OWN.search(text, start, end) is not None


def headed(after: str) -> str | None:
    """The noun of the occasion that a day dates which stands before these words ("Friday's | meeting of ministers"), or None."""
    match = _HEADED.match(after)
    return _noun(match) if match else None


def _noun(match: re.Match[str]) -> str:
    noun = match["noun"].lower().replace(" ", "-")
    return _SAME.get(noun) or _SAME.get(noun.removesuffix("s")) or noun.removesuffix("s")
