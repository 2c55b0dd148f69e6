"""Ids that last: what grows keeps the id that it had; what is new has one made of what belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from onrecord.vocabulary import content_id


def claimed(claims: Iterable[tuple[int, str, int]]) -> dict[int, str]:
    """Which group keeps which id: (how much less they share, id, group), the most first, each id and group once."""
    found: dict[int, str] = {}
    for _, name, number in sorted(claims):
        if number not in found and name not in found.values():
            found[number] = name
    return found


def fresh_id(connection: Connection, column: Any, what: str, members: Sequence[str], taken: set[str]) -> str:
    """An id made of what belongs to something new; another one where something that grew since has it."""
    number = 0
    while True:
        name = content_id(what, *sorted(members), *([str(number)] if number else []))
        if name not in taken and connection.execute(select(column).where(column == name)).first() is None:
            return name
        number += 1
