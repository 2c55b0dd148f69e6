"""Boilerplate: what a site puts round every article; the patterns are in `furniture`, `appeals` and `notices`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.clean.zones import appeals, furniture, notices
from onrecord.clean.zones.lines import Line
from onrecord.vocabulary import ZoneKind

# Longest paragraph, in words, that a pattern may judge: chosen; the longest found in PolNeAR train has 45.
_LONGEST = 80
# Words of the longest label, and of a link to another article whose headline may say that somebody speaks; any other
# paragraph in which somebody speaks is the article's, whatever else it holds.
_SHORT = 12
# A headline of another article is no longer than this.
_LONGEST_LINK = 25
# Share of a text's paragraphs that must stand before the comments: the same words are a button under the title.
_COMMENTS_AFTER = 0.5

_SPEAKS = ('"', " said", " says", " told", "according to", " added", " argued", " wrote", " warned", " claimed")
# A paragraph without a single word: rules, rows of stars, a time of day. Embedded posts leave tags behind.
_WORDLESS = re.compile(r"[\W_]*|(?:</?\w[^<>]{0,300}>\W?){1,4}|\W*\d{1,2}[:.]\d\d(?: [ap]\.?m)?\W*", re.IGNORECASE)
# Headings of a list of links: the lines under them that end without a full stop are headlines of other articles.
_LINKS = re.compile(
    r"(?:(?:related|recommended|more|similar|popular|recent|latest|other|trending|top|further)(?: \w+)?"
    r" (?:articles|stories|posts|news|coverage|reading|content|links|reads)|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|(?:most|trending|read) (?:popular|read|viewed|now|next)|(?:also|more) (?:on|from|in) (?:[\w'.]+ ?){1,4}"
    r"|don'?t miss|editor'?s? picks?|in case you missed it|related|see also|read more|read also)\W*",
    re.IGNORECASE,
)
# Headings of the readers' comments: what follows to the end is not the article.
_COMMENTS = re.compile(
    r"(?:(?:leave|write|post|add) a (?:reply|comment)|comments? \(\d+\)|reader comments"
    r"|join the (?:conversation|discussion)"
    r"|(?:\d+|one|two|three) (?:comments?|responses?|replies|thoughts?)(?: (?:on|to) .{1,200})?)\W*",
    re.IGNORECASE,
)


def _any_of(table: Iterable[str], *, before: str = "", after: str = "") -> re.Pattern[str]:
    return re.compile(before + "(?:" + "|".join(table) + ")" + after)


_LABEL = _any_of(furniture.LABELS, before=r"[\W_]*", after=r"[\W_]*")
_LINK = _any_of(appeals.READ_ON, before=r"[\W_]*")
_BEGINNING = _any_of((*appeals.BEGINNINGS, *notices.BEGINNINGS), before=r"[\W_]*")
_SURE = _any_of(appeals.SURE, before=r"[^\w\"]*")
_FIRST_SENTENCE = re.compile(r"[^\".!?:]+[.!?:](?= |$)")
_ANYWHERE = tuple((telltale, re.compile(pattern)) for telltale, pattern in notices.ANYWHERE)


def boilerplate(line: Line) -> bool:
    """Whether a paragraph is boilerplate by its own words."""
    if line.words > _LONGEST:
        return False
    plain = line.plain.lower()
    if _WORDLESS.fullmatch(plain):
        return True
    if line.words <= _SHORT and (_LABEL.fullmatch(plain) or _LINK.match(plain)):
        return True
    if _is_appeal_with_praise(plain):
        return True
    if any(word in plain for word in _SPEAKS):
        return False
    return _BEGINNING.match(plain) is not None or any(word in plain and pattern.search(plain) for word, pattern in _ANYWHERE)


def _is_appeal_with_praise(plain: str) -> bool:
    """Whether a paragraph begins with a whole sentence that asks to subscribe: a reader's praise after it changes nothing."""
    first = _FIRST_SENTENCE.match(plain)
    return first is not None and not any(word in first[0] for word in _SPEAKS) and _SURE.match(first[0]) is not None


def tails(lines: Sequence[Line], kinds: list[ZoneKind | None]) -> None:
    """Mark what stands under a heading of links, and all that follows the heading of the readers' comments."""
    listed = False
    for number, line in enumerate(lines):
        if number > _COMMENTS_AFTER * len(lines) and _COMMENTS.fullmatch(line.plain):
            kinds[number:] = [kind or ZoneKind.BOILERPLATE for kind in kinds[number:]]
            return
        if kinds[number] is ZoneKind.BOILERPLATE:
            listed = listed or _LINKS.fullmatch(line.plain) is not None
        elif listed and kinds[number] is None and line.words <= _LONGEST_LINK and not line.stops:
            kinds[number] = ZoneKind.BOILERPLATE
        else:
            listed = False
