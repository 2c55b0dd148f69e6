"""What is found between articles: copies, utterances, drift, disagreements; and what a ledger hands to whoever finds it.

The ledger keeps and asks; a `Relater` compares. Neither knows the other: these are the nouns that they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from onrecord.vocabulary.actors import ActorType
from onrecord.vocabulary.articles import Article
from onrecord.vocabulary.statements import Statement

# Days, both ends included, None for an open or unknown end (ISO 8601).
Days = tuple[str | None, str | None]


class CopyKind(StrEnum):
    """How one article's text comes from another's.

    A reprint is the same text, whole or trimmed, under whatever headline; an update a later version by the same outlet; a
    rewrite the same story sentence by sentence in other words; a machine rewrite one whose words show that no person chose them
    (translated there and back, spun); a wire copy a text that credits an agency whose own is not in the ledger.
    """

    REPRINT = "reprint"
    UPDATE = "update"
    REWRITE = "rewrite"
    MACHINE_REWRITE = "machine-rewrite"
    WIRE = "wire"


@dataclass(frozen=True, slots=True)
class Printed:
    """An article as one that may be a copy: its text and what tells who was first.

    `quoted` and `unread` are half-open ranges of the text: inside quotation marks (two reporters hear the same words), and
    zones that are not the story (boilerplate, captions). `published` are the days it may have been published on. `sentences` are
    vectors of the story's sentences, in order, as `Relater.vectors` gives them; empty where nobody has made them yet.
    """

    id: str
    outlet: str | None
    url: str | None
    title: str | None
    byline: tuple[str, ...]
    published: Days
    text: str
    quoted: tuple[tuple[int, int], ...] = ()
    unread: tuple[tuple[int, int], ...] = ()
    sentences: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """One article is a copy of another; or of an agency's text, then `of` is the agency's name and the kind WIRE.

    `score` from 0 to 1; `shown_by` says in plain words what shows it, with figures.
    """

    article: str
    of: str
    kind: CopyKind
    score: float
    shown_by: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement of a ledger with all that comparing it with others needs.

    `content` is the text of its content, spans joined by one space each; `sentence` the text of the sentences that it stands in.
    `actor` is the id of the actor in the ledger (None: not known), `actor_name` and `actor_type` go with it. `sides` are what the
    actor speaks for: its own id, and codes of the countries and ids of the bodies of its offices ("RU"), so that a spokesman and
    a government may be one voice. `said_on` and `published` are days. `vector` is that of the content (see `Relater.vectors`).
    `copied` is whether its article is a copy of another one.
    """

    statement: Statement
    article: str
    outlet: str | None
    content: str
    sentence: str
    actor: str | None
    actor_name: str | None
    actor_type: ActorType | None
    sides: frozenset[str]
    said_on: Days
    published: Days
    vector: bytes = b""
    copied: bool = False

    @property
    def id(self) -> str:
        return self.statement.id


class LinkKind(StrEnum):
    """What makes two statements reports of one act of saying, the surest first."""

    VERBATIM = "verbatim"  # the same words in quotation marks
    NEAR_VERBATIM = "near-verbatim"  # one has most of the other's words, in order
    PARAPHRASE = "paraphrase"  # the same matter in other words
    PLACE = "place"  # the same place in a copied text


@dataclass(frozen=True, slots=True)
class Link:
    """Two statements (ids, the smaller first) report one utterance, by a machine's comparison; why, in plain words."""

    one: str
    other: str
    kind: LinkKind
    score: float
    why: str


class DriftType(StrEnum):
    """How the wording of one report differs from that of another, fuller one."""

    VERBATIM = "verbatim"
    CLIPPED = "clipped"
    CONDITION_DROPPED = "condition-dropped"
    HEDGE_DROPPED = "hedge-dropped"
    ALTERED = "altered"
    PARAPHRASED = "paraphrased"
    QUOTES_ADDED = "quotes-added"
    NEGATION_LOST = "negation-lost"
    NEGATION_ADDED = "negation-added"
    NUMBER_CHANGED = "number-changed"
    SPEAKER_CHANGED = "speaker-changed"
    RETRANSLATED = "retranslated"


