"""Measures the names that `onrecord extract` finds on a compartment of GUM: exact F1 by kind.

    python training/evaluate_names.py --corpus DIR [--compartment dev] [--json FILE] [--floors FILE]

A name counts where both ends and the kind are right; what a name is in GUM, `gum.py` says. Names that touch a place left open
there do not count. Intervals: 95 %, bootstrap over documents.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from evaluate import Counts, check_floors, interval, report, run_extract, summed
from gum import Document, read_documents

KINDS = ("person", "place", "organisation")


def compare(document: Document, line: dict) -> Counts:
    """The counts of a document by kind, of all kinds together, and of names whatever their kind ("any kind", others included)."""

    def closed(start: int, end: int) -> bool:
        return not any(start < last and first < end for first, last in document.open)

    gold = {(name.start, name.end, name.kind) for name in document.names}
    typed = [one for one in line["mentions"] if one["type"] is not None]  # others stand for a name: "he", "the president"
    found = {(one["start"], one["end"], one["type"]) for one in typed if closed(one["start"], one["end"])}
    counts = Counts()
    for kind in KINDS:
        mine, theirs = ({one for one in some if one[2] == kind} for some in (found, gold))
        counts.add(kind, len(mine & theirs), len(mine), len(theirs))
        counts.add("names", len(mine & theirs), len(mine), len(theirs))
    places = [{one[:2] for one in some} for some in (found, gold)]
    counts.add("names of any kind", len(places[0] & places[1]), len(places[0]), len(places[1]))
    return counts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--compartment", default="dev")
    parser.add_argument("--json", type=Path, help="write the figures here, for the model card")
    parser.add_argument("--floors", type=Path, help="compare with these; exit 1 where one is missed")
    options = parser.parse_args()
    source = options.corpus / f"{options.compartment}.conllu.xz"
    if not source.exists():
        print(f"No corpus at {source}: nothing to measure. Give --corpus.", file=sys.stderr)
        return 0
    documents = read_documents(source)
    lines = run_extract([{"text": document.text} for document in documents])
    parts = [compare(document, line) for document, line in zip(documents, lines, strict=True)]
    total = summed(parts)
    print(f"{options.compartment}: {len(documents)} documents, {total.gold['names']} names")
    figures = {}
    for name in total.gold:
        low, high = interval(parts, name)
        figures[name] = {"value": round(total.f1(name), 4), "low": round(low, 4), "high": round(high, 4)}
        print(report(name, total, low, high))
    if options.json:
        record = {"documents": len(documents), "names": total.gold["names"], "figures": figures}
        options.json.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0 if options.floors is None or check_floors(figures, options.floors, source) else 1


if __name__ == "__main__":
    sys.exit(main())
