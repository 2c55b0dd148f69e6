"""Fits the weights of `relate/positions`: whether a statement is about a question, which position it takes, on which reading.

    python training/fit_positions.py STORY… [--topics PREFIX …] [--learnt NAME… --before DIR] [--held-out] [--errors NAME]
        [--seeds DIR --seeds-gold FILE --seeds-question NAME-OR-FILE] [--write]

A story is a folder with articles, `truth.json` and `question.toml` (`benchmarks/story_quality.py` reads it). What the truth calls
debatable counts neither way. Topics are those of `training/stances` that the network has not learnt from. Three logistic
regressions over the signs of `relate/positions/signs.py` are fitted, each with a Gaussian prior around the weights that are
written here by hand: where the stories say nothing the rules hold. With `--held-out` each story is judged by weights fitted on
the others; the seeds are never fitted on.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import stances as learnt_from
from numpy.typing import NDArray

import onrecord
from onrecord.ledger.questions.posing import asked as asked_of
from onrecord.relate.meaning import Meaning
from onrecord.relate.positions.files import read_question
from onrecord.relate.positions.matter import Matter, matter, without
from onrecord.relate.positions.signs import Signs, signs
from onrecord.relate.positions.weights import PATH
from onrecord.relate.stance import Stances
from onrecord.vocabulary import Article
from onrecord.vocabulary.questions import Asked
from onrecord.vocabulary.relations import Telling

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from story_quality import Story, alike, load, tellings

MEANING, STANCES = Meaning(), Stances()
Numbers = NDArray[np.float64]
POSITIONS = ("supports", "conditional", "opposes", "noncommittal")
ABOUT = {
    "": -2.6, "bare": 2.5, "bare-mean": 1.5, "names-alone": -0.5, "others-alone": -0.8, "word": 1.0, "words": 0.3, "often": 0.3,
    "name": 0.1, "names": 0.3, "only-name": -0.8, "neither": -0.4, "passage-word": 0.3, "title-word": 0.1, "answers": 0.8,
    "demands": 0.2, "wish": 0.4, "read-about": 2,
}  # fmt: skip
PRIOR = {
    "supports": {"": 0.3, "near-supports": 1, "votes-will": 0.35, "votes-should": 0.5, "sign": 0.4, "sign-favours": 0.2,
                 "demands-sign": 0.4, "foresees-sign": 0.15, "objects": -0.5, "refuses": -0.75, "read-supports": 1},
    "opposes": {"": 0.2, "near-supports": -1, "votes-will": -0.35, "votes-should": -0.5, "sign": -0.4, "sign-favours": -0.1,
                "demands-sign": -0.4, "objects": 0.6, "opposed": 0.2, "term": 0.25, "foresees-sign": -0.15, "refuses": -0.5,
                "read-opposes": 1},
    "conditional": {"": -0.8, "near-conditional": 2, "strong-condition": 0.75, "opens-with-condition": 1, "condition": 0.35,
                    "not-before": 0.6, "refuses": -0.25, "term": -0.5, "read-conditional": 1},
    "noncommittal": {"": -1.2, "near-noncommittal": 2, "refuses": 1.25, "unsaid": 0.5, "demands": -0.5,
                     "read-noncommittal": 1},
}  # fmt: skip
WILL = {"": 0.0, "will": 3, "foresight": 0.6, "more-wish": -0.4, "wish": -0.2, "demands": -1.0, "foresees": 1.0, "objects": -0.6,
        "refuses": -0.4, "strong-condition": -0.2, "concedes": 4.0, "read-will": 0.5}  # fmt: skip
# How strongly the prior holds, against the mean of the log likelihood: chosen by the stories held out among 0.003 to 0.3.
HOLDS = {"about": 0.1, "position": 0.03, "will": 0.1}


@dataclass
class Sample:
    """A statement of a story: its signs, and the readings and positions that the truth gives it (`debatable` ones apart)."""

    story: str
    asked: Asked
    signs: Signs
    firm: list[tuple[str, str]]
    debatable: list[tuple[str, str]]
    is_of_story: bool = True

    @property
    def counts_about(self) -> bool:
        return bool(self.firm) or not self.debatable


def samples(story: Story, question: Path, stances: Stances = STANCES) -> list[Sample]:
    read = {key: story.statements[name].get("positions") or [] for key, name in story.read.items()}
    articles = {record.article.id: record.article for record in story.records.values()}
    return _samples(story.name, tellings(story, set(read)), articles, read, question, stances)


def of_seeds(folder: Path, gold: Path, question: Path) -> list[Sample]:
    story = Story(folder, {"statements": [], "utterances": [], "may_join": []})
    positions = {}
    for name, told in json.loads(gold.read_text(encoding="utf-8"))["articles"].items():
        record = story.records[name] = onrecord.extract(onrecord.read(folder / name))
        for one in told["statements"]:
            places = [(start, end) for start, end in one["content"]]
            left = [statement for statement in record.statements if statement.id not in positions]
            best = max(left, key=lambda statement: alike(places, statement))
            if alike(places, best) >= 0.5:
                positions[best.id] = one["positions"]
    articles = {record.article.id: record.article for record in story.records.values()}
    return _samples("seeds", tellings(story, set(positions)), articles, positions, question)


def _samples(  # noqa: PLR0917
    name: str,
    told: Sequence[Telling],
    articles: dict[str, Article],
    positions: dict[str, list[dict]],
    question: Path,
    stances: Stances = STANCES,
) -> list[Sample]:
    about = matter(read_question(str(question))[0], (), MEANING.vectors)
    found = []
    for one in told:
        article = articles[one.article]
        asked = asked_of(one, article.text, article.title)
        listed = [((each["reading"], each["position"]), bool(each.get("debatable"))) for each in positions[one.id]]
        firm = [what for what, debatable in listed if not debatable]
        found.append(
            Sample(
                name,
                asked,
                _signs(about, asked, stances),
                firm,
                [what for what, debatable in listed if debatable],
            )
        )
    return found


def of_topics(prefix: str) -> tuple[list[Sample], list[Sample]]:
    """The statements of topics: those that stand alone, and those that are printed in articles."""
    alone, printed = list[Sample](), list[Sample]()
    for topic in learnt_from.topics():
        if topic.name.startswith(prefix):
            about = matter(topic.question, (), MEANING.vectors)
            alone += _labelled(prefix, about, topic.statements, is_of_story=False)
            printed += _labelled(f"{prefix}, printed", about, topic.printed, is_of_story=True)
    return alone, printed


def _labelled(
    name: str, about: Matter, statements: Sequence[tuple[Asked, learnt_from.Label]], *, is_of_story: bool
) -> Iterator[Sample]:
    for one, label in statements:
        asked = replace(one, telling=replace(one.telling, vector=MEANING.vectors([one.telling.content])[0]))
        listed = [(label.reading.value, label.position.value)] if label.reading and label.position else []
        if listed or not label.debatable:
            firm, open_ = ([], listed) if label.debatable else (listed, [])
            yield Sample(name, asked, _signs(about, asked), firm, open_, is_of_story=is_of_story)


def _signs(about: Matter, asked: Asked, stances: Stances = STANCES) -> Signs:
    bare = MEANING.vectors([without(about.names, asked.telling.content)])[0]
    return signs(about, asked, bare, stances.read(about.question, asked))


class Regression:
    """A softmax regression with a Gaussian prior, fitted by gradient descent; two classes are one against a zero."""

    def __init__(self, names: Sequence[str], prior: Sequence[dict[str, float]]) -> None:
        self.names = list(names)
        self.prior = np.array([[one.get(name, 0.0) for name in ("", *names)] for one in prior], float)
        self.weights = self.prior.copy()

    def fit(self, rows: Sequence[Signs], classes: Sequence[int], holds: float) -> Regression:
        columns, wanted = self._columns(rows), np.eye(len(self.prior) + (len(self.prior) == 1))[list(classes)]
        for _ in range(4000):
            likely = self._likely(columns)
            slope = (likely - wanted)[:, : len(self.prior)].T @ columns / len(rows) + holds * (self.weights - self.prior)
            self.weights -= 0.2 * slope
        return self

    def likely(self, rows: Sequence[Signs]) -> Numbers:
        return self._likely(self._columns(rows))

    def _columns(self, rows: Sequence[Signs]) -> Numbers:
        return np.array([[1.0, *(row[name] for name in self.names)] for row in rows])

    def _likely(self, columns: Numbers) -> Numbers:
        scores = columns @ self.weights.T
        if len(self.prior) == 1:
            scores = np.hstack([scores, np.zeros((len(columns), 1))])
        scores -= scores.max(1, keepdims=True)
        powers = np.exp(scores)
        return powers / powers.sum(1, keepdims=True)

    def told(self, at: int) -> dict[str, float]:
        return {name: round(float(weight), 3) for name, weight in zip(("", *self.names), self.weights[at], strict=True)}


# How near the examples are with the question's names in them is left out: where a story's statements all have the names, all are.
OF_ABOUT = (
    "word words often name names only-name neither passage-word passage-words passage-name title-word bare bare-mean names-alone "
    "others others-alone short answers demands objects wish direct read-about "
).split()
OF_POSITION = (
    "near-supports near-conditional near-noncommittal votes-will votes-should sign sign-favours negated opposed "
    "opposed-negated condition strong-condition opens-with-condition not-before term refuses unsaid demands demands-sign objects "
    "foresees foresees-sign favours read-supports read-conditional read-opposes read-noncommittal "
).split()
OF_WILL = (
    "concedes will will-supports will-opposes foresight wish more-wish demands foresees objects refuses condition "
    "strong-condition opposed direct read-will "
).split()


class Fitted:
    """The three regressions."""

    def __init__(self, known: Sequence[Sample]) -> None:
        # The statements of topics avoid the question's words on purpose: they tell nothing of what these are worth.
        about = [one for one in known if one.counts_about and one.is_of_story]
        placed = [(one, *what) for one in known for what in one.firm[:1]]
        self.about = Regression(OF_ABOUT, [ABOUT]).fit(
            [one.signs for one in about], [0 if one.firm else 1 for one in about], HOLDS["about"]
        )
        self.position = Regression(OF_POSITION, [PRIOR[name] for name in POSITIONS]).fit(
            [one.signs for one, *_ in placed], [POSITIONS.index(position) for *_, position in placed], HOLDS["position"]
        )
        self.will = Regression(OF_WILL, [WILL]).fit(
            [one.signs for one, *_ in placed], [0 if reading == "will" else 1 for _, reading, _ in placed], HOLDS["will"]
        )


def judge(name: str, told: Sequence[Sample], by: Fitted, *, errors: bool) -> None:
    about = [one for one in told if one.counts_about]
    said = by.about.likely([one.signs for one in about])[:, 0]
    right = np.array([(figure >= 0.5) == bool(one.firm) for figure, one in zip(said, about, strict=True)])
    placed = [one for one in told if one.firm]
    likely = by.position.likely([one.signs for one in placed])
    positions = [POSITIONS[at] for at in likely.argmax(1)]
    good = np.array([position in [what for _, what in one.firm] for position, one in zip(positions, placed, strict=True)])
    will = by.will.likely([one.signs for one in placed])[:, 0] >= 0.5
    read = np.array(
        [("will" if one else "should") in [what for what, _ in sample.firm] for one, sample in zip(will, placed, strict=True)]
    )
    sure = likely.max(1) >= 0.6
    print(
        f"{name}: about or not {right.mean():.3f} of {len(about)}; position {good.mean():.3f} of {len(placed)} "
        f"(sure {good[sure].mean():.3f} of {sure.mean():.2f}; said {likely.max(1).mean():.3f}); reading {read.mean():.3f}"
    )
    if errors:
        for one, position, ok in zip(placed, positions, good, strict=True):
            if not ok:
                print("   ", position, one.firm, "|", _said(one))
        for one, figure, ok in zip(about, said, right, strict=True):
            if not ok:
                print("   ", "ABOUT" if figure >= 0.5 else "NOT", f"{figure:.2f}", one.firm, "|", _said(one))


def _said(one: Sample) -> str:
    said = one.asked.telling.statement
    source, cue = (span.text[:30] if span else "-" for span in (said.source, said.cue))
    return f"{source} | {cue} | {one.asked.telling.content[:120]}"


def main(chosen: argparse.Namespace) -> None:
    before = Stances(chosen.before) if chosen.before else STANCES
    known = {
        folder.name: samples(load(folder), folder / "question.toml", before if folder.name in chosen.learnt else STANCES)
        for folder in chosen.stories
    }
    for prefix in chosen.topics:
        known[prefix], known[f"{prefix}, printed"] = of_topics(prefix)
    known = {name: told for name, told in known.items() if told}
    if chosen.held_out:
        for name, told in known.items():
            others = [one for other, rows in known.items() if other != name for one in rows]
            judge(name, told, Fitted(others), errors=chosen.errors == name)
    by = Fitted([one for rows in known.values() for one in rows])
    for name, told in known.items():
        judge(f"{name} (fitted on)", told, by, errors=False)
    if chosen.seeds:
        judge("seeds", of_seeds(chosen.seeds, chosen.seeds_gold, chosen.seeds_question), by, errors=chosen.errors == "seeds")
    if chosen.write:
        weights = {"about": by.about.told(0), "will": by.will.told(0)}
        weights |= {name: by.position.told(at) for at, name in enumerate(POSITIONS)}
        PATH.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path, nargs="+")
    parser.add_argument("--learnt", nargs="*", default=[], metavar="NAME", help="stories that the network has learnt from …")
    parser.add_argument("--before", type=Path, help="… which the network in this folder, that has not, reads in its place")
    parser.add_argument("--topics", nargs="*", default=[], metavar="PREFIX", help="topics whose names begin so, too")
    parser.add_argument("--seeds", type=Path)
    parser.add_argument("--seeds-gold", type=Path)
    parser.add_argument("--seeds-question", type=Path)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--errors", metavar="NAME")
    parser.add_argument("--write", action="store_true", help=f"write {PATH}")
    main(parser.parse_args())
