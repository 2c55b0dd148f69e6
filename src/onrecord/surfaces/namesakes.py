"""Namesakes: what tells actors of one name apart, where several stand in one list."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from onrecord.identify.facts.places import name_of
from onrecord.vocabulary import Actor

_DIGITS = 6  # of an id


def told_apart(actors: Iterable[Actor]) -> Mapping[str, str]:
    """By the id of each actor whose name another has too, what tells it from these: its type; else its office with its
    country; else the beginning of its id. The first that differs for all of the name.
    """
    of_name: dict[str, dict[str, Actor]] = defaultdict(dict)
    for one in actors:
        of_name[" ".join(one.name.split()).casefold()][one.id] = one
    made: dict[str, str] = {}
    for same in of_name.values():
        if len(same) > 1:
            tells = next((way for way in _WAYS if _differs(map(way, same.values()))), _id)
            made |= {key: tells(one) for key, one in same.items()}
    return made


def _differs(told: Iterable[str]) -> bool:
    counts = Counter(told)
    return all(words and number == 1 for words, number in counts.items())


def _type(one: Actor) -> str:
    return one.type.value if one.type is not None else ""


def _office(one: Actor) -> str:
    office = next(iter(one.offices), None)
    if office is None:
        return ""
    return f"{office.title}, {name_of(office.place)}" if office.place else office.title


def _id(one: Actor) -> str:
    return f"{_type(one) or 'actor'} {one.id[:_DIGITS]}"


_WAYS: tuple[Callable[[Actor], str], ...] = (_type, _office)
