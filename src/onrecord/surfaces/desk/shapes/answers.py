"""What an answer holds besides its rows, and what says that there is none."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import Field

from onrecord.surfaces.desk.shapes.printed import Article, Shape, Span, Statement

_Row = TypeVar("_Row")


class StatementHit(Statement):
    """A statement that a search found; `matches` are the words found. The lower `score`, the better."""

    found: str = Field(examples=["statement"])
    score: float
    matches: list[Span]


class ArticleHit(Article):
    """An article that a search found; `snippet` is the stretch of its text round the first words found."""

    found: str = Field(examples=["article"])
    score: float
    matches: list[Span]
    snippet: Span


class Rows(Shape, Generic[_Row]):
    """Some rows of what was asked; `total` is how many there are in all, `next` the address of the rest, null at the end."""

    total: int
    limit: int
    offset: int
    next: str | None
    rows: list[_Row]


class FoundRows(Shape):
    """What a search found, the best first: statements and articles, each with how many there are in all."""

    statements_total: int
    articles_total: int
    limit: int
    offset: int
    next: str | None
    statements: list[StatementHit]
    articles: list[ArticleHit]


class Problem(Shape):
    """Why there is no answer (RFC 9457)."""

    type: str = Field(examples=["about:blank"])
    title: str = Field(examples=["Bad Request"])
    status: int = Field(examples=[400])
    detail: str = Field(examples=["“limit” is a whole number from 1 to 1000"])
