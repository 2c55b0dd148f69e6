"""When each statement was made, read from the time expressions of one article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.identify.when.dating import Dating, quoted
from onrecord.identify.when.occasions import REMARKS, has_its_own, told_before
from onrecord.identify.when.saying import BLOCKED, Dated, Page
from onrecord.identify.when.tense import PLUPERFECT, Tense, tense_of
from onrecord.text.timex import Interval
from onrecord.vocabulary import Article, SaidOn, Statement, ZoneKind

# In so many paragraphs, the headline counted, a text tells what it is about: a day told there goes for all of it.
_LEAD = 5
# How many paragraphs on the day of an occasion is taken for what its speakers say. On the gold days of PolNeAR dev 4 loses
# 5 of 101 carried days and 30 adds 5 wrong ones for 1 right.
_ON = 8
# The same where the day is known as a month or a year only, or belongs to something done, not said.
_NEAR = 1
# A headline or an opening paragraph is told in full further down: it is one of the first so many paragraphs, and its day stands
# so many further on at most. Chosen; 11 of 12 such days are right on the gold days of PolNeAR dev.
_OPENING = 3
_BACK = 6
# Longest interval, in days between its ends, that is carried on as the day of an occasion: a weekend, a week.
_WEEKEND = 1
_WEEK = 6

# Zones whose dates are those of a photograph or of the page.
_UNREAD = frozenset({ZoneKind.BYLINE, ZoneKind.CAPTION, ZoneKind.BOILERPLATE})
_PRONOUNS = frozenset("he she they it i we who which that his her their its".split())
_JOINED = re.compile(r"\s\+\s|\sand\s|,\s")
_WORD = re.compile(r"[\w-]+")
# Told with one of these, a statement is not of the occasion that is told about.
_APART = frozenset({Tense.PERFECT, Tense.PLUPERFECT, Tense.FUTURE})


@dataclass(frozen=True, slots=True)
class _Scene:
    """A dated occasion: where it is told, when it was, who spoke there; `statement` is the id of the one that is dated by it."""

    place: int
    dated: Dated
    said_on: SaidOn
    speakers: frozenset[str]
    statement: str | None = None

    @property
    def goes_on(self) -> bool:
        """Whether its day is plain enough to be carried on: a day, a weekend, or the week of something said."""
        first, last = self.said_on.earliest, self.said_on.latest
        if first is None or last is None:
            return self.dated.timex.value.startswith(("XXXX-WXX", "UNDEF-week", "UNDEF-day"))
        days = (date.fromisoformat(last) - date.fromisoformat(first)).days
        return days <= _WEEKEND or (days <= _WEEK and bool(self.dated.occasions) and self.statement is not None)


def with_days(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of an article, each with the day or days it was made on, or None where nothing tells.

    An article known to have been published on some day or later has no anchor: what hangs on its day stays unresolved.
    """
    published = article.published
    anchor = None if published is None or published.latest is None else (published.earliest[:10], published.latest[:10])
    unread = [(zone.start, zone.end) for zone in article.zones if zone.kind in _UNREAD]
    return days_from(anchor, article.text, statements, unread)


def days_from(
    anchor: Interval | None, text: str, statements: Sequence[Statement], unread: Sequence[tuple[int, int]] = ()
) -> tuple[Statement, ...]:
    """The statements of a text with their days, the text having been written in the interval `anchor` (None: nobody knows when).

    This is the hook for whoever learns more of an article's date than the article tells, from other accounts of the same
    occasion: call it with the narrower interval; nothing of what was worked out before goes in. In the ranges of `unread`
    (captions) no day is read. The steps, in this order:

    1. A pull-quote has the day of the statement that it repeats.
    2. A time expression that belongs to the act of saying (see `saying`).
    3. An occasion that the sentence names as known ("at the forum") and another sentence dates.
    4. The day of the same speaker's last dated statement or occasion, if what is told goes on with it: it is told as past, and
       names no occasion of its own.
    5. The day of the same speaker's next one, for a headline or an opening that is told in full below.
    6. Words that mean some time in the past ("once", "had said"): open at its beginning. A cue in the future: open at its end.
    7. A statement inside another was made on that one's day at the latest; told in the present, it was held on that day.
    8. The day of publication, if it is known.
    """
    return _Reader(Dating(text, anchor), statements, Page(text, statements, unread)).read()


