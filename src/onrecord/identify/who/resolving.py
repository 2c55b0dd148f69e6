"""Whether an actor of one article is one that a ledger knows: by names, spelling apart; office, country and time; Wikidata.

Precision first: two that are one can be merged by anyone who sees it, one that is two is rarely seen. Where the names may be one
person's and nothing more is known, the verdict is UNSURE.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from onrecord.text.spelling import Agreement, fold, given_names_agree, skeleton
from onrecord.vocabulary import Actor, ActorType, Known, Office, Resolution, Verdict

# Who judges: to be counted up when the rules below change what they decide.
BY = "onrecord.identify.who.resolving/1"

# How sure each kind of evidence is, by judgement; the order among them is what counts. At SAME and above, two are one.
WIKIDATA, OFFICE, EQUAL_NAME, EQUAL_BODY, VARIANT, COMPATIBLE, ONLY_BEARER = 1.0, 0.98, 0.95, 0.93, 0.9, 0.85, 0.8
SAME = 0.8
# May be one, but nothing more than names agree; a name that another has too; only an initial or a surname.
LIKELY, DOUBTFUL, SURNAME = 0.7, 0.5, 0.3

# A surname alone is taken for the only one who bears it where so many articles name that one in full, and one of them at most so
# many days away. By judgement: with three articles a person is one of the story.
_PROMINENT, _NEAR_DAYS = 3, 366
# How much less a form counts that is not the name one goes by.
_OTHER_FORM = 0.01
# Namesakes of different times: names agree, but no article with the one is within so many years of one with the other.
_LIFE_YEARS = 40

# Never the same in two articles, unless Wikidata has them.
_NEVER = frozenset({ActorType.UNNAMED, ActorType.OFFICE})
_SUFFIXES = frozenset("jr sr ii iii iv".split())
# Should one stand in a name: "President Brandt" is no full name.
_TITLES = frozenset("mr mrs ms miss dr prof sir president premier minister senator secretary chancellor prime foreign".split())
_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*\.?")
_COUNTRY = re.compile(r"[A-Z]{2}")
_PAST = frozenset("former ex acting then late current new outgoing incoming interim the a an his her their".split())
_LINKS = frozenset("of for and to in the at on s".split())
# Bodies that every country has: the name alone does not tell whose.
_INSTITUTIONS = frozenset(
    """
    administration affairs agency agriculture air armed army assembly authorities authority bank board bureau cabinet central
    chamber city coalition commission committee congress constitutional council court culture customs defence defense department
    education election electoral energy environment executive external federal finance force forces foreign general government
    guard health high home house intelligence interior internal investigative joint justice labor labour law lower military
    minister ministry national navy of office opposition parliament party police president presidency presidential prime
    prosecutor prosecutors public republic royal secretariat security senate service services special staff state statistics
    supreme the trade transport treasury upper and for on alliance association body campaign club coalition company division
    embassy group league mission movement organisation organization team tribunal union
    """.split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: the words before the surname, the surname, and what follows it (Jr.), folded."""

    given: str
    surname: str
    suffix: str

    @property
    def full(self) -> bool:
        return bool(self.given)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What comparing two actors gave: a score of SAME or more is one; `apart` tells that they cannot be."""

    score: float
    why: str
    apart: bool = False


def resolve(actor: Actor, candidates: Sequence[Known], day: str | None = None) -> Resolution:
    """Which of the candidates an actor of an article published on a day is; a pure function.

    1. Unnamed sources, offices without a person and groups that have no name of their own are never one across articles.
    2. Wikidata decides where both have an item.
    3. Each candidate is compared by itself: a body by its whole name, a person by full names (see `_full`) or by surname alone
       (see `_surname_alone`), and what speaks against it (gender, suffix, country, time) is weighed.
    4. The best one is the same if it is good enough and no other comes near; several equally good ones leave it unsure.
    """
    others = [one for one in candidates if _class_of(one.actor.type) == _class_of(actor.type)]
    by_item = [one for one in others if actor.wikidata and one.actor.wikidata == actor.wikidata]
    if len({one.actor.id for one in by_item}) == 1:
        return _same(by_item[0], WIKIDATA, f"both are {actor.wikidata} in Wikidata")
    if not _has_name(actor):
        return Resolution(Verdict.DIFFERENT, 1.0, "who has no name of their own is never one across articles", BY)
    if _class_of(actor.type) is not ActorType.PERSON:
        return _decided([(one, _body(actor, one.actor)) for one in others])
    if any(name.full for name in _names(actor)):
        return _decided([(one, _against(_full(actor, one.actor), actor, one, day)) for one in others])
    return _surname_alone(actor, others, day)


def _decided(compared: Sequence[tuple[Known, Likeness]]) -> Resolution:
    """Step 4 of `resolve`."""
    able = sorted(((one, like) for one, like in compared if not like.apart), key=lambda pair: -pair[1].score)
    if not able:
        reasons = "; ".join(sorted({f"{one.actor.name}: {like.why}" for one, like in compared})[:3])
        score = max((like.score for _, like in compared), default=1.0)
        ids = tuple(one.actor.id for one, _ in compared)
        return Resolution(Verdict.DIFFERENT, score, reasons or "nobody of this name is known", BY, None, ids)
    best, like = able[0]
    rivals = [one for one, other in able if other.score == like.score and one.actor.id != best.actor.id]
    if like.score >= SAME and not rivals:
        return _same(best, like.score, like.why)
    ids = tuple(dict.fromkeys(one.actor.id for one, _ in able))
    if rivals:
        names = ", ".join(dict.fromkeys(f"{one.actor.name} ({one.actor.id})" for one in (best, *rivals)))
        return Resolution(Verdict.UNSURE, min(like.score, DOUBTFUL), f"it may be any of {names}", BY, None, ids)
    return Resolution(Verdict.UNSURE, like.score, f"it may be {best.actor.name}: {like.why}", BY, None, ids)


def _same(one: Known, score: float, why: str) -> Resolution:
    return Resolution(Verdict.SAME, score, why, BY, one.actor.id)


def _class_of(type_: ActorType | None) -> ActorType | None:
    """What can be one: persons with persons, groups with groups, bodies of any kind with bodies."""
    if type_ in (ActorType.ORGANISATION, ActorType.GOVERNMENT):
        return ActorType.ORGANISATION
    return type_


def _has_name(actor: Actor) -> bool:
    """Step 1 of `resolve`. A group's own name has several words, each with a capital: the Selm Dockers, not Selm dockers."""
    if actor.type in _NEVER:
        return False
    words = [word for word in _WORD.findall(actor.name) if word.lower() not in _LINKS]
    if actor.type is ActorType.GROUP:
        return len(words) > 1 and all(word[0].isupper() for word in words)
    return bool(words)


