"""Five real articles, which are not part of the project, against one careful reading of them, written down before the run."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from onrecord.vocabulary import Kind
from tests.story.reading import contents, is_found, overlap, record

SEEDS = Path(__file__).parent.parent.parent.parent / "shared" / "seeds"
READING = json.loads((Path(__file__).parent / "seeds.json").read_text("utf-8"))["articles"]
FLOOR = 0.75

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles (../shared/seeds) are not here")


def read_seed(name: str) -> Path:
    path = SEEDS / name
    assert hashlib.sha256(path.read_bytes()).hexdigest() == READING[name]["sha256"], f"{name} is another text"
    return path


def test_three_statements_in_four_are_found() -> None:
    found = total = 0
    for name, article in READING.items():
        predicted = contents(record(read_seed(name)))
        total += len(article["statements"])
        found += sum(is_found([tuple(place) for place in one["content"]], predicted) for one in article["statements"])
    assert found >= FLOOR * total, f"{found} of {total}"


@pytest.mark.parametrize("name", READING)
def test_no_direct_quotation_is_invented(name: str) -> None:
    wanted = [tuple(place) for one in READING[name]["statements"] for place in one["content"]]
    for statement in record(read_seed(name)).statements:
        if statement.kind is Kind.DIRECT:
            for span in statement.content:
                assert any(overlap((span.start, span.end), place) >= 0.5 for place in wanted), span.text


def test_nine_sources_in_ten_are_those_that_the_reader_saw() -> None:
    """Of the statements found whose source the text names, the sources overlap; a missing one counts as wrong."""
    right = total = 0
    for name, article in READING.items():
        found = record(read_seed(name)).statements
        for one in article["statements"]:
            content = [tuple(place) for place in one["content"]]
            same = [each for each in found if is_found(content, [(span.start, span.end) for span in each.content])]
            if one["source"] is None or not same:
                continue
            total += 1
            start, end = one["source"]
            right += any(each.source is not None and each.source.start < end and start < each.source.end for each in same)
    assert right >= 0.9 * total, f"{right} of {total}"


def test_what_the_seeds_say_was_not_said_is_negated() -> None:
    """The two silences of the seeds that the reader saw: on the programme, and on a request."""
    negated = [
        statement.content[0].text for name in READING for statement in record(read_seed(name)).statements if statement.negated
    ]
    assert any("programme" in words for words in negated)
    assert any("request" in words for words in negated)
