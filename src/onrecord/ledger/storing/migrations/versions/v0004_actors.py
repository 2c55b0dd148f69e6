"""Actors across articles: personas (an actor as one reading tells of it), the log of judgements, and what follows from both."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Makes the tables; readings that are there already have no actors until their articles are read again."""
    op.create_table(
        "actors",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("type", sa.Text),
        sa.Column("offices", sa.JSON, nullable=False),
        sa.Column("wikidata", sa.Text),
        sa.Column("gender", sa.Text),
        sa.Column("articles", sa.Integer, nullable=False),
        sa.Column("earliest", sa.Text),
        sa.Column("latest", sa.Text),
        sa.Index("actors_wikidata", "wikidata"),
    )
    op.create_table(
        "actor_names",
        sa.Column("actor_row", sa.Integer, sa.ForeignKey("actors.row"), primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("seen", sa.Integer, nullable=False),
        sa.Column("fullest", sa.Integer, nullable=False),
        sa.Column("own", sa.Integer, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("sounds", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "actor_keys",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("actor_row", sa.Integer, sa.ForeignKey("actors.row"), primary_key=True),
        sa.Index("actor_keys_actor", "actor_row"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "personas",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("reading_row", sa.Integer, sa.ForeignKey("readings.row"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("type", sa.Text),
        sa.Column("names", sa.JSON, nullable=False),
        sa.Column("offices", sa.JSON, nullable=False),
        sa.Column("wikidata", sa.Text),
        sa.Column("gender", sa.Text),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("home", sa.Text, nullable=False),
        sa.Column("actor_row", sa.Integer, sa.ForeignKey("actors.row"), nullable=False),
        sa.UniqueConstraint("reading_row", "ordinal"),
        sa.UniqueConstraint("reading_row", "id"),
        sa.Index("personas_id", "id", "actor_row"),
        sa.Index("personas_home", "home", "actor_row"),
        sa.Index("personas_actor", "actor_row", "reading_row"),
    )
    op.create_table(
        "judgements",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("value", sa.JSON, nullable=False),
        sa.Column("score", sa.Float),
        sa.Column("evidence", sa.Text),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("why", sa.Text),
        sa.Column("undoes", sa.Text, sa.ForeignKey("judgements.id")),
        sa.Index("judgements_subject", "kind", "subject"),
        sa.Index("judgements_verdict", "kind", "verdict"),
    )