# Bodies


def _body(actor: Actor, other: Actor) -> Likeness:
    """Two bodies are one where the name of the one is a name of the other, and not one that bodies of many countries have.

    Bodies of other names with one id are one by the facts (US, United States).
    """
    if _items_differ(actor, other):
        return Likeness(WIKIDATA, "Wikidata tells them apart", apart=True)
    name, theirs = _plain(actor.name), _plain(other.name)
    if actor.id == other.id and name != theirs:
        return Likeness(EQUAL_BODY, f"the facts know {actor.name} and {other.name} for one")
    if name != theirs and name not in {_plain(form) for form in other.names}:
        if theirs in {_plain(form) for form in actor.names}:
            return Likeness(LIKELY, f"an article calls {actor.name} {other.name} too")
        return Likeness(EQUAL_BODY, "the names differ", apart=True)
    if not set(name.split()) <= _INSTITUTIONS:
        return Likeness(EQUAL_BODY, f"both are called {actor.name}")
    return _institution(actor, other)


def _institution(actor: Actor, other: Actor) -> Likeness:
    """Two bodies of a name that many countries' bodies have are one where they are of one country."""
    places, others = _places(actor.offices), _places(other.offices)
    if places & others:
        return Likeness(EQUAL_BODY, f"both are called {actor.name} and are of {', '.join(sorted(places & others))}")
    if places and others:
        return Likeness(EQUAL_BODY, "they are of different countries", apart=True)
    return Likeness(DOUBTFUL, f"many countries have a {actor.name}")


