"""Reads who each statement of an article is by: names, titles and pronouns, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.identify.names.cast import Cast
from onrecord.identify.names.comparing import plain_words
from onrecord.identify.names.titles import PRONOUNS
from onrecord.identify.who import pronouns
from onrecord.identify.who.actors import actor_of, by_id, nameless, office_held, office_words, type_of
from onrecord.identify.who.describing import Gender, gender_of_words
from onrecord.identify.who.epithets import Epithets, Meant, described_so
from onrecord.identify.who.heading import Heads, is_owned
from onrecord.identify.who.knowing import Days, Setting, known, setting_of
from onrecord.identify.who.members import Member, Members
from onrecord.identify.who.mentions import touches
from onrecord.identify.who.nouns import is_mostly_nameless, is_plural, noun_of
from onrecord.identify.who.phrases import is_definite_roles, is_pair
from onrecord.identify.who.pronouns import Ranking, Voice
from onrecord.identify.who.sharing import shared_speaker
from onrecord.identify.who.speakers import NAMED_IN_FULL, is_compound, read_speaker
from onrecord.identify.who.subjects import subject_of
from onrecord.text.paragraphs import paragraphs
from onrecord.text.quotes import quotations
from onrecord.text.sentences import sentences
from onrecord.text.spelling import fold
from onrecord.vocabulary import Actor, ActorType, Article, Mention, MentionType, Span, Speaker, Statement, content_id

_TOLD_TO = re.compile(
    r"\b(?:was|were|is|are|been|be|being)\s+(?:\w+ly\s+|also\s+)?"
    r"(?:told|informed|warned|assured|promised|advised|asked|reminded|notified)\b"
)
# What goes on after a town that begins a report, which may do so this far down: ", 3 May 2031 (Agency) – ".
_DATELINE = re.compile(r"[^\n.!?“”\"]{0,45}?\s[–—-]{1,2}\s")
_DATELINES = 1500
# A relative pronoun with what only tells when or where: "who, in March,", "who last year".
_WHO_THEN = re.compile(
    r"(?P<pronoun>who|which|that)(?:,.*|\s(?:in|on|at|last|earlier|later|also|then|once)\b(?:\s[\w’'-]+){0,3})", re.DOTALL
)
# "The official" and no more.
_NOUN_ALONE = 2


@dataclass(frozen=True, slots=True)
class Identified:
    """Statements with their speakers, mentions with their actors (pronouns and titles that speak included), and the actors."""

    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]


def identified(article: Article, statements: Sequence[Statement], mentions: Sequence[Mention]) -> Identified:
    """Who speaks in an article's statements and whom its mentions name; a statement for which nobody is named has no speaker."""
    return Reading(article, statements, mentions).read()


@dataclass(frozen=True, slots=True)
class Found:
    """A speaker, and the actor of the article that it is, if one."""

    speaker: Speaker
    member: Member | None = None
    plural: bool = False
    joint: bool = False
    stranger: bool = False


