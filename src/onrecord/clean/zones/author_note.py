"""Notes on the author: what they are, what they wrote, how to reach them. They stand near the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.clean.zones.byline import NAME, NAMES
from onrecord.clean.zones.lines import Line
from onrecord.vocabulary import ZoneKind

# Longest note on an author in words; the longest in PolNeAR train has 38.
_LONGEST = 60
# How many paragraphs from the end a note may stand: before a licence, links and a comment form.
_NOTE_WITHIN = 10
# A role alone makes a note only so near the end of what is not boilerplate.
_ROLE_WITHIN = 2

_SPEAKS = re.compile(r'"|\b(?:said|says|told|according to)\b')
_NOTE = re.compile(
    rf"(?:{NAMES}|(?:[Tt]he )?[Aa]uthors?|[Tt]he writer),?(?: [^.\"]{{0,80}},)? "
    r"(?:is|are|serves as|works as|edits|covers|reports on|writes (?:about|for|on)|teaches|blogs)\b"
)
_ABOUT = re.compile(
    r"\W*about the (?:authors?|writers?|reporters?|journalists?|contributors?|columnists?|editors?)\b ?(?:[:|.]|- |$)", re.I
)
_AUTHOR = re.compile(r"(?:The )?[Aa]uthors?\b|The writer\b")
_FULL_NAME = re.compile(NAME)
_ROLE = re.compile(
    r"\b(?:is|are|serves as|works as) (?:also |currently |now )?(?:(?:a|an|the|our|one of)\b )?(?:[^.\"]{0,60}? )??"
    r"(?:editor|reporter|correspondent|columnist|journalist|writer|author|co-?author|contributor|fellow|professor|lecturer|"
    r"analyst|historian|co-?founder|founder|director|president|producer|blogger|novelist|scholar|researcher|freelancer?|"
    r"bureau chief|executive|co-?host|host|commentator|photographer|strategist|consultant|member)s?\b"
)
_REACHED = re.compile(
    r"@\w{2,}|"
    r"\b(?:follow|tweets?|reach(?:ed)?|contact|e-?mail|write to|find) (?:\w+ ){0,6}?(?:on|at|him|her|them|me|twitter|facebook)\b|"
    r"\b(?:author|co-author) of\b|\bforthcoming book\b|\b(?:his|her|their) (?:new(?:est)? |latest |most recent )?book\b",
    re.IGNORECASE,
)
_FOLLOW = re.compile(
    r"\W*(?:(?:you can )?(?:follow|e-?mail|contact|reach|tweet)(?! us\b)(?:[^\".]|\.(?=\w)){0,140}"
    r"(?:(?:^|\s|\()@\w{2,}|\S@\S+\.\w|twitter\.com/|facebook\.com/|on (?:twitter|facebook|x|instagram)\b)"
    r"|on twitter:? follow\b|(?:e-?mail|twitter|contact|follow):? ?@?\S+@?\S*\W*$|\(?@\w{2,}\)?\W*$)",
    re.IGNORECASE,
)


def is_about_author(line: Line) -> bool:
    """Whether a paragraph says that it is on the author; then even what is quoted in it is not the article's."""
    return line.words <= _LONGEST and not line.plain.startswith('"') and _ABOUT.match(line.plain) is not None


def author_notes(lines: Sequence[Line], kinds: list[ZoneKind | None], known: Sequence[str]) -> None:
    """Mark the notes on authors in `kinds`; `known` are the authors' names.

    1. A line on how to reach a person, anywhere.  2. Near the end, a sentence on a known author, or with a book or an address.
    3. At the very end, a sentence that gives a role to a person whom the article does not name elsewhere.
    """
    open_from_end = 0
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if kinds[number] is not None:
            continue
        open_from_end += 1
        if line.words > _LONGEST or _SPEAKS.search(line.plain):
            continue
        if _FOLLOW.match(line.plain) or (
            len(lines) - number <= _NOTE_WITHIN
            and (_is_on_author(line, known) or (open_from_end <= _ROLE_WITHIN and _is_on_stranger(number, lines)))
        ):
            kinds[number] = ZoneKind.BYLINE
            open_from_end -= 1


def _is_on_author(line: Line, known: Sequence[str]) -> bool:
    if not _NOTE.match(line.plain):
        return False
    return bool(_REACHED.search(line.plain)) or any(line.plain.startswith(name) for name in known)


def _is_on_stranger(number: int, lines: Sequence[Line]) -> bool:
    plain = lines[number].plain
    if not (_NOTE.match(plain) and _ROLE.search(plain)):
        return False
    if _AUTHOR.match(plain):
        return True
    name = _FULL_NAME.match(plain)
    words = name.group().split() if name else []
    return len(words) > 1 and not any(words[-1] in line.plain for other, line in enumerate(lines) if other != number)
