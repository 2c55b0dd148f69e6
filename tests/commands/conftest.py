"""Runs the command line as a user does, in a folder of its own."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

# What commands load before they do anything, which takes longer than what most of them do: each is forked from a process that has
# loaded it once, and has done nothing else.
LOADED_FIRST = (
    *("onrecord.surfaces.cli.options", "onrecord.ledger", "alembic.command", "onnxruntime", "py3langid", "pyarrow.parquet"),
    *("pytest", "rich.table", "tokenizers"),
)
_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(list(LOADED_FIRST))

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
        """Run a command in a process of its own, to its end."""
        with TemporaryDirectory() as folder:
            streams = Path(folder)
            (streams / "in").write_bytes(stdin if isinstance(stdin, bytes) else stdin.encode())
            process = _FORKING.Process(target=_command, args=(words, self.folder, streams))
            process.start()
            process.join()
            assert process.exitcode is not None
            return Done(process.exitcode, (streams / "out").read_bytes().decode(), (streams / "err").read_bytes().decode())

    def run_fresh(self, *words: str) -> Done:
        """Run a command in a Python that nothing is loaded in, as a shell does."""
        command = [sys.executable, "-m", "onrecord", *words]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, check=False)
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def copied(self, folder: Path) -> Desk:
        """The same in another folder, to be changed."""
        return Desk(Path(shutil.copytree(self.folder, folder, dirs_exist_ok=True)))


def _command(words: tuple[str, ...], folder: Path, streams: Path) -> None:
    """What the program `onrecord` does, in the process that was made for it."""
    os.chdir(folder)
    os.environ["COLUMNS"] = "200"
    for number, (name, mode) in enumerate((("in", "rb"), ("out", "wb"), ("err", "wb"))):
        with (streams / name).open(mode) as stream:
            os.dup2(stream.fileno(), number)
    sys.stdin = os.fdopen(0, encoding="utf-8")  # multiprocessing gives none
    sys.argv = ["onrecord", *words]
    from onrecord.surfaces.cli import main  # noqa: PLC0415

    main()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
