"""Opening a ledger: what a file is, before anything is done to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from enum import Enum
from pathlib import Path

from onrecord.ledger.ledger import Ledger
from onrecord.ledger.storing.engine import APPLICATION_ID, address, engine_for
from onrecord.ledger.storing.explaining import explained
from onrecord.ledger.storing.migrating import migrate
from onrecord.ledger.storing.schema import SCHEMA_VERSIONS
from onrecord.vocabulary import LedgerError, Resolver

# How long a writer waits for another one. Adding an article takes some milliseconds, so a lock that outlasts this is no
# ordinary one.
WAIT_SECONDS = 10.0
# The bytes at the beginning of a database by which SQLite knows it.
_HEADER = 100


class _State(Enum):
    """What a file is to the ledger."""

    MISSING = "there is no such file"
    EMPTY = "a file with nothing in it, as an interrupted creation leaves behind"
    FOREIGN = "something else"
    OLDER = "made by an older onrecord"
    PRESENT = "made by this onrecord, or one with the same tables"
    NEWER = "made by a newer onrecord"


def open_ledger(
    path: Path | str,
    *,
    read_only: bool = False,
    create: bool = True,
    wait: float = WAIT_SECONDS,
    resolve: Resolver | None = None,
) -> Ledger:
    """The ledger kept in a file; made where there is none, brought up to date where an older onrecord made it.

    With `read_only` nothing is made, changed or brought up to date; without `create` nothing is made. `wait` is how many
    seconds a lock held by another program is waited for; `resolve` says of an actor of a new article which of those known it is
    (without one, equal ids are one actor). Raises LedgerError where the file is no ledger (it is left as it is),
    was made by a newer onrecord, or cannot be opened.
    """
    path = Path(path)
    with explained(path):
        state = _state(path, wait)
        _refuse(path, state, read_only=read_only, create=create)
        engine = engine_for(path, mode="ro" if read_only else "rwc", wait=wait)
        if state is not _State.PRESENT:
            migrate(engine)
    return Ledger(path, engine, resolve)


def _state(path: Path, wait: float) -> _State:
    if not path.exists():
        return _State.MISSING
    # Of a file shorter than a header SQLite says that it is empty.
    if not path.is_file() or 0 < path.stat().st_size < _HEADER:
        return _State.FOREIGN
    # SQLite alone opens the file: whoever opens and closes it besides gives up the locks that this process holds on it, after
    # which another program takes the log of what was written for nobody's (https://www.sqlite.org/howtocorrupt.html, 2.2).
    with closing(sqlite3.connect(address(path, "ro"), uri=True, timeout=wait)) as raw:
        try:
            return _state_within(raw)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
                return _State.FOREIGN
            raise


def _state_within(raw: sqlite3.Connection) -> _State:
    made_by = raw.execute("PRAGMA application_id").fetchone()[0]
    has_tables = raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
    if not has_tables and made_by in (0, APPLICATION_ID):
        return _State.EMPTY
    if made_by != APPLICATION_ID:
        return _State.FOREIGN
    versions = raw.execute("SELECT version_num FROM alembic_version").fetchall()
    if versions == [(SCHEMA_VERSIONS[-1],)]:
        return _State.PRESENT
    return _State.OLDER if versions and versions[0][0] in SCHEMA_VERSIONS else _State.NEWER


def _refuse(path: Path, state: _State, *, read_only: bool, create: bool) -> None:
    """Raises LedgerError where a file in this state cannot be opened the way that is asked for."""
    match state:
        case _State.FOREIGN:
            raise LedgerError(f"{path} is not a ledger of onrecord: give another path; the file was left as it is")
        case _State.NEWER:
            raise LedgerError(f"the ledger {path} was made by a newer onrecord: upgrade onrecord, then try again")
        case _State.OLDER if read_only:
            raise LedgerError(f"the ledger {path} was made by an older onrecord: open it for writing once to bring it up to date")
        case _State.MISSING | _State.EMPTY if read_only or not create:
            raise LedgerError(f"there is no ledger at {path}: check the path, or add an article to make one")
        case _State.MISSING if not path.parent.is_dir():
            raise LedgerError(f"there is no folder {path.parent} to make the ledger {path.name} in: make the folder first")
