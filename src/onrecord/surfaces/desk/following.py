"""Following: what a decision leads to between articles and on questions, found anew after the answer was sent."""

from __future__ import annotations

from contextlib import suppress

from starlette.background import BackgroundTask
from starlette.responses import Response

from onrecord.ledger import Ledger
from onrecord.surfaces.desk.opened import Opened
from onrecord.vocabulary import LedgerError

# A position that a person confirms is an example for all articles of its question. So many at most are placed again by the desk
# itself, some seconds to a minute of work; more wait for `onrecord relate`, as the pages say. Chosen, not measured.
_AT_ONCE = 200


def followed(answer: Response, here: Opened) -> Response:
    """The answer, after which the articles that wait are related, and their statements placed."""
    answer.background = BackgroundTask(_follow, here)
    return answer


def _follow(here: Opened) -> None:
    # Where another program holds the file they go on waiting, which the review says, and the next decision tries again.
    with suppress(LedgerError):
        here.follow(_find)


def _find(ledger: Ledger) -> None:
    from onrecord.relate import Relater  # noqa: PLC0415  numpy is slow to import
    from onrecord.relate.placer import Placer  # noqa: PLC0415

    if ledger.waiting():
        ledger.relate(Relater())
    if 0 < ledger.unplaced() <= _AT_ONCE:
        ledger.place(Placer())
