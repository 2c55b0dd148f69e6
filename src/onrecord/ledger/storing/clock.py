"""The time, in UTC, as the ledger writes it down."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """This second, in ISO 8601: "2031-05-04T09:30:00+00:00"."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def today() -> str:
    """This day, in ISO 8601: "2031-05-04"."""
    return now()[:10]
