"""Ledger: the one door to all that is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Literal, overload

from onrecord.ledger.actors import correcting, profiling
from onrecord.ledger.articles import adding, rejecting
from onrecord.ledger.asking import counting, filtering, finding, listing, searching
from onrecord.ledger.proving import verifying
from onrecord.ledger.queries import (
    ActorQuery,
    ArticleQuery,
    DisagreementQuery,
    PositionQuery,
    ShiftQuery,
    StatementQuery,
    UtteranceQuery,
)
from onrecord.ledger.questions.rows import PositionRow, ShiftRow
from onrecord.ledger.relations import asking, descending, judging, recounting, weighing
from onrecord.ledger.relations.rows import (
    CopyRow,
    DisagreementHistory,
    DisagreementRow,
    Lineage,
    Related,
    UtteranceHistory,
    UtteranceRow,
)
from onrecord.ledger.reviewing import correcting as reviewed
from onrecord.ledger.reviewing.reviewing import Reviewing
from onrecord.ledger.rows import (
    ActorHistory,
    ActorRow,
    Added,
    ArticleRow,
    ArticleText,
    Failure,
    Found,
    Judgement,
    JudgementRow,
    MentionRow,
    OutletSeen,
    RejectionRow,
    Sighting,
    StatementRow,
)
from onrecord.ledger.storing.engine import give_way
from onrecord.vocabulary import Actor, Article, Days, Mention, Provenance, Record, Rejection, Relater, UsageError, Verdict

TABLES = ("articles", "statements", "mentions", "actors", "utterances", "disagreements", "positions", "shifts")
TableRow = ArticleText | StatementRow | MentionRow | ActorRow | UtteranceRow | DisagreementRow | PositionRow | ShiftRow


class Ledger(Reviewing):
    """What was said, kept in one file. Made by `open_ledger`; a context manager that closes itself.

    Each addition is one transaction: once `add` has returned, what it added is in the file, whatever happens to the program.
    Each question sees the ledger as it was when it was asked. All methods raise LedgerError where the file cannot be read or
    written. A ledger may be used by several threads, and its file by several programs: many readers, one writer at a time.

    Which actors of several articles are one is asked of the resolver that the ledger was opened with; without one, equal ids are
    one actor. What a person decided (`merge`, `split`, `rename`) applies to all that is added later too.

    What it answers on questions, positions and shifts is in `Following`, what it asks of persons in `Reviewing`.
    """

    # Adding

    def add(self, record: Record) -> Added:
        """What adding the record changed; it is in the file when this returns.

        What its article leaves out and was given before is filled in first (see `completed`).
        Raises LedgerError where something in the record does not hold (a span that is not in the text, an id that is not the
        one its content gives): the ledger keeps nothing that a verification would find fault with.
        """
        adding.refuse_unsound(record)
        return self._written(lambda connection: adding.add_record(connection, record, self._resolve))

    def see(self, article: Article, provenance: Provenance) -> Added | None:
        """What adding the article changed, where it was read before by this provenance; None where it has to be read first.

        Call this before any expensive reading: `ledger.see(article, provenance) or ledger.add(read(article))`. Unlike `knows`
        it adds: where the article was seen, that its metadata were corrected back, that its path no longer stands rejected.
        Again on the same day it writes nothing. What the article leaves out is filled in first (see `completed`).
        """
        if self._read(lambda connection: adding.says_nothing_new(connection, article, provenance)):
            return Added.UNCHANGED
        if not self.knows(self.completed(article), provenance):
            return None
        return self._written(lambda connection: adding.add_known(connection, article, provenance))

    def completed(self, article: Article) -> Article:
        """The article with the outlet, address, title, byline and date that were given of it before and that it leaves out.

        That is what `see` and `add` take it for: leaving something out takes nothing back. Read this one, where it has to be
        read, so that its days are worked out from the date that is known. Changes nothing.
        """
        return self._read(lambda connection: adding.complete(connection, article))

    def knows(self, article: Article, provenance: Provenance) -> bool:
        """Whether a reading of the article, with the metadata it has here, by this provenance is kept; changes nothing."""
        return self._read(lambda connection: adding.knows(connection, article, provenance))

    def reject(self, rejection: Rejection) -> None:
        """Keeps a rejection until its path reads well. The same again is only noted as seen today."""
        self._written(lambda connection: rejecting.reject(connection, rejection))

    # Asking

    def statements(self, query: StatementQuery = StatementQuery()) -> Iterator[StatementRow]:  # noqa: B008
        """The statements that a query means, in its order; see `StatementQuery`."""
        return self._streamed(lambda connection: listing.list_statements(connection, query))

    def count_statements(self, query: StatementQuery = StatementQuery()) -> int:  # noqa: B008
        """How many statements a query means, its limit and offset aside."""
        return self._read(lambda connection: connection.execute(filtering.statement_number(query)).scalar_one())

    def statement_days(self, query: StatementQuery = StatementQuery()) -> Mapping[Days, int]:  # noqa: B008
        """How many statements of a query may have been said on which days, first and last (ISO; None where an end is not known);
        its order, limit and offset aside.
        """
        return self._read(lambda connection: counting.statement_days(connection, query))

    def statement(self, prefix: str) -> StatementRow | None:
        """The statement whose id starts with 4 to 16 hexadecimal digits, None for none; old ones are found too.

        Raises UsageError where that is no such prefix, or fits several ids (which are then listed).
        """
        return self._read(lambda connection: finding.find_statement(connection, prefix))

    def articles(self, query: ArticleQuery = ArticleQuery()) -> Iterator[ArticleRow]:  # noqa: B008
        """The articles that a query means, in its order, with the numbers of their statements; see `ArticleQuery`."""
        return self._streamed(lambda connection: listing.list_articles(connection, query))

    def count_articles(self, query: ArticleQuery = ArticleQuery()) -> int:  # noqa: B008
        """How many articles a query means, its limit and offset aside."""
        return self._read(lambda connection: connection.execute(filtering.article_number(query)).scalar_one())

    def outlets(self) -> list[OutletSeen]:
        """The outlets with the numbers of their articles and statements, those with most articles first; what has no outlet is
        under None.
        """
        return self._read(counting.outlets)

    def published(self) -> Days:
        """The first and the last ISO day on which any article may have been published; None twice where no day is known."""
        return self._read(counting.published)

    def article(self, prefix: str) -> ArticleRow | None:
        """The article whose id starts with 4 to 16 hexadecimal digits, None for none; errors as for `statement`."""
        return self._read(lambda connection: finding.find_article(connection, prefix))

    def record(self, prefix: str) -> Record | None:
        """The record of the article with this id (or prefix) as it was added, as now shown; errors as for `statement`."""
        return self._read(lambda connection: finding.find_record(connection, prefix))

    def mentions(self, article_id: str) -> list[Mention]:
        """Where an article names somebody, in order, each with the actor of the ledger; None where that is nobody it knows."""
        return self._read(lambda connection: listing.mentions_of(connection, article_id))

    def sightings(self, article_id: str) -> list[Sighting]:
        """Every place where an article was seen, with the first and last day, in the order it was met there."""
        return self._read(lambda connection: listing.list_sightings(connection, article_id))

    def rejections(self, *, resolved: bool = False) -> list[RejectionRow]:
        """The rejections that stand; with `resolved`, those too whose path read well since."""
        return self._read(lambda connection: rejecting.list_rejections(connection, resolved=resolved))

    def search(self, words: str, *, limit: int = 20, offset: int = 0, all_versions: bool = False) -> Found:
        """The statements and articles that hold some words, the best first, and how many there are in all.

        Words are found in any inflection ("talks" finds "talked") and without diacritics; all must occur. "a phrase" is found
        as it stands, `-word` excludes, `OR` between two gives the choice. Of a statement its source and content are looked in,
        of an article its title and text. No text is an error; one without a word finds nothing.
        `limit` and `offset` count statements and articles each.
        """
        if limit < 0 or offset < 0:
            raise UsageError("limit and offset are numbers of rows: 0 or more")
        ask = searching.search
        return self._read(lambda connection: ask(connection, words, limit=limit, offset=offset, all_versions=all_versions))

    # Actors

    def actors(self, query: ActorQuery = ActorQuery()) -> Iterator[ActorRow]:  # noqa: B008
        """The actors that a query means, those with most statements first; see `ActorQuery`."""
        return self._streamed(lambda connection: profiling.list_actors(connection, query))

    def cast(self) -> Iterator[Actor]:
        """All actors, by when they were first met, without the names that articles give them: quicker than `actors`."""
        return self._streamed(profiling.list_cast)

    def called(self, *names: str) -> list[Actor]:
        """The actors that go by any of some names, whatever the case and diacritics; without the names seen."""
        return self._read(lambda connection: list(profiling.list_called(connection, names)))

    def count_actors(self, query: ActorQuery = ActorQuery()) -> int:  # noqa: B008
        """How many actors a query means, its limit and offset aside."""
        return self._read(lambda connection: connection.execute(profiling.actor_number(query)).scalar_one())

    def actor_meant(self, who: str) -> Actor:
        """The actor that a person means, without the names that articles give it; `who` and errors as for `actor`, but quick."""
        return self._read(lambda connection: profiling.actor_known(connection, who))

    def actor(self, who: str, *, newest: int | None = None) -> ActorHistory:
        """All that is known of an actor: names, offices, months, judgements. `who` is an id, the beginning of one, or a name.

        With `newest`, so many of the newest articles at most are given, and only what persons judged: quicker where there are
        thousands. Raises UsageError where it is none (the nearest are named then) or may be several (which are then listed).
        """
        return self._read(lambda connection: profiling.history(connection, who, newest))

    def merge(self, actor: str, other: str, *, by: str, why: str | None = None) -> Judgement:
        """Makes two actors one, from now on and for all that is added later; errors as for `actor`."""
        return self._written(lambda connection: correcting.merge(connection, actor, other, by=by, why=why))

    def split(
        self, actor: str, *, names: Sequence[str] = (), articles: Sequence[str] = (), by: str, why: str | None = None
    ) -> Judgement:
        """Makes an actor of its own of those of an actor's readings that use one of these names, or stand in one of these
        articles (ids). Whatever is added later and uses the names belongs to it too. Errors as for `actor`, and where the actor
        has no such name or article, or nothing would be left of it.
        """
        return self._written(lambda connection: correcting.split(connection, actor, names, articles, by=by, why=why))

    def rename(self, actor: str, name: str, *, by: str, why: str | None = None) -> Judgement:
        """Gives an actor the name that it is shown by; errors as for `actor`."""
        return self._written(lambda connection: correcting.rename(connection, actor, name, by=by, why=why))

    def undo(self, judgement: str, *, by: str, why: str | None = None) -> Judgement:
        """Takes back a judgement (its id, or the beginning of it); taking back an undoing lets stand again what it undid.

        Raises UsageError where there is no such judgement, or it is taken back already.
        """
        return self._written(lambda connection: reviewed.undo(connection, judgement, by=by, why=why))

    def judgements(self, *, machine: bool = True) -> Iterator[JudgementRow]:
        """The log of judgements, in order; without `machine`, those of persons alone."""
        return self._streamed(lambda connection: profiling.list_judgements(connection, machine=machine))

    # Relations between articles

    def relate(self, relater: Relater, *, again: bool = False, progress: Callable[[int, int], None] | None = None) -> Related:
        """Finds copies, utterances and disagreements: relates every article that came, changed or went since the last time.

        So is one in which an actor was merged or split, one whose statements a person judged, and one that another version of
        a relater related; with `again` all are. Each article is one transaction, so that what was done stays when the program
        is stopped. `progress` is told how many are done, and of how many.
        """
        from onrecord.ledger.relations import relating  # noqa: PLC0415  (numpy is loaded only where it is needed)

        if again or self._read(lambda connection: relating.has_other_version(connection, relater.version)):
            self._written(lambda connection: relating.queue_all(connection, relater.version, again=again))
        done, total, found = 0, self._read(relating.number_waiting), Related(0, 0, 0, 0)
        # Asked first, so that a ledger in which nothing waits is not written to.
        while self._read(relating.number_waiting):
            step = self._written(lambda connection: relating.relate_next(connection, relater))
            done += 1
            found = found.plus(step)
            if progress is not None:
                progress(done, max(total, done))
            give_way()
        return found

    def waiting(self) -> int:
        """How many articles came, changed or went since they were last related: what is told of relations leaves them out."""
        return self._read(judging.number_waiting)

    def utterances(self, query: UtteranceQuery = UtteranceQuery()) -> Iterator[UtteranceRow]:  # noqa: B008
        """The utterances that a query means, in its order; see `UtteranceQuery`. A statement that stands alone is one too."""
        return self._streamed(lambda connection: asking.list_utterances(connection, query))

    def count_utterances(self, query: UtteranceQuery = UtteranceQuery()) -> int:  # noqa: B008
        """How many utterances a query means, its limit and offset aside."""
        return self._read(lambda connection: connection.execute(asking.utterance_number(query)).scalar_one())

    def utterance(self, prefix: str) -> UtteranceHistory | None:
        """All that is known of an utterance: its reports, how they differ, whose copies they are, who is silent. `prefix` is the
        beginning of its id, or of that of one of its statements; None for none; errors as for `statement`.
        """
        return self._read(lambda connection: recounting.history(connection, prefix))

    def utterances_of(self, statements: Collection[str], *, alone: bool = True) -> Mapping[str, UtteranceRow]:
        """The utterance that each of some statements (ids) tells, by the statement; without `alone` those are left out that no
        other statement tells.
        """
        return self._read(lambda connection: asking.utterances_of(connection, statements, alone=alone))

    def disagreements(self, query: DisagreementQuery = DisagreementQuery()) -> Iterator[DisagreementRow]:  # noqa: B008
        """The disagreements that a query means, the surest first; see `DisagreementQuery`."""
        return self._streamed(lambda connection: weighing.list_disagreements(connection, query))

    def count_disagreements(self, query: DisagreementQuery = DisagreementQuery()) -> int:  # noqa: B008
        """How many disagreements a query means, its limit and offset aside."""
        return self._read(lambda connection: weighing.disagreement_number(connection, query))

    def disagreement(self, prefix: str) -> DisagreementHistory | None:
        """All that is known of the disagreement whose id starts so; None for none; errors as for `statement`."""
        return self._read(lambda connection: weighing.history(connection, prefix))

    def copies(self) -> list[CopyRow]:
        """Every article that was found to be a copy of another, or of an agency's text; those too that persons rejected."""
        return self._read(descending.list_copies)

    def lineages(self) -> list[Lineage]:
        """The articles that are copies of one another, put together."""
        return self._read(descending.list_lineages)

    def judge(self, subject: str, verdict: Verdict, *, other: str | None = None, by: str, why: str | None = None) -> Judgement:
        """Confirms or rejects what was found between articles or on a question, or takes back (UNDO) what was decided last on it.

        `subject` is the id, or the beginning of it, of a disagreement, of a copy, of a position, of a shift, or of a statement:
        to reject a statement takes it out of its utterance; with `other`, another statement, it says of the two whether they
        report one utterance. To undo, it may be the id of a judgement too. What follows for utterances is seen once `relate` has
        run again; what follows from positions for shifts, and for statements alike, once `place` has. `correct_position` puts a
        position right, `judge_statement` and `correct_statement` a statement itself.

        Raises UsageError where there is nothing of this id, or nothing to be decided so.
        """
        return self._written(lambda connection: reviewed.judge(connection, subject, verdict, other=other, by=by, why=why))

    # Exporting and checking

    @overload
    def table(self, name: Literal["articles"], *, all_versions: bool = ...) -> Iterator[ArticleText]: ...
    @overload
    def table(self, name: Literal["statements"], *, all_versions: bool = ...) -> Iterator[StatementRow]: ...
    @overload
    def table(self, name: Literal["mentions"], *, all_versions: bool = ...) -> Iterator[MentionRow]: ...
    @overload
    def table(self, name: Literal["actors"], *, all_versions: bool = ...) -> Iterator[ActorRow]: ...
    @overload
    def table(self, name: Literal["utterances"], *, all_versions: bool = ...) -> Iterator[UtteranceRow]: ...
    @overload
    def table(self, name: Literal["disagreements"], *, all_versions: bool = ...) -> Iterator[DisagreementRow]: ...
    @overload
    def table(self, name: Literal["positions"], *, all_versions: bool = ...) -> Iterator[PositionRow]: ...
    @overload
    def table(self, name: Literal["shifts"], *, all_versions: bool = ...) -> Iterator[ShiftRow]: ...
    @overload
    def table(self, name: str, *, all_versions: bool = ...) -> Iterator[TableRow]: ...

    def table(self, name: str, *, all_versions: bool = False) -> Iterator[TableRow]:
        """The rows of a table of the interchange format, all of them, in the order they were added; actors, utterances,
        disagreements, positions and shifts in the order in which they are listed. Positions and shifts are all that are kept,
        those too that a person rejected, and the statements that are not about a question.

        Raises UsageError for a table that there is not.
        """
        tables: dict[str, Callable[[], Iterator[TableRow]]] = {
            "articles": lambda: self._streamed(lambda connection: listing.list_texts(connection, all_versions=all_versions)),
            "statements": lambda: self.statements(StatementQuery(all_versions=all_versions)),
            "mentions": lambda: self._streamed(lambda connection: listing.list_mentions(connection, all_versions=all_versions)),
            "actors": lambda: self._streamed(
                lambda connection: profiling.list_actors(connection, ActorQuery(), all_versions=all_versions)
            ),
            "utterances": self.utterances,
            "disagreements": lambda: self.disagreements(DisagreementQuery(rejected=True)),
            "positions": lambda: self.positions(PositionQuery(about=False, unsure=True, rejected=True)),
            "shifts": lambda: self.shifts(ShiftQuery(rejected=True)),
        }
        if name in tables:
            return tables[name]()
        raise UsageError(f"there is no table {name!r}: the tables are {', '.join(TABLES)}")

    def records(self, *, all_versions: bool = False) -> Iterator[Record]:
        """The records of all articles as they were added, in that order."""
        return self._streamed(lambda connection: listing.list_records(connection, all_versions=all_versions))

    def verify(self) -> Iterator[Failure]:
        """Everything in the ledger that does not hold; nothing for a sound one. Takes about as long as adding it all did.

        Raises LedgerError where a table, or a column of one, is missing.
        """
        return self._streamed(lambda connection: verifying.verify(connection, self.path))
