"""Carries work out in this process, one piece after another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def run_inline(make: Callable[[], Callable[[Item], Result]], items: Iterable[Item]) -> Iterator[Result]:
    """The results of `make()` applied to the items, in their order, one at a time."""
    work = make()
    for item in items:
        yield work(item)