class _Reader:
    """One reading of one text."""

    def __init__(self, dating: Dating, statements: Sequence[Statement], page: Page) -> None:
        self.dating = dating
        self.statements = statements
        self.page = page
        self.places = {one.id: page.core(one)[0] for one in statements}
        self.speakers = self._speakers()
        self.found: dict[str, SaidOn | None] = {}
        self.scenes: list[_Scene] = []

    def read(self) -> tuple[Statement, ...]:
        top = [one for one in self.statements if one.within is None and one.repeats is None]
        inside = [one for one in self.statements if one.within is not None and one.repeats is None]
        own = {one.id: phrase for one in (*top, *inside) if (phrase := self._own(one))}  # 2
        self.scenes = self._scenes(top, own)
        for one in (*top, *sorted(inside, key=self._depth)):
            if one.id in own:
                self.found[one.id] = own[one.id][1]
            else:
                self.found[one.id] = self._undated(one) if one.within is None else self._inside(one)
        for one in self.statements:
            if one.repeats is not None:
                self.found[one.id] = self._repeated(one)
        return tuple(replace(one, said_on=self.found.get(one.id)) for one in self.statements)

    def _own(self, one: Statement) -> tuple[Dated, SaidOn] | None:
        for dated in self.page.phrases(one):
            if not dated.timex.refers_back and (said_on := self.dating.read(dated, "said")):
                return dated, said_on
        return None

    def _scenes(self, top: Sequence[Statement], own: dict[str, tuple[Dated, SaidOn]]) -> list[_Scene]:
        scenes = [_Scene(self.places[one.id], *own[one.id], self._keys(one), one.id) for one in top if one.id in own]
        for (start, end), dated in self.page.scenes([(scene.dated.timex.start, scene.dated.timex.end) for scene in scenes]):
            if not dated.timex.refers_back and (said_on := self.dating.read(dated, "dated")):
                speakers = frozenset(self._named_in(self.page.subject(dated.timex, start, end)))
                scenes.append(_Scene(start, dated, said_on, speakers))
        return sorted(scenes, key=lambda scene: scene.place)

    def _undated(self, one: Statement) -> SaidOn | None:
        return (
            self._counted_back(one)
            or self._at_known_occasion(one)  # 3
            or self._carried(one)  # 4, 5
            or (self.dating.ahead(one.cue) if one.cue is not None and self._tense(one) is Tense.FUTURE else None)  # 6
            or self._before(one, self.dating.anchor[1] if self.dating.anchor else None)
            or self.dating.published()  # 8
        )

    def _counted_back(self, one: Statement) -> SaidOn | None:
        """The day of a phrase such as "the same day", counted from the last day that was told."""
        before = self._last(one, None)
        if before is None or before.said_on.earliest is None or before.said_on.latest is None:
            return None
        days = before.said_on.earliest, before.said_on.latest
        counted = (self.dating.read(dated, "said", days) for dated in self.page.phrases(one) if dated.timex.refers_back)
        return next(counted, None)

    def _at_known_occasion(self, one: Statement) -> SaidOn | None:
        nouns = told_before(self.page.view(one), *self.page.region(one))
        if not nouns or self._tense(one) in _APART:
            return None
        place = self.places[one.id]
        fitting = [scene for scene in self.scenes if scene.dated.occasions & nouns and scene.goes_on]
        if not fitting:
            return None
        scene = min(fitting, key=lambda scene: (scene.place > place, abs(scene.place - place)))
        told = _as(scene, "said on the occasion dated")
        # What the same speaker says next goes on with it.
        self.scenes.append(_Scene(place, scene.dated, told, self._keys(one), one.id))
        self.scenes.sort(key=lambda scene: scene.place)
        return told

    def _carried(self, one: Statement) -> SaidOn | None:
        keys, tense = self._keys(one), self._tense(one)
        if not keys or tense in _APART or has_its_own(self.page.view(one), *self.page.region(one)):
            return None
        if before := self._last(one, keys):
            return _as(before, "goes on with what was said") if tense is Tense.PAST else None
        opening = self.page.paragraph(self.places[one.id]) < _OPENING
        after = self._next(one, keys) if opening else None
        return _as(after, "told in full below, dated") if after else None

    def _last(self, one: Statement, keys: frozenset[str] | None) -> _Scene | None:
        """The nearest scene before a statement whose day reaches it: of its speaker, or anybody's where `keys` is None."""
        place = self.places[one.id]
        for scene in reversed(self.scenes):
            if scene.place > place or scene.statement == one.id:
                continue
            if scene.statement is None and self.page.sentence(place) == self.page.sentence(scene.place):
                continue  # its own sentence's days were read in step 2
            away = self.page.paragraph(place) - self.page.paragraph(scene.place)
            if away <= self._reach(scene) and (keys is None or scene.speakers & keys):
                return scene
        return None

    def _reach(self, scene: _Scene) -> int:
        """How many paragraphs on a scene's day is taken for what its speakers say; -1: for nothing."""
        said = scene.statement is not None
        if not scene.goes_on:
            return (_NEAR if scene.dated.occasions else 0) if said else -1
        if self.page.paragraph(scene.place) < _LEAD:
            return len(self.page.paragraphs)
        return _ON if said or scene.dated.occasions else _NEAR

    def _next(self, one: Statement, keys: frozenset[str]) -> _Scene | None:
        place = self.places[one.id]
        for scene in self.scenes:
            if scene.place < place or not scene.goes_on or not scene.speakers & keys:
                continue
            if scene.statement is not None or scene.dated.occasions & REMARKS:
                near = self.page.paragraph(scene.place) - self.page.paragraph(place) <= _BACK
                return scene if near else None
        return None

    def _before(self, one: Statement, latest: str | None) -> SaidOn | None:
        """6. Some time before, as a pluperfect or words such as "once" tell."""
        match = PLUPERFECT.search(self.page.view(one), *self.page.core(one))
        place = match.span() if match and BLOCKED not in match.group() else self.page.unresolved(one)
        return self.dating.before(*place, latest) if place else None

    def _inside(self, one: Statement) -> SaidOn | None:
        """7. No later than the statement that holds it."""
        outer = self.found.get(one.within or "")
        if outer is None:
            return None
        if past := self._before(one, outer.latest):
            return past
        earliest, how = (outer.earliest, "made") if self._tense(one) is Tense.PRESENT else (None, "made, at the latest,")
        return replace(outer, earliest=earliest, reason=f"told inside another statement, {how} when that was: {outer.reason}")

    def _repeated(self, one: Statement) -> SaidOn | None:
        day = self.found.get(one.repeats or "")
        return replace(day, reason=f"as the statement that it repeats: {day.reason}") if day else self.dating.published()

    def _depth(self, one: Statement) -> int:
        """How many statements hold it, so that an outer one is read before those inside it."""
        return len(self.page.holding(one))

    def _tense(self, one: Statement) -> Tense:
        if one.cue is None:
            return Tense.PAST
        start = one.source.end if one.source is not None and one.source.end <= one.cue.start else one.cue.start
        return tense_of(self.page.view(one)[start : one.cue.end].rpartition(BLOCKED)[2].strip(" ,"))

    def _keys(self, one: Statement) -> frozenset[str]:
        return self.speakers.get(one.id, frozenset())

    def _speakers(self) -> dict[str, frozenset[str]]:
        """What each statement's speaker is known by; one whom nobody knows is the one before, where the text goes on with him."""
        found: dict[str, frozenset[str]] = {}
        last: tuple[int, frozenset[str]] | None = None
        for one in sorted(self.statements, key=lambda one: self.places[one.id]):
            keys = _keys_of(one)
            if not keys and last is not None and self._same_speaker(one, last[0]):
                keys = last[1]
            if keys:
                found[one.id] = keys
                last = (self.places[one.id], keys) if one.within is None else last
        return found

    def _same_speaker(self, one: Statement, before: int) -> bool:
        """Whether a statement whose speaker nobody knows is by the one who spoke at `before`."""
        place = self.places[one.id]
        if one.source is None:
            return self.page.sentence(place) == self.page.sentence(before)
        return one.source.text.lower() in _PRONOUNS and self.page.paragraph(place) - self.page.paragraph(before) <= 1

    def _named_in(self, text: str) -> Iterator[str]:
        """What the speakers are known by whose last name stands in a text."""
        words = set(_WORD.findall(text))
        for one in self.statements:
            parts = _JOINED.split(one.speaker.name) if one.speaker else []
            last_names = {last for part in parts for last in _WORD.findall(part)[-1:] if last[0].isupper()}
            if last_names & words:
                yield from _keys_of(one)


def _as(scene: _Scene, how: str) -> SaidOn:
    """A scene's day as that of another statement."""
    words = quoted(scene.said_on.evidence) if scene.said_on.evidence else ""
    return replace(scene.said_on, reason=f"{how} {words}{scene.said_on.reason.partition('”')[2]}")


def _keys_of(one: Statement) -> frozenset[str]:
    """What a statement's speaker is known by: the actor, the name, each name of several; nothing for an unresolved pronoun."""
    if one.speaker is None:
        return frozenset()
    name = " ".join(one.speaker.name.lower().split())
    names = {name, *(part.strip() for part in _JOINED.split(name))} - _PRONOUNS - {""}
    return frozenset(names | ({one.speaker.actor} if one.speaker.actor else set()))