class Reading:
    """One article's statements being read."""

    def __init__(self, article: Article, statements: Sequence[Statement], mentions: Sequence[Mention]) -> None:
        self._article = article
        self._statements = statements
        sources = [one.source for one in statements if one.source is not None]
        self._cast = Cast(article.text, sources)
        self._members = Members(article.text, mentions, sources)
        spans = [span for start, end in paragraphs(article.text) for span in sentences(article.text, start, end)]
        self._quoted = [one.inner for one in quotations(article.text)]
        self._ranking = Ranking(article.text, self._members, spans, self._quoted)
        demonyms = [one.name for one in mentions if one.type is MentionType.OTHER]
        self._setting: Setting = setting_of(_days(article), self._members, demonyms)
        self._known = known(self._members, self._setting)
        persons = {id(member): person for member, person in self._known}
        for member, _ in self._known:
            member.known = True
        self._heads = Heads(article.text, self._members, self._cast)
        self._epithets = Epithets(self._members, self._ranking, self._known, self._setting, sources)
        self._mentions = mentions
        self._actors = {
            id(member): actor_of(article, member, persons.get(id(member)), self._setting.days) for member in self._members
        }
        self._offices = {id(member): office_held(persons.get(id(member)), member, self._setting.days) for member in self._members}
        self._more: list[Actor] = []
        self._strangers: list[tuple[str, int, Found]] = []  # the noun, its place
        self._voices: list[Voice] = []
        self._by_id: dict[str, Found] = {}
        self._by_place: dict[int, Found] = {}

    def read(self) -> Identified:
        """Each statement in the order of its source, so that a pronoun knows who spoke before."""
        found: dict[int, Statement] = {}
        for index in sorted(range(len(self._statements)), key=self._order):
            one = self._statements[index]
            if one.repeats is not None and one.source is None:
                read = self._by_id.get(one.repeats)
            elif one.source is None:
                before = [found[place] for place in sorted(found) if place < index]
                read = self._shared(one, before) or self._subject(one)
            else:
                read = self._source(one, one.source)
            if read is not None and _is_told_to(one):
                read = None
            read = read and self._with_actor(read)
            found[index] = replace(one, speaker=read.speaker if read else None)
            if read:
                self._by_id[one.id] = read
                start = one.source or one.spans[0]
                self._by_place[start.start] = read
                self._voices.append(self._voice(start, read))
                self._voices.sort(key=lambda voice: voice.place)
        read_out = tuple(found[index] for index in range(len(self._statements)))
        return Identified(read_out, self._all_mentions(read_out), by_id((*self._actors.values(), *self._more)))

    def _voice(self, start: Span, read: Found) -> Voice:
        relative = read.member is not None and start.text.split(maxsplit=1)[0].lower() in pronouns.RELATIVE
        aside = relative and read.member is not None and self._ranking.is_aside(start.start, read.member)
        return Voice((start.start, start.end), read.member, read.speaker.name, read.plural, read.joint, aside)

    def _with_actor(self, found: Found) -> Found:
        """A speaker with its actor's id: a member's, or one of its own where the article has no name for it."""
        member, speaker = found.member, found.speaker
        if member is not None:
            office = speaker.office or self._offices[id(member)]
            return replace(found, speaker=replace(speaker, actor=self._actors[id(member)].id, office=office))
        is_nobody = speaker.type is None or found.joint
        is_nobody = is_nobody or speaker.reason in self._members.doubtful.values()
        if speaker.actor is not None or is_nobody or speaker.name.lower() in PRONOUNS:
            return found
        self._more.append(nameless(self._article, speaker, 0))
        return replace(found, speaker=replace(speaker, actor=self._more[-1].id))

    def _all_mentions(self, statements: Sequence[Statement]) -> tuple[Mention, ...]:
        """The model's names, the surnames that it missed, and the sources that stand for somebody, in order, none overlapping."""
        types = {(one.start, one.end): one.type for one in self._mentions}
        found = {
            place: Mention(*place, self._actors[id(member)].id, member.name, types.get(place, member.type))
            for member in self._members
            for place in member.seen
        }
        for one in self._mentions:
            found.setdefault((one.start, one.end), one)
        taken = sorted(found)
        for statement in statements:
            source, speaker = statement.source, statement.speaker
            if source is None or speaker is None or speaker.actor is None:
                continue
            if not touches(taken, source.start, source.end):
                found[source.start, source.end] = Mention(source.start, source.end, speaker.actor, speaker.name)
        return tuple(found[place] for place in sorted(found))

    def _order(self, index: int) -> tuple[int, int, int]:
        """By place; "I" and "we" after those whose words they stand in, and what repeats another statement at the end."""
        one = self._statements[index]
        spoken = one.source is not None and plain_words(one.source.text).lower() in pronouns.I | pronouns.WE
        return (2 if one.repeats is not None else int(spoken), (one.source or one.spans[0]).start, index)

    def _shared(self, one: Statement, before: list[Statement]) -> Found | None:
        speaker = shared_speaker(self._article.text, one, before)
        if speaker is None:
            return None
        former = self._by_id.get(before[-1].id)
        return Found(speaker, former.member if former else None)

    def _subject(self, one: Statement) -> Found | None:
        """Who speaks where the cue's subject was not marked as the source: somebody named, or nobody."""
        subject = subject_of(self._article.text, one, self._members, self._quoted)
        found = self._source(one, subject) if subject is not None else None
        if found is None or found.member is None:
            return None
        return replace(found, speaker=replace(found.speaker, reason=f"the subject of the cue; {found.speaker.reason}"))

    def _source(self, one: Statement, source: Span) -> Found:
        plain = plain_words(source.text).lower()
        relative = _WHO_THEN.fullmatch(plain)
        if relative is not None:
            plain = relative["pronoun"]
        if plain in PRONOUNS:
            return self._pronoun(one, source, plain) or Found(read_speaker(source.text, self._cast))
        member = self._after_dateline(source, one.cue)
        if member is not None:
            return self._as(member, f"the article's {member.name}; the place before is where it was written")
        people = self._heads.joined(source)
        if len(people) > 1:
            return _together([one.name for one in people])
        if is_compound(source.text) or self._heads.are_listed(source):
            parts = [one.name if isinstance(one, Member) else one.text for one in self._heads.parts(source)]
            return _together(parts) if parts else Found(read_speaker(source.text, self._cast), plural=True)
        member = self._heads.named(source)
        return self._as(member, self._reason(source, member)) if member is not None else self._unnamed(source)

    def _after_dateline(self, source: Span, cue: Span | None) -> Member | None:
        """Who is named first after a dateline whose town was taken for the source: "SELM, 3 May – President Brandt said"."""
        if cue is None or not source.text.isupper() or source.start > _DATELINES or cue.start < source.end:
            return None
        dash = _DATELINE.match(self._article.text, source.end)
        if dash is None or dash.end() > cue.start or self._article.text[: source.start].rstrip(" \t")[-1:] not in ("", "\n"):
            return None
        return next((member for _, member in self._members.within(dash.end(), cue.start)), None)

    def _unnamed(self, source: Span) -> Found:
        """Who speaks where no name heads a source: a title's holder, an unnamed one, or the words as they stand."""
        speaker = read_speaker(source.text, self._cast)
        if source.start in self._members.doubtful and speaker.type in (None, ActorType.PERSON):
            speaker = Speaker(speaker.name, self._members.doubtful[source.start], ActorType.PERSON)
        plural = is_plural(source.text)
        if speaker.type is not ActorType.PERSON and not is_mostly_nameless(source.text):
            found = self._titled(source) or self._titled_several(source)
            if found is not None:
                return found
        if speaker.type in (ActorType.UNNAMED, ActorType.OFFICE) and not plural:
            return self._stranger(source, speaker)
        return Found(speaker, plural=plural)

    def _titled(self, source: Span) -> Found | None:
        """Whom a title or epithet without a name stands for."""
        if self._heads.is_opened_by_name(source):
            return None
        meant = self._epithets.one(source, self._voices)
        return self._meant(meant, source) if meant else None

    def _meant(self, meant: Meant, source: Span) -> Found:
        who = meant.who
        if isinstance(who, Member):
            self._ranking.add(who, (source.start, source.end))
            return self._as(who, meant.reason)
        number = who.qid or content_id("actor", ActorType.PERSON, fold(who.person))
        self._more.append(Actor(number, who.person, ActorType.PERSON, (who.person,), wikidata=who.qid, gender=who.gender))
        return Found(Speaker(who.person, meant.reason, ActorType.PERSON, number, office_words(who)))

    def _stranger(self, source: Span, speaker: Speaker) -> Found:
        """Somebody without a name: "an official" is a new one each time, "the official" the last one of that noun."""
        words = source.text.lower().split()
        if words[0] in ("the", "that", "this") or is_owned(source.text):
            described = self._epithets.described(source, self._voices)
            named = max((start for start, _ in described.seen if start < source.start), default=-1) if described else -1
            alone = len(words) == _NOUN_ALONE and words[0] in ("the", "that", "this")
            for head, place, former in reversed(self._strangers):
                if alone and head == words[1] and place > named:
                    reason = f"goes back to “{former.speaker.name}”"
                    return Found(replace(former.speaker, reason=reason), stranger=True)
            if described is not None:
                return self._meant(Meant(described, described_so(described)), source)
            holder = self._epithets.in_office(source)
            if holder is not None:
                return self._meant(holder, source)
            if speaker.type is ActorType.UNNAMED and words[0] in ("the", "that", "this") and not is_mostly_nameless(source.text):
                return Found(Speaker(speaker.name, "a title or epithet; whom it stands for is not told"))
        meant = self._epithets.spokesman(source) or self._epithets.owned(source, self._voices)
        if meant is not None:
            return self._meant(meant, source)
        actor = nameless(self._article, speaker, source.start)
        self._more.append(actor)
        found = Found(replace(speaker, actor=actor.id), stranger=True)
        self._strangers.append((noun_of(source.text), source.start, found))
        return found

    def _titled_several(self, source: Span) -> Found | None:
        """Several people by a title: "the senators", "both men"."""
        pair = self._ranking.pair(source.start) if is_pair(source.text) else []
        if pair:
            reason = "the two persons named just before"
            return Found(Speaker(_listed([one.name for one in pair]), reason, ActorType.GROUP), None, True, True)
        if not is_definite_roles(source.text):
            return None
        fitting = self._epithets.several(source)
        if fitting:
            reason = "the article describes each of them so"
            return Found(Speaker(_listed([one.name for one in fitting]), reason, ActorType.GROUP), None, True, True)
        voice = self._ranking.several(source.start, self._voices, joint=True)
        reason = "a title that stands for those who spoke before"
        return Found(Speaker(voice.words, reason, ActorType.GROUP), None, True, True) if voice else None

    def _reason(self, source: Span, member: Member) -> str:
        if member.name in " ".join(source.text.split()):
            return NAMED_IN_FULL if len(member.words) > 1 or member.type is not MentionType.PERSON else "named by one name"
        return f"the article's {member.name}"

    def _as(self, member: Member, reason: str) -> Found:
        return Found(Speaker(member.name, reason, type_of(member)), member)

    def _pronoun(self, one: Statement, source: Span, plain: str) -> Found | None:
        if plain in pronouns.RELATIVE:
            return self._relative(one, source, plain)
        if plain in pronouns.I | pronouns.WE:
            return self._quoted_speaker(source.start, plain)
        if plain in pronouns.HE | pronouns.SHE:
            return self._he_or_she(one, source, plain)
        if plain in pronouns.THEY | pronouns.EACH:
            voice = self._ranking.several(source.start, self._voices, joint=plain in pronouns.EACH)
            former = self._by_place.get(voice.place[0]) if voice else None
            reason = f"“{plain}” stands for those who spoke before"
            return replace(former, speaker=replace(former.speaker, reason=reason)) if former else None
        return self._it(source, plain) if plain in pronouns.IT else None

    def _relative(self, one: Statement, source: Span, plain: str) -> Found | None:
        found = self._ranking.antecedent(source.start, plain)
        if isinstance(found, Member):
            return self._as(found, f"“{plain}” follows the name")
        if found is None:
            return None
        if fold(found) in pronouns.HE | pronouns.SHE:  # "it was she who"
            return self._he_or_she(one, source, fold(found))
        former = self._by_place.get(self._ranking.last_place(source.start, self._voices))
        reason = f"“{plain}” follows these words"
        if former is not None and former.member is None and fold(found) in fold(former.speaker.name):
            return replace(former, speaker=replace(former.speaker, reason=reason))
        return Found(Speaker(found, reason), plural=is_plural(found))

    def _he_or_she(self, one: Statement, source: Span, plain: str) -> Found | None:
        gender = Gender.MALE if plain in pronouns.HE else Gender.FEMALE
        outer = self._by_id.get(one.within) if one.within else None
        not_these = [outer.member] if outer and outer.member and self._is_quoted(source.start) else []
        last = self._by_place.get(self._ranking.last_place(source.start, self._voices))
        told = gender_of_words(last.speaker.name) if last is not None else None
        if last is not None and last.stranger and (told is gender or (told is None and is_mostly_nameless(last.speaker.name))):
            return replace(last, speaker=replace(last.speaker, reason=f"“{plain}” stands for who spoke before"))

        def may_be(one: Member) -> bool:
            return one.may_be(gender) and one not in not_these

        member = self._ranking.subject_here(source.start, lambda one: may_be(one) and one.gender in (gender, None))
        member = member or self._ranking.subject_before(source.start, may_be)
        member = member or self._ranking.person(source.start, gender, self._voices, not_these)
        if member is None or (member.gender is not None and member.gender is not gender):
            return None
        member.gender = member.gender or gender
        self._ranking.add(member, (source.start, source.end))
        return self._as(member, f"“{plain}” stands for the likeliest person named before")

    def _it(self, source: Span, plain: str) -> Found | None:
        body = self._ranking.body(source.start, self._voices)
        if isinstance(body, Member):
            return self._as(body, f"“{plain}” stands for the likeliest body named before")
        former = self._by_place.get(body.place[0]) if body else None
        return (
            replace(former, speaker=replace(former.speaker, reason=f"“{plain}” stands for what spoke before")) if former else None
        )

    def _quoted_speaker(self, place: int, plain: str) -> Found | None:
        """Whom "I" and "we" stand for: who says the quotation that they stand in; "I" outside, the article's one author."""
        for one in self._statements:
            if any(span.start <= place < span.end for span in one.content) and one.id in self._by_id:
                outer = self._by_id[one.id]
                return Found(replace(outer.speaker, reason=f"“{plain}” in the words of {outer.speaker.name}"), outer.member)
        if plain in pronouns.I and not self._is_quoted(place) and len(self._article.byline) == 1:
            return Found(Speaker(self._article.byline[0], f"“{plain}” outside quotations is the author", ActorType.PERSON))
        return None

    def _is_quoted(self, place: int) -> bool:
        return any(start <= place < end for start, end in self._quoted)


def _is_told_to(one: Statement) -> bool:
    """Whether the source of a statement is who hears it: "she was told that"."""
    if one.cue is None or one.source is None or one.source.start > one.cue.start:
        return False
    return _TOLD_TO.search(one.cue.text) is not None


def _together(names: Sequence[str]) -> Found:
    return Found(Speaker(_listed(names), "several speakers in one source", ActorType.GROUP), plural=True, joint=True)


def _listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]])


def _days(article: Article) -> Days | None:
    published = article.published
    if published is None:
        return None
    return published.earliest[:10], (published.latest or "9999-12-31")[:10]
