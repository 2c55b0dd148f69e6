"""What a text has that a rewriter would not make up: who is named, figures, days, what is quoted; and which of it is its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from onrecord.relate.copies.narration import story_sentences
from onrecord.relate.words import Word, words_of
from onrecord.text.spelling import skeleton
from onrecord.vocabulary.relations import Printed

# What a particular counts: who speaks and what is quoted make a report, a figure or a day may be a slip.
_QUOTED, _NAMED, _FIGURE, _DAY = 2.0, 1.0, 1.0, 1.0
# A quotation of fewer words is a phrase that anyone may set in quotation marks.
_FEWEST_QUOTED = 5
# A quotation is the other's as well where this share of the words that tell something stands in two neighbouring sentences of it.
_HEARD = 0.45
# Figures up to two are articles and pronouns as often as counts.
_LEAST = 3
# The letters that forms of one name share: Tavaria, Tavarian.
_STEM = 5
# What two spellings of one name share at least, letter by letter in order: Malvern, Malwern.
_SPELLED = 0.74

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_TITLES = frozenset(
    "president prime minister ministry secretary general senator governor chancellor mayor king queen prince princess judge "
    "chief captain colonel professor doctor director chairman chairwoman deputy vice foreign mr mrs ms dr sir lady lord st i "
    "north south east west northern southern eastern western new".split()
)
_SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "m": 1e6,
    "bn": 1e9,
}
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
)
_NUMBERS = {word: float(number) for number, word in enumerate(_UNITS.split())} | {
    word: 10.0 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}


@dataclass(frozen=True, slots=True)
class Bits:
    """The particulars of one sentence: the last words of names as `text.spelling.skeleton` writes them, figures, weekdays."""

    names: frozenset[str]
    figures: frozenset[float]
    days: frozenset[str]


@dataclass(frozen=True, slots=True)
class Particulars:
    """The particulars of a story by its sentences, what it quotes (with the stems of the words), and what it knows.

    `words` are the stems of all of its words, `neighbours` those of each two sentences that follow one another.
    """

    sentences: tuple[Bits, ...]
    quotations: tuple[tuple[str, frozenset[str]], ...]
    words: frozenset[str]
    neighbours: tuple[frozenset[str], ...]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name for bits in self.sentences for name in bits.names)

    @property
    def figures(self) -> frozenset[float]:
        return frozenset(figure for bits in self.sentences for figure in bits.figures)

    @property
    def days(self) -> frozenset[str]:
        return frozenset(day for bits in self.sentences for day in bits.days)

    @property
    def weight(self) -> float:
        """How much there is of them."""
        return _weight(self.quotations, self.names, self.figures, self.days)


@dataclass(frozen=True, slots=True)
class Own:
    """What one of two stories has and the other has not: its weight, and its share of all that the one has."""

    weight: float
    share: float
    names: frozenset[str]
    figures: frozenset[float]
    days: frozenset[str]
    quotations: tuple[str, ...]


def own(one: Printed, other: Printed) -> Own:
    """The particulars of one story that another has not got, in whatever words, spelling or rounding."""
    mine, theirs = particulars(one), particulars(other)
    names = frozenset(name for name in mine.names if not _knows(theirs, name))
    figures = frozenset(figure for figure in mine.figures if not any(_rounds(figure, given) for given in theirs.figures))
    days = mine.days - theirs.days
    quotations = tuple(written for written, stems in mine.quotations if not _has_heard(theirs, stems))
    weight = _weight(quotations, names, figures, days)
    return Own(weight, weight / mine.weight if mine.weight else 0.0, names, figures, days, quotations)


def clashes(one: Printed, other: Printed, pairs: Iterable[tuple[int, int]]) -> int:
    """How often sentences of two stories that answer one another differ: each names one, or has a figure, that the other story
    lacks, or a day that the other sentence lacks."""
    mine, theirs = own(one, other), own(other, one)
    found = 0
    for place, answering in pairs:
        a, b = particulars(one).sentences[place], particulars(other).sentences[answering]
        found += bool(a.names & mine.names and b.names & theirs.names)
        found += bool(a.figures & mine.figures and b.figures & theirs.figures)
        found += bool(a.days - b.days and b.days - a.days)
    return found


@lru_cache(maxsize=128)
def particulars(article: Printed) -> Particulars:
    """The particulars of an article's story. Those of the last articles are remembered."""
    text = article.text
    sentences = [words_of(text[start:end]) for start, end in story_sentences(article)]
    bits = (
        Bits(frozenset(_names(words)), frozenset(_figures(words)), frozenset(word.plain for word in words if word.plain in _DAYS))
        for words in sentences
    )
    stems = [frozenset(word.stem for word in words if word.weight) for words in sentences]
    return Particulars(
        sentences=tuple(bits),
        quotations=tuple(_quotations(article)),
        words=frozenset(key for words in sentences for word in words for key in (word.stem, skeleton(word.plain))),
        neighbours=tuple(one | other for one, other in zip(stems, [*stems[1:], frozenset[str]()], strict=True)),
    )


