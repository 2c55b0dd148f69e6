"""The ledger: keeps, judges, finds. The room that alone knows SQL.

with open_ledger("story.db") as ledger:
    ledger.add(record)
    for row in ledger.statements(StatementQuery(speaker="Orlan", since="2031-05-01")):
        print(row.article.outlet, row.statement.content[0].text)
"""

from onrecord.ledger.ledger import TABLES, Ledger, TableRow
from onrecord.ledger.opening import open_ledger
from onrecord.ledger.queries import (
    STATUSES,
    ActorQuery,
    ArticleQuery,
    DisagreementQuery,
    Order,
    StatementQuery,
    UtteranceOrder,
    UtteranceQuery,
)
from onrecord.ledger.relations.rows import (
    CopyRow,
    DisagreementHistory,
    DisagreementRow,
    Lineage,
    LinkRow,
    Related,
    SideRow,
    Silence,
    TellingRow,
    UtteranceHistory,
    UtteranceRow,
)
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
    "STATUSES",
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
    "CopyRow",
    "DisagreementHistory",
    "DisagreementQuery",
    "DisagreementRow",
    "Failure",
    "Found",
    "Judgement",
    "JudgementRow",
    "Ledger",
    "Lineage",
    "LinkRow",
    "MentionRow",
    "OfficeSeen",
    "Order",
    "OutletSeen",
    "RejectionRow",
    "Related",
    "SideRow",
    "Sighting",
    "Silence",
    "StatementHit",
    "StatementQuery",
    "StatementRow",
    "TableRow",
    "TellingRow",
    "UtteranceHistory",
    "UtteranceOrder",
    "UtteranceQuery",
    "UtteranceRow",
    "open_ledger",
]
