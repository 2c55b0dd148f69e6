"""What follows from a decision is found after the answer, and where that cannot be, nothing is broken."""

from __future__ import annotations

import asyncio
from pathlib import Path

from ledger_builders import full_record
from starlette.responses import Response

from onrecord.ledger import open_ledger
from onrecord.surfaces.desk.following import followed
from onrecord.surfaces.desk.opened import Opened


def test_a_ledger_that_cannot_be_read_meanwhile_goes_on_waiting(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "story.db") as ledger:
        ledger.add(full_record())
    here = Opened(tmp_path / "story.db")
    (tmp_path / "story.db").write_bytes(b"no ledger any more")
    answer = followed(Response("decided"), here)
    assert answer.background is not None
    asyncio.run(answer.background())
