"""Names in an article's words: what a source is called without titles, and the full names that an article has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.identify.names.runs import Name, Run, is_title, runs_in, titles_of, untitled
from onrecord.identify.names.titles import GENERIC_TITLES, NOT_GIVEN, OPENERS, ORGANISATIONS, PARTICLES, SUFFIXES
from onrecord.text.spelling import fold

# A name after one of these belongs to somebody else's role, or to one of many: "a spokesman for Brandt", "including Brandt".
_DEPENDENT = frozenset("of for to in at from on by with including like unlike than as against about".split())
# But "Secretary of State Brandt" is Brandt.
_PORTFOLIOS = frozenset("state defence defense interior finance justice treasury foreign".split())
# After a person's name these lead to a place or a body, not to another name: "Brandt of Veshia".
_BELONGING = re.compile(r"\s+(?:of|from|at|in|with)\s", re.IGNORECASE)
_NICKNAME = re.compile(r"\s*(?:[“\"‘(]|(?<=\s)')[^\s“”\"‘’'()]+(?: [^\s“”\"‘’'()]+)?[”\"’')]\s+(?=[^\W\d_a-z])")
_REFLEXIVE = re.compile(r"\s+(?:him|her|it|them)sel(?:f|ves)$", re.IGNORECASE)


# What ministers are for: no surnames ("Minister for Foreign Affairs").
_PORTFOLIO_NOUNS = frozenset("affairs relations cooperation defence defense finance justice interior trade development".split())


@dataclass(frozen=True, slots=True)
class Named:
    """The name that a source's words head, and the titles and roles that stand before it, in lower case."""

    words: Name
    titles: frozenset[str]

    @property
    def titled(self) -> bool:
        return bool(self.titles)

    @property
    def is_person(self) -> bool:
        """Whether one of the titles is only people's."""
        return not self.titles <= GENERIC_TITLES


def name_in(source: str) -> Named | None:
    """The name that a source's words head, without titles; None where they head none.

    1. Only what stands before the first comma or bracket is read (an apposition follows); where no name is there, a full or
       titled name in the apposition counts ("his lawyer, Tomas Brandt").
    2. The last run of capitalised words counts, cut after the last title in it, if nothing follows it.
    3. A run that is somebody's possession, follows a preposition or has an indefinite determiner names somebody else or nobody
       ("Brandt's spokesman", "a spokesman for Brandt", "a Veshan"); so does one after "the", unless a title is between.
    4. Where a place or body follows, the first run counts, if it is a full or titled name ("Senator Brandt of Veshia").
    """
    plain = plain_words(source)
    first, *rest = re.split(r",\s*| \(| who | whose | which ", plain, maxsplit=1)
    found = _headed(first, whole=not rest)
    if found is not None or not rest or plain[len(first) : len(first) + 1] != ",":
        return found
    apposed = _headed(re.split(r",| \(| who ", rest[0], maxsplit=1)[0], whole=False)
    return apposed if apposed and (apposed.titled or len(apposed.words) > 1) else None


def plain_words(source: str) -> str:
    """A source's words on one line, without marks around them, nicknames in marks, and "himself"."""
    words = _NICKNAME.sub(" ", " ".join(source.split()))
    return _REFLEXIVE.sub("", words.strip(' “”"‘:;,—–-').removesuffix("”"))


def surname_key(name: Name) -> str:
    """The surname of a name, for comparing: without case, diacritics and what follows it (Jr., II)."""
    return key(next((word for word in reversed(name) if word.rstrip(".").lower() not in SUFFIXES), name[-1]))


def key(word: str) -> str:
    """A word for comparing: without case and diacritics (`text.spelling.fold`)."""
    return fold(word)


def same_person(one: Name, other: Name) -> bool:
    """Whether two full names with one surname may be forms of one name.

    The first names are equal or one is an initial of the other, and both have the same particles and suffix (Jr.).
    """
    if _marked(one) != _marked(other):
        return False
    first, second = key(one[0]).rstrip("."), key(other[0]).rstrip(".")
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])


def _marked(name: Name) -> set[str]:
    return {word for part in name[1:] if (word := part.rstrip(".").lower()) in PARTICLES | SUFFIXES}


def is_organisation(name: Name) -> bool:
    """Whether one of the words is a word of organisations (Ministry, Party, Times), and it does not go on to people."""
    people = name[-1].endswith("s") and name[-1].lower() not in ORGANISATIONS
    return any(word.lower() in ORGANISATIONS for word in name) and not people


def is_person(name: Name) -> bool:
    """Whether the words may be a person's name: no word of organisations, and none that only begins a sentence."""
    if not name or name[-1].lower() in _PORTFOLIO_NOUNS:
        return False
    return not any(word.lower() in ORGANISATIONS for word in name) and name[0].lower() not in OPENERS


def is_full(name: Name) -> bool:
    """Whether the words may be a person's full name."""
    return 2 <= len(name) <= 5 and is_person(name) and name[0].lower() not in PARTICLES | NOT_GIVEN


def is_last_name(name: Name) -> bool:
    """Whether the words may be a surname alone, with its particles (van der Meer)."""
    return bool(name) and is_person(name) and all(word.lower() in PARTICLES for word in name[:-1])


def one_each(names: Sequence[Name]) -> set[Name]:
    """One form for each person: the shortest that is not all capitals; one with a word before a whole other form is that one."""
    kept: list[Name] = []
    for name in sorted(set(names), key=lambda one: (one[-1].isupper(), len(one), len(one[0]) <= 2, one)):
        if not any(same_person(name, other) or keys(name)[-len(other) :] == keys(other) for other in kept):
            kept.append(name)
    return set(kept)


def keys(name: Name) -> list[str]:
    """The words of a name, for comparing."""
    return [key(word) for word in name]


def _headed(part: str, *, whole: bool) -> Named | None:
    """Steps 2 to 4 of `name_in` on one part of a source; `whole` tells that the part is all of it."""
    runs = list(runs_in(part))
    if not runs:
        return None
    last = runs[-1]
    ends = not part[last.end :].strip(" .’'”\"s") and (whole or not last.words[-1].possessive)
    dependent = last.before in _DEPENDENT and last.words[0].plain not in _PORTFOLIOS
    if ends and (not dependent or _is_of_body(part, runs)):
        return _named(last)
    first = _named(runs[0]) if _BELONGING.match(part, runs[0].end) and not part[: runs[0].start].strip() else None
    return first if first and is_person(first.words) and (first.titled or len(first.words) > 1) else None


def _is_of_body(part: str, runs: Sequence[Run]) -> bool:
    """Whether a body and a title lead to the last name: "Bank of Veshia Governor Dana Brandt"."""
    body, last = runs[0], runs[-1]
    follows = len(runs) == 2 and part[body.end : last.start].split() == [last.before]
    heads = is_organisation(tuple(token.words for token in body.words)) and not part[: body.start].strip()
    return follows and heads and bool(titles_of(last)) and not is_title(last.words[0].plain)


def _named(run: Run) -> Named | None:
    name = untitled(run.words)
    titles = titles_of(run) | ({run.before} if is_title(run.before) else set())
    titled = bool(titles)
    joined = run.before in ("and", "or") and not titled
    if not name or joined or (run.determiner and not titled and not (run.determiner == "the" and is_organisation(name))):
        return None
    return Named(name, frozenset(titles))
