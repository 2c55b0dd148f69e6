"""Whom a title or epithet without a name stands for: "the Republican nominee", "the former first lady", "the agency".

What the article says of a person comes first, then the facts, then the order of the text; a guess is none of these.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.identify.facts import Person, Term
from onrecord.identify.names.cast import is_role
from onrecord.identify.names.titles import INDEFINITE, KIN, UNNAMED
from onrecord.identify.who.describing import Gender, gender_of_words
from onrecord.identify.who.knowing import Setting, among, body_called, holder, leader_of, nations_of, nations_told, of_country
from onrecord.identify.who.members import Member, Members, Range
from onrecord.identify.who.pronouns import Ranking, Voice, before_place
from onrecord.text.spelling import fold
from onrecord.vocabulary import MentionType, Span

_DETERMINER = re.compile(r"^(?:the|this|that|his|her|their|its|our|my|a|an)\s+", re.IGNORECASE)
_ASIDE = re.compile(r",.*|\s(?:who|that|which|whose|from|at|in|with|on|by)\s.*")
# Where the noun of a title ends: "the head | of the fund".
_AND = re.compile(r",?\s+(?:and|or)\s+|,\s+")
_OF = re.compile(r"\s(?:of|for|to)\s")
_POSSESSED = re.compile(r"[’']s?\s")
_EMPTY = frozenset("the a an of for and to in at on by with 's s’ u.s. us".split())
_TOKEN = re.compile(r"[^\W_][\w.’'-]*")
# Up to here a description may come before the name: a headline, a standfirst.
_HEADLINE = 250
# So far after it, at most, a lead's unnamed speaker is named.
_NAMED_NEXT = 900
# Words that set one holder of a title apart from another.
_APART = frozenset("former ex vice deputy first acting presumptive interim assistant under retired".split())
# Of two that name portfolios, none in common, one is not the other.
_PORTFOLIOS = frozenset(
    "prime foreign defence defense interior finance justice trade economy economic energy health education home external "
    "treasury environment agriculture transport labour labor culture communications information industry commerce "
    "immigration".split()
)
_SAME = {
    "gop": "republican",
    "nominee": "candidate",
    "democrat": "democratic",
    "chairwoman": "chairman",
    "chair": "chairman",
    "ex": "former",
    "gen": "general",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "lt": "lieutenant",
    "col": "colonel",
    "maj": "major",
    "capt": "captain",
    "sgt": "sergeant",
    "prof": "professor",
    "congressman": "representative",
    "congresswoman": "representative",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "lawyer": "attorney",
    "counsel": "attorney",
    "physician": "doctor",
    "dr": "doctor",
}
# Parts of titles that head none: "the state" is no secretary of state.
_PARTS = frozenset("prime foreign defence defense interior finance state treasury executive former ex acting first count".split())
# Nobody is of two of these.
_PARTIES = frozenset("republican democratic labour conservative liberal socialist green communist".split())
# Nouns that may be said of somebody whatever office he holds.
_LOOSE = frozenset(
    "candidate contender hopeful challenger incumbent frontrunner front-runner leader politician businessman businesswoman "
    "billionaire millionaire tycoon mogul diplomat veteran statesman lawmaker legislator republican democratic conservative "
    "liberal native author official candidate".split()
)
_BODIES = frozenset(
    "bank fund company agency group party organisation organization committee commission council court union alliance "
    "department ministry university institute association foundation newspaper paper network magazine campaign panel firm board "
    "bureau centre center league federation body website site broadcaster bloc watchdog charity regulator lender carmaker".split()
)
_GOVERNING = frozenset("government leadership regime authorities side administration capital".split())
# What cannot be one: a body with a word of the first kind in its name is none of the others.
_STATE = frozenset(
    "agency committee commission council court department ministry panel board bureau parliament senate house".split()
)
_PRIVATE = frozenset("bank company firm newspaper paper network magazine website site broadcaster lender carmaker".split())


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
        self._proper = {word for one in members for word in _tokens(one.name)}

    def one(self, source: Span, voices: Sequence[Voice]) -> Meant | None:
        """The one whom a source's words mean.

        1. Whom the article describes so; of several alike, who was spoken of last.
        2. Who holds the office by the facts, among those named, else whoever held it on the article's day.
        3. A body that the words are another name of, or whose name has their noun, or that spoke just before.
        4. Who is named right after a headline or lead that leaves its speaker without a name.
        5. Who was spoken of just before, far ahead of all others, unless something told of him speaks against it.
        """
        words, place = " ".join(source.text.split()), (source.start, source.end)
        epithet = _read(words)
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
        epithet = _read(" ".join(source.text.split()))
        return self._described(epithet, (source.start, source.end), voices) if epithet else None

    def in_office(self, source: Span) -> Meant | None:
        """Step 2 alone, for a title of the facts that may also be a word for somebody without a name ("a top diplomat")."""
        words = " ".join(source.text.split())
        return self._by_facts(words, (source.start, source.end)) if nations_told(words) else None

    def several(self, source: Span) -> list[Member]:
        """The persons, named before, whom the article describes by the singular of a plural: "the senators"."""
        words = _OF.split(_ASIDE.sub("", " ".join(source.text.split())))[0]
        tokens = _tokens(words)
        if not is_definite_roles(words) or not tokens:
            return []
        head = _SAME.get(tokens[-1].removesuffix("s"), tokens[-1].removesuffix("s"))
        wanted = {*tokens[:-1], head} - {"both", "two", "three"}
        fits = [
            member
            for member in self._people((source.start, source.end))
            if max((_fit(wanted, head, one) for one in _descriptions(member)), default=0.0) == 1.0
        ]
        pair = words.split()[0].lower() == "both" or "two" in words.lower().split()
        return fits if len(fits) == 2 or (len(fits) == 3 and not pair) else []

    def _people(self, place: Range) -> list[Member]:
        return [one for one in self._members if one.type is MentionType.PERSON and one.seen and min(one.seen)[0] < place[0]]

    def _described(self, epithet: _Epithet, place: Range, voices: Sequence[Voice]) -> Member | None:
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
            score = max((self._fit(epithet, one) for one in _descriptions(member)), default=0.0)
            if score > 0 and not (self._is_of_another_nation(epithet, member) or self._speaks_against(epithet, member)):
                fits.append((score, member))
        best = max((score for score, _ in fits), default=0.0)
        chosen = [member for score, member in fits if score == best]
        return chosen[0] if len(chosen) == 1 else self._spoken_of_last(chosen, place, voices)

    def _owners(self, epithet: _Epithet, place: Range, voices: Sequence[Voice]) -> set[int]:
        """Whom an epithet is said to belong to ("Brandt's spokesman", "her minister"): none of these is meant."""
        named = {id(member) for _, member in self._members.within(*place)}
        gender = {"his": Gender.MALE, "her": Gender.FEMALE}.get(epithet.opening)
        owner = self._ranking.person(place[0], gender, voices, ()) if gender else None
        return named | ({id(owner)} if owner else set())

    def _fit(self, epithet: _Epithet, description: _Description) -> float:
        """How much of an epithet a description has; nothing where they name different people, places or bodies."""
        theirs, ours = description.tokens & self._proper, epithet.tokens & self._proper
        if theirs - ours and ours - theirs and (epithet.possessed or not ours & theirs):
            return 0.0
        return _fit(epithet.tokens, epithet.head, description)

    def _is_of_another_nation(self, epithet: _Epithet, member: Member, *, unless_untold: bool = False) -> bool:
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

    def _body(self, epithet: _Epithet, words: str, place: Range, voices: Sequence[Voice]) -> Meant | None:
        member = None if epithet.plural else body_called(words, self._members)
        if member is not None:
            return Meant(member, f"a name for {member.name}, which the article names")
        if epithet.head in _GOVERNING and len(epithet.nations) == 1:
            places = (one for one in self._members if one.type is MentionType.PLACE)
            nation = next((one for one in places if nations_told(one.name) == [*epithet.nations]), None)
            return Meant(nation, f"the government of {nation.name}") if nation else None
        if epithet.head not in _BODIES or epithet.indefinite:
            return None
        named = [
            (start, one)
            for one in self._members
            if one.type is MentionType.ORGANISATION and epithet.tokens <= {*_tokens(one.name)}
            for start, _ in one.seen
            if start < place[0]
        ]
        if named:
            found = max(named, key=lambda entry: entry[0])[1]
            return Meant(found, described_so(found))
        spoke = self._ranking.body_that_spoke(place[0], voices) if epithet.definite and len(epithet.tokens) == 1 else None
        if spoke is None or spoke.type is not MentionType.ORGANISATION or _is_other_kind(epithet.head, spoke):
            return None
        return Meant(spoke, f"a word for {spoke.name}, which spoke just before")

    def _named_next(self, epithet: _Epithet, place: Range) -> Meant | None:
        """Step 4: who is named in full for the first time right after the words, as a source or at the head of a sentence."""
        if place[0] > _HEADLINE or epithet.plural or not is_role(epithet.head) or epithet.head in UNNAMED | KIN:
            return None
        for at, member in self._members.within(place[1], place[1] + _NAMED_NEXT):
            if member.type is not MentionType.PERSON or not self._heads_something(at, member, definite=epithet.definite):
                continue
            another = at != min(member.seen) or len(member.words) == 1
            if (
                another
                or self._speaks_against(epithet, member)
                or self._is_of_another_nation(epithet, member, unless_untold=True)
            ):
                return None
            return Meant(member, f"the article begins with these words and goes on with {member.name}")
        return None

    def _heads_something(self, at: Range, member: Member, *, definite: bool) -> bool:
        """Whether a name, titles before it counted, heads a source; or, after a definite title, a sentence."""
        starts = {at[0], *(at[0] - len(words) - 1 for words in member.descriptions)}
        index = bisect_left(self._sources, (min(starts), 0))
        is_source = any(start in starts for start, _ in self._sources[index : index + 2])
        return is_source or (definite and any(self._ranking.begins_sentence(start) for start in starts))

    def _spoken_of(self, epithet: _Epithet, place: Range, voices: Sequence[Voice]) -> Meant | None:
        inside = (member for _, member in self._members.within(*place))
        if not epithet.definite or epithet.plural or "former" in epithet.tokens or not is_role(epithet.head):
            return None
        if any(one.type is not MentionType.PLACE for one in inside):
            return None

        def may_be(one: Member) -> bool:
            return self._speaks_against(epithet, one) is None

        member = self._ranking.epithet(place[0], voices, may_be) or self._ranking.topic(place[0], may_be)
        if member is None or self._is_of_another_nation(epithet, member):
            return None
        return Meant(member, f"a title that stands for {member.name}, who was spoken of just before")

    def _speaks_against(self, epithet: _Epithet, member: Member) -> str | None:
        """What the article tells of a person that an epithet contradicts: another gender, party or office; None for nothing."""
        gender = gender_of_words(epithet.head)
        if gender is not None and not member.may_be(gender):
            return "another gender"
        described = _descriptions(member)
        told = {word for one in described for word in one.tokens}
        parties = _PARTIES & told
        if epithet.tokens & _PARTIES and parties and not epithet.tokens & parties:
            return "another party"
        if epithet.head in _LOOSE:
            return None
        if all(_differ(epithet.tokens, one.tokens) for one in described if one.heads & {epithet.head}) and any(
            one.heads & {epithet.head} for one in described
        ):
            return "another portfolio"
        offices = {word for one in described for word in one.heads if is_role(word) and word not in _LOOSE | KIN}
        return "another office" if offices and epithet.head not in offices else None


def described_so(member: Member) -> str:
    """The reason of `Epithets.described`."""
    return f"the article describes {member.name} so"


@dataclass(frozen=True, slots=True)
class _Epithet:
    """An epithet's words: the noun that heads it, all for comparing, the nations that they name, what its article is."""

    head: str
    tokens: frozenset[str]
    nations: tuple[str, ...]
    opening: str
    definite: bool
    indefinite: bool
    possessed: bool
    plural: bool


