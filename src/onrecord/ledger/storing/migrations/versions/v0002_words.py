"""The index of words, for SQLite: two indices of external content over two views (see `ledger.fulltext`)."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

_CREATE = (
    """CREATE VIEW statement_texts AS SELECT row,
        (SELECT text FROM spans WHERE statement_row = statements.row AND role = 'source') AS source,
        (SELECT group_concat(text, char(10)) FROM
            (SELECT text FROM spans WHERE statement_row = statements.row AND role = 'content' ORDER BY ordinal)) AS content
        FROM statements""",
    """CREATE VIEW reading_texts AS SELECT readings.row AS row, readings.title AS title, articles.text AS text
        FROM readings JOIN articles ON articles.row = readings.article_row""",
    """CREATE VIRTUAL TABLE statement_words USING fts5(source, content, content='statement_texts', content_rowid='row',
        tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE VIRTUAL TABLE reading_words USING fts5(title, text, content='reading_texts', content_rowid='row',
        tokenize='porter unicode61 remove_diacritics 2')""",
)


def upgrade() -> None:
    """Makes the views and the indices over them."""
    if op.get_bind().dialect.name == "sqlite":
        for statement in _CREATE:
            op.execute(statement)
