"""Measures `onrecord extract` on a compartment of PolNeAR: exact, linked, overlapping and character F1, by kind.

    python training/evaluate.py --corpus DIR [--compartment dev] [--predictions FILE] [--json FILE] [--floors FILE]

Runs `onrecord extract` over the compartment as a user would (or reads what it printed before) and compares the statements
with the first annotator's. Standard library only.

exact: a span counts where both ends are right (content fragments singly). linked: an attribution counts where source, cue and
all content fragments are. overlap: a content fragment counts where intersection over union with one of the gold's is at least
0.5, one to one. characters: precision and recall over single characters. cross-sentence: an attribution whose spans stand in
several sentences (the corpus's). Intervals: 95 %, bootstrap over articles.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import random
import subprocess
import sys
import tempfile
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.extract.kind import kind
from onrecord.extract.layout import Layout

ROLES = ("source", "cue", "content")
TRAITS = ("direct", "mixed", "indirect", "cross-sentence", "without source")
RESAMPLES = 1000

Place = tuple[int, int]


@dataclass(frozen=True)
class Attribution:
    source: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: tuple[Place, ...]
    traits: frozenset[str]

    def spans(self, role: str) -> tuple[Place, ...]:
        return getattr(self, role)

    @property
    def all_spans(self) -> tuple[tuple[Place, ...], ...]:
        return self.source, self.cue, self.content


@dataclass
class Counts:
    """Hits, predicted and gold, for each measure."""

    hit: Counter = field(default_factory=Counter)
    predicted: Counter = field(default_factory=Counter)
    gold: Counter = field(default_factory=Counter)

    def add(self, measure: str, hit: int, predicted: int, gold: int) -> None:
        self.hit[measure] += hit
        self.predicted[measure] += predicted
        self.gold[measure] += gold

    def merge(self, other: Counts) -> None:
        self.hit.update(other.hit)
        self.predicted.update(other.predicted)
        self.gold.update(other.gold)

    def f1(self, measure: str) -> float:
        return 2 * self.hit[measure] / max(1, self.predicted[measure] + self.gold[measure])


def read_compartment(path: Path) -> list[dict]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def gold_of(article: dict) -> list[Attribution]:
    layout = Layout(article["text"])
    found = []
    for relation in article["annotators"][0]["relations"]:
        places = {role: tuple((start, end) for start, end in relation[role]) for role in ROLES}
        found.append(attribution(places, kind(layout, places["content"], *places["cue"][:1]), article))
    return found


def attribution(places: dict[str, tuple[Place, ...]], kind_of: str, article: dict) -> Attribution:
    traits = {kind_of}
    starts = [sentence[0][0] for sentence in article["sentences"]]
    if len({bisect_right(starts, at) for role in ROLES for start, end in places[role] for at in (start, end - 1)}) > 1:
        traits.add("cross-sentence")
    if not places["source"]:
        traits.add("without source")
    return Attribution(**places, traits=frozenset(traits))


def predicted_of(line: dict, article: dict) -> list[Attribution]:
    found = []
    for statement in line["statements"]:
        if statement["within"] is not None:  # the corpus has none: there a character is in one attribution at most
            continue
        parts = {role: statement[role] or [] for role in ROLES}
        parts = {role: [part] if isinstance(part, dict) else part for role, part in parts.items()}
        places = {role: tuple((span["start"], span["end"]) for span in part) for role, part in parts.items()}
        found.append(attribution(places, statement["kind"], article))
    return found


def compare(gold: list[Attribution], predicted: list[Attribution]) -> Counts:
    counts = Counts()
    for role in ROLES:
        theirs = Counter(place for one in gold for place in one.spans(role))
        mine = Counter(place for one in predicted for place in one.spans(role))
        counts.add(role, sum((theirs & mine).values()), sum(mine.values()), sum(theirs.values()))
    linked = {one.all_spans for one in gold}
    counts.add("linked", sum(one.all_spans in linked for one in predicted), len(predicted), len(gold))
    contents = [place for one in gold for place in one.content], [place for one in predicted for place in one.content]
    counts.add("content IoU≥0.5", overlapping(*contents), len(contents[1]), len(contents[0]))
    for role in ROLES:
        theirs = characters(place for one in gold for place in one.spans(role))
        mine = characters(place for one in predicted for place in one.spans(role))
        counts.add(f"{role} characters", len(theirs & mine), len(mine), len(theirs))
    for trait in TRAITS:
        by_trait(counts, trait, gold, predicted)
    return counts


def by_trait(counts: Counts, name: str, gold: list[Attribution], predicted: list[Attribution]) -> None:
    """Recall of the gold's statements with a trait, precision of the predicted ones with it."""
    all_gold = {place for one in gold for place in one.content}
    all_mine = {place for one in predicted for place in one.content}
    theirs = [place for one in gold if name in one.traits for place in one.content]
    mine = [place for one in predicted if name in one.traits for place in one.content]
    found, right = sum(place in all_mine for place in theirs), sum(place in all_gold for place in mine)
    counts.add(f"content, {name}: recall", found, len(theirs), len(theirs))
    counts.add(f"content, {name}: precision", right, len(mine), len(mine))
    for measure, some, others in (("recall", gold, predicted), ("precision", predicted, gold)):
        whole, keys = [one for one in some if name in one.traits], {one.all_spans for one in others}
        counts.add(f"linked, {name}: {measure}", sum(one.all_spans in keys for one in whole), len(whole), len(whole))


