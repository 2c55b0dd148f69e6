"""How near the meanings of texts are, by their vectors of int8."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

# What is further from a statement than this is not compared with it, however many statements the speaker made in those days.
# Below what any two reports of one act have, so that it only saves time.
TELLINGS_NEAR = 0.2
FACTS_NEAR = 0.4
# As many are compared at most: far more than the reports of one act, or the tellings of one fact, that are found in practice.
MOST_TELLINGS, MOST_FACTS = 300, 40

Numbers = npt.NDArray[np.float32]


def nearness(ones: Sequence[bytes], others: Sequence[bytes]) -> Numbers:
    """The cosines of all pairs, as a matrix; 1 where one of the two has no vector, or one of another length."""
    length = max((len(vector) for vector in (*ones, *others)), default=0)
    if not length or not ones or not others:
        return np.ones((len(ones), len(others)), dtype=np.float32)
    first, second = _numbers(ones, length), _numbers(others, length)
    sizes, others_sizes = (np.sqrt(np.einsum("ij,ij->i", one, one)) for one in (first, second))
    # Whole numbers below 2 to the power of 24 until they are divided: the same in whatever order they are added.
    found: Numbers = first @ second.T
    found /= np.maximum(sizes, 1e-9)[:, None]
    found /= np.maximum(others_sizes, 1e-9)[None, :]
    found[sizes == 0, :] = 1
    found[:, others_sizes == 0] = 1
    return found


def near_enough(near: Numbers, least: float, most: int, tie: Sequence[object]) -> list[int]:
    """The places in a row of cosines that are worth comparing: those at least so near, the nearest of them."""
    kept = [int(place) for place in np.flatnonzero(near >= least)]
    if len(kept) > most:
        kept = sorted(kept, key=lambda place: (-float(near[place]), str(tie[place])))[:most]
    return kept


def _numbers(vectors: Sequence[bytes], length: int) -> Numbers:
    filled = b"".join(vector if len(vector) == length else bytes(length) for vector in vectors)
    return np.frombuffer(filled, dtype=np.int8).reshape(len(vectors), length).astype(np.float32)
