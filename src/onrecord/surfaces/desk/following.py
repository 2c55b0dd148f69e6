"""Following: what a decision leads to between articles and on questions, found anew after the answer was sent."""

from __future__ import annotations

from contextlib import suppress

from starlette.background import BackgroundTask
from starlette.responses import Response

from onrecord.surfaces.desk.opened import Opened
from onrecord.vocabulary import LedgerError


def followed(answer: Response, here: Opened) -> Response:
    """The answer, after which the articles that wait are related, and their statements placed."""
    answer.background = BackgroundTask(_follow, here)
    return answer


def _follow(here: Opened) -> None:
    # Where another program holds the file they go on waiting, which the review says, and the next decision tries again.
    with suppress(LedgerError), here.following():
        if here.ledger.waiting() or here.ledger.unplaced():
            _find(here)


def _find(here: Opened) -> None:
    from onrecord.relate import Relater  # noqa: PLC0415  numpy is slow to import
    from onrecord.relate.placer import Placer  # noqa: PLC0415

    with here.writing() as ledger:
        ledger.relate(Relater())
        if ledger.questions():
            ledger.place(Placer())
