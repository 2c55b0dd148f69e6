"""Names in a text: the keys that spellings of one name share, and persons beside the offices that the text gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.relate.words import FUNCTION, stem
from onrecord.text.spelling import Agreement, fold, given_names_agree, skeleton

_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*"
_PERSON = rf"{_CAPITAL}(?:\s(?:[A-Z]\.\s?)*(?:de|da|di|del|van|von|der|den|la|le|el|al|bin|ibn|ter|ten)?\s?{_CAPITAL}){{1,2}}"
# Offices of which there is one of a kind: a senator or a spokesman of one name may be two.
_OFFICE = (
    r"(?:(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Ee]nergy|[Hh]ealth|[Jj]ustice|[Ee]conomy|[Ee]nvironment|[Tt]rade"
    r"|[Ii]nformation|[Ee]ducation|[Tt]ransport|[Aa]griculture|[Cc]ulture)\s+(?:[Mm]inister|[Ss]ecretary)"
    r"|[Pp]resident|[Cc]hancellor|[Mm]ayor|[Gg]overnor|[Ss]ecretary[\s-][Gg]eneral|[Kk]ing|[Qq]ueen|[Pp]ope|[Pp]atriarch|[Pp]remier"
    r"|[Cc]hief\s+(?:[Jj]ustice|[Ee]xecutive|of\s+staff)|[Aa]ttorney\s+[Gg]eneral|[Aa]rmy\s+chief|[Pp]olice\s+chief)"
)
_NO_OFFICE = r"(?<![Vv]ice )(?<![Ff]ormer )(?<![Dd]eputy )(?<![Ee]x-)(?<![Dd]eputy-)(?<![Vv]ice-)(?<![Aa]ssistant )(?<![Uu]nder)"
_OF = rf"(?:\s+of\s+(?:the\s+)?(?P<of>{_CAPITAL}(?:\s{_CAPITAL})?))?"
_PATTERNS = (
    # "Corvennan Prime Minister Odile Tessan"
    re.compile(rf"(?:\b(?P<place>{_CAPITAL})(?:['’]s)?\s+)?\b{_NO_OFFICE}(?P<office>{_OFFICE})\s+(?P<name>{_PERSON})"),
    # "Corvenna's prime minister, Odile Tessan,"; "the mayor of Karovel, Ana Rosk,"
    re.compile(
        rf"(?:\b(?P<place>{_CAPITAL})(?:['’]s)?\s+)?\b{_NO_OFFICE}(?P<office>{_OFFICE}){_OF},\s+(?P<name>{_PERSON})(?=[,.;]|$)"
    ),
    # "Odile Tessan, the Corvennan prime minister,"
    re.compile(
        rf"(?P<name>{_PERSON}),\s+(?:who\s+is\s+)?(?:the\s+|now\s+)?(?:(?P<place>{_CAPITAL})(?:['’]s)?\s+)?{_NO_OFFICE}(?P<office>{_OFFICE}){_OF}\b"
    ),
)
_TITLES = frozenset(
    "mr mrs ms dr sir lady lord sen rep gov gen col president minister secretary chancellor mayor king queen general admiral "
    "colonel major captain judge professor".split()
)
# Who is at the head of something, whatever it is called; which thing it is tells.
_ROLE = (
    r"(?:[Hh]ead|[Ll]eader|[Cc]ommander|[Dd]irector|[Cc]hair(?:man|woman|person)?|[Ff]ounder|[Rr]ector|[Cc]onductor|[Cc]aptain)"
)
_LEADS = r"(?:leads?|heads?|commands?|chairs?|runs?|directs?|led|headed|commanded|chaired|ran|directed|founded)"
_RANK = r"(?:(?:General|Admiral|Colonel|Major|Captain|Judge|Professor|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Sir)\s+)*"
_WHAT = r"(?:the\s+)?(?P<what>[^\s,.;:()]+(?:\s+[^\s,.;:()]+){0,5})"
_ROLES = (
    # "the head of the observer mission, General Jan Rosk,"
    re.compile(rf"\b{_NO_OFFICE}{_ROLE}\s+of\s+{_WHAT},\s+{_RANK}(?P<name>{_PERSON})"),
    # "General Jan Rosk, who commands the observer mission,"
    re.compile(rf"\b{_RANK}(?P<name>{_PERSON}),\s+(?:who\s+{_LEADS}|(?:the\s+|its\s+)?{_NO_OFFICE}{_ROLE}\s+of)\s+{_WHAT}"),
)
_HEAD = "head"
# "The commission, led by Judge Jan Rosk,"
_LED = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts)\s+(?P<what>(?:[^\s,.;:()]+\s+){{0,4}}[^\s,.;:()]+),?\s+(?:led|headed|chaired|commanded|run|founded)\s+by\s+{_RANK}"
    rf"(?P<name>{_PERSON})"
)
# Words that what is led has in common with other things that are led.
_TELLING_OF = 2
_DAYS_AND_MONTHS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december".split()
)
# How many letters of a name stay when the endings go by which a people is called after its country (Veshia, Veshan).
_ROOT = 4
_BEGINS = re.compile(r"(?:^|[.!?:…]\s)[\s\"“”‘’'(\[—–-]*$")


@dataclass(frozen=True, slots=True)
class Holder:
    """A person at `[start, end)` of a text, with an office: given names, key of the surname, office, keys of what it is of."""

    start: int
    end: int
    name: str
    given: str
    surname: str
    office: str
    of: frozenset[str]

    def same_office(self, other: Holder) -> bool:
        """Whether both hold one office, as far as the texts tell: of the same kind, and of one thing or of none told."""
        return self.office == other.office and (bool(self.of & other.of) or not self.of or not other.of)

    def is_of_the_same(self, other: Holder) -> bool:
        """Whether both texts tell what the office is of, and it is one thing; of what is led, two words or all tell."""
        common = self.of & other.of
        return bool(common) and (self.office != _HEAD or len(common) >= _TELLING_OF or self.of == other.of)


@lru_cache(maxsize=20_000)
def key(word: str) -> str:
    """What spellings of a name share, and the name of a country and of its people: Karovel and Karowel, Veshia and Veshan."""
    plain = skeleton(word.removesuffix("’s").removesuffix("'s"))
    while len(plain) > _ROOT and plain[-1] in "aeiny":
        plain = plain[:-1]
    return plain


@lru_cache(maxsize=8192)
def named(text: str) -> tuple[tuple[str, int, bool], ...]:
    """The names in a text, word by word: the key of each, where it begins, and whether it is one for sure.

    A single word that begins a sentence may be one; function words, days and months are none.
    """
    found = []
    for match in _NAME.finditer(text):
        word = match.group().rstrip(".")
        if not word[0].isupper() or len(word) < 2:
            continue
        plain = fold(word)
        if plain in NO_NAMES:
            continue
        begins = _BEGINS.search(text, max(0, match.start() - 6), match.start()) is not None or not match.start()
        if one := key(word):
            found.append((one, match.start(), not begins or _is_sure(text, match, word)))
    return tuple(found)


def names(text: str) -> frozenset[str]:
    """The keys of the names in a text."""
    return frozenset(one for one, _, _ in named(text))


_COMMON_FIRST = frozenset(
    "despite according meanwhile however later earlier last most many several two three four five six".split()
)


# What has a capital and is no name by itself.
NO_NAMES = FUNCTION | _TITLES | _DAYS_AND_MONTHS | _COMMON_FIRST


def _is_sure(text: str, match: re.Match[str], word: str) -> bool:
    """Whether the word that begins a sentence is a name: it has more capitals, a genitive, or another capital follows."""
    if sum(letter.isupper() for letter in word) > 1 or word.endswith(("’s", "'s")):
        return True
    following = text[match.end() : match.end() + 2].strip()
    return bool(following) and following[0].isupper()


# Some letters of each office and each role, so that most sentences are done with at once.
_MAY_HOLD = re.compile(
    r"minister|secretary|president|chancellor|mayor|governor|king|queen|pope|patriarch|premier|chief|attorney", re.IGNORECASE
)
_MAY_HEAD = re.compile(r"\b(?:head|lead|led\b|command|direct|chair|found|rector|conduct|captain|runs?\b|ran\b)", re.IGNORECASE)


def holders(text: str) -> list[Holder]:
    """The persons in a text with an office that one person holds, in order; former and deputy ones are left out."""
    found: dict[tuple[int, int], Holder] = {}
    for pattern in _PATTERNS if _MAY_HOLD.search(text) else ():
        for match in pattern.finditer(text):
            given, _, surname = match["name"].rpartition(" ")
            if fold(given.split()[0]) in _TITLES or not given:
                continue
            office = " ".join(fold(match["office"]).replace("-", " ").replace("defense", "defence").split())
            group = match.groupdict()
            of = frozenset(key(word) for words in (group.get("place"), group.get("of")) if words for word in words.split())
            of -= {key(word) for word in ("the", "The", "Former", "Vice", "Deputy")}
            found.setdefault(match.span("name"), Holder(*match.span("name"), match["name"], given, key(surname), office, of))
    for head in _heads(text):
        found.setdefault((head.start, head.end), head)
    return [found[place] for place in sorted(found)]


def _heads(text: str) -> Iterator[Holder]:
    """The persons at the head of something, with the words for it: names by their keys, other words by their stems."""
    for pattern in (*_ROLES, _LED) if _MAY_HEAD.search(text) else ():
        for match in pattern.finditer(text):
            given, _, surname = match["name"].rpartition(" ")
            if fold(given.split()[0]) in _TITLES:
                continue
            words = [word for word in match["what"].split() if fold(word) not in FUNCTION]
            of = frozenset(key(word) if word[0].isupper() else stem(fold(word)) for word in words)
            yield Holder(*match.span("name"), match["name"], given, key(surname), _HEAD, of)


def full_name(text: str) -> re.Match[str] | None:
    """The first name of two words or three in a text, its titles apart."""
    return next((match for match in re.finditer(_PERSON, text) if fold(match.group().split()[0]) not in _TITLES), None)


def same_surname(one: str, other: str) -> bool:
    """Whether two names end with one surname, spelling apart."""
    ones, others = _parts(one), _parts(other)
    return bool(ones and others) and (skeleton(ones[-1]) == skeleton(others[-1]) or _near(ones[-1], others[-1]))


def compatible(one: str, other: str) -> bool:
    """Whether two names may be one person's, spelling apart: one surname and given names that agree, or the surname first."""
    ones, others = _parts(one), _parts(other)
    if not ones or not others:
        return True
    if not same_surname(one, other):
        return len(ones) > 1 < len(others) and [skeleton(word) for word in ones] == [skeleton(word) for word in reversed(others)]
    return given_agree(" ".join(ones[:-1]), " ".join(others[:-1]))


