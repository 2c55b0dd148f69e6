"""What a mention is the name of: person, organisation, place or other."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Adds the column; mentions of older readings have none."""
    op.add_column("mentions", sa.Column("type", sa.Text))
