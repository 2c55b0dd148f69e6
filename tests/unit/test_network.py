"""network: opening the networks that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.network import Network
from onrecord.vocabulary import ModelError


def test_a_missing_file_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"none\.onnx.*Install onrecord again"):
        Network(tmp_path / "none.onnx")


def test_a_file_that_is_no_network_is_an_error_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "words.onnx"
    path.write_bytes(b"not a network")
    with pytest.raises(ModelError, match=r"words\.onnx"):
        Network(path)
