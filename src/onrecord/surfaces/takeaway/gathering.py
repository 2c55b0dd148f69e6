"""What a dossier of a question tells, gathered from a ledger once: standings, disagreements, articles, counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.ledger import (
    ArticleRow,
    DisagreementHistory,
    Ledger,
    PositionQuery,
    PositionRow,
    QuestionRow,
    ShiftQuery,
    UtteranceQuery,
)
from onrecord.surfaces.headings import Headings
from onrecord.surfaces.namesakes import told_apart
from onrecord.surfaces.timeline import Standing, grouped, standings
from onrecord.vocabulary import Actor

Groups = Sequence[tuple[str | None, Sequence[Standing]]]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known on a question when it was made (an ISO day or time).

    `groups` are the standings under the heading of whom they speak for; `nobody` the positions of which nobody knows who holds
    them; `disagreements` those in which a statement of the dossier stands; `articles` all that it cites, by id. `kept` is how
    many articles and statements the ledger shows, `waiting` how many articles are not related yet; `apart` is what
    tells actors of one name apart, by their ids.
    """

    row: QuestionRow
    made: str
    groups: Groups
    nobody: Sequence[PositionRow]
    disagreements: Sequence[DisagreementHistory]
    articles: Mapping[str, ArticleRow]
    known: Mapping[str, Actor]
    kept: tuple[int, int]
    waiting: int
    apart: Mapping[str, str] = field(default_factory=dict)

    @property
    def standings(self) -> Iterator[Standing]:
        """Where each actor stands, in order."""
        return (one for _, group in self.groups for one in group)

    @property
    def positions(self) -> Iterator[PositionRow]:
        """Every position that the dossier tells of, once."""
        for one in self.standings:
            for point in (*one.points, *one.undated):
                yield from point.reports
            yield from (*one.second_hand, *one.unsure)
        yield from self.nobody


def holders(groups: Groups) -> list[Standing]:
    """Those who take a position themselves, which the chart can draw; of the rest others tell, or nobody can place it."""
    return [one for _, group in groups for one in group if one.points or one.undated]


def gathered(ledger: Ledger, question: QuestionRow, *, made: str) -> Dossier:
    """The dossier of a question, as the ledger knows it now."""
    key = question.question.id
    rows = list(ledger.positions(PositionQuery(question=key, unsure=True)))
    told = {one: row for row in ledger.utterances(UtteranceQuery(statements=2)) for one in row.statements}
    made_of = standings(rows, ledger.shifts(ShiftQuery(question=key)), told)
    known = {row.actor.id: row.actor for row in ledger.actors()}
    statements = {row.row.statement.id for row in rows}
    disputed = [
        found
        for row in ledger.disagreements()
        if any(place.statement in statements for side in row.sides for place in side.places)
        and (found := ledger.disagreement(row.id)) is not None
    ]
    articles = {row.row.article.id: row.row.article for row in rows}
    for found in disputed:
        articles |= found.articles
    return Dossier(
        question,
        made,
        grouped(made_of, Headings(known.values()), known),
        [row for row in rows if row.actor is None],
        disputed,
        articles,
        known,
        (ledger.count_articles(), ledger.count_statements()),
        ledger.waiting(),
        told_apart((known[one.actor] for one in made_of if one.actor in known), ledger),
    )
