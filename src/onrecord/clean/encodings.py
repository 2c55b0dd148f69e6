"""Bytes as text, whatever their encoding."""

from __future__ import annotations

import codecs
import re

from onrecord.clean.found import without_surrogates
from onrecord.clean.libraries import guess_encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Where a page declares its encoding: the HTML standard says within the first 1024 bytes; pages are later than that.
_DECLARED_WITHIN = 4_096
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# Labels that mean windows-1252 on the web (WHATWG Encoding Standard).
_WESTERN = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso-8859-15"})
# The bytes over 127 that English in windows-1252 is made of: curly marks, dashes, ellipsis, bullet, currency, accents.
_ENGLISH_1252 = re.compile(rb"[\x00-\x7f\x80\x85\x91-\x97\x99\xa0\xa3\xa7\xa9\xab\xad\xae\xb0\xb7\xbb-\xbe\xc0-\xff]*")
# Share of the characters over 127 that may be broken before a text is taken for another encoding than UTF-8: a cut or a bad
# splice breaks one or two; text in another encoding breaks nearly all (windows-1251 and -1252: over 0.9).
_BROKEN_SHARE = 0.5
# A text of which more than this share are control characters is not text; mail and wire copy keep single ones.
_CONTROL_SHARE = 0.01
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_GUESSED_FROM = 50_000


def decode(data: bytes, *, page: bool = False) -> str | None:
    """The text of the bytes, without a byte order mark and without surrogates, or None where they are not text.

    1. A byte order mark.  2. UTF-16 without a mark (English in it is UTF-8 full of zeros, so it comes before).
    3. For a page, the encoding that it declares.  4. UTF-8.
    5. UTF-8 with a few broken characters.  6. windows-1252, where it gives what English is written with.
    7. charset-normalizer's guess.  8. windows-1252 all the same.
    """
    text = _decoded(data, page=page)
    return None if _is_binary(text) else without_surrogates(text)


def _decoded(data: bytes, *, page: bool) -> str:
    for mark, encoding in _MARKS:  # 1
        if data.startswith(mark) and (marked := _strict(data[len(mark) :], encoding)) is not None:
            return marked
    data = data.removeprefix(codecs.BOM_UTF8)
    wide = _wide(data)
    if wide is None and b"\x00" in data:
        return "\x00"  # no text: the quick way out
    attempts = [wide, _declared(data) if page else None, "utf-8"]  # 2, 3, 4
    for attempt in attempts:
        if attempt and (strict := _strict(data, attempt)) is not None:
            return strict
    text: str = data.decode("utf-8", "replace")
    over = sum(character > "\x7f" for character in text)
    if text.count("\ufffd") <= _BROKEN_SHARE * over:  # 5
        return text
    if not _ENGLISH_1252.fullmatch(data):  # 6
        guess = guess_encoding(data[:_GUESSED_FROM])
        if guess and (guessed := _strict(data, guess)) is not None:  # 7
            return guessed
    return data.decode("cp1252", "replace")  # 6, 8


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if match is None:
        return None
    label = match[1].decode("ascii", "replace").lower()
    if label.startswith(("utf-16", "utf-32", "utf-7", "unicode")):
        return None  # a page that could be read this far is not in any of them
    return "cp1252" if label in _WESTERN else _text_encoding(label)


def _text_encoding(label: str) -> str | None:
    """The name of a codec between bytes and text; Python has others (rot13, zip) that a page must not choose."""
    try:
        codec = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    return codec.name if getattr(codec, "_is_text_encoding", False) else None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: English in it has a zero in every second byte."""
    head = data[:1_000]
    if len(head) < 4 or len(data) % 2:
        return None
    half = len(head) // 2
    if head[1::2].count(0) > 0.8 * half:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > 0.8 * half else None


def _is_binary(text: str) -> bool:
    return "\x00" in text or len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text)
