"""One-line builder of what a ledger shows of a statement: who is printed to have said what, where, on which day."""

from __future__ import annotations

from onrecord.vocabulary.actors import ActorType
from onrecord.vocabulary.relations import Telling
from onrecord.vocabulary.spans import Span
from onrecord.vocabulary.statements import Kind, SaidOn, SaidOnBasis, Statement

_MARKS = '"“”‘’«»'


def telling(  # noqa: PLR0913  a builder for tables of examples
    content: str,
    *,
    name: str = "one",
    article: str | None = None,
    actor: str | None = "Ada Quill",
    type: ActorType | None = ActorType.PERSON,
    sides: tuple[str, ...] = (),
    day: str | tuple[str | None, str | None] = "2031-04-02",
    basis: SaidOnBasis = SaidOnBasis.PHRASE,
    printed: str | None = "2031-04-03",
    sentence: str | None = None,
    start: int = 0,
    negated: bool = False,
    repeats: str | None = None,
    vector: bytes = b"",
) -> Telling:
    """A statement in an article of its own, as its quotation marks tell, by a person on a day, if nothing else is given."""
    bare = content.strip(" ,.")
    kind = Kind.INDIRECT
    if any(mark in content for mark in '"“«'):
        kind = Kind.DIRECT if bare[0] in _MARKS and bare[-1] in _MARKS else Kind.MIXED
    span = Span(start, start + len(content), content)
    days = (day, day) if isinstance(day, str) else day
    said_on = SaidOn(*days, basis, "")
    statement = Statement(name, kind, None, None, (span,), 1.0, negated=negated, said_on=said_on, repeats=repeats)
    return Telling(
        statement,
        article or f"article of {name}",
        "The Courier",
        content,
        sentence or f"{actor} said {content}",
        actor,
        actor,
        type if actor else None,
        frozenset({*sides, *([actor] if actor else [])}),
        days,
        (printed, printed),
        vector,
    )
