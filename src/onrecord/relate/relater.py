"""Relater: the room's one door for a ledger; it hands each question to the file that answers it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from onrecord.relate import copies as copying
from onrecord.relate import disagreements as disagreeing
from onrecord.relate import drift, utterances
from onrecord.relate.meaning import Meaning
from onrecord.vocabulary import (
    Agreement,
    Article,
    Compared,
    Copy,
    Disagreement,
    DisagreementKind,
    Fact,
    Link,
    Printed,
    Statement,
    Telling,
)

# To be counted up when what is found changes: what a ledger has of an older version is found anew.
VERSION = "relate/3"


class Relater:
    """Compares what a ledger shows it (see `vocabulary.relations.Relater`). The sentence encoder is loaded when first needed."""

    version = VERSION

    @cached_property
    def _meaning(self) -> Meaning:
        return Meaning()

    def fingerprints(self, article: Printed) -> tuple[int, ...]:
        return copying.fingerprints(article)

    def copies(self, article: Printed, others: Sequence[Printed]) -> list[Copy]:
        return copying.copies(article, others)

    def vectors(self, texts: Sequence[str]) -> list[bytes]:
        return self._meaning.vectors(texts)

    def facts(self, article: Article, statements: Sequence[Statement]) -> list[Fact]:
        return disagreeing.facts(article, statements)

    def links(self, one: Telling, others: Sequence[Telling]) -> list[Link]:
        return utterances.links(one, others)

    def placed(self, ones: Sequence[Telling], others: Sequence[Telling]) -> list[Link]:
        return utterances.placed(ones, others)

    def groups(self, tellings: Sequence[Telling], links: Sequence[Link], apart: Iterable[tuple[str, str]]) -> list[list[str]]:
        return utterances.groups(tellings, links, apart)

    def compared(self, tellings: Sequence[Telling]) -> Compared:
        return drift.compared(tellings)

    def disagreements(self, tellings: Sequence[Telling]) -> list[Disagreement]:
        return disagreeing.disagreements(tellings)

    def clashes(self, fact: Fact, others: Sequence[Fact]) -> list[Disagreement]:
        return disagreeing.clashes(fact, others)

    def agreements(self, kind: DisagreementKind, fact: Fact, others: Sequence[Fact]) -> list[Agreement]:
        return disagreeing.agreements(kind, fact, others)
