"""Connections to the ledger's file, and what SQLite is told on each."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from sqlite3 import Connection as RawConnection
from typing import cast
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event

# Written into the header of every ledger, so that no other SQLite file is taken for one: "onrc".
APPLICATION_ID = 0x6F6E7263
# With FULL, what was reported as added outlives a loss of power too; NORMAL outlives kill -9 only. The wait for the disk was
# measured at 3 ms an article (ext4, virtual disk, 2 cores busy), and the rest of adding one takes 6 ms.
_DURABILITY = "FULL"
_PAGES_IN_MEMORY_KIB = 32_000
_WRITES = "onrecord_writes"
# A writer asks for the lock so often, and a long work of many transactions leaves it free so long after each, in seconds: the one
# is less than the other, so that a decision comes between two transactions whoever else writes. SQLite's own waiting asks every
# tenth of a second, by which time the next transaction has begun. Chosen: of 40 steps of 30 ms at most 3 pass so before a turn
# comes, and all 40 with SQLite's waiting (tests/unit/ledger/test_sharing.py).
_ASKS_EVERY, _LEAVES_FREE = 0.001, 0.003


def engine_for(path: Path, *, mode: str, wait: float) -> Engine:
    """An engine on a file, opened in a mode of SQLite ("ro", "rw", "rwc"); `wait` is the patience with locks, in seconds."""
    url = URL.create("sqlite", database=address(path, mode), query={"uri": "true"})
    engine = create_engine(url, connect_args={"timeout": wait, "isolation_level": None})
    event.listen(engine, "connect", _tell)
    event.listen(engine, "begin", partial(_begin, wait=wait))
    return engine


def address(path: Path, mode: str) -> str:
    """The file as an address that SQLite opens. A closed ledger in a folder nobody may write to is read as it lies."""
    unwritable = mode == "ro" and not Path(f"{path}-wal").exists() and not _writable(path.parent)
    return f"file:{quote(str(path.absolute()))}?mode={mode}{'&immutable=1' if unwritable else ''}"


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds the lock for writing from its start; committed at the end, rolled back on any exception."""
    with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees the ledger as it is at its first query, whatever is written meanwhile."""
    with engine.connect() as connection:
        yield connection


def _tell(raw: RawConnection, _: object) -> None:
    for setting in (
        "foreign_keys = ON",
        f"synchronous = {_DURABILITY}",
        f"cache_size = -{_PAGES_IN_MEMORY_KIB}",
    ):
        raw.execute(f"PRAGMA {setting}")


def give_way() -> None:
    """Leaves the lock for writing free for a moment: between two transactions of a long work."""
    time.sleep(_LEAVES_FREE)


def _begin(connection: Connection, wait: float) -> None:
    raw = cast(RawConnection, connection.connection.driver_connection)
    if connection.get_execution_options().get(_WRITES):
        # Taking the lock at once means that a writer waits here, and is never refused in the middle of its work.
        _take_turn(raw, wait)
    else:
        raw.execute("BEGIN")


def _take_turn(raw: RawConnection, wait: float) -> None:
    until = time.monotonic() + wait
    raw.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                raw.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                # The lowest byte is the kind of error, the others tell more ("busy, since another program recovers the log").
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                    raise
                time.sleep(_ASKS_EVERY)
            else:
                return
    finally:
        raw.execute(f"PRAGMA busy_timeout = {round(wait * 1000)}")


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK)
