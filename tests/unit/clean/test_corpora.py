"""Floors on real articles: what zones cost, and what they find. Skipped where the corpora are not there."""

from __future__ import annotations

import json
import lzma
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from onrecord.clean import read_bytes, read_path
from onrecord.clean.zones import lines_of, mark
from onrecord.vocabulary import Article, Zone, ZoneKind

SHARED = Path(__file__).resolve().parents[4] / "shared"
POLNEAR = SHARED / "corpora" / "polnear" / "train.jsonl.xz"
SEEDS = SHARED / "seeds"
LOSING = (ZoneKind.BYLINE, ZoneKind.CAPTION, ZoneKind.BOILERPLATE, ZoneKind.PULL_QUOTE)
needs_polnear = pytest.mark.skipif(not POLNEAR.exists(), reason="PolNeAR is not beside the repository (../shared/corpora)")


@dataclass(frozen=True)
class Annotated:
    """A text, the spans of each of its gold attributions, and the spans that the annotators did not take for the article."""

    text: str
    relations: list[list[tuple[int, int]]]
    discarded: list[tuple[int, int]]


@pytest.fixture(scope="module")
def polnear() -> list[Annotated]:
    with lzma.open(POLNEAR, "rt") as file:
        return [annotated(json.loads(line)) for line in file]


def annotated(row: dict[str, Any]) -> Annotated:
    first = row["annotators"][0]
    relations = [
        [tuple(span) for role in ("source", "cue", "content") for span in relation[role] or ()] for relation in first["relations"]
    ]
    return Annotated(row["text"], relations, [tuple(span) for span in first["discard"]])


def losing_zones(text: str) -> list[Zone]:
    lines = lines_of(text)
    return [Zone(line.start, line.end, kind) for line, kind in zip(lines, mark(lines), strict=True) if kind in LOSING]


@needs_polnear
def test_zones_cost_under_one_gold_attribution_in_a_thousand_and_cover_a_third_of_what_is_no_article(
    polnear: list[Annotated],
) -> None:
    lost = discarded = covered = 0
    for row in polnear:
        zones = losing_zones(row.text)
        lost += sum(
            any(start < zone.end and zone.start < end for start, end in spans for zone in zones) for spans in row.relations
        )
        characters = {place for start, end in row.discarded for place in range(start, end)}
        discarded += len(characters)
        covered += sum(place in characters for zone in zones for place in range(zone.start, zone.end))
    assert lost / sum(len(row.relations) for row in polnear) < 0.001
    assert covered / discarded > 0.35


@needs_polnear
def test_every_article_of_polnear_is_read_unchanged_and_nine_titles_in_ten_are_found(polnear: list[Annotated]) -> None:
    titled = 0
    for row in polnear:
        (found,) = read_bytes(row.text.encode(), path="a.txt")
        assert isinstance(found, Article), found
        assert found.text == row.text
        titled += any(zone.kind is ZoneKind.TITLE and zone.start == 0 for zone in found.zones)
    assert titled / len(polnear) > 0.9


@pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not beside the repository (../shared/seeds)")
def test_the_zones_of_the_five_seeds_are_right() -> None:
    t, b, c, q, p = ZoneKind
    expected = [[t, t, b, b], [t], [], [c, c, t, q, p], [t, b, p, p, p]]
    found = []
    for path in sorted(SEEDS.glob("*.txt")):
        (article,) = read_path(path)
        assert isinstance(article, Article)
        assert article.text == path.read_bytes().decode()
        found.append([zone.kind for zone in article.zones])
    assert found == expected
