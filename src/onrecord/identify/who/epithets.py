"""Whom a title or epithet without a name stands for: "the Republican nominee", "the former first lady", "the agency".

What the article says of a person comes first, then the facts, then the order of the text; a guess is none of these.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.identify.facts import Person, Term
from onrecord.identify.names.cast import is_role
from onrecord.identify.names.runs import is_title
from onrecord.identify.names.titles import KIN, UNNAMED
from onrecord.identify.who.contradicting import LEADING, LOOSE, contradiction, is_of_others
from onrecord.identify.who.describing import Gender
from onrecord.identify.who.knowing import Setting, among, holder, leader_of, nations_of, nations_told, of_country
from onrecord.identify.who.members import Member, Members
from onrecord.identify.who.mentions import Range
from onrecord.identify.who.nouns_of_bodies import body_meant
from onrecord.identify.who.phrases import Description, Epithet, are_akin, descriptions_of, fit, read_epithet, singular, tokens_of
from onrecord.identify.who.pronouns import Ranking, Voice, before_place
from onrecord.identify.who.standing import is_person
from onrecord.vocabulary import MentionType, Span

# Up to here a description may come before the name: a headline, a standfirst.
_HEADLINE = 250
# So far after it, at most, a lead's unnamed speaker is named.
_NAMED_NEXT = 900
# A spokesman's name follows at once or not at all.
_SPOKESMAN_NEXT = 500
# Roles that many have at once: two titles for one of them may be two people's.
_OF_MANY = ("org_head", "spokesperson", "minister", "ambassador", "deputy", "governor", "mayor", "judge")


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom an epithet stands for, an actor of the article or a holder of an office whom only the facts name, and why."""

    who: Member | Term
    reason: str


