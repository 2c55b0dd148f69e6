"""What tells two persons of one name apart, or shows that they are one: offices, countries, seats, occupations, gender, time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import product

from onrecord.identify.facts import title_of
from onrecord.identify.who.likeness import COMPATIBLE, DOUBTFUL, OFFICE, SAME, Likeness, countries
from onrecord.text.spelling import fold
from onrecord.vocabulary import Actor, Known, Office

# Namesakes of different times: names agree, but no article with the one is within so many years of one with the other.
_LIFE_YEARS = 40

_PAST = frozenset("former ex acting then late current new outgoing incoming interim the a an his her their".split())
_LINKS = frozenset("of for and to in the at on s".split())
# Whoever has one of these is written of with it: an article that knows nothing but another occupation means somebody else.
_HIGH = frozenset(
    """
    president premier minister chancellor senator governor congressman congresswoman lawmaker mp mep mayor ambassador king queen
    prince princess pope cardinal bishop archbishop judge justice commissioner general admiral secretary taoiseach pm sen gov rep
    speaker monarch emir sultan deputy
    """.split()
)
# Occupations that newspapers name for want of an office, and that hardly anybody has beside one.
_EVERYDAY = frozenset(
    """
    farmer student pupil teenager carpenter plumber electrician mechanic welder nurse waiter waitress cashier driver trucker
    fisherman miner baker butcher shopkeeper grocer barber hairdresser cleaner clerk footballer striker goalkeeper midfielder
    defender winger swimmer sprinter cyclist boxer resident pensioner retiree bystander postman firefighter janitor
    """.split()
)
# What one has for one place at a time, and seldom for another later.
_SEAT = re.compile(
    r"\b(?P<role>mayor|governor|senator|bishop|archbishop|sheriff|congressman|congresswoman)\s+(?:of|from|for)\s+(?:the\s+)?"
    r"(?P<where>[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*)"
)
_AFTER_HEAD = re.compile(r"\s(?:of|for|at|in|on|with|from|to|and|who|whose|that)\s|,")


def weighed(found: Likeness, actor: Actor, one: Known, day: str | None) -> Likeness:
    """A likeness of names with what else is known weighed, in this order:

    1. Different genders: they are two.
    2. An office in common makes a likely or doubtful name enough, and of two with equal names tells which is meant.
    3. Offices of different countries, held at one time as far as is known; the same kind of seat for different places; an
       everyday occupation against a high office; many years between the two: any of these leaves it unsure.
    """
    if found.apart:
        return found
    if actor.gender and one.actor.gender and actor.gender != one.actor.gender:
        return Likeness(found.score, f"one is {actor.gender}, the other {one.actor.gender}", apart=True)
    if (office := office_in_common(actor.offices, one.actor.offices)) is not None:
        return Likeness(OFFICE if found.score >= SAME else COMPATIBLE, f"{found.why}; both are {office}")
    against = _against(actor.offices, one.actor.offices)
    if against is None and years_apart(day, one) > _LIFE_YEARS:
        against = f"{_LIFE_YEARS} years are between them"
    return found if against is None else Likeness(DOUBTFUL, f"{found.why}, but {against}")


def office_in_common(ones: Iterable[Office], others: Iterable[Office]) -> str | None:
    """An office that two actors have, in words; None for none.

    The words of the one title are among those of the other, what tells past from present left out, and they are of one place;
    where one title stands without a place, the titles must be the same.
    """
    for one, two in product(tuple(ones), tuple(others)):
        first, second = _title_words(one.title), _title_words(two.title)
        if not first or not second:
            continue
        nested = first <= second or second <= first
        if (one.place and one.place == two.place and nested) or (not (one.place and two.place) and first == second):
            return " of ".join(part for part in (one.title, one.place or two.place) if part)
    return None


def same_office(one: Office, other: Office) -> bool:
    """Whether two are one office in the same words, spelling apart, with its country or body named by place or words."""
    first, second = (fold(office.title).replace("defense", "defence").removeprefix("the ") for office in (one, other))
    rest = title_of(first.partition(" ")[2])  # that of "Veshan defence minister" without its first word is the same office
    named = one.place is not None or (rest is not None and title_of(first) in (None, rest))
    return first == second and one.place == other.place and named


def contradict(ones: Iterable[Office], others: Iterable[Office]) -> bool:
    """Whether two have offices, and of no country in common."""
    return _different_countries(tuple(ones), tuple(others)) is not None


def days_apart(day: str | None, one: Known) -> int:
    """How many days are between a day and the nearest of an actor's articles; 0 where either is not known."""
    if day is None or one.earliest is None or one.latest is None:
        return 0
    if one.earliest <= day <= one.latest:
        return 0
    return min(abs((_day(day) - _day(end)).days) for end in (one.earliest, one.latest))


def years_apart(day: str | None, one: Known) -> float:
    """The same in years."""
    return days_apart(day, one) / 365.25


def _against(ones: tuple[Office, ...], others: tuple[Office, ...]) -> str | None:
    """What the offices of two persons have against their being one, in words; None for nothing."""
    return _different_countries(ones, others) or _different_seats(ones, others) or _everyday(ones, others)


def _different_countries(ones: tuple[Office, ...], others: tuple[Office, ...]) -> str | None:
    places, theirs = countries(ones), countries(others)
    if not places or not theirs or places & theirs or not any(_may_overlap(one, two) for one, two in product(ones, others)):
        return None
    return f"they have offices of {', '.join(sorted(places))} and {', '.join(sorted(theirs))}"


def _may_overlap(one: Office, two: Office) -> bool:
    """Whether two offices of countries may have been held at one time; without days they may."""
    if not countries((one,)) or not countries((two,)):
        return False
    return not any(a.end and b.start and a.end[:10] < b.start[:10] for a, b in ((one, two), (two, one)))


def _different_seats(ones: tuple[Office, ...], others: tuple[Office, ...]) -> str | None:
    seats, theirs = _seats(ones), _seats(others)
    roles = {role for role, _ in seats} & {role for role, _ in theirs}
    if seats & theirs or not roles:
        return None
    role = min(roles)
    places = [" and ".join(sorted(place for had, place in found if had == role)) for found in (seats, theirs)]
    return f"one is {role} of {places[0]}, the other of {places[1]}"


def _seats(offices: Iterable[Office]) -> set[tuple[str, str]]:
    found = (_SEAT.search(one.title) for one in offices)
    return {(seat["role"], seat["where"]) for seat in found if seat}


def _everyday(ones: tuple[Office, ...], others: tuple[Office, ...]) -> str | None:
    """One has nothing but everyday occupations, the other a high office and no such occupation."""
    for offices, theirs in ((ones, others), (others, ones)):
        heads = {_head(one.title) for one in offices}
        high = next((one.title for one in theirs if _title_words(one.title) & _HIGH), None)
        if heads and heads <= _EVERYDAY and high and not {_head(one.title) for one in theirs} & _EVERYDAY:
            return f"one is {min(heads)}, the other {high}"
    return None


@lru_cache(maxsize=10_000)
def _head(title: str) -> str:
    """The noun that a title says one is: "farmer" of "dairy farmer from Selm"."""
    return (_AFTER_HEAD.split(f"{title} ", maxsplit=1)[0].split() or [""])[-1].lower()


@lru_cache(maxsize=10_000)
def _title_words(title: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", fold(title).replace("defence", "defense"))
    return frozenset(word for word in words if word not in _PAST | _LINKS)


def _day(iso: str) -> date:
    return date.fromisoformat(f"{iso}-01-01"[:10] if len(iso) == 4 else f"{iso}-01"[:10] if len(iso) == 7 else iso[:10])
