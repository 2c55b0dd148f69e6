"""To whom and where something was said, as far as the words around the cue tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.extract.phrases import noun_phrase
from onrecord.text.sentences import is_abbreviation

Range = tuple[int, int]

_TELLING = re.compile(
    r"\b(?:told|tells?|telling|informed|informs|assured|assures|reminded|reminds|warned|warns|asked|asks|urged|urges|"
    r"advised|briefed|promised|thanked|notified|(?:wrote|said|spoke|speaking|confided|complained|pointed out) to|confided in)\b",
    re.IGNORECASE,
)
# "Olan was told": the subject is who is told.
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|got)\s+(?:\w+ly\s+|also\s+|then\s+)?$", re.IGNORECASE)

_OCCASIONS = (
    r"interviews?|statements?|speech|speeches|address|press conferences?|news conferences?|conferences?|briefings?|letters?|"
    r"columns?|op-eds?|editorials?|tweets?|posts?|postings?|threads?|e-?mails?|memos?|reports?|rally|rallies|debates?|hearings?|"
    r"testimony|sermons?|broadcasts?|podcasts?|books?|memoirs?|essays?|articles?|videos?|messages?|communiqu[eé]s?|"
    r"press releases?|releases?|filings?|lawsuits?|affidavits?|(?:phone|telephone|conference|video) calls?|meetings?|summits?|"
    r"sessions?|lectures?|appearances?|events?(?!\s+(?:of|that)\b)|notes?|telegrams?|blogs?|readouts?|declarations?|gatherings?|"
    r"ceremony|remarks|comments|town halls?|forums?|panels?|court (?:papers|documents|filings)|text messages?|visits?|trips?|"
    r"tours?"
)
_MEDIA = r"Twitter|X|Facebook|Instagram|Telegram|Truth Social|Weibo|YouTube|TikTok|television|TV|radio|social media|air"
# Words that may not stand between the preposition and the occasion: a phrase of their own begins with them.
_NOT_BETWEEN = (
    r"to|of|in|on|at|by|for|from|with|into|about|as|that|will|would|is|are|was|were|has|had|have|and|or|but|least|all|part|fact|"
    r"he|she|they|it|who|which|over|after|before|during|managed|using|"
    r"sent|gave|made|held|took|said|told"
)
_BETWEEN = rf"(?:(?!(?:{_NOT_BETWEEN})\b)[\w’'&.-]+\s+)"
_VENUE = re.compile(
    rf"\b(?:in|at|during|through|via)\s+(?:(?:the\s+)?(?:start|opening|beginning|end|close) of\s+)?{_BETWEEN}{{0,5}}?"
    rf"(?:{_OCCASIONS})\b(?:\s+(?:{_OCCASIONS})\b)?"
    rf"|\bon\s+{_BETWEEN}{{0,3}}?(?:{_MEDIA})\b(?:\s+(?:page|account|show|channel|station|programme|program|feed))?"
    r"|\bon\s+(?=[\w’'&. -]{1,40}[’']s?\s+(?:[“\"‘]|''))"
    rf"|\bon\s+{_BETWEEN}{{1,3}}?(?:show|programme|program|podcast|visit|trip|tour|website)\b"
    r"|\b(?:via|by)\s+(?:e-?mail|phone|telephone|text message|text|letter|video link)\b"
    r"|\bon\s+the\s+(?:sidelines|floor|campaign trail)\b"
    r"|\bin\s+(?:parliament|court)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s+(?:(?:published|posted|aired|broadcast|carried)\s+)?(?:with|to|on|for|in|at|before|from|of|by)\s+")
# Tails are kept up to the last that has a name or people in it: "to the council in Olan", "to supporters", not "in the day".
_NAMES_SOMEBODY = re.compile(r"[A-Z]|s\b|\b(?:staff|police|parliament|congress|people)\b")
# An occasion has at most two tails that are kept: "in a speech to supporters in Olan".
_TAILS = 2
_STOP = re.compile(r"(?<![\s.][A-Z])[.!?;:][”\"’')]*(?:\s|$)")
# How far from the cue, in characters, the words that tell the setting may stand; they seldom stand beyond one clause.
_REACH = 160


def addressee(
    text: str, cue: Range | None, content: Sequence[Range], paragraph: Range, *, source: Range | None = None
) -> str | None:
    """Who was told, in the article's words, where a verb of telling takes an object (“told Reuters that …”).

    Nobody where the subject follows the verb (“Why?” asked Ada Pym): what stands there is the speaker.
    """
    if cue is None or _is_inverted(text, cue, content, source):
        return None
    verbs = [
        match for match in _TELLING.finditer(text, *cue) if not _PASSIVE.search(text, max(0, match.start() - 24), match.start())
    ]
    if not verbs:
        return None
    place = noun_phrase(text, verbs[-1].end(), _clause_end(text, cue, content, paragraph))
    return text[slice(*place)] if place else None


def _is_inverted(text: str, cue: Range, content: Sequence[Range], source: Range | None) -> bool:
    """Whether the source stands after the cue or, where none is marked, the cue right after the content."""
    if source is not None:
        return source[0] >= cue[0]
    before = [end for _, end in content if end <= cue[0]]
    return bool(before) and not any(letter.isalnum() for letter in text[max(before) : cue[0]])


def venue(text: str, cue: Range | None, content: Sequence[Range], sentence: Range) -> str | None:
    """Where or on what occasion it was said, in the article's words (“in an interview with …”, “on Twitter”).

    Looked for in the sentence of the cue outside the content, after the cue first, then inside it, then before it.
    """
    if cue is None:
        return None
    begin = max([sentence[0], *(end for _, end in content if end <= cue[0])])
    for start, end in ((cue[1], _clause_end(text, cue, content, sentence)), cue, (begin, cue[0])):
        if (head := _VENUE.search(text, start, end)) and (last := _with_tails(text, head, end)):
            return text[head.start() : last]
    return None


def _with_tails(text: str, head: re.Match[str], limit: int) -> int | None:
    """Where the venue ends, the phrases that belong to it included; None where only its preposition is there."""
    end = len(head.group().rstrip()) + head.start()
    if head.group().lower().strip() == "on":
        named = noun_phrase(text, head.end(), limit)
        return named[1] if named else None
    reached = end
    for _ in range(_TAILS):
        tail = _TAIL.match(text, reached, limit)
        phrase = noun_phrase(text, tail.end(), limit) if tail else None
        if phrase is None:
            break
        reached = phrase[1]
        end = reached if _NAMES_SOMEBODY.search(text, *phrase) else end
    return end


def _clause_end(text: str, cue: Range, content: Sequence[Range], around: Range) -> int:
    """Where the words that go with the cue end: at the content, at the end of sentence or paragraph, or out of reach."""
    limit = max(cue[1], min([cue[1] + _REACH, around[1], *(start for start, _ in content if start >= cue[1])]))
    stops = (one.start() for one in _STOP.finditer(text, cue[1], limit))
    return next((stop for stop in stops if text[stop] != "." or not is_abbreviation(text[cue[1] : stop])), limit)
