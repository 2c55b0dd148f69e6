"""Which articles correct an earlier one of their own outlet: what an outlet says later to have been wrong, it no longer says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, text

from onrecord.ledger.relations.sealing import rows_json

# How outlets say so, in a headline and in the text.
_HEADED = re.compile(r"\W*(?:corrections?|clarifications?|erratum|we got it wrong)\b", re.IGNORECASE)
_SAYS_SO = re.compile(
    r"\b(?:an|our|in an|the)\s+earlier\s+(?:version|edition)\s+of\s+(?:this|our|the)\b"
    r"|\b(?:our|an)\s+earlier\s+(?:article|report|story)\s+(?:wrongly|incorrectly|mistakenly|mis\w+|gave\s+a\s+wrong|said\s+in\s+error)"
    r"|\b(?:this|the)\s+(?:article|story|report)\s+(?:has\s+been|was)\s+(?:corrected|amended)\b"
    r"|\bwe\s+(?:wrongly|incorrectly|mistakenly)\s+(?:said|wrote|reported|gave|stated|named)\b"
    r"|\bapologi[sz]es?\s+for\s+the\s+(?:errors?|mistakes?)\b",
    re.IGNORECASE,
)

_TEXTS = text(
    """SELECT articles.id, readings.title, articles.text FROM articles JOIN relatings ON relatings.article_row = articles.row
    JOIN readings ON readings.row = relatings.reading_row WHERE articles.id IN (SELECT value FROM json_each(:ids))"""
)


def amended(connection: Connection, kept: Sequence[Any]) -> dict[str, set[str]]:
    """Articles (ids) with those that correct them: of one outlet and no earlier, on another side of one disagreement.

    `kept` are rows for each place of some disagreements, in their order, with `article`, `outlet`, `published` and `value`.
    """
    pairs = {pair for _, rows in groupby(kept, key=attrgetter("disagreement")) for pair in _of_one_outlet(list(rows))}
    found: dict[str, set[str]] = defaultdict(set)
    if pairs:
        asked = {"ids": rows_json({article for pair in pairs for article in pair})}
        says = {row.id: _says_so(row.title, row.text) for row in connection.execute(_TEXTS, asked)}
        for earlier, later in pairs:
            if says.get(later) and not says.get(earlier):
                found[earlier].add(later)
    return found


def _of_one_outlet(kept: Iterable[Any]) -> set[tuple[str, str]]:
    """Pairs of articles (ids) of one outlet that print two values, the second not published before the first."""
    of: dict[str, dict[tuple[str, str], Any]] = defaultdict(dict)
    for one in kept:
        if one.outlet:
            of[one.outlet.casefold()][one.article, one.value] = one
    return {
        (one.article, other.article)
        for printed in of.values()
        for one in printed.values()
        for other in printed.values()
        if one.article != other.article
        and one.value != other.value
        and (one.published is None or other.published is None or one.published <= other.published)
    }


def _says_so(title: str | None, words: str) -> bool:
    return _HEADED.match(title or "") is not None or _HEADED.match(words) is not None or _SAYS_SO.search(words) is not None
