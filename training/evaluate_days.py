"""Measures the days of statements (`identify.with_days`) on gold attributions whose day was read by hand.

    python training/evaluate_days.py --corpus DIR [--gold FILE] [--seeds DIR --seeds-gold FILE] [--errors] [--json FILE]

The statements are the corpus' own (their spans are gold), their speakers those of the gold file, so that only the days are
measured.
Right: the same interval; "published": the basis is the publication, or a phrase that gives the same day; "past": an interval open
at its beginning; "future": one open at its end or after the publication. For the seeds, whose days of publication nobody knows:
a weekday: that weekday; "--03": that month; "relative": such a phrase; "unknown": nothing.
"""

from __future__ import annotations

import argparse
import json
import lzma
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from onrecord.clean.build import Draft, build
from onrecord.clean.found import Found
from onrecord.clean.settings import CleanSettings, Given
from onrecord.extract.kind import kind
from onrecord.extract.layout import Layout
from onrecord.identify.when.days import with_days
from onrecord.vocabulary import (
    Article,
    DateBasis,
    Published,
    SaidOnBasis,
    Span,
    Speaker,
    Statement,
    statement_id,
)

Range = tuple[int, int]
ROLES = ("source", "cue", "content")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _cue(text: str, one: dict) -> list[list[int]]:
    """The words between source and content, which the seeds' gold leaves out."""
    if not one["source"]:
        return []
    start, end = one["source"]
    for first, last in one["content"]:
        gap = (end, first) if end <= first else (last, start)
        words = text[slice(*gap)]
        if any(letter.isalpha() for letter in words) and len(words) < 60 and "\n" not in words:
            inside = len(words) - len(words.lstrip(" ,”\"'“"))
            return [[gap[0] + inside, gap[0] + len(words.rstrip(" ,:“\"'”"))]]
    return []


def hull(spans: list[list[int]]) -> Range | None:
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None


def statements(article: Article, gold: list[dict]) -> list[Statement]:
    """The gold attributions as statements with their gold speakers, each within the smallest content that holds it."""
    text = article.text
    layout = Layout(text)
    made = []
    for one in gold:
        source, cue = hull(one.get("source") or []), hull(one.get("cue") or [])
        content = [(start, end) for start, end in sorted(one["content"])]
        spans = [Span.of(text, *place) if place else None for place in (source, cue)]
        inside = tuple(Span.of(text, *place) for place in content)
        speaker = Speaker(one["names"][0], "gold") if one["names"] and one["how"] != "none" else None
        identity = statement_id(article.id, *spans, inside)
        made.append(Statement(identity, kind(layout, content, cue), *spans, inside, 1.0, speaker=speaker))
    return [_nested(one, made) for one in made]


def _nested(one: Statement, others: list[Statement]) -> Statement:
    first, last = one.spans[0].start, max(span.end for span in one.spans)
    holding = [
        (span.end - span.start, other.id)
        for other in others
        for span in other.content
        if other.id != one.id and span.start <= first and last <= span.end and span.end - span.start > last - first
    ]
    return replace(one, within=min(holding)[1]) if holding else one


def wrong(said: str, one: Statement, published: str | None) -> bool:
    found = one.said_on
    if published is None:
        return not _fits(said, one)
    if found is None:
        return True
    interval = (found.earliest, found.latest)
    match said:
        case "published":
            return found.basis is not SaidOnBasis.PUBLISHED and interval != (published, published)
        case "past":
            return found.earliest is not None
        case "future":
            return not (found.basis is SaidOnBasis.PHRASE and (found.latest is None or found.latest > published))
        case _:
            first, _, last = said.partition("/")
            return interval != (first, last or first)


def _fits(said: str, one: Statement) -> bool:
    found = one.said_on
    if found is None or said == "unknown":
        return found is None and said == "unknown"
    if said in WEEKDAYS:
        return found.earliest is None and f"a {said}" in found.reason
    if said == "relative" or said.startswith("--") or said == "past":
        return found.earliest is None
    first, _, last = said.partition("/")
    return (found.earliest, found.latest) == (first, last or first)


