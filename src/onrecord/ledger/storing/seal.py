"""The seal of a reading: a hash of all that a record says, so that a row lost or changed later is noticed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, replace

from onrecord.vocabulary import (
    Actor,
    Article,
    Mention,
    Office,
    Provenance,
    Published,
    Record,
    SaidOn,
    Span,
    Speaker,
    Statement,
    Zone,
    content_id,
)

# The nouns that a record is made of, and the names of their fields.
_NOUNS = (Record, Article, Published, Zone, Statement, Span, Speaker, SaidOn, Mention, Provenance, Actor, Office)
_FIELDS: dict[type, tuple[str, ...]] = {noun: tuple(field.name for field in fields(noun)) for noun in _NOUNS}


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells a reading from every other: `reading` is its id, made of `task` and `seal`."""

    reading: str
    task: str
    particulars: str
    seal: str


def stamp(record: Record) -> Stamp:
    """The stamp of a record."""
    task, sealed = task_id(record.article, record.provenance), seal(record)
    return Stamp(content_id(task, sealed), task, particulars_id(record.article), sealed)


def text_hash(text: str) -> str:
    """The SHA-256 of a text, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def seal(record: Record) -> str:
    """The SHA-256 of a record, all but its path and its text (which has a hash of its own), as 64 hexadecimal digits."""
    return text_hash(_written(replace(record, article=replace(record.article, path=None, text=""))))


def particulars_id(article: Article) -> str:
    """The id of what is known of an article beside its text: title, byline, language, date of publication."""
    return content_id(*(_written(part) for part in (article.title, article.byline, article.language, article.published)))


def task_id(article: Article, provenance: Provenance) -> str:
    """The id of the work of reading an article in one way: made of all that goes into it, its path left out."""
    return content_id(article.id, particulars_id(article), _written(article.zones), _written(provenance))


def _written(value: object) -> str:
    """A value in one canonical form. Fields that hold nothing are left out, so that a field added later breaks no seal."""
    return json.dumps(value, default=_filled, sort_keys=True, separators=(",", ":"))


def _filled(noun: object) -> dict[str, object]:
    held = ((name, getattr(noun, name)) for name in _FIELDS[type(noun)])
    return {name: value for name, value in held if value is not None and value is not False and value != ()}
