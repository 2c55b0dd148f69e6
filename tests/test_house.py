"""The house: who may import whom, and what the documents say of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_no_room_imports_another_and_every_module_has_a_place() -> None:
    done = run(str(Path(sys.executable).parent / "lint-imports"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_reference_is_what_the_code_says() -> None:
    done = run(sys.executable, "docs/generate.py", "--check")
    assert done.returncode == 0, done.stderr


def test_starting_loads_nothing_heavy() -> None:
    heavy = ("onnxruntime", "numpy", "sqlalchemy", "trafilatura", "lxml", "py3langid", "rich", "tokenizers")
    code = f"import sys, onrecord.surfaces.cli; print([name for name in {heavy!r} if name in sys.modules])"
    assert run(sys.executable, "-c", code).stdout.strip() == "[]"


def test_the_room_and_the_function_named_extract_are_both_there() -> None:
    code = "import onrecord; from onrecord.extract import statements; import onrecord.pipeline; print(onrecord.extract.__name__)"
    assert run(sys.executable, "-c", code).stdout.strip() == "extract"


def test_the_truth_of_the_example_story_holds_against_its_files() -> None:
    done = subprocess.run(
        [sys.executable, os.fspath(ROOT / "examples" / "check_truth.py")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
