"""Whom a pronoun stands for, as far as sources need it: a ranked choice among the actors named before it, or nobody."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.identify.names.titles import DETERMINERS
from onrecord.identify.who.describing import Gender
from onrecord.identify.who.members import Member, Members
from onrecord.identify.who.mentions import Range
from onrecord.identify.who.standing import Standing, is_person
from onrecord.vocabulary import MentionType

HE = frozenset("he him his himself".split())
SHE = frozenset("she her hers herself".split())
THEY = frozenset("they them their theirs themselves".split())
IT = frozenset("it its itself".split())
I = frozenset("i me my mine myself".split())  # noqa: E741
WE = frozenset("we us our ours ourselves".split())
EACH = frozenset("each both neither either".split())
RELATIVE = frozenset("who whom whose which that".split())

# Weights of the choice among people, by judgement, kept as first set: with them 145 of the 179 pronouns of
# benchmarks/speakers.json are right (training/evaluate_speakers.py). See `Ranking.score`.
_SPOKE_LAST, _SPOKE_BEFORE, _SUBJECT, _SAME_PARAGRAPH, _OFTEN, _QUOTED, _SENTENCE = 2.0, 0.7, 1.2, 0.6, 0.15, -1.5, -0.8
_FITS = 0.7  # where the gender is known to fit; the same is taken off where it likely does not
# A choice that leads by less is none; an epithet must lead by far. By judgement.
_LEAD = 0.15
_FAR_LEAD = 1.0
_FARTHEST_SENTENCES = 8
_VOICES = 40
_NEAR_SENTENCES = 2
_PEOPLE = 40
# What may stand between a noun and the relative pronoun about it: an age, a bracket, a comma.
_ASIDE = re.compile(r"(?:\s*\([^()]{1,40}\))?(?:,\s+(?:aged\s+)?\d{1,3})?,?\s*$")
_PHRASE = re.compile(r"(?:[^\W_][\w.’'-]*[ \u00a0\n]){0,6}[^\W\d_][\w.’'-]*$")
_BREAKS = DETERMINERS | frozenset(
    "of for to in at from on by with about against under over between and or but than as like after before into among including "
    "is are was were be been being has have had do does did will would can could may might must should not said says told also "
    "if when while where because since though although who which that".split()
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who spoke before, and where: a member, or words that name nobody; several or one; `joint` where the several are named;
    `aside` in a relative clause, where the sentence is about another person.
    """

    place: Range
    member: Member | None
    words: str
    plural: bool
    joint: bool = False
    aside: bool = False


