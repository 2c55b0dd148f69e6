"""The ledger: keeps, judges, finds. The room that alone knows SQL.

with open_ledger("story.db") as ledger:
    ledger.add(record)
    for row in ledger.statements(StatementQuery(speaker="Orlan", since="2031-05-01")):
        print(row.article.outlet, row.statement.content[0].text)
"""

from onrecord.ledger.ledger import TABLES, Ledger, TableRow
from onrecord.ledger.opening import open_ledger
from onrecord.ledger.queries import ActorQuery, ArticleQuery, Order, StatementQuery
from onrecord.ledger.rows import (
    ActorHistory,
    ActorRow,
    Added,
    Appearance,
    ArticleHit,
    ArticleRow,
    ArticleText,
    Failure,
    Found,
    Judgement,
    JudgementRow,
    MentionRow,
    OfficeSeen,
    OutletSeen,
    RejectionRow,
    Sighting,
    StatementHit,
    StatementRow,
)

__all__ = [
    "TABLES",
    "ActorHistory",
    "ActorQuery",
    "ActorRow",
    "Added",
    "Appearance",
    "ArticleHit",
    "ArticleQuery",
    "ArticleRow",
    "ArticleText",
    "Failure",
    "Found",
    "Judgement",
    "JudgementRow",
    "Ledger",
    "MentionRow",
    "OfficeSeen",
    "Order",
    "OutletSeen",
    "RejectionRow",
    "Sighting",
    "StatementHit",
    "StatementQuery",
    "StatementRow",
    "TableRow",
    "open_ledger",
]
