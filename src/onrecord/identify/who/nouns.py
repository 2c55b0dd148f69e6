"""What the noun of a source without a name tells: an unnamed person, several, a body, a government, an office, or a text."""

from __future__ import annotations

import re

from onrecord.identify.facts import country_of
from onrecord.identify.names.cast import is_role
from onrecord.identify.names.comparing import plain_words
from onrecord.identify.names.titles import GOVERNMENTS, INDEFINITE, ORGANISATIONS, UNNAMED
from onrecord.identify.who.knowing import title_told
from onrecord.vocabulary import ActorType, Speaker

AS_WRITTEN = "the words of the source"
_NAMELESS = "the source is left without a name"
# What follows the noun that a source's words are about: "an official | familiar with the talks".
_AFTER_HEAD = re.compile(
    r",|\s(?:of|for|with|from|at|in|on|by|to|who|that|which|familiar|close|briefed|speaking|led|involved|present)\b",
    re.IGNORECASE,
)
_PERSONS = frozenset(
    "man woman boy girl child person narrator questioner caller reader listener viewer passer-by bystander survivor victim "
    "stranger member parent defender worker employee leader fan negotiator investigator fighter rebel militant protester "
    "proponent surrogate ally enemy backer advocate campaigner sceptic skeptic "
    "demonstrator separatist commander refugee migrant evacuee villager civilian citizen foreigner islander".split()
)
_SEVERAL = frozenset(
    "people men women children families republicans democrats conservatives liberals tories socialists communists greens "
    "nationalists separatists troops allies countries nations states governments members staff media youth public police "
    "capitals parties powers neighbours neighbors critics".split()
)
_TEXTS = frozenset(
    "report study poll survey article story book memo letter statement ad advert advertisement video clip email e-mail tweet "
    "post document data figure complaint lawsuit filing transcript review analysis resolution treaty agreement deal law bill "
    "ruling indictment programme program show film editorial op-ed column petition image photo sign recording communique "
    "declaration text draft paper proposal plan assessment estimate forecast leak cable dispatch headline campaign policy rule "
    "constitution".split()
)


def noun_of(words: str) -> str:
    """The noun that a source's words are about: "official" of "an official familiar with the talks"."""
    plain = plain_words(words).lower()
    return ((_AFTER_HEAD.split(plain, maxsplit=1)[0] or plain).split() or [""])[-1]


def is_mostly_nameless(words: str) -> bool:
    """Whether a source's noun is one of those that articles use for whom they leave without a name: "the official"."""
    return noun_of(words) in UNNAMED


def is_plural(words: str) -> bool:
    """Whether a source's words are about several: their noun ends in s, or is "people" or the like."""
    head = noun_of(words)
    return head in _SEVERAL or re.search(r"[^\W\d_]s$", head) is not None


def speaker_by_noun(words: str) -> Speaker:
    """The speaker that a source without a name tells: its words, with the kind of actor that their noun names, if any."""
    plain = plain_words(words).lower()
    first = ((_AFTER_HEAD.split(plain, maxsplit=1)[0] or plain).split() or [""])[0]
    head = noun_of(words)
    if head in GOVERNMENTS:
        return Speaker(words, AS_WRITTEN, ActorType.GOVERNMENT)
    if head in ORGANISATIONS and first not in INDEFINITE:
        return Speaker(words, AS_WRITTEN, ActorType.ORGANISATION)
    if head.removesuffix("s") in _TEXTS:
        return Speaker(words, f"{AS_WRITTEN}: a text or a thing; who speaks through it is not told")
    return _people(words, head, first) or Speaker(words, f"{AS_WRITTEN}; no name in them")


def people_by_noun(words: str) -> Speaker | None:
    """The speaker where the noun of a source is one for people: an unnamed one, several, or an office; else None."""
    plain = plain_words(words).lower()
    return _people(words, noun_of(words), plain.split()[0] if plain else "")


def _people(words: str, head: str, first: str) -> Speaker | None:
    if head in UNNAMED and not (head == "people" and first == "the"):
        return Speaker(words, _NAMELESS, ActorType.UNNAMED)
    if head in _SEVERAL or _is_several(head, words):
        kind = ActorType.UNNAMED if first in INDEFINITE else ActorType.GROUP
        return Speaker(words, f"{AS_WRITTEN}: several without a name", kind)
    title = title_told(_AFTER_HEAD.split(words)[0]) if first not in INDEFINITE else None
    if title is not None and not title.former:
        return Speaker(words, f"{AS_WRITTEN}: an office; who holds it is not told", ActorType.OFFICE)
    return Speaker(words, _NAMELESS, ActorType.UNNAMED) if head in _PERSONS or is_role(head) else None


def _is_several(head: str, words: str) -> bool:
    """Whether a noun is the plural of one for people, or of a nation's name with a capital."""
    single = head.removesuffix("s")
    if not head.endswith("s") or len(single) == len(head):
        return False
    if is_role(single) or single in _PERSONS or is_role(re.sub(r"men$", "man", head)):
        return True
    written = re.search(rf"\b{re.escape(head)}\b", words, re.IGNORECASE)
    nation = country_of(written.group().rpartition("-")[2]) if written else None
    return nation is not None and nation.how == "demonym"
