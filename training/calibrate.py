"""Fits, for each role, how often a mark with a certain score is exactly right, and writes it into tagger.json.

    python training/calibrate.py --corpus DIR --model src/onrecord/detect/model

A logistic curve over the log-odds of the raw score (Platt 1999), fitted on dev by Newton's method; prints a table of
reliability. The order of scores does not change, and no mark is dropped for its score.
"""

from __future__ import annotations

import argparse
import json
import lzma
from pathlib import Path

import numpy as np

from onrecord.detect.decode import log_odds
from onrecord.detect.encoder import Encoder
from onrecord.detect.tagger import Tagger
from onrecord.vocabulary import Role


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    options = parser.parse_args()
    path = options.model / "tagger.json"
    stored = json.loads(path.read_text("utf-8"))
    stored["calibration"] = {role.value: [0.0, 1.0] for role in Role}
    path.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")
    tagger = Tagger(Encoder(options.model))
    scores: dict[Role, list[float]] = {role: [] for role in Role}
    right: dict[Role, list[bool]] = {role: [] for role in Role}
    with lzma.open(options.corpus / "dev.jsonl.xz", "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            relations = article["annotators"][0]["relations"]
            gold = {role: {tuple(place) for one in relations for place in one[role.value]} for role in Role}
            for mark in tagger.marks(article["text"]):
                scores[mark.role].append(mark.score)
                right[mark.role].append((mark.start, mark.end) in gold[mark.role])
    for role in Role:
        odds, hits = log_odds(np.array(scores[role])), np.array(right[role], dtype=float)
        offset, slope = fit(odds, hits)
        stored["calibration"][role.value] = [round(offset, 4), round(slope, 4)]
        report(role, 1 / (1 + np.exp(-(offset + slope * odds))), hits)
    path.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")


def fit(odds: np.ndarray, hits: np.ndarray) -> tuple[float, float]:
    """Offset and slope by Newton's method on standardised log-odds, in half steps, with a touch of ridge to keep it finite."""
    middle, spread = odds.mean(), odds.std()
    inputs = np.stack([np.ones_like(odds), (odds - middle) / spread], axis=1)
    weights = np.zeros(2)
    for _ in range(100):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        hessian = (inputs * (chance * (1 - chance))[:, None]).T @ inputs + 0.1 * np.eye(2)
        weights = weights + 0.5 * np.linalg.solve(hessian, inputs.T @ (hits - chance) - 0.1 * weights)
    slope = weights[1] / spread
    return float(weights[0] - slope * middle), float(slope)


def report(role: Role, chance: np.ndarray, hits: np.ndarray) -> None:
    for low in np.arange(0, 1, 0.2):
        inside = (chance >= low) & (chance < low + 0.2)
        if inside.sum():
            print(f"{role:8} {low:.1f} to {low + 0.2:.1f}: {inside.sum():5} marks, {hits[inside].mean():.2f} exactly right")


if __name__ == "__main__":
    main()
