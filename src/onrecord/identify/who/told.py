"""What an article's descriptions of a person tell: offices and occupations, with the country or body named, and the gender."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.identify.facts import country_of, organisation_of, title_of
from onrecord.identify.facts.given import gender_of
from onrecord.identify.names.cast import is_role
from onrecord.identify.names.titles import FEMALE, GENERIC_TITLES, HONORIFICS, KIN, MALE, TITLES
from onrecord.identify.who.members import Member
from onrecord.vocabulary import Office

# Words before an office that say when it was held; they stay with the title.
_WHEN = frozenset("former ex ex-president then then-president current longtime outgoing incoming acting interim late".split())
# Members of parliaments, whom `title_of` does not read.
_LAWMAKERS = frozenset("senator sen rep lawmaker legislator mp congressman congresswoman parliamentarian".split())
# Names of countries and nations stand for the country in a title; a capital may be meant as the town ("Selm mayor").
_NAMING = frozenset("name alias acronym demonym".split())
_LONGEST_PLACE, _LONGEST = 4, 90
_POSSESSIVE = re.compile(r"[’']s?$")
_OF = re.compile(r"\s+of\s+(?:the\s+)?(?P<place>[A-Z].*)$")
_LED_TO = re.compile(r".*\S\s(?:for|of|to|with)\s+(?:the\s+)?(?P<title>[A-Z].*)$")
_AFTER_HEAD = re.compile(r"\s(?:of|for|at|in|on|with|from|to|and|who|whose|that|which|based|is|was|has|had)\s")
_CLAUSE = re.compile(r"\s(?:who|whose|that|which|is|was|were|has|had|will|would|said|says)\s")
_SENTENCE_END = re.compile(r"(?<=[a-z]{4})\.(?:\s+|$)")
# Titles that women have too, whatever their ending says.
_EITHER = frozenset("congressman councilman chairman spokesman".split())
_FEMALE = FEMALE | frozenset("mother wife daughter sister widow aunt niece grandmother spokeswoman".split())
_MALE = (MALE | frozenset("father husband son brother uncle nephew grandfather".split())) - _EITHER


def offices_told(member: Member) -> tuple[Office, ...]:
    """The offices of a person by an article's words: titles before the name; of one named in full, what else describes it too."""
    words = titles_told(member)
    if len(member.words) > 1:
        words += [_trimmed(one) for one in member.descriptions if _is_occupation(one)]
    return tuple(dict.fromkeys(office_of(one) for one in words if _plain(one.split()) - (HONORIFICS - {"president"})))


def titles_told(member: Member) -> list[str]:
    """The titles before a person's name, without whoever speaks for the person: "President" of "spokesman for President"."""
    found = (_trimmed(one) for one in member.titles)
    return [one for one in found if one]


def office_of(words: str) -> Office:
    """An office from the words for it: "Veshan foreign minister" is the title "foreign minister" of the country.

    1. The country or body that stands before the title, or after "of" at its end, is its place where the facts know it by these
       words and by nothing else, and what is left is a title. Words that say when it was held stay with the title.
    2. Of a national institution the words stay whole, and its country is the place (Pentagon spokesman).
    3. Else the words stay as they are, and the place is not known.
    """
    tokens = words.split()
    first = next((number for number, word in enumerate(tokens) if word.lower() not in _WHEN), 0)
    for last in range(min(len(tokens) - 1, first + _LONGEST_PLACE), first, -1):
        rest = " ".join((*tokens[:first], *tokens[last:]))
        place, own = _place(_POSSESSIVE.sub("", " ".join(tokens[first:last])))
        if place is not None and _is_title(rest):
            return Office(rest if own else words, place)
    after = _OF.search(words)
    if after is not None and _is_title(words[: after.start()]):
        place, own = _place(after["place"])
        if place is not None:
            return Office(words[: after.start()] if own else words, place)
    return Office(words)


def gender_told(member: Member) -> str | None:
    """The gender of a person, as far as it is sure: that of the given name, else of an honorific, title or kinship.

    Whose office another is called after ("her opponent") tells nothing of it. Where several things told contradict, none is sure.
    """
    given = gender_of(member.words[0]) if len(member.words) > 1 else None
    if given is not None and given[1]:
        return given[0]
    said = (words for words in (*member.descriptions, *member.titles) if not _CLAUSE.search(f" {words} "))
    told = {gender for words in said if (gender := _gender_in(words))}
    return told.pop() if len(told) == 1 else None


def _trimmed(words: str) -> str:
    """A description without what ends a sentence in it (a full stop after anything but a short form) or leads to its title."""
    last = next((part for part in reversed(_SENTENCE_END.split(words)) if part.strip(" ,")), "").strip(" ,")
    led = _LED_TO.match(last)
    is_own = led is not None and _plain(led["title"].split()[-1:]) & (TITLES - GENERIC_TITLES)
    return led["title"] if led is not None and is_own else last


def _gender_in(words: str) -> str | None:
    head = _AFTER_HEAD.split(f" {words} ", maxsplit=1)[0].split()
    named = _plain(head[-1:]) | _plain(head[:1])
    female, male = bool(named & _FEMALE), bool(named & _MALE)
    return None if female == male else "female" if female else "male"


def _plain(words: Iterable[str]) -> set[str]:
    return {word.strip(".,").lower() for word in words}


def _is_occupation(words: str) -> bool:
    """Whether a description is an office or occupation and no more: no clause, no kinship, not what somebody is to another."""
    if len(words) > _LONGEST or _CLAUSE.search(f" {words} "):
        return False
    head = _AFTER_HEAD.split(f"{words} ", maxsplit=1)[0].split()[-1:]
    return bool(head) and head[0].islower() and is_role(head[0]) and head[0] not in KIN


def _is_title(words: str) -> bool:
    return bool(words) and (title_of(words) is not None or words.rsplit(maxsplit=1)[-1].rstrip(".").lower() in _LAWMAKERS)


def _place(words: str) -> tuple[str | None, bool]:
    """The country or body that words surely name, and whether the words are its own name (no institution of it)."""
    country = country_of(words)
    if country is not None and country.how in _NAMING and not country.ambiguous:
        return country.place, True
    body = organisation_of(words)
    if body is None or body.ambiguous:
        return None, False
    return body.country or body.name, body.country is None
