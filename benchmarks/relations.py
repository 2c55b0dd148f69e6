"""Prints how long a growing ledger takes to relate a new article: `python benchmarks/relations.py [ARTICLES ...]`.

The articles are made up (`made_up.py`), of one long story. What compares is the shipped relater, its encoder replaced by a vector
of hashed words, so that what is printed is the processor's time without it; `--fake` takes the relater of the tests instead. At
each number of articles that is given: the time of one, over the last 200, and the time of all until then, and that over N log N.
"""

from __future__ import annotations

import os

# What is measured is the time of one core: the sums of vectors are not to wait for one another on several.
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import argparse
import cProfile
import math
import pstats
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "unit" / "ledger"))

from made_up import Story
from relation_builders import FakeRelater

from onrecord.identify.who.resolving import resolve
from onrecord.ledger import Ledger, UtteranceQuery, open_ledger
from onrecord.relate import Relater
from onrecord.relate.meaning import WIDTH

# The floor: the median at the last number of articles, in milliseconds of one core.
FLOOR = 200.0
LAST = 200


def main(wanted: Sequence[int], *, fake: bool, profiled: bool) -> float:
    """The median time of the last articles, in milliseconds."""
    story = Story()
    relater = FakeRelater() if fake else Quick()
    profile = cProfile.Profile()
    spent: list[float] = []
    total = 0
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "many.db", resolve=resolve) as ledger:
        while len(spent) < wanted[-1]:
            made = story.article()
            total += len(made.statements)
            ledger.add(made)
            started = time.process_time()
            if profiled and len(spent) > wanted[-1] - LAST:
                profile.enable()
            ledger.relate(relater)
            profile.disable()
            spent.append(time.process_time() - started)
            if len(spent) in wanted:
                _tell(total, spent)
        _ask(ledger, Path(folder) / "many.db")
    if profiled:
        pstats.Stats(profile).sort_stats("tottime").print_stats(45)
    return statistics.median(spent[-LAST:]) * 1000


class Quick(Relater):
    """The shipped relater with hashed words in place of the encoder: nearness of texts that share words, at no cost."""

    def vectors(self, texts: Sequence[str]) -> list[bytes]:
        return [_hashed(one) for one in texts]


@cache
def _of_word(one: str) -> NDArray[np.float64]:
    return np.random.default_rng(crc32(one.encode())).standard_normal(WIDTH)


def _hashed(words: str) -> bytes:
    found = np.zeros(WIDTH)
    for one in words.lower().split():
        found += _of_word(one)
    return bytes(np.round(found / max(np.linalg.norm(found), 1e-9) * 127).astype(np.int8).tobytes())


def _tell(statements: int, spent: Sequence[float]) -> None:
    ordered = sorted(spent[-LAST:])
    median, at_95 = (1000 * ordered[int(len(ordered) * share)] for share in (0.5, 0.95))
    articles, all_of_them = len(spent), sum(spent)
    over = 1000 * all_of_them / (articles * math.log2(max(articles, 2)))
    print(
        f"{articles:6} articles, {statements:7} statements: one takes {median:6.1f} ms of one core in the median, "
        f"{at_95:6.1f} ms at 95 %; all took {all_of_them:7.1f} s, {over:5.2f} ms × N log₂ N",
        flush=True,
    )


def _ask(ledger: Ledger, path: Path) -> None:
    for what, ask in (
        ("utterances with 2 reports", lambda: ledger.count_utterances(UtteranceQuery(reports=2))),
        ("disagreements", ledger.count_disagreements),
        ("copies", lambda: len(ledger.copies())),
    ):
        started = time.perf_counter()
        print(f"{what}: {ask()} in {(time.perf_counter() - started) * 1000:.0f} ms")
    print(f"the file has {path.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="*", default=[1_000, 3_000, 10_000])
    parser.add_argument("--fake", action="store_true", help="the relater of the tests")
    parser.add_argument("--profile", action="store_true", help="where the time of the last ones goes")
    parser.add_argument("--check", action="store_true", help="exit 1 where the floor is missed")
    chosen = parser.parse_args()
    median = main(sorted(chosen.articles), fake=chosen.fake, profiled=chosen.profile)
    print(f"the median at the end: {median:.1f} ms (at most {FLOOR:g}: {'holds' if median <= FLOOR else 'MISSED'})")
    sys.exit(chosen.check and median > FLOOR)
