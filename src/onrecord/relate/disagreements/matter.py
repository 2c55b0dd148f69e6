"""What a value in a sentence is about: the words of its clause, with the names of the sentence, and how much two such share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.relate.disagreements.names import key, named, names
from onrecord.relate.words import FUNCTION, Word, stem, words_of

# Words that tell one matter, so that a promise to admit a country is a pledge that it will join. From general knowledge.
_ONE_MATTER = """
promise pledge vow commit commitment decide decision guarantee assure assurance word | join enter accede accession member
membership admit admission unite | kill die death dead slain shot | injure wound hurt | sign signature ink | begin start
launch open | end finish close conclude | buy purchase acquire acquisition | build construct erect | arrest detain | elect
election win victory | appoint name nominate | annex seize occupy occupation capture annexation | invade invasion | found
establish create foundation | leave quit withdraw withdrawal exit | resign resignation | attack strike raid assault bomb |
agree agreement accord deal pact treaty | armistice ceasefire truce | write written enshrine | pay spend cost | give grant
offer provide donate | house home household | soldier troop serviceman | child pupil | jail prison imprison sentence | marry
wedding marriage | bear birth born | release free | destroy raze | move relocate | meet meeting summit | prisoner captive
detainee | exchange swap | boat vessel ship | worker employee | border frontier | blast explosion | ban prohibit prohibition |
kilometre kilometer | metre meter | litre liter | centre center
"""


def _forms(word: str) -> set[str]:
    """The stems of a word's forms."""
    root = word.removesuffix("e")
    return {stem(form) for form in (word, f"{word}s", f"{root}ed", f"{root}ing")}


_CLASS = {form: f"={group.split()[0]}" for group in _ONE_MATTER.split("|") for word in group.split() for form in _forms(word)}
# Words of which a clause about anything may have some.
_LIGHT = frozenset(
    stem(word)
    for word in (
        "say tell add report note remark according today year month week day time date percent people person country one "
        "two three four five six seven eight nine ten hundred thousand million billion first last new old former recent "
        "recently already eventual eventually ever early late later ago nearly about almost around least more than since "
        "still also may be become have do make made take get go come use part number way thing place mr ms mrs dr "
        "yesterday tomorrow tonight morning evening night afternoon"
    ).split()
)
# What comes round: two times of it are two events. (A summit is one where its place is the same.)
_RECURRING = """
elect election primary caucus nomination nominee nominate vote ballot poll survey debate campaign convention race season
budget game tournament championship festival anniversary conference session quarter quarterly annual annually again reelect
reelection term run candidate candidacy contest record award prize report meet meeting summit visit trip speech win victory
deadline talk round negotiation hearing trial protest rally demonstration march beat defeat host play face call telephone shipment
delivery flight
"""
RECURRING = frozenset(stem(word) for word in _RECURRING.split()) | {
    _CLASS[stem(word)] for word in ("elect", "meet", "appoint", "attack")
}
# Of these there are many, so that "the law passed in" may be another one each time.
_MANY = """
law bill act rule case report interview letter statement order agreement study survey article book film article plan program
programme project measure amendment resolution decree charge allegation incident lawsuit complaint email message memo document
"""
MANY = frozenset(concept for word in _MANY.split() for concept in (stem(word), _CLASS.get(stem(word), "")) if concept)
# How many of the words beside a value name what it is of: "the armistice signed on", "the port, which opened in".
_BESIDE = 3
# Where a clause ends: a mark, or a word that opens another clause.
_BREAK = re.compile(
    r"[;:()“”\"—–]|,(?!\d)|\s-\s|\b(?:but|while|whereas|which|who|whose|when|where|after|before|because|although|though|unless|if|as)\b|\band\s+(?=(?:has|have|had|is|was|were|will|would|he|she|it|they)\b)",
    re.IGNORECASE,
)
_LEADING = re.compile(r"\s*(?:in|on|at|by|since|until|during|from|early|late|back|and)\b", re.IGNORECASE)


