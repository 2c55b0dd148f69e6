"""Shipped files of sorted lines, looked up by the beginning of a line and never read as a whole."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent


class SortedLines:
    """A text file whose lines are in the order of their UTF-8 bytes, mapped into memory when it is first asked for.

    Only the pages that a search touches become resident, and processes share them.
    """

    def __init__(self, path: Path) -> None:
        """Map the file. Raises OSError or ValueError where it is missing or empty."""
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def starting(self, prefix: str) -> Iterator[list[str]]:
        """The lines that begin with `prefix`, split at tabs, in their order."""
        wanted = prefix.encode("utf-8", "replace")
        data, place = self._map, self._first(wanted)
        while data[place : place + len(wanted)] == wanted and place < len(data):
            end = data.find(b"\n", place)
            yield data[place:end].decode("utf-8").split("\t")
            place = end + 1

    def _first(self, wanted: bytes) -> int:
        """Where the first line begins that is not less than `wanted`: bisection over bytes, moved to lines' beginnings."""
        data, low, high = self._map, 0, len(self._map)
        while low < high:
            middle = (low + high) // 2
            start = data.rfind(b"\n", low, middle) + 1 or low
            end = data.find(b"\n", middle) + 1
            if data[start : start + len(wanted)] < wanted:
                low = end
            else:
                high = start
        return low


@lru_cache(maxsize=8)
def shipped(name: str) -> SortedLines:
    """The shipped file of this name."""
    return SortedLines(FOLDER / name)
