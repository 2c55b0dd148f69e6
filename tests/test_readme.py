"""What the README shows runs as it is shown."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples" / "veshia", tmp_path / "examples" / "veshia")
    return tmp_path


def test_the_python_example_prints_statements_and_keeps_them(desk: Path) -> None:
    (code,) = blocks("python")
    done = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    *said, kept = done.stdout.splitlines()
    assert len(said) == 3 and all(" | " in line for line in said)
    assert re.fullmatch(r"\d+ statements on record", kept)


def test_every_command_shown_succeeds(desk: Path) -> None:
    (script,) = blocks("sh")
    shown = [line.split("  #")[0].strip() for line in script.splitlines() if line.startswith("onrecord ")]
    assert len(shown) >= 7
    for line in shown:
        command = line.replace("onrecord", f"{sys.executable} -m onrecord", 1)
        done = subprocess.run(command, shell=True, cwd=desk, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        if "-o " not in line:
            assert done.stdout, line
    assert (desk / "statements.csv").read_text("utf-8").startswith("id,kind,speaker_name")
