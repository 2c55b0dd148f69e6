"""What all the tests share: the example story as a ledger, made once; and programs that hear Ctrl-C."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.browser.serving import made


def pytest_configure() -> None:
    """A shell starts what it puts in the background deaf to Ctrl-C, and so what that starts: the tests of Ctrl-C would wait."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def story_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example story with its question, as `onrecord add` and `onrecord question add` make it; copy it before you write."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # that of all the processes of this run
    kept = folder / "veshia.db"
    if not kept.exists():
        made(tmp_path_factory.mktemp("story") / "veshia.db").replace(kept)
    return kept
