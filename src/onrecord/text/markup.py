"""Markdown read as plain text, every character in its place."""

from __future__ import annotations

import re
from collections.abc import Callable

# Most characters between two marks that belong together: chosen, so that a text full of single marks is read in linear time.
_INSIDE = r"{1,2000}"
# How deep emphasis stands in emphasis: Markdown has italics, bold and struck-out words.
_DEPTH = 3

_GAP = r"\n(?![ \t]*\n)"  # a line break inside a paragraph
_URL = r"\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500}){0,3}(?:\s{1,3}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\)"
_WORDS = rf"(?:[^\[\]\n]|{_GAP}){_INSIDE}"

# Lines that are nothing but mark-up: fences of code, rules, underlines of headings, the addresses of links, footnote marks.
_LINES = re.compile(
    r"^[ \t]*(?:(?:`{3}|~{3})[^`\n]*|(?:[-*_=][ \t]*){3,}|=+[ \t]*|\[[^\]\n^][^\]\n]{0,200}\]:[ \t]+\S+[^\n]*)$", re.MULTILINE
)
# Beginnings of lines: quotation, then bullet, then heading; and the "#" that may close a heading.
_LINE_START = re.compile(r"^[ \t]*(?:>[ \t]?)*[ \t]*(?:[-*+](?=[ \t]))?[ \t]*(?:#{1,6}(?=[ \t]))?", re.MULTILINE)
_HEADING_END = re.compile(r"^[ \t]*#{1,6}[ \t][^\n]*?([ \t]#+)[ \t]*$", re.MULTILINE)
_DEFINED = re.compile(r"^[ \t]*\[([^\]\n^][^\]\n]{0,200})\]:[ \t]+\S", re.MULTILINE)

# What stands round words: group 1 and group 2 are the marks.
_LINK = re.compile(rf"(?<!\\)(!?\[){_WORDS}(\]{_URL})")
_BARE_IMAGE = re.compile(rf"(?<!\\)(!\[)(\]{_URL})")
_FOOTNOTE = re.compile(r"(\[\^)[^\s\[\]]{1,60}(\]:?)")
_REFERENCE = re.compile(rf"(?<!\\)(!?\[){_WORDS}(\]\[([^\[\]\n]{{1,200}})\])")
_CODE = re.compile(rf"(?<![\\`])(?P<mark>(`{{1,3}}))[^`\n]{_INSIDE}((?P=mark))(?!`)")
_EMPHASIS = tuple(
    re.compile(
        rf"(?<![\\\w{mark}])(?P<mark>({mark}{{{count}}}))(?=[^\s{mark}])(?:[^{mark}\n]|{_GAP}){_INSIDE}(?<=[^\s\\{mark}])((?P=mark))"
        + after
    )
    for mark, count, after in ((r"\*", "1,3", r"(?!\*)"), ("_", "1,3", r"(?!\w)"), ("~", "2", "(?!~)"))
)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


def plain_reading(text: str) -> str:
    """The text with spaces for the marks of Markdown: of the same length, all that is left in its place.

    1. Lines that are mark-up alone.  2. Marks of headings, quotations and lists at the beginnings of lines.
    3. Links, images and footnotes, whose words stay and whose addresses go.  4. Code.  5. Emphasis, from the inside out.
    6. Backslashes before marks that are meant as they stand.
    """
    labels = {label.casefold() for label in _DEFINED.findall(text)}
    plain = _LINES.sub(_blank_all, text)  # 1
    plain = _HEADING_END.sub(lambda match: _blanked(match, 1), plain)
    plain = _LINE_START.sub(_blank_all, plain)  # 2
    for pattern in (_BARE_IMAGE, _LINK, _LINK):  # 3: a second time, for the link round an image
        plain = pattern.sub(_blank_marks, plain)
    if labels:
        plain = _REFERENCE.sub(_blank_of(labels), plain)
    plain = _FOOTNOTE.sub(_blank_all, plain)
    plain = _CODE.sub(lambda match: _blanked(match, 2, 3), plain)  # 4
    for _ in range(_DEPTH):  # 5
        for pattern in _EMPHASIS:
            plain = pattern.sub(lambda match: _blanked(match, 2, 3), plain)
    return _ESCAPE.sub(" ", plain)  # 6


def _blank_all(match: re.Match[str]) -> str:
    return _spaces(match[0])


def _blank_marks(match: re.Match[str]) -> str:
    return _blanked(match, 1, 2)


def _blank_of(labels: set[str]) -> Callable[[re.Match[str]], str]:
    """Blanks the marks of the links whose label the text gives an address; brackets of an editor stay."""
    return lambda match: _blank_marks(match) if match[3].casefold() in labels else match[0]


def _blanked(match: re.Match[str], *groups: int) -> str:
    """The match with spaces in the place of some of its groups."""
    found = match[0]
    for group in groups:
        start, end = match.start(group) - match.start(), match.end(group) - match.start()
        found = found[:start] + _spaces(found[start:end]) + found[end:]
    return found


def _spaces(marks: str) -> str:
    """Spaces for all but white space: a line break stays."""
    return "".join(character if character.isspace() else " " for character in marks)
