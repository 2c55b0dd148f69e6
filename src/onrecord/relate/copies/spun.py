"""What in the words of a text shows that no person chose them: translated there and back by machine, or spun."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.text.paragraphs import paragraphs
from onrecord.text.spelling import fold
from onrecord.vocabulary.relations import Printed

# Signs together must weigh this much: one kind of slip is a bad typist or a bad scraper, two are none.
_ENOUGH = 2.0
# How many of its own words a sign shows.
_SHOWN = 3

_CAPITAL = re.compile(r"(?<![\w’'])[A-Z][\w-]*[\w]")
_POSSESSIVE = re.compile(r"\b([A-Z]\w+)[’'`´]s\b")
_BARE_S = re.compile(r"\b([A-Z]\w+)s (?=([a-z]+))")
_BEFORE = re.compile(r"(\w+)\W{1,2}$")
_COUNTED = frozenset(
    "a an the every each any some many most few all both these those other more two three four five six no another fellow as our "
    "his her their my your non".split()
)
_TITLES = frozenset("President Minister Senator Chancellor Secretary Governor Mr Ms Mrs Premier General Mayor".split())
# What follows a plural that is the subject, or ends a phrase: no noun.
_NO_NOUN = frozenset(
    "a an the and or but nor of in on at by for from to with without into over under about against between among through during "
    "before after since until till while when where who whom whose which that than as if is are was were be been have has had do "
    "does did will would shall should can could may might must not never also now then still just only even all both more most "
    "said say says told tell believe think want need know feel like see hope fear agree support oppose took take made make go "
    "went come came get got keep kept win won lose lost vote voted leave left join joined here there today yesterday".split()
)
_ACRONYM = re.compile(r"(?<=[a-z,] )[A-Z]{4,8}\b(?=[’',.]| [a-z])")
_ENDINGS = re.compile(r"(?:s|er|ers|an|ans|n|ns|ian|ians|ish|ese|ist|ists|ism|ite|ites|ing|ed|ic)$")
# “We go, “she said; “We go, ”she said: a space before the mark that closes, and none behind it.
_GLUED = re.compile(r"[,.!?…] ([“”])(?=[^\W\d_])")
_APART = re.compile(r"(?<=\w[.,!?]) [.,](?= (?!\.)|\s*$)(?! \.)", re.MULTILINE)
_SHORT = (
    "big|small|high|low|long|late|wide|deep|near|old|young|great|strong|weak|hard|soft|cheap|fresh|warm|cold|cool|tall|fast|slow"
)
_OFFICE = r"President|Senator|Sen\.|Prime Minister|Minister|Secretary General|Chancellor"
_FOREIGN = (
    re.compile(
        r"\b(?:was|were|is|are|be|been|said|became|came|went|grew|even|much) more "
        rf"(?:{_SHORT})\b(?=[.,;:]| (?:that|than|and|in|on|to)\b)"
    ),
    re.compile(rf"\b(?i:the) (?:{_OFFICE}) [A-Z][a-z]+ [A-Z][a-z]+(?=,? [a-z])"),
    re.compile(r"\bwithout to [a-z]+\b"),
    re.compile(r"\btold to (?:reporters|journalists|the press|the media|[A-Z][a-z]+)\b"),
    re.compile(r"\bsince long\b|\bfrom long time\b"),
)


@dataclass(frozen=True, slots=True)
class Sign:
    """One way in which words show that a machine chose them: what it weighs, what it is, and the words that show it."""

    weight: float
    what: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        times = len(self.words)
        shown = ", ".join(f"“{word}”" for word in list(dict.fromkeys(self.words))[:_SHOWN])
        return f"{self.what} ({times} {'time' if times == 1 else 'times'}: {shown})"


def looks_machine_written(article: Printed) -> str | None:
    """What shows, in one text alone, that a machine translated or spun it; None where nothing does, or too little.

    Several kinds of slips are needed that people do not make together: possessives without an apostrophe, an acronym with
    letters hung on, quotation marks on the wrong side of a space, stray full stops, grammar of another language.
    """
    found = list(signs(article))
    return described(found) if sum(sign.weight for sign in found) >= _ENOUGH else None


def described(found: Iterable[Sign]) -> str:
    """The signs in plain words, the weightiest first."""
    return "; ".join(str(sign) for sign in sorted(found, key=lambda sign: (-sign.weight, sign.what)))


def enough(found: Iterable[Sign]) -> bool:
    """Whether signs together show a machine."""
    return sum(sign.weight for sign in found) >= _ENOUGH


def signs(article: Printed) -> Iterator[Sign]:
    """The signs in one text."""
    text = "\n\n".join(_read(article))
    for find in (_lost_apostrophes, _garbled_acronyms, _glued_marks, _stray_stops, _foreign_grammar):
        if sign := find(text):
            yield sign


def changed_names(copy: str, original: str) -> Iterator[Sign]:
    """The signs in a rewritten text beside its original: names misspelled, and words exchanged inside names of several words."""
    mine, theirs = _names(copy), _names(original)
    garbled = [
        f"{mine[name]} for {theirs[near[0]]}"
        for name in sorted(mine.keys() - theirs.keys())
        if len(name) > 3 and (near := [other for other in sorted(theirs.keys() - mine.keys()) if _garbles(name, other)])
    ]
    if len(garbled) >= 2:
        yield Sign(1.0 if len(garbled) < 4 else 2.0, "names misspelled", tuple(garbled))
    exchanged = sorted(_exchanged(copy, original))
    if len(exchanged) >= 2:
        yield Sign(1.0, "words exchanged inside fixed names", tuple(exchanged))


def _read(article: Printed) -> Iterator[str]:
    """The paragraphs that are the story."""
    for start, end in paragraphs(article.text):
        if not any(begin <= start and end <= stop for begin, stop in article.unread):
            yield article.text[start:end]


def _lost_apostrophes(text: str) -> Sign | None:
    """Names with a possessive s and no apostrophe, in a text that hardly has one with it.

    "Morvias president": the name stands without its s elsewhere, nothing before it counts (a plural: "the Morvians"), and a
    noun may follow.
    """
    names = Counter(match[0] for match in _CAPITAL.finditer(text))
    lost = []
    for match in _BARE_S.finditer(text):
        name, following = match[1], match[2]
        before = _BEFORE.search(text[max(0, match.start() - 30) : match.start()])
        is_known = names[name] or (before and before[1] in _TITLES)
        if len(name) < 4 or not is_known or following in _NO_NOUN or following.endswith(("ed", "ing", "ly")):
            continue
        if (before and before[1].lower() in _COUNTED) or re.search(
            rf"\b(?:a|an|every|each) {re.escape(name)}\b", text, re.IGNORECASE
        ):
            continue
        lost.append((name, f"{name}s {following}"))
    kinds = len({name for name, _ in lost})
    if kinds < 2 or len(_POSSESSIVE.findall(text)) * 4 > len(lost):
        return None
    return Sign(2.0 if kinds >= 3 else 1.0, "possessives without an apostrophe", tuple(words for _, words in lost))


def _garbled_acronyms(text: str) -> Sign | None:
    """An acronym of four or more capitals that in one place is a word of small letters with a syllable hung on."""
    acronyms = {acronym for acronym, times in Counter(_ACRONYM.findall(text)).items() if times > 1}
    words = [
        match[0]
        for match in re.finditer(r"(?<=[a-z,’'.] )[A-Z][a-z]{4,10}\b(?! [A-Z])", text)
        if match[0].lower() not in text and any(_hangs_on(match[0], acronym) for acronym in acronyms)
    ]
    return Sign(1.0, "a garbled acronym", tuple(words)) if words else None


def _hangs_on(word: str, acronym: str) -> bool:
    """Whether a word is an acronym and two or three letters more that are no ending of English."""
    rest = word[len(acronym) :]
    return word.upper().startswith(acronym) and 2 <= len(rest) <= 3 and not _ENDINGS.fullmatch(rest)


def _glued_marks(text: str) -> Sign | None:
    """Closing quotation marks with the space before them and none behind."""
    found = []
    for paragraph in text.split("\n\n"):
        for match in _GLUED.finditer(paragraph):
            before = paragraph[: match.start()]
            if match[1] == "”" or before.count("“") > before.count("”"):
                found.append(paragraph[max(0, match.start() - 8) : match.end() + 8])
    return Sign(1.0, "quotation marks on the wrong side of a space", tuple(found)) if len(found) >= 2 else None


def _stray_stops(text: str) -> Sign | None:
    found = [text[max(0, match.start() - 10) : match.end()] for match in _APART.finditer(text)]
    return Sign(1.0 if len(found) >= 2 else 0.5, "stray full stops", tuple(found)) if found else None


def _foreign_grammar(text: str) -> Sign | None:
    found = [match[0].strip() for pattern in _FOREIGN for match in pattern.finditer(text)]
    return Sign(1.0, "grammar of another language", tuple(found)) if len(found) >= 2 else None


def _names(text: str) -> dict[str, str]:
    """The capitalised words of a text that nowhere stand small, folded, and as written."""
    small = {word.lower() for word in re.findall(r"\b[a-z]{3,}\b", text)}
    return {fold(match[0]): match[0] for match in _CAPITAL.finditer(text) if match[0].lower() not in small}


def _garbles(name: str, other: str) -> bool:
    """Whether one name may be the other misspelled: not a longer form of it (Norland, Norlander), but letters inside changed."""
    is_longer = len(name) != len(other) and (name.startswith(other[:-1]) or other.startswith(name[:-1]))
    if len(other) < 4 or is_longer:
        return False
    return SequenceMatcher(None, name, other).ratio() >= 0.7


_PAIR = re.compile(r"\b([A-Z][a-z]+)(?: of)? ([A-Z][a-z]+)\b")


def _pairs(text: str) -> set[tuple[str, str]]:
    return {(match[1], match[2]) for match in re.finditer(rf"(?={_PAIR.pattern})", text)}


def _exchanged(copy: str, original: str) -> Iterator[str]:
    """Pairs of capitalised words of which the copy has one word as the original does and another in the other's place."""
    ours = {*re.findall(r"\w+", copy)}
    theirs = {*re.findall(r"\w+", original)}
    mine, given = _pairs(copy), _pairs(original)
    for one, two in given - mine:
        for first, second in mine - given:
            kept_first = first == one and second not in theirs and two not in ours and not _garbles(second.lower(), two.lower())
            kept_second = second == two and first not in theirs and one not in ours and not _garbles(first.lower(), one.lower())
            if kept_first or kept_second:
                yield f"{first} {second} for {one} {two}"
