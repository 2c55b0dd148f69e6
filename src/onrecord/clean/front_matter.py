"""The front matter of a Markdown file: lines "key: value" between two lines "---" at its start."""

from __future__ import annotations

import re

from onrecord.clean.fields import found_in
from onrecord.clean.found import Found

_BLOCK = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^([A-Za-z][\w -]*?)[ \t]*:[ \t]*(.+?)[ \t]*\r?$", re.MULTILINE)


def front_matter(text: str) -> tuple[int, Found]:
    """Where the front matter of a Markdown text ends (0 where there is none), and what it says of the article."""
    block = _BLOCK.match(text)
    fields = {match[1]: _value(match[2]) for match in _FIELD.finditer(block[1])} if block else {}
    return (block.end(), found_in(fields)) if block and fields else (0, Found())


def _value(raw: str) -> object:
    if raw.startswith("[") and raw.endswith("]"):
        return [_unquoted(item) for item in raw[1:-1].split(",")]
    return _unquoted(raw)


def _unquoted(raw: str) -> str:
    raw = raw.strip()
    return raw[1:-1] if len(raw) > 1 and raw[0] == raw[-1] and raw[0] in "\"'" else raw