class Ranking(Standing):
    """Chooses whom a pronoun at a place stands for, among the members named before it and those who spoke before."""

    def __init__(self, text: str, members: Members, sentences: Sequence[Range], quoted: Sequence[Range]) -> None:
        """Take the article's text, its actors, its sentences and the insides of its quotation marks, each in order."""
        super().__init__(text, members, sentences, quoted)
        self._added: dict[int, list[Range]] = {}

    def person(self, place: int, gender: Gender, voices: Sequence[Voice], not_these: Sequence[Member]) -> Member | None:
        """The person that "he" or "she" at a place stands for; None where nobody leads."""
        scored = []
        for member in self._near(place):
            if member.may_be(gender) and member not in not_these:
                score = self.score(member, place, voices)
                if score is not None:
                    scored.append(
                        (score + (0.0 if member.gender is None else _FITS if member.gender is gender else -_FITS), member)
                    )
        scored.sort(key=lambda one: -one[0])
        if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < _LEAD):
            return None
        return scored[0][1]

    def epithet(self, place: int, voices: Sequence[Voice], may_be: Callable[[Member], bool]) -> Member | None:
        """The person whom "the candidate" means after whom one has just been reading: far ahead of all others, or nobody.

        Only persons count that `may_be` lets pass.
        """
        near = [one for one in self._near(place) if may_be(one)]
        scored = [(score, member) for member in near if (score := self.score(member, place, voices)) is not None]
        scored.sort(key=lambda one: -one[0])
        if not scored or scored[0][0] < _SPOKE_LAST or (len(scored) > 1 and scored[0][0] - scored[1][0] < _FAR_LEAD):
            return None
        return scored[0][1]

    def leading(self, members: Sequence[Member], place: int, voices: Sequence[Voice]) -> Member | None:
        """Of these persons the one that leads before a place, as for a pronoun; None where none was named near, or none leads."""
        scored = [(score, member) for member in members if (score := self.score(member, place, voices)) is not None]
        scored.sort(key=lambda one: -one[0])
        if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < _LEAD):
            return None
        return scored[0][1]

    def _near(self, place: int) -> list[Member]:
        """The persons named in the sentences before a place; a bare word without title or gender may be no person at all."""
        begin = self._sentences[max(0, self._sentence(place) - _FARTHEST_SENTENCES)][0]
        named = [member for _, member in self._members.within(begin, place)]
        added = [member for spot, member in self._added_places if begin <= spot < place]
        people = dict.fromkeys(member for member in (*added, *reversed(named)) if member.type is MentionType.PERSON)
        near = list(people)[:_PEOPLE]
        return [one for one in near if is_person(one)]

    def score(self, member: Member, place: int, voices: Sequence[Voice]) -> float | None:
        """How well a member suits a pronoun: near, a subject, a speaker, often named; None where it is not named before."""
        count = bisect_right(member.seen, (place, 0))
        added = [one for one in self._added.get(id(member), ()) if one[1] <= place]
        if not count and not added:
            return None
        last = max([*member.seen[max(0, count - 1) : count], *added])
        away = self._sentence(place) - self._sentence(last[0])
        if away > _FARTHEST_SENTENCES:
            return None
        score = _SENTENCE * away + _OFTEN * min(10, count + len(added))
        score += _SUBJECT * self._is_subject(last) + _QUOTED * self._is_quoted(last[0]) * (not self._is_quoted(place))
        score += _SAME_PARAGRAPH * ("\n" not in self._text[last[1] : place])
        before = before_place(voices, place)
        if before and before[-1].member is member:
            score += 0.0 if before[-1].aside else _SPOKE_LAST
        elif any(voice.member is member for voice in before[-3:]):
            score += _SPOKE_BEFORE
        return score

    def last_place(self, place: int, voices: Sequence[Voice]) -> int:
        """Where the last voice before a place stands, if in its sentence or the two before; -1 where there is none."""
        before = before_place(voices, place)
        near = before and self._sentence(place) - self._sentence(before[-1].place[0]) <= _NEAR_SENTENCES
        return before[-1].place[0] if near else -1

    def add(self, member: Member, place: Range) -> None:
        """Count a pronoun at a place as one more where a member is spoken of."""
        self._added.setdefault(id(member), []).append(place)
        self._added_places.append((place[0], member))

    def body_that_spoke(self, place: int, voices: Sequence[Voice]) -> Member | None:
        """The body that spoke last before a place, itself or by its nameless people, if near and if no person spoke since."""
        before = before_place(voices, place)
        if not before or self._sentence(place) - self._sentence(before[-1].place[0]) > _NEAR_SENTENCES:
            return None
        last = before[-1]
        if last.member is not None:
            return last.member if last.member.type is not MentionType.PERSON else None
        return next((one for _, one in self._members.within(*last.place) if one.type is MentionType.ORGANISATION), None)

    def body(self, place: int, voices: Sequence[Voice]) -> Member | Voice | None:
        """The organisation or place that "it" stands for: the last that spoke, if near, else the last subject."""
        here = self._sentence(place)
        for voice in reversed(before_place(voices, place)):
            if here - self._sentence(voice.place[0]) > 3:
                break
            if not voice.plural and (voice.member is None or voice.member.type is not MentionType.PERSON):
                return voice.member or voice
        begin = self._sentences[max(0, here - 2)][0]
        found = [
            (one, member)
            for one, member in self._members.within(begin, place)
            if member.type is not MentionType.PERSON and self._is_subject(one)
        ]
        return found[-1][1] if found else None

    def several(self, place: int, voices: Sequence[Voice], *, joint: bool = False) -> Voice | None:
        """The group that "they" stands for: the last of several that spoke, if near; with `joint` only of several by name."""
        here = self._sentence(place)
        for voice in reversed(before_place(voices, place)):
            if here - self._sentence(voice.place[0]) > 4:
                return None
            if (voice.joint if joint else voice.plural) and (self._is_quoted(place) or not self._is_quoted(voice.place[0])):
                return voice
        return None

    def antecedent(self, place: int, pronoun: str) -> Member | str | None:
        """What a relative pronoun at a place follows: an actor, or the words of a noun phrase."""
        before = self._text[max(0, place - 200) : place]
        aside = _ASIDE.search(before)
        end = place - (len(before) - aside.start() if aside else 0)
        of_person = pronoun in ("who", "whom", "whose")
        near = [member for one, member in self._members.within(max(0, end - 80), place) if one[1] in (end, end - 2)]
        if near and (pronoun == "that" or (near[-1].type is MentionType.PERSON) == of_person):
            return near[-1]
        if of_person and "," in self._text[end:place]:  # "Dana Brandt, a lawyer from Dol, who"
            begin = self._sentences[self._sentence(place)][0]
            people = [one for one in self._members.within(begin, end) if is_person(one[1])]
            if people and self._text[people[-1][0][1]] in ",(" and noun_is_singular(self._text[people[-1][0][1] : end]):
                return people[-1][1]
        return noun_phrase(self._text[max(0, end - 120) : end])


def before_place(voices: Sequence[Voice], place: int) -> Sequence[Voice]:
    """The last of the voices, in order, that begin before a place: as many as any rule looks at."""
    end = bisect_left(voices, place, key=lambda voice: voice.place[0])
    return voices[max(0, end - _VOICES) : end]


def noun_is_singular(words: str) -> bool:
    """Whether the words after a name, up to a pronoun, look like one apposition: no plural noun ends them."""
    return not re.search(r"[^\W\d_]{3,}(?<!s)s$", words.strip(" ,"))


def noun_phrase(before: str) -> str | None:
    """The noun phrase that a text ends with, without its determiner."""
    match = _PHRASE.search(before)
    if match is None:
        return None
    kept: list[str] = []
    for word in reversed(match.group().split()):
        if word.lower().rstrip(",") in _BREAKS or (kept and word.endswith((",", ".", ":", ";"))):
            break
        kept.append(word)
    return " ".join(reversed(kept)) or None
