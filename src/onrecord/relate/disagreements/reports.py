"""What the reports of one utterance cannot both be right about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import TypeVar

from onrecord.relate.disagreements import dates, names, numbers, places, polarity, wording
from onrecord.relate.disagreements.matter import Shared, matter, shared
from onrecord.relate.disagreements.sides import Pair, Printing, disagreements_of
from onrecord.vocabulary.actors import ActorType
from onrecord.vocabulary.relations import Disagreement, DisagreementKind, Place, Telling
from onrecord.vocabulary.spans import Span
from onrecord.vocabulary.statements import SaidOnBasis, SpeechAct

# A day of saying that is less exact than a year tells nothing.
_EXACT = timedelta(366)
# How many words in a row two quotations share that are one.
_SAME_WORDS = 4
# What part of their words two clauses share that tell one share of one whole: one in PolNeAR that are of two have a third.
_ALIKE_SHARE = 0.4
# How sure each kind is; chosen: what rests on one comparison of figures is surer than what rests on who was meant.
_SURE_DAY, _SURE_NUMBER, _SURE_DATE, _SURE_NAME, _SURE_PLACE = 0.8, 0.9, 0.85, 0.8, 0.5
_SURE_SPEAKER, _SURE_POLARITY, _SURE_WORDING = 0.7, 0.8, 0.7
_TURNING = frozenset({SpeechAct.DENY, SpeechAct.REFUSE, SpeechAct.OPPOSE})

# What is told of the speaker is compared whoever the speakers are.
_OF_WHO = frozenset({DisagreementKind.NAME, DisagreementKind.SPEAKER})

_Pairs = Iterator[Pair]
_Value = TypeVar("_Value")
_Placed = numbers.Number | dates.When | places.Where


def disagreements(tellings: Sequence[Telling]) -> list[Disagreement]:
    """What the reports of one utterance cannot both be right about, whatever their order.

    Two reports in one article are one witness. 1. The day of saying. 2. Numbers, 3. times and 4. places of what was said.
    5. The speaker's given name, or 6. the speaker. 7. Whether it was denied. 8. A word inside quotation marks.
    """
    settled = sorted(tellings, key=lambda one: (one.article, one.id))
    every = [(one, other) for one, other in combinations(settled, 2) if one.article != other.article]
    of_one = [both for both in every if _may_be_one_speaker(*both)]
    called = _full_names(settled)
    found: list[Disagreement] = []
    for kind, comparisons in _COMPARISONS:
        compared = every if kind in _OF_WHO else of_one
        pairs = [pair for compare in comparisons for both in compared for pair in compare(*both)]
        found += disagreements_of(kind, _of_persons(pairs, called) if kind is DisagreementKind.SPEAKER else pairs)
    return found


def _may_be_one_speaker(one: Telling, other: Telling) -> bool:
    """Whether two reports have one speaker, as far as is known: what two persons said need not agree.

    A body may go by two names, in a translation above all; so may a person, whose spellings are not yet known to be one's.
    """
    if one.actor is None or other.actor is None or one.actor == other.actor:
        return True
    if one.actor_type is not ActorType.PERSON or other.actor_type is not ActorType.PERSON:
        return True
    return bool(one.actor_name and other.actor_name) and names.spelled_alike(one.actor_name or "", other.actor_name or "")


def _printing(telling: Telling, value: str, start: int, end: int, text: str) -> Printing:
    return Printing(value, Place(telling.article, start, end, text, telling.id))


def _of_span(telling: Telling, value: str, span: Span) -> Printing:
    return _printing(telling, value, span.start, span.end, span.text)


def _in_span(telling: Telling, value: str, span: Span, start: int, end: int) -> Printing:
    return _printing(telling, value, span.start + start, span.start + end, span.text[start:end])


# --- 1. the day of saying


def _days(one: Telling, other: Telling) -> _Pairs:
    mine, theirs = _said(one), _said(other)
    if mine is None or theirs is None:
        return
    (days, span), (other_days, other_span) = mine, theirs
    clash = dates.apart(days, other_days) > dates.slack(days, other_days)
    if clash or dates.written(*days) == dates.written(*other_days):
        printed = _of_span(one, dates.written(*days), span), _of_span(other, dates.written(*other_days), other_span)
        yield Pair(*printed, _SURE_DAY if clash else 0.0, f"when it was said: {_brief(one)}")


def _said(telling: Telling) -> tuple[tuple[date, date], Span] | None:
    """The days on which a report says that it was said, and the words that tell: of a phrase, and exact to a year at least."""
    said, (earliest, latest) = telling.statement.said_on, telling.said_on
    if said is None or said.basis is SaidOnBasis.PUBLISHED or not earliest or not latest:
        return None
    days = date.fromisoformat(earliest[:10]), date.fromisoformat(latest[:10])
    span = said.evidence or telling.statement.cue or telling.statement.content[0]
    return (days, span) if days[1] - days[0] <= _EXACT else None


# --- 2 to 4. what was said


def _numbers(one: Telling, other: Telling) -> _Pairs:
    for span, mine in _each(one, numbers.numbers):
        for other_span, theirs in _each(other, numbers.numbers):
            if not mine.counts_with(theirs):
                continue
            common = _shared(span, mine, other_span, theirs)
            # The noun that is counted is one of the shared words; a share may be of anything.
            if len(common.words | common.names) < (1 if mine.unit else 2) or (mine.unit == "%" and common.alike < _ALIKE_SHARE):
                continue
            clash = not numbers.compatible(mine, theirs)
            if clash and (_agrees(mine, other) or _agrees(theirs, one)):
                continue
            printed = (
                _in_span(one, mine.value, span, mine.start, mine.stop),
                _in_span(other, theirs.value, other_span, theirs.start, theirs.stop),
            )
            yield Pair(*printed, _SURE_NUMBER if clash else 0.0, f"how many: {mine.value} or {theirs.value}")


def _agrees(number: numbers.Number, telling: Telling) -> bool:
    return any(number.counts_with(one) and numbers.compatible(number, one) for _, one in _each(telling, numbers.numbers))


def _each(telling: Telling, read: Callable[[str], Sequence[_Value]]) -> list[tuple[Span, _Value]]:
    return [(span, value) for span in telling.statement.content for value in read(span.text)]


def _shared(span: Span, mine: _Placed, other: Span, theirs: _Placed) -> Shared:
    return shared(matter(span.text, mine.start, mine.end), matter(other.text, theirs.start, theirs.end))


def _dates(one: Telling, other: Telling) -> _Pairs:
    mine = _each(one, lambda text: dates.dates(text, one.published))
    theirs = _each(other, lambda text: dates.dates(text, other.published))
    for span, when in mine:
        for other_span, then in theirs:
            common = _shared(span, when, other_span, then)
            if not common.words or when.is_day != then.is_day:
                continue
            clash = not dates.compatible(when, then)
            if clash and any(dates.compatible(when, any_) for _, any_ in theirs):
                continue
            if clash and any(dates.compatible(any_, then) for _, any_ in mine):
                continue
            printed = (
                _in_span(one, when.value, span, when.start, when.end),
                _in_span(other, then.value, other_span, then.start, then.end),
            )
            yield Pair(*printed, _SURE_DATE if clash else 0.0, f"when: {matter(span.text, when.start, when.end).text}")


def _places(one: Telling, other: Telling) -> _Pairs:
    mine, theirs = _each(one, places.places), _each(other, places.places)
    if len(mine) != 1 or len(theirs) != 1:
        return
    (span, where), (other_span, there) = mine[0], theirs[0]
    common = _shared(span, where, other_span, there)
    if len(common.words) >= 3 and places.apart(where, one.sentence, there, other.sentence):
        printed = (
            _in_span(one, where.name, span, where.start, where.end),
            _in_span(other, there.name, other_span, there.start, there.end),
        )
        yield Pair(*printed, _SURE_PLACE, f"where: {matter(span.text, where.start, where.end).text}")


# --- 5 and 6. who said it


def _given_names(one: Telling, other: Telling) -> _Pairs:
    mine, theirs = _person(one), _person(other)
    if mine is None or theirs is None or not names.same_surname(mine[0], theirs[0]):
        return
    if not all(" " in name and name.split()[-1] in span.text for name, span in (mine, theirs)):
        return  # a pronoun prints no name
    clash = not names.compatible(mine[0], theirs[0])
    yield Pair(
        _of_span(one, *mine), _of_span(other, *theirs), _SURE_NAME if clash else 0.0, f"the name of {mine[0]} or {theirs[0]}"
    )


def _speakers(one: Telling, other: Telling) -> _Pairs:
    mine, theirs = _person(one), _person(other)
    if mine is None or theirs is None or not _same_quotation(one, other):
        return
    clash = not names.same_surname(mine[0], theirs[0]) and (one.actor is None or one.actor != other.actor)
    if clash and (names.compatible(mine[0], theirs[0]) or _names_both(mine, theirs)):
        return
    if clash or mine[0] == theirs[0]:
        yield Pair(_of_span(one, *mine), _of_span(other, *theirs), _SURE_SPEAKER if clash else 0.0, f"who said: {_brief(one)}")


def _person(telling: Telling) -> tuple[str, Span] | None:
    """The name of the person that a report gives as its speaker, as fully as it is known, and the words that stand for it."""
    source, speaker = telling.statement.source, telling.statement.speaker
    kind = telling.actor_type or (speaker.type if speaker else None)
    if source is None or kind is not ActorType.PERSON:
        return None
    written = names.full_name(source.text)
    known = speaker.name if speaker else telling.actor_name
    # What the words of the source name is surer than what they stand for, where the two are of one person.
    if written and (not known or names.same_surname(written[0], known)):
        return written[0], Span(source.start + written.start(), source.start + written.end(), written[0])
    return (known, source) if known and known[0].isupper() else None


def _full_names(tellings: Sequence[Telling]) -> dict[str, str]:
    """The fullest name that the reports have for the person that each name is of; one that may be two persons' stays."""
    persons = [(telling.actor, person[0]) for telling in tellings if (person := _person(telling))]
    settled: list[str] = []
    called: dict[str, str] = {}
    for name in sorted({name for _, name in persons}, key=lambda one: (-len(one.split()), one)):
        actors = {actor for actor, one in persons if one == name and actor is not None}
        known = {called[one] for actor, one in persons if actor in actors and one in called}
        alike = known or {one for one in settled if names.compatible(one, name)}
        called[name] = next(iter(alike)) if len(alike) == 1 else name
        if called[name] == name:
            settled.append(name)
    return called