def spelled_alike(one: str, other: str) -> bool:
    """Whether two full names are spellings of one: a given name and a surname each, which agree."""
    return all(len(_parts(name)) > 1 for name in (one, other)) and compatible(one, other)


def given_agree(one: str, other: str) -> bool:
    """Whether given names may be one person's: as listed, one letter apart, one short for the other, or the first the same."""
    if given_names_agree(one, other) is not Agreement.CONTRADICTORY:
        return True
    first, second = one.split(maxsplit=1)[0], other.split(maxsplit=1)[0]
    return given_names_agree(first, second) is not Agreement.CONTRADICTORY or _near(first, second) or _is_short(first, second)


def _is_short(one: str, other: str) -> bool:
    """Whether one given name may be a short form of another: of at most five letters, the first three the same."""
    short, full = sorted((skeleton(one), skeleton(other)), key=len)
    return len(short) <= 5 and short[:3] == full[:3]


def _parts(name: str) -> list[str]:
    words = [word for word in name.replace(".", ". ").split() if fold(word).rstrip(".") not in _TITLES]
    return [word for word in words if any(letter.isupper() for letter in word)]  # "al-Darwazi"


def _near(one: str, other: str) -> bool:
    """Whether two words are a letter apart: one more, or another one, of five letters or more."""
    first, second = sorted((skeleton(one), skeleton(other)), key=len)
    if len(second) < 5 or len(second) - len(first) > 1 or first[:1] != second[:1]:
        return False
    at = next((at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), len(first))
    return first[at:] == second[at + 1 :] or first[at + 1 :] == second[at + 1 :]