def _plain(name: str) -> str:
    return " ".join(_WORD.findall(fold(name).replace(".", ""))).removeprefix("the ")


# Persons


def _full(actor: Actor, other: Actor) -> Likeness:
    """How well the full names of two persons agree.

    1. The same words, spelling and order apart: equal. A surname that is only transliterated alike: a variant.
    2. Given names that one person may have (Joe and Joseph, with or without a middle name): compatible.
    3. No more than an initial in common, a Jr. on one side, two words in another order: doubtful.
    4. Given names that contradict, or no surname in common: apart.

    The names that both go by count most: where these contradict, another form is a slip of some article, unless it is the whole
    name that the new one goes by.
    """
    if _items_differ(actor, other):
        return Likeness(WIKIDATA, "Wikidata tells them apart", apart=True)
    ones, others = ([name for name in _names(one) if name.full] for one in (actor, other))
    if not ones or not others:
        return Likeness(EQUAL_NAME, "no full name is known", apart=True)
    main = _two_names(ones[0], others[0])
    if not main.apart or (skeleton(ones[0].surname) == skeleton(others[0].surname) and ones[0] not in others):
        return main
    found = [_two_names(one, two) for one in ones for two in others]
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
    if one.suffix != two.suffix or _only_initials(one.given, two.given) or not alike:
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
    if given_names_agree(one.given, two.given) is Agreement.CONTRADICTORY:
        return f"the given names differ: {_written(one)}, {_written(two)}"
    if one.suffix and two.suffix and one.suffix != two.suffix:
        return f"one is {one.suffix.title()}., the other {two.suffix.title()}."
    return None


def _against(found: Likeness, actor: Actor, one: Known, day: str | None) -> Likeness:
    """A likeness of names with what else is known weighed: for it an office in common, against it gender, country and time.

    An office in common makes a likely or doubtful name enough, and of two with equal names tells which is meant.
    """
    if found.apart:
        return found
    if actor.gender and one.actor.gender and actor.gender != one.actor.gender:
        return Likeness(found.score, f"one is {actor.gender}, the other {one.actor.gender}", apart=True)
    if (office := office_in_common(actor.offices, one.actor.offices)) is not None:
        return Likeness(OFFICE if found.score >= SAME else COMPATIBLE, f"{found.why}; both are {office}")
    places, others = _places(actor.offices), _places(one.actor.offices)
    if places and others and not places & others:
        where = f"{', '.join(sorted(places))} and {', '.join(sorted(others))}"
        return Likeness(DOUBTFUL, f"{found.why}, but they have offices of {where}")
    if _years_apart(day, one) > _LIFE_YEARS:
        return Likeness(DOUBTFUL, f"{found.why}, but {_LIFE_YEARS} years are between them")
    return found


