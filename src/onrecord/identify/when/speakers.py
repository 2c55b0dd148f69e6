"""Who made each statement, as far as days go: by what a speaker is known, and who goes on speaking."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from onrecord.identify.when.page import LEAD, Page
from onrecord.vocabulary import Statement

_PRONOUNS = frozenset("he she they it i we who which that his her their its".split())
_JOINED = re.compile(r"\s\+\s|\sand\s|,\s")
_WORD = re.compile(r"[\w-]+")
# A body that a text calls by its kind: "a federal appeals court", then "the appeals court", "the court".
_BODY = frozenset(
    "court tribunal panel committee commission council board ministry agency government parliament union bank jury".split()
)
# A body is sought among so many names told before: this bounds the time that a long text takes.
_LAST = 50
_INDEFINITE = re.compile(r"(?:an?|another|one)\s", re.IGNORECASE)
_ARTICLES = frozenset("a an the this that".split())


class Speakers:
    """The speakers of one text's statements."""

    def __init__(self, page: Page, statements: Sequence[Statement]) -> None:
        self.page = page
        self._in_order = sorted(statements, key=self._place)
        self._top = [one for one in self._in_order if one.within is None]
        self._bodies = _bodies(self._in_order, {one.id for one in statements if self.page.paragraph(self._place(one)) >= LEAD})
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
        one = self.told_before(place)
        near = one is not None and self.page.paragraph(place) - self.page.paragraph(self._place(one)) <= 1
        return self.keys(one) if one is not None and near else frozenset()

    def told_before(self, place: int, apart_from: Statement | None = None) -> Statement | None:
        """The last statement, inside no other, before a place, leaving out one."""
        index = bisect_left(self._top, place, key=self._place) - 1
        if index >= 0 and apart_from is not None and self._top[index].id == apart_from.id:
            index -= 1
        return self._top[index] if index >= 0 else None

    def _place(self, one: Statement) -> int:
        return self.page.core(one)[0]

    def _found(self) -> dict[str, frozenset[str]]:
        """What each statement's speaker is known by; one whom nobody knows is the one before, where the text goes on with him."""
        found: dict[str, frozenset[str]] = {}
        last: tuple[int, frozenset[str]] | None = None
        for one in self._in_order:
            keys = _keys_of(one) | self._bodies.get(one.id, frozenset())
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


def _bodies(statements: Sequence[Statement], body: Collection[str]) -> dict[str, frozenset[str]]:
    """A common key for the statements of one body that each calls by its kind, one name holding all words of the other.

    In the body of the text, whose statements have the ids `body`, "a court" is another one.
    """
    found: dict[str, frozenset[str]] = {}
    known: list[tuple[frozenset[str], str]] = []
    for one in statements:
        words = [word for word in _WORD.findall(one.speaker.name.lower()) if word not in _ARTICLES] if one.speaker else []
        if not words or words[-1] not in _BODY or _named_body(one):
            continue
        name = frozenset(words)
        another = one.id in body and one.source is not None and _INDEFINITE.match(one.source.text) is not None
        same = () if another else (key for other, key in reversed(known[-_LAST:]) if other <= name or name <= other)
        key = next(iter(same), f"body {len(known)}")
        known.append((name, key))
        found[one.id] = frozenset({key})
    return found


def _named_body(one: Statement) -> bool:
    """Whether a body is called by a name of its own ("the Supreme Court")."""
    return one.speaker is not None and one.speaker.name[:1].isupper() and one.speaker.name.split()[-1][:1].isupper()
