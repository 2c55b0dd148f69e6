"""Counts what is wrong where predicted and annotated attributions of PolNeAR differ, largest class first.

    python training/errors.py --corpus DIR [--predictions FILE] [--show CLASS [--number 10]]

Attributions are paired one to one by the characters that they share, role by role. A pair can be in several classes; an
annotated attribution without a partner is missed, a predicted one is made up (or was missed by the annotator).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from evaluate import ROLES, Attribution, Place, characters, gold_of, predicted_of, read_compartment, run_extract

Pair = tuple[Attribution | None, Attribution | None]


def pairs(gold: list[Attribution], predicted: list[Attribution]) -> list[Pair]:
    """Gold and predicted attributions side by side; None where one has no partner."""
    overlaps = []
    for row, theirs in enumerate(gold):
        for column, mine in enumerate(predicted):
            shared = [len(characters(theirs.spans(role)) & characters(mine.spans(role))) for role in ROLES]
            if shared[1] or shared[2]:
                overlaps.append((bool(shared[1]), sum(shared), row, column))
    rows: dict[int, int] = {}
    for _, _, row, column in sorted(overlaps, reverse=True):
        if row not in rows and column not in rows.values():
            rows[row] = column
    found: list[Pair] = [(theirs, predicted[rows[row]] if row in rows else None) for row, theirs in enumerate(gold)]
    return found + [(None, mine) for column, mine in enumerate(predicted) if column not in rows.values()]


def classes(pair: Pair, tags: dict[int, str]) -> Iterator[str]:
    """What is wrong with a pair; `tags` are the parts of speech by the place where the word begins."""
    theirs, mine = pair
    if theirs is None or mine is None:
        name, one = ("made up", mine) if theirs is None else ("missed", theirs)
        assert one is not None
        yield f"attribution {name}: cue is {part_of_speech(one.cue, tags)}"
        return
    for role in ("source", "cue"):
        gold, found = theirs.spans(role), mine.spans(role)
        if gold and not found:
            yield f"{role} left out"
        elif found and not gold:
            yield f"{role} where there is none"
        elif gold != found:
            touching = characters(gold) & characters(found)
            yield f"{role} has other ends" if touching else f"another {role}"
    if theirs.content != mine.content:
        yield from content_classes(theirs.content, mine.content)


def content_classes(gold: tuple[Place, ...], found: tuple[Place, ...]) -> Iterator[str]:
    if not characters(gold) & characters(found):
        yield "another content"
    elif len(gold) != len(found):
        yield "content in more fragments" if len(found) > len(gold) else "content in fewer fragments"
    else:
        if min(gold)[0] != min(found)[0]:
            yield "content begins elsewhere"
        if max(gold)[1] != max(found)[1]:
            yield "content ends sooner" if max(found)[1] < max(gold)[1] else "content ends later"
        if min(gold)[0] == min(found)[0] and max(gold)[1] == max(found)[1]:
            yield "content has other inner ends"


def part_of_speech(places: tuple[Place, ...], tags: dict[int, str]) -> str:
    """Of the first word of a cue that is a verb, a noun or an adjective, in this order."""
    found = [tags[at] for start, end in places for at in range(start, end) if at in tags]
    for name, letter in (("a verb", "V"), ("a noun", "N"), ("an adjective", "J")):
        if any(tag.startswith(letter) for tag in found):
            return name
    return "another word" if found else "none"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--compartment", default="dev")
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--show", help="print attributions of this class, annotated and predicted")
    parser.add_argument("--number", type=int, default=10)
    options = parser.parse_args()
    articles = read_compartment(options.corpus / f"{options.compartment}.jsonl.xz")
    if options.predictions:
        lines = [json.loads(line) for line in options.predictions.read_text("utf-8").splitlines()]
    else:
        lines = run_extract(articles)
    counts: Counter[str] = Counter()
    shown: dict[str, list[str]] = defaultdict(list)
    right = total = 0
    for article, line in zip(articles, lines, strict=True):
        tags = {token[0]: token[2] for sentence in article["sentences"] for token in sentence}
        for pair in pairs(gold_of(article), predicted_of(line, article)):
            found = list(classes(pair, tags))
            total += 1
            right += not found
            counts.update(found)
            for name in found:
                shown[name].append("\n".join(described(one, article["text"]) for one in pair))
    print(f"{total} pairs, {right} exactly right")
    for name, count in counts.most_common():
        print(f"{count:5}  {name}")
    if options.show:
        step = max(1, len(shown[options.show]) // options.number)
        print("\n\n".join(shown[options.show][::step][: options.number]))


def described(one: Attribution | None, text: str) -> str:
    if one is None:
        return "  -"
    parts = (f"{role} " + " … ".join(f"[{text[start:end]}]" for start, end in one.spans(role)) for role in ROLES)
    return "  " + "  ".join(" ".join(part.split()) for part in parts)


if __name__ == "__main__":
    main()
