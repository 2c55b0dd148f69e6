"""Opened: the ledger's file as the pages reach it: many readers, one decision at a time, and a memory of what was worked out."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TypeVar, cast

from fastapi import Depends, Request

from onrecord.ledger import Ledger, open_ledger
from onrecord.surfaces.desk.following import Following
from onrecord.vocabulary import OnrecordError

_T = TypeVar("_T")

# Of what was worked out, so much is remembered; a count is a number, a front page some kilobytes. Chosen, not measured.
_REMEMBERED = 512


class ReadOnlyError(OnrecordError):
    """A decision was sent to a desk that was opened for reading only."""


class Opened:
    """A ledger's file that is shown. Each thread reads through a ledger of its own, kept open; decisions take turns, and
    after each `following` works out what it leads to.

    Raises LedgerError where the file is no ledger, or there is none. Without `read_only` a ledger of an older onrecord is brought
    up to date first.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        open_ledger(path, read_only=read_only, create=False).close()
        self._own = threading.local()
        self._all: list[Ledger] = []
        self._writing = threading.Lock()
        self._remembering = threading.Lock()
        self._remembered: OrderedDict[Hashable, object] = OrderedDict()
        self._remembered_of: Hashable = None
        self._decided: OrderedDict[Hashable, frozenset[str]] = OrderedDict()
        self.following = Following(path)

    @property
    def name(self) -> str:
        """What the ledger is called on the pages: its file's name without the ending."""
        return self.path.stem

    @property
    def ledger(self) -> Ledger:
        """The ledger for reading, this thread's own; another file that took the place of the former is opened anew."""
        file = self._file()
        if getattr(self._own, "file", None) != file:
            self._own.ledger, self._own.file = open_ledger(self.path, read_only=True), file
            self._all.append(self._own.ledger)
        return cast(Ledger, self._own.ledger)

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """The ledger for one decision; others wait meanwhile. Raises ReadOnlyError where the desk is for reading only."""
        if self.read_only:
            raise ReadOnlyError("this desk was opened for reading only: start it without --read-only to decide anything")
        with self._writing, open_ledger(self.path, create=False) as ledger:
            yield ledger
            self.following.decided(ledger)

    def decided(self, what: Hashable) -> frozenset[str]:
        """The ids of the judgements by which something was decided here. Ask while `writing`."""
        return self._decided.get(what, frozenset())

    def remember_decided(self, what: Hashable, judgements: Iterable[str]) -> None:
        """Keeps in mind by which judgements something was decided, so that a form sent twice is known. Only while `writing`."""
        self._decided[what] = self.decided(what).union(judgements)
        while len(self._decided) > _REMEMBERED:
            self._decided.popitem(last=False)

    def version(self) -> Hashable:
        """What stays the same as long as nothing was written to the file, by this program or another one."""
        return tuple(_state(Path(f"{self.path}{ending}")) for ending in ("", "-wal"))

    def kept(self, key: Hashable, work_out: Callable[[Ledger], _T]) -> _T:
        """What `work_out` makes of the ledger, remembered under a key until the file changes. Hand it nothing that is changed
        later. The key names the question with all that it depends on: ("articles", query).
        """
        version = self.version()
        with self._remembering:
            if self._remembered_of != version:
                self._remembered.clear()
                self._remembered_of = version
            if key in self._remembered:
                self._remembered.move_to_end(key)
                return cast(_T, self._remembered[key])
        made = work_out(self.ledger)
        with self._remembering:
            if self._remembered_of == version:
                self._remembered[key] = made
                while len(self._remembered) > _REMEMBERED:
                    self._remembered.popitem(last=False)
        return made

    def close(self) -> None:
        """Lets go of the file."""
        self.following.stop()
        for ledger in self._all:
            ledger.close()
        self._all.clear()
        self._own = threading.local()

    def _file(self) -> Hashable:
        """What the open ledger belongs to; one read as it lies (see `ledger.storing.engine`) does not see what others write."""
        state = _state(self.path)
        return state if not os.access(self.path.parent, os.W_OK) else state[:1]


def _state(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return (0,)
    return (found.st_ino, found.st_mtime_ns, found.st_size) if found.st_size else (0,)


def _opened(request: Request) -> Opened:
    opened = cast(Opened, request.app.state.opened)
    if not opened.read_only:
        # Before the page reads anything: what is decided while it is made was not seen.
        request.state.seen = opened.kept("newest judgement", lambda ledger: ledger.newest_judgement())
    return opened


# What a page asks for: `def actors(request: Request, here: Here) -> Response: here.ledger.actors()`.
Here = Annotated[Opened, Depends(_opened)]
