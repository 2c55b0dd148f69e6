"""What is put together of the invented stories of `benchmarks/stories`, end to end: floors that were measured, never lowered.

`python benchmarks/story_quality.py` prints the figures.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import onrecord

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from story_quality import ask, clashes, fill, joined, load, moved, placements  # noqa: E402

# Of each story: statements about its question whose position is right, at most so many wrong; shifts found.
PLACED = {"harrowmere": (32, 3, 1), "kilvara": (28, 7, 0), "marsa-nour": (30, 17, 2)}
# Of each story: pairs of statements joined rightly, at most so many wrongly; disagreements found, at most so many others.
FLOORS = {"harrowmere": (44, 1, 4, 1), "kilvara": (53, 1, 2, 0), "marsa-nour": (17, 4, 3, 0)}


@pytest.mark.parametrize("name", FLOORS)
def test_a_story_is_put_together_as_well_as_it_was(name: str, tmp_path: Path) -> None:
    story = load(BENCHMARKS / "stories" / name)
    with onrecord.open_ledger(tmp_path / "story.db") as ledger:
        fill(ledger, story)
        pairs, (hit, others) = joined(story, ledger), clashes(story, ledger)
        ask(ledger, story)
        placed = placements(ledger, {key: story.statements[of].get("positions", []) for key, of in story.read.items()})
        shifts, _ = moved(story, ledger)
    least, most, moves = PLACED[name]
    assert placed.right >= least, placed
    assert placed.wrong <= most, placed
    assert len(shifts) >= moves
    right, wrong, found, false = FLOORS[name]
    assert len(pairs & story.wanted) >= right
    assert len(pairs - story.wanted) <= wrong, sorted(map(sorted, pairs - story.wanted))
    assert len(hit) >= found, sorted(hit)
    assert len(others) <= false, [(row.kind, row.about) for row in others]


@pytest.mark.parametrize("name", FLOORS)
def test_the_truth_of_a_story_is_sound(name: str) -> None:
    """Every slice stands in its article, and every statement that is named is there."""
    story = load(BENCHMARKS / "stories" / name)
    for key, one in story.statements.items():
        assert len(one["places"]) == len(one["content"]), key
    named = [key for utterance in story.truth["utterances"] for key in utterance["statements"]]
    assert set(story.statements).issuperset(named)
    assert len(named) == len(set(named))
