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
wedding marriage | bear birth born | release free | destroy raze | move relocate | meet meeting summit
"""


def _forms(word: str) -> set[str]:
    """The stems of a word's forms."""
    root = word.removesuffix("e")
    return {stem(form) for form in (word, f"{word}s", f"{root}ed", f"{root}ing")}


_CLASS = {
    form: f"={number}" for number, group in enumerate(_ONE_MATTER.split("|")) for word in group.split() for form in _forms(word)
}
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
deadline
"""
RECURRING = frozenset(stem(word) for word in _RECURRING.split()) | {_CLASS[stem(word)] for word in ("elect", "meet", "appoint")}
# Where a clause ends: a mark, or a word that opens another clause.
_BREAK = re.compile(
    r"[;:()“”\"—–]|,(?!\d)|\s-\s|\b(?:but|while|whereas|which|who|whose|when|where|after|before|because|although|though|unless|if|as)\b|\band\s+(?=(?:has|have|had|is|was|were|will|would|he|she|it|they)\b)",
    re.IGNORECASE,
)
_LEADING = re.compile(r"\s*(?:in|on|at|by|since|until|during|from|early|late|back|and)\b", re.IGNORECASE)


# What was done to something not known before: "signed a loan deal", "opened a port"; there may be another.
_INDEFINITE = re.compile(
    r"\b\w+(?:ed|en|[gk]ht|ilt|ade|ave|eld|ook|old|ent|on|an|ew|ost|aid|et|un|uck|ank)\s+(?:an?|another)\s+\w"
)
_SINGLE = re.compile(r"\b(?:first|only|last|sole)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a clause tells: stems and classes of its content words, of verbs among them that are in the past for sure, the keys of
    its names, and those of the whole sentence.
    """

    words: frozenset[str]
    verbs: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class Shared:
    """What two clauses share: content words, names of one clause in the other sentence, names that one lacks, nearness."""

    words: frozenset[str]
    names: frozenset[str]
    strangers: int
    alike: float


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
def matter(text: str, start: int, end: int) -> Matter:
    """What the value at `[start, end)` of a sentence is about: its clause without the value."""
    begin, stop = next(((a, b) for a, b in clauses(text) if a <= start < b), (0, len(text)))
    sure = frozenset(one for one, _, known in named(text) if known)
    inside = frozenset(one for one, at, known in named(text) if known and begin <= at < stop and not start <= at < end)
    found: set[str] = set()
    verbs: set[str] = set()
    for word in words_of(text):
        if not begin <= word.start < stop or start <= word.start < end or not word.plain[0].isalpha() or word.plain in FUNCTION:
            continue
        if key(word.plain) not in sure and (concept := _concept(word.stem)) not in _LIGHT:
            found.add(concept)
            if _is_past(word):
                verbs.add(concept)
    return Matter(frozenset(found), frozenset(verbs), inside, names(text), text[begin:stop].strip(' ,;:()“”"—–-.\n'))


def _is_past(word: Word) -> bool:
    return (word.plain.endswith("ed") and len(word.plain) > 4) or not word.plain.startswith(word.stem[:3])


def _concept(stemmed: str) -> str:
    return _CLASS.get(stemmed, stemmed)


def tell_two_acts(one: Matter, other: Matter) -> bool:
    """Whether two clauses have verbs, and none in common: annexed, invaded."""
    return bool(one.verbs and other.verbs) and not one.verbs & other.words and not other.verbs & one.words


def is_one_of_several(about: Matter) -> bool:
    """Whether a clause tells of something not known before, which may be one of several: "signed a loan deal"."""
    return _INDEFINITE.search(about.text) is not None and _SINGLE.search(about.text) is None


def shared(one: Matter, other: Matter) -> Shared:
    """What two clauses share."""
    words = one.words & other.words
    known = (one.names & other.around) | (other.names & one.around)
    strangers = len(one.names - other.around) + len(other.names - one.around)
    size = len(one.words) + len(other.words) + 2 * len(known)
    return Shared(words, known, strangers, 2 * (len(words) + len(known)) / size if size else 0.0)
