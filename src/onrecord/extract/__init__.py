"""extract: marks → statements with evidence. Knows quotation marks, nesting, kind and speech act.

The room's files are imported when an article is read: a process that only hands out work starts without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.vocabulary import Article, Marks, Statement

__all__ = ["statements"]


def statements(article: Article, marks: Marks) -> tuple[Statement, ...]:
    """The statements of an article, ordered by place, without speakers and days (see `reading.statements`)."""
    from onrecord.extract.reading import statements as read_out  # noqa: PLC0415

    return read_out(article, marks)
