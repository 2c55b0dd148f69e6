"""The tables of what is found between articles, as they stand after the last migration.

    unrelated          articles that wait to be related: triggers put them here when what is shown of them changes
    relatings          which reading of an article was related, by what, and in which lineage of copies the article stands
    fingerprints       by which copies are found          copies      which article is a copy of which
    tellings           a statement as it is compared      voices      who spoke and when, by which others are found
                                                          quoted_runs hashes of words in quotation marks, for the same
    links              pairs of statements that report one act of saying
    utterances ──< tellings, drifts                       which statements are one, and how their wordings differ
    former_utterances  ids that utterances had before they became part of others
    facts ──< fact_names                                  sentences that state something checkable, found by names
    disagreements ──< findings ──< finding_places         what cannot both be right, pair by pair, and put together

All of it but the former ids follows from the record, the judgements and what compared (`by`, `version`); it is made anew when one
of these changes.
Rows hold seals, as readings do, so that one lost or changed is noticed without comparing anything anew.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, Table, Text, text

from onrecord.ledger.storing.schema import metadata

# Which links a person is asked about, as the index over them and the query that it serves say it.
UNSURE = "score < 0.75"

unrelated = Table("unrelated", metadata, Column("article_row", Integer, ForeignKey("articles.row"), primary_key=True))

relatings = Table(
    "relatings",
    metadata,
    Column("article_row", Integer, ForeignKey("articles.row"), primary_key=True),
    Column("reading_row", Integer, ForeignKey("readings.row"), nullable=False),
    Column("version", Text, nullable=False),
    # The first row of the articles that are copies of one another; its own where there is none.
    Column("lineage", Integer, ForeignKey("articles.row"), nullable=False),
    Column("at", Text, nullable=False),
    Column("seal", Text, nullable=False),
    Index("relatings_lineage", "lineage"),
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("hash", Integer, primary_key=True),
    Column("article_row", Integer, ForeignKey("articles.row"), primary_key=True),
    Index("fingerprints_article", "article_row"),
    sqlite_with_rowid=False,
)

copies = Table(
    "copies",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("article_row", Integer, ForeignKey("articles.row"), nullable=False),
    # One of the two: the article that it is a copy of, or the agency whose text is not in the ledger.
    Column("of_row", Integer, ForeignKey("articles.row")),
    Column("agency", Text),
    Column("kind", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("shown_by", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("seal", Text, nullable=False),
    Index("copies_article", "article_row"),
    Index("copies_of", "of_row"),
)

utterances = Table(
    "utterances",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("actor", Text),
    Column("said_earliest", Text),
    Column("said_latest", Text),
    Column("fullest_row", Integer, ForeignKey("statements.row"), nullable=False),
    Column("earliest_row", Integer, ForeignKey("statements.row"), nullable=False),
    Column("by", Text, nullable=False),
    Column("seal", Text, nullable=False),
    Index("utterances_actor", "actor"),
    Index("utterances_day", "said_earliest", "said_latest"),
)

tellings = Table(
    "tellings",
    metadata,
    Column("statement_row", Integer, ForeignKey("statements.row"), primary_key=True),
    Column("article_row", Integer, ForeignKey("articles.row"), nullable=False),
    Column("utterance_row", Integer, ForeignKey("utterances.row")),
    # The sentences that it stands in: `text[sentence_start:sentence_end]` of the article.
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
    Column("vector", LargeBinary, nullable=False),
    Index("tellings_article", "article_row"),
    Index("tellings_utterance", "utterance_row", "article_row"),
)

voices = Table(
    "voices",
    metadata,
    Column("side", Text, primary_key=True),
    # Whether the days are so many that they are looked for apart.
    Column("wide", Boolean, primary_key=True),
    Column("since", Text, primary_key=True),
    Column("statement_row", Integer, ForeignKey("statements.row"), primary_key=True),
    Column("until", Text, nullable=False),
    Index("voices_statement", "statement_row"),
    sqlite_with_rowid=False,
)

quoted_runs = Table(
    "quoted_runs",
    metadata,
    Column("hash", Integer, primary_key=True),
    Column("statement_row", Integer, ForeignKey("statements.row"), primary_key=True),
    Index("quoted_runs_statement", "statement_row"),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    Column("one_row", Integer, ForeignKey("statements.row"), primary_key=True),
    Column("other_row", Integer, ForeignKey("statements.row"), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("seal", Text, nullable=False),
    Index("links_other", "other_row"),
    Index("links_unsure", "score", sqlite_where=text(UNSURE)),
    sqlite_with_rowid=False,
)

former_utterances = Table(
    "former_utterances",
    metadata,
    Column("id", Text, primary_key=True),
    # The id of a statement that was in it: the utterance that this is in now is what became of it.
    Column("statement", Text, nullable=False),
    Column("seal", Text, nullable=False),
    sqlite_with_rowid=False,
)

drifts = Table(
    "drifts",
    metadata,
    Column("utterance_row", Integer, ForeignKey("utterances.row"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("of_row", Integer, ForeignKey("statements.row"), nullable=False),
    Column("to_row", Integer, ForeignKey("statements.row"), nullable=False),
    Column("type", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    sqlite_with_rowid=False,
)

facts = Table(
    "facts",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("article_row", Integer, ForeignKey("articles.row"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("statement_row", Integer, ForeignKey("statements.row")),
    Column("vector", LargeBinary, nullable=False),
    Index("facts_article", "article_row"),
)

fact_names = Table(
    "fact_names",
    metadata,
    Column("name", Text, primary_key=True),
    Column("fact_row", Integer, ForeignKey("facts.row"), primary_key=True),
    Index("fact_names_fact", "fact_row"),
    sqlite_with_rowid=False,
)

disagreements = Table(
    "disagreements",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("seal", Text, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    # The utterance whose reports were compared; none where two sentences were.
    Column("utterance_row", Integer, ForeignKey("utterances.row")),
    Column("disagreement_row", Integer, ForeignKey("disagreements.row")),
    Column("by", Text, nullable=False),
    Column("seal", Text, nullable=False),
    Index("findings_utterance", "utterance_row"),
    Index("findings_disagreement", "disagreement_row"),
)

finding_places = Table(
    "finding_places",
    metadata,
    Column("finding_row", Integer, ForeignKey("findings.row"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("value", Text, nullable=False),
    Column("article_row", Integer, ForeignKey("articles.row"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("statement_row", Integer, ForeignKey("statements.row")),
    Index("finding_places_article", "article_row"),
    Index("finding_places_statement", "statement_row"),
    sqlite_with_rowid=False,
)
