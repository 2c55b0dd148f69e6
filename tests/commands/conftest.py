"""Runs the command line as a user does, in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

STORY = """Harbour talks stall as Olan digs in

By Mira Tesk

Talks on the harbour ended without a deal on Tuesday, the first break in a month.

“We will not sign a paper that nobody has read,” Premier Ada Olan told reporters in the capital. “Bring us the text.”

Her minister for rivers, Joren Pell, said that the dredging would begin in spring, once the money was there. Pell denied
that the contract had been promised to anyone.

A senior official said the delay was “a matter of days, not of weeks.” The official did not say who had asked for it.
"""


@dataclass
class Done:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict]:
        return [json.loads(line) for line in self.out.splitlines()]


class Desk:
    """A folder and the commands run in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, text: str | bytes = STORY) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def run(self, *words: str, stdin: str | bytes = b"") -> Done:
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        command = [sys.executable, "-m", "onrecord", *words]
        done = subprocess.run(
            command, cwd=self.folder, input=data, capture_output=True, check=False, env=os.environ | {"COLUMNS": "200"}
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
