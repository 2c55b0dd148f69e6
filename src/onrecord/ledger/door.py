"""The ledger's file as its methods reach it: what they ask, what they list, what they write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine

from onrecord.ledger.storing.engine import reading, writing
from onrecord.ledger.storing.explaining import explained
from onrecord.vocabulary import Resolver

_T = TypeVar("_T")


class Door:
    """An open file of the ledger. A context manager that closes itself."""

    def __init__(self, path: Path, engine: Engine, resolve: Resolver | None = None) -> None:
        self.path = path
        self._engine = engine
        self._resolve = resolve

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    def _read(self, ask: Callable[[Connection], _T]) -> _T:
        with explained(self.path), reading(self._engine) as connection:
            return ask(connection)

    def _streamed(self, ask: Callable[[Connection], Iterator[_T]]) -> Iterator[_T]:
        with explained(self.path), reading(self._engine) as connection:
            yield from ask(connection)

    def _written(self, write: Callable[[Connection], _T]) -> _T:
        with explained(self.path), writing(self._engine) as connection:
            return write(connection)
