"""Reviewing: what a ledger asks of persons and keeps of their answers. The methods of `Ledger` for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Unpack

from onrecord.ledger.queries import ReviewQuery
from onrecord.ledger.questions.following import Following
from onrecord.ledger.reviewing import carrying, checking, correcting, echoing, estimating, overtaking, queueing
from onrecord.ledger.reviewing.rows import (
    CheckItem,
    CheckRow,
    Correction,
    ErrorRate,
    LeftBehind,
    Part,
    ReviewItem,
    StatementHistory,
)
from onrecord.ledger.rows import Judgement, JudgementRow, StatementRow
from onrecord.vocabulary import Verdict


class Reviewing(Following):
    """The part of a ledger that persons put right, and that says how often it is wrong."""

    # Statements

    def judge_statement(self, statement: str, verdict: Verdict, *, by: str, why: str | None = None) -> Judgement:
        """Confirms a statement (its id, or the beginning of it), rejects it (it is no statement), or takes back what was said of
        it last.

        A rejected one is left out of lists and counts from now on. What follows between articles and for positions is seen once
        `relate`, and then `place`, have run again. Holds for every later reading of the article that finds the same statement.
        Raises UsageError where there is none of this id, or nothing to take back.
        """
        return self._written(lambda connection: correcting.judge_statement(connection, statement, verdict, by=by, why=why))

    def correct_statement(self, statement: str, *, by: str, why: str | None = None, **right: Unpack[Correction]) -> Judgement:
        """Puts a statement right: its `speaker`, `kind`, `said_on`, `content`, `source`, `cue`; give only what was read wrong.

        What is right is shown from now on, in all lists, searches, counts and positions; what was read stays kept (see
        `statement_history`), and its id stays. What follows is seen, and later readings are treated, as `judge_statement` says.
        A `NewActor` is made by the judgement, is an actor like others, and is gone again where that is taken back.
        Of several corrections the last that stands counts, part by part. Raises UsageError where there is no such statement or
        actor, a range is not in the text of the article, or the statement says just this already.
        """
        return self._written(lambda connection: correcting.correct_statement(connection, statement, right, by=by, why=why))

    def statement_history(self, statement: str) -> StatementHistory | None:
        """A statement as it is shown and as it was read, with the judgements on it; None for none; errors as for `statement`."""
        return self._read(lambda connection: correcting.history(connection, statement))

    def left_behind(self, article: str) -> list[LeftBehind]:
        """The decisions of persons on former versions of an article (its id) that do not stand on it, by version, last one first.

        When a version supersedes another, what persons decided on a statement is carried over to the statement of the same words,
        as a judgement of its own. It stays behind where there is none, or several, where speaker, kind or day of what was
        confirmed are read otherwise now, or where words that were put right are not in the new text.
        """
        return self._read(lambda connection: carrying.left_behind(connection, article))

    def echoes(self, statement: str) -> list[StatementRow]:
        """The other statements that tell the same as one (its id, or the beginning of it), by day of publication: those of its
        utterance, and those in nearly its words, in copies of its article and elsewhere. What is wrong of it may be so of them.

        Ask before putting it right: what follows for its utterance is seen once `relate` has run again.
        """
        return self._read(lambda connection: echoing.echoes(connection, correcting.statement_meant(connection, statement)))

    def newest_judgement(self) -> str | None:
        """The id of the last judgement of the log, for `judged_since`; None where there is none."""
        return self._read(overtaking.newest)

    def judged_at(self, statements: Collection[str]) -> Mapping[str, str]:
        """When a person said something of each of some statements (ids) last, also by taking something back (UTC); those of which
        nobody did are left out."""
        return self._read(lambda connection: overtaking.judged_at(connection, statements))

    def judged_since(self, seen: str | None, kind: str, *ids: str) -> list[JudgementRow]:
        """What persons decided after the judgement with an id (`newest_judgement`; None: ever) on a thing, in order.

        It is told by the kind of the judgements on it ("statement", "position", "shift", "disagreement", "copy", "actor",
        "check") and its id; of whether statements report one utterance ("utterance") by the ids of all that are meant. One that
        takes a decision back says what that was.
        """
        return self._read(lambda connection: list(overtaking.judged_since(connection, seen, kind, ids)))

    def kind_of(self, subject: str) -> str:
        """What an id, or the beginning of one, that may be judged is of: a statement, position, shift, disagreement, copy or
        judgement. Raises UsageError where it is of none of these, or may be of several.
        """
        return self._read(lambda connection: correcting.kind_of(connection, subject))

    # What to look at next

    def review(self, query: ReviewQuery = ReviewQuery()) -> list[ReviewItem]:  # noqa: B008
        """What a person should look at next: the least sure and most used first; see `ReviewQuery`.

        Statements that are read with little confidence or whose speaker is not known; positions that are not sure, or that a
        shift rests on; shifts and disagreements that are candidates; links of statements to one utterance that are not sure.
        What a person judged is not asked again.
        """
        return self._read(lambda connection: list(queueing.review(connection, query)))

    def count_review(self, query: ReviewQuery = ReviewQuery()) -> int:  # noqa: B008
        """How many things a query means, its limit and offset aside."""
        return self._read(lambda connection: queueing.review_number(connection, query))

    # Double check

    def start_check(self, size: int, *, by: str, seed: int | None = None) -> CheckRow:
        """Draws a sample of the statements that are shown, to be checked one by one; the former sample stays kept, and tells the
        error rate until the new one is finished. One that is not finished is ended.

        The same seed draws the same statements of the same ledger; without one it is drawn by chance, and kept. A sample larger
        than the ledger is all of it. Raises UsageError where there is nothing to draw from.
        """
        name = correcting.named(by)
        return self._written(lambda connection: checking.start_check(connection, size, seed, by=name))

    def check(self) -> CheckRow | None:
        """The sample that was drawn last, with how many of its statements were checked; None where none was drawn."""
        return self._read(checking.present_check)

    def next_check(self) -> CheckItem | None:
        """The next statement of the present sample that was not checked; None where all were, or there is no sample."""
        return self._read(checking.next_check)

    def answer_check(self, statement: str, wrong: Collection[Part] = (), *, by: str, why: str | None = None) -> Judgement:
        """Keeps what is wrong of a statement of the present sample (its id, or the beginning of it); nothing where it is right.

        Of several answers on one statement the last counts; `undo` takes one back. An answer puts nothing right: that is for
        `correct_statement` and `judge_statement`. Raises UsageError where the statement is none of the sample, or something is
        said to be wrong of what is no statement.
        """
        name = correcting.named(by)
        return self._written(lambda connection: checking.answer_check(connection, statement, wrong, by=name, why=why))

    def error_rate(self) -> ErrorRate | None:
        """How often the statements of the ledger are wrong, by the answers on the last sample that is finished; on the present
        one where none is. None where none was drawn."""
        return self._read(estimating.error_rate)
