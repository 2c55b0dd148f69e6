"""Shapes: what the interface for programs answers with, as models that its description is made of.

The rows are those of the exported tables (`surfaces.rows`), field by field; the tests hold every row against its model.
"""

from onrecord.surfaces.desk.shapes.answers import ArticleHit, FoundRows, Problem, Rows, StatementHit
from onrecord.surfaces.desk.shapes.between import (
    Disagreement,
    Drift,
    Example,
    Held,
    PositionRow,
    QuestionRow,
    ShiftRow,
    Side,
    Stage,
    Utterance,
)
from onrecord.surfaces.desk.shapes.printed import (
    Actor,
    Article,
    ArticleWithText,
    CitedArticle,
    Days,
    Judged,
    Office,
    Provenance,
    Published,
    SaidOn,
    Span,
    Speaker,
    Statement,
    Zone,
)

__all__ = [
    "Actor",
    "Article",
    "ArticleHit",
    "ArticleWithText",
    "CitedArticle",
    "Days",
    "Disagreement",
    "Drift",
    "Example",
    "FoundRows",
    "Held",
    "Judged",
    "Office",
    "PositionRow",
    "Problem",
    "Provenance",
    "Published",
    "QuestionRow",
    "Rows",
    "SaidOn",
    "ShiftRow",
    "Side",
    "Span",
    "Speaker",
    "Stage",
    "Statement",
    "StatementHit",
    "Utterance",
    "Zone",
]
