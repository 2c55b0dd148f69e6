"""JSON Lines: each line an object with an article's `text` or `html`, and whatever is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.clean.encodings import decode
from onrecord.clean.fields import found_in
from onrecord.clean.found import Found, without_surrogates
from onrecord.clean.settings import CleanSettings
from onrecord.vocabulary import Rejection, RejectionReason

# Fields that hold the article, the first that is a filled string wins.
_TEXT = ("text", "body", "content", "maintext", "article_text", "article")
_HTML = ("html", "raw_html", "content_html")


@dataclass(frozen=True, slots=True)
class Row:
    """One line, read: the article's text or its page, and what the line says of it."""

    path: str
    text: str
    is_page: bool
    found: Found


def rows(lines: Iterable[bytes], *, path: str, settings: CleanSettings) -> Iterator[Row | Rejection]:
    """The articles of a file in JSON Lines; "path:number" is the path of each. Empty lines are passed over.

    A line is cut after `max_bytes`; a bad one is rejected and reading continues.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _row(line, f"{path}:{number}", settings)


def _row(line: bytes, path: str, settings: CleanSettings) -> Row | Rejection:
    if len(line) > settings.max_bytes:
        return Rejection(
            path,
            RejectionReason.TOO_LARGE,
            f"the line is longer than {settings.max_bytes:,} bytes: split it, or raise max_bytes",
        )
    text = decode(line)
    if text is None:
        return Rejection(path, RejectionReason.NOT_TEXT, "the line is not text: write JSON Lines in UTF-8")
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Rejection(path, RejectionReason.UNREADABLE, f"not JSON ({error}): write one whole object on each line")
    if not isinstance(record, dict):
        return Rejection(path, RejectionReason.UNREADABLE, 'the line is not an object: write {"text": …} or {"html": …}')
    return _article(record, path)


def _article(record: dict[str, object], path: str) -> Row | Rejection:
    held = next(((name, value) for name in (*_TEXT, *_HTML) if (value := _filled(record.get(name)))), None)
    if held is None:
        if any(isinstance(record.get(name), str) for name in (*_TEXT, *_HTML)):
            return Rejection(path, RejectionReason.EMPTY, "the object's text is empty")
        if given := [name for name in (*_TEXT, *_HTML) if name in record]:
            return Rejection(path, RejectionReason.UNREADABLE, f"the object's {given[0]!r} must be a string in quotation marks")
        return Rejection(
            path,
            RejectionReason.UNREADABLE,
            f"the object has neither 'text' nor 'html'; its fields: {', '.join(sorted(map(str, record))[:12]) or 'none'}",
        )
    return Row(path, without_surrogates(held[1]), held[0] in _HTML, found_in(record))


def _filled(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
