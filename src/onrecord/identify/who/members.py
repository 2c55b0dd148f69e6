"""The actors of one article: its names, gathered from the mentions that the model marks, each with all places where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.identify.facts.given import gender_of
from onrecord.identify.facts.people import people_named
from onrecord.identify.facts.places import country_of, organisation_of
from onrecord.identify.names.comparing import key, keys, name_in, same_person
from onrecord.identify.names.runs import is_title
from onrecord.identify.names.titles import GENERIC_TITLES, HONORIFICS, KIN, NOT_GIVEN, OPENERS, ORGANISATIONS, ROLES, SUFFIXES
from onrecord.identify.who.describing import Gender, description, gender_in, title_before
from onrecord.text.spelling import fold
from onrecord.vocabulary import Mention, MentionType, Span

Range = tuple[int, int]

_WORDS_AFTER = re.compile(r"(?: [^\W\d_]+){1,3}")
_CAPITAL_BEFORE = re.compile(r"(?:^|[\n.!?”\"]\s*|\b[a-z][\w’'-]*,?\s)(?P<word>[A-Z][^\W\d_A-Z]{2,})[ \u00a0]$")
_SUFFIX = re.compile(r",?[ \u00a0](?P<words>(?:Jr|Sr)\b\.?|I{2,3}\b|IV\b)")
# Honorifics that tell nothing of who bears them.
_OF_ANYBODY = frozenset("mr mrs ms miss sir dame lady lord".split())
# So far into an article somebody may be called by the surname before the full name and title follow. By judgement.
_OPENING = 600
_ELDER = re.compile(r"\b(?:elder|younger|older)\s$")
# Named so many times as often as another of the surname, somebody is meant by it wherever it stands. By judgement.
_FAR_MORE = 4


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
        mentions = _without_possessive(mentions)
        mentions = _people_by_use(text, [_widened(text, _with_suffix(text, _without_title(_corrected(one)))) for one in mentions])
        mentions = _people_by_surname(mentions)
        people = [one for one in mentions if one.type is MentionType.PERSON]
        people += _in_sources(text, sources, mentions)
        people.sort()
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
        last = max(before, key=lambda entry: entry[0])[1] if before else most
        others = max(len(member.seen) for member in bearers if member is not most)
        return most if most is last or len(most.seen) >= _FAR_MORE * others else None

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


def _corrected(one: Mention) -> Mention:
    """A mention whose one word is a body, a country or a capital by the facts, and not a person's name: "Kremlin"."""
    nation, _, rest = one.name.partition(" ")
    named = country_of(nation) if rest else None
    if named is not None and named.how == "demonym":  # "the Russian Kremlin"
        body = organisation_of(rest)
        if body is not None and body.country == named.place and one.end - one.start == len(one.name):
            return replace(one, start=one.end - len(rest), name=rest, type=MentionType.ORGANISATION)
    if one.type is MentionType.PERSON and rest:
        words = one.name.split()
        is_body = words[-1].lower() in ORGANISATIONS and gender_of(words[0]) is None
        return replace(one, type=MentionType.ORGANISATION) if is_body else one
    if one.type is not MentionType.PERSON:
        return one
    body, country = organisation_of(one.name), country_of(one.name)
    if body is not None and not body.ambiguous:
        return replace(one, type=MentionType.ORGANISATION)
    is_place = country is not None and country.how in ("name", "capital") and not country.ambiguous
    return replace(one, type=MentionType.PLACE) if is_place else one


def _widened(text: str, one: Mention) -> Mention:
    """A person's mention of one word with the given name before it, where nothing else can stand there with a capital."""
    before = _CAPITAL_BEFORE.search(text, max(0, one.start - 30), one.start) if one.type is MentionType.PERSON else None
    if before is None or " " in one.name:
        return one
    word = before["word"]
    plain = word.lower()
    role = plain.removesuffix("s")
    other = (
        {plain, role} & (OPENERS | NOT_GIVEN | ROLES | KIN) or is_title(role) or is_title(plain) or country_of(word) is not None
    )
    if other or organisation_of(word) is not None or re.search(rf"\b{re.escape(plain)}\b", text):
        return one
    return replace(one, start=before.start("word"), name=f"{word} {one.name}")


def _with_suffix(text: str, one: Mention) -> Mention:
    """A person's mention with the suffix after it: "Tomas Brandt Jr."."""
    suffix = _SUFFIX.match(text, one.end) if one.type is MentionType.PERSON and " " in one.name else None
    return replace(one, end=suffix.end(), name=f"{one.name} {suffix['words']}") if suffix else one


