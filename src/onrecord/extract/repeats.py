"""Which statement a pull-quote copies."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from onrecord.vocabulary import Statement

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
# Share of the pull-quote's words that the other statement must hold, in runs of three: pull-quotes are cut and
# joined, but hardly reworded. Chosen; not measured.
_SHARE = 0.6


def repeated_in(others: Sequence[Statement]) -> Callable[[Statement], str | None]:
    """What tells for a statement the id of the one of `others` whose words it copies.

    That is the one that holds most of its word trigrams, if it holds enough.
    """
    known = [(other.id, _trigrams(other)) for other in others]

    def repeated(statement: Statement) -> str | None:
        mine = _trigrams(statement)
        shared, best = max(((len(mine & words), -place) for place, (_, words) in enumerate(known)), default=(0, 0))
        return known[-best][0] if shared and shared >= _SHARE * len(mine) else None

    return repeated


def _trigrams(statement: Statement) -> set[tuple[str, ...]]:
    words = [word.lower().replace("’", "'") for span in statement.content for word in _WORD.findall(span.text)]
    return {tuple(words[place : place + 3]) for place in range(max(1, len(words) - 2))} if words else set()