def _of_persons(pairs: Sequence[Pair], called: dict[str, str]) -> list[Pair]:
    """Pairs with each person under one name, so that "Paula Errazti" and "Errazti" are one side."""
    named = [
        Pair(
            Printing(called[one.one.value], one.one.place),
            Printing(called[one.other.value], one.other.place),
            one.sure,
            one.about,
        )
        for one in pairs
    ]
    return [pair for pair in named if not pair.sure or pair.one.value != pair.other.value]


def _names_both(mine: tuple[str, Span], theirs: tuple[str, Span]) -> bool:
    return mine[0].split()[-1] in theirs[1].text or theirs[0].split()[-1] in mine[1].text


def _same_quotation(one: Telling, other: Telling) -> bool:
    quotes, others = wording.quoted(one.statement), wording.quoted(other.statement)
    return any(wording.shared_words(mine, theirs) >= _SAME_WORDS for mine in quotes for theirs in others)


# --- 7 and 8. how it was said


def _polarity(one: Telling, other: Telling) -> _Pairs:
    if any(telling.statement.negated or telling.statement.speech_act in _TURNING for telling in (one, other)):
        return
    for span in one.statement.content:
        for other_span in other.statement.content:
            if found := polarity.turned(span.text, other_span.text):
                about = matter(other_span.text, *found.other) if found.negated else matter(span.text, *found.one)
                printed = (
                    _in_span(one, "not" if found.negated else "so", span, *found.one),
                    _in_span(other, "so" if found.negated else "not", other_span, *found.other),
                )
                yield Pair(*printed, _SURE_POLARITY, f"whether: {about.text}")


