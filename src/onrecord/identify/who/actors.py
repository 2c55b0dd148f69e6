"""The actors that a record keeps: the members of an article, and its sources without a name, with ids, types and offices."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.identify.facts import CountryMatch, OrganisationMatch, Person, Term, country_of, organisation_of
from onrecord.identify.facts.places import name_of
from onrecord.identify.who.knowing import Days, is_narrow, offices_of
from onrecord.identify.who.members import Member
from onrecord.identify.who.speakers import NAMED_IN_FULL
from onrecord.identify.who.told import gender_told, office_of, offices_told, titles_told
from onrecord.text.spelling import fold
from onrecord.vocabulary import Actor, ActorType, Article, MentionType, Office, Speaker, content_id

_LEADING = re.compile(r"^(?:the|this|that)\s+|,.*|\s(?:who|which)\s.*", re.IGNORECASE)
# Bodies through which a government speaks: the White House, the Kremlin, Downing Street.
_SEATS = ("head of state office", "head of government office")


def type_of(member: Member) -> ActorType | None:
    """What kind of actor a member is: a country or the seat of its head is a government; other places are nothing known."""
    if member.type is MentionType.PERSON:
        return ActorType.PERSON
    body = _body(member)
    if body is not None and body.kind in _SEATS:
        return ActorType.GOVERNMENT
    if member.type is MentionType.ORGANISATION and _country(member) is None:
        return ActorType.ORGANISATION
    if body is not None:
        return ActorType.ORGANISATION
    return ActorType.GOVERNMENT if _country(member) is not None else None


def actor_of(article: Article, member: Member, person: Person | None, days: Days | None) -> Actor:
    """A member as an actor; `person` is who it is by the facts."""
    kind = type_of(member)
    forms = dict.fromkeys(" ".join(article.text[start:end].split()) for start, end in member.seen)
    names = tuple(dict.fromkeys((member.name, *forms)))
    offices = offices_told(member)
    if person is None:
        gender = gender_told(member) if kind is ActorType.PERSON else None
        return Actor(_id(article, member, kind), member.name, kind, names, offices, gender=gender)
    known = tuple(_office(term) for term in (offices_of(person, days) if days else person.terms))
    number = person.qid or content_id("actor", ActorType.PERSON, fold(person.name))
    return Actor(number, member.name, kind, names, known + offices, person.qid, person.gender)


def nameless(article: Article, speaker: Speaker, place: int) -> Actor:
    """The actor of a source that is none of the article's members.

    A person with a full name has one id in all articles; whoever has no name is never one with another article's, and where
    `place` tells where the words stand, not with another one of these words.
    """
    kind, folded = speaker.type, fold(speaker.name)
    full = kind is ActorType.PERSON and " " in folded and speaker.reason == NAMED_IN_FULL
    number = (
        content_id("actor", ActorType.PERSON, folded) if full else content_id(article.id, "actor", kind or "", folded, str(place))
    )
    offices = (office_of(_LEADING.sub("", speaker.name)),) if kind is ActorType.OFFICE else ()
    return Actor(number, speaker.name, kind, (speaker.name,), offices)


def office_held(person: Person | None, member: Member, days: Days | None) -> str | None:
    """What an actor is called when speaking: by the facts on the article's day, else by the title before the name.

    Where the day is known so vaguely that several offices fit, the facts do not tell.
    """
    terms = offices_of(person, days) if person is not None else ()
    if terms and is_narrow(days):
        return office_words(terms[0])
    return next(iter(titles_told(member)), None)


def office_words(term: Term) -> str:
    """A term's office with its country or body: "Prime Minister of Norway"."""
    place = name_of(term.place)
    return term.office if fold(place) in fold(term.office) else f"{term.office} of {place}"


def by_id(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """One actor for each id, names and offices put together, in the order of their names."""
    found: dict[str, Actor] = {}
    for actor in actors:
        former = found.setdefault(actor.id, actor)
        found[actor.id] = Actor(
            former.id,
            former.name,
            former.type or actor.type,
            tuple(dict.fromkeys(former.names + actor.names)),
            tuple(dict.fromkeys(former.offices + actor.offices)),
            former.wikidata or actor.wikidata,
            former.gender or actor.gender,
        )
    return tuple(sorted(found.values(), key=lambda actor: (fold(actor.name), actor.id)))


def _id(article: Article, member: Member, kind: ActorType | None) -> str:
    if kind is ActorType.PERSON and len(member.words) == 1:
        return content_id(article.id, "actor", fold(member.name))
    country, body = _country(member), _body(member)
    if kind is ActorType.GOVERNMENT and country is not None:
        return content_id("actor", kind, country.place)
    if kind in (ActorType.ORGANISATION, ActorType.GOVERNMENT) and body is not None:
        return content_id("actor", kind, fold(body.name))
    return content_id("actor", kind or "place", fold(member.name).removeprefix("the "))


def _country(member: Member) -> CountryMatch | None:
    """The country whose name, or that of its nation or capital, a member has; a body's by-name (the Kremlin) is the body's."""
    country = country_of(member.name)
    return country if country is not None and country.how != "metonym" else None


def _body(member: Member) -> OrganisationMatch | None:
    """The body that the facts know by a member's name, if that means nothing else."""
    body = organisation_of(member.name)
    return body if body is not None and not body.ambiguous else None


def _office(term: Term) -> Office:
    return Office(term.office, term.place, term.start or None, term.end, "facts")
