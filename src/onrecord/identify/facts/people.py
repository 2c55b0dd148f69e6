"""Persons of the facts, by name, with their terms of office and the days that these cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.identify.facts.lines import shipped
from onrecord.text.spelling import Agreement, fold, given_names_agree, skeleton

PEOPLE, SURNAMES, OFFICES = "people.txt", "surnames.txt", "offices.txt"
# Places whose people have the surname first.
SURNAME_FIRST = frozenset("CN TW HK MO KR KP VN KH SG MY".split())
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_PARTICLES = frozenset("de del della di da dos das do van von der den ter zu bin ibn ben bint al el as la le du e y i".split())


@dataclass(frozen=True, slots=True)
class Term:
    """A person's time in an office.

    `place` is a country's code or an organisation's name, `office` the title without the place, `role` its code.
    `start` and `end` are as known, YYYY, YYYY-MM or YYYY-MM-DD. An `end` of None is not known: the person held the office
    on the day `known_until`, the last that the facts speak of (of a term that is over, its last day). `start` is "" where it is
    not known.
    """

    person: str
    qid: str | None
    gender: str | None
    office: str
    place: str
    role: str
    start: str
    end: str | None
    known_until: str

    @property
    def first_day(self) -> str:
        """The first day that the term may cover: a month or year counts whole."""
        return first_day(self.start)

    @property
    def last_day(self) -> str:
        """The last day that the term may cover, as far as is known."""
        return last_day(self.end) if self.end else self.known_until

    def covers(self, earliest: str, latest: str) -> bool:
        """Whether the term may cover some day from `earliest` to `latest`; never where its start is not known."""
        return bool(self.start) and self.first_day <= latest and earliest <= self.last_day


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the facts: Wikidata's id, the name and its other spellings in the sources, gender (male, female), terms."""

    qid: str | None
    name: str
    also: tuple[str, ...]
    gender: str | None
    terms: tuple[Term, ...]


@lru_cache(maxsize=1_000)
def people_named(name: str) -> tuple[Person, ...]:
    """The persons of the facts whom a full name or a surname alone may mean; their number may be large for a common surname.

    1. The last word is a surname (the first, too, of a name from a place where it stands there); words before it are given names.
    2. Persons whose surname is spelled so and whose given names agree; where there are none, persons whose surname is a variant
       of it (`onrecord.text.spelling.skeleton`). Any word of a name but the first given one may be the surname (Pedro Sánchez
       Pérez-Castejón).
    3. Those with equal given names come first, then those whose last word it is.
    4. Where nobody is found, the last two words are tried as one (Kim Jong Un, Kim Jong-un).
    """
    words = words_of(name)
    found = _named(words)
    if not found and len(words) > 2:
        found = _named([*words[:-2], f"{words[-2]}-{words[-1]}"])
    return found


def _named(words: list[str]) -> tuple[Person, ...]:
    if not words:
        return ()
    surname, given = words[-1], " ".join(words[:-1])
    found = [one for one in _bearing(surname) if given_names_agree(given, one[2]) is not Agreement.CONTRADICTORY]
    exact = [one for one in found if one[1] == fold(surname)]

    def rank(one: tuple[str, str, str, int]) -> tuple[bool, int, str]:
        return (given_names_agree(given, one[2]) is not Agreement.EQUAL, one[3], one[0])

    keys = dict.fromkeys(one[0] for one in sorted(exact or found, key=rank))
    return tuple(person for key in keys if (person := person_of(key)))


def words_of(name: str) -> list[str]:
    """The words of a name that tell a person: without what follows a comma or stands in brackets, suffixes and particles."""
    head = name.partition(",")[0].replace("(", " (")
    words = [word for word in head.split() if not word.startswith("(") and skeleton(word)]
    plain = [word for word in words if fold(word).rstrip(".") not in _SUFFIXES]
    return [word for word in plain[:-1] if fold(word) not in _PARTICLES] + plain[-1:]


def surnames_in(name: str, *, first: bool) -> Iterator[tuple[int, str]]:
    """The words of a name that may be its surname, with their places: the last, then others; the first only where `first`."""
    words = words_of(name)
    for place in (*range(len(words) - 1, 0, -1), *((0,) if first or len(words) == 1 else ())):
        if place == len(words) - 1 or len(words[place].rstrip(".")) > 1:
            yield place, words[place]


@lru_cache(maxsize=1_000)
def person_of(key: str) -> Person | None:
    """The person of a key of the shipped files, or None."""
    for _, name, qid, gender, also, _, terms in shipped(PEOPLE).starting(f"{key}\t"):
        head = (name, qid or None, {"m": "male", "f": "female"}.get(gender))
        known = tuple(_term(head, term) for term in terms.split(";"))
        return Person(head[1], name, _split(also), head[2], known)
    return None


def _term(head: tuple[str, str | None, str | None], written: str) -> Term:
    """A term as written in the file: "NO.012 2005-10-17/2013-10-16", or "…/~2022-07-17" for one that was not over by that day."""
    office, _, dates = written.rpartition(" ")
    place, _, number = office.rpartition(".")
    start, _, end = dates.partition("/")
    role, title = office_of(place, number)
    closed = None if end.startswith("~") else end
    return Term(*head, title, place, role, start, closed, last_day(end.removeprefix("~")))


@lru_cache(maxsize=2_000)
def office_of(place: str, number: str) -> tuple[str, str]:
    """The role and title of an office by its place and number."""
    return next(((line[2], line[3]) for line in shipped(OFFICES).starting(f"{place}\t{number}\t")), ("other", ""))


def _bearing(surname: str) -> Iterator[tuple[str, str, str, int]]:
    """Who has a surname of this skeleton: key, the surname folded, the given names with it, and 0 for the last word of a name."""
    wanted = skeleton(surname)
    if not wanted:
        return
    for key, name, _, _, also, first, _ in shipped(PEOPLE).starting(f"{wanted}."):
        yield from _readings(key, name, also, first, wanted)
    for _, keys in shipped(SURNAMES).starting(f"{wanted}\t"):
        for key in keys.split(" "):
            for _, name, _, _, also, first, _ in shipped(PEOPLE).starting(f"{key}\t"):
                yield from _readings(key, name, also, first, wanted)


def _readings(key: str, name: str, also: str, first: str, wanted: str) -> Iterator[tuple[str, str, str, int]]:
    for spelled in (name, *_split(also)):
        words = words_of(spelled)
        for place, word in surnames_in(spelled, first=first == "1"):
            if skeleton(word) == wanted:
                given = words[1:] if place == 0 else words[:place]
                yield key, fold(word), " ".join(given), int(place != len(words) - 1)


def _split(also: str) -> tuple[str, ...]:
    return tuple(also.split("|")) if also else ()


def first_day(date: str) -> str:
    """The first day of a year, a month or a day; "" for ""."""
    return {4: f"{date}-01-01", 7: f"{date}-01"}.get(len(date), date)


def last_day(date: str) -> str:
    """The last day of a year, a month or a day; "" for ""."""
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        year, month = int(date[:4]), int(date[5:])
        leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return f"{date}-{_DAYS[month - 1] + leap}"
    return date


def one_each(terms: Sequence[Term]) -> tuple[Term, ...]:
    """One term for each person, the latest, those that began last first."""
    latest: dict[str, Term] = {}
    for term in sorted(terms, key=lambda term: (term.first_day, term.last_day), reverse=True):
        latest.setdefault(term.qid or term.person, term)
    return tuple(latest.values())
