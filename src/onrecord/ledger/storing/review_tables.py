"""The tables of what persons review, as they stand after the last migration.

    originals   what a machine read of a statement that a person put right: the columns and spans that show the right ones now
    checks      samples of statements that were drawn to be checked one by one
    checked     the statements of each sample, in the order in which they are asked; the answers are in the log of judgements

What persons said of statements is in the log of judgements; `statements.status` and `judged_by`, and the personas that are `put`,
follow from it.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Integer, Table, Text

from onrecord.ledger.storing.schema import metadata

originals = Table(
    "originals",
    metadata,
    Column("statement_row", Integer, ForeignKey("statements.row"), primary_key=True),
    Column("read", JSON, nullable=False),
)

checks = Table(
    "checks",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("seed", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    # How many statements there were to draw from.
    Column("drawn_from", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("seal", Text, nullable=False),
)

checked = Table(
    "checked",
    metadata,
    Column("check_row", Integer, ForeignKey("checks.row"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    # The id of the statement, which lasts though another reading of its article is shown.
    Column("statement", Text, nullable=False),
    sqlite_with_rowid=False,
)
