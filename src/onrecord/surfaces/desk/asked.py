"""Asked: what an address asks, read value by value, and back; long lists by pages of 50.

A value that makes no sense is a UsageError that says what is allowed, which the desk shows as a page (400).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Annotated, TypedDict, TypeVar

from fastapi import Depends, HTTPException
from starlette.requests import Request

from onrecord.surfaces.desk.links import Value, with_query
from onrecord.vocabulary import UsageError

SIZE = 50  # rows of a page
_LAST_PAGE = 100_000
_LONGEST = 1_000  # characters of a value

_Choice = TypeVar("_Choice", bound=StrEnum)
_Row = TypeVar("_Row")


class Asked:
    """What an address asks: its values by name, read as what they should be. A value left empty is one not given; of a name that
    is given twice, the last value counts.
    """

    def __init__(self, path: str, values: Mapping[str, str]) -> None:
        self.path = path
        self._values = {name: value for name, value in values.items() if value.strip()}

    @classmethod
    def of(cls, request: Request) -> Asked:
        """What a request's address asks."""
        return cls(request.url.path, dict(request.query_params.multi_items()))

    def words(self, name: str) -> str | None:
        """A value as it stands; None where it is not given."""
        value = self._values.get(name)
        if value is not None and len(value) > _LONGEST:
            raise UsageError(f"“{name}” has at most {_LONGEST} characters")
        return value.replace("\0", "") if value is not None else None

    def line(self, name: str) -> str | None:
        """A value without the white space around it."""
        value = self.words(name)
        return value.strip() or None if value is not None else None

    def choice(self, name: str, kind: type[_Choice]) -> _Choice | None:
        """One of a closed list; None where it is not given."""
        value = self.one_of(name, tuple(one.value for one in kind))
        return kind(value) if value is not None else None

    def one_of(self, name: str, known: tuple[str, ...], otherwise: str | None = None) -> str | None:
        """One of some words; `otherwise` where it is not given."""
        value = self.line(name)
        if value is not None and value not in known:
            raise UsageError(f"“{value}” is no value of “{name}”: it is one of {', '.join(known)}")
        return value if value is not None else otherwise

    def flag(self, name: str) -> bool:
        """Whether something is asked for."""
        return self.one_of(name, ("0", "1"), "0") == "1"

    def number(self, name: str, least: int, most: int, otherwise: int) -> int:
        """A whole number from `least` to `most`."""
        value = self.line(name)
        if value is None:
            return otherwise
        if not (value.isascii() and value.isdigit() and len(value) < 10 and least <= int(value) <= most):
            raise UsageError(f"“{name}” is a whole number from {least} to {most}")
        return int(value)

    def place(self, name: str) -> tuple[int, int] | None:
        """A half-open range of characters, "12-40"."""
        value = self.line(name)
        if value is None:
            return None
        start, _, end = value.partition("-")
        if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in (start, end)) or int(start) >= int(end):
            raise UsageError(f"“{name}” is a place in the text, from one character to another: 12-40")
        return int(start), int(end)

    @property
    def page(self) -> int:
        """The number of the page, from 1."""
        return self.number("page", 1, _LAST_PAGE, 1)

    def with_(self, **changes: Value) -> str:
        """The address that asks the same but for some values; the first page of it unless one is given."""
        kept: dict[str, Value] = {name: value for name, value in self._values.items() if name not in ("page", "token")}
        return with_query(self.path, **(kept | {name.removesuffix("_"): value for name, value in changes.items()}))

    @property
    def values(self) -> dict[str, str]:
        """What is asked, but for the page: for the fields of a form, and for the address of the same view as a file."""
        return {name: value for name, value in self._values.items() if name not in ("page", "token")}


def _id_given(prefix: str) -> str:
    if not re.fullmatch("[0-9a-f]{1,16}", prefix):
        raise HTTPException(404)
    return prefix


# An id or its beginning in an address; what can be neither is a 404, as is an id that nothing has.
Prefix = Annotated[str, Depends(_id_given)]


@dataclass(frozen=True, slots=True)
class Pages:
    """Where in a list a page stands: its number, how many rows it has and there are in all (None where nobody counted).

    `previous` and `following` are the addresses of the pages beside it, None where there is none.
    """

    number: int
    shown: int
    total: int | None
    previous: str | None
    following: str | None

    @property
    def first(self) -> int:
        """The number of its first row, from 1."""
        return (self.number - 1) * SIZE + 1

    @property
    def last(self) -> int:
        """The number of its last row."""
        return self.first + self.shown - 1


def paged(asked: Asked, rows: Iterable[_Row], total: int | None = None) -> tuple[list[_Row], Pages]:
    """The rows of one page, and where it stands; ask the ledger for the limit and offset of `window` first, which is one row more
    than a page has.
    """
    found = list(islice(rows, SIZE + 1))
    number = asked.page
    before = asked.with_(page=number - 1 if number > 2 else None) if number > 1 else None
    after = asked.with_(page=number + 1) if len(found) > SIZE else None
    return found[:SIZE], Pages(number, min(len(found), SIZE), total, before, after)


class Window(TypedDict):
    """The limit and offset of a page, as the ledger's queries take them."""

    limit: int
    offset: int


def window(asked: Asked) -> Window:
    """The limit and offset of the page that is asked for: `replace(query, **window(asked))`."""
    return {"limit": SIZE + 1, "offset": (asked.page - 1) * SIZE}
