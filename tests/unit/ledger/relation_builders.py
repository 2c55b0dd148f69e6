"""A relater of few rules, and articles about Tarvia that copy, quote and contradict one another."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from ledger_builders import published, record, said_on

from onrecord.text.paragraphs import paragraphs
from onrecord.text.sentences import sentences
from onrecord.vocabulary import (
    Actor,
    Agreement,
    Article,
    Compared,
    Copy,
    CopyKind,
    Disagreement,
    DisagreementKind,
    Drift,
    DriftType,
    Fact,
    Link,
    LinkKind,
    Place,
    Printed,
    Record,
    Side,
    Speaker,
    Statement,
    Telling,
)

LONG = (
    "The harbour of Selm was shut in the winter after a storm broke the mole and sank four boats at their moorings. "
    "Nobody was hurt, but the dockers have been without work since then and the town has asked for help."
)
WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\d+")
NAME = re.compile(r"[A-Z]\w+")


def runs(text: str) -> set[int]:
    words = WORD.findall(text.lower())
    return {zlib.crc32(" ".join(words[n : n + 5]).encode()) for n in range(len(words) - 4)}


def alike(one: str, other: str) -> float:
    """How many of the words that are no numbers two texts share."""
    ones, others = ({word for word in WORD.findall(text.lower()) if not word.isdigit()} for text in (one, other))
    return len(ones & others) / max(1, len(ones | others))


class FakeRelater:
    """Compares by shared words alone."""

    def __init__(self, version: str = "fake/1") -> None:
        self.version = version
        self.encoded: list[str] = []

    def fingerprints(self, article: Printed) -> tuple[int, ...]:
        return tuple(sorted(runs(article.text)))

    def copies(self, article: Printed, others: Sequence[Printed]) -> list[Copy]:
        found = [copy for other in others if (copy := self._copy(article, other))]
        if "(Ternwire)" in article.text:
            found.append(Copy(article.id, "Ternwire", CopyKind.WIRE, 1.0, "it says so"))
        return found

    def _copy(self, one: Printed, other: Printed) -> Copy | None:
        shared = runs(one.text) & runs(other.text)
        part = len(shared) / max(1, min(len(runs(one.text)), len(runs(other.text))))
        first, second = sorted((one, other), key=lambda two: (two.published[0] or "", two.id))
        return (
            Copy(second.id, first.id, CopyKind.REPRINT, part, f"{part:.2f} of the text")
            if part > 0.6 < len(shared) / 40
            else None
        )

    def vectors(self, texts: Sequence[str]) -> list[bytes]:
        self.encoded += texts
        return [self._vector(text) for text in texts]

    def _vector(self, text: str) -> bytes:
        counts = [0] * 64
        for word in WORD.findall(text.lower()):
            counts[zlib.crc32(word.encode()) % 64] += 1
        return bytes(min(100, 10 * count) for count in counts)

    def facts(self, article: Article, statements: Sequence[Statement]) -> list[Fact]:
        found = []
        days = (article.published.earliest, article.published.latest) if article.published else (None, None)
        for start, end in (span for part in paragraphs(article.text) for span in sentences(article.text, *part)):
            words = article.text[start:end]
            names = frozenset(name.lower() for name in NAME.findall(words)) - {"in", "the"}
            if NUMBER.search(words) and names:
                within = next((one.id for one in statements if start <= one.content[0].start < end), None)
                found.append(Fact(article.id, article.outlet, start, end, words, names, days, within))
        return found

    def links(self, one: Telling, others: Sequence[Telling]) -> list[Link]:
        return [link for other in others if (link := self._link(one, other))]

    def _link(self, one: Telling, other: Telling) -> Link | None:
        near = alike(one.content, other.content)
        ids = sorted((one.id, other.id))
        return Link(ids[0], ids[1], LinkKind.NEAR_VERBATIM, near, "shared words") if near >= 0.5 else None

    def placed(self, ones: Sequence[Telling], others: Sequence[Telling]) -> list[Link]:
        return []

    def groups(self, tellings: Sequence[Telling], links: Sequence[Link], apart: Iterable[tuple[str, str]]) -> list[list[str]]:
        kept_apart = {frozenset(pair) for pair in apart}
        groups: list[set[str]] = [{one.id} for one in sorted(tellings, key=lambda one: one.id)]
        for link in sorted(links, key=lambda link: (-link.score, link.one, link.other)):
            one, other = (next(group for group in groups if end in group) for end in (link.one, link.other))
            if one is not other and not any(frozenset((a, b)) in kept_apart for a in one for b in other):
                groups.remove(other)
                one |= other
        return [sorted(group) for group in groups]

    def compared(self, tellings: Sequence[Telling]) -> Compared:
        fullest = max(tellings, key=lambda one: (len(one.content), one.id))
        earliest = min(tellings, key=lambda one: (one.published[0] or "9", one.id))
        drift = [self._drift(fullest, one) for one in sorted(tellings, key=lambda one: one.id) if one is not fullest]
        return Compared(fullest.id, earliest.id, tuple(one for one in drift if one))

    def _drift(self, full: Telling, one: Telling) -> Drift | None:
        if full.content == one.content:
            return None
        if " if " in full.content and " if " not in one.content:
            return Drift(full.id, one.id, DriftType.CONDITION_DROPPED, full.content, one.content)
        return Drift(full.id, one.id, DriftType.ALTERED, full.content, one.content)

    def disagreements(self, tellings: Sequence[Telling]) -> list[Disagreement]:
        values: dict[str, list[Place]] = {}
        for one in sorted(tellings, key=lambda one: one.id):
            for span in one.statement.content:
                for match in NUMBER.finditer(span.text):
                    start = span.start + match.start()
                    place = Place(one.article, start, start + len(match[0]), match[0], one.id)
                    values.setdefault(match[0], []).append(place)
        sides = tuple(Side(value, tuple(places)) for value, places in sorted(values.items()))
        return [Disagreement(DisagreementKind.NUMBER, "the number", sides, 0.9)] if len(sides) > 1 else []

    def clashes(self, fact: Fact, others: Sequence[Fact]) -> list[Disagreement]:
        found = []
        for other in others:
            (one,), (two,) = (list(NUMBER.finditer(sentence.text))[:1] for sentence in (fact, other))
            if one[0] != two[0] and alike(fact.text, other.text) >= 0.7:
                places = [
                    Place(f.article, f.start + m.start(), f.start + m.end(), m[0], f.statement)
                    for f, m in ((fact, one), (other, two))
                ]
                sides = tuple(Side(place.text, (place,)) for place in sorted(places, key=lambda place: place.text))
                found.append(Disagreement(DisagreementKind.NUMBER, "the figure", sides, 0.8))
        return found

    def agreements(self, kind: DisagreementKind, fact: Fact, others: Sequence[Fact]) -> list[Agreement]:
        found = []
        for other in sorted((other for other in others if other.article != fact.article), key=lambda other: other.key):
            (one,), (two,) = (list(NUMBER.finditer(sentence.text))[:1] for sentence in (fact, other))
            if kind is DisagreementKind.NUMBER and one[0] == two[0] and alike(fact.text, other.text) >= 0.4:
                places = (
                    Place(f.article, f.start + m.start(), f.start + m.end(), m[0], f.statement)
                    for f, m in ((fact, one), (other, two))
                )
                found.append(Agreement(kind, *places))
        return found


def report(
    outlet: str,
    day: str,
    *said: tuple[Actor, str],
    also: str = "",
    on: str | None = None,
    url: str = "",
    venue: str | None = None,
) -> Record:
    """A record of an article in which each of some actors says a thing, on a day; and which states something more."""
    lines = [f"{actor.name} said that {content}." for actor, content in said]
    text = "\n\n".join((*lines, *([also] if also else [])))
    triples = tuple((actor.name, "said", content) for actor, content in said)
    made = record(*triples, url=url or f"{outlet}/{day}", text=text, outlet=outlet, published=published(day))
    speakers = (Speaker(actor.name, "named", actor.type, actor.id) for actor, _ in said)
    days = said_on(on or day)
    statements = tuple(
        replace(one, speaker=speaker, said_on=days, venue=venue) for one, speaker in zip(made.statements, speakers, strict=True)
    )
    cast = tuple({actor.id: actor for actor, _ in said}.values())
    return replace(made, statements=statements, actors=cast)


def pairs_of(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}
