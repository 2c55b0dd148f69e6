"""What a reporter wrote of an article: its sentences as words for comparing, without what others read and heard as well."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.relate.copies.grams import Hashes, grams
from onrecord.text.paragraphs import paragraphs
from onrecord.text.sentences import sentences
from onrecord.text.spelling import fold, skeleton
from onrecord.vocabulary.relations import Printed

# What a word in quotation marks counts, beside 1 for the reporter's own: two reporters hear the same words.
_HEARD = 0.25
# The letters of a word that its forms share: member, membership.
_STEM = 5
# A headline folded has hardly more or fewer letters than as printed.
_TITLE_SLACK = 8
# A sentence with fewer words is no sentence: "Source link", "He paused."
_FEWEST_WORDS = 4

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
# Words that say nothing of what a sentence is about; and those that stand before names without being one.
_EMPTY = frozenset(
    "a an the this that these those and or but nor so as if than then there here in on at by for from to of with without into "
    "onto over under about against between among through during before after since until till while when where who whom whose "
    "which what why how is are was were be been being am has have had having do does did done will would shall should can could "
    "may might must not no yes it its he him his she her hers they them their theirs we us our ours you your yours i me my mine "
    "one "
    "said say says saying told tell tells telling also only just more most such other others another some any all each both very "
    "too up out off down again still even s t re ve ll d m mr mrs ms dr sir because although though however".split()
)
_NO_NAMES = _EMPTY | frozenset(
    "president prime minister secretary general senator sen rep gov governor chancellor king queen prince spokesman spokeswoman "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december ministry department government parliament house north south east west eastern western".split()
)


# A word, folded; where it begins; whether it stands in quotation marks.
Word = tuple[str, int, bool]


@dataclass(frozen=True, slots=True)
class Story:
    """An article as its reporter tells it.

    `words` are those outside quotation marks, in order, and `runs` the hashes of their runs; `stems` the beginnings of those that
    say something. `heard` counts the words in quotation marks; `sentences` has the words of each sentence.
    """

    words: tuple[str, ...]
    runs: Hashes = field(repr=False, compare=False)
    stems: frozenset[str] = field(repr=False, compare=False)
    heard: int
    sentences: tuple[tuple[Word, ...], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence is about.

    `terms` are the stems of its words that say something, names as `text.spelling.skeleton` writes them, with 1 for what the
    reporter wrote and less for what stands in quotation marks; `anchors` are its names and numbers outside quotation marks, and
    `words` counts the words there.
    """

    words: int
    terms: dict[str, float]
    anchors: frozenset[str]


@lru_cache(maxsize=128)
def story(article: Printed) -> Story:
    """The story of an article: zones that are not read, its headline and lines without a sentence left out.

    Those of the last articles are remembered.
    """
    text = article.text
    small = text.lower()
    small = small if len(small) == len(text) else text
    quoted = sorted(article.quoted)
    found = tuple(_words(small, start, end, quoted) for start, end in story_sentences(article))
    words = tuple(word for sentence in found for word, _, heard in sentence if not heard)
    stems = frozenset(word[:_STEM] for word in {*words} - _EMPTY)
    return Story(words, grams(words), stems, sum(map(len, found)) - len(words), found)


@lru_cache(maxsize=128)
def told(article: Printed) -> tuple[Told, ...]:
    """What the sentences of the story of an article are about, in order. Those of the last articles are remembered."""
    text, sentences = article.text, story(article).sentences
    names = _names(text, sentences)
    return tuple(_told(text, sentence, names) for sentence in sentences)


def story_sentences(article: Printed) -> list[tuple[int, int]]:
    """Where the sentences of the story stand, in order: those that `Printed.sentences` are the vectors of."""
    text = article.text
    unread = _Ranges(article.unread)
    title = fold(article.title) if article.title else None
    spans: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        if start in unread and end - 1 in unread:
            continue
        if title is not None and abs(end - start - len(title)) <= _TITLE_SLACK and fold(text[start:end]) == title:
            continue
        spans += [
            span for span in sentences(text, start, end) if span[0] not in unread and text.count(" ", *span) >= _FEWEST_WORDS - 1
        ]
    return spans


class _Ranges:
    """Half-open ranges that may be asked whether a place is in one, for places that come in order."""

    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        self._ranges = sorted(ranges)
        self._next = 0

    def __contains__(self, place: int) -> bool:
        while self._next < len(self._ranges) and self._ranges[self._next][1] <= place:
            self._next += 1
        return self._next < len(self._ranges) and self._ranges[self._next][0] <= place


def _words(small: str, start: int, end: int, quoted: list[tuple[int, int]]) -> tuple[Word, ...]:
    """The words of a sentence of a text in small letters; a number is one word without its commas."""
    near = quoted[max(0, bisect_right(quoted, (start, start)) - 1) : bisect_left(quoted, (end, end))]
    near = [one for one in near if one[1] > start]
    words: list[Word] = []
    for match in _WORD.finditer(small, start, end):
        word, place = match[0], match.start()
        if not word.isascii():
            word = fold(word)
        elif "," in word:
            word = word.replace(",", "")
        words.append((word, place, bool(near) and any(begin <= place < stop for begin, stop in near)))
    return tuple(words)


def _names(text: str, sentences: tuple[tuple[Word, ...], ...]) -> set[str]:
    """The words of a story that name: they have a capital letter where no sentence begins, or wherever they stand."""
    inside, small, first = set(), set(), set()
    for sentence in sentences:
        for place, (word, start, _) in enumerate(sentence):
            if not text[start].isupper():
                small.add(word)
            elif place:
                inside.add(word)
            else:
                first.add(word)
    return (inside | first - small) - _NO_NAMES


def _told(text: str, sentence: tuple[Word, ...], names: set[str]) -> Told:
    terms: dict[str, float] = {}
    anchors: set[str] = set()
    for word, start, quoted in sentence:
        if word in _EMPTY:
            continue
        is_name = word in names and text[start].isupper()
        term = skeleton(word) if is_name else word[:_STEM]
        terms[term] = max(terms.get(term, 0.0), _HEARD if quoted else 1.0)
        if not quoted and ((is_name and len(word) > 2) or word[0].isdigit()):
            anchors.add(term)
    return Told(sum(not quoted for _, _, quoted in sentence), terms, frozenset(anchors))
