"""Names as filters compare them: without case, diacritics and punctuation, so that "zelensky" finds "Zélensky's"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")


# The same few names come back in every article of a story.
@lru_cache(maxsize=4096)
def folded(words: str | None) -> str:
    """The words in lower case, without diacritics, one space before each; "" for none.

    The space before the first word too makes "starts at a word" a plain search for a substring:
    `folded("president p") in folded("the President Párvu")`.
    """
    bare = (words or "").casefold()
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return "".join(f" {word}" for word in _WORD.findall(bare))
