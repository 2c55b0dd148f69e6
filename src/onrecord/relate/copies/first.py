"""Which of two printings was first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from onrecord.relate.copies.narration import story
from onrecord.vocabulary.relations import Printed

# What is said of a copy and its original where nothing tells which of them was printed first.
NOT_KNOWN = "first: not known, as nothing tells which was printed before the other"


def earlier(one: Printed, other: Printed) -> Printed | None:
    """The article that was published before the other began to be; None where their days do not tell.

    Days without a time are the whole day anywhere in the world, so that two of one day tell nothing.
    """
    (begin, end), (other_begin, other_end) = _times(one), _times(other)
    if end is not None and other_begin is not None and end < other_begin:
        return one
    if other_end is not None and begin is not None and other_end < begin:
        return other
    return None


def original(one: Printed, other: Printed) -> Printed:
    """The article that the other is taken to be a copy of: the earlier; else the fuller; else the smaller id."""
    return earlier(one, other) or min(one, other, key=lambda article: (-_fullness(article), article.id))


def _fullness(article: Printed) -> int:
    found = story(article)
    return len(found.words) + found.heard


def _times(article: Printed) -> tuple[datetime | None, datetime | None]:
    begin, end = article.published
    return _time(begin, last=False), _time(end, last=True)


def _time(written: str | None, *, last: bool) -> datetime | None:
    """A moment in UTC; of a day its first or last; a time without a zone is taken as UTC. None for what is no date."""
    if written is None:
        return None
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    return found + timedelta(days=1, microseconds=-1) if last and len(written) == len("2000-01-01") else found
