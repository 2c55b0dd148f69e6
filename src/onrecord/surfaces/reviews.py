"""Rows of what persons are asked, with the field names of the interchange format, for JSON Lines."""

from __future__ import annotations

from onrecord.ledger import CheckItem, CheckRow, ErrorRate, PartRate, ReviewItem
from onrecord.surfaces.rows import Row, statement_row


def review_row(item: ReviewItem) -> Row:
    """Something that a person should look at."""
    return {
        "kind": item.kind,
        "subject": item.subject,
        "other": item.other,
        "statement": item.statement,
        "question": item.question,
        "confidence": item.confidence,
        "score": item.score,
        "why": item.why,
    }


def check_row(check: CheckRow) -> Row:
    """A sample that was drawn to be checked."""
    return {
        "id": check.id,
        "size": check.size,
        "seed": check.seed,
        "by": check.by,
        "at": check.at,
        "drawn_from": check.drawn_from,
        "answered": check.answered,
    }


def item_row(item: CheckItem) -> Row:
    """A statement of a sample."""
    return {"check": check_row(item.check), "number": item.number, "statement": statement_row(item.row)}


def rate_row(rate: ErrorRate) -> Row:
    """How often the ledger is wrong."""
    return {
        "check": check_row(rate.check),
        "checked": rate.checked,
        "whole": _part_row(rate.whole),
        "parts": [_part_row(one) for one in rate.parts],
        "under_way": check_row(rate.under_way) if rate.under_way else None,
    }


def _part_row(one: PartRate) -> Row:
    return {
        "part": one.part,
        "wrong": one.wrong,
        "checked": one.checked,
        "rate": one.rate,
        "low": round(one.low, 4),
        "high": round(one.high, 4),
    }
