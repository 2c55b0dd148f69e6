"""Judgement: a decision that can be revised and is never overwritten; what an actor is compared with, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.vocabulary.actors import Actor


class Verdict(StrEnum):
    """What a judgement says of its subject.

    The first group compares (is this the same actor, the same utterance?), the second arranges, the third answers a candidate
    (a shift, a disagreement; a position can be corrected too), and `undo` takes another judgement back.
    """

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    CONFIRM = "confirm"
    REJECT = "reject"
    CORRECT = "correct"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of a ledger as one that another may be compared with.

    `actor` holds all names and offices seen, `articles` counts the articles that it occurs in, and `earliest` and `latest` are
    the first and last ISO day on which one of these was published, as far as is known.
    """

    actor: Actor
    articles: int = 1
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whether an actor is one of those known: the verdict, how sure it is (0 to 1), why in plain words, and who judged.

    `actor` is the id of the known actor that it is the same as; `candidates` the ids of those it may be (UNSURE) or is not.
    """

    verdict: Verdict
    score: float
    evidence: str
    by: str
    actor: str | None = None
    candidates: tuple[str, ...] = ()


# What compares an actor of an article with some that a ledger knows; the third argument is the day of the article, if known.
Resolver = Callable[[Actor, Sequence[Known], str | None], Resolution]
