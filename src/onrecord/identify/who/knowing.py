"""Which person of the facts an actor of an article is, and who of the facts held an office that a source's words name.

The facts know many namesakes: a name alone is never enough. Something in the article must agree with an office of the person:
a title before the name, or a prominent office for a country or body that the article speaks of, on the day of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.identify.facts import (
    Person,
    Term,
    Title,
    country_of,
    former_holders,
    holders,
    organisation_of,
    people_named,
    title_of,
)
from onrecord.identify.who.members import Member, Members
from onrecord.identify.who.mentions import Range
from onrecord.text.spelling import Agreement, given_names_agree
from onrecord.vocabulary import MentionType

Days = tuple[str, str]  # ISO, both included

# Offices that newspapers call their holders by without saying so each time.
_PROMINENT = frozenset(
    "head_of_state head_of_government deputy_head_of_state deputy_head_of_government foreign_minister defence_minister "
    "finance_minister interior_minister org_head org_official spokesperson parliament_speaker security_adviser first_lady "
    "military_chief chief_of_staff opposition_leader".split()
)
_LEADERS = frozenset({"head_of_state", "head_of_government"})
# Of persons out of such an office this many years still count: former presidents go on speaking.
_YEARS_AFTER = 25
# And who will lead a country within so many years is written of before.
_YEARS_BEFORE = 3
_ANY = ("0001-01-01", "9999-12-31")
_WORD = re.compile(r"[^\W_][\w.’'-]*")
_LONGEST_PLACE = 4
_WEEKS = 8


@dataclass(frozen=True, slots=True)
class Setting:
    """When an article was published, as far as is known, and the countries and bodies that it speaks of (codes and names)."""

    days: Days | None
    places: frozenset[str]


def setting_of(days: Days | None, members: Members, words: Iterable[str]) -> Setting:
    """The setting of an article with these actors; `words` are capitalised words that may be demonyms."""
    found: set[str] = set()
    for name in (*(member.name for member in members if member.type is not MentionType.PERSON), *words):
        found.update(_places(name))
    return Setting(days, frozenset(found))


def person_of(member: Member, setting: Setting) -> Person | None:
    """The one person of the facts that an actor with this name, so described, can be; None where none or several can.

    1. A title in the article must be that of one of the person's offices, of the same country where both are told; or
    2. the person has a prominent office for a place that the article speaks of, on its day (or had it, for a full name); of
       several, the one who leads a country.
    """
    found = people_named(member.name)
    if len(member.words) > 1:
        given = member.words[0]
        same = [one for one in found if given_names_agree(given, one.name.split()[0]) is Agreement.EQUAL]
        found = tuple(same or found)
    if member.gender is not None and member.sure:
        found = tuple(one for one in found if one.gender in (None, member.gender.value))
    titled = [one for one in found if _is_called_so(one, member, setting)]
    if len(titled) == 1:
        return titled[0]
    fitting = [one for one in titled or found if _is_prominent(one, setting, full=len(member.words) > 1)]
    leaders = [one for one in fitting if _is_prominent(one, setting, full=False, roles=_LEADERS)]
    return fitting[0] if len(fitting) == 1 else leaders[0] if len(leaders) == 1 else None


def known(members: Members, setting: Setting) -> list[tuple[Member, Person]]:
    """The actors of an article that are persons of the facts; those who are one person are joined."""
    found: dict[str, tuple[Member, Person]] = {}
    for member in list(members):
        person = person_of(member, setting) if member.type is MentionType.PERSON else None
        if person is None:
            continue
        number = person.qid or person.name
        former = found.get(number)
        found[number] = (member if former is None else members.join(former[0], member), person)
    return list(found.values())


def offices_of(person: Person, days: Days | None) -> tuple[Term, ...]:
    """The terms that cover some day of an interval, the most prominent first; none where the interval is not known."""
    if days is None:
        return ()
    covering = [term for term in person.terms if term.covers(*days)]
    return tuple(sorted(covering, key=lambda term: term.role not in _PROMINENT))


def is_narrow(days: Days | None) -> bool:
    """Whether an interval is within a few weeks, so that who held an office in it is clear."""
    if days is None:
        return False
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days <= _WEEKS * 7


def holder(words: str, setting: Setting) -> Term | None:
    """Who alone held, on the article's day, the office that words name with its country ("the French foreign minister")."""
    title = title_of(_without_place(words))
    places = _places_in(words)
    if title is None or title.former or title.deputy or setting.days is None or len(places) != 1:
        return None
    found = holders(places[0], title.role, *setting.days)
    return found[0] if len(found) == 1 else None


def among(words: str, place: Range, known: Sequence[tuple[Member, Person]], setting: Setting) -> Member | None:
    """The one actor of the article who by the facts holds (or, "former", held) the office that words name.

    Who is named only later counts where the words name the country too ("Ukrainian Defense Minister" in a headline).
    """
    title = title_of(_without_place(words))
    if title is None:
        return None
    places = _places_in(words)
    fitting = [member for member, person in known if _holds(person, title, places, setting.days)]
    before = [member for member in fitting if any(start < place[0] for start, _ in member.seen)]
    return _only(before) or (_only(fitting) if places and not before else None)


def of_country(words: str, place: Range, members: Members, known: Sequence[tuple[Member, Person]]) -> Member | None:
    """The one person with an office of a country, by the article or the facts, where words name the nation: "the Canadian"."""
    plain = words.split()
    country = country_of(plain[1]) if len(plain) == 2 and plain[0].lower() == "the" else None
    if country is None or country.how != "demonym" or plain[1].endswith("s"):
        return None
    people = [one for one in members if one.type is MentionType.PERSON and any(start < place[0] for start, _ in one.seen)]
    officials = {id(one) for one, person in known if any(term.place == country.place for term in person.terms)}
    told = [one for one in people if any(country.place in _places_in(words) for words in one.descriptions)]
    return _only(told) or _only([one for one in people if id(one) in officials])


