"""Carries work out in several processes of this machine."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Pieces of work given out ahead for each process: enough that none waits, few enough that memory stays small.
_AHEAD = 4

_END: Any = object()

# Of a worker process: what makes its work, and the work once it is made.
_make: Callable[[], Callable[[Any], Any]] | None = None
_work: Callable[[Any], Any] | None = None


def run_in_processes(
    make: Callable[[], Callable[[Item], Result]],
    items: Iterable[Item],
    *,
    jobs: int,
    lost: Callable[[Item], Result],
) -> Iterator[Result]:
    """The results of the items, in their order, worked out by `jobs` processes, each with its own `make()`.

    `make` must be picklable. What `make` or the work raises is raised here. Where a process dies on an item (killed for its
    memory, say), the items under way are done again one by one, and `lost` gives the result of one that kills its process again.
    """
    pool = _pool(make, jobs)
    waiting: deque[tuple[Item, Future[Result]]] = deque()
    source = iter(items)
    try:
        while True:
            while len(waiting) < jobs * _AHEAD and (item := next(source, _END)) is not _END:
                waiting.append((item, _given(pool, item)))
            if not waiting:
                return
            try:
                result = waiting[0][1].result()
            except BrokenProcessPool:
                pool.shutdown(cancel_futures=True)
                yield from _one_by_one(make, waiting, lost)
                waiting.clear()
                pool = _pool(make, jobs)
                continue
            waiting.popleft()
            yield result
    finally:
        pool.shutdown(cancel_futures=True)


def _one_by_one(
    make: Callable[[], Callable[[Item], Result]],
    under_way: Iterable[tuple[Item, Future[Result]]],
    lost: Callable[[Item], Result],
) -> Iterator[Result]:
    """The results of items that were under way when a process died, those that are there already taken as they are."""
    pool = _pool(make, 1)
    try:
        for item, future in under_way:
            if future.done() and not future.cancelled() and future.exception() is None:
                yield future.result()
                continue
            try:
                result = _given(pool, item).result()
            except BrokenProcessPool:
                pool.shutdown()
                pool = _pool(make, 1)
                result = lost(item)
            yield result
    finally:
        pool.shutdown(cancel_futures=True)


def _given(pool: ProcessPoolExecutor, item: Any) -> Future[Any]:
    """The future of an item; where the pool is broken already, one that says so."""
    try:
        with _no_interrupt():
            return pool.submit(_apply, item)
    except BrokenProcessPool as error:
        broken: Future[Any] = Future()
        broken.set_exception(error)
        return broken


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Holds Ctrl-C back for a moment: a process started in it never gets one (it is for the parent, which stops the pool)."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _pool(make: Callable[[], Callable[[Any], Any]], jobs: int) -> ProcessPoolExecutor:
    # "spawn": a process forked from one with threads (the model's runtime has them) may hang.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(make,))


def _start(make: Callable[[], Callable[[Any], Any]]) -> None:
    global _make  # noqa: PLW0603  one for each process, set once
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it could not be held back (Windows)
    _make = make


def _apply(item: Any) -> Any:
    """The work on an item; it is made with the first one, so that what `make` raises reaches the parent.

    What the first item has loaded stays for all: the garbage collector need not walk it again.
    """
    global _work  # noqa: PLW0603
    if _work is not None:
        return _work(item)
    assert _make is not None
    _work = _make()
    result = _work(item)
    gc.freeze()
    return result