def _without_title(one: Mention) -> Mention:
    """A person's mention from its name on: "Ms. Brandt" as "Brandt", "New Tor Brandt" of a headline as "Tor Brandt"."""
    words = one.name.split()
    cut = next((place for place, word in enumerate(words) if not is_title(word.rstrip(".").lower())), 0)
    if cut == 0 and ((len(words) > 2 and words[0].lower() in NOT_GIVEN) or words[0].lower() in ("neither", "either", "both")):
        cut = 1
    if one.type is not MentionType.PERSON or not 0 < cut < len(words):
        return one
    name = " ".join(words[cut:])
    return replace(one, start=one.end - len(name), name=name) if one.end - one.start == len(one.name) else one


def _without_possessive(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those cut that have a possessive s without its apostrophe, as translations have: "Veshias request"."""
    counts = Counter(one.name for one in mentions)
    return [replace(one, end=one.end - 1, name=one.name[:-1]) if _has_possessive(one, counts) else one for one in mentions]


def _has_possessive(one: Mention, counts: Mapping[str, int]) -> bool:
    bare = one.name[:-1]
    if not one.name.endswith("s") or one.name.endswith("ss") or one.end - one.start != len(one.name):
        return False
    if counts.get(bare, 0) >= counts[one.name]:
        return True
    if one.type is MentionType.PERSON and " " not in bare and people_named(bare) and not people_named(one.name):
        return True
    known = country_of(bare) or organisation_of(bare)
    return known is not None and country_of(one.name) is None and organisation_of(one.name) is None and known.how != "demonym"


def _people_by_use(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, one-word people of which the text's own use tells that they are none made places and adjectives.

    One that stands right before a title is an adjective ("the Veshan president"), one after "in" is a place ("in Veshia"); not so
    where it ever stands after a title or is part of a full name.
    """
    single = [one for one in mentions if one.type is MentionType.PERSON and " " not in one.name]
    surnames = {one.name.split()[-1] for one in mentions if one.type is MentionType.PERSON and " " in one.name}
    adjectives = {one.name for one in single if _stands_before_title(text, one)}
    places = {one.name for one in single if text[max(0, one.start - 4) : one.start] in (" in ", "\nIn ", " In ")}
    titled = {one.name for one in single if title_before(text, one.start)}
    kinds = dict.fromkeys(places, MentionType.PLACE) | dict.fromkeys(adjectives, MentionType.OTHER)
    kinds = {name: kind for name, kind in kinds.items() if name not in surnames | titled}
    return [replace(one, type=kinds[one.name]) if one in single and one.name in kinds else one for one in mentions]


def _stands_before_title(text: str, one: Mention) -> bool:
    following = _WORDS_AFTER.match(text, one.end)
    words = [word.lower() for word in following.group().split()] if following else []
    while words and words[0] in GENERIC_TITLES:
        words = words[1:]
    return bool(words) and is_title(words[0])


def _people_by_surname(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those of two words that only a headline's capitals made a body's being people's.

    The last word is marked as a person's name alone elsewhere, the first is a given name.
    """
    alone = {one.name for one in mentions if one.type is MentionType.PERSON and " " not in one.name}
    return [replace(one, type=MentionType.PERSON) if _is_person_by_surname(one, alone) else one for one in mentions]


def _is_person_by_surname(one: Mention, alone: set[str]) -> bool:
    words = one.name.split()
    is_pair = one.type is MentionType.ORGANISATION and len(words) == 2
    return is_pair and words[1] in alone and gender_of(words[0]) is not None


def touches(places: Sequence[Range], start: int, end: int) -> bool:
    """Whether one of the places, in order and apart, shares a character with [start, end)."""
    before = bisect_left(places, (end, 0)) - 1
    return before >= 0 and places[before][1] > start


def _in_sources(text: str, sources: Iterable[Span], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Titled names in sources that the model did not mark: "President Brandt"."""
    marked = [(one.start, one.end) for one in mentions]
    for source in sources:
        if touches(marked, source.start, source.end):
            continue
        named = name_in(source.text)
        if named is None or not named.is_person:
            continue
        written = re.search(r"\s+".join(re.escape(word) for word in named.words), source.text)
        if written is not None:
            start = source.start + written.start()
            yield Mention(start, source.start + written.end(), None, " ".join(named.words), MentionType.PERSON)


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
