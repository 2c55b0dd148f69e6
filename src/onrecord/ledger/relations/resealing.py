"""The seal of what is kept of one article by itself: fingerprints, statements, voices, quoted words, facts."""

from __future__ import annotations

from sqlalchemy import Connection, text

from onrecord.ledger.relations.sealing import seal_of

_PARTS = tuple(
    text(asked)
    for asked in (
        """SELECT articles.id, readings.id, relatings.version, relatings.at FROM relatings JOIN articles
        ON articles.row = relatings.article_row JOIN readings ON readings.row = relatings.reading_row
        WHERE relatings.article_row = :at""",
        "SELECT hash FROM fingerprints WHERE article_row = :at ORDER BY hash",
        """SELECT statements.id, sentence_start, sentence_end, vector FROM tellings JOIN statements
        ON statements.row = statement_row WHERE article_row = :at ORDER BY statements.id""",
        """SELECT statements.id, side, wide, since, until FROM tellings JOIN voices USING (statement_row) JOIN statements
        ON statements.row = statement_row WHERE article_row = :at ORDER BY statements.id, side""",
        """SELECT statements.id, hash FROM tellings JOIN quoted_runs USING (statement_row) JOIN statements
        ON statements.row = statement_row WHERE article_row = :at ORDER BY statements.id, hash""",
        """SELECT facts.ordinal, facts.start, facts."end", facts.text, statements.id, vector FROM facts LEFT JOIN statements
        ON statements.row = statement_row WHERE article_row = :at ORDER BY facts.ordinal, facts.row""",
        """SELECT facts.ordinal, name FROM facts JOIN fact_names ON fact_row = facts.row
        WHERE article_row = :at ORDER BY facts.ordinal, name""",
    )
)


def seal_of_article(connection: Connection, article_row: int) -> str:
    """The seal of an article's row in `relatings`, from what is kept of it now."""
    return seal_of(*([list(row) for row in connection.execute(part, {"at": article_row})] for part in _PARTS))
