"""How well the full names of two persons agree, spelling apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.identify.who.likeness import (
    COMPATIBLE,
    DOUBTFUL,
    EQUAL_NAME,
    LIKELY,
    VARIANT,
    WIKIDATA,
    Likeness,
    items_differ,
)
from onrecord.text.spelling import Agreement, fold, given_names_agree, skeleton
from onrecord.vocabulary import Actor

# How much less a form counts that is not the name one goes by.
_OTHER_FORM = 0.01
# Given names of so many letters may be one though a letter differs; shorter ones are others (Jan, Jon).
_LONG = 5
_SUFFIXES = frozenset("jr sr ii iii iv".split())
# Should one stand in a name: "President Brandt" is no full name.
_TITLES = frozenset("mr mrs ms miss dr prof sir president premier minister senator secretary chancellor prime foreign".split())
_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*\.?")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: the words before the surname, the surname, and what follows it (Jr.), folded."""

    given: str
    surname: str
    suffix: str

    @property
    def full(self) -> bool:
        return bool(self.given)


def names_of(actor: Actor) -> list[Name]:
    """The names that an actor is called by, taken apart, the one it goes by first."""
    return [name for form in dict.fromkeys((actor.name, *actor.names)) if (name := name_of(form)) is not None]


@lru_cache(maxsize=20_000)
def name_of(words: str) -> Name | None:
    """A person's name taken apart; None for words without a letter. A nickname in quotation marks is left out."""
    parts = _WORD.findall(fold(re.sub(r"[“\"‘(][^”\"’)]*[”\"’)]", " ", words)))
    parts = [part for part in parts if skeleton(part)]
    while len(parts) > 1 and (parts[0].rstrip(".") in _TITLES):
        parts.pop(0)
    suffix = ""
    while len(parts) > 1 and parts[-1].rstrip(".") in _SUFFIXES:
        suffix = parts.pop().rstrip(".")
    return Name(" ".join(parts[:-1]), parts[-1], suffix) if parts else None


def full_names_alike(actor: Actor, other: Actor) -> Likeness:
    """How well the full names of two persons agree.

    1. The same words, spelling and order apart: equal. A surname that is only transliterated alike: a variant.
    2. Given names that one person may have (Joe and Joseph, with or without a middle name): compatible.
    3. No more than an initial in common, a Jr. on one side, two words in another order, given names that differ in one letter
       (Teodar, Teodor): doubtful.
    4. Given names that contradict, or no surname in common: apart.

    The names that both go by count most: where these contradict, another form is a slip of some article, unless it is the whole
    name that the new one goes by.
    """
    if items_differ(actor, other):
        return Likeness(WIKIDATA, "Wikidata tells them apart", apart=True)
    ones, others = ([name for name in names_of(one) if name.full] for one in (actor, other))
    if not ones or not others:
        return Likeness(EQUAL_NAME, "no full name is known", apart=True)
    main = _two_names(ones[0], others[0])
    if not main.apart or (skeleton(ones[0].surname) == skeleton(others[0].surname) and ones[0] not in others):
        return main
    return _best(_two_names(one, two) for one in ones for two in others)


def _best(found: Iterable[Likeness]) -> Likeness:
    best = min(found, key=lambda like: (like.apart, -like.score))
    return best if best.apart else replace(best, score=best.score - _OTHER_FORM)


@lru_cache(maxsize=20_000)
def _two_names(one: Name, two: Name) -> Likeness:
    both = f"{_written(one)} and {_written(two)}"
    words = _sorted_words(one)
    if words == _sorted_words(two) and skeleton(one.surname) != skeleton(two.surname) and one.suffix == two.suffix:
        score = VARIANT if len(words) > 2 else DOUBTFUL
        return Likeness(score, f"{both} are one name in another order")
    if apart := _contradiction(one, two):
        return Likeness(EQUAL_NAME, apart, apart=True)
    alike = skeleton(one.surname) == skeleton(two.surname)
    if one.suffix != two.suffix or _has_initial_only(one, two) or not alike or _differ_in_a_letter(one.given, two.given):
        return Likeness(DOUBTFUL, f"{both} may be one name")
    if one == two:
        return Likeness(EQUAL_NAME, f"the full name is the same: {_written(one)}")
    if given_names_agree(one.given, two.given) is Agreement.EQUAL:
        return Likeness(VARIANT, f"{both} are spellings of one name")
    return Likeness(COMPATIBLE if one.surname == two.surname else LIKELY, f"{both} may be one name")


def _contradiction(one: Name, two: Name) -> str | None:
    """What tells that two full names are not one person's; None for nothing."""
    if skeleton(one.surname) != skeleton(two.surname) and not _shares_part(one.surname, two.surname):
        return "the surnames differ"
    if given_names_agree(one.given, two.given) is Agreement.CONTRADICTORY and not _differ_in_a_letter(one.given, two.given):
        return f"the given names differ: {_written(one)}, {_written(two)}"
    if one.suffix and two.suffix and one.suffix != two.suffix:
        return f"one is {one.suffix.title()}., the other {two.suffix.title()}."
    return None


def _has_initial_only(one: Name, two: Name) -> bool:
    """Whether an initial is all that one has for a given name; two initials (G.K.) tell a person where both have them."""
    if one == two:
        return len(one.given.replace(".", "")) == 1
    firsts = [name.given.replace(".", " ").split() for name in (one, two) if len(name.given.split()) == 1]
    return any(len(letters[0]) == 1 for letters in firsts)


def _differ_in_a_letter(one: str, two: str) -> bool:
    """Whether one letter within given names of some length is another: a slip, or another hand's transliteration. The last letter
    does not count: it may tell a woman's name from a man's."""
    if len(one) != len(two) or len(one) < _LONG or not (one.isalpha() and two.isalpha()):
        return False
    return one[0] == two[0] and one[-1] == two[-1] and sum(a != b for a, b in zip(one, two, strict=True)) == 1


@lru_cache(maxsize=20_000)
def _sorted_words(name: Name) -> tuple[str, ...]:
    return tuple(sorted(skeleton(part) for part in f"{name.given} {name.surname}".replace("-", " ").split()))


def _shares_part(one: str, two: str) -> bool:
    """Whether a double surname has the other as a part: Meer-Vosk and Vosk."""
    ones, twos = ({skeleton(part) for part in name.split("-") if len(part) > 2} for name in (one, two))
    return (len(ones) > 1 or len(twos) > 1) and bool(ones & twos) and (ones <= twos or twos <= ones)


def _written(name: Name) -> str:
    return " ".join(word.title() for word in (name.given, name.surname, name.suffix) if word)
