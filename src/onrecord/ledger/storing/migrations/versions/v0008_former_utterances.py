"""The ids that utterances had, so that an address that somebody kept still leads to what it was of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Makes the table; which ids were given up before is not known."""
    op.create_table(
        "former_utterances",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("statement", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
