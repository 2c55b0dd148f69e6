"""The people of an article: its full names, the titles they stand with, and what tells that a name is a person's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from onrecord.identify.names.comparing import (
    is_full,
    is_last_name,
    name_in,
    one_each,
    plain_words,
    same_person,
    surname_key,
)
from onrecord.identify.names.runs import Name, Run, is_title, runs_in, titles_of, untitled
from onrecord.identify.names.titles import GENERIC_TITLES, KIN, PARTICLES, PERSONAL, PERSONAL_HEADS, PLACING, ROLES, SUFFIXES
from onrecord.vocabulary import Span

# What follows a person's name: an age, a clause with "who", "himself".
_PERSONAL_END = re.compile(r",?\s+who(?:se|m)?\s|,\s+(?:aged\s+)?[1-9]\d\b(?![.,]?\d)|\s\([1-9]\d\)|\s+(?:him|her)self\b")
_APPOSITION = re.compile(r",\s+(?:(?:an?|the|his|her|their|its|[\w-]+[’']s)\s+)?(?P<words>[^,.;:()\n]{1,80})")
# Where the head noun of an apposition ends: "an engineer | from Dol".
_AFTER_HEAD = re.compile(r"\s(?:of|for|at|in|on|with|from|to|and|who|whose|that|which|based)\s")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w-]*)[ \u00a0\n]$")
_INITIAL = re.compile(r"[^\W\d_]\.$")
# Particles that stand in people's names and hardly in those of places.
_PERSONAL_PARTICLES = PARTICLES - frozenset("de del della di da dos el al la le du".split())
_OCCUPATION = re.compile(r"\w+(?:ologist|alist|omist|woman|sman|wright)$")


class Cast:
    """The full names of an article, what tells that they are people's, and the titles that stand with them.

    Nothing is read before it is asked for.
    """

    def __init__(self, text: str, sources: Sequence[Span]) -> None:
        """Take the text of an article whose statements have these sources."""
        self._text = text
        self._sources = sources

    @cached_property
    def names(self) -> Mapping[str, set[Name]]:
        """The full names by `key` of their surname.

        1. Two capitalised words are a full name only on evidence: a title stands before them in the text, or they are the source
           of a statement ("Eastern Veshia" at the beginning of a sentence looks the same).
        2. But any other two that end in the same surname make it doubtful whom the surname means, so they count then.
        """
        sure = [name for run, name in self._named if len(name) < len(run.words)]
        sure = [name for name in (*sure, *self._said) if is_full(name)]
        surnames = {surname_key(name) for name in sure}
        doubtful = [name for _, name in self._named if is_full(name) and len(name) <= 3 and surname_key(name) in surnames]
        bearers = _by_surname((*sure, *doubtful))
        return {surname: one_each(sorted(names)) for surname, names in bearers.items()}

    @cached_property
    def people(self) -> Mapping[str, set[Name]]:
        """Those of the full names that something in the text tells are a person's (see `_people`)."""
        return _by_surname(_people(self._text, self._named, self._sources, self._said))

    @cached_property
    def titles(self) -> Mapping[str, Mapping[Name, set[str]]]:
        """The titles that stand before each name, surnames alone included, by surname too."""
        return _titles(self._named)

    @cached_property
    def _named(self) -> list[tuple[Run, Name]]:
        return [(run, name) for run in runs_in(self._text) if (name := untitled(run.words))]

    @cached_property
    def _said(self) -> list[Name]:
        return [found.words for source in self._sources if (found := name_in(source.text))]

    def is_person(self, name: Name) -> bool:
        """Whether something in the article tells that a full name is a person's."""
        return any(same_person(name, known) for known in self.people.get(surname_key(name), ()))

    def titles_of(self, name: Name) -> set[str]:
        """The titles that stand before a full name, in whatever form, or before a surname alone."""
        forms = self.titles.get(surname_key(name), {}).items()
        alone = len(name) == 1
        return {title for form, titles in forms if (len(form) == 1) == alone and same_person(form, name) for title in titles}