def _read(words: str) -> _Epithet | None:
    bare = _DETERMINER.sub("", _ASIDE.sub("", words))
    tokens = _tokens(bare)
    if not tokens:
        return None
    first = _OF.split(bare)[0]
    head = next(iter(_tokens(first)[-1:]), "")
    if head in _PARTS:
        head = ""
    opening = words.split(maxsplit=1)[0].lower()
    plural = re.search(r"[^\W\d_]s$", first) is not None and not is_role(head)
    return _Epithet(
        head,
        frozenset(tokens),
        tuple(nations_told(words)),
        opening=opening,
        definite=opening in ("the", "this", "that"),
        indefinite=opening in INDEFINITE,
        possessed=_POSSESSED.search(first) is not None,
        plural=plural,
    )


def is_definite_roles(source: str) -> bool:
    """Whether a source's words are a definite description of several people: "the senators", "both candidates"."""
    words = _OF.split(_ASIDE.sub("", " ".join(source.split())))[0].split()
    last = words[-1].lower() if words else ""
    return len(words) > 1 and words[0].lower() in ("the", "both") and last.endswith("s") and is_role(last.removesuffix("s"))


@dataclass(frozen=True, slots=True)
class _Description:
    """How an article describes somebody, for comparing: the words, and the nouns that head them ("the chair and founder")."""

    tokens: frozenset[str]
    heads: frozenset[str]