@dataclass(frozen=True, slots=True)
class Drift:
    """One difference between two reports of an utterance (statement ids): verbatim slices of each, None where it has nothing."""

    of: str
    to: str
    type: DriftType
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Compared:
    """The reports of one utterance compared: the fullest and the earliest (statement ids), and how the others differ from the
    fullest.
    """

    fullest: str
    earliest: str
    drift: tuple[Drift, ...]


class DisagreementKind(StrEnum):
    """What two reports cannot both be right about."""

    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    PLACE = "place"
    SPEAKER = "speaker"
    POLARITY = "polarity"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article prints one side of a disagreement: a verbatim slice, and the statement that it stands in, if one."""

    article: str
    start: int
    end: int
    text: str
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that a disagreement is about, in a form that compares ("2008"), with every place that prints it."""

    value: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Reports that cannot both be right: what about, in plain words, and two or more sides."""

    kind: DisagreementKind
    about: str
    sides: tuple[Side, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of an article that states something checkable about named things: a year, a number, a name in a role.

    `[start, end)` is the sentence's place in the article; `names` are keys of what it names, by which others about the same
    things are found (never shown: those of a country and of its people are equal); `statement` the id of the statement that it
    stands in, if one, and `speaker` the person that it is of, as its article names him; `published` the days of the article,
    `vector` that of the sentence without its figures.
    """

    article: str
    outlet: str | None
    start: int
    end: int
    text: str
    names: frozenset[str]
    published: Days
    statement: str | None = None
    vector: bytes = b""
    speaker: str | None = None

    @property
    def key(self) -> tuple[str, int]:
        return self.article, self.start


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two places that tell the same of one matter, in values that may both be right ("2023", "ten years ago")."""

    kind: DisagreementKind
    one: Place
    other: Place


class Relater(Protocol):
    """Compares what a ledger shows it. Every answer depends on what is asked alone, never on the order of the questions."""

    @property
    def version(self) -> str:
        """What is kept beside each answer: "relate/3"."""
        ...

    def fingerprints(self, article: Printed) -> tuple[int, ...]:
        """Some 63-bit hashes of runs of words of the story, by which copies are found: texts with none in common are none."""
        ...

    def copies(self, article: Printed, others: Sequence[Printed]) -> list[Copy]:
        """Which of some articles this one is a copy of, or which are copies of it (each `Copy` says which way)."""
        ...

    def vectors(self, texts: Sequence[str]) -> list[bytes]:
        """The meaning of each text, as the bytes of a vector of int8; the product of two tells how near they are."""
        ...

    def facts(self, article: Article, statements: Sequence[Statement]) -> list[Fact]:
        """The sentences of an article that state something checkable, without vectors."""
        ...

    def links(self, one: Telling, others: Sequence[Telling]) -> list[Link]:
        """Which of some statements report the same utterance as one."""
        ...

    def placed(self, ones: Sequence[Telling], others: Sequence[Telling]) -> list[Link]:
        """Which statements of two articles, one a copy of the other, stand at the same place in the text."""
        ...

    def groups(self, tellings: Sequence[Telling], links: Sequence[Link], apart: Iterable[tuple[str, str]]) -> list[list[str]]:
        """The utterances (statement ids) that linked statements make; `apart` are pairs that a person keeps apart."""
        ...

    def compared(self, tellings: Sequence[Telling]) -> Compared:
        """How the reports of one utterance differ."""
        ...

    def disagreements(self, tellings: Sequence[Telling]) -> list[Disagreement]:
        """What the reports of one utterance cannot both be right about."""
        ...

    def clashes(self, fact: Fact, others: Sequence[Fact]) -> list[Disagreement]:
        """What one sentence and others that state the same fact cannot both be right about."""
        ...

    def agreements(self, kind: DisagreementKind, fact: Fact, others: Sequence[Fact]) -> list[Agreement]:
        """Where others state the same fact as one sentence (`one`), with values that may be its own, however they word it."""
        ...
