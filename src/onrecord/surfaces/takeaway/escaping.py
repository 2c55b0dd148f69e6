"""Words from articles in Markdown, so that they show as they are: no mark-up, no HTML, no link comes of them."""

from __future__ import annotations

import re

from onrecord.surfaces.takeaway.evidence import one_line

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_SIGNS = re.compile(r"([\\`*_{}\[\]|~^$#!])")
# What makes an item of a list, a heading's underline or an address of its own.
_BEGINNING = re.compile(r"^(?:([-+=:])|(\d+)([.)]))")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data)(:)|\b(www)(\.)|(@)")


def markdown(words: str) -> str:
    """Words on one line of Markdown (CommonMark, and the tables, footnotes and links of GitHub's), with nothing in force."""
    told = _SIGNS.sub(r"\\\1", one_line(words)).translate(_ENTITIES)
    told = _ADDRESS.sub(_cut, told)
    return _BEGINNING.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", told)


def _cut(found: re.Match[str]) -> str:
    """An address whose colon, dot or at-sign is written as an entity: it shows the same, and is no link."""
    if found[5]:
        return "&#64;"
    return f"{found[1]}&#58;" if found[1] else f"{found[3]}&#46;"
