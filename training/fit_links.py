"""Fits the weights of `relate/utterances/likelihood.py`: how likely two statements in other words are one utterance.

    python training/fit_links.py STORY… [--held-out]

A story is a folder of articles with its truth (`benchmarks/story_quality.py` reads them). Of each, all pairs of statements that
were read, could be one by actor, day and place, and share a word are taken; a logistic regression with a small ridge is fitted to
whether the truth holds them to be one utterance. With `--held-out` each story is judged by weights fitted on the others, and
what would be joined rightly and wrongly is printed for several thresholds; else the weights of all.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.relate.utterances.likelihood import Features
from onrecord.relate.utterances.linking import compared, links, shown_by
from onrecord.relate.utterances.voices import Voice

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from story_quality import Story, load, tellings

THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)
# The weight of the ridge, on features of variance one: chosen among 0.3, 1, 3 and 10 (3) by the stories held out.
RIDGE = 3.0
Numbers = NDArray[np.float64]


class Pairs:
    """The pairs of a story: what they show, whether they are one, whether both speakers are known, whether they are linked."""

    def __init__(self, folder: Path) -> None:
        self.name = folder.name
        rows = list(_pairs(load(folder)))
        self.shown: Numbers = np.array([astuple(shown) for shown, *_ in rows])
        self.same, self.known, self.linked = (np.array([row[at] for row in rows], bool) for at in (1, 2, 3))


def _pairs(story: Story) -> Iterator[tuple[Features, bool, bool, bool]]:
    told = tellings(story, story.read)
    for number, one in enumerate(told):
        for other in told[:number]:
            names = frozenset((story.read[one.id], story.read[other.id]))
            pair = compared(one, other) if names not in story.open else None
            if pair is None or pair.who is Voice.TWO or (pair.one_article and pair.both_direct):
                continue  # never joined by meaning
            yield shown_by(pair), names in story.wanted, pair.who is Voice.ONE, bool(links(one, [other]))


def fitted(shown: Numbers, same: NDArray[np.bool_]) -> tuple[float, Numbers]:
    """Bias and weights of the logistic regression with a ridge, by Newton's method (iteratively reweighted least squares)."""
    mean, spread = shown.mean(0), shown.std(0) + 1e-9
    columns = np.hstack([np.ones((len(shown), 1)), (shown - mean) / spread])
    ridge = np.diag([0.0, *[RIDGE] * shown.shape[1]])
    found = np.zeros(columns.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-columns @ found))
        slope = columns.T @ (same - likely) - ridge @ found
        curve = (columns * (likely * (1 - likely))[:, None]).T @ columns + ridge
        step = np.linalg.solve(curve, slope)
        found += step
        if np.abs(step).max() < 1e-8:
            break
    weights = found[1:] / spread
    return float(found[0] - weights @ mean), weights


def main(folders: list[Path], *, held_out: bool) -> None:
    stories = [Pairs(folder) for folder in folders]
    for story in stories if held_out else ():
        others = [one for one in stories if one is not story]
        bias, weights = fitted(np.vstack([one.shown for one in others]), np.concatenate([one.same for one in others]))
        likely = 1 / (1 + np.exp(-(bias + story.shown @ weights)))
        for what, among in (("known", story.known), ("not known", ~story.known)):
            told = [f"{least}: {_told_of(story, among & (likely >= least))}" for least in THRESHOLDS]
            print(f"{story.name}, speakers {what}: {int((story.same & among).sum())} pairs; " + ", ".join(told))
    bias, weights = fitted(np.vstack([one.shown for one in stories]), np.concatenate([one.same for one in stories]))
    print(f"_BIAS = {bias:.2f}")
    print("_WEIGHTS = Features(")
    for field, weight in zip(fields(Features), weights, strict=True):
        print(f"    {field.name}={weight:.2f},")
    print(")")


def _told_of(story: Pairs, joined: NDArray[np.bool_]) -> str:
    return f"{int((joined & story.same).sum())} right {int((joined & ~story.same).sum())} wrong"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path, nargs="+")
    parser.add_argument("--held-out", action="store_true", help="judge each story by weights fitted on the others")
    chosen = parser.parse_args()
    main(chosen.stories, held_out=chosen.held_out)
