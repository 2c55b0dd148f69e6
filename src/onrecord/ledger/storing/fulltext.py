"""The index of words: SQLite's FTS5, and all that is particular to it.

Two indices of external content over views, so that no text is stored twice: `statement_words` (source, content; one row a
statement, the spans of the content joined by `JOINT`) and `reading_words` (title, text; one row a reading). A row is changed only
where a person puts a statement right.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing

from sqlalchemy import ColumnElement, Connection, Integer, Select, column, select, table, text

from onrecord.ledger.asking.phrasing import Phrasing

# Between two spans of a content in the index. A line break: no token, and one code point wide.
JOINT = "\n"
# Put round the words found, so that their offsets can be told. Not a character of any text (Unicode noncharacters).
OPENING, CLOSING = "\ufdd0", "\ufdd1"

STATEMENT_WORDS, READING_WORDS = "statement_words", "reading_words"
_INDEX_READING = text("INSERT INTO reading_words(rowid, title, text) SELECT row, title, text FROM reading_texts WHERE row = :row")
_INDEX_STATEMENTS = text(
    "INSERT INTO statement_words(rowid, source, content) SELECT row, source, content FROM statement_texts"
    " WHERE row BETWEEN :first AND :last"
)

_UNINDEX_STATEMENT = text(
    "INSERT INTO statement_words(statement_words, rowid, source, content) SELECT 'delete', row, source, content"
    " FROM statement_texts WHERE row = :row"
)


def index_reading(connection: Connection, row: int) -> None:
    """Puts the title and the text of a stored reading into the index."""
    connection.execute(_INDEX_READING, {"row": row})


def index_statements(connection: Connection, first: int, last: int) -> None:
    """Puts stored statements into the index: the rows from `first` to `last`, both included."""
    connection.execute(_INDEX_STATEMENTS, {"first": first, "last": last})


def unindex_statement(connection: Connection, row: int) -> None:
    """Takes a stored statement out of the index. Call it before its spans are changed: they have to be those that went in."""
    connection.execute(_UNINDEX_STATEMENT, {"row": row})


def holds_words(rows: ColumnElement[int], index: str, phrasing: Phrasing, *, only: str = "") -> ColumnElement[bool]:
    """The condition that the text of a row is what a phrasing asks for; `only` names the one column to look in."""
    if phrasing.wanted:
        return rows.in_(_matching(index, _expression(phrasing, only)))
    return rows.not_in(_matching(index, _any_of(phrasing.unwanted, only)))


def ranked(index: str, phrasing: Phrasing) -> Select[int, float]:
    """The rows that a phrasing with wanted words asks for and their BM25 scores (lower is better), in no order."""
    words = table(index, column("rowid", Integer), column("rank"))
    return (
        select(words.c.rowid.label("row"), words.c.rank.label("score"))
        .where(text(f"{index} MATCH :expression"))
        .params(expression=_expression(phrasing, ""))
    )


def highlighted(connection: Connection, index: str, phrasing: Phrasing, rows: Sequence[int]) -> dict[int, tuple[str, str]]:
    """The two columns of the given rows with `OPENING` and `CLOSING` round every run of words found; "" where none is wanted."""
    if not phrasing.wanted:
        return dict.fromkeys(rows, ("", ""))
    marks = f"highlight({index}, 0, :opening, :closing), highlight({index}, 1, :opening, :closing)"
    asked = text(f"SELECT rowid, {marks} FROM {index} WHERE {index} MATCH :expression AND rowid = :row")
    fixed = {"opening": OPENING, "closing": CLOSING, "expression": _expression(phrasing, "")}
    found = (connection.execute(asked, {**fixed, "row": row}).one() for row in rows)
    return {row: (first or "", second or "") for row, first, second in found}


def out_of_step(connection: Connection) -> list[str]:
    """The names of the indices that do not agree with the tables under them.

    FTS5 checks itself by a command that asks for the lock for writing, so a temporary copy of the file is asked: it works on a
    ledger that may only be read, and keeps no writer waiting. Needs as much room for temporary files as the ledger takes.
    """
    with closing(sqlite3.connect("")) as copy:
        raw = connection.connection.driver_connection
        if raw is not None:
            raw.backup(copy)
        return [index for index in (STATEMENT_WORDS, READING_WORDS) if not _in_step(copy, index)]


def _in_step(copy: sqlite3.Connection, index: str) -> bool:
    try:
        # Rank 1 compares with the tables too; without it only the index itself is looked at.
        copy.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return False
    return True


def _matching(index: str, expression: str) -> Select[int]:
    words = table(index, column("rowid", Integer))
    name = f"expression_{index}"
    return select(words.c.rowid).where(text(f"{index} MATCH :{name}")).params({name: expression})


def _expression(phrasing: Phrasing, only: str) -> str:
    """The phrasing in the language of FTS5. Every phrase is quoted, so that nothing a user typed is taken for syntax."""
    wanted = " AND ".join(f"({' OR '.join(map(_quoted, group))})" for group in phrasing.wanted)
    unwanted = " OR ".join(map(_quoted, phrasing.unwanted))
    whole = f"({wanted}) NOT ({unwanted})" if unwanted else wanted
    return f"{only} : ({whole})" if only else whole


def _any_of(phrases: Sequence[str], only: str) -> str:
    whole = " OR ".join(map(_quoted, phrases))
    return f"{only} : ({whole})" if only else whole


def _quoted(phrase: str) -> str:
    return '"' + phrase.replace('"', '""') + '"'
