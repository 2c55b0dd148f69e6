"""Where the sentences of a paragraph begin and end."""

from __future__ import annotations

import re

from onrecord.text.paragraphs import trim

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen sens rep reps gov lt col gen sgt capt cmdr adm maj brig pres amb hon rev fr st jr sr vs etc "
    "inc ltd co corp no nos vol fig approx dept est e.g i.e cf al u.s u.k u.n e.u d.c a.m p.m "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# A sentence's end: its mark, whatever closes after it, white space, and something that can begin a sentence: a digit or a letter
# that is not in lower case. It is tried once for each run of marks: a line of dots is read in linear time.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’'»)\]]*+(?=\s+[\"“‘'«(\[—–-]*+(?P<first>[^\W_]))")
_LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.]*)$")


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open spans of the sentences in `text[start:end]`, a paragraph, in order; together they hold all but white space.

    Own rules: a regular expression and a list of abbreviations.
    """
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, end):
        if match["first"].islower():
            continue
        if match.group()[0] == "." and is_abbreviation(text[begin : match.start()]):
            continue
        if span := trim(text, begin, match.end()):
            spans.append(span)
        begin = match.end()
    if span := trim(text, begin, end):
        spans.append(span)
    return spans


def is_abbreviation(before: str) -> bool:
    """Whether the last word before a full stop is an abbreviation or an initial, so that the stop may end no sentence."""
    word = _LAST_WORD.search(before[-24:])
    if word is None:
        return False
    return word.group(1).lower() in _ABBREVIATIONS or (len(word.group(1)) == 1 and word.group(1).isupper())
