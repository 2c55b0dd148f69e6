"""The dated occasions of one text, and how far the day of each is carried."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from onrecord.identify.when.dating import quoted
from onrecord.identify.when.occasions import REMARKS
from onrecord.identify.when.page import LEAD, Page
from onrecord.identify.when.reach import Dated
from onrecord.vocabulary import SaidOn, Statement

# How many paragraphs on the day of an occasion is taken for what its speakers say. On the gold days of PolNeAR dev 4 loses
# 5 of 101 carried days and 30 adds 5 wrong ones for 1 right.
_ON = 8
# The same where the day is known as a month or a year only, or belongs to something done, not said.
_NEAR = 1
# How many paragraphs on the day of a headline or an opening paragraph stands at most. Chosen; 12 of 13 such days are right on the
# gold days of PolNeAR dev.
_BACK = 6
# An occasion that is told after what was said on it stands so many paragraphs on at most, and is among so many next ones.
_SOON = 2
_SCENES_AFTER = 5
# Longest interval, in days between its ends, that is carried on as the day of an occasion: a weekend, a week.
_WEEKEND = 1
WEEK = 6
# Longest interval within which a paper is given out. Chosen.
_GIVEN_OUT = 10


@dataclass(frozen=True, slots=True)
class Scene:
    """A dated occasion: where it is told, when it was, who spoke there; `statement` is the id of the one that is dated by it."""

    place: int
    dated: Dated
    said_on: SaidOn
    speakers: frozenset[str]
    statement: str | None = None
    introduces: bool = False

    @property
    def goes_on(self) -> bool:
        """Whether its day is plain enough to be carried on: a day, a weekend, or the week of something said."""
        first, last = self.said_on.earliest, self.said_on.latest
        if first is None or last is None:
            return self.dated.timex.value.startswith(("XXXX-WXX", "UNDEF-week", "UNDEF-day"))
        days = days_of(self.said_on)
        return days <= _WEEKEND or (days <= WEEK and bool(self.dated.occasions) and self.statement is not None)


class Scenes:
    """The scenes of a text in the order of their places."""

    def __init__(self, page: Page, scenes: Iterable[Scene]) -> None:
        self.page = page
        self._scenes = sorted(scenes, key=_place)

    def __iter__(self) -> Iterator[Scene]:
        return iter(self._scenes)

    def add(self, scene: Scene) -> None:
        """Put a scene in its place."""
        insort(self._scenes, scene, key=_place)

    def before(self, place: int) -> list[Scene]:
        """The scenes told before a place."""
        return self._scenes[: bisect_right(self._scenes, place - 1, key=_place)]

    def nearest(self, occasions: frozenset[str], place: int, *, told: bool) -> Scene | None:
        """The one nearest to a place that is of one of these occasions; with `told`, rather one told before it than after."""
        fitting = [scene for scene in self._scenes if scene.goes_on and scene.dated.occasions & occasions]
        return min(fitting, key=lambda scene: (told and scene.place > place, abs(scene.place - place)), default=None)

    def last(self, one: Statement, keys: frozenset[str] | None) -> Scene | None:
        """The nearest scene before a statement whose day reaches it: of its speaker, or anybody's where `keys` is None."""
        place = self.page.core(one)[0]
        for scene in reversed(self._scenes):
            if scene.place > place or scene.statement == one.id or (keys is not None and scene.speakers.isdisjoint(keys)):
                continue
            if scene.statement is None and self.page.sentence(place) == self.page.sentence(scene.place):
                continue  # its own sentence's days were read in step 2
            away = self.page.paragraph(place) - self.page.paragraph(scene.place)
            if away <= self._reach(scene):
                return scene
        return None

    def paper(self, nouns: frozenset[str], place: int) -> Scene | None:
        """The nearest scene before a place at which one of these papers was given out."""
        for scene in reversed(self.before(place)):
            if scene.dated.occasions & nouns and days_of(scene.said_on) <= _GIVEN_OUT:
                started = self.page.paragraph(scene.place)
                return scene if started < LEAD or self.page.paragraph(place) - started <= _SOON else None
        return None

    def told_below(self, one: Statement, keys: frozenset[str]) -> Scene | None:
        """The speaker's next scene, where it is a day or a weekend and something said: what an opening is told in full by."""
        place = self.page.core(one)[0]
        for scene in self._scenes[bisect_left(self._scenes, place, key=_place) :]:
            if scene.speakers.isdisjoint(keys) or not scene.goes_on or days_of(scene.said_on) > _WEEKEND:
                continue
            if scene.statement is not None or scene.dated.occasions & REMARKS:
                near = self.page.paragraph(scene.place) - self.page.paragraph(place) <= _BACK
                return scene if near else None
        return None

    def introduced_after(self, one: Statement, keys: frozenset[str]) -> Scene | None:
        """The occasion that a sentence after a statement tells of ("Brandt was speaking on Tuesday at a rally")."""
        place = self.page.core(one)[0]
        first = bisect_right(self._scenes, place, key=_place)
        for scene in self._scenes[first : first + _SCENES_AFTER]:
            near = self.page.paragraph(scene.place) - self.page.paragraph(place) <= _SOON
            if near and scene.introduces and scene.goes_on and scene.speakers & keys:
                return scene
        return None

    def _reach(self, scene: Scene) -> int:
        """How many paragraphs on a scene's day is taken for what its speakers say; -1: for nothing."""
        said = scene.statement is not None
        if scene.said_on.earliest is None and scene.said_on.latest is not None:
            return -1  # "recently"
        if not scene.goes_on:
            return (_NEAR if scene.dated.occasions else 0) if said else -1
        if self.page.paragraph(scene.place) < LEAD:
            return len(self.page.paragraphs)
        return _ON if said or scene.dated.occasions else _NEAR


def _place(scene: Scene) -> int:
    return scene.place


def carried(scene: Scene, how: str) -> SaidOn:
    """A scene's day as that of another statement."""
    words = quoted(scene.said_on.evidence) if scene.said_on.evidence else ""
    return replace(scene.said_on, reason=f"{how} {words}{scene.said_on.reason.partition('”')[2]}")


def days_of(said_on: SaidOn) -> int:
    """Days between the ends of an interval, none where one is open."""
    if said_on.earliest is None or said_on.latest is None:
        return 0
    return (date.fromisoformat(said_on.latest) - date.fromisoformat(said_on.earliest)).days
