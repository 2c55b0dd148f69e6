"""Line: a paragraph of a text, in the plain form that the patterns of this folder are written for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.text.paragraphs import paragraphs

# Typography that a pattern should not have to know, one character for one: curly marks, dashes, spaces that do not break.
_PLAIN = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("„", '"'), ("\xa0", " "), ("\u202f", " "), ("–", "-"), ("—", "-"))
# Mark-up of Markdown around a whole paragraph: headings, quotations, emphasis.
_MARK_UP = re.compile(r"^(?:#{1,6}\s+|>\s*)?[*_]{0,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?:\s#+)?$")
_HEADING = re.compile(r"#{1,2}\s+\S")
_WORD = re.compile(r"[^\W_]+")
_FINAL_STOP = re.compile(r"[.…:;,][\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its place, its words in plain typography without mark-up, and how many words it has."""

    start: int
    end: int
    plain: str
    words: int
    heading: bool = False

    @property
    def stops(self) -> bool:
        """Whether it ends as a sentence or an enumeration does; a question or an exclamation may be a headline."""
        return _FINAL_STOP.search(self.plain) is not None

    def printed(self, text: str) -> str:
        """Its words in the typography of the text, without mark-up, on one line."""
        return _without_mark_up(" ".join(text[self.start : self.end].split()))


def lines_of(text: str) -> list[Line]:
    """The paragraphs of a text, in order."""
    plain = text
    for printed, typed in _PLAIN:
        plain = plain.replace(printed, typed)
    return [_line(plain, start, end) for start, end in paragraphs(text)]


def word_list(plain: str) -> list[str]:
    """The words of a paragraph in lower case, without punctuation: what two copies of it have in common."""
    return _WORD.findall(plain.lower())


def _line(text: str, start: int, end: int) -> Line:
    plain = " ".join(text[start:end].split())
    heading = plain.startswith("#") and _HEADING.match(plain) is not None
    return Line(start, end, _without_mark_up(plain), plain.count(" ") + 1, heading)


def _without_mark_up(plain: str) -> str:
    marked = plain[:1] in "#>*_" or plain[-1:] in "*_#"
    return (_MARK_UP.sub("", plain) or plain) if marked else plain