def _surname_alone(actor: Actor, others: Sequence[Known], day: str | None) -> Resolution:
    """Whom a surname alone means: one with an office in common, else the only one who bears it, if that one is of the story.

    1. Whoever bears the surname, in any spelling, and is not of another gender may be meant.
    2. One of them with an office in common is meant, if no other has it too.
    3. The only one of them is meant, where enough articles name that one in full at about this time.
    """
    surnames = {skeleton(name.surname) for name in _names(actor)}
    bearers = [one for one in others if surnames & {skeleton(name.surname) for name in _names(one.actor)}]
    able = [one for one in bearers if not (actor.gender and one.actor.gender and actor.gender != one.actor.gender)]
    able = [one for one in able if not _items_differ(actor, one.actor)]
    if not able:
        return Resolution(Verdict.DIFFERENT, DOUBTFUL, f"nobody known is called {actor.name}", BY)
    known = [(one, office_in_common(actor.offices, one.actor.offices)) for one in able]
    fitting = [(one, office) for one, office in known if office is not None]
    if len(fitting) == 1:
        one, office = fitting[0]
        return _same(one, VARIANT, f"{one.actor.name} is called {actor.name}; both are {office}")
    ids = tuple(one.actor.id for one in able)
    full = [one for one in able if any(name.full for name in _names(one.actor))]
    if len(able) == 1 and full and not _contradicts(actor, able[0].actor):
        if able[0].articles >= _PROMINENT and _days_apart(day, able[0]) <= _NEAR_DAYS:
            why = f"{able[0].actor.name}, in {able[0].articles} articles, is the only one known called {actor.name}"
            return _same(able[0], ONLY_BEARER, why)
        return Resolution(Verdict.UNSURE, LIKELY, f"the only one known called {actor.name} is in few articles", BY, None, ids)
    return Resolution(Verdict.UNSURE, SURNAME, f"{len(able)} are called {actor.name}", BY, None, ids)


def office_in_common(ones: Iterable[Office], others: Iterable[Office]) -> str | None:
    """An office that two actors have, in words; None for none.

    The words of the one title are among those of the other, what tells past from present left out, and they are of one place;
    where one title stands without a place, the titles must be the same.
    """
    for one in ones:
        for two in others:
            first, second = _title_words(one.title), _title_words(two.title)
            if not first or not second:
                continue
            nested = first <= second or second <= first
            if (one.place and one.place == two.place and nested) or (not (one.place and two.place) and first == second):
                return " of ".join(part for part in (one.title, one.place or two.place) if part)
    return None


def _contradicts(actor: Actor, other: Actor) -> bool:
    places, others = _places(actor.offices), _places(other.offices)
    return bool(places and others and not places & others)


def _items_differ(actor: Actor, other: Actor) -> bool:
    return bool(actor.wikidata and other.wikidata and actor.wikidata != other.wikidata)


def _places(offices: Iterable[Office]) -> set[str]:
    return {one.place for one in offices if one.place and _COUNTRY.fullmatch(one.place)}


@lru_cache(maxsize=10_000)
def _title_words(title: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", fold(title).replace("defence", "defense"))
    return frozenset(word for word in words if word not in _PAST | _LINKS)


def _names(actor: Actor) -> list[Name]:
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


@lru_cache(maxsize=20_000)
def _sorted_words(name: Name) -> tuple[str, ...]:
    return tuple(sorted(skeleton(part) for part in f"{name.given} {name.surname}".replace("-", " ").split()))


def _shares_part(one: str, two: str) -> bool:
    """Whether a double surname has the other as a part: Meer-Vosk and Vosk."""
    ones, twos = ({skeleton(part) for part in name.split("-") if len(part) > 2} for name in (one, two))
    return (len(ones) > 1 or len(twos) > 1) and bool(ones & twos) and (ones <= twos or twos <= ones)


def _only_initials(one: str, two: str) -> bool:
    return any(len(given.replace(".", " ").split(maxsplit=1)[0]) == 1 and len(given.split()) == 1 for given in (one, two))


def _written(name: Name) -> str:
    return " ".join(word.title() for word in (name.given, name.surname, name.suffix) if word)


def _days_apart(day: str | None, one: Known) -> int:
    """How many days are between a day and the nearest of an actor's articles; 0 where either is not known."""
    if day is None or one.earliest is None or one.latest is None:
        return 0
    if one.earliest <= day <= one.latest:
        return 0
    return min(abs((_day(day) - _day(end)).days) for end in (one.earliest, one.latest))


def _years_apart(day: str | None, one: Known) -> float:
    return _days_apart(day, one) / 365.25


def _day(iso: str) -> date:
    return date.fromisoformat(f"{iso}-01-01"[:10] if len(iso) == 4 else f"{iso}-01"[:10] if len(iso) == 7 else iso[:10])
