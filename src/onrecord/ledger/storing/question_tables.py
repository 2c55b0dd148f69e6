"""The tables of the questions that a user follows, as they stand after the last migration.

    questions      what was asked under which id, text by text; the one that is asked now has no end
    placings       which articles were placed on which question, by what
    positions      what each statement says on a question, as it was found and as persons judged it
    unshifted      actors whose positions changed since their shifts were found: triggers put them here
    shifts         changes of an actor's position

Rows of `questions` are only added, and ended. All else follows from the record, what is found between articles, the questions,
the judgements and what placed (`by`, `version`); it is made anew when one of these changes. When an article is related anew, a
trigger takes its placings and positions away, so that nothing is shown that was found of what stood there before.
"""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

from onrecord.ledger.storing.schema import metadata

# Which positions a person may be asked about, as the index over them and the query that it serves say it.
UNJUDGED = "about = 1 AND status = 'candidate'"

questions = Table(
    "questions",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("asked", JSON, nullable=False),
    Column("text", Text, nullable=False),
    # Made of all that the row says: what a placing was made for.
    Column("digest", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("until", Text),
    UniqueConstraint("id", "number"),
)

placings = Table(
    "placings",
    metadata,
    Column("question", Text, primary_key=True),
    Column("article_row", Integer, ForeignKey("articles.row"), primary_key=True),
    Column("digest", Text, nullable=False),
    Column("version", Text, nullable=False),
    # Made of the statements that persons had placed: the examples that were learned from.
    Column("lesson", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("seal", Text, nullable=False),
    Index("placings_article", "article_row"),
    sqlite_with_rowid=False,
)

positions = Table(
    "positions",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("question", Text, nullable=False),
    Column("article_row", Integer, ForeignKey("articles.row"), nullable=False),
    Column("statement_row", Integer, ForeignKey("statements.row"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    # Who holds it, as the article tells of them: whose actor that is follows from `personas`.
    Column("persona_row", Integer, ForeignKey("personas.row")),
    Column("reading", Text),
    Column("position", Text),
    Column("about", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("words", JSON, nullable=False),
    Column("stage", Text),
    Column("second_hand", Boolean, nullable=False),
    # Whether a machine found it; if not, it is what a person put in the place of what was found.
    Column("found", Boolean, nullable=False),
    Column("status", Text, nullable=False),
    Column("by", Text, nullable=False),
    # The days that filters look at: those of the statement.
    Column("day_earliest", Text),
    Column("day_latest", Text),
    Index("positions_asked", "question", "about", "day_earliest", "day_latest"),
    Index("positions_article", "article_row", "question"),
    Index("positions_statement", "statement_row", "question"),
    Index("positions_persona", "persona_row", "question"),
    Index("positions_taken", "statement_row", "question", "status", sqlite_where=text("about = 1")),
    Index("positions_unjudged", "question", "confidence", sqlite_where=text(UNJUDGED)),
)

unshifted = Table(
    "unshifted",
    metadata,
    Column("question", Text, primary_key=True),
    Column("actor", Text, primary_key=True),
    sqlite_with_rowid=False,
)

shifts = Table(
    "shifts",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("question", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("before_reading", Text, nullable=False),
    Column("before_position", Text, nullable=False),
    Column("after_reading", Text, nullable=False),
    Column("after_position", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("first_row", Integer, ForeignKey("statements.row"), nullable=False),
    Column("second_row", Integer, ForeignKey("statements.row"), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("why", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("seal", Text, nullable=False),
    Index("shifts_actor", "question", "actor"),
    Index("shifts_first", "first_row"),
    Index("shifts_second", "second_row"),
)
