"""Copies gathered into lineages: one text, its original, and all that come from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.relate.copies.crediting import is_own
from onrecord.relate.copies.first import original as first_of
from onrecord.vocabulary.relations import Copy, CopyKind, Printed

_REWORDED = (CopyKind.REWRITE, CopyKind.MACHINE_REWRITE)


@dataclass(frozen=True, slots=True)
class Lineage:
    """One text and its copies: `original` is the article that the others come from, None for an agency's text that is not
    there (`wire` names the agency); `copies` has one row for each other article, the one that says most of it.
    """

    original: str | None
    wire: str | None
    copies: tuple[Copy, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of all articles of the lineage, in order of size."""
        return tuple(sorted({copy.article for copy in self.copies} | ({self.original} if self.original else set())))


def lineages(articles: Sequence[Printed], copies: Sequence[Copy]) -> list[Lineage]:
    """The lineages that some copies make of some articles, in order; an article without a copy is in none.

    1. Articles that a chain of copies joins are one lineage; so is a single one that credits an agency.
    2. Its original is the agency where one of its reprints credits it, unless the agency's own text is there; else the article
       that is a copy of none of them; of several such, the first printed, else the fullest.
    3. For each other article the copy with the highest score is kept, one of the original before any other.

    The answer does not depend on the order of what is given; copies that name an article which is not given are left out.
    """
    known = {article.id: article for article in articles}
    rows = sorted({copy for copy in copies if copy.article in known}, key=_key)
    joined = [copy for copy in rows if copy.kind != CopyKind.WIRE and copy.of in known and copy.of != copy.article]
    wires = [copy for copy in rows if copy.kind == CopyKind.WIRE]
    found = []
    for group in _groups({copy.article for copy in rows} | {copy.of for copy in joined}, joined):
        members = [known[one] for one in group]
        mine = [copy for copy in joined if copy.article in group]
        credits = [copy for copy in wires if copy.article in group]
        if mine or credits:
            found.append(_lineage(members, mine, credits))
    return sorted(found, key=lambda lineage: lineage.articles)


def _lineage(members: list[Printed], joined: list[Copy], credits: list[Copy]) -> Lineage:
    agency = _agency(joined, credits)
    own = [article for article in members if agency and is_own(article, agency)]
    if agency and not own:
        return Lineage(None, agency, _best(members, credits, [*joined]))
    copied = {copy.article for copy in joined}
    root = _first(own or [article for article in members if article.id not in copied] or members)
    others = [article for article in members if article is not root]
    return Lineage(root.id, agency, _best(others, [copy for copy in joined if copy.of == root.id], joined))


def _agency(joined: list[Copy], credits: list[Copy]) -> str | None:
    """The agency that most members credit; a reworded text's credit is the rewriter's, and counts only where it stands alone."""
    reworded = {copy.article for copy in joined if copy.kind in _REWORDED}
    named = Counter(copy.of for copy in credits if copy.article not in reworded)
    return min(named, key=lambda agency: (-named[agency], agency)) if named else None


def _first(articles: list[Printed]) -> Printed:
    ordered = sorted(articles, key=lambda article: article.id)
    root = ordered[0]
    for article in ordered[1:]:
        root = first_of(root, article)
    return root


def _best(articles: list[Printed], preferred: list[Copy], others: list[Copy]) -> tuple[Copy, ...]:
    """One row for each article: of those preferred, else of any, the one with the highest score."""
    found = []
    for article in sorted(articles, key=lambda article: article.id):
        rows = [copy for copy in preferred if copy.article == article.id] or [
            copy for copy in others if copy.article == article.id
        ]
        rows = rows or [_turned(copy) for copy in others if copy.of == article.id]
        if rows:
            found.append(min(rows, key=lambda copy: (-copy.score, _key(copy))))
    return tuple(found)


def _turned(copy: Copy) -> Copy:
    """A copy the other way round: the member of a lineage that others come from, where the original is another text."""
    return Copy(copy.of, copy.article, copy.kind, copy.score, copy.shown_by)


def _groups(ids: Iterable[str], joined: Sequence[Copy]) -> list[set[str]]:
    """The sets of articles that chains of copies join."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for copy in joined:
        neighbours[copy.article].add(copy.of)
        neighbours[copy.of].add(copy.article)
    groups: list[set[str]] = []
    seen: set[str] = set()
    for one in sorted(ids):
        if one in seen:
            continue
        group, waiting = set(), [one]
        while waiting:
            article = waiting.pop()
            if article not in group:
                group.add(article)
                waiting.extend(neighbours[article] - group)
        seen |= group
        groups.append(group)
    return groups


def _key(copy: Copy) -> tuple[str, str, str, float, str]:
    return copy.article, copy.of, copy.kind, copy.score, copy.shown_by
