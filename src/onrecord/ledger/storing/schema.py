"""The tables of the ledger, as they stand after the last migration.

    articles ──< readings ──< statements ──< spans        what is kept: rows are added, never changed
        │            ├─────< mentions
        │            └─────< personas    the actors, as one reading tells of them
        ├──< versions     which text a document (an address or a file) held from when on
        ├──< views        which reading of an article is shown from when on
        └──< sightings    where an article was seen, and on which days
    rejections            inputs that are no articles
    judgements            who decided what, when and why: a log, of which rows are taken back by other rows
    actors ──< actor_names, actor_keys      which personas are one; all of it follows from `personas` and `judgements`

Only these columns ever change: `articles.superseded_by` and `readings.shown`, which follow from the logs `versions` and `views`;
`reading_row`, `holds` and `last_seen` of a sighting; `last_seen` and `resolved` of a rejection; `home` and `actor_row` of a
persona, which follow from the log `judgements`; and of a statement that a person judged what is put right (what was read is in
`originals` then), its `status`, and the numbers of statements of its reading and its speakers. The index of words is in
`fulltext`. A test compares these tables with what the migrations make. The tables of what is found between articles are in
`relation_tables`, those of questions in `question_tables`, those of what persons review in `review_tables`.
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
    text,
)

# The versions that the migrations go through, oldest first; a test compares them with the migrations themselves. They are
# listed so that opening a ledger which is up to date needs no import of alembic (0.3 s).
SCHEMA_VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")

# Of which statements a person is asked, as the index over them and the query that it serves say it.
ASKED = "status = 'candidate' AND (confidence < 0.6 OR speaker_name IS NULL)"

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
    Index("articles_superseded", "superseded_by", sqlite_where=text("superseded_by IS NOT NULL")),
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
    # What a person said of it (candidate: nobody did), and who.
    Column("status", Text, nullable=False, server_default="candidate"),
    Column("judged_by", Text),
    UniqueConstraint("reading_row", "ordinal"),
    UniqueConstraint("reading_row", "id"),
    Index("statements_id", "id"),
    Index("statements_day", "day_earliest", "day_latest", "reading_row", "status"),
    Index("statements_asked", "confidence", sqlite_where=text(ASKED)),
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
    Column("type", Text),
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

personas = Table(
    "personas",
    metadata,
    Column("row", Integer, primary_key=True),
    # What judgements call it: made from the ids of the reading and of the actor in it.
    Column("key", Text, nullable=False, unique=True),
    Column("reading_row", Integer, ForeignKey("readings.row"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("type", Text),
    Column("names", JSON, nullable=False),
    Column("offices", JSON, nullable=False),
    Column("wikidata", Text),
    Column("gender", Text),
    # How many statements of the reading are the actor's, as far as they are shown.
    Column("statements", Integer, nullable=False),
    # The ledger's actor that it was found to be, as judged one by one; and the one that it is after all merging and splitting.
    Column("home", Text, nullable=False),
    Column("actor_row", Integer, ForeignKey("actors.row"), nullable=False),
    # The id of the actor that a person named as the speaker, where that is why it is here: no reading tells of it.
    Column("put", Text),
    UniqueConstraint("reading_row", "ordinal"),
    UniqueConstraint("reading_row", "id"),
    Index("personas_id", "id", "actor_row"),
    Index("personas_home", "home", "actor_row"),
    Index("personas_actor", "actor_row", "reading_row", "statements"),
)

actors = Table(
    "actors",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("type", Text),
    Column("offices", JSON, nullable=False),
    Column("wikidata", Text),
    Column("gender", Text),
    Column("articles", Integer, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    Index("actors_wikidata", "wikidata"),
)

actor_names = Table(
    "actor_names",
    metadata,
    Column("actor_row", Integer, ForeignKey("actors.row"), primary_key=True),
    Column("name", Text, primary_key=True),
    # In how many personas it occurs, of how many it is the fullest name, and of how many of these that were not merged into it.
    Column("seen", Integer, nullable=False),
    Column("fullest", Integer, nullable=False),
    Column("own", Integer, nullable=False),
    # What filters look at: the words without case and diacritics, and without what spellings of one name differ in.
    Column("folded", Text, nullable=False),
    Column("sounds", Text, nullable=False),
    sqlite_with_rowid=False,
)

actor_keys = Table(
    "actor_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("actor_row", Integer, ForeignKey("actors.row"), primary_key=True),
    Index("actor_keys_actor", "actor_row"),
    sqlite_with_rowid=False,
)

judgements = Table(
    "judgements",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("value", JSON, nullable=False),
    Column("score", Float),
    Column("evidence", Text),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text),
    Column("undoes", Text, ForeignKey("judgements.id")),
    Index("judgements_subject", "kind", "subject"),
    Index("judgements_verdict", "kind", "verdict"),
)
