"""The neural model: one network, int8, that reads one window at a time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.detect.weights import DECODER, ENCODER, FOLDER, TOKENIZER
from onrecord.network import Network
from onrecord.vocabulary import ModelError, Role

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Decoder:
    """What decoding needs beside the encoder: the labels, the CRF's scores, the biases of linking, and the labels of names.

    `start` [labels], `step` [labels from, labels to]; `rank` [2, ranks] and `distance` [2, buckets] for source and content;
    `calibration`: for each role offset and slope of a logistic curve from the log-odds of a score to those of being right.
    """

    labels: tuple[str, ...]
    start: Floats
    step: Floats
    rank: Floats
    distance: Floats
    calibration: dict[Role, tuple[float, float]]
    names: tuple[str, ...]


class Encoded(NamedTuple):
    """What the encoder gives for some pieces.

    `labels` [pieces, labels] are scores, `links` [pieces, 2 * width] vectors, `names` [pieces, labels of names] scores.
    """

    labels: Floats
    links: Floats
    names: Floats


class Encoder:
    """The shipped tagger: `encode` reads the pieces of one window.

    Windows are read singly and unpadded: with dynamic int8 that makes the figures the same in every run, whatever else
    is read (padding or another batch would change them in the second decimal).
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        """Load the model of a folder. Raises ModelError where a file is missing or damaged."""
        try:
            self.tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
            self.decoder = _decoder(json.loads((folder / DECODER).read_text("utf-8")))
        except Exception as error:  # the tokenizer raises bare ones
            raise ModelError(f"The model in {folder} cannot be loaded ({error}). Install onrecord again.") from error
        self._network = Network(folder / ENCODER)
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self._cls = self.tokenizer.token_to_id("[CLS]")
        self._sep = self.tokenizer.token_to_id("[SEP]")

    def encode(self, ids: Sequence[int], case: Sequence[int], quote: Sequence[int]) -> Encoded:
        """What the encoder gives for one window of pieces."""
        inputs = {
            "ids": np.array([[self._cls, *ids, self._sep]], dtype=np.int64),
            "case": np.array([[0, *case, 0]], dtype=np.int64),
            "quote": np.array([[0, *quote, 0]], dtype=np.int64),
        }
        return Encoded(*(array[0, 1:-1] for array in self._network.run(["scores", "vectors", "names"], inputs)))


def _decoder(stored: dict[str, Any]) -> Decoder:
    arrays = {name: np.array(stored[name], dtype=np.float32) for name in ("start", "step", "rank", "distance")}
    calibration = {Role(role): (float(offset), float(slope)) for role, (offset, slope) in stored["calibration"].items()}
    labels, names = (tuple(str(label) for label in stored[key]) for key in ("labels", "names"))
    return Decoder(labels, **arrays, calibration=calibration, names=names)