@lru_cache(maxsize=2_000)
def _description(words: str) -> _Description:
    phrases = (_tokens(_OF.split(_ASIDE.sub("", one))[0]) for one in _AND.split(words))
    return _Description(frozenset(_tokens(words)), frozenset(phrase[-1] for phrase in phrases if phrase))


def _descriptions(member: Member) -> list[_Description]:
    return [_description(one) for one in member.descriptions]


def _differ(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether both name portfolios, and none in common: "the defence minister" is no prime minister."""
    first, second = _PORTFOLIOS.intersection(ones), _PORTFOLIOS.intersection(others)
    return bool(first and second and not first & second)


def _fit(tokens: frozenset[str] | set[str], head: str, description: _Description) -> float:
    if head not in description.heads or (tokens ^ description.tokens) & _APART or _differ(tokens, description.tokens):
        return 0.0
    return len(tokens & description.tokens) / len(tokens)


def _is_other_kind(head: str, member: Member) -> bool:
    """Whether a body's name tells that it is no company ("the bank") or no office of a state ("the agency")."""
    words = set(fold(member.name).split())
    return bool((head in _STATE and words & _PRIVATE) or (head in _PRIVATE and words & _STATE))


def _tokens(words: str) -> list[str]:
    found = (fold(match.group()).removesuffix("'s").rstrip(".") for match in _TOKEN.finditer(words))
    plain = (_SAME.get(word, word) for one in found for word in (("prime", "minister") if one == "premier" else (one,)))
    return [word for word in plain if word and word not in _EMPTY]