def _weight(quotations: Sized, names: Sized, figures: Sized, days: Sized) -> float:
    return _QUOTED * len(quotations) + _NAMED * len(names) + _FIGURE * len(figures) + _DAY * len(days)


def _names(words: tuple[Word, ...]) -> Iterator[str]:
    """The last words of the runs of names in a sentence; titles, days and months are none, nor is what stands first alone."""
    for number, word in enumerate(words):
        ends = number + 1 == len(words) or not words[number + 1].name or words[number + 1].start != word.end + 1
        if word.name and number and ends and len(word.plain) > 2 and word.plain not in _TITLES | _DAYS | _MONTHS:
            yield skeleton(word.plain.removesuffix("'s"))


def _figures(words: tuple[Word, ...]) -> Iterator[float]:
    """The figures of a sentence, in digits or words, each once with its scale."""
    value: float | None = None
    for word in words:
        number = _number(word.plain)
        if word.plain in _SCALES and value is not None:
            value *= _SCALES[word.plain]
        elif number is not None and value is not None and value >= 20 and value % 10 == 0 and number < 10:
            value += number
        else:
            if value is not None and value >= _LEAST:
                yield value
            value = number
    if value is not None and value >= _LEAST:
        yield value


def _number(plain: str) -> float | None:
    if not plain[0].isdigit():
        return _NUMBERS.get(plain)
    digits = re.sub(r"[,:](?=\d{3}\b)", "", plain)
    try:
        return float(digits)
    except ValueError:
        return None


def _quotations(article: Printed) -> Iterator[tuple[str, frozenset[str]]]:
    """What stands in quotation marks in a story, with the stems of the words that tell something."""
    spans = story_sentences(article)
    for start, end in article.quoted:
        if not any(begin < end and start < stop for begin, stop in spans):
            continue
        words = words_of(article.text[start:end])
        stems = frozenset(word.stem for word in words if word.weight)
        if len(words) >= _FEWEST_QUOTED and stems:
            yield article.text[start:end], stems


def _knows(other: Particulars, name: str) -> bool:
    """Whether a story has a name too: so spelled, as a word of any kind, in another form, or misspelled."""
    if name in other.words:
        return True
    return any(_is_form(name, given) for given in other.names)


def _is_form(name: str, other: str) -> bool:
    if min(len(name), len(other)) >= _STEM and name[:_STEM] == other[:_STEM]:
        return True
    return name[:1] == other[:1] and SequenceMatcher(None, name, other).ratio() >= _SPELLED


def _rounds(figure: float, given: float) -> bool:
    """Whether a figure is another one, or that rounded to as many digits as it has itself."""
    if figure == given:
        return True
    digits = len(f"{figure:.10g}".replace(".", "").strip("0"))
    return bool(given) and float(f"{given:.{max(digits, 1)}g}") == figure


def _has_heard(other: Particulars, stems: frozenset[str]) -> bool:
    return any(len(stems & sentence) >= _HEARD * len(stems) for sentence in other.neighbours)
