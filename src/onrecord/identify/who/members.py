"""The actors of one article: its names, gathered from the mentions that the model marks, each with all places where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.identify.facts.given import gender_of
from onrecord.identify.names.comparing import key, keys, same_person
from onrecord.identify.names.runs import is_title
from onrecord.identify.names.titles import HONORIFICS, NOT_GIVEN, SUFFIXES
from onrecord.identify.who.describing import Gender, description, gender_in, title_before
from onrecord.identify.who.mentions import Range, mended
from onrecord.text.spelling import fold
from onrecord.vocabulary import Mention, MentionType, Span

# Honorifics that tell nothing of who bears them.
_OF_ANYBODY = frozenset("mr mrs ms miss sir dame lady lord".split())
# So far into an article somebody may be called by the surname before the full name and title follow. By judgement.
_OPENING = 600
_ELDER = re.compile(r"\b(?:elder|younger|older)\s$")
# Named so many times as often as another of the surname, somebody is meant by it wherever it stands. By judgement.
_FAR_MORE = 4
_LONGEST_LEAD = 100  # characters
_PREPOSITIONS = frozenset("of for to in at from on by with about against under over between and or than as like former".split())


@dataclass(slots=True, eq=False)
class Member:
    """An actor of an article: its fullest name, its type, where it is named, and how it is described there.

    `descriptions` are titles before the name and appositions after it, as written, without articles; `titles` are the first of
    these, without mere honorifics.
    """

    words: tuple[str, ...]
    type: MentionType
    seen: list[Range] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    gender: Gender | None = None
    sure: bool = True  # of the gender
    known: bool = False  # to the facts
    introduced: int = 0  # where it is first named in full

    def may_be(self, gender: Gender) -> bool:
        """Whether nothing sure tells that the person is of the other gender."""
        return self.gender in (gender, None) or not self.sure

    @property
    def name(self) -> str:
        return " ".join(self.words)

    @property
    def surname(self) -> str:
        """The last word of the name, for comparing; what follows a surname (Jr.) is none."""
        return key(next((word for word in reversed(self.words) if word.rstrip(".").lower() not in SUFFIXES), self.words[-1]))


class Members:
    """The actors of an article and where each is named, in order."""

    def __init__(self, text: str, mentions: Sequence[Mention], sources: Iterable[Span] = ()) -> None:
        """Gather the actors of a text.

        1. Persons with a full name are gathered by it; forms of one name are one person.
        2. A single word is the person with that surname, or with that given name. Of several, title or gender tell which ("Mrs.
           Brandt"), else the one named last if it is the most named too; else it is doubtful (see `doubtful`). With a title
           before anybody of the surname is named in full ("President Brandt"), it is a person of its own where the full name
           has other titles.
        3. Organisations and places are gathered by their words; an acronym goes to the name that it abbreviates.
        4. Surnames of known persons count wherever they stand with a capital, whether the model marked them or not.
        """
        self._text = text
        self._members: list[Member] = []
        self._full_names: dict[str, list[Member]] = {}  # by surname
        self._by_given: dict[str, list[Member]] = {}
        self.doubtful: dict[int, str] = {}  # bare surnames that may mean several, by place, with the reason
        mentions, unmarked = mended(text, mentions, sources)
        people = sorted([one for one in mentions if one.type is MentionType.PERSON] + unmarked)
        named = [(one, words) for one in people if (words := _name_words(one.name))]
        for one, words in named:
            if len(words) > 1:
                self._full(one, words)
        self._surnames = self._by_surname()
        for member in self._members:
            self._by_given.setdefault(key(member.words[0]), []).append(member)
        taken = {(one.start, one.end) for one in mentions}
        alone = [(one, words[0]) for one, words in named if len(words) == 1]
        alone += [(one, one.name) for one in self._unmarked(taken)]
        self._called_by_given_name = {
            key(word) for _, word in alone if key(word) in self._by_given and key(word) not in self._surnames
        }
        # First those whose title tells the gender, then other titles: what they tell decides whom the bare words mean.
        told = [(title_before(self._text, one.start).split(), one, word) for one, word in sorted(alone)]
        for titles, one, word in sorted(told, key=lambda entry: (gender_in(entry[0]) is None, not entry[0])):
            self._alone(one, word, titles)
        for one in mentions:
            if one.type in (MentionType.ORGANISATION, MentionType.PLACE):
                self._body(one)
        for member in self._members:
            member.seen.sort()
        self._order = sorted(((place, member) for member in self._members for place in member.seen), key=lambda one: one[0])
        self._starts = [place[0] for place, _ in self._order]

    def __iter__(self) -> Iterator[Member]:
        return iter(self._members)

    def within(self, start: int, end: int) -> list[tuple[Range, Member]]:
        """The places in [start, end) where actors are named, in order."""
        first = bisect_left(self._starts, start)
        found = []
        for place, member in self._order[first:]:
            if place[0] >= end:
                break
            if place[1] <= end:
                found.append((place, member))
        return found

    def join(self, one: Member, other: Member) -> Member:
        """Make one actor of two; the one with the fuller name is kept."""
        kept, gone = (one, other) if len(one.words) >= len(other.words) else (other, one)
        kept.seen = sorted({*kept.seen, *gone.seen})
        kept.descriptions += gone.descriptions
        kept.titles += gone.titles
        self._members.remove(gone)
        self._order = [(place, kept if member is gone else member) for place, member in self._order]
        return kept

    def _full(self, one: Mention, words: tuple[str, ...]) -> None:
        known = self._full_names.setdefault(_surname(words), [])
        for member in known:
            if same_person(member.words, words) or _is_misspelt(member.words, words) or _is_end(member.words, words):
                if len(words) > len(member.words) and len(words[0]) > 2:
                    member.words = words
                break
        else:
            member = Member(words, MentionType.PERSON, introduced=one.start)
            self._members.append(member)
            known.append(member)
        self._see(member, one)

    def _by_surname(self) -> dict[str, list[Member]]:
        found: defaultdict[str, list[Member]] = defaultdict(list)
        for member in self._members:
            found[member.surname].append(member)
        return found

    def _unmarked(self, taken: set[Range]) -> Iterator[Mention]:
        surnames = {member.words[-1] for member in self._members if len(member.words) > 1 and len(member.words[-1]) > 2}
        if not surnames:
            return
        marked = sorted(taken | {place for member in self._members for place in member.seen})
        starts = [start for start, _ in marked]
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(word) for word in sorted(surnames))})(?![\w-])")
        for match in pattern.finditer(self._text):
            before = bisect_left(starts, match.end()) - 1
            if before >= 0 and marked[before][1] > match.start():
                continue
            yield Mention(match.start(), match.end(), None, match.group(), MentionType.PERSON)

    def _alone(self, one: Mention, word: str, titles: Sequence[str]) -> None:
        plain = [title.rstrip(".").lower() for title in titles]
        if _ELDER.search(self._text, max(0, one.start - 10), one.start):
            self.doubtful[one.start] = "which of two is told by age"
            return
        member = self._meant(one, word, plain)
        if member is None and not set(plain) - HONORIFICS and len(self._surnames.get(key(word), ())) > 1:
            bearers = sorted(bearer.name for bearer in self._surnames[key(word)])
            self.doubtful[one.start] = f"surname of several people in the article: {', '.join(bearers)}"
            return
        if member is None:
            member = Member((word,), MentionType.PERSON)
            self._members.append(member)
            self._surnames.setdefault(key(word), []).append(member)
        self._see(member, one)

    def _meant(self, one: Mention, word: str, titles: Sequence[str]) -> Member | None:
        """The person whom a single word names (step 2)."""
        found = self._surnames.get(key(word), [])
        if not found:
            found = self._by_given.get(key(word), [])
        gender = gender_in(titles)
        fitting = [member for member in found if gender is None or member.may_be(gender)]
        # Somebody introduced only further down, with a title of his own, is not meant by a bare name up here.
        far = max(one.start, _OPENING)
        fitting = [member for member in fitting if member.introduced < far or not member.descriptions]
        held = {plain for plain in titles if is_title(plain) and plain not in _OF_ANYBODY}
        if held:
            holders = [member for member in fitting if any(held & _plain(told) for told in member.descriptions)]
            named_before = [member for member in fitting if min(member.seen, default=(one.end, 0))[0] < one.start]
            alone = [member for member in fitting if len(member.words) == 1]
            fitting = holders or alone or named_before
        sure = [member for member in fitting if gender is not None and member.gender is gender]
        fitting = sure or fitting
        if len(fitting) > 1 and not held:
            introduced = [member for member in fitting if len(member.words) > 1 and member.introduced < one.start]
            if len(introduced) == 1 and len(introduced[0].seen) >= max(len(member.seen) for member in fitting):
                return introduced[0]
            clearest = self._clearest(one, fitting)
            # Who is called by the given name is hardly meant by the surname.
            return None if clearest and key(clearest.words[0]) in self._called_by_given_name else clearest
        return max(fitting, key=lambda member: (len(member.seen), -min(member.seen)[0])) if fitting else None

    def _clearest(self, one: Mention, bearers: Sequence[Member]) -> Member | None:
        """Which of several bearers a bare surname means: the last named before it, if it is the most named too; else nobody."""
        if len(bearers) == 1:
            return bearers[0]
        most = max(bearers, key=lambda member: len(member.seen))
        before = [
            (max(start for start, _ in member.seen if start < one.start), member)
            for member in bearers
            if min(member.seen)[0] < one.start
        ]
        place, last = max(before, key=lambda entry: entry[0]) if before else (0, most)
        near = [member for start, member in before if "\n" not in self._text[start : one.start]]
        if near == [last] and len(last.seen) == len(most.seen) and self._is_free(place):
            return last
        others = max(len(member.seen) for member in bearers if member is not most)
        return most if most is last or len(most.seen) >= _FAR_MORE * others else None

    def _is_free(self, place: int) -> bool:
        """Whether no preposition stands before a name, its title left out: "Senator Brandt rose"."""
        before = self._text[max(0, place - _LONGEST_LEAD) : place].removesuffix(" ").removesuffix(title_before(self._text, place))
        return (before.split() or [""])[-1] not in _PREPOSITIONS

    def _body(self, one: Mention) -> None:
        words = tuple(one.name.removeprefix("the ").removeprefix("The ").split())
        folded = fold(" ".join(words))
        for member in self._members:
            if member.type is one.type and (fold(member.name) == folded or _abbreviates(words, member.words)):
                break
        else:
            member = Member(words, one.type or MentionType.OTHER)
            self._members.append(member)
        if _abbreviates(member.words, words):
            member.words = words
        self._see(member, one)

    def _see(self, member: Member, one: Mention) -> None:
        member.seen.append((one.start, one.end))
        if member.type is not MentionType.PERSON:
            return
        described = description(self._text, one.start, one.end)
        member.descriptions += described.words
        if described.has_title:
            member.titles.append(described.title)
        member.gender = member.gender or described.gender
        if member.gender is None and len(member.words) > 1:
            told = gender_of(member.words[0])
            if told is not None:
                member.gender, member.sure = Gender(told[0]), told[1]


def _plain(words: str) -> set[str]:
    return {word.rstrip(".").lower() for word in words.split()}


def _name_words(name: str) -> tuple[str, ...]:
    """The words of a person's name, without titles before it and marks around it."""
    words = [word.strip("“”\"‘’'()[],;:") for word in re.sub(r"[’']s$", "", name).split()]
    words = [word for word in words if word]
    while len(words) > 1 and is_title(words[0].rstrip(".").lower()):
        words = words[1:]
    return tuple(words) if words and any(word[:1].isalpha() for word in words) else ()


def _surname(words: tuple[str, ...]) -> str:
    return Member(words, MentionType.PERSON).surname


def _is_misspelt(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the given names differ in one letter alone ("Donand")."""
    one, other = key(known[0]), key(words[0])
    if keys(known)[1:] != keys(words)[1:] or min(len(one), len(other)) < 5 or len(one) != len(other):
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _is_end(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the words of one name, more than one, end the other: "Mira Reed" and "San Mira Reed"."""
    short, long = sorted((keys(one), keys(other)), key=len)
    return 1 < len(short) < len(long) and long[-len(short) :] == short and long[0] not in NOT_GIVEN


def _abbreviates(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one word is made of the initials of others: "I.M.F."."""
    letters = short[0].replace(".", "") if len(short) == 1 else ""
    initials = "".join(word[0] for word in long if word[:1].isupper())
    return len(letters) > 1 and letters.isupper() and letters == initials and len(long) > 1