def _by_surname(names: Iterable[Name]) -> dict[str, set[Name]]:
    found: defaultdict[str, set[Name]] = defaultdict(set)
    for name in names:
        found[surname_key(name)].add(name)
    return dict(found)


def _titles(named: Iterable[tuple[Run, Name]]) -> dict[str, dict[Name, set[str]]]:
    found: defaultdict[str, defaultdict[Name, set[str]]] = defaultdict(lambda: defaultdict(set))
    for run, name in named:
        found[surname_key(name)][name].update(titles_of(run))
    return {surname: dict(names) for surname, names in found.items()}


def _people(text: str, named: Sequence[tuple[Run, Name]], sources: Sequence[Span], said: Sequence[Name]) -> Iterator[Name]:
    """The full names of a text with evidence that they are people's.

    1. A title, role or word of kinship stands before the name.
    2. It has the form of one: a middle initial, "Jr.", "van der".
    3. An age, "who …" or an apposition with a role follows it.
    4. Its surname stands alone as a source, after a title, or as a possessor.
    5. The next source is "he" or "she", and no other name stands between.
    """
    alone = _surnames_alone(named, said)
    starts, ends = sorted(source.start for source in sources), sorted(source.end for source in sources)
    pronouns = sorted(source.start for source in sources if source.text.lower() in PERSONAL)
    for place, (run, name) in enumerate(named):
        if not is_full(name):
            continue
        following = named[place + 1][0].end if place + 1 < len(named) else len(text)
        if (
            _is_titled(text, run)
            or _has_personal_form(name)
            or _is_described(text, run)
            or surname_key(name) in alone
            or (_is_between(pronouns, run.end, following) and _is_inside(run, starts, ends))
        ):
            yield name


def _is_between(places: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(places, start) < bisect_left(places, end)


def _is_inside(run: Run, starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether a run overlaps a range: more of them start before its end than end by its start."""
    return bisect_left(starts, run.end) > bisect_right(ends, run.start)


def _surnames_alone(named: Iterable[tuple[Run, Name]], said: Iterable[Name]) -> set[str]:
    found = {surname_key(name) for name in said if is_last_name(name)}
    for run, name in named:
        titled = any(title not in GENERIC_TITLES for title in titles_of(run))
        if is_last_name(name) and not run.determiner and (titled or run.words[-1].possessive):
            found.add(surname_key(name))
    return found


def _is_titled(text: str, run: Run) -> bool:
    before = _WORD_BEFORE.search(text, max(0, run.start - 30), run.start)
    words = {*titles_of(run), before.group(1).lower() if before else ""}
    return any(is_role(word) and word not in GENERIC_TITLES for word in words)


def _has_personal_form(name: Name) -> bool:
    inner = any(_INITIAL.match(word) or word.lower() in _PERSONAL_PARTICLES for word in name[1:-1])
    return inner or name[-1].rstrip(".").lower() in SUFFIXES


def _is_described(text: str, run: Run) -> bool:
    """Step 3 of `_people`. What follows "in South Veshia, …" is not about the place."""
    if _PERSONAL_END.match(text, run.end):
        return True
    apposition = _APPOSITION.match(text, run.end)
    if apposition is None or run.before in PLACING:
        return False
    words = _AFTER_HEAD.split(f" {apposition['words']} ", maxsplit=1)[0].split()
    head = words[-1].lower() if words else ""
    return is_role(head) and head not in GENERIC_TITLES - PERSONAL_HEADS


def is_role(word: str) -> bool:
    """Whether a word, in lower case, is a title, an occupation or a kinship that only people have."""
    return is_title(word) or word in ROLES or word in KIN or _OCCUPATION.match(word) is not None


def is_introduced(source: str) -> bool:
    """Whether a source leads to its name with a role: "his lawyer, Mira Reed"."""
    first, _, rest = plain_words(source).partition(",")
    words = _AFTER_HEAD.split(f"{first} ", maxsplit=1)[0].split()
    return bool(words and rest.strip()) and name_in(first) is None and is_role(words[-1].lower())
