"""What SQLite complains of, as a LedgerError that says what to do next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from onrecord.vocabulary import LedgerError

# By the name of SQLite's result code; the longest name that the code starts with counts.
_ADVICE = {
    "SQLITE_BUSY": "another program is writing to it: wait until that has finished, or stop it, then run the command again",
    "SQLITE_FULL": "the disk is full: free some space, then run the same command again; nothing that was added is lost",
    "SQLITE_READONLY": "it may not be written to: check the permissions of the file and of its folder",
    "SQLITE_PERM": "it may not be opened: check the permissions of the file and of its folder",
    "SQLITE_AUTH": "it may not be opened: check the permissions of the file and of its folder",
    "SQLITE_CANTOPEN": "it cannot be opened: check that the folder exists and that you may write to it",
    "SQLITE_IOERR": "the disk gave an error: check the disk and that there is space on it, then run the same command again",
    "SQLITE_CORRUPT": "it cannot be read as it should: keep the file, stop whatever else has it open and try again; if `onrecord "
    "verify` cannot read it either, it is damaged: restore it from a copy",
    "SQLITE_NOTADB": "the file is not a ledger: give the path of another",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns the errors of the database into LedgerError, with the file and what to do; the cause is chained."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(f"the ledger {path}: {advice(error.orig)}") from error
    except sqlite3.Error as error:
        raise LedgerError(f"the ledger {path}: {advice(error)}") from error
    except OSError as error:
        raise LedgerError(f"the ledger {path}: {error.strerror}: check the path and the permissions of its folder") from error


def advice(error: BaseException | None) -> str:
    """What to do about an error of SQLite; its own words where it is none of the known ones."""
    code = getattr(error, "sqlite_errorname", "")
    known = [name for name in _ADVICE if code.startswith(name)]
    return _ADVICE[max(known, key=len)] if known else f"the database says: {error}"
