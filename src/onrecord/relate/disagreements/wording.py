"""Where two texts print the same words in quotation marks, but for one or two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.relate.words import FUNCTION, Word, runs, words_of
from onrecord.text.quotes import quotations
from onrecord.text.spelling import skeleton
from onrecord.vocabulary.statements import Kind, Statement

# So many words must be the same for one to differ, and for two: in shorter quotations, and where more differ, two translations
# are likelier than a wrong word. Measured on the example story.
_SAME_FOR_ONE, _SAME_FOR_TWO = 7, 16
# Where more differ: translators hardly ever agree on so many words, so many in one run, and such a part of the shorter quotation.
_SAME_FOR_MORE, _IN_ONE_RUN, _PART = 8, 6, 0.8
_MODALS = frozenset("can could may might must shall should will would ought never always".split())
# Modals that one speaker's sentence may have in two reports.
_ALIKE = (
    frozenset({"will", "would", "'ll"}),
    frozenset({"can", "could"}),
    frozenset({"may", "might"}),
    frozenset({"shall", "will"}),
)
_MARKS = "\"“”„«»‘’'‚ \t\n"
_EDITED = re.compile(r"\[[^\]]*\]|\.\.\.|…|\. \. \.")
_CLAUSE_ENDS = ".,;:!?—–"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that an article prints in quotation marks: the place of the first letter, and the text without its marks."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Misquoted:
    """Where two quotations of the same words differ: the clause round it in each, as places in the articles, and the words."""

    one: tuple[int, int]
    other: tuple[int, int]
    words: tuple[str, str]


def quoted(statement: Statement) -> list[Quoted]:
    """What a statement prints as verbatim: all of a direct one, what stands in quotation marks in a mixed one."""
    found = []
    for span in statement.content:
        if statement.kind is Kind.DIRECT:
            ranges = [(0, len(span.text))]
        else:
            ranges = [one.inner for one in quotations(span.text) if one.level == 0]
        for start, end in ranges:
            inner = span.text[start:end]
            left = len(inner) - len(inner.lstrip(_MARKS))
            if text := inner.strip(_MARKS):
                found.append(Quoted(span.start + start + left, text))
    return found


def shared_words(one: Quoted, other: Quoted) -> int:
    """How many words two quotations have in common, in one run."""
    mine, theirs = (words_of(quote.text, quoted=True) for quote in (one, other))
    return max((size for _, _, size in _runs(mine, theirs)), default=0)


def misquoted(one: Quoted, other: Quoted) -> Misquoted | None:
    """Where one of two quotations has another word than the other, all around it being the same; else None.

    What one clips is no difference, nor is an inflection, a spelling, a function word, or what an editor put in brackets.
    """
    mine, theirs = (words_of(quote.text, quoted=True) for quote in (one, other))
    blocks = _runs(mine, theirs)
    if len(blocks) < 2:
        return None
    same = sum(size for _, _, size in blocks)
    gaps = list(_gaps(blocks))
    differing = sum(max(end - start, stop - begin) for start, end, begin, stop in gaps)
    short = differing <= 2 and same >= (_SAME_FOR_ONE if differing <= 1 else _SAME_FOR_TWO)
    if not short and not _is_one_original(blocks, min(len(mine), len(theirs))):
        return None
    for start, end, begin, stop in gaps:
        ones, others = mine[start:end], theirs[begin:stop]
        if ones and others and _tell_apart(ones, others) and not (_edited(one, ones) or _edited(other, others)):
            words = (" ".join(word.plain for word in ones), " ".join(word.plain for word in others))
            return Misquoted(_clause(one, ones), _clause(other, others), words)
    return None


def _is_one_original(blocks: list[tuple[int, int, int]], length: int) -> bool:
    """Whether two quotations are of the same words for all that differs: most of the shorter one, many of them in one run."""
    same = sum(size for _, _, size in blocks)
    return same >= _SAME_FOR_MORE and max(size for _, _, size in blocks) >= _IN_ONE_RUN and same >= _PART * length


def _runs(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> list[tuple[int, int, int]]:
    return runs([word.plain for word in mine], [word.plain for word in theirs])


def _gaps(blocks: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    for (a, b, size), (next_a, next_b, _) in pairwise(blocks):
        yield a + size, next_a, b + size, next_b


def _tell_apart(ones: tuple[Word, ...], others: tuple[Word, ...]) -> bool:
    """Whether two runs of words differ in what they tell: another content word or modal, not another form or spelling."""
    mine, theirs = _plain(ones), _plain(others)
    if any(mine <= alike and theirs <= alike for alike in _ALIKE):
        return False
    stems, others_stems = ({word.stem for word in words} for words in (ones, others))
    if stems & others_stems or {skeleton(word) for word in mine} & {skeleton(word) for word in theirs}:
        return False
    if any(_one_word(one, other) for one in mine for other in theirs):
        return False
    return any(_tells(word) for word in mine) and any(_tells(word) for word in theirs)


def _plain(words: tuple[Word, ...]) -> frozenset[str]:
    return frozenset(word.plain for word in words)


def _tells(word: str) -> bool:
    return word in _MODALS or word not in FUNCTION


def _one_word(one: str, other: str) -> bool:
    """Whether two words look like forms of one: they begin with the same four letters, or one holds the other."""
    return one[:4] == other[:4] or (min(len(one), len(other)) > 3 and (one in other or other in one))


def _edited(quote: Quoted, words: tuple[Word, ...]) -> bool:
    around = quote.text[max(0, words[0].start - 3) : words[-1].end + 3]
    return _EDITED.search(around) is not None or any(
        match.start() < words[-1].end and words[0].start < match.end() for match in _EDITED.finditer(quote.text)
    )


def _clause(quote: Quoted, words: tuple[Word, ...]) -> tuple[int, int]:
    """The clause that some words stand in, as a place in the article."""
    text = quote.text
    start = max(text.rfind(mark, 0, words[0].start) for mark in _CLAUSE_ENDS) + 1
    ends = [at for mark in _CLAUSE_ENDS if (at := text.find(mark, words[-1].end)) >= 0]
    end = min(ends, default=len(text))
    start += len(text[start:end]) - len(text[start:end].lstrip(_MARKS))
    end -= len(text[start:end]) - len(text[start:end].rstrip(_MARKS))
    return quote.start + start, quote.start + end
