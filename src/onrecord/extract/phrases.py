"""Noun phrases after a verb of telling or a preposition: "ABC’s “Morning Hour”", "a group of reporters", "supporters"."""

from __future__ import annotations

import re

Range = tuple[int, int]

_WORD = re.compile(r"\S+")
_QUOTED = re.compile(r"[“\"‘'][^“”\"‘’\n]{2,40}[”\"’']|''[^'\n]{2,40}''")
_ENDS_PHRASE = ",;:)]—–"
_TRIMMED = ",;:)]—–.!?”\"’'"
# A phrase that has not ended after so many words is no phrase but the clause.
_LONGEST = 9

_ARTICLES = frozenset("a an the".split())
_POSSESSIVES = frozenset("his her their its our my your".split())
_DETERMINERS = _ARTICLES | _POSSESSIVES | frozenset("some many several other fellow two three four all both another one".split())
_PRONOUNS = frozenset("him her them us me you everyone everybody anyone".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset("january february march april june july august september october november december".split())
# Words that no noun phrase holds: what follows it begins with them.
_STOPS = (
    _DAYS
    | _MONTHS
    | frozenset(
        "that how why whether to not about on in at during after before as when while by for with who whom which what where if "
        "this last next earlier later early late yesterday today tomorrow tonight again outside inside near over under from "
        "through via into since until because but or nor than then only just he she it they we i is are was were be been has "
        "have had will would can could should may might must did do does saying adding speaking asking gathered assembled "
        "attending waiting aired published broadcast posted there here there’s it’s he’s she’s they’re i’m we’re".split()
    )
)
# Nouns that a programme's or paper's name in quotation marks may follow.
_NAMED = frozenset("show program programme podcast newspaper magazine station channel website series newsletter".split())
# Lower-case nouns for people that do not end in s.
_COLLECTIVES = frozenset("staff police parliament congress people media press court everyone council crowd".split())
# What is told, not who is: "told the story".
_THINGS = frozenset(
    "story stories truth lie lies joke jokes question questions tale tales news way difference time deal point favour favor "
    "advice permission help answers answer more less something nothing everything anything".split()
)


def noun_phrase(text: str, start: int, limit: int) -> Range | None:
    """The noun phrase that the words from `start` on begin with, cut at `limit`; None where they begin with none.

    1. It begins with a determiner, a capital, a number or a plural; a pronoun is a phrase by itself.
    2. It ends before a word that no noun phrase holds, a second determiner, a comma, and the marks of a quotation, unless those
       hold a name that belongs to it ("ABC’s “Morning Hour”").
    3. "Of" and "and" go on with it where a name or a determiner follows.
    """
    found: list[re.Match[str]] = []
    end = start
    for match in _WORD.finditer(text, start, limit):
        if _QUOTED.match(match.group()) or match.group()[0] in "“\"‘'":
            end = _named_end(text, found, match.start(), limit) or end
            break
        if not _goes_on(text, found, match, limit):
            break
        found.append(match)
        end = match.end()
        if len(found) > _LONGEST:
            return None
        if match.group()[-1] in _ENDS_PHRASE or (len(found) == 1 and _stands_alone(text, match, limit)):
            break
    return _trimmed(text, found, end) if found and _is_phrase([_plain(one.group()) for one in found]) else None


def _plain(word: str) -> str:
    return word.rstrip(_TRIMMED)


def _lower(word: str) -> str:
    return _plain(word).lower().replace("'", "’")


def _goes_on(text: str, found: list[re.Match[str]], match: re.Match[str], limit: int) -> bool:
    word = _lower(match.group())
    if not word or word in _STOPS or word[0] == "(":
        return False
    if not found:
        return True
    before = _lower(found[-1].group())
    if word in ("of", "and"):
        following = _WORD.match(text, match.end() + 1, limit)
        return following is not None and _may_begin(following.group())
    if word in _ARTICLES | _POSSESSIVES:
        return before in ("of", "and", "all", "both")
    return not (word.endswith("ing") and before.endswith("s") and before.islower() and found[-1].group().islower())


def _may_begin(word: str) -> bool:
    lower = _lower(word)
    if not lower or lower in _STOPS:
        return False
    return lower in _DETERMINERS or word[0].isupper() or word[0].isdigit() or _is_people(lower)


def _is_people(word: str) -> bool:
    return word in _COLLECTIVES or word in _PRONOUNS or (word.endswith("s") and not word.endswith("ss"))


def _stands_alone(text: str, match: re.Match[str], limit: int) -> bool:
    """Whether a pronoun is the phrase ("told her that"), not a possessive ("told her peers")."""
    word = _lower(match.group())
    if word != "her":
        return word in _PRONOUNS
    following = _WORD.match(text, match.end() + 1, limit)
    return following is None or _lower(following.group()) in _STOPS | _ARTICLES or not following.group()[0].isalpha()


def _is_phrase(words: list[str]) -> bool:
    first, last = words[0], words[-1].lower()
    head = next((words[place - 1].lower() for place, word in enumerate(words) if place and word.lower() == "of"), last)
    if head in _THINGS or last in _ARTICLES:
        return False
    if any(word[:1].isupper() or word[:1].isdigit() for word in words) or first.lower() in _PRONOUNS:
        return first.lower() not in _THINGS
    return (first.lower() in _DETERMINERS and len(words) > 1) or _is_people(head)


def _named_end(text: str, found: list[re.Match[str]], start: int, limit: int) -> int | None:
    """The end of a name in quotation marks that belongs to the phrase before it."""
    if not found:
        return None
    last = _lower(found[-1].group())
    possessive = found[-1].group().endswith(("’s", "'s", "s’", "s'"))
    named = _QUOTED.match(text, start, limit)
    return named.end() if named and (possessive or last in _NAMED) else None


def _trimmed(text: str, found: list[re.Match[str]], end: int) -> Range | None:
    start = found[0].start()
    if end > found[-1].end():
        return start, end
    words = text[start:end]
    stop = len(words.rstrip(",;:)]—–!?")) if not words.endswith((".", "”", '"')) else len(words)
    words = words[:stop]
    if words.endswith((".", "’", "'")) and not re.search(r"\b(?:[A-Z]|Inc|Corp|Co|Jr|Sr|s)[.’']$", words):
        words = words[:-1]
    return (start, start + len(words)) if words else None
