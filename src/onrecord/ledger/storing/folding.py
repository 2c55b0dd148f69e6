"""Names as filters compare them: without case, diacritics and punctuation, so that "zelensky" finds "Zélensky's"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")


# The same few names come back in every article of a story.
@lru_cache(maxsize=4096)
def folded(words: str | None) -> str:
    """The words in lower case, without diacritics, one space before each; "" for none.

    The space before the first word too makes "starts at a word" a plain search for a substring:
    `folded("president p") in folded("the President Párvu")`.
    """
    return _folded(words or "")


def holds(text: str, wordings: Iterable[Iterable[str]]) -> bool:
    """Whether a text has any of some wordings, each with all its runs of words, whatever case, diacritics and punctuation."""
    within = f"{_folded(text)} "  # a text is asked of once: remembering it would only take room
    return any(all(f"{folded(run)} " in within for run in wording) for wording in wordings)


def _folded(words: str) -> str:
    bare = words.casefold()
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return "".join(f" {word}" for word in _WORD.findall(bare))
