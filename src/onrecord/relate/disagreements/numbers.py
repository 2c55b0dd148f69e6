"""Numbers as journalists write them, as ranges: "about 55,000 pages", "tens of thousands", "$2.3bn", "two-thirds"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.relate.disagreements.dates import times
from onrecord.relate.disagreements.matter import concept_of
from onrecord.relate.words import FUNCTION, stem

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
_UNITS = {word: number for number, word in enumerate((*_ONES.split(), "nineteen"))}
_TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {
    **{"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12},
    **{"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12},
}
# Numbers that are no figures, as the range that a reader takes them for.
_VAGUE: dict[str, tuple[float, float]] = {
    **{"a couple of": (2, 3), "a handful of": (2, 12), "a few": (2, 12), "several": (2, 20), "half a dozen": (5, 8)},
    **{"a dozen": (10, 14), "two dozen": (20, 29), "three dozen": (30, 42), "dozens of": (20, 200), "scores of": (30, 300)},
    **{"several dozen": (24, 100), "several hundred": (200, 1000), "a few hundred": (200, 1000), "hundreds of": (100, 2000)},
    **{"several thousand": (2000, 10_000), "a few thousand": (2000, 10_000), "thousands of": (1000, 30_000)},
    **{"tens of thousands of": (10_000, 300_000), "hundreds of thousands of": (100_000, 3_000_000)},
    **{"half a million": (4.5e5, 5.5e5), "millions of": (1e6, 1e9), "tens of millions of": (1e7, 3e8)},
    **{"billions of": (1e9, 1e12), "tens of billions of": (1e10, 3e11), "hundreds of millions of": (1e8, 3e9)},
}
# Shares of a whole, as percentages.
_SHARES = {
    **{"half": 50.0, "a third": 100 / 3, "one third": 100 / 3, "two thirds": 200 / 3, "a quarter": 25.0, "one quarter": 25.0},
    **{"three quarters": 75.0, "a fifth": 20.0, "one fifth": 20.0, "two fifths": 40.0, "three fifths": 60.0, "four fifths": 80.0},
    **{"one in two": 50.0, "one in three": 100 / 3, "one in four": 25.0, "one in five": 20.0, "one in ten": 10.0},
}
# How far a share may be from what it stands for: "half" for 47 per cent.
_SHARE_SLACK = 4.0
# How far "about" reaches, as a part of the number: less where the figure is told to a third digit ("some 1,680").
_ABOUT, _ABOUT_EXACT = 0.1, 0.03
_ROUND = 2
_MODIFIERS = (
    ("least", r"at\s+least|more\s+than|over|above|no\s+(?:fewer|less)\s+than|upwards?\s+of|in\s+excess\s+of|not\s+less\s+than"),
    ("most", r"at\s+most|up\s+to|as\s+many\s+as|as\s+much\s+as|no\s+more\s+than|fewer\s+than|less\s+than|under|below|not\s+even"),
    ("nearly", r"nearly|almost|close\s+to|just\s+under|just\s+short\s+of|approaching"),
    ("about", r"about|around|roughly|some|approximately|an\s+estimated|circa|an?\s+reported|just\s+over|well\s+over"),
)
_AFTER = (("least", r"or\s+more|at\s+least|and\s+more|-?plus\b"), ("about", r"or\s+so|or\s+thereabouts"))
_WORD_NUMBER = "|".join(sorted((*_UNITS, *_TENS), key=len, reverse=True))
_CURRENCY = r"(?:US\$|C\$|A\$|[$£€¥₴₽])"
_FIGURE = (
    rf"(?:{_CURRENCY}\s?)?\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|(?:{_CURRENCY}\s?)?\d+(?:\.\d+)?"
    rf"|\b(?:{_WORD_NUMBER})(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine)\b)?|\ban?(?=\s+(?:hundred|thousand|million|billion)\b)"
)
_SCALE = r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion)\b|\s?(?:bn|mn|tn)\b|(?<=\d)[mbk]\b)"


def _number(group: str) -> str:
    return rf"(?P<{group}>(?:{_FIGURE}){_SCALE}{{0,2}})"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(r"[\s-]+".join(one.split()) for one in sorted(words, key=len, reverse=True))


_PATTERN = re.compile(
    rf"(?<![\w.,$£€/:#-])(?:(?P<mod>{'|'.join(words for _, words in _MODIFIERS)})\s+)?(?:(?:between|from)\s+)?(?:"
    rf"(?P<vague>{_any_of(_VAGUE)})\b|(?P<share>{_any_of(_SHARES)}|one\s+[a-z]+\s+in\s+(?:three|four|five|ten))\b"
    rf"|{_number('first')}(?:\s?(?:-|–|—|to|and(?=\s+\d))\s?{_number('last')})?(?P<percent>\s?%|\s+per\s?cent\b|[\s-]+percent\b)?"
    rf")(?P<after>\s+(?:{'|'.join(words for _, words in _AFTER)}))?",
    re.IGNORECASE,
)
# How long, far or strong a thing is: "the 340-kilometre pipeline".
_MEASURED = (
    r"-(?:kilomet|mile|met(?:er|re)|hectare|acre|page|seat|bed|megawatt|tonne?|member|article|point|storey|story|room|litre"
    r"|barrel)"
)
# What makes a figure no count: an ordinal, a time, an age, a score, a part of a word, a number of a rule or a road.
_NOT_AFTER = re.compile(
    r"(?:st|nd|rd|th)\b|[:/]\d|[-–]\d|[-–]year|\s*(?:a\.?m\.?|p\.?m\.?|o[’']clock|GMT|EST|EDT|ET)\b|\.\d|\w|\s+or\s+(?:\d|two|three|four|five|six)"
    r"|\s+degrees?\b|[’']s?\b|\s+years?[\s-]old|\s+of\s+(?:the|its|his|her|their|those|them|all|these|our|us|whom|[A-Z][\w-]*[’']s)\b"
    rf"|(?!{_MEASURED})-[A-Za-z]"
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:aged?|no\.|number|chapter|page|article|section|title|route|highway|channel|room|act|day|week|phase|round|level|group"
    r"|more|another|additional|other|further|extra|first|last|next|past|every|each|per|top|only|the|his|her|its|their|these|those|all|any"
    r"|either|which|about\s+the|one\s+of|version|grade|zone|area|flight|district|ward|class|boeing|airbus)\s+|[A-Z][\w’']*\s+|[“\"‘']\s*|\d\s*[-–]\s*)$",
)
# "In Karovel 11 miners died."
_IN_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ii]nside)\s+[A-Z][\w’']*(?:\s[A-Z][\w’']*)?\s+$")
# "The 2,287 vessels" are all of them; "the 40 ferries" may be those that were told of just before.
_THE = re.compile(r"(?:^|[\s“\"‘'(])[Tt]he\s+$")
_LARGE = re.compile(r"\d[\d,.]*\d\d(?!\d)|\d+(?:\.\d+)?\s(?:hundred|thousand|million|billion)", re.IGNORECASE)
# How often, and not how much more ("twice as many").
_MORE = r"(?!\s+(?:as|the|an?|that|this|what|its|his|her|their|more|less|fewer|higher|lower|larger|bigger|greater|over)\b)"
_TWICE = re.compile(rf"\btwice\b{_MORE}", re.IGNORECASE)
_OFTEN = re.compile(rf"\s+times\b{_MORE}", re.IGNORECASE)
_MANYFOLD = re.compile(r"\s+times\b", re.IGNORECASE)
_TIMES = stem("times")
_RUN = re.compile(r"[\s-]+([A-Za-z][\w’'-]*)")
_OF_WHAT = re.compile(r"\s+of(?=\s)")
_CURRENCIES = {"$": "dollar", "us$": "dollar", "c$": "dollar", "a$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}
_CURRENCIES |= {"₴": "hryvnia", "₽": "rouble"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `[start, end)` of a text: it lies between `low` and `high`, and counts what `nouns` (stems, or classes) name.

    `stop` is where the words end that it counts. `unit` is "%" for a share, the stem of a currency before its figure, else
    empty; `at_least` is true of a lower bound; `value` is the figure with its noun, as written.
    """

    start: int
    end: int
    stop: int
    low: float
    high: float
    nouns: tuple[str, ...]
    unit: str
    at_least: bool
    value: str

    def counts_with(self, other: Number) -> bool:
        """Whether two numbers count one kind of thing: shares, one currency, or the same noun at the end of what is counted."""
        ones, others = ((number.unit,) if number.unit else number.nouns for number in (self, other))
        return bool(ones and others) and (ones[-1] in others or others[-1] in ones)


