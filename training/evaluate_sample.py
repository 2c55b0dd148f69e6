"""Measures `onrecord extract` out of domain: on 102 attributions of GUM's news and interviews, marked by hand for this project.

    python training/evaluate_sample.py --corpus DIR [--json FILE]

`gum_sample.json` holds runs of paragraphs and the places of all attributions in them (no text), marked by one reader by the
scheme of PolNeAR, without having seen any prediction; it was not trained on. Measures and intervals as in `evaluate.py`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

from evaluate import ROLES, Attribution, characters, compare, interval, predicted_of, report, run_extract, summed
from gum import read_documents

SAMPLE = Path(__file__).with_name("gum_sample.json")
MEASURES = (*ROLES, "linked", "content IoU≥0.5", *(f"{role} characters" for role in ROLES))


def gold_of(sampled: dict) -> list[Attribution]:
    return [
        Attribution(**{role: tuple((start, end) for start, end in one[role]) for role in ROLES}, traits=frozenset())
        for one in sampled["attributions"]
    ]


def predicted_in(line: dict, begin: int, end: int) -> list[Attribution]:
    """The statements of an article that stand in [begin, end)."""
    found = predicted_of(line, {"sentences": []})
    return [one for one in found if all(begin <= at < end for role in ROLES for at in characters(one.spans(role)))]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--json", type=Path, help="write the figures here, for the model card")
    options = parser.parse_args()
    if not options.corpus.exists():
        print(f"No corpus at {options.corpus}: nothing to measure. Give --corpus.", file=sys.stderr)
        return 0
    texts = {one.name: one.text for part in ("train", "dev") for one in read_documents(options.corpus / f"{part}.conllu.xz")}
    sample = json.loads(SAMPLE.read_text("utf-8"))["documents"]
    for one in sample:
        if hashlib.sha256(texts[one["name"]].encode()).hexdigest() != one["sha256"]:
            raise SystemExit(f"{one['name']} is not the text that was marked: its places do not fit")
    lines = run_extract([{"text": texts[one["name"]]} for one in sample])
    parts = [compare(gold_of(one), predicted_in(line, *one["range"])) for one, line in zip(sample, lines, strict=True)]
    figures = {}
    for genre in ("news", "interview", ""):
        chosen = [part for part, one in zip(parts, sample, strict=True) if f"GUM_{genre}" in one["name"]]
        total = summed(chosen)
        print(f"{genre or 'both'}: {len(chosen)} documents, {total.gold['linked']} attributions by hand")
        figures[genre or "both"] = {}
        for name in MEASURES:
            low, high = interval(chosen, name)
            figures[genre or "both"][name] = {"value": round(total.f1(name), 4), "low": round(low, 4), "high": round(high, 4)}
            print(report(name, total, low, high))
    if options.json:
        record = {"attributions": sum(len(one["attributions"]) for one in sample), "figures": figures}
        options.json.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
