"""What a person says is right of a statement, checked against the article's text, as a judgement keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from sqlalchemy import Connection, select

from onrecord.ledger.actors.judging import next_number
from onrecord.ledger.actors.naming import actor_meant, listed
from onrecord.ledger.asking.listing import text_of
from onrecord.ledger.reviewing.rows import Correction, NewActor
from onrecord.ledger.reviewing.ruling import place_of
from onrecord.ledger.rows import StatementRow
from onrecord.ledger.storing.folding import folded
from onrecord.ledger.storing.schema import actor_names, actors, articles
from onrecord.text.quoting import quoted
from onrecord.vocabulary import Kind, Span, UsageError, content_id

Setting = dict[str, str | list[str]]
# In the value of one that names an actor whom no article tells of: the id that it makes.
NEW = "speaker_new"
_SHOWN = 60  # so many characters of a content are shown in what a judgement says


def setting(connection: Connection, row: StatementRow, right: Correction) -> tuple[Setting, list[str]]:
    """What a judgement keeps of a correction, and what it says in words. Raises UsageError on what cannot be right."""
    article = select(articles.c.row).where(articles.c.id == row.article.id)
    words = text_of(connection, connection.execute(article).scalar_one())
    value: Setting = {}
    told = []
    if "speaker" in right:
        value |= _speaker(connection, right["speaker"])
        made = f", a new actor ({value['speaker_type']})" if NEW in value else ""
        told.append(f"the speaker is {value['speaker_name'] or 'not known'}{made}")
    if "kind" in right:
        value["kind"] = _kind(right["kind"])
        told.append(f"the kind is {value['kind']}")
    if "said_on" in right:
        days = value["said_on"] = _days(right["said_on"])
        told.append(f"the day is {'/'.join(dict.fromkeys(day or '..' for day in days)) if days else 'not known'}")
    if "content" in right:
        value["content"] = _content(right["content"], words)
        told.append(f"the words are {quoted(_shown(words, right['content']))}")
    if "source" in right:
        value["source"] = _single(right["source"], words, "source")
        told.append(f"the source is {_named(right['source'], words)}")
    if "cue" in right:
        value["cue"] = _single(right["cue"], words, "cue")
        told.append(f"the cue is {_named(right['cue'], words)}")
    return value, told


def value_of(row: StatementRow) -> dict[str, str | list[str] | None]:
    """What a statement says now, as a judgement keeps it; None for a speaker who is no actor of the ledger."""
    one = row.statement
    return {
        "speaker": one.speaker.actor if one.speaker else "",
        "kind": one.kind.value,
        "said_on": [one.said_on.earliest or "", one.said_on.latest or ""] if one.said_on else [],
        "content": [place_of(span.start, span.end) for span in one.content],
        "source": _placed(one.source),
        "cue": _placed(one.cue),
    }


def new_actor_id(name: str, type_: str, number: int) -> str:
    """The id of the actor that the judgement of this number in the log makes."""
    return content_id("made", name, type_, str(number))


def _speaker(connection: Connection, who: str | NewActor | None) -> Setting:
    if who is None:
        return {"speaker": "", "speaker_name": "", "speaker_type": ""}
    if isinstance(who, NewActor):
        return _made(connection, who)
    meant = actor_meant(connection, who)
    type_ = connection.execute(select(actors.c.type).where(actors.c.row == meant.row)).scalar()
    return {"speaker": meant.id, "speaker_name": meant.name, "speaker_type": type_ or ""}


def _made(connection: Connection, who: NewActor) -> Setting:
    """A new actor; made by the judgement that names it, and gone where nothing names it any more."""
    name = " ".join(who.name.split())
    if not folded(name):
        raise UsageError(f"{who.name!r} is no name: give one with a letter or digit")
    same = select(actors.c.id).join(actor_names, actor_names.c.actor_row == actors.c.row)
    known = list(dict.fromkeys(connection.execute(same.where(actor_names.c.folded == folded(name))).scalars()))
    if known:
        advice = "choose that one, or give a name that tells the new one apart, as “… of Selm”"
        raise UsageError(f"there is an actor called {name} already: {listed(connection, known)}: {advice}")
    made = new_actor_id(name, who.type.value, next_number(connection))
    return {"speaker": made, "speaker_name": name, "speaker_type": who.type.value, NEW: made}


def _kind(kind: str) -> str:
    try:
        return Kind(kind).value
    except ValueError:
        raise UsageError(f"{kind!r} is no kind of statement: give one of {', '.join(Kind)}") from None


def _days(said_on: tuple[str | None, str | None] | None) -> list[str]:
    if said_on is None or not any(said_on):
        return []
    first, last = said_on
    for day in (first, last):
        if day is not None and not _is_day(day):
            raise UsageError(f"{day!r} is not a day: write it as YYYY-MM-DD, for example 2031-05-04")
    if first and last and first > last:
        raise UsageError(f"no day is both since {first} and until {last}: swap the two")
    return [first or "", last or ""]


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _content(places: Sequence[tuple[int, int]], words: str) -> list[str]:
    if not places:
        raise UsageError("a statement has words: give the start and the end of a stretch of the text, or of several")
    kept = [_place(place, words, "content") for place in places]
    if any(later[0] < earlier[1] for earlier, later in pairwise(places)):
        raise UsageError("the stretches of the content stand in the order of the text, and none overlaps another")
    return kept


def _single(place: tuple[int, int] | None, words: str, part: str) -> str:
    return _place(place, words, part) if place is not None else ""


def _place(place: tuple[int, int], words: str, part: str) -> str:
    start, end = place
    if not 0 <= start < end <= len(words):
        wrong = f"{start}-{end} is no stretch of the article's text, which has {len(words)} characters"
        raise UsageError(f"{wrong}: give the start of the {part} and its end, which is after its last character")
    if not words[start:end].strip():
        raise UsageError(f"there are no words at {start}-{end}: give the place of the {part}")
    return place_of(start, end)


def _placed(span: Span | None) -> str:
    return place_of(span.start, span.end) if span else ""


def _shown(words: str, places: Sequence[tuple[int, int]]) -> str:
    shown = " […] ".join(" ".join(words[start:end].split()) for start, end in places)
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"


def _named(place: tuple[int, int] | None, words: str) -> str:
    return quoted(_shown(words, [place])) if place is not None else "not in the text"
