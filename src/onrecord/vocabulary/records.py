"""Record: what onrecord has read out of one article."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.vocabulary.actors import Actor
from onrecord.vocabulary.articles import Article
from onrecord.vocabulary.marks import Mention
from onrecord.vocabulary.statements import Statement


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a record: the version of onrecord, the model (name and hash of its file), and a hash of the settings."""

    onrecord: str
    model: str
    settings: str


@dataclass(frozen=True, slots=True)
class Record:
    """An article with the statements and mentions read out of it, ordered by place, and its actors, by name."""

    article: Article
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]
    provenance: Provenance
    actors: tuple[Actor, ...] = ()