def numbers(text: str) -> list[Number]:
    """The counts and amounts in a text, in order; days and years, ages, ordinals and parts of a whole are left out."""
    if not _may_hold(text):
        return []
    taken = [(one.start, one.end) for one in times(text)]
    found = []
    for match in _PATTERN.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if number := _read(match, text):
            found.append(number)
    found += [Number(*one.span(), one.end(), 2, 2, (_TIMES,), "", False, one.group()) for one in _TWICE.finditer(text)]
    return sorted(found, key=lambda one: one.start)


_HOLDS = re.compile(
    rf"\d|\b(?:{_WORD_NUMBER}|hundreds?|thousands?|millions?|dozens?|half|third|quarter|few|several|twice)\b", re.IGNORECASE
)


def _may_hold(text: str) -> bool:
    return _HOLDS.search(text) is not None


def compatible(one: Number, other: Number) -> bool:
    """Whether two numbers may both be right: their ranges meet, each as rounded, bounded or vague as it is written."""
    return one.low <= other.high and other.low <= one.high


def is_slip(one: Number, other: Number) -> bool:
    """Whether two figures look like one, written or copied wrongly: the same digits in another order, or one of three other."""
    mine, theirs = (re.sub(r"\D", "", number.value).rstrip("0") for number in (one, other))
    mine, theirs = (digits.ljust(max(len(mine), len(theirs)), "0") for digits in (mine, theirs))
    if len(mine) < 2 or mine == theirs:
        return False
    return sorted(mine) == sorted(theirs) or (len(mine) > 2 and sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1)