def leader_of(words: str, place: Range, known: Sequence[tuple[Member, Person]], setting: Setting) -> Member | None:
    """The one person named before who leads the country that words name with no title but "leader": "the Ukrainian leader"."""
    places = _places_in(words)
    if len(places) != 1 or _without_place(words).lower().removeprefix("the ") not in ("leader", "leader of"):
        return None
    fitting = [
        member
        for member, person in known
        if any(start < place[0] for start, _ in member.seen)
        and any(term.role in _LEADERS and term.place in places and _covers(term, setting.days) for term in person.terms)
    ]
    return _only(fitting)


def title_told(words: str) -> Title | None:
    """What words tell of an office, whatever country they name beside it: "France's president"."""
    return title_of(_without_place(words))


def nations_told(words: str) -> list[str]:
    """The countries, and the bodies of no country, that words name: "the Polish minister"."""
    return _places_in(words)


def nations_of(member: Member, person: Person | None) -> set[str]:
    """The countries and bodies that an actor is of, by its descriptions in the article and its known terms of office."""
    told = {place for words in member.descriptions for place in _places_in(words)}
    return told | ({term.place for term in person.terms} if person else set())


def body_called(words: str, members: Members) -> Member | None:
    """The body of an article that words are another name of: "the alliance" where the article names NATO."""
    body = organisation_of(words)
    if body is None:
        return None
    names = {body.name, *body.others}
    bodies = ((one, organisation_of(one.name)) for one in members if one.type is MentionType.ORGANISATION)
    return _only([one for one, known_as in bodies if known_as is not None and known_as.name in names])


def _only(members: Sequence[Member]) -> Member | None:
    return members[0] if len(members) == 1 else None


def _holds(person: Person, title: Title, places: Sequence[str], days: Days | None) -> bool:
    terms = [term for term in person.terms if term.role == title.code and (not places or term.place in places)]
    if title.code == "head_of_state" and not terms:
        return False
    if not title.former:
        return any(_covers(term, days) for term in terms)
    before = days[0] if days else _ANY[1]
    return bool(terms) and all(
        any(former.person == person.name for former in former_holders(term.place, title.role, before)) for term in terms
    )


def _is_called_so(person: Person, member: Member, setting: Setting) -> bool:
    for description in member.descriptions:
        title = title_of(_without_place(description)) or title_of(description)
        if title is None:
            continue
        places = _places_in(description)
        for term in person.terms:
            same = term.role == title.code and (term.place in places or (not places and term.place in setting.places))
            if same and (title.former or setting.days is None or _may_cover(term, setting.days)):
                return True
    return False


def _is_prominent(person: Person, setting: Setting, *, full: bool, roles: frozenset[str] = _PROMINENT) -> bool:
    for term in person.terms:
        if term.role not in roles or term.place not in setting.places:
            continue
        if setting.days is None or _may_cover(term, setting.days):
            return True
        years = int(setting.days[0][:4]) - int(term.last_day[:4])
        if full and 0 <= years <= _YEARS_AFTER:
            return True
        soon = int(term.first_day[:4]) - int(setting.days[0][:4]) if term.start else None
        if full and soon is not None and 0 <= soon <= _YEARS_BEFORE and term.role in _LEADERS:
            return True
    return False


def _covers(term: Term, days: Days | None) -> bool:
    return days is None or _may_cover(term, days)


def _may_cover(term: Term, days: Days) -> bool:
    """Whether a term covers some of the days, or had no end yet when the facts were gathered."""
    return term.covers(*days) or (term.end is None and bool(term.start) and term.first_day <= days[1])


def _places(words: str) -> Iterator[str]:
    country, body = country_of(words), organisation_of(words)
    if country is not None:
        yield country.place
    if body is not None:
        yield body.name
        if body.country:
            yield body.country


def _places_in(words: str) -> list[str]:
    """The countries, and the bodies of no country, that words name: "the Ukrainian foreign minister"."""
    found: list[str] = []
    for run in _runs(words):
        country, body = country_of(run), organisation_of(run)
        place = country.place if country else body.country or body.name if body and not body.ambiguous else None
        if place is not None and place not in found:
            found.append(place)
    return found


def _without_place(words: str) -> str:
    """Words without those that name a country or a body, and without "of" before them."""
    for run in _runs(words):
        if country_of(run) is not None or organisation_of(run) is not None:
            words = re.sub(rf"(?:\bof\s+(?:the\s+)?)?\b{re.escape(run)}(?:[’']s?)?\s*", " ", words, count=1)
    return " ".join(words.split())


def _runs(words: str) -> Iterator[str]:
    """The longest runs of words that begin and end with a capital, then what they are made of."""
    tokens = [match.group() for match in _WORD.finditer(words)]
    taken: set[int] = set()
    for length in range(min(_LONGEST_PLACE, len(tokens)), 0, -1):
        for start in range(len(tokens) - length + 1):
            places = set(range(start, start + length))
            run = " ".join(tokens[start : start + length])
            if places & taken or not (tokens[start][:1].isupper() and tokens[start + length - 1][:1].isupper()):
                continue
            if country_of(run) is not None or organisation_of(run) is not None:
                taken |= places
                yield run.removesuffix("’s").removesuffix("'s")
