"""Fixtures of the ledger's tests; puts `ledger_builders` beside this file within reach of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.ledger import Ledger

sys.path.insert(0, str(Path(__file__).parent))
from ledger_builders import new_ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with new_ledger(path) as opened:
        yield opened
