"""Which format a file has: its name tells, and where it does not, its first characters do."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import PurePath


class Format(StrEnum):
    """The formats that are read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSONL = "jsonl"


SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
}

_IMAGE = "an image: save the words in it as text first (OCR, such as tesseract FILE -)"
# The first bytes of files that are not text, what they are, and what to do with them.
_SIGNATURES = (
    (b"%PDF-", "a PDF: save its text first (pdftotext FILE)"),
    (b"PK\x03\x04", "a ZIP archive or an office document: unpack it, or save it as text"),
    (b"\xd0\xcf\x11\xe0", "an old office document: save it as text"),
    (b"{\\rtf", "a rich text document: save it as plain text"),
    (b"\x1f\x8b", "compressed with gzip: unpack it first (gunzip FILE)"),
    (b"\xfd7zXZ\x00", "compressed with xz: unpack it first (unxz FILE)"),
    (b"BZh", "compressed with bzip2: unpack it first (bunzip2 FILE)"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd: unpack it first (unzstd FILE)"),
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"SQLite format 3\x00", "a database: export its articles as JSON Lines"),
    (b"\x7fELF", "a program: give the files that hold the articles"),
    (b"WARC/1.", "a web archive: take the pages out of it first"),
)
# How far into a text its mark-up is looked for: a licence comment may come first.
_SNIFFED = 2_000
_WHOLE_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE | re.DOTALL)
_PART_OF_PAGE = re.compile(r"\s*<(?:head|body|article|main|section|div|h1|p|meta|title)[\s>]", re.IGNORECASE)


def format_of_name(path: str) -> Format | None:
    """The format that a file's name tells, or None."""
    return SUFFIXES.get(PurePath(path).suffix.lower())


def binary_kind(data: bytes) -> str | None:
    """What kind of file that is not text this is, with what to do about it, or None where no signature tells."""
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)


def format_of_text(text: str, named: Format | None = None) -> Format:
    """The format of a decoded file: as its name tells, except that a whole HTML page is one under any name."""
    head = text[:_SNIFFED]
    if named in (None, Format.TEXT) and _WHOLE_PAGE.match(head):
        return Format.HTML
    if named is not None:
        return named
    if _PART_OF_PAGE.match(head):
        return Format.HTML
    return Format.JSONL if _is_object(text.lstrip().split("\n", 1)[0]) else Format.TEXT


def _is_object(line: str) -> bool:
    if not line.startswith("{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