def _read(match: re.Match[str], text: str) -> Number | None:
    before = text[max(0, match.start() - 30) : match.start()]
    mod = _kind(match["mod"], _MODIFIERS) or _kind((match["after"] or "").strip(), _AFTER)
    percent = match["percent"] is not None
    if _NOT_AFTER.match(text, match.end()) or (not match["mod"] and _barred(before, match)):
        return None
    if _MANYFOLD.match(text, match.end()) and not _OFTEN.match(text, match.end()):
        return None
    run, stop = _counted(text, match.end())
    if match["vague"]:
        low, high = _VAGUE[" ".join(match["vague"].lower().replace("-", " ").split())]
        exact, unit = low, ""
    elif match["share"]:
        words = match["share"].lower().replace("-", " ").split()
        if len(words) < 4 and words[-1] != "half" and not words[-1].endswith("s") and not _OF_WHAT.match(text, match.end()):
            return None
        exact = _SHARES[" ".join(words if words[0] != "one" or len(words) < 4 else (words[0], *words[2:]))]
        low, high, unit = exact - _SHARE_SLACK, exact + _SHARE_SLACK, "%"
    else:
        low, high, exact = _figures(match, percent=percent)
        unit = "%" if percent else _currency(match["first"])
        if not unit and (not run or match["first"].lower() == "one"):
            return None
    digits = len(re.sub(r"\D", "", match["first"] or "").strip("0"))
    low, high = _bounded(low, high, exact, mod, about=_ABOUT_EXACT if digits > _ROUND else _ABOUT)
    return Number(
        match.start(), match.end(), stop, low, high, run, unit, mod == "least", " ".join(text[match.start() : stop].split())
    )


def _barred(before: str, match: re.Match[str]) -> bool:
    barred = _NOT_BEFORE.search(before)
    if barred is None or _IN_PLACE.search(before):
        return False
    if _THE.search(before) and _LARGE.match(match["first"] or ""):
        return False
    return not (_currency(match["first"] or "") or match["vague"] or match["share"])


def _kind(words: str | None, kinds: tuple[tuple[str, str], ...]) -> str | None:
    return next((kind for kind, pattern in kinds if words and re.fullmatch(pattern, words, re.IGNORECASE)), None)


def _currency(figure: str) -> str:
    sign = re.match(_CURRENCY, figure, re.IGNORECASE) if figure else None
    return _CURRENCIES[sign.group().lower()] if sign else ""


def _counted(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """The stems of up to three words behind a number, as far as they may be what it counts, and where the first unit ends."""
    found: list[str] = []
    of = _OF_WHAT.match(text, start)  # "half of voters"
    at = of.end() if of else start
    while len(found) < 3 and (match := _RUN.match(text, at)):
        word = match[1].lower().removesuffix("’s").removesuffix("'s")
        if word in FUNCTION or word.endswith("ly") or (found and word.endswith(("ed", "ing"))):
            break
        found.append(concept_of(stem(word)))
        at = match.end()
        if word == "times":
            break
    return tuple(found), at if found else start


def _figures(match: re.Match[str], *, percent: bool) -> tuple[float, float, float]:
    """The range of a figure or of two ("10 to 12"), and the first as it stands."""
    first, last = match["first"], match["last"]
    low, high, exact = _range(first, 1.0, percent=percent)
    if not last:
        return low, high, exact
    scale = _scale(last) if not _scale(first) else 1.0  # "2 to 3 million"
    low, _, exact = _range(first, scale or 1.0, percent=percent)
    return low, _range(last, 1.0, percent=percent)[1], exact


def _scale(words: str) -> float:
    """What the words of scale in a number multiply it by; 0 where it has none."""
    product = 0.0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in _SCALES:
            product = (product or 1.0) * _SCALES[word]
    return product


def _range(words: str, scale: float, *, percent: bool) -> tuple[float, float, float]:
    """The range that a figure is rounded from, and the figure: half of its last digit that is not nought, from a hundred on."""
    scale *= _scale(words) or 1.0
    digits = re.search(r"\d+(?:\.\d+)?", words.replace(",", ""))
    if digits:
        value = float(digits.group()) * scale
        step = scale * 10.0 ** -len(digits.group().partition(".")[2])
    else:
        value = (sum(_UNITS.get(word, 0) or _TENS.get(word, 0) for word in re.findall(r"[a-z]+", words.lower())) or 1.0) * scale
        step = scale
    if percent:
        return value - 0.5, value + 0.5, value
    while value >= 100 and step * 10 <= value and math.isclose(value / (step * 10), round(value / (step * 10)), abs_tol=1e-6):
        step *= 10
    slack = step / 2 if step > 1 or scale > 1 else 0.0
    return value - slack, value + slack, value


def _bounded(low: float, high: float, exact: float, mod: str | None, *, about: float) -> tuple[float, float]:
    if mod == "least":
        return exact, math.inf
    if mod == "most":
        return 0.0, max(exact, high)
    if mod == "nearly":
        return exact * (1 - _ABOUT), max(exact, high)
    if mod == "about":
        return low * (1 - about), high * (1 + about)
    return low, high