def group(said: str, published: str | None) -> str:
    if said in ("published", "past", "future", "unknown"):
        return said
    return "on the day of publication" if said == published else "dated"


def article_of(path: str, text: str, published: str | None, title: str | None) -> Article:
    """The article as `clean` makes it, zones and all, but published on a given day or nobody knows when."""
    made = build(Draft(path, text, Found(title=title)), given=Given(), settings=CleanSettings(min_words=0))
    if not isinstance(made, Article):
        raise SystemExit(f"{path}: {made.detail}")
    day = Published(published, published, DateBasis.GIVEN) if published else None
    return replace(made, path=path, published=day)


def measure(article: Article, gold: list[dict], counts: Counter, errors: list[str]) -> None:
    made = statements(article, gold)
    published = article.published.earliest if article.published else None
    found = {one.id: one for one in with_days(article, made)}
    for want, one in zip(gold, made, strict=True):
        said = want["said_on"]
        read = found[one.id]
        missed = wrong(said, read, published)
        kinds = {"all", group(said, published)} | ({"phrases"} if said not in ("published", "unknown", "past") else set())
        for name in kinds:
            counts[name, "gold"] += 1
            counts[name, "right"] += not missed
        rests = read.said_on is not None and read.said_on.basis is SaidOnBasis.PHRASE
        counts["found", "all"] += rests and (read.said_on.earliest is not None or published is None)
        counts["found", "right"] += rests and (read.said_on.earliest is not None or published is None) and not missed
        if rests:
            rule = read.said_on.reason.partition("“")[0].strip()
            counts["rule " + rule, "gold"] += 1
            counts["rule " + rule, "right"] += not missed
        if missed:
            cue = one.cue.text if one.cue else "-"
            shown = " ".join(article.text[one.spans[0].start - 90 : one.spans[-1].end + 50].split())[:420]
            day = f"{read.said_on.earliest}/{read.said_on.latest} {read.said_on.reason}" if read.said_on else "None"
            errors.append(f"{article.path} gold={said} found={day} | {want['names'][:1]} [{cue}] …{shown}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="the folder of PolNeAR")
    parser.add_argument("--gold", type=Path, default=Path("benchmarks/speakers.json"))
    parser.add_argument("--seeds", type=Path, help="the folder of the five seeds")
    parser.add_argument("--seeds-gold", type=Path, default=Path("tests/story/seeds.json"))
    parser.add_argument("--part", help="of the 30 articles, those whose number leaves this remainder: 0/3 (or 0,1/3)")
    parser.add_argument("--errors", action="store_true", help="print every wrong one")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    counts: Counter = Counter()
    errors: list[str] = []
    if options.corpus:
        source = options.corpus / "dev.jsonl.xz"
        with lzma.open(source, "rt", encoding="utf-8") as lines:
            texts = {one["id"]: (one["text"], one["title"], place) for place, one in enumerate(map(json.loads, lines))}
        rows = json.loads(options.gold.read_text(encoding="utf-8"))["articles"]
        rows.sort(key=lambda row: texts[row["id"]][2])
        if options.part:
            kept, _, by = options.part.partition("/")
            rows = [row for number, row in enumerate(rows) if str(number % int(by)) in kept.split(",")]
        for row in rows:
            text, title, place = texts[row["id"]]
            article = article_of(str(place), text, row["published"], title)
            measure(article, row["attributions"], counts, errors)
    if options.seeds:
        for name, row in json.loads(options.seeds_gold.read_text(encoding="utf-8"))["articles"].items():
            text = (options.seeds / name).read_text(encoding="utf-8")
            gold = [
                one | {"source": [one["source"]] if one["source"] else [], "cue": _cue(text, one)} for one in row["statements"]
            ]
            measure(article_of(name[:3], text, None, None), gold, counts, errors)
    if options.errors:
        print("\n".join(errors))
    figures = {}
    for name in sorted({name for name, _ in counts}):
        total = counts[name, "all"] or counts[name, "gold"]
        figures[name] = round(counts[name, "right"] / total, 4) if total else 0.0
        print(f"{name:70} {counts[name, 'right']:4} of {total:4}  {figures[name]:.3f}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
