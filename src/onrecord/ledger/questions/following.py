"""Following: what a ledger answers on questions. The methods of `Ledger` on questions, positions and shifts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from onrecord.ledger.door import Door
from onrecord.ledger.queries import PositionQuery, ShiftQuery
from onrecord.ledger.questions import correcting, keeping, listing, moving, placing, shifting
from onrecord.ledger.questions.placing import Portion
from onrecord.ledger.questions.rows import Asking, Placed, PositionRow, QuestionRow, ShiftRow
from onrecord.ledger.rows import Judgement
from onrecord.ledger.storing.engine import give_way
from onrecord.vocabulary import Days, Placer, Position, Question, Reading


class Following(Door):
    """The part of a ledger that keeps questions, and what is found on them."""

    def add_question(self, question: Question, text: str) -> Asking:
        """What adding a question changed; `text` is that of the file that it was read from, kept as it is.

        The same id with another question or text is asked instead from now on: the former one is kept as a version, and all
        positions on it are found anew when `place` runs next. Until then they are those that the former text gave.
        """
        if self._read(lambda connection: keeping.is_asked(connection, question, text)):
            return Asking.UNCHANGED
        return self._written(lambda connection: keeping.add(connection, question, text))

    def remove_question(self, question: str) -> None:
        """Takes away a question (its id) with its positions and shifts; what persons judged stays in the log, and counts again
        where the question is added again. Raises UsageError where there is none of this id.
        """
        self._written(lambda connection: keeping.remove(connection, question))

    def question(self, question: str) -> QuestionRow | None:
        """The question with an id, as it is asked now; None for none."""
        return next((row for row in self.questions() if row.question.id == question), None)

    def questions(self) -> list[QuestionRow]:
        """The questions that are followed, in the order in which they were first added."""
        return self._read(keeping.list_questions)

    def place(self, placer: Placer, *, again: bool = False, progress: Callable[[int, int], None] | None = None) -> Placed:
        """Finds the position of each statement on each question, and then the shifts of each actor whose positions changed.

        Call it after `relate`, and whenever a question was added: the statements of related articles are placed that were not
        yet, or by another version of a placer, by another text of the question, or before a person confirmed or corrected a
        position on it; with `again` all of them. What a person said of a statement stands whatever is found. Some articles are
        one transaction, and so are some actors, so that what was done stays when the program is stopped. `progress` is told how
        many articles are done, each once for every question, and of how many. A ledger with no question is not written to.
        """
        if again:
            self._written(placing.queue_all)
        done, total, found = (
            0,
            self._read(lambda connection: placing.number_waiting(connection, placer.version)),
            Placed(0, 0, 0, 0),
        )
        while (portion := self._read(lambda connection: placing.next_portion(connection, placer))) is not None:
            if (step := self._place(portion, placer)) is None:
                continue
            done, found = done + len(portion.article_rows), found.plus(step)
            if progress is not None:
                progress(done, max(total, done))
            give_way()
        while self._read(shifting.waits):
            found = found.plus(self._written(lambda connection: shifting.shift_next(connection, placer)))
            give_way()
        return found.plus(Placed(self._read(keeping.number_asked), 0, 0, 0))

    def _place(self, portion: Portion, placer: Placer) -> Placed | None:
        taken = portion.take(placer)
        return self._written(lambda connection: placing.put(connection, placer, portion, taken))

    def unplaced(self) -> int:
        """How many articles were not placed yet on a question, each counted once for every question: what is told of positions
        leaves them out. Those that still wait to be related (`waiting`) are not counted.
        """
        return self._read(lambda connection: placing.number_waiting(connection, None))

    def positions(self, query: PositionQuery = PositionQuery()) -> Iterator[PositionRow]:  # noqa: B008
        """The positions that a query means, in its order; see `PositionQuery`."""
        return self._streamed(lambda connection: listing.list_positions(connection, query))

    def count_positions(self, query: PositionQuery = PositionQuery()) -> int:  # noqa: B008
        """How many positions a query means, its limit and offset aside."""
        return self._read(lambda connection: connection.execute(listing.position_number(query)).scalar_one())

    def position_days(self, query: PositionQuery = PositionQuery()) -> Mapping[tuple[Days, Position | None], int]:  # noqa: B008
        """How many positions of a query were taken on which days, first and last (ISO; None where an end is not known); its
        order, limit and offset aside.
        """
        return self._read(lambda connection: listing.position_days(connection, query))

    def position(self, prefix: str) -> PositionRow | None:
        """The position whose id starts so, None for none; rejected ones are found too; errors as for `statement`."""
        return self._read(lambda connection: listing.find_position(connection, prefix))

    def shifts(self, query: ShiftQuery = ShiftQuery(), *, known: Iterable[PositionRow] = ()) -> Iterator[ShiftRow]:  # noqa: B008
        """The shifts that a query means, by day; see `ShiftQuery`. One of whose positions a person rejected is none any more.

        Positions that are `known`, since they were just listed, are not read again.
        """
        return self._streamed(lambda connection: moving.list_shifts(connection, query, known))

    def count_shifts(self, query: ShiftQuery = ShiftQuery()) -> int:  # noqa: B008
        """How many shifts a query means, its limit and offset aside."""
        return self._read(lambda connection: moving.shift_number(connection, query))

    def shift(self, prefix: str) -> ShiftRow | None:
        """The shift whose id starts so, None for none; rejected ones are found too; errors as for `statement`."""
        return self._read(lambda connection: moving.find_shift(connection, prefix))

    def correct_position(
        self, position: str, reading: Reading | None, right: Position, *, by: str, why: str | None = None
    ) -> Judgement:
        """Puts a position (its id, or the beginning of it) right: the statement takes the position `right` on this reading.

        The position that was found is rejected then, and the right one, which has an id of its own, is corrected: both from now
        on. `reading` is None with NOT_ABOUT, and only then. `judge` with UNDO on either id takes it back. What follows for
        shifts, and for statements alike, is seen once `place` has run again. Raises UsageError where there is no such position,
        or it is right already.
        """
        return self._written(lambda connection: correcting.correct(connection, position, (reading, right), by=by, why=why))
