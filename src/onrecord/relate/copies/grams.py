"""Runs of words as numbers: the same in any process and on any machine."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

# How many words a run has. Chosen: four find more of a text with each fifth word replaced, and more stock phrases.
GRAM = 5

_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)

Hashes = npt.NDArray[np.uint64]


def grams(words: Sequence[str]) -> Hashes:
    """A 63-bit hash for each run of five words, in the order of the text; none where there are fewer words."""
    if len(words) < GRAM:
        return np.empty(0, np.uint64)
    ids = np.array([zlib.crc32(word.encode()) for word in words], np.uint64)
    found = np.zeros(len(words) - GRAM + 1, np.uint64)
    for place in range(GRAM):
        found = found * _BASE + ids[place : place + len(found)]
    found ^= found >> np.uint64(29)
    found *= _MIX
    found ^= found >> np.uint64(32)
    return found >> np.uint64(1)


def number(words: str) -> int:
    """A 63-bit hash of some words."""
    encoded = words.encode()
    return (zlib.crc32(encoded) << 31) ^ zlib.crc32(encoded, 0x5BD1E995)
