"""The ledger: keeps, judges, finds. The room that alone knows SQL.

with open_ledger("story.db") as ledger:
    ledger.add(record)
    for row in ledger.statements(StatementQuery(speaker="Orlan", since="2031-05-01")):
        print(row.article.outlet, row.statement.content[0].text)
"""

from onrecord.ledger.ledger import TABLES, Ledger
from onrecord.ledger.opening import open_ledger
from onrecord.ledger.queries import ArticleQuery, Order, StatementQuery
from onrecord.ledger.rows import (
    Added,
    ArticleHit,
    ArticleRow,
    ArticleText,
    Failure,
    Found,
    MentionRow,
    RejectionRow,
    Sighting,
    StatementHit,
    StatementRow,
)

__all__ = [
    "TABLES",
    "Added",
    "ArticleHit",
    "ArticleQuery",
    "ArticleRow",
    "ArticleText",
    "Failure",
    "Found",
    "Ledger",
    "MentionRow",
    "Order",
    "RejectionRow",
    "Sighting",
    "StatementHit",
    "StatementQuery",
    "StatementRow",
    "open_ledger",
]
