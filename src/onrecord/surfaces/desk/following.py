"""Following: what a decision leads to between articles and on questions, found anew while the desk goes on answering."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from onrecord.ledger import Ledger, open_ledger
from onrecord.vocabulary import LedgerError

# A position that a person confirms is an example for all articles of its question, and an actor that is merged may speak in very
# many. So many at most are worked out again by the desk itself, some seconds to a minute of work; more wait for
# `onrecord relate`, as the pages say. Chosen, not measured.
_AT_ONCE = 200

# What is called between two steps of the work, with how many are done and of how many.
Step = Callable[[int, int], None]


class Following:
    """Works out what follows from decisions on a ledger's file, in a thread of its own; decisions may be taken meanwhile.

    `find` does the work, and calls what it is given between its steps.
    """

    def __init__(self, path: Path, find: Callable[[Ledger, Step], None] | None = None) -> None:
        self._path = path
        self._find = find or _find
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._asked = self._stopped = False

    @property
    def is_at_work(self) -> bool:
        """Whether it is being worked out now."""
        return self._thread is not None

    def decided(self, ledger: Ledger) -> None:
        """Begins to work it out where a decision, taken just now, leaves something to do that is not too much."""
        if _is_for_the_desk(ledger.waiting()) or _is_for_the_desk(ledger.unplaced()):
            self.ask()

    def ask(self) -> None:
        """Begins to work it out; where that is under way, it is done once more at its end."""
        with self._lock:
            self._asked = True
            if self._thread is None and not self._stopped:
                self._thread = threading.Thread(target=self._work, name="following", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """Ends the work after the step in hand, and waits for that. What was found stays; the rest goes on waiting."""
        self._stopped = True
        self.wait()

    def wait(self) -> None:
        """Returns when nothing is under way."""
        while (thread := self._thread) is not None:
            thread.join()

    def _work(self) -> None:
        while self._goes_on():
            try:
                with open_ledger(self._path, create=False) as ledger:
                    self._find(ledger, self._step)
            except (LedgerError, _StoppedError):
                # Where another program holds the file it goes on waiting, as the review says, and the next decision tries again.
                continue
            except BaseException:
                with self._lock:
                    self._thread = None
                raise

    def _goes_on(self) -> bool:
        with self._lock:
            asked, self._asked = self._asked and not self._stopped, False
            if not asked:
                self._thread = None
            return asked

    def _step(self, done: int, of: int) -> None:
        if self._stopped:
            raise _StoppedError


class _StoppedError(Exception):
    """The desk is closed."""


def _find(ledger: Ledger, step: Step) -> None:
    if _is_for_the_desk(ledger.waiting()):
        from onrecord.relate import Relater  # noqa: PLC0415  numpy is slow to import

        ledger.relate(Relater(), progress=step)
    if _is_for_the_desk(ledger.unplaced()):
        from onrecord.relate.placer import Placer  # noqa: PLC0415  numpy is slow to import

        ledger.place(Placer(), progress=step)


def _is_for_the_desk(number: int) -> bool:
    return 0 < number <= _AT_ONCE
