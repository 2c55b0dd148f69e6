"""The tables of the ledger, as they stand after the last migration.

    articles ──< readings ──< statements ──< spans        what is kept: rows are added, never changed
        │            └─────< mentions
        ├──< versions     which text a document (an address or a file) held from when on
        ├──< views        which reading of an article is shown from when on
        └──< sightings    where an article was seen, and on which days
    rejections            inputs that are no articles

Only these columns ever change: `articles.superseded_by` and `readings.shown`, which follow from the logs `versions` and `views`;
`reading_row`, `holds` and `last_seen` of a sighting; `last_seen` and `resolved` of a rejection. The index of words is in
`fulltext`. A test compares these tables with what the migrations make.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

# The versions that the migrations go through, oldest first; a test compares them with the migrations themselves. They are
# listed so that opening a ledger which is up to date needs no import of alembic (0.3 s).
SCHEMA_VERSIONS = ("0001", "0002")

metadata = MetaData()

articles = Table(
    "articles",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("url", Text),
    Column("outlet", Text),
    Column("outlet_folded", Text, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("superseded_by", Integer, ForeignKey("articles.row")),
    Column("added_at", Text, nullable=False),
    # Last, so that SQLite need not walk the text's pages to reach the other columns.
    Column("text", Text, nullable=False),
    Index("articles_outlet", "outlet_folded"),
)

readings = Table(
    "readings",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("task", Text, nullable=False),
    Column("particulars", Text, nullable=False),
    Column("article_row", Integer, ForeignKey("articles.row"), nullable=False),
    Column("shown", Boolean, nullable=False),
    Column("title", Text),
    Column("byline", JSON, nullable=False),
    Column("language", Text, nullable=False),
    Column("published_earliest", Text),
    Column("published_latest", Text),
    Column("published_basis", Text),
    Column("published_start", Integer),
    Column("published_end", Integer),
    Column("published_text", Text),
    Column("zones", JSON, nullable=False),
    Column("onrecord", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("settings", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("seal", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Index("readings_task", "task"),
    Index("readings_article", "article_row", "shown"),
)

statements = Table(
    "statements",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("reading_row", Integer, ForeignKey("readings.row"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("speech_act", Text),
    Column("negated", Boolean, nullable=False),
    Column("addressee", Text),
    Column("venue", Text),
    Column("speaker_name", Text),
    Column("speaker_reason", Text),
    Column("speaker_type", Text),
    Column("speaker_actor", Text),
    Column("speaker_office", Text),
    Column("said_earliest", Text),
    Column("said_latest", Text),
    Column("said_basis", Text),
    Column("said_reason", Text),
    Column("within", Text),
    Column("repeats", Text),
    # What filters look at: the folded names of the speaker, and the days (said, else published). An index of the names would
    # halve the time to look through 100 000 of them (25 to 12 ms) and add a random write for every statement added.
    Column("voice", Text, nullable=False),
    Column("day_earliest", Text),
    Column("day_latest", Text),
    UniqueConstraint("reading_row", "ordinal"),
    UniqueConstraint("reading_row", "id"),
    Index("statements_id", "id"),
    Index("statements_day", "day_earliest", "day_latest", "reading_row"),
)

spans = Table(
    "spans",
    metadata,
    Column("statement_row", Integer, ForeignKey("statements.row"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    CheckConstraint("role IN ('source', 'cue', 'content', 'said-on')", name="spans_role"),
    sqlite_with_rowid=False,
)

mentions = Table(
    "mentions",
    metadata,
    Column("reading_row", Integer, ForeignKey("readings.row"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("actor", Text),
    Column("name", Text, nullable=False),
    sqlite_with_rowid=False,
)

versions = Table(
    "versions",
    metadata,
    Column("document", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("article_row", Integer, ForeignKey("articles.row"), nullable=False),
    Column("added_at", Text, nullable=False),
    Index("versions_article", "article_row", "number"),
    sqlite_with_rowid=False,
)

views = Table(
    "views",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("article_row", Integer, ForeignKey("articles.row"), nullable=False),
    Column("reading_row", Integer, ForeignKey("readings.row"), nullable=False),
    Column("added_at", Text, nullable=False),
    Index("views_article", "article_row"),
)

sightings = Table(
    "sightings",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("article_row", Integer, ForeignKey("articles.row"), nullable=False),
    # Where it was: the path made absolute, else the document; `path` is the path as it was given.
    Column("place", Text, nullable=False),
    Column("path", Text),
    Column("document", Text, nullable=False),
    Column("reading_row", Integer, ForeignKey("readings.row"), nullable=False),
    Column("holds", Boolean, nullable=False),
    Column("first_seen", Text, nullable=False),
    Column("last_seen", Text, nullable=False),
    UniqueConstraint("article_row", "place"),
    Index("sightings_place", "place", "holds"),
)

rejections = Table(
    "rejections",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("path", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("first_seen", Text, nullable=False),
    Column("last_seen", Text, nullable=False),
    Column("resolved", Text),
    Index("rejections_path", "path"),
)
