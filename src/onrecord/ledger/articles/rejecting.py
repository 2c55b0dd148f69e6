"""Inputs that are no articles: kept with their reasons until they read well."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, insert, select, update

from onrecord.ledger.rows import RejectionRow
from onrecord.ledger.storing import clock
from onrecord.ledger.storing.schema import rejections
from onrecord.vocabulary import Rejection, RejectionReason

_STANDING = rejections.c.resolved.is_(None)
# Done for every article, so made once (see `placing`).
_RESOLVE = update(rejections).where(rejections.c.path == bindparam("at"), _STANDING).values(resolved=bindparam("today"))


def reject(connection: Connection, rejection: Rejection) -> None:
    """Keeps a rejection; one that stands already is only noted as seen today, one for another reason is resolved by it."""
    today = clock.today()
    standing = connection.execute(select(rejections).where(rejections.c.path == rejection.path, _STANDING)).first()
    if standing is not None and standing.reason == rejection.reason.value:
        connection.execute(update(rejections).where(rejections.c.row == standing.row).values(last_seen=today))
        return
    resolve(connection, rejection.path)
    row = {"path": rejection.path, "reason": rejection.reason.value, "detail": rejection.detail}
    connection.execute(insert(rejections), {**row, "first_seen": today, "last_seen": today})


def is_rejected(connection: Connection, path: str) -> bool:
    """Whether the last that is known of a path is that it was rejected."""
    return connection.execute(select(rejections.c.row).where(rejections.c.path == path, _STANDING)).first() is not None


def resolve(connection: Connection, path: str | None) -> None:
    """Notes that a path no longer stands rejected for the reason that is kept."""
    if path is not None:
        connection.execute(_RESOLVE, {"at": path, "today": clock.today()})


def list_rejections(connection: Connection, *, resolved: bool) -> list[RejectionRow]:
    """The rejections in the order they were met; those that stand, or with `resolved` all."""
    asked = select(rejections).order_by(rejections.c.row)
    return [
        RejectionRow(Rejection(row.path, RejectionReason(row.reason), row.detail), row.first_seen, row.last_seen, row.resolved)
        for row in connection.execute(asked if resolved else asked.where(_STANDING))
    ]
