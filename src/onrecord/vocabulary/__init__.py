"""The nouns of onrecord: frozen dataclasses that the rooms hand to one another; standard library only."""

from onrecord.vocabulary.actors import Actor, ActorType, Office
from onrecord.vocabulary.articles import (
    Article,
    DateBasis,
    Published,
    Rejection,
    RejectionReason,
    Zone,
    ZoneKind,
    article_id,
    content_id,
)
from onrecord.vocabulary.errors import LedgerError, ModelError, OnrecordError, RejectedError, UnsoundError, UsageError
from onrecord.vocabulary.judgements import Known, Resolution, Resolver, Verdict
from onrecord.vocabulary.marks import Mark, Marks, Mention, MentionType, Role
from onrecord.vocabulary.records import Provenance, Record
from onrecord.vocabulary.spans import Span
from onrecord.vocabulary.statements import (
    Kind,
    SaidOn,
    SaidOnBasis,
    Speaker,
    SpeechAct,
    Statement,
    statement_id,
)

__all__ = [
    "Actor",
    "ActorType",
    "Article",
    "DateBasis",
    "Kind",
    "Known",
    "LedgerError",
    "Mark",
    "Marks",
    "Mention",
    "MentionType",
    "ModelError",
    "Office",
    "OnrecordError",
    "Provenance",
    "Published",
    "Record",
    "RejectedError",
    "Rejection",
    "RejectionReason",
    "Resolution",
    "Resolver",
    "Role",
    "SaidOn",
    "SaidOnBasis",
    "Span",
    "Speaker",
    "SpeechAct",
    "Statement",
    "UnsoundError",
    "UsageError",
    "Verdict",
    "Zone",
    "ZoneKind",
    "article_id",
    "content_id",
    "statement_id",
]
