"""What is found between articles: copies, utterances, drift, disagreements; and the queue of articles that wait to be related."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

# Whatever changes what is shown of an article, or who speaks in it, puts the article into the queue.
_TRIGGERS = (
    """CREATE TRIGGER reading_shown AFTER UPDATE OF shown ON readings WHEN old.shown IS NOT new.shown BEGIN
        INSERT OR IGNORE INTO unrelated VALUES (new.article_row);
    END""",
    """CREATE TRIGGER article_superseded AFTER UPDATE OF superseded_by ON articles
        WHEN old.superseded_by IS NOT new.superseded_by BEGIN
        INSERT OR IGNORE INTO unrelated VALUES (new.row);
    END""",
    """CREATE TRIGGER persona_moved AFTER UPDATE OF actor_row ON personas WHEN old.actor_row IS NOT new.actor_row BEGIN
        INSERT OR IGNORE INTO unrelated SELECT article_row FROM readings WHERE row = new.reading_row AND shown;
    END""",
)


def upgrade() -> None:
    """Makes the tables; all articles that are there wait to be related. Actors are looked up by their offices too."""
    _add_keys_of_offices()
    op.create_table(
        "unrelated",
        sa.Column("article_row", sa.Integer, sa.ForeignKey("articles.row"), primary_key=True),
    )
    op.create_table(
        "relatings",
        sa.Column("article_row", sa.Integer, sa.ForeignKey("articles.row"), primary_key=True),
        sa.Column("reading_row", sa.Integer, sa.ForeignKey("readings.row"), nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("lineage", sa.Integer, sa.ForeignKey("articles.row"), nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Index("relatings_lineage", "lineage"),
    )
    op.create_table(
        "fingerprints",
        sa.Column("hash", sa.Integer, primary_key=True),
        sa.Column("article_row", sa.Integer, sa.ForeignKey("articles.row"), primary_key=True),
        sa.Index("fingerprints_article", "article_row"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copies",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("article_row", sa.Integer, sa.ForeignKey("articles.row"), nullable=False),
        sa.Column("of_row", sa.Integer, sa.ForeignKey("articles.row")),
        sa.Column("agency", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("shown_by", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Index("copies_article", "article_row"),
        sa.Index("copies_of", "of_row"),
    )
    op.create_table(
        "utterances",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("actor", sa.Text),
        sa.Column("said_earliest", sa.Text),
        sa.Column("said_latest", sa.Text),
        sa.Column("fullest_row", sa.Integer, sa.ForeignKey("statements.row"), nullable=False),
        sa.Column("earliest_row", sa.Integer, sa.ForeignKey("statements.row"), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Index("utterances_actor", "actor"),
        sa.Index("utterances_day", "said_earliest", "said_latest"),
    )
    op.create_table(
        "tellings",
        sa.Column("statement_row", sa.Integer, sa.ForeignKey("statements.row"), primary_key=True),
        sa.Column("article_row", sa.Integer, sa.ForeignKey("articles.row"), nullable=False),
        sa.Column("utterance_row", sa.Integer, sa.ForeignKey("utterances.row")),
        sa.Column("sentence_start", sa.Integer, nullable=False),
        sa.Column("sentence_end", sa.Integer, nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sa.Index("tellings_article", "article_row"),
        sa.Index("tellings_utterance", "utterance_row"),
    )
    op.create_table(
        "voices",
        sa.Column("side", sa.Text, primary_key=True),
        sa.Column("wide", sa.Boolean, primary_key=True),
        sa.Column("since", sa.Text, primary_key=True),
        sa.Column("statement_row", sa.Integer, sa.ForeignKey("statements.row"), primary_key=True),
        sa.Column("until", sa.Text, nullable=False),
        sa.Index("voices_statement", "statement_row"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quoted_runs",
        sa.Column("hash", sa.Integer, primary_key=True),
        sa.Column("statement_row", sa.Integer, sa.ForeignKey("statements.row"), primary_key=True),
        sa.Index("quoted_runs_statement", "statement_row"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "links",
        sa.Column("one_row", sa.Integer, sa.ForeignKey("statements.row"), primary_key=True),
        sa.Column("other_row", sa.Integer, sa.ForeignKey("statements.row"), primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Index("links_other", "other_row"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "drifts",
        sa.Column("utterance_row", sa.Integer, sa.ForeignKey("utterances.row"), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("of_row", sa.Integer, sa.ForeignKey("statements.row"), nullable=False),
        sa.Column("to_row", sa.Integer, sa.ForeignKey("statements.row"), nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "facts",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("article_row", sa.Integer, sa.ForeignKey("articles.row"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("statement_row", sa.Integer, sa.ForeignKey("statements.row")),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sa.Index("facts_article", "article_row"),
    )
    op.create_table(
        "fact_names",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("fact_row", sa.Integer, sa.ForeignKey("facts.row"), primary_key=True),
        sa.Index("fact_names_fact", "fact_row"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "disagreements",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
    )
    op.create_table(
        "findings",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("utterance_row", sa.Integer, sa.ForeignKey("utterances.row")),
        sa.Column("disagreement_row", sa.Integer, sa.ForeignKey("disagreements.row")),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Index("findings_utterance", "utterance_row"),
        sa.Index("findings_disagreement", "disagreement_row"),
    )
    op.create_table(
        "finding_places",
        sa.Column("finding_row", sa.Integer, sa.ForeignKey("findings.row"), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("article_row", sa.Integer, sa.ForeignKey("articles.row"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("statement_row", sa.Integer, sa.ForeignKey("statements.row")),
        sa.Index("finding_places_article", "article_row"),
        sa.Index("finding_places_statement", "statement_row"),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO unrelated SELECT row FROM articles WHERE superseded_by IS NULL")
    if op.get_bind().dialect.name == "sqlite":
        for trigger in _TRIGGERS:
            op.execute(trigger)


def _add_keys_of_offices() -> None:
    """The keys that actors are looked up by, made by what looks them up: they follow from it, whatever the version."""
    from onrecord.ledger.actors.keying import keys_of  # noqa: PLC0415

    connection = op.get_bind()
    names: dict[int, list[str]] = {}
    for row, name in connection.execute(sa.text("SELECT actor_row, name FROM actor_names")):
        names.setdefault(row, []).append(name)
    for row, kind, offices in connection.execute(sa.text("SELECT row, type, offices FROM actors")).all():
        told = [(office[0] or "", office[1]) for office in json.loads(offices)]
        wanted = [{"key": key, "row": row} for key in sorted(keys_of(names.get(row, []), kind, told))]
        connection.execute(sa.text("DELETE FROM actor_keys WHERE actor_row = :row"), {"row": row})
        if wanted:
            connection.execute(sa.text("INSERT INTO actor_keys (key, actor_row) VALUES (:key, :row)"), wanted)
