"""Article: one published text and what is known of its publication; Rejection: an input that is no article, and why."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from onrecord.vocabulary.spans import Span


class ZoneKind(StrEnum):
    """What a stretch of an article is, where it is not body text."""

    TITLE = "title"
    BYLINE = "byline"
    CAPTION = "caption"
    PULL_QUOTE = "pull-quote"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, order=True)
class Zone:
    """Half-open range of `Article.text` that is not body text; zones are marked, never cut, and do not overlap."""

    start: int
    end: int
    kind: ZoneKind


class DateBasis(StrEnum):
    """What a date of publication rests on, the surest first."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published: an interval of ISO 8601 days or times, both ends included, and what it rests on.

    `latest` is None where only a floor is known: published on the day `earliest` or later.
    """

    earliest: str
    latest: str | None
    basis: DateBasis
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One published text. All offsets in onrecord count its `text` in Unicode code points.

    `id` is made from text, outlet and address (see `article_id`), so the same article always has the same one; `byline` holds one
    entry for each author; `language` is an ISO 639-1 code; `zones` are in order.
    """

    id: str
    path: str | None
    url: str | None
    outlet: str | None
    title: str | None
    byline: tuple[str, ...]
    language: str
    published: Published | None
    text: str
    zones: tuple[Zone, ...] = ()


def article_id(text: str, *, outlet: str | None, url: str | None) -> str:
    """The id of an article: 16 hexadecimal digits of the SHA-256 of its text, outlet and address."""
    return content_id(text, outlet or "", url or "")


def content_id(*parts: str) -> str:
    """16 hexadecimal digits of the SHA-256 of the parts; equal parts give equal ids on every machine."""
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()[:16]


class RejectionReason(StrEnum):
    """Why an input is not an article: a closed list."""

    EMPTY = "empty"
    NOT_TEXT = "not-text"
    TOO_SHORT = "too-short"
    TOO_LARGE = "too-large"
    NOT_ENGLISH = "not-english"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that onrecord did not read as an article: where it is, why, and (`detail`) what the user can do about it."""

    path: str
    reason: RejectionReason
    detail: str
