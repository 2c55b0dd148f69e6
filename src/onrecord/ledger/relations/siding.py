"""Who speaks for whom, and when a statement may have been made: what other reports of the same act are looked for by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.text.spelling import fold
from onrecord.vocabulary import Actor, ActorType, Days, Statement, content_id

# Reports of one act give days that differ by time zones and by slips; which days fit is for the relater to say.
_SLIP = timedelta(days=3)
# What was said on a day that is not known was said at most so long before it was published.
_BEFORE_PUBLICATION = timedelta(days=60)
# Days that span more than this are looked for apart, so that all others are found in a short stretch of an index.
WIDEST = timedelta(days=75)
_FIRST, _LAST = date(1, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which other reports of a statement may put it; two windows overlap, or the statements are no one's reports."""

    since: str
    until: str
    wide: bool

    @property
    def narrow_from(self) -> str:
        """The first day on which a window that is not wide, and overlaps this one, can begin."""
        return _shifted(date.fromisoformat(self.since), -WIDEST).isoformat()


def sides_of(actor: str | None, persona: Actor | None) -> frozenset[str]:
    """What an actor speaks for: its id in the ledger, and the countries and bodies of the offices that its article gives it.

    A country stands under its code and under the id that its government has; a body under its folded name and under its id.
    Only the article's own telling counts, so that nothing changes when other articles are added.
    """
    if actor is None or persona is None:
        return frozenset((actor,)) if actor else frozenset()
    found = {actor}
    if persona.type is not ActorType.PERSON:
        found.add(persona.id)
        if persona.type is not ActorType.UNNAMED:
            found.add(fold(persona.name).removeprefix("the "))
    for place in {office.place for office in persona.offices if office.place}:
        # Ids are made so where actors are identified; a test holds the two together.
        found |= {place, fold(place), content_id("actor", ActorType.GOVERNMENT, place)}
        found.add(content_id("actor", ActorType.ORGANISATION, fold(place)))
    return frozenset(found)


def window_of(statement: Statement, published: Days) -> Window:
    """When a statement may have been made, by its own days, else by those of publication."""
    said = statement.said_on
    first, last = _day(said.earliest if said else None), _day(said.latest if said else None)
    if first is None and last is None:
        last = _day(published[1]) or _day(published[0])
        first = _shifted(_day(published[0]) or last, -_BEFORE_PUBLICATION) if last else None
    elif first is None and last is not None:
        first = _shifted(last, -_BEFORE_PUBLICATION)
    elif last is None and first is not None:
        last = max(first, _day(published[1]) or _shifted(first, _BEFORE_PUBLICATION))
    since, until = first or _FIRST, _shifted(last, _SLIP) if last else _LAST
    return Window(since.isoformat(), until.isoformat(), until - since > WIDEST)


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words[:10]) if words else None
    except ValueError:
        return None


def _shifted(day: date | None, by: timedelta) -> date:
    try:
        return (day or _FIRST) + by
    except OverflowError:
        return _FIRST if by < timedelta(0) else _LAST
