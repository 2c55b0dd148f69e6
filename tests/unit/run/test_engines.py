"""The engines: results in the order of the items, whatever happens to a process."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from tests.unit.run import work

from onrecord.run import run_in_processes, run_inline

Make = Callable[[], Callable[[int], int]]
Engine = Callable[[Make, Iterable[int]], Iterator[int]]


def lost(item: int) -> int:
    return -item


def in_processes(make: Make, items: Iterable[int]) -> Iterator[int]:
    return run_in_processes(make, items, jobs=2, lost=lost)


@pytest.fixture(params=[run_inline, in_processes], ids=["inline", "processes"])
def engine(request: pytest.FixtureRequest) -> Engine:
    found: Engine = request.param
    return found


def test_results_come_in_the_order_of_the_items(engine: Engine) -> None:
    assert list(engine(work.slow_when_even, range(10))) == list(range(10))


def test_no_items_have_no_results(engine: Engine) -> None:
    assert list(engine(work.doubling, [])) == []


def test_an_error_in_the_work_is_raised(engine: Engine) -> None:
    with pytest.raises(ValueError, match="two"):
        list(engine(work.failing, range(4)))


def test_items_are_taken_as_they_are_needed_not_all_at_once(engine: Engine) -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for item in range(100):
            taken.append(item)
            yield item

    results = engine(work.doubling, items())
    assert next(results) == 0
    assert len(taken) <= 10
    results.close()  # type: ignore[attr-defined]


def test_the_work_is_done_in_other_processes() -> None:
    assert os.getpid() not in set(in_processes(work.process, range(4)))


def test_an_item_that_kills_its_process_is_lost_and_the_others_are_not() -> None:
    assert list(in_processes(work.deadly_on(1, 3), range(4))) == [0, -1, 2, -3]


def test_an_item_that_kills_its_process_only_once_is_not_lost(tmp_path: Path) -> None:
    assert list(in_processes(work.deadly_once(str(tmp_path / "seen")), range(4))) == list(range(4))


def test_a_process_that_dies_while_the_results_are_used_loses_only_its_item() -> None:
    found = []
    for result in in_processes(work.deadly_on(3), range(12)):
        found.append(result)
        time.sleep(0.2)
    assert found == [0, 1, 2, -3, *range(4, 12)]


def test_work_that_cannot_be_made_is_an_error_and_loses_no_item() -> None:
    with pytest.raises(Exception, match="no model"):
        list(in_processes(work.broken_make, range(2)))