def overlapping(gold: list[Place], predicted: list[Place]) -> int:
    free = sorted(gold)
    hits = 0
    for start, end in sorted(predicted):
        for place in free:
            shared = min(end, place[1]) - max(start, place[0])
            if shared > 0 and shared / (max(end, place[1]) - min(start, place[0])) >= 0.5:
                free.remove(place)
                hits += 1
                break
    return hits


def characters(places: Iterable[Place]) -> set[int]:
    return {position for start, end in places for position in range(start, end)}


def run_extract(articles: list[dict]) -> list[dict]:
    """What `onrecord extract` prints for the articles, in their order."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "compartment.jsonl"
        keys = {"text": "text", "title": "title", "published": "published", "outlet": "publisher"}
        rows = ({name: article[key] for name, key in keys.items() if key in article} for article in articles)
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
        command = [sys.executable, "-m", "onrecord", "extract", str(path)]
        printed = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    return [json.loads(line) for line in printed.splitlines()]


def measure(articles: list[dict], lines: list[dict]) -> list[Counts]:
    """The counts of each article. Stops where an article was rejected or its text was changed."""
    parts = []
    for article, line in zip(articles, lines, strict=True):
        if line["format"] != "onrecord.article/1":
            raise SystemExit(f"{article['id']} was rejected: {line}")
        if line["article"]["text"] != article["text"]:
            raise SystemExit(f"{article['id']}: the text was changed")
        parts.append(compare(gold_of(article), predicted_of(line, article)))
    return parts


def summed(parts: Iterable[Counts]) -> Counts:
    total = Counts()
    for part in parts:
        total.merge(part)
    return total


def interval(parts: list[Counts], name: str) -> tuple[float, float]:
    chance = random.Random(1)
    figures = []
    for _ in range(RESAMPLES):
        total = Counts()
        for part in chance.choices(parts, k=len(parts)):
            total.hit[name] += part.hit[name]
            total.predicted[name] += part.predicted[name]
            total.gold[name] += part.gold[name]
        figures.append(total.f1(name))
    figures.sort()
    return figures[int(0.025 * RESAMPLES)], figures[int(0.975 * RESAMPLES)]


def report(name: str, total: Counts, low: float, high: float) -> str:
    line = f"{name:36} {total.f1(name):.3f}  ({low:.3f} to {high:.3f})"
    if ":" in name:  # a recall or a precision already
        return line
    precision, recall = total.hit[name] / max(1, total.predicted[name]), total.hit[name] / max(1, total.gold[name])
    return f"{line}  precision {precision:.3f}  recall {recall:.3f}"


def check_floors(figures: dict[str, dict[str, float]], floors: Path, source: Path) -> bool:
    """Print each figure beside its floor; whether all hold. Floors are for single files, known by their hashes."""
    sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
    kept = next((one["floors"] for one in json.loads(floors.read_text("utf-8"))["files"] if one["sha256"] == sha256), None)
    if kept is None:
        print(f"{source} is not a file that {floors} has floors for: nothing to compare")
        return True
    holds = {name: figures[name]["value"] >= floor for name, floor in kept.items()}
    for name, floor in kept.items():
        print(f"floor: {name:21} {figures[name]['value']:.3f}  at least {floor:.3f}: {'holds' if holds[name] else 'MISSED'}")
    return all(holds.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--compartment", default="dev")
    parser.add_argument("--predictions", type=Path, help="lines that `onrecord extract` printed for the compartment")
    parser.add_argument("--json", type=Path, help="write the figures here, for the model card")
    parser.add_argument("--floors", type=Path, help="compare with these; exit 1 where one is missed")
    options = parser.parse_args()
    source = options.corpus / f"{options.compartment}.jsonl.xz"
    if not source.exists():
        print(f"No corpus at {source}: nothing to measure. Give --corpus.", file=sys.stderr)
        return 0
    articles = read_compartment(source)
    if options.predictions:
        lines = [json.loads(line) for line in options.predictions.read_text("utf-8").splitlines()]
    else:
        lines = run_extract(articles)
    parts = measure(articles, lines)
    total = summed(parts)
    print(f"{options.compartment}: {len(articles)} articles, {total.gold['cue']} attributions by the annotators")
    figures = {}
    for name in total.gold:
        low, high = interval(parts, name)
        figures[name] = {"value": round(total.f1(name), 4), "low": round(low, 4), "high": round(high, 4)}
        print(report(name, total, low, high))
    outlets = {}
    for outlet in sorted({article["publisher"] for article in articles}):
        part = summed(part for part, article in zip(parts, articles, strict=True) if article["publisher"] == outlet)
        outlets[outlet] = {name: round(part.f1(name), 4) for name in (*ROLES, "linked")}
        print(f"{outlet:28} " + "  ".join(f"{name} {value:.3f}" for name, value in outlets[outlet].items()))
    if options.json:
        record = {"compartment": options.compartment, "articles": len(articles), "attributions": total.gold["cue"]}
        record |= {"model": lines[0]["provenance"]["model"], "figures": figures, "outlets": outlets}
        options.json.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0 if options.floors is None or check_floors(figures, options.floors, source) else 1


if __name__ == "__main__":
    sys.exit(main())
