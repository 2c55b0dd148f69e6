"""Lineages: the articles that report one utterance as trees, each witness with what is a copy of it, and so on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.ledger import ArticleRow, CopyRow, UtteranceHistory
from onrecord.surfaces.cli import printing
from onrecord.surfaces.days import in_words
from onrecord.vocabulary import CopyKind


@dataclass(slots=True)
class Branch:
    """An article in a lineage: what it is a copy of in words ("" for a witness), and what is a copy of it."""

    article: ArticleRow
    how: str
    below: list[Branch] = field(default_factory=list)


def lineages(found: UtteranceHistory) -> list[Branch]:
    """The articles as trees: each witness with what is a copy of it, and so on."""
    articles: dict[str, ArticleRow] = {one.row.article.id: one.row.article for one in found.tellings}
    made: dict[str, Branch] = {}
    above: dict[str, str] = {}
    for key, article in articles.items():
        nearest = next((copy for copy in copies_of(found, key) if copy.status != "rejected" and copy.of in articles), None)
        if key in found.row.reports:
            nearest = None
        made[key] = Branch(article, f"{printing.copy_of(nearest)}: {in_words(nearest.shown_by)}" if nearest else "")
        if nearest is not None:
            above[key] = nearest.of
    roots = []
    by_lineage: Mapping[str, list[str]] = _witnesses(found)
    for key, branch in made.items():
        parent = above.get(key)
        if parent is None and key in found.row.reprints:  # a copy of what is not here: under the witness of its lineage
            lineage = next(one.lineage for one in found.tellings if one.row.article.id == key)
            parent = next((other for other in by_lineage[lineage] if other != key), None)
            branch.how = branch.how or "a copy of the same text"
        if parent is None or key in _up(above, parent):
            roots.append(branch)
        else:
            above[key] = parent
            made[parent].below.append(branch)
    return sorted(roots, key=lambda one: -_size(one))


def copies_of(found: UtteranceHistory, article: str) -> list[CopyRow]:
    """What an article is a copy of: of several texts of one lineage the one that is nearest to a witness; agencies; and what a
    person rejected."""
    of_it = [copy for copy in found.copies if copy.article.id == article]
    standing = [copy for copy in of_it if copy.status != "rejected" and copy.kind is not CopyKind.WIRE]
    nearest = sorted(standing, key=lambda copy: (copy.of not in found.row.reports, -copy.score, copy.id))[:1]
    return [copy for copy in of_it if copy in nearest or copy not in standing]


def _witnesses(found: UtteranceHistory) -> Mapping[str, list[str]]:
    """The witnesses of each lineage."""
    made: dict[str, list[str]] = defaultdict(list)
    for one in found.tellings:
        if not one.reprint and one.row.article.id not in made[one.lineage]:
            made[one.lineage].append(one.row.article.id)
    return made


def _up(above: Mapping[str, str], key: str) -> Iterator[str]:
    """An article, and what it is a copy of, and so on; once each."""
    seen: set[str] = set()
    at: str | None = key
    while at is not None and at not in seen:
        yield at
        seen.add(at)
        at = above.get(at)


def _size(branch: Branch) -> int:
    return 1 + sum(map(_size, branch.below))
