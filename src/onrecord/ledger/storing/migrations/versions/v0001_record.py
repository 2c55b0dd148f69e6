"""The tables of the record: articles, readings, statements, spans, mentions; what is shown and where it was seen; rejections."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "articles",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("url", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("outlet_folded", sa.Text, nullable=False),
        sa.Column("text_sha256", sa.Text, nullable=False),
        sa.Column("characters", sa.Integer, nullable=False),
        sa.Column("superseded_by", sa.Integer, sa.ForeignKey("articles.row")),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Index("articles_outlet", "outlet_folded"),
    )
    op.create_table(
        "readings",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("task", sa.Text, nullable=False),
        sa.Column("particulars", sa.Text, nullable=False),
        sa.Column("article_row", sa.Integer, sa.ForeignKey("articles.row"), nullable=False),
        sa.Column("shown", sa.Boolean, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("byline", sa.JSON, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("published_earliest", sa.Text),
        sa.Column("published_latest", sa.Text),
        sa.Column("published_basis", sa.Text),
        sa.Column("published_start", sa.Integer),
        sa.Column("published_end", sa.Integer),
        sa.Column("published_text", sa.Text),
        sa.Column("zones", sa.JSON, nullable=False),
        sa.Column("onrecord", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("settings", sa.Text, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("mentions", sa.Integer, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.Index("readings_task", "task"),
        sa.Index("readings_article", "article_row", "shown"),
    )
    op.create_table(
        "statements",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("reading_row", sa.Integer, sa.ForeignKey("readings.row"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("speech_act", sa.Text),
        sa.Column("negated", sa.Boolean, nullable=False),
        sa.Column("addressee", sa.Text),
        sa.Column("venue", sa.Text),
        sa.Column("speaker_name", sa.Text),
        sa.Column("speaker_reason", sa.Text),
        sa.Column("speaker_type", sa.Text),
        sa.Column("speaker_actor", sa.Text),
        sa.Column("speaker_office", sa.Text),
        sa.Column("said_earliest", sa.Text),
        sa.Column("said_latest", sa.Text),
        sa.Column("said_basis", sa.Text),
        sa.Column("said_reason", sa.Text),
        sa.Column("within", sa.Text),
        sa.Column("repeats", sa.Text),
        sa.Column("voice", sa.Text, nullable=False),
        sa.Column("day_earliest", sa.Text),
        sa.Column("day_latest", sa.Text),
        sa.UniqueConstraint("reading_row", "ordinal"),
        sa.UniqueConstraint("reading_row", "id"),
        sa.Index("statements_id", "id"),
        sa.Index("statements_day", "day_earliest", "day_latest", "reading_row"),
    )
    op.create_table(
        "spans",
        sa.Column("statement_row", sa.Integer, sa.ForeignKey("statements.row"), primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.CheckConstraint("role IN ('source', 'cue', 'content', 'said-on')", name="spans_role"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "mentions",
        sa.Column("reading_row", sa.Integer, sa.ForeignKey("readings.row"), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("actor", sa.Text),
        sa.Column("name", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "versions",
        sa.Column("document", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article_row", sa.Integer, sa.ForeignKey("articles.row"), nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.Index("versions_article", "article_row", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "views",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("article_row", sa.Integer, sa.ForeignKey("articles.row"), nullable=False),
        sa.Column("reading_row", sa.Integer, sa.ForeignKey("readings.row"), nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.Index("views_article", "article_row"),
    )
    op.create_table(
        "sightings",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("article_row", sa.Integer, sa.ForeignKey("articles.row"), nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("path", sa.Text),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("reading_row", sa.Integer, sa.ForeignKey("readings.row"), nullable=False),
        sa.Column("holds", sa.Boolean, nullable=False),
        sa.Column("first_seen", sa.Text, nullable=False),
        sa.Column("last_seen", sa.Text, nullable=False),
        sa.UniqueConstraint("article_row", "place"),
        sa.Index("sightings_place", "place", "holds"),
    )
    op.create_table(
        "rejections",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("first_seen", sa.Text, nullable=False),
        sa.Column("last_seen", sa.Text, nullable=False),
        sa.Column("resolved", sa.Text),
        sa.Index("rejections_path", "path"),
    )
