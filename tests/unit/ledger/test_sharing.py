"""Several programs at one ledger, and programs that are killed: what was reported as added is there."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from ledger_builders import record
from relation_builders import FakeRelater

from onrecord.ledger import Added, Ledger, open_ledger
from onrecord.ledger.storing import engine
from onrecord.vocabulary import LedgerError, Printed

HERE = Path(__file__).parent
ROUNDS, ARTICLES = 6, 150
# Adds articles and says of each, once it is added, its id and what that changed.
ADDS = f"""
import sys
sys.path.insert(0, {str(HERE)!r})
from ledger_builders import record
from onrecord.ledger import open_ledger
with open_ledger(sys.argv[1]) as ledger:
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        made = record(*(("Ilse Meer", "said", f"pier {{number}} has {{n}} ships") for n in range(6)), url=str(number))
        print(made.article.id, ledger.add(made), flush=True)
"""


def adding(path: Path, first: int = 0, last: int = ARTICLES) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", ADDS, str(path), str(first), str(last)], stdout=subprocess.PIPE, text=True)


def reported(process: subprocess.Popen[str]) -> list[str]:
    """The ids of what was reported as added; a line that was cut off reports nothing."""
    assert process.stdout is not None
    return [line.split(" ", 1)[0] for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]


def first_word(process: subprocess.Popen[str]) -> str:
    """The id in the next report."""
    assert process.stdout is not None
    return process.stdout.readline().split(" ", 1)[0]


def test_whatever_was_reported_as_added_outlives_a_kill(path: Path) -> None:
    chance = random.Random(4)
    known: set[str] = set()
    for _ in range(ROUNDS):
        process = adding(path)
        # At any moment after some report: while the next article is written, committed, or reported.
        known |= {first_word(process) for _ in range(chance.randint(1, 25))}
        time.sleep(chance.uniform(0, 0.03))
        process.send_signal(signal.SIGKILL)
        known |= set(reported(process))
        process.wait()
        with open_ledger(path) as ledger:
            assert known <= {row.id for row in ledger.articles()}
            assert list(ledger.verify()) == []
    process = adding(path)
    assert len(reported(process)) == ARTICLES
    assert process.wait() == 0
    with open_ledger(path) as ledger:
        assert ledger.count_articles() == ARTICLES
        assert list(ledger.verify()) == []


def test_a_kill_at_any_moment_of_making_a_ledger_leaves_one_that_can_be_made(tmp_path: Path) -> None:
    for moment in range(8):
        path = tmp_path / f"{moment}.db"
        process = adding(path)
        deadline = time.monotonic() + 20
        while not path.exists() and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(moment * 0.02)
        process.kill()
        process.wait()
        with open_ledger(path) as ledger:
            assert list(ledger.verify()) == []


def test_several_programs_that_add_at_once_lose_nothing(path: Path) -> None:
    processes = [adding(path, first, first + 30) for first in (0, 20, 40)]
    found = [reported(process) for process in processes]
    assert [process.wait() for process in processes] == [0, 0, 0]
    with open_ledger(path) as ledger:
        assert {row.id for row in ledger.articles()} == {one for ids in found for one in ids}
        assert ledger.count_articles() == 70
        assert list(ledger.verify()) == []


def test_two_programs_read_while_one_writes(ledger: Ledger, path: Path) -> None:
    ledger.add(record(url="0"))
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM views")
        with open_ledger(path, wait=0.1) as other, open_ledger(path, read_only=True, wait=0.1) as third:
            assert [one.count_statements() for one in (ledger, other, third)] == [2, 2, 2]
        writer.execute("ROLLBACK")


def test_a_writer_that_waits_too_long_says_what_to_do(path: Path) -> None:
    with open_ledger(path, wait=0.1) as ledger, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another program is writing to it"):
            ledger.add(record())
        other.execute("ROLLBACK")
        assert ledger.add(record()) is Added.NEW


def test_a_writer_gets_its_turn_within_a_long_work_of_another(ledger: Ledger, path: Path) -> None:
    class Slow(FakeRelater):
        def fingerprints(self, printed: Printed) -> tuple[int, ...]:
            time.sleep(0.03)
            return super().fingerprints(printed)

    for number in range(40):
        ledger.add(record(url=str(number)))
    steps = list[int]()
    work = threading.Thread(target=ledger.relate, args=(Slow(),), kwargs={"progress": lambda done, _: steps.append(done)})
    work.start()
    with open_ledger(path) as other:
        for number in range(40, 44):
            before = len(steps)
            other.add(record(url=str(number)))
            assert len(steps) - before <= 3
    work.join()
    assert ledger.waiting() == 0


@pytest.mark.parametrize("code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_BUSY_RECOVERY])
def test_a_writer_waits_whatever_the_file_is_busy_with(code: int) -> None:
    class Busy:
        """A connection that is refused the lock twice."""

        def __init__(self) -> None:
            self.asked = 0

        def execute(self, command: str) -> None:
            self.asked += command.startswith("BEGIN")
            if command.startswith("BEGIN") and self.asked < 3:
                error = sqlite3.OperationalError("database is locked")
                error.sqlite_errorcode = code
                raise error

    busy = Busy()
    engine._take_turn(busy, wait=10)  # type: ignore[arg-type]
    assert busy.asked == 3


def test_a_question_half_answered_is_not_changed_by_what_is_added_meanwhile(ledger: Ledger) -> None:
    for number in range(3):
        ledger.add(record(url=str(number)))
    rows = ledger.statements()
    next(rows)
    ledger.add(record(url="3"))
    assert len(list(rows)) == 5
    assert ledger.count_statements() == 8


def test_threads_share_one_ledger(ledger: Ledger) -> None:
    def add(first: int) -> None:
        for number in range(first, first + 10):
            ledger.add(record(url=str(number)))

    threads = [threading.Thread(target=add, args=(first,)) for first in range(0, 40, 10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ledger.count_articles() == 40
