"""Runs the neural networks that ship: the one file that knows the ONNX runtime."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import onnxruntime as ort
from numpy.typing import NDArray

from onrecord.vocabulary import ModelError


class Network:
    """An ONNX file, opened: on the CPU, on one thread, so that as many processes as there are cores can each run one."""

    def __init__(self, path: Path) -> None:
        """Open a file. Raises ModelError where it is missing or damaged."""
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # The kernel of the fused operator is eight times slower than the two that it replaces (see training/export.py).
        disabled = ["SkipLayerNormFusion"]
        try:
            self._session = ort.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=disabled
            )
        except Exception as error:  # the runtime's own exceptions have no common root
            raise ModelError(f"The model {path} cannot be loaded ({error}). Install onrecord again.") from error

    def run(self, outputs: Sequence[str], inputs: Mapping[str, NDArray[Any]]) -> list[NDArray[Any]]:
        """The outputs of these names, in order, for inputs by name."""
        return list(self._session.run(list(outputs), dict(inputs)))
