"""Isolating: names in any script beside other words, so that an Arabic or Hebrew one does not scramble the days next to it.

Unicode Standard Annex 9 (bidirectional algorithm), 2.4 and 5.2; mark-up has <bdi> for it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from markupsafe import Markup

_FIRST_STRONG, _POP = "\u2068", "\u2069"


def bdi(words: object) -> Markup:
    """A name, escaped, as mark-up that keeps to itself."""
    return Markup("<bdi>{}</bdi>").format(words)


def bdis(names: Iterable[object]) -> Markup:
    """Names with a comma between two."""
    return Markup(", ").join(bdi(name) for name in names)


def isolated(words: str) -> str:
    """A name for where there is no mark-up: in signs of isolation where it is written from the right."""
    turned = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in words)
    return f"{_FIRST_STRONG}{words}{_POP}" if turned else words
