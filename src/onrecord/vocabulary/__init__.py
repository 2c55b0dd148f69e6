"""The nouns of onrecord: frozen dataclasses that the rooms hand to one another; standard library only."""

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
from onrecord.vocabulary.marks import Mark, Marks, Mention, Role
from onrecord.vocabulary.records import Provenance, Record
from onrecord.vocabulary.spans import Span
from onrecord.vocabulary.statements import (
    Kind,
    SaidOn,
    SaidOnBasis,
    Speaker,
    SpeakerType,
    SpeechAct,
    Statement,
    statement_id,
)

__all__ = [
    "Article",
    "DateBasis",
    "Kind",
    "LedgerError",
    "Mark",
    "Marks",
    "Mention",
    "ModelError",
    "OnrecordError",
    "Provenance",
    "Published",
    "Record",
    "RejectedError",
    "Rejection",
    "RejectionReason",
    "Role",
    "SaidOn",
    "SaidOnBasis",
    "Span",
    "Speaker",
    "SpeakerType",
    "SpeechAct",
    "Statement",
    "UnsoundError",
    "UsageError",
    "Zone",
    "ZoneKind",
    "article_id",
    "content_id",
    "statement_id",
]
