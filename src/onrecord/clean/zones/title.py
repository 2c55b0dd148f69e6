"""Titles: the headline, and what stands with it above the first paragraph of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.clean.zones.lines import Line, word_list
from onrecord.vocabulary import ZoneKind

# How many paragraphs from the top are looked at: kicker, alt text, caption, title, deck and byline may all come first.
_TOP = 10
# Words of the longest headline taken for one: the longest title of PolNeAR train has 22; room is left for tabloids.
_LONGEST = 30
# A first line that ends in a full stop is a headline only up to this length (PolNeAR puts a stop behind every title).
_LONGEST_STOPPED = 22
# Share of the words of an alt text that its caption repeats.
_ALT_SHARE = 0.5
# A line of so few words over a longer headline is a kicker.
_KICKER = 3
# Share of the longer words of a headline in title case that begin with a capital.
_CAPITALS_SHARE = 0.6
# How the first sentence of an article begins, and what it has, but hardly any headline.
_LEAD = re.compile(
    r"^(?:The|A|An|In|On|At|It|There|He|She|They|We|If|As|After|When|While|For|Last|This|That|Former|One|Some)\b|"
    r"\b(?:on|last|this) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bhas been\b|\bsaid\b"
)
_DATELINE = re.compile(r"[A-Z]{2}[A-Z, .]{0,60}(?:[A-Z][a-z]+\.? ?){0,2}(?:\([A-Za-z]+\))? ?-")


def titles(lines: Sequence[Line], kinds: list[ZoneKind | None], known: str | None) -> None:
    """Mark the titles of a text in `kinds`.

    1. The lines that have the words of the title that is known.  2. In Markdown, the first heading.
    3. Short lines without a full stop above the first paragraph of the article; of these, one that its caption repeats is
       a photograph's alt text, and a kicker of a word or two is left out.
    """
    top = range(min(_TOP, len(lines)))
    found = [number for number in top if known and _same(lines[number], known)]  # 1
    if not found:
        found = [number for number in top if lines[number].heading and kinds[number] is not ZoneKind.CAPTION][:1]  # 2
    for number in found:
        kinds[number] = ZoneKind.TITLE
    candidates = _candidates(lines, kinds, top)  # 3
    for number in [*candidates]:
        if (len(candidates) > 1 or found) and _is_alt_text(lines, kinds, number):
            kinds[number] = ZoneKind.CAPTION
            candidates.remove(number)
    if not found and any(lines[number].words > _KICKER for number in candidates):
        while lines[candidates[0]].words <= _KICKER:
            candidates.pop(0)
    for number in candidates:
        kinds[number] = ZoneKind.TITLE


def title_of(text: str, lines: Sequence[Line], kinds: Sequence[ZoneKind | None]) -> str | None:
    """The words of the first title, or None."""
    number = next((number for number, kind in enumerate(kinds) if kind is ZoneKind.TITLE), None)
    return None if number is None else lines[number].printed(text)


def _same(line: Line, known: str) -> bool:
    return line.words <= 2 * _LONGEST and word_list(line.plain) == word_list(known)


def _candidates(lines: Sequence[Line], kinds: Sequence[ZoneKind | None], top: range) -> list[int]:
    """The unmarked short lines before the first paragraph of the article."""
    found: list[int] = []
    for number in top:
        line, kind = lines[number], kinds[number]
        if kind is not None:
            continue
        if not (_is_headline(line) or (not found and _is_stopped_headline(line))):
            break
        found.append(number)
    # A text that is nothing but short lines (a list, a poem) has one title.
    return found if len(found) < len(lines) and len(found) <= 4 else found[:1]


def _is_headline(line: Line) -> bool:
    if line.words > _LONGEST or line.stops or _DATELINE.match(line.plain) or not any(letter.isalpha() for letter in line.plain):
        return False
    return line.plain[-1] not in "?!" or (line.words <= _LONGEST_STOPPED and not _LEAD.search(line.plain))


def _is_stopped_headline(line: Line) -> bool:
    """Whether a first line that ends in a stop is a headline: cut off from a deck, in title case, or begun as no lead is."""
    if line.words > _LONGEST_STOPPED or line.plain[-1] in ":," or _DATELINE.match(line.plain):
        return False
    if line.plain.endswith(";"):
        return True
    longer = [word for word in line.plain.split() if len(word) > 3]
    capitals = sum(not word[0].islower() for word in longer)
    return capitals >= _CAPITALS_SHARE * len(longer) or not _LEAD.search(line.plain)


def _is_alt_text(lines: Sequence[Line], kinds: Sequence[ZoneKind | None], number: int) -> bool:
    """Whether the caption that follows repeats the words of a line."""
    if number + 1 >= len(lines) or kinds[number + 1] is not ZoneKind.CAPTION:
        return False
    words, caption = set(word_list(lines[number].plain)), set(word_list(lines[number + 1].plain))
    return bool(words) and len(words & caption) >= _ALT_SHARE * len(words)
