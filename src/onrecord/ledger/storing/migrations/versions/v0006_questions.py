"""The questions that a user follows: what each statement says on them, and how actors' positions changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_OF = "INSERT OR IGNORE INTO unshifted SELECT DISTINCT positions.question, actors.id FROM positions"
_HELD_BY = "JOIN personas ON personas.row = positions.persona_row JOIN actors ON actors.row = personas.actor_row"
_ACTOR = "INSERT OR IGNORE INTO unshifted SELECT {of}.question, actors.id FROM personas JOIN actors ON actors.row = actor_row"
_SHIFTABLE = "{of}.reading IS NOT NULL AND {of}.persona_row IS NOT NULL"

# What was found of an article goes when what is known of it goes; and whatever changes the positions of an actor, or what these
# are told by (one utterance, a copy), puts the actor among those whose shifts have to be found anew.
_TRIGGERS = (
    """CREATE TRIGGER relating_lost AFTER DELETE ON relatings BEGIN
        DELETE FROM positions WHERE article_row = old.article_row;
        DELETE FROM placings WHERE article_row = old.article_row;
    END""",
    *(
        f"""CREATE TRIGGER position_{name} AFTER {what} ON positions WHEN {_SHIFTABLE.format(of=of)} BEGIN
            {_ACTOR.format(of=of)} WHERE personas.row = {of}.persona_row;
        END"""
        for name, what, of in (("put", "INSERT", "new"), ("lost", "DELETE", "old"), ("judged", "UPDATE OF status", "new"))
    ),
    f"""CREATE TRIGGER holder_moved AFTER UPDATE OF actor_row ON personas WHEN old.actor_row IS NOT new.actor_row BEGIN
        {_OF} JOIN actors ON actors.row IN (old.actor_row, new.actor_row)
        WHERE positions.persona_row = new.row AND positions.reading IS NOT NULL;
    END""",
    f"""CREATE TRIGGER telling_grouped AFTER UPDATE OF utterance_row ON tellings WHEN new.utterance_row IS NOT NULL BEGIN
        {_OF} {_HELD_BY} WHERE positions.statement_row = new.statement_row AND positions.reading IS NOT NULL;
    END""",
    *(
        f"""CREATE TRIGGER copy_{name} AFTER {what} ON copies BEGIN
            {_OF} {_HELD_BY} WHERE positions.article_row = {of}.article_row AND positions.reading IS NOT NULL;
        END"""
        for name, what, of in (("found", "INSERT", "new"), ("lost", "DELETE", "old"))
    ),
)


def upgrade() -> None:
    """Makes the tables; no question is there yet."""
    op.create_table(
        "questions",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("asked", sa.JSON, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.Column("until", sa.Text),
        sa.UniqueConstraint("id", "number"),
    )
    op.create_table(
        "placings",
        sa.Column("question", sa.Text, primary_key=True),
        sa.Column("article_row", sa.Integer, sa.ForeignKey("articles.row"), primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("lesson", sa.Text, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Index("placings_article", "article_row"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "positions",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("article_row", sa.Integer, sa.ForeignKey("articles.row"), nullable=False),
        sa.Column("statement_row", sa.Integer, sa.ForeignKey("statements.row"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("persona_row", sa.Integer, sa.ForeignKey("personas.row")),
        sa.Column("reading", sa.Text),
        sa.Column("position", sa.Text),
        sa.Column("about", sa.Boolean, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("words", sa.JSON, nullable=False),
        sa.Column("stage", sa.Text),
        sa.Column("second_hand", sa.Boolean, nullable=False),
        sa.Column("found", sa.Boolean, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("day_earliest", sa.Text),
        sa.Column("day_latest", sa.Text),
        sa.Index("positions_asked", "question", "about", "day_earliest", "day_latest"),
        sa.Index("positions_article", "article_row", "question"),
        sa.Index("positions_statement", "statement_row", "question"),
        sa.Index("positions_persona", "persona_row", "question"),
    )
    op.create_table(
        "unshifted",
        sa.Column("question", sa.Text, primary_key=True),
        sa.Column("actor", sa.Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "shifts",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("before_reading", sa.Text, nullable=False),
        sa.Column("before_position", sa.Text, nullable=False),
        sa.Column("after_reading", sa.Text, nullable=False),
        sa.Column("after_position", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("first_row", sa.Integer, sa.ForeignKey("statements.row"), nullable=False),
        sa.Column("second_row", sa.Integer, sa.ForeignKey("statements.row"), nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Index("shifts_actor", "question", "actor"),
    )
    if op.get_bind().dialect.name == "sqlite":
        for trigger in _TRIGGERS:
            op.execute(trigger)