# What was done to something not known before: "signed a loan deal", "opened a port"; there may be another.
_INDEFINITE = re.compile(
    r"^\W*(?:[Aa]n?|[Aa]nother|[Oo]ne)\s+[a-z]|\b\w+(?:ed|en|[gk]ht|ilt|ade|ave|eld|ook|old|ent|on|an|ew|ost|aid|et|un|uck|ank)\s+(?:an?|another)\s+\w"
)
_THE_ONE = re.compile(r"\b(?:the|this|that|its|his|her|their|our|whose)\b|\w[’']s\s", re.IGNORECASE)
_RELATIVE = re.compile(r"[\s,]*\b(?:which|who|whose|where|when)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\s*,\s*(?:\w+ed|built|held|born|drawn|written|made)\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(?:st|nd|rd|th))\b", re.IGNORECASE
)
# The noun that a relative clause tells of: back to its article, a few words at most.
_ANTECEDENT = re.compile(
    r"(?:\b(?:the|this|that|its|his|her|their|our|an?)\s+)?(?:[^\s,;:()]+\s+){0,4}[^\s,;:()]+[\s,]*$", re.IGNORECASE
)
_SINGLE = re.compile(r"\b(?:first|only|last|sole)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a clause tells: stems and classes of its content words, of verbs among them that are in the past for sure, the keys of
    its names, as they follow one another, and those of the whole sentence.

    `maybe` are the keys of words that may be a name, as they begin the sentence, each with its stem; `beside` the words nearest
    to the value, in front of it where there are some, and `named_beside` the names among them.
    """

    words: frozenset[str]
    verbs: frozenset[str]
    names: tuple[frozenset[str], ...]
    around: frozenset[str]
    maybe: tuple[tuple[str, str], ...]
    beside: tuple[str, ...]
    named_beside: frozenset[str]
    text: str

    @property
    def is_of_one(self) -> bool:
        """Whether the clause tells of something known, once: "the armistice signed on", not "a poll held in"."""
        return _THE_ONE.search(self.text) is not None and not is_one_of_several(self) and not set(self.beside) & RECURRING


@dataclass(frozen=True, slots=True)
class Shared:
    """What two clauses share: content words, names of one clause in the other sentence, names that one lacks, nearness.

    `apart` is whether each has a name that the other lacks.
    """

    words: frozenset[str]
    names: frozenset[str]
    strangers: int
    alike: float
    apart: bool


@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """The clauses of a sentence: an opening phrase of time or place goes with what follows it."""
    cuts = [match.start() for match in _BREAK.finditer(text)]
    spans = [(a, b) for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True) if text[a:b].strip(' ,;:()“”"—–-')]
    joined: list[tuple[int, int]] = []
    for a, b in spans:
        if joined and _is_opening(text, joined[-1]):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return tuple(joined)


def _is_opening(text: str, span: tuple[int, int]) -> bool:
    words = text[slice(*span)].strip(" ,")
    return _LEADING.match(words) is not None and len(words.split()) <= 9 and not words.endswith(".")


@lru_cache(maxsize=8192)
def matter(text: str, start: int, end: int, *, whole: bool = False) -> Matter:
    """What the value at `[start, end)` of a sentence is about: its clause without the value, or the whole of the sentence.

    A clause that hangs on a noun has it.
    """
    begin, stop = (0, len(text)) if whole else _clause_with_its_noun(text, start)
    sure = frozenset(one for one, _, known in named(text) if known)
    words: dict[int, str] = {}
    verbs: set[str] = set()
    maybe: list[tuple[str, str]] = []
    for word in words_of(text):
        if not begin <= word.start < stop or start <= word.start < end or not word.plain[0].isalpha() or word.plain in FUNCTION:
            continue
        if key(word.plain) in sure or (concept := concept_of(word.stem)) in _LIGHT:
            continue
        words[word.start] = concept
        if _is_past(word):
            verbs.add(concept)
    for one, at, known in named(text):
        if not known and at in words:
            maybe.append((one, words[at]))
    places = [(one, at) for one, at, known in named(text) if known and begin <= at < stop and not start <= at < end]
    before = [at for at in words if at < start][-_BESIDE:]
    beside = before if len(before) > 1 else [at for at in words if at >= end][:_BESIDE]
    first, last = min([start, *beside]), max([end, *beside])
    return Matter(
        frozenset(words.values()),
        frozenset(verbs),
        _together(text, places),
        names(text),
        tuple(maybe),
        tuple(words[at] for at in beside),
        frozenset(one for one, at in places if first <= at < last),
        text[begin:stop].strip(' ,;:()“”"—–-.\n'),
    )


def _clause_with_its_noun(text: str, at: int) -> tuple[int, int]:
    """The clause that holds a place; one that hangs on a noun begins with it: "the port, which opened in", "…, opened in"."""
    spans = clauses(text)
    number = next((number for number, (begin, end) in enumerate(spans) if begin <= at < end), None)
    if number is None:
        return 0, len(text)
    begin, end = spans[number]
    # "The port, where ships wait, opened in": what follows a clause that hangs on a noun is the main one again.
    hangs = _RELATIVE.match(text, begin) or (
        _PARTICIPLE.match(text, begin) and not _RELATIVE.match(text, spans[max(0, number - 1)][0])
    )
    noun = _ANTECEDENT.search(text, 0, begin) if hangs else None
    return (noun.start() if noun else begin), end


def _together(text: str, places: list[tuple[str, int]]) -> tuple[frozenset[str], ...]:
    """Names as they follow one another: a given name and a surname are of one person."""
    found: list[set[str]] = []
    last = -1
    for one, at in places:
        if found and re.fullmatch(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?\s", text[last:at]):
            found[-1].add(one)
        else:
            found.append({one})
        last = at
    return tuple(frozenset(one) for one in found)


def _is_past(word: Word) -> bool:
    return (word.plain.endswith("ed") and len(word.plain) > 4) or not word.plain.startswith(word.stem[:3])


# What happens once, in one place, to what a sentence names.
_ONCE = "sign die bear bury marry arrest found crash sink collapse explode capture execute surrender".split()
ONCE = frozenset(concept for word in _ONCE for form in _forms(word) if (concept := _CLASS.get(form, form)))


def concept_of(stemmed: str) -> str:
    """The class of a stem, or the stem itself where no other word tells the same."""
    return _CLASS.get(stemmed, stemmed)


def is_light(concept: str) -> bool:
    """Whether a clause about anything may have a word."""
    return concept in _LIGHT


def tell_two_acts(one: Matter, other: Matter) -> bool:
    """Whether two clauses have verbs, and none in common: annexed, invaded; or tell of the first and of the second."""
    ordinals, others = ({match.lower() for match in _ORDINAL.findall(about.text)} for about in (one, other))
    if ordinals and others and not ordinals & others:
        return True
    return bool(one.verbs and other.verbs) and not one.verbs & other.words and not other.verbs & one.words


def is_one_of_several(about: Matter) -> bool:
    """Whether a clause tells of something not known before, which may be one of several: "signed a loan deal"."""
    return _INDEFINITE.search(about.text) is not None and _SINGLE.search(about.text) is None


def shared(one: Matter, other: Matter) -> Shared:
    """What two clauses share. A word that begins a sentence is a name where the other clause has it as one."""
    mine, theirs = _settled(one, other), _settled(other, one)
    words = mine.words & theirs.words
    known = (mine.names & other.around) | (theirs.names & one.around)
    strangers, apart = mine.strangers + theirs.strangers, bool(mine.strangers and theirs.strangers)
    size = len(mine.words) + len(theirs.words) + 2 * len(known)
    return Shared(words, known, strangers, 2 * (len(words) + len(known)) / size if size else 0.0, apart)


@dataclass(frozen=True, slots=True)
class _Settled:
    words: frozenset[str]
    names: frozenset[str]
    strangers: int


def _settled(one: Matter, other: Matter) -> _Settled:
    """The words and names of a clause, read beside another one, and how many of its full names the other sentence lacks."""
    surely = frozenset().union(*other.names)
    proven = [(name, word) for name, word in one.maybe if name in surely]
    words = one.words - {word for _, word in proven}
    found = frozenset().union(*one.names, (name for name, _ in proven))
    return _Settled(words, found, sum(not name & other.around for name in one.names))
