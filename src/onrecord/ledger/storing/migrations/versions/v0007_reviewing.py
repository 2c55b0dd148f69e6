"""What persons review: statements judged and put right, and samples that are checked one by one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

# What a person is asked about; the same words are in the queries of `reviewing.queueing`, so that the indices serve them.
_ASKED = sa.text("status = 'candidate' AND (confidence < 0.6 OR speaker_name IS NULL)")
_UNJUDGED = sa.text("about = 1 AND status = 'candidate'")
_SUPERSEDED = sa.text("superseded_by IS NOT NULL")
_UNSURE = sa.text("score < 0.75")
# Indices that now hold all that counting asks for, so that it need not look at the rows.
_WIDER = {
    "statements_day": ("statements", ["day_earliest", "day_latest", "reading_row", "status"]),
    "personas_actor": ("personas", ["actor_row", "reading_row", "statements"]),
    "tellings_utterance": ("tellings", ["utterance_row", "article_row"]),
}


def upgrade() -> None:
    """Makes the tables; nothing was judged yet."""
    op.add_column("statements", sa.Column("status", sa.Text, nullable=False, server_default="candidate"))
    op.add_column("statements", sa.Column("judged_by", sa.Text))
    op.add_column("personas", sa.Column("put", sa.Text))
    for name, (table, columns) in _WIDER.items():
        op.drop_index(name)
        op.create_index(name, table, columns)
    op.create_index("statements_asked", "statements", ["confidence"], sqlite_where=_ASKED)
    op.create_index("positions_unjudged", "positions", ["question", "confidence"], sqlite_where=_UNJUDGED)
    op.create_index("positions_taken", "positions", ["statement_row", "question", "status"], sqlite_where=sa.text("about = 1"))
    op.create_index("articles_superseded", "articles", ["superseded_by"], sqlite_where=_SUPERSEDED)
    op.create_index("links_unsure", "links", ["score"], sqlite_where=_UNSURE)
    op.create_index("shifts_first", "shifts", ["first_row"])
    op.create_index("shifts_second", "shifts", ["second_row"])
    op.create_table(
        "originals",
        sa.Column("statement_row", sa.Integer, sa.ForeignKey("statements.row"), primary_key=True),
        sa.Column("read", sa.JSON, nullable=False),
    )
    op.create_table(
        "checks",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("seed", sa.Integer, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("drawn_from", sa.Integer, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
    )
    op.create_table(
        "checked",
        sa.Column("check_row", sa.Integer, sa.ForeignKey("checks.row"), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("statement", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
