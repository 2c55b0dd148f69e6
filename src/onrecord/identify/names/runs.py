"""Runs of capitalised words in a text: what a name can be made of, titles and all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.identify.names.titles import (
    CALENDAR,
    DETERMINERS,
    HONORIFICS,
    OPENERS,
    ORGANISATIONS,
    PARTICLES,
    SUFFIXES,
    SURNAME_TITLES,
    TITLES,
)

Name = tuple[str, ...]

_TOKEN = re.compile(r"[^\W_](?:[\w’'-]|\.(?=\w))*\.?")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
# Parts of a name that begin in lower case: "al-Rashid", "d’Olan".
_LOWER_NAME = re.compile(r"(?:al|el|ad|as|d|l|bin|ibn|ben|abu)[-’'][^\W\d_a-z]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its letters without a final full stop or possessive, and whether a name may go on after it.

    `capital` tells that it may be part of a name, `opens` that it has its capital only from where it stands.
    """

    words: str
    plain: str
    possessive: bool
    ends: bool
    capital: bool
    opens: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that follow one another, up to `end`; the determiner before them and the word before that."""

    before: str
    determiner: str
    words: tuple[Token, ...]
    start: int
    end: int


def untitled(run: Sequence[Token]) -> Name:
    """The words after the last title of a run; a title that is a surname there is none (see `_is_surname`)."""
    return tuple(token.words for token in run[_cut(run) :])


def titles_of(run: Run) -> frozenset[str]:
    """The titles that stand in a run before its name, in lower case."""
    return frozenset(token.plain for token in run.words[: _cut(run.words)] if is_title(token.plain))


def _cut(run: Sequence[Token]) -> int:
    ends = (place + 1 for place, token in enumerate(run) if is_title(token.plain) and not _is_surname(run, place))
    return max(ends, default=0)


def _is_surname(run: Sequence[Token], place: int) -> bool:
    """Whether a title is the surname of a run: it ends the run, alone or after a given name or an honorific."""
    if run[place].plain not in SURNAME_TITLES or any(token.plain.rstrip(".") not in SUFFIXES for token in run[place + 1 :]):
        return False
    before = run[place - 1] if place else None
    return before is None or before.plain in HONORIFICS or not (is_title(before.plain) or before.plain in ORGANISATIONS)


def is_title(word: str) -> bool:
    """Whether a word, in lower case, is a title or role, or has one in it (ex-president)."""
    return word in TITLES or ("-" in word and any(part in TITLES for part in word.split("-")))


def runs_in(text: str) -> Iterator[Run]:
    """Runs of capitalised words, particles inside them included, each with the words before it."""
    words: list[Token] = []
    start = end = last_end = 0
    before = determiner = previous = held = ""
    for match in _TOKEN.finditer(text):
        token = _token(match.group())
        continues = bool(words) and _goes_on(words[-1], token) and not _are_apart(text, last_end, match.start())
        if words and not continues:
            yield Run(before, determiner, _without_particles(words), start, end)
            words = []
        if continues or (token.capital and not token.opens):
            if not words:
                apart = _are_apart(text, last_end, match.start())
                before, determiner, start = previous, "" if apart else held, match.start()
            words.append(token)
            end = match.end()
        held = token.plain if token.plain in DETERMINERS else held if token.plain.isdigit() else ""
        previous = previous if held else token.plain
        last_end = match.end()
    if words:
        yield Run(before, determiner, _without_particles(words), start, end)


def _goes_on(last: Token, token: Token) -> bool:
    return not last.ends and not token.opens and (token.capital or token.plain in PARTICLES)


def _are_apart(text: str, start: int, end: int) -> bool:
    """Whether anything but blanks stands between two words."""
    return text[start:end].strip(" \u00a0") != ""


def _opens(words: str, plain: str) -> bool:
    """Whether a capitalised word only begins a sentence or a noun phrase; "A." is an initial."""
    return not words.endswith(".") and (plain in DETERMINERS or (plain in OPENERS and plain not in CALENDAR))


@lru_cache(maxsize=10_000)
def _token(written: str) -> Token:
    stripped = _POSSESSIVE.sub("", written)
    words = stripped.rstrip("’'") or stripped
    possessive = stripped != written
    name, plain = _unstopped(words), words.rstrip(".").lower()
    capital = name[:1].isupper() or _LOWER_NAME.match(name) is not None
    return Token(name, plain, possessive, possessive or _ends_sentence(words), capital, _opens(name, plain))


def _unstopped(word: str) -> str:
    """A word without its full stop, unless that belongs to it (J., J.P., Jr.)."""
    bare = word.rstrip(".")
    return word if len(bare) == 1 or "." in bare or bare.lower() in SUFFIXES else bare


def _ends_sentence(word: str) -> bool:
    return word.endswith(".") and len(word) > 4 and "." not in word[:-1]


def _without_particles(run: list[Token]) -> tuple[Token, ...]:
    while len(run) > 1 and run[-1].plain in PARTICLES and run[-1].words[0].islower():
        run = run[:-1]
    return tuple(run)
