"""One-line builders: articles and marks about two invented countries, Veshia and Doland, from texts with brackets.

`[S Brandt] [C said] [T the port would open]` gives a source, a cue and a content linked to it; a digit after the letter
tells attributions apart: `[S1 Brandt] [C1 said] [T1 …], [S2 Meer] [C2 replied] [T2 …]`.
"""

from __future__ import annotations

import re

from onrecord.extract import statements
from onrecord.identify import identified
from onrecord.vocabulary import Article, Mark, Marks, Role, Statement, Zone, ZoneKind, article_id

_BRACKET = re.compile(r"\[(?P<role>[SCT])(?P<group>\d?) (?P<words>[^\]]*)\]")
_ROLES = {"S": Role.SOURCE, "C": Role.CUE, "T": Role.CONTENT}


def article(text: str, *zones: tuple[str, ZoneKind]) -> Article:
    """An article whose zones are the first places of some words."""
    placed = sorted(Zone(text.index(words), text.index(words) + len(words), kind) for words, kind in zones)
    identity = article_id(text, outlet="Dol Tribune", url=None)
    return Article(identity, None, None, "Dol Tribune", None, (), "en", None, text, tuple(placed))


def marked(text: str) -> tuple[str, tuple[Mark, ...]]:
    """A text without its brackets, and their marks, linked."""
    plain = ""
    last = 0
    found: list[tuple[int, int, Role, str]] = []
    for match in _BRACKET.finditer(text):
        plain += text[last : match.start()]
        found.append((len(plain), len(plain) + len(match["words"]), _ROLES[match["role"]], match["group"]))
        plain += match["words"]
        last = match.end()
    plain += text[last:]
    cues = {group: index for index, (_, _, role, group) in enumerate(found) if role is Role.CUE}
    marks = (Mark(start, end, role, 0.9, None if role is Role.CUE else cues.get(group)) for start, end, role, group in found)
    return plain, tuple(marks)


def read(text: str, *zones: tuple[str, ZoneKind], within: str | None = None) -> tuple[Statement, ...]:
    """The statements of a text with brackets, with speakers; `within` is a content's words with brackets of its own."""
    plain, marks = marked(text)
    inside: tuple[tuple[int, tuple[Mark, ...]], ...] = ()
    if within is not None:
        words, nested = marked(within)
        start = plain.index(words)
        index = next(index for index, mark in enumerate(marks) if mark.role is Role.CONTENT and mark.start <= start < mark.end)
        inside = ((index, tuple(Mark(m.start + start, m.end + start, m.role, m.score, m.cue) for m in nested)),)
    made = article(plain, *zones)
    return identified(made, statements(made, Marks(marks, inside)), ()).statements


def one(text: str, *zones: tuple[str, ZoneKind]) -> Statement:
    """The only statement of a text with brackets."""
    (statement,) = read(text, *zones)
    return statement
