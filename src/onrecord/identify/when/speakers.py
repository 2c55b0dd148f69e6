"""Who made each statement, as far as days go: by what a speaker is known, and who goes on speaking."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.identify.when.page import Page
from onrecord.vocabulary import Statement

_PRONOUNS = frozenset("he she they it i we who which that his her their its".split())
_JOINED = re.compile(r"\s\+\s|\sand\s|,\s")
_WORD = re.compile(r"[\w-]+")


class Speakers:
    """The speakers of one text's statements."""

    def __init__(self, page: Page, statements: Sequence[Statement]) -> None:
        self.page = page
        self._in_order = sorted(statements, key=self._place)
        self._top = [one for one in self._in_order if one.within is None]
        self._keys = self._found()
        self._named: dict[str, set[str]] = {}
        for one in statements:
            for name in last_names(one):
                self._named.setdefault(name, set()).update(_keys_of(one))

    def keys(self, one: Statement) -> frozenset[str]:
        """What a statement's speaker is known by; nothing where nobody knows him."""
        return self._keys.get(one.id, frozenset())

    def named_in(self, text: str) -> Iterator[str]:
        """What the speakers are known by whose last name stands in a text."""
        for word in set(_WORD.findall(text)):
            yield from self._named.get(word, ())

    def spoke_before(self, place: int) -> frozenset[str]:
        """Who made the last statement before a place, no more than a paragraph away."""
        index = bisect_left(self._top, place, key=self._place) - 1
        if index < 0:
            return frozenset()
        near = self.page.paragraph(place) - self.page.paragraph(self._place(self._top[index])) <= 1
        return self.keys(self._top[index]) if near else frozenset()

    def _place(self, one: Statement) -> int:
        return self.page.core(one)[0]

    def _found(self) -> dict[str, frozenset[str]]:
        """What each statement's speaker is known by; one whom nobody knows is the one before, where the text goes on with him."""
        found: dict[str, frozenset[str]] = {}
        last: tuple[int, frozenset[str]] | None = None
        for one in self._in_order:
            keys = _keys_of(one)
            if not keys and last is not None and self._same_speaker(one, last[0]):
                keys = last[1]
            if keys:
                found[one.id] = keys
                last = (self._place(one), keys) if one.within is None else last
        return found

    def _same_speaker(self, one: Statement, before: int) -> bool:
        """Whether a statement whose speaker nobody knows is by the one who spoke at `before`."""
        place = self._place(one)
        if one.source is None:
            return self.page.sentence(place) == self.page.sentence(before)
        return one.source.text.lower() in _PRONOUNS and self.page.paragraph(place) - self.page.paragraph(before) <= 1


def last_names(one: Statement) -> set[str]:
    """The last names of those whom a statement's speaker is."""
    parts = _JOINED.split(one.speaker.name) if one.speaker else []
    return {last for part in parts for last in _WORD.findall(part)[-1:] if last[0].isupper()}


def _keys_of(one: Statement) -> frozenset[str]:
    """What a statement's speaker is known by: the actor, the name, each name of several; nothing for an unresolved pronoun."""
    if one.speaker is None:
        return frozenset()
    name = " ".join(one.speaker.name.lower().split())
    names = {name, *(part.strip() for part in _JOINED.split(name))} - _PRONOUNS - {""}
    return frozenset(names | ({one.speaker.actor} if one.speaker.actor else set()))
