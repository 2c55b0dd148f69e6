"""The meaning of a text as a vector, and how near two meanings are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.network import Network
from onrecord.vocabulary import ModelError

FOLDER = Path(__file__).parent / "model"
NETWORK = "meaning.onnx"
TOKENIZER = "tokenizer.json"

WIDTH = 384
# Pieces of a text that are read, about 90 words; what stands behind them is left out.
LIMIT = 128


class Meaning:
    """The shipped sentence encoder: `vectors` gives the meanings of texts, each the same whatever else is asked.

    Texts are read singly: with dynamic int8, a batch would change the figures of each text in it. The files are loaded when the
    first vector is asked for.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder

    def vectors(self, texts: Sequence[str]) -> list[bytes]:
        """For each text 384 numbers of eight bits with a sign: a vector of length one, times 127, rounded.

        Raises ModelError where a file of the model is missing or damaged.
        """
        known = {text: self._vector(text) for text in dict.fromkeys(texts)}
        return [known[text] for text in texts]

    def _vector(self, text: str) -> bytes:
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        (vector,) = self._network.run(["vector"], {"ids": ids})
        numbers: NDArray[np.int8] = np.rint(vector[0] * 127).astype(np.int8)
        return numbers.tobytes()

    @cached_property
    def _network(self) -> Network:
        return Network(self._folder / NETWORK)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = load_tokenizer(self._folder / TOKENIZER)
        tokenizer.enable_truncation(LIMIT)
        return tokenizer


def load_tokenizer(path: Path) -> Tokenizer:
    """A tokenizer that neither cuts nor pads. Raises ModelError where its file is missing or damaged."""
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # the tokenizer raises bare ones
        raise ModelError(f"The model's file {path} cannot be loaded ({error}). Install onrecord again.") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def nearness(one: bytes, other: bytes) -> float:
    """How near two meanings are: their cosine, 1 for the same, about 0 for strangers; 0 where one is empty, not known."""
    return float(nearest(one, [other])[0])


def nearest(one: bytes, many: Sequence[bytes]) -> NDArray[np.float64]:
    """The nearness of one meaning to each of many, in their order."""
    mine, theirs = _numbers([one])[0], _numbers(many)
    # Whole numbers below 2 to the power of 24: exact in float32, in whatever order they are added.
    products = (theirs @ mine).astype(np.float64)
    lengths = np.sqrt((theirs * theirs).sum(axis=1).astype(np.float64) * float(mine @ mine))
    near: NDArray[np.float64] = products / np.maximum(lengths, 1)
    return near


def _numbers(vectors: Sequence[bytes]) -> NDArray[np.float32]:
    joined = b"".join(vector or bytes(WIDTH) for vector in vectors)
    return np.frombuffer(joined, dtype=np.int8).reshape(len(vectors), WIDTH).astype(np.float32)
