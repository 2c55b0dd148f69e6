"""What a user types into a search box, read: words, "phrases", -exclusions, OR. Any text whatever can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import category

# A minus excludes only at the start of a word: "cease-fire" is one phrase, "-fire" an exclusion.
_PIECE = re.compile(
    r"""
    (?P<minus> (?<!\S) -+ )?
    (?: ["“”„«»] (?P<phrase> [^"“”„«»]* ) (?: ["“”„«»] | $ )
      | (?P<word> [^\s"“”„«»]+ ) )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A search: every group of `wanted` must be met by one of its phrases, and none of `unwanted` may occur.

    A phrase is a run of words in a row; a single word is a phrase of one. With nothing wanted, all that has none of `unwanted`
    is meant; with nothing unwanted either (`empty`), the text held no word.
    """

    wanted: tuple[tuple[str, ...], ...]
    unwanted: tuple[str, ...]

    @property
    def empty(self) -> bool:
        return not self.wanted and not self.unwanted


def phrasing(words: str) -> Phrasing:
    """The search that a user's text asks for.

    1. A piece in quotation marks (straight or curly; the last may be left open) is a phrase, other pieces are words.
    2. A minus right before a piece excludes it.
    3. OR, in capitals, between two wanted pieces makes them alternatives; it binds tighter than standing side by side, so
       `grain OR wheat harbour` wants harbour, and grain or wheat.
    4. What holds no letter or digit is dropped.
    """
    wanted: list[tuple[str, ...]] = []
    unwanted: list[str] = []
    joins = False
    for piece in _PIECE.finditer(words):
        phrase = _plain(piece["phrase"] if piece["phrase"] is not None else piece["word"])
        if piece["word"] == "OR" and not piece["minus"]:
            joins = bool(wanted)
        elif not phrase:
            continue
        elif piece["minus"]:
            unwanted.append(phrase)
            joins = False
        else:
            if joins:
                wanted[-1] += (phrase,)
            else:
                wanted.append((phrase,))
            joins = False
    return Phrasing(tuple(wanted), tuple(unwanted))


def _plain(piece: str) -> str:
    """The words of a piece, one space apart: all but letters, digits and the diacritics upon them is a space; "" for none."""
    words = "".join(c if c.isalnum() or category(c).startswith("M") else " " for c in piece).split()
    return " ".join(word for word in words if any(c.isalnum() for c in word))
