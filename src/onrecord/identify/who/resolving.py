"""Whether an actor of one article is one that a ledger knows: by names, spelling apart; office, country and time; Wikidata.

Precision first: two that are one can be merged by anyone who sees it, one that is two is rarely seen. Where the names may be one
person's and nothing more is known, the verdict is UNSURE.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.identify.facts.given import gender_of
from onrecord.identify.who.bodies import bodies_alike
from onrecord.identify.who.fullnames import full_names_alike, names_of
from onrecord.identify.who.likeness import (
    DOUBTFUL,
    EQUAL_NAME,
    LIKELY,
    ONLY_BEARER,
    SAME,
    SURNAME,
    VARIANT,
    WIKIDATA,
    Likeness,
    items_differ,
)
from onrecord.identify.who.namesakes import contradict, days_apart, office_in_common, same_office, weighed
from onrecord.text.spelling import skeleton
from onrecord.vocabulary import Actor, ActorType, Known, Resolution, Verdict

# Who judges: to be counted up when the rules below change what they decide.
BY = "onrecord.identify.who.resolving/2"

# A surname alone is taken for the only one who bears it where so many articles name that one in full, and one of them at most so
# many days away. By judgement: with three articles a person is one of the story.
_PROMINENT, _NEAR_DAYS = 3, 366
# Of several with one full name, of whom nothing tells which is meant, the one in so many articles, and in so many times as many
# as all others together, is. By judgement; in 924 articles on one election (PolNeAR), a person in 545 of them was found in 70
# pieces without it, because one article had told the gender wrong.
_FAMOUS, _TIMES = 5, 5

# Offices change hands: so many days away at most an article tells who holds one. By judgement.
_OFFICE_DAYS = 56
# Never the same in two articles, unless Wikidata has them.
_NEVER = frozenset({ActorType.UNNAMED})
_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*\.?")
_LINKS = frozenset("of for and to in the at on s".split())


def resolve(actor: Actor, candidates: Sequence[Known], day: str | None = None) -> Resolution:
    """Which of the candidates an actor of an article published on a day is; a pure function.

    1. Unnamed sources and groups that have no name of their own are never one across articles. An office whose holder is not
       named is the one person who was called so in articles of the same weeks (`_holder`).
    2. Wikidata decides where both have an item.
    3. Each candidate is compared by itself: a body by its whole name (`bodies`), a person by full names (`fullnames`) or by
       surname alone (see `_surname_alone`), and what else is known of two namesakes is weighed (`namesakes`).
    4. The best one is the same if it is good enough and no other comes near; of several equally good ones, one who is in far
       more articles than the others; else they leave it unsure.
    """
    if actor.type is ActorType.OFFICE:
        return _holder(actor, candidates, day)
    others = [one for one in candidates if _class_of(one.actor.type) == _class_of(actor.type)]
    by_item = [one for one in others if actor.wikidata and one.actor.wikidata == actor.wikidata]
    if len({one.actor.id for one in by_item}) == 1:
        return _same(by_item[0], WIKIDATA, f"both are {actor.wikidata} in Wikidata")
    if not _has_name(actor):
        return Resolution(Verdict.DIFFERENT, 1.0, "who has no name of their own is never one across articles", BY)
    if _class_of(actor.type) is not ActorType.PERSON:
        return _decided([(one, bodies_alike(actor, one.actor)) for one in others])
    if any(name.full for name in names_of(actor)):
        return _decided([(one, weighed(full_names_alike(actor, one.actor), actor, one, day)) for one in others])
    return _surname_alone(actor, others, day)


def _holder(actor: Actor, candidates: Sequence[Known], day: str | None) -> Resolution:
    """Who, by the articles of the same weeks, holds an office that names its country or body: one person alone, or nobody."""
    called = [
        one
        for one in candidates
        if one.actor.type is ActorType.PERSON
        and any(same_office(mine, theirs) for mine in actor.offices for theirs in one.actor.offices)
    ]
    near = [one for one in called if day and one.earliest and one.latest and days_apart(day, one) <= _OFFICE_DAYS]
    if len({one.actor.id for one in near}) == 1:
        why = f"articles of the same weeks call {near[0].actor.name} so"
        return _same(near[0], LIKELY if len(called) > 1 else ONLY_BEARER, why)
    ids = tuple(dict.fromkeys(one.actor.id for one in called))
    if not ids:
        return Resolution(Verdict.DIFFERENT, 1.0, "nobody known is called so", BY)
    return Resolution(Verdict.UNSURE, DOUBTFUL, "several were called so, or not in the same weeks", BY, None, ids)


def _decided(compared: Sequence[tuple[Known, Likeness]]) -> Resolution:
    """Step 4 of `resolve`."""
    able = sorted(((one, like) for one, like in compared if not like.apart), key=lambda pair: -pair[1].score)
    if not able:
        return _nobody(compared)
    best, like = able[0]
    rivals = [one for one, other in able if other.score == like.score and one.actor.id != best.actor.id]
    if like.score >= SAME and not rivals:
        return _same(best, like.score, like.why)
    ids = tuple(dict.fromkeys(one.actor.id for one, _ in able))
    if not rivals:
        return Resolution(Verdict.UNSURE, like.score, f"it may be {best.actor.name}: {like.why}", BY, None, ids)
    famous = _far_ahead([best, *rivals]) if like.score >= EQUAL_NAME else None
    if famous is not None:
        why = f"{like.why}, and {famous.articles} articles tell of this one, of others of the name few"
        return _same(famous, ONLY_BEARER, why)
    names = ", ".join(dict.fromkeys(f"{one.actor.name} ({one.actor.id})" for one in (best, *rivals)))
    return Resolution(Verdict.UNSURE, min(like.score, DOUBTFUL), f"it may be any of {names}", BY, None, ids)


def _nobody(compared: Sequence[tuple[Known, Likeness]]) -> Resolution:
    """Those that cannot be the actor, with the reasons; what speaks against one of its very name first."""
    nearest = sorted(
        compared, key=lambda pair: (pair[1].why.startswith(("the given", "the surn", "no full")), pair[0].actor.name)
    )
    reasons = "; ".join(list(dict.fromkeys(f"{one.actor.name}: {like.why}" for one, like in nearest))[:3])
    score = max((like.score for _, like in compared), default=1.0)
    ids = tuple(one.actor.id for one, _ in compared)
    return Resolution(Verdict.DIFFERENT, score, reasons or "nobody of this name is known", BY, None, ids)


def _far_ahead(alike: Sequence[Known]) -> Known | None:
    """The one of several that far more articles tell of than of all the others."""
    most = max(alike, key=lambda one: one.articles)
    others = sum(one.articles for one in alike if one is not most)
    return most if most.articles >= _FAMOUS and most.articles >= _TIMES * others else None


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


def _surname_alone(actor: Actor, others: Sequence[Known], day: str | None) -> Resolution:
    """Whom a surname alone means: one with an office in common, else the only one who bears it, if that one is of the story.

    1. Whoever bears the surname, in any spelling, and is not of another gender may be meant.
    2. One of them with an office in common is meant, if no other has it too.
    3. The only one of them is meant, where enough articles name that one in full at about this time, and by this surname: a word
       that is a given name of theirs may be anybody's.
    """
    surnames = {skeleton(name.surname) for name in names_of(actor)}
    bearers = [one for one in others if surnames & {skeleton(name.surname) for name in names_of(one.actor)}]
    able = [one for one in bearers if not (actor.gender and one.actor.gender and actor.gender != one.actor.gender)]
    able = [one for one in able if not items_differ(actor, one.actor)]
    if not able:
        return Resolution(Verdict.DIFFERENT, DOUBTFUL, f"nobody known is called {actor.name}", BY)
    known = [(one, office_in_common(actor.offices, one.actor.offices)) for one in able]
    fitting = [(one, office) for one, office in known if office is not None]
    if len(fitting) == 1:
        one, office = fitting[0]
        return _same(one, VARIANT, f"{one.actor.name} is called {actor.name}; both are {office}")
    ids = tuple(one.actor.id for one in able)
    full = [one for one in able if any(name.full for name in names_of(one.actor))]
    if len(able) == 1 and full and not contradict(actor.offices, able[0].actor.offices) and _is_surname(actor, able[0].actor):
        if able[0].articles >= _PROMINENT and days_apart(day, able[0]) <= _NEAR_DAYS:
            why = f"{able[0].actor.name}, in {able[0].articles} articles, is the only one known called {actor.name}"
            return _same(able[0], ONLY_BEARER, why)
        return Resolution(Verdict.UNSURE, LIKELY, f"one known is called {actor.name}, and nothing more tells", BY, None, ids)
    return Resolution(Verdict.UNSURE, SURNAME, f"{len(able)} are called {actor.name}", BY, None, ids)


def _is_surname(actor: Actor, other: Actor) -> bool:
    """Whether the one word that an actor is called by is the surname of another, as far as is known, and no given name."""
    words = {skeleton(name.surname) for name in names_of(actor)}
    full = [name for name in names_of(other) if name.full]
    given = {skeleton(name.given.split()[0]) for name in full if gender_of(name.given.split()[0]) is not None}
    return bool(words & {skeleton(name.surname) for name in full}) or not words & given
