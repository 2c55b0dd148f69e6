"""Measures `identify` on attributions whose speakers were written down by hand: 30 articles of PolNeAR dev, 755 attributions.

    python training/evaluate_speakers.py --corpus DIR [--gold FILE] [--show HOW]

The annotators' spans go in (what the tagger misses is `evaluate.py`'s to count), the names of the speakers come out. Right: one
of the names that `benchmarks/speakers.json` has, whatever the case and the articles before it; of several joint speakers, all;
of a source without a name, its head words; and nobody where nobody can be told.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from evaluate import read_compartment

from onrecord.detect.tagger import Tagger
from onrecord.identify import identified
from onrecord.text.spelling import fold
from onrecord.vocabulary import Article, DateBasis, Kind, Published, Span, Speaker, Statement, article_id, statement_id

GOLD = Path(__file__).parents[1] / "benchmarks" / "speakers.json"
_ARTICLES = re.compile(r"^(?:the|an?|his|her|their|its|our|some|many|several|most|those|these|other)\s+")
_ASIDE = re.compile(r",.*|\s(?:who|that|which|whose|of|for|from|in|at|with|on|to|close|familiar|speaking|briefed)\s.*")


def article_of(stored: dict) -> Article:
    day = Published(stored["published"], stored["published"], DateBasis.METADATA)
    number = article_id(stored["text"], outlet=stored["publisher"], url=None)
    return Article(
        number,
        None,
        None,
        stored["publisher"],
        stored["title"],
        tuple(filter(None, [stored["author"]])),
        "en",
        day,
        stored["text"],
    )


def statements_of(article: Article, attributions: list[dict]) -> tuple[Statement, ...]:
    found = []
    for one in attributions:
        source, cue, content = (
            tuple(Span.of(article.text, start, end) for start, end in one[role]) for role in ("source", "cue", "content")
        )
        first, verb = next(iter(source), None), next(iter(cue), None)
        number = statement_id(article.id, first, verb, content)
        found.append(Statement(number, Kind.INDIRECT, first, verb, content, 1.0))
    return tuple(found)


def is_right(speaker: Speaker | None, gold: dict) -> bool:
    if not gold["names"]:
        return speaker is None or speaker.actor is None
    if speaker is None:
        return False
    said = fold(speaker.name)
    return any(agree(said, fold(name), loose=gold["type"] != "person") for name in gold["names"])


def agree(said: str, gold: str, *, loose: bool) -> bool:
    if " + " in gold:
        return all(part in said for part in (_bare(one) for one in gold.split(" + ")))
    said, gold = _bare(said), _bare(gold)
    if said == gold:
        return True
    head, other = (_ASIDE.sub("", words) for words in (said, gold))
    return loose and (head == other or gold in said or (head.split()[-1:] == other.split()[-1:] and said in gold))


def _bare(words: str) -> str:
    return _ARTICLES.sub("", words.removeprefix("the ")).strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--gold", type=Path, default=GOLD, help="speakers written down by hand (default: %(default)s)")
    parser.add_argument("--show", help="print what is wrong of this kind of source ('all': of every kind)")
    options = parser.parse_args()
    source = options.corpus / "dev.jsonl.xz"
    if not source.exists():
        print(f"No corpus at {source}: nothing to measure. Give --corpus.", file=sys.stderr)
        return 0
    stored = {article["id"]: article for article in read_compartment(source)}
    tagger = Tagger()
    right, total = Counter(), Counter()
    shown: dict[str, list[str]] = defaultdict(list)
    for marked in json.loads(options.gold.read_text("utf-8"))["articles"]:
        article = article_of(stored[marked["id"]])
        if hashlib.sha256(article.text.encode()).hexdigest() != marked["sha256"]:
            raise SystemExit(f"{marked['id']} is not the text that was marked: its places do not fit")
        found = identified(article, statements_of(article, marked["attributions"]), tagger.read(article.text).mentions)
        for one, gold in zip(found.statements, marked["attributions"], strict=True):
            for name in (gold["how"], "all"):
                total[name] += 1
                right[name] += is_right(one.speaker, gold)
            if not is_right(one.speaker, gold):
                words = one.source.text if one.source else "-"
                said = f"{one.speaker.name} [{one.speaker.type}] ({one.speaker.reason})" if one.speaker else "nobody"
                shown[gold["how"]].append(f"{marked['id'][-20:]} {' '.join(words.split())[:80]!r}: {said}; gold {gold['names']}")
    for name, count in total.most_common():
        print(f"{name:14} {right[name] / count:.3f}  ({right[name]} of {count})")
    for name in shown if options.show == "all" else [options.show] if options.show else []:
        print(f"\n{name}")
        print("\n".join(shown[name]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
