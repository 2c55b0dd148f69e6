"""What names are looked up by: keys that all spellings of one name share, so that no question has to walk through all actors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.text.spelling import fold, skeleton
from onrecord.vocabulary import ActorType

PERSON = ActorType.PERSON.value
# Who is looked for by surname; who is known by an office alone, by that; anyone else who has a name, by the whole of it.
_PERSON = frozenset({ActorType.PERSON.value})
# Who has no name: nothing is looked for.
_OFFICE = frozenset({ActorType.OFFICE.value})
_NAMELESS = frozenset({ActorType.UNNAMED.value})

_SUFFIXES = frozenset("jr sr ii iii iv".split())
_BRITISH = {"defense": "defence", "labor": "labour", "advisor": "adviser"}
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_LEADING_THE = re.compile(r"^the\s+")


def keys_of(names: Iterable[str], type_: str | None, offices: Iterable[tuple[str, str | None]] = ()) -> set[str]:
    """The keys of an actor with these names and offices (title, place): what others that may be the same share at least one of.

    A person has, for each name, "s:" and the skeleton of the surname (of a double one each part too) and "w:" and the skeletons
    of all words in one order (Kim Jong Un, Jong-un Kim); one of whom only single words are known has "l:" and the surname. Any
    other has "b:" and the folded name without its article. Unnamed sources have none. A person, and an office whose holder an
    article does not name, have for each office of more than one word "o:", the words of the title and the place.
    """
    if type_ in _NAMELESS:
        return set()
    if type_ in _OFFICE:
        return _of_offices(offices)
    if type_ not in _PERSON:
        return {f"b:{_LEADING_THE.sub('', ' '.join(_WORD.findall(fold(name))))}" for name in names if _WORD.search(name)}
    worded = [words for name in names if (words := _words(name))]
    found = {key for words in worded for key in _of_person(words)}
    if all(len(words) == 1 for words in worded):
        found |= {f"l:{skeleton(words[0])}" for words in worded}
    return found | _of_offices(offices)


@lru_cache(maxsize=10_000)
def sounds(words: str) -> str:
    """The skeletons of the words, one space before each and one after the last; "" where no word has a letter."""
    found = [key for word in _WORD.findall(fold(words)) if (key := skeleton(word) or word)]
    return f" {' '.join(found)} " if found else ""


def _words(name: str) -> tuple[str, ...]:
    words = [word for word in _WORD.findall(fold(name)) if skeleton(word)]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return tuple(words)


def _of_person(words: tuple[str, ...]) -> set[str]:
    surname = words[-1]
    parts = [part for part in surname.split("-") if len(part) > 2] if "-" in surname else []
    found = {f"s:{skeleton(part)}" for part in (surname, *parts)}
    if len(words) > 1:
        ordered = sorted(skeleton(part) for word in words for part in word.split("-") if skeleton(part))
        found.add(f"w:{' '.join(ordered)}")
    return found


def _of_offices(offices: Iterable[tuple[str, str | None]]) -> set[str]:
    found = set()
    for title, place in offices:
        words = [_BRITISH.get(word, word) for word in _WORD.findall(fold(title)) if word != "the"]
        if len(words) > 1 or (words and place):
            found.add(f"o:{' '.join(words)}|{place or ''}")
    return found
