"""Puts words in quotation marks, and none round words that have their own."""

from __future__ import annotations

# Marks that open a quotation with those that close it, and all that tell of one; single marks stand in words too.
_PAIRS = (("“", "”"), ("«", "»"))
_MARKS = '“”«»„"'


def quoted(words: str) -> str:
    """Words in quotation marks; as they are where some stand in them. A mark whose other one was cut off gets it back.

    "a day" is “a day”; "“I go,”" is itself; "“For years […]" is "“For years […]”".
    """
    if not any(mark in words for mark in _MARKS):
        return f"“{words}”"
    if words.count('"') % 2:
        return f'{words}"'
    if "„" in words:  # which the opening mark of others closes
        return words
    return words + next((closes for opens, closes in _PAIRS if words.count(opens) > words.count(closes)), "")
