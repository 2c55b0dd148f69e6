"""Files and bytes -> articles and rejections: the order in which this room's tools are used."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.clean.build import Draft, build
from onrecord.clean.encodings import decode
from onrecord.clean.formats import Format, binary_kind, format_of_name, format_of_text
from onrecord.clean.found import Found
from onrecord.clean.front_matter import front_matter
from onrecord.clean.meta_csv import given_in_folder
from onrecord.clean.rows import Row, rows
from onrecord.clean.settings import DEFAULTS, NOTHING_GIVEN, CleanSettings, Given
from onrecord.vocabulary import Article, Rejection, RejectionReason, Zone, ZoneKind


def read_path(path: Path, *, given: Given = NOTHING_GIVEN, settings: CleanSettings = DEFAULTS) -> Iterator[Article | Rejection]:
    """What one file holds: one article or rejection, or, for JSON Lines, one for each line, as they are read.

    `given` wins over the meta.csv beside the file, and both over what the file says of itself. Nothing about the file itself
    raises; a broken meta.csv raises UsageError.
    """
    name = os.fsencode(path).decode("utf-8", "replace")
    given = given.over(given_in_folder(path))
    try:
        if path.is_dir():
            yield Rejection(name, RejectionReason.UNREADABLE, "a folder that cannot be listed: give files, or make it readable")
            return
        with path.open("rb") as file:
            if format_of_name(name) is Format.JSONL:
                yield from _read_rows(file, path=name, given=given, settings=settings)
            elif os.fstat(file.fileno()).st_size > settings.max_bytes:
                yield _too_large(name, settings)
            else:  # a pipe tells no size before it is read
                data = file.read(settings.max_bytes + 1)
                yield from read_bytes(data, path=name, given=given, settings=settings)
    except FileNotFoundError:
        yield Rejection(name, RejectionReason.UNREADABLE, _missing(path))
    except PermissionError:
        yield Rejection(name, RejectionReason.UNREADABLE, "permission to read it is denied: change its mode or owner")
    except (OSError, ValueError) as error:
        yield Rejection(name, RejectionReason.UNREADABLE, f"it cannot be read ({error}): check the file and its disk")


def read_bytes(
    data: bytes,
    *,
    path: str,
    given: Given = NOTHING_GIVEN,
    settings: CleanSettings = DEFAULTS,
    format: Format | None = None,
) -> Iterator[Article | Rejection]:
    """What the bytes of a file hold; their format is `format`, else what the path's suffix says, else what they look like."""
    named = format or format_of_name(path)
    if named is Format.JSONL:
        yield from _read_rows(io.BytesIO(data), path=path, given=given, settings=settings)
        return
    if len(data) > settings.max_bytes:
        yield _too_large(path, settings)
        return
    if kind := binary_kind(data):
        yield Rejection(path, RejectionReason.NOT_TEXT, f"it is {kind}")
        return
    text = decode(data, page=named is not Format.TEXT)
    if text is None:
        yield Rejection(path, RejectionReason.NOT_TEXT, "it is not text in any encoding known: save it as text in UTF-8")
        return
    found = format_of_text(text, named)
    if found is Format.JSONL:
        yield from _read_rows(io.BytesIO(text.encode()), path=path, given=given, settings=settings)
    else:
        draft = _page(path, text) if found is Format.HTML else _plain(path, text, markdown=found is Format.MARKDOWN)
        yield build(draft, given=given, settings=settings)


def _read_rows(file: BinaryIO, *, path: str, given: Given, settings: CleanSettings) -> Iterator[Article | Rejection]:
    first = True
    for row in rows(_lines(file, settings.max_bytes), path=path, settings=settings):
        first = False
        yield row if isinstance(row, Rejection) else build(_of_row(row), given=given, settings=settings)
    if first:
        yield Rejection(path, RejectionReason.EMPTY, "there is no line in it: check that it was saved whole")


def _lines(file: BinaryIO, longest: int) -> Iterator[bytes]:
    """The lines of a file; of one that is too long, its beginning, one byte longer than allowed."""
    while line := file.readline(longest + 1):
        yield line
        while not line.endswith(b"\n") and len(line) > longest:
            line = file.readline(longest + 1)
            if not line:
                return


def _of_row(row: Row) -> Draft:
    if row.is_page:
        draft = _page(row.path, row.text)
        return Draft(row.path, draft.text, row.found.over(draft.found), draft.known)
    return Draft(row.path, row.text, row.found)


def _plain(path: str, text: str, *, markdown: bool) -> Draft:
    if not markdown:
        return Draft(path, text, Found())
    end, found = front_matter(text)
    known = (Zone(0, end, ZoneKind.BOILERPLATE),) if end else ()
    return Draft(path, text, found, known)


def _page(path: str, text: str) -> Draft:
    from onrecord.clean.html import read_page  # noqa: PLC0415 - lxml and trafilatura, only for pages

    page = read_page(text)
    return Draft(path, page.text, page.found, page.known)


def _missing(path: Path) -> str:
    if os.path.islink(path):  # noqa: PTH114 - Path.is_symlink raises on a path that no system can have
        return "a link to a file that is not there: mend it or take it away"
    return "there is no such file: check the path"


def _too_large(path: str, settings: CleanSettings) -> Rejection:
    return Rejection(
        path,
        RejectionReason.TOO_LARGE,
        f"longer than {settings.max_bytes:,} bytes: split it into articles, or raise max_bytes",
    )
