"""meta.csv: what the user says of each file of a folder, in a table beside the files."""

from __future__ import annotations

import csv
import io
import re
from functools import lru_cache
from pathlib import Path

from onrecord.clean.encodings import decode
from onrecord.clean.found import one_line
from onrecord.clean.settings import Given
from onrecord.vocabulary import UsageError

NAME = "meta.csv"
_BETWEEN_AUTHORS = re.compile(r"[|;]")
_COLUMNS = ("file", "outlet", "published", "url", "title", "byline")
# Columns that the user keeps for themselves; those without a name come from delimiters at the ends of lines.
_PRIVATE = re.compile(r"x-.*|_.*|notes?|")
_DELIMITERS = ",;\t"
# Folders whose tables are remembered; a run reads folder after folder.
_REMEMBERED = 64


def given_in_folder(path: Path) -> Given:
    """What the meta.csv beside a file says of it; nothing where there is none. Raises UsageError where it is broken."""
    table = path.parent / NAME
    try:
        state = table.stat()
    except (OSError, ValueError):
        return Given()
    return _read(table, state.st_mtime_ns, state.st_size).get(path.name, Given())


@lru_cache(maxsize=_REMEMBERED)
def _read(table: Path, changed: int, size: int) -> dict[str, Given]:
    """The rows by file name; `changed` and `size` make a table that was edited be read again."""
    del changed, size
    try:
        text = decode(table.read_bytes())
    except OSError as error:
        raise UsageError(f"{table} cannot be read ({error.strerror}): make it readable, or take it away") from error
    if text is None:
        raise UsageError(f"{table} is not text: save it as CSV in UTF-8")
    header = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return _rows(table, rows)
    except csv.Error as error:
        raise UsageError(
            f"{table}, line {rows.line_num}: {error}. Put cells with commas, quotation marks or line breaks in "
            'double quotes, and double the quotes inside ("")'
        ) from error


def _rows(table: Path, rows: csv.DictReader[str]) -> dict[str, Given]:
    columns = [(name or "").strip().lower() for name in rows.fieldnames or ()]
    if "file" not in columns:
        raise UsageError(
            f"{table} has no column 'file': its first line must name the columns "
            f"({', '.join(_COLUMNS)}); found: {', '.join(columns) or 'nothing'}"
        )
    if unknown := [name for name in columns if name not in _COLUMNS and not _PRIVATE.fullmatch(name)]:
        raise UsageError(
            f"{table}: there is no column {unknown[0]!r}; there are {', '.join(_COLUMNS)}. Correct the name, or begin it with "
            "'x-' where the column is for yourself"
        )
    rows.fieldnames = columns
    found: dict[str, Given] = {}
    for row in rows:
        where = f"{table}, line {rows.line_num}"
        name = (row.get("file") or "").strip()
        if not name:
            if any(cell for cell in row.values()):
                raise UsageError(f"{where}: the column 'file' is empty: name the file that the row is about")
            continue
        if name in found:
            raise UsageError(f"{where}: a second row for {name!r}: keep one")
        if not (table.parent / name).is_file():
            raise UsageError(f"{where}: there is no file {name!r} in {table.parent}: correct the name or take the row away")
        found[name] = _given(row, where)
    return found


def _given(row: dict[str, str], where: str) -> Given:
    authors = (one_line(author) for author in _BETWEEN_AUTHORS.split(row.get("byline") or ""))
    try:
        return Given(
            outlet=one_line(row.get("outlet")),
            published=one_line(row.get("published")),
            url=one_line(row.get("url")),
            title=one_line(row.get("title")),
            byline=tuple(author for author in authors if author),
        )
    except UsageError as error:
        raise UsageError(f"{where}: {error}") from error
