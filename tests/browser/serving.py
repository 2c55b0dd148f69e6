"""A desk on a copy of the example story, served as a reader serves it; for the tests and for the pictures of the pages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
STORY = ROOT / "examples" / "veshia"
ONRECORD = (sys.executable, "-m", "onrecord")


def made(path: Path) -> Path:
    """The example story as a ledger at the path, with its question followed."""
    for words in (["add", str(STORY), "--jobs", "1"], ["question", "add", str(STORY / "question.toml")]):
        done = subprocess.run([*ONRECORD, *words, "--ledger", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode in (0, 3), done.stderr  # 3: something was rejected, as the story means it to be
    return path


@contextmanager
def served(path: Path, *options: str) -> Iterator[str]:
    """The address of a desk on the ledger, on a port that is free; it is closed at the end."""
    words = [*ONRECORD, "serve", "--no-browser", "--port", "0", "--ledger", str(path), *options]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as desk:
        assert desk.stdout is not None
        try:
            address = desk.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:"), f"no desk was opened: {address!r}"
            yield address.rstrip("/")
        finally:
            desk.terminate()
            desk.wait(10)
