"""The errors of onrecord: one root; each message says what happened and what to do next.

OnrecordError
├── UsageError      the call or a file given with it is wrong: exit code 2
├── LedgerError     the ledger cannot be opened, read or written
│   └── UnsoundError    a record does not hold, so that the ledger does not keep it
├── ModelError      the model's files are missing or damaged
└── RejectedError   an input that was asked for alone is no article
"""

from __future__ import annotations

from onrecord.vocabulary.articles import Rejection


class OnrecordError(Exception):
    """Root of every error that onrecord raises on purpose."""


class UsageError(OnrecordError):
    """The call, or a file that came with it (settings, meta.csv), is wrong."""


class LedgerError(OnrecordError):
    """The ledger cannot be opened, read or written."""


class UnsoundError(LedgerError):
    """Something in a record does not hold; the ledger keeps nothing of it."""


class ModelError(OnrecordError):
    """The model's files are missing or damaged."""


class RejectedError(OnrecordError):
    """An input that was asked for alone is no article; `rejection` says why and what to do."""

    def __init__(self, rejection: Rejection) -> None:
        super().__init__(f"{rejection.path} was rejected ({rejection.reason}): {rejection.detail}")
        self.rejection = rejection
