"""Work for the engines' tests; at the top of a module, so that another process can import it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial


def doubling() -> Callable[[int], int]:
    return lambda item: item * 2


def slow_when_even() -> Callable[[int], int]:
    def work(item: int) -> int:
        time.sleep(0.05 if item % 2 == 0 else 0)
        return item

    return work


def deadly_on(*items: int) -> Callable[[], Callable[[int], int]]:
    """Work that kills its process on some items, as a lack of memory would."""
    return partial(_deadly, frozenset(items))


def _deadly(items: frozenset[int]) -> Callable[[int], int]:
    def work(item: int) -> int:
        if item in items:
            os._exit(9)
        return item

    return work


def deadly_once(marker: str) -> Callable[[], Callable[[int], int]]:
    """Work that kills its process the first time that it sees the item 3."""
    return partial(_deadly_once, marker)


def _deadly_once(marker: str) -> Callable[[int], int]:
    def work(item: int) -> int:
        if item == 3:
            try:
                os.close(os.open(marker, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                return item
            os._exit(9)
        return item

    return work


def failing() -> Callable[[int], int]:
    def work(item: int) -> int:
        if item == 2:
            raise ValueError("two")
        return item

    return work


def process() -> Callable[[int], int]:
    return lambda item: os.getpid()


def broken_make() -> Callable[[int], int]:
    raise ValueError("no model")
