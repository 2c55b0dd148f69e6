"""What makes a lost or changed row of the relations noticed: a hash over all that it says."""

from __future__ import annotations

import json
from collections.abc import Iterable

from onrecord.vocabulary import content_id


def seal_of(*parts: object) -> str:
    """16 hexadecimal digits of the SHA-256 of some values: texts, numbers, bytes, lists of these, None."""
    return content_id("relation", json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=_written))


def rows_json(rows: Iterable[int | str]) -> str:
    """Rows (or ids) as `json_each` takes them, so that no query has a limit on how many it asks for."""
    return json.dumps(sorted(rows))


def _written(value: object) -> object:
    if isinstance(value, bytes):
        return value.hex()
    raise TypeError(f"{value!r} cannot be sealed")