class Epithets:
    """Tells whom an article's titles and epithets stand for."""

    def __init__(
        self,
        members: Members,
        ranking: Ranking,
        known: Sequence[tuple[Member, Person]],
        setting: Setting,
        sources: Sequence[Span],
    ) -> None:
        """Take an article's actors, those whom the facts know, and the sources of its statements."""
        self._members = members
        self._ranking = ranking
        self._known = known
        self._persons: Mapping[int, Person] = {id(member): person for member, person in known}
        self._setting = setting
        self._sources = sorted((one.start, one.end) for one in sources)
        self._proper = {word for one in members for word in tokens_of(one.name)}

    def one(self, source: Span, voices: Sequence[Voice]) -> Meant | None:
        """The one whom a source's words mean.

        1. Whom the article describes so; of several alike, who was spoken of last.
        2. Who holds the office by the facts, among those named, else whoever held it on the article's day.
        3. A body that the words are another name of, or whose name has their noun, or that spoke just before.
        4. Who is named right after a headline or lead that leaves its speaker without a name.
        5. Who was spoken of just before, far ahead of all others, unless something told of him speaks against it.
        """
        words, place = " ".join(source.text.split()), (source.start, source.end)
        epithet = read_epithet(source.text)
        if epithet is None:
            return None
        described = self._described(epithet, place, voices)
        if described is not None:
            return Meant(described, described_so(described))
        return (
            self._by_facts(words, place)
            or self._body(epithet, words, place, voices)
            or self._named_next(epithet, place)
            or self._spoken_of(epithet, place, voices)
        )

    def described(self, source: Span, voices: Sequence[Voice]) -> Member | None:
        """Step 1 alone: for words that mostly stand for somebody without a name ("the official")."""
        epithet = read_epithet(source.text)
        return self._described(epithet, (source.start, source.end), voices) if epithet else None

    def in_office(self, source: Span) -> Meant | None:
        """Step 2 alone, for a title of the facts that may also be a word for somebody without a name ("a top diplomat")."""
        words = " ".join(source.text.split())
        return self._by_facts(words, (source.start, source.end)) if nations_told(words) else None

    def owned(self, source: Span, voices: Sequence[Voice]) -> Meant | None:
        """The one person whom the article calls somebody's, anywhere in it: "her lawyer", if "a lawyer for Brandt"."""
        epithet, place = read_epithet(source.text), (source.start, source.end)
        owner = self._owner(epithet, place, voices) if epithet else None
        if epithet is None or owner is None:
            return None
        fits = [
            one
            for one in self._members
            if one.type is MentionType.PERSON
            and one is not owner
            and any(epithet.head in told.heads and owner.surname in told.tokens for told in descriptions_of(one))
            and contradiction(epithet, one) is None
        ]
        return Meant(fits[0], described_so(fits[0])) if len(fits) == 1 else None

    def spokesman(self, source: Span) -> Meant | None:
        """Who is named next as a source, in full, and described as nothing else: "A spokesman spoke. “No,” Dana Brandt said"."""
        epithet, place = read_epithet(source.text), (source.start, source.end)
        if epithet is None or epithet.head != "spokesman" or place[0] > _HEADLINE:
            return None
        for at, member in self._members.within(place[1], place[1] + _SPOKESMAN_NEXT):
            if member.type is not MentionType.PERSON or not self._heads_something(at, member, definite=False):
                continue
            told = [one for one in descriptions_of(member) if one.heads - {"spokesman", "mr", "mrs", "ms"}]
            is_new = at == min(member.seen) and len(member.words) > 1 and not told
            if not is_new or contradiction(epithet, member):
                return None
            return Meant(member, f"the article begins with these words and goes on with {member.name}")
        return None

    def several(self, source: Span) -> list[Member]:
        """The persons, named before, whom the article describes by the singular of a plural: "the senators"."""
        wanted = singular(source.text)
        if wanted is None:
            return []
        fits = [
            member
            for member in self._people((source.start, source.end))
            if max((fit(*wanted, one) for one in descriptions_of(member)), default=0.0) == 1.0
        ]
        words = source.text.lower().split()
        pair = words[0] == "both" or "two" in words
        return fits if len(fits) == 2 or (len(fits) == 3 and not pair) else []

    def _people(self, place: Range) -> list[Member]:
        return [one for one in self._members if one.type is MentionType.PERSON and one.seen and min(one.seen)[0] < place[0]]

    def _described(self, epithet: Epithet, place: Range, voices: Sequence[Voice]) -> Member | None:
        if not is_role(epithet.head) or (epithet.indefinite and place[0] > _HEADLINE):
            return None
        owners = self._owners(epithet, place, voices)
        fits: list[tuple[float, Member]] = []
        for member in self._members:
            if member.type is not MentionType.PERSON or not member.seen:
                continue
            first = min(member.seen)[0]
            # "A senator" is none of those named before; in a headline it may be one named later.
            late = first > place[0]
            if (
                first >= max(place[0], _HEADLINE)
                or (epithet.indefinite and not late)
                or self._is_of_another_nation(epithet, member)
            ):
                continue
            if id(member) in owners:
                continue
            score = max((self._fit(epithet, one) for one in descriptions_of(member)), default=0.0)
            score = score or max((self._same_role(epithet, one) for one in descriptions_of(member)), default=0.0)
            if score > 0 and not (self._is_of_another_nation(epithet, member) or contradiction(epithet, member)):
                fits.append((score, member))
        best = max((score for score, _ in fits), default=0.0)
        chosen = [member for score, member in fits if score == best]
        if not chosen:
            return self._leader(epithet) if epithet.head == "leader" else None
        return chosen[0] if len(chosen) == 1 else self._spoken_of_last(chosen, place, voices)

    def _leader(self, epithet: Epithet) -> Member | None:
        """The one person whom the article calls head of the state or the government that "the Veshan leader" leads."""
        if not epithet.definite or not epithet.capitals:
            return None
        leading = [
            one
            for one in self._members
            if one.type is MentionType.PERSON
            and any(
                told.role and told.role.startswith(LEADING) and are_akin(told.capitals, epithet.capitals)
                for told in descriptions_of(one)
            )
        ]
        return leading[0] if len(leading) == 1 else None

    def _owners(self, epithet: Epithet, place: Range, voices: Sequence[Voice]) -> set[int]:
        """Whom an epithet is said to belong to ("Brandt's spokesman", "her minister"): none of these is meant."""
        named = {id(member) for _, member in self._members.within(*place)}
        owner = self._owner(epithet, place, voices)
        return named | ({id(owner)} if owner else set())

    def _owner(self, epithet: Epithet, place: Range, voices: Sequence[Voice]) -> Member | None:
        gender = {"his": Gender.MALE, "her": Gender.FEMALE}.get(epithet.opening)
        return self._ranking.person(place[0], gender, voices, ()) if gender else None

    def _fit(self, epithet: Epithet, description: Description) -> float:
        """How much of an epithet a description has; nothing where they name different people, places or bodies."""
        theirs, ours = description.tokens & self._proper, epithet.tokens & self._proper
        if theirs - ours and ours - theirs and (epithet.possessed or not (ours & theirs or are_akin(ours, theirs))):
            return 0.0
        return fit(epithet.tokens, epithet.head, description)

    def _same_role(self, epithet: Epithet, description: Description) -> float:
        """Half for two titles of one office that one alone holds: "the head of government", "the prime minister"."""
        is_one = epithet.role is not None and epithet.role == description.role and not epithet.role.startswith(_OF_MANY)
        return 0.5 if is_one and (not epithet.capitals or are_akin(epithet.capitals, description.capitals)) else 0.0

    def _held_no_such_office(self, epithet: Epithet, member: Member) -> bool:
        """Whether the facts know a person, and no office of the kind that an epithet names."""
        person = self._persons.get(id(member))
        code = epithet.role.partition(".")[0] if epithet.role else ""
        return person is not None and bool(code) and all(term.role != code for term in person.terms)

    def _is_of_another_nation(self, epithet: Epithet, member: Member, *, unless_untold: bool = False) -> bool:
        """Whether an epithet names a nation that nothing tells to be a member's."""
        told = nations_of(member, self._persons.get(id(member)))
        return bool(epithet.nations) and not set(epithet.nations) & told and not (unless_untold and not told)

    def _spoken_of_last(self, chosen: Sequence[Member], place: Range, voices: Sequence[Voice]) -> Member | None:
        """Of several alike: the one who leads as a pronoun's antecedent would, else the one who spoke last."""
        if not chosen:
            return None
        leading = self._ranking.leading(chosen, place[0], voices)
        if leading is not None:
            return leading
        return next((voice.member for voice in reversed(before_place(voices, place[0])) if voice.member in chosen), None)

    def _by_facts(self, words: str, place: Range) -> Meant | None:
        member = among(words.split(" and ", maxsplit=1)[0], place, self._known, self._setting)
        member = (
            member or of_country(words, place, self._members, self._known) or leader_of(words, place, self._known, self._setting)
        )
        if member is not None:
            return Meant(member, f"by the known terms of office this fits {member.name} alone of those named before")
        term = holder(words, self._setting)
        return Meant(term, f"{term.office}, {term.place}, since {term.start} by the known terms of office") if term else None

    def _body(self, epithet: Epithet, words: str, place: Range, voices: Sequence[Voice]) -> Meant | None:
        found = body_meant(epithet, words, place, self._members, ranking=self._ranking, voices=voices)
        return Meant(*found) if found else None

    def _named_next(self, epithet: Epithet, place: Range) -> Meant | None:
        """Step 4: who is named in full for the first time right after the words, as a source or at the head of a sentence."""
        if place[0] > _HEADLINE or epithet.plural or not is_role(epithet.head) or epithet.head in UNNAMED | KIN:
            return None
        definite = epithet.definite or (self._ranking.in_first_line(place[1]) and not epithet.indefinite)
        for at, member in self._members.within(place[1], place[1] + _NAMED_NEXT):
            heads = self._heads_something(at, member, definite=definite and is_person(member))
            if member.type is not MentionType.PERSON or not heads:
                continue
            another = at != min(member.seen) or len(member.words) == 1
            if another or contradiction(epithet, member) or self._is_of_another_nation(epithet, member, unless_untold=True):
                return None
            return Meant(member, f"the article begins with these words and goes on with {member.name}")
        return None

    def _heads_something(self, at: Range, member: Member, *, definite: bool) -> bool:
        """Whether a name, titles before it counted, heads a source; or, after a definite title, a sentence."""
        if self._ranking.possesses(at):
            return False
        starts = {at[0], *(at[0] - len(words) - 1 for words in member.descriptions)}
        index = bisect_left(self._sources, (min(starts), 0))
        is_source = any(start in starts for start, _ in self._sources[index : index + 2])
        return is_source or (definite and any(self._ranking.begins_sentence(start) for start in starts))

    def _spoken_of(self, epithet: Epithet, place: Range, voices: Sequence[Voice]) -> Meant | None:
        if not epithet.definite or epithet.plural or not is_role(epithet.head):
            return None
        inside = [one for _, one in self._members.within(place[0], place[0] + epithet.length)]
        if any(_is_owner(one, epithet) for one in inside):
            return None

        def may_be(one: Member) -> bool:
            is_other = is_of_others(epithet, one) or self._held_no_such_office(epithet, one)
            return contradiction(epithet, one) is None and not is_other

        # "The state’s party leader" is whom the sentence before is about, not who spoke last; "the ship’s pilot" may be either.
        is_owned = epithet.possessed and is_title(epithet.head)
        member = None if is_owned else self._ranking.epithet(place[0], voices, may_be)
        member = member or self._ranking.topic(place[0], may_be)
        if member is None or self._is_of_another_nation(epithet, member):
            return None
        return Meant(member, f"a title that stands for {member.name}, who was spoken of just before")


def _is_owner(one: Member, epithet: Epithet) -> bool:
    """Whether an actor named in an epithet tells of somebody else: no country or party, as in "the Veshan leader"."""
    if one.type is MentionType.PERSON:
        return is_person(one)
    return one.type is not MentionType.PLACE and (epithet.possessed or epithet.head not in LOOSE)


def described_so(member: Member) -> str:
    """The reason of `Epithets.described`."""
    return f"the article describes {member.name} so"
