"""Under which heading an actor stands: the country or body that it speaks for, so that institutions stand beside their people.

Nothing is merged by it: the Kremlin, its president and its spokesman stay three actors, shown together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from onrecord.identify.facts.places import country_of, forms_of, name_of, organisation_of
from onrecord.identify.facts.roles import title_of
from onrecord.vocabulary import Actor, ActorType, Office

_WORD = re.compile(r"[^\W\d_][\w.-]*")
# What makes the name of a people out of that of a country that the facts do not know ("Tarvian" of "Tarvia").
_OF_A_PEOPLE = frozenset(("", "n", "an", "ian", "ean", "ish", "ese", "ic", "i"))
_FORMER = re.compile(r"(?:the\s+)?(?:former|previous|once|late|then|ex)(?:ly)?\b", re.IGNORECASE)
_STEM = 4  # letters at least that both have at their beginning
_ENDING = 3  # letters at most that the country's name has beyond them
_LONGEST_NAME = 6  # words of a body's name that are looked up together


class Headings:
    """Tells the heading of an actor, for all actors of one ledger."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        """Take all actors of the ledger: one may be called by the name of another, or by that of a country's people."""
        self._named: dict[str, list[Actor]] = defaultdict(list)
        self._places: dict[str, set[str]] = defaultdict(set)
        self._bodies: set[str] = set()
        for actor in actors:
            if actor.type in (ActorType.GOVERNMENT, ActorType.ORGANISATION) and " " in actor.name:
                self._bodies.add(_bare(actor.name))
            if actor.type is ActorType.PERSON and len(words := actor.name.split()) > 1:
                self._named[words[-1]].append(actor)
            if " " not in actor.name and len(actor.name) > _STEM and actor.name[:1].isupper() and not actor.offices:
                self._places[actor.name[:_STEM]].add(actor.name)

    def of(self, actor: Actor, day: str | None = None) -> str | None:
        """The name of the country or body that an actor spoke for on an ISO day; None where nothing tells.

        1. A body or a government: a greater one that its name holds, its country, else itself.  2. The place of an office that
        articles give.  3. That of an office held on the day, by the facts.  4. A body of the ledger, a country or a body that a
        title names.  5. The place of the last office before the day.  6. Of a source without a name, what its words name: a
        body, a country, a person who has a heading.
        """
        if actor.type in (ActorType.GOVERNMENT, ActorType.ORGANISATION):  # 1
            name = _bare(actor.name)
            return self._body_in(name) or _named_in(name) or self._people_in(name) or name
        told = [office for office in actor.offices if office.basis != "facts" and not _FORMER.match(office.title)]
        known = [office for office in actor.offices if office.basis == "facts" and office.place]
        held = [office for office in known if day and (office.start or "") <= day and (not office.end or day <= office.end)]
        places = _commonest(told) or _commonest(held)  # 2, 3
        if places:
            return _place_name(places)
        for office in told:  # 4
            if found := self._body_in(office.title) or _named_in(office.title) or self._people_in(office.title):
                return found
        before = [office for office in known if not day or (office.start or "") <= day] or known
        if before:  # 5
            return _place_name(max(before, key=lambda office: office.start or "").place or "")
        if actor.type is ActorType.PERSON:
            return None
        found = self._body_in(actor.name) or _named_in(actor.name) or self._people_in(actor.name)  # 6
        return found or self._person_in(actor.name, day)

    def _body_in(self, words: str) -> str | None:
        """The body of the ledger that words name whole: "a spokesman for the Port Authority"; what stands for it as heading."""
        named = [body for body in self._bodies if re.search(rf"\b{re.escape(body)}\b", words) and len(body) < len(_bare(words))]
        if not named:
            return None
        body = max(named, key=lambda name: (len(name), name))
        return _named_in(body) or self._people_in(body) or body

    def _people_in(self, words: str) -> str | None:
        """The place of the ledger that the facts do not know, of whose people a word is the name."""
        for word in _capitalised(words):
            if title_of(word) is not None:
                continue
            places = [name for name in self._places.get(word[:_STEM], ()) if _is_of(word, name)]
            if places:
                return min(places, key=lambda name: (name == word, name))
        return None

    def _person_in(self, words: str, day: str | None) -> str | None:
        """The heading of the person whom words name by surname: "the spokesman of Olan"."""
        found = {
            self.of(person, day)
            for word in _capitalised(words)
            for person in (*self._named.get(word, ()), *self._named.get(word.removesuffix("s"), ()))
        }
        return found.pop() if len(found) == 1 else None


def _bare(name: str) -> str:
    """A name without its article."""
    return re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.IGNORECASE)


def _commonest(offices: Iterable[Office]) -> str | None:
    places = Counter(office.place for office in offices if office.place)
    return min(places, key=lambda place: (-places[place], place)) if places else None


def _named_in(words: str) -> str | None:
    """The country that words name by themselves or through a body of it; else the body.

    Of a part of the words, only what means nothing else: a "Harbour Council" is none of the EU.
    """
    tokens = words.split()
    for size in range(min(_LONGEST_NAME, len(tokens)), 0, -1):
        for start in range(len(tokens) - size + 1):
            part = " ".join(tokens[start : start + size]).strip(",;:“”‘’\"'()")
            part = part.removesuffix("’s").removesuffix("'s")
            if not any(letter.isupper() for letter in part) or (size == 1 and title_of(part) is not None):
                continue
            whole = size == len(tokens)
            if (country := country_of(part)) and (whole or not country.ambiguous):
                return country.name
            if (body := organisation_of(part)) and (not body.ambiguous or (whole and size > 1) or part.isupper()):
                return name_of(body.country) if body.country else _short(body.name)
    return None


def _place_name(place: str) -> str:
    """A country's name from its code, else the short name of a body."""
    return _short(place) if (name := name_of(place)) == place else name


def _short(organisation: str) -> str:
    """An organisation's acronym where it has one that people say, else its name."""
    return next((form for form in forms_of(organisation) if form.isupper() and form.isalpha() and len(form) > 1), organisation)


def _capitalised(words: str) -> Sequence[str]:
    return [word for word in _WORD.findall(words) if word[:1].isupper()]


def _common(one: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _is_of(word: str, name: str) -> bool:
    """Whether a word is a place's name, or that of its people: "Tarvian" of "Tarvia", but "Tarvia" not of "Tarvian"."""
    stem = _common(word, name)
    turned = name != word and not word[stem:] and (name[stem:] == "s" or name[stem:].removesuffix("s") in _OF_A_PEOPLE)
    return len(name) - stem <= _ENDING and word[stem:] in _OF_A_PEOPLE and not turned
