"""What the ledger answers with on what is found between articles: frozen rows, each understood without the others."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.ledger.rows import ArticleRow, Judgement, JudgementRow, StatementRow
from onrecord.vocabulary import ActorType, CopyKind, Days, Disagreement, DisagreementKind, Drift, LinkKind, Place


@dataclass(frozen=True, slots=True)
class Related:
    """What `Ledger.relate` did: how many articles it related, with how many statements; how many copies and links it found."""

    articles: int
    statements: int
    copies: int
    links: int

    def plus(self, more: Related) -> Related:
        """Both together."""
        counts = (self.articles + more.articles, self.statements + more.statements)
        return Related(*counts, self.copies + more.copies, self.links + more.links)


@dataclass(frozen=True, slots=True)
class UtteranceRow:
    """A row of the table "utterances": one act of saying, and who reports it.

    `actor` is the id of the ledger's actor, None where nobody is known. `statements` are ids in the order of publication;
    `reports` and `reprints` the ids of the articles that are independent accounts, and those that are copies of one of them or
    of another copy; `fullest` and `earliest` statement ids; `drift` how the others differ from the fullest. `words` is the
    content of the fullest, `cue` and `source` the words of its cue and its source (None where it has none), `negated` whether
    these say that it was not said.
    """

    id: str
    actor: str | None
    actor_name: str | None
    actor_type: ActorType | None
    said_on: Days
    statements: tuple[str, ...]
    articles: tuple[str, ...]
    reports: tuple[str, ...]
    reprints: tuple[str, ...]
    fullest: str
    earliest: str
    drift: tuple[Drift, ...]
    words: str
    cue: str | None = None
    negated: bool = False
    source: str | None = None


@dataclass(frozen=True, slots=True)
class TellingRow:
    """One report of an utterance: the statement and its article, and whether the article is a report or a reprint.

    `lineage` is the id of the article that stands for all copies of this one; `sentence` the text of the sentences that the
    statement stands in; `drift` how it differs from the fullest.
    """

    row: StatementRow
    reprint: bool
    lineage: str
    sentence: str
    drift: tuple[Drift, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """An article of an outlet that covered the occasion and left out the utterance ("utterance"), or its condition or hedge
    ("condition"). `shown_by` is the id of the statement that shows that it covered the occasion."""

    outlet: str | None
    article: ArticleRow
    left_out: str
    shown_by: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    """Why two statements (ids) are held to report one utterance, by a machine (`by`); `status` is what persons said of it, by
    their last `judgement`."""

    one: str
    other: str
    kind: LinkKind
    score: float
    why: str
    by: str
    status: str
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True)
class UtteranceHistory:
    """All that is known of one utterance.

    `copies` say of which articles, or of which agency's text, the articles of the tellings are copies, by whatever article; those
    too that a person rejected. `disagreements` are what its reports, and the sentences they stand in, cannot both be right about,
    the surest first, without those rejected. `judgements` are those of persons on it: pairs of statements that both stand in it,
    and statements taken out of it or put into it so.
    """

    row: UtteranceRow
    tellings: tuple[TellingRow, ...]
    copies: tuple[CopyRow, ...]
    silence: tuple[Silence, ...]
    disagreements: tuple[DisagreementRow, ...]
    links: tuple[LinkRow, ...]
    judgements: tuple[JudgementRow, ...]


@dataclass(frozen=True, slots=True)
class SideRow:
    """One side of a disagreement: the value, every place that prints it, and the articles (ids) that are its witnesses.

    Of copies only the first is one, and no copy of a text that stands on another side; an outlet is one once. `corrected` are the
    articles that their own outlet corrected later, each with the article that does so and stands on another side: no witnesses.
    """

    value: str
    places: tuple[Place, ...]
    witnesses: tuple[str, ...]
    corrected: tuple[tuple[str, str], ...] = ()

    @property
    def stands(self) -> bool:
        """Whether an article prints the value that its outlet did not take back."""
        return {place.article for place in self.places} > {article for article, _ in self.corrected}


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """A row of the table "disagreements"; `status` is candidate, confirmed or rejected, by the `judgement` of a person.

    The sides with most witnesses come first. `utterances` are the ids of those whose reports disagree, where they do.
    `settled` is whether one outlet alone prints both values and corrects one of them: shown where it is asked for, never listed.
    """

    id: str
    kind: DisagreementKind
    about: str
    sides: tuple[SideRow, ...]
    confidence: float
    status: str
    utterances: tuple[str, ...]
    by: str
    settled: bool = False
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True)
class DisagreementHistory:
    """A disagreement with the articles of its places, by id, whose copies they are, what was found one by one, and the
    judgements on it. `copies` has those too that a person rejected."""

    row: DisagreementRow
    articles: dict[str, ArticleRow]
    copies: tuple[CopyRow, ...]
    found: tuple[Disagreement, ...]
    judgements: tuple[JudgementRow, ...]


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One article is a copy of another, or of an agency's text (`of` is its name then, and `of_article` None)."""

    id: str
    article: ArticleRow
    of: str
    of_article: ArticleRow | None
    kind: CopyKind
    score: float
    shown_by: str
    by: str
    status: str
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Lineage:
    """Articles that are copies of one another, the first published of those that are copies of none first."""

    articles: tuple[ArticleRow, ...]
    copies: tuple[CopyRow, ...]