def _wording(one: Telling, other: Telling) -> _Pairs:
    for mine in wording.quoted(one.statement):
        for theirs in wording.quoted(other.statement):
            if found := wording.misquoted(mine, theirs):
                printed = (
                    _of_quote(one, mine, found.one, found.words[0]),
                    _of_quote(other, theirs, found.other, found.words[1]),
                )
                about = f"the words in quotation marks: {found.words[0]} or {found.words[1]}"
                yield Pair(*printed, _SURE_WORDING, about)


def _of_quote(telling: Telling, quote: wording.Quoted, place: tuple[int, int], words: str) -> Printing:
    start, end = place
    return _printing(telling, words, start, end, quote.text[start - quote.start : end - quote.start])


def _brief(telling: Telling) -> str:
    """The first words of what was said."""
    words = telling.content.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


_COMPARISONS: tuple[tuple[DisagreementKind, tuple[Callable[[Telling, Telling], _Pairs], ...]], ...] = (
    (DisagreementKind.DATE, (_days,)),
    (DisagreementKind.NUMBER, (_numbers,)),
    (DisagreementKind.DATE, (_dates,)),
    (DisagreementKind.PLACE, (_places,)),
    (DisagreementKind.NAME, (_given_names,)),
    (DisagreementKind.SPEAKER, (_speakers,)),
    (DisagreementKind.POLARITY, (_polarity,)),
    (DisagreementKind.WORDING, (_wording,)),
)
