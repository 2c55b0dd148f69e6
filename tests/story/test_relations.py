"""What is found between the articles of the example story, against its truth: copies, utterances, disagreements.

Measured end to end, on what onrecord itself reads out of the articles: what it does not find there it cannot join. The floors are
what was measured; they do not lower by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from onrecord.ledger import DisagreementRow, Ledger, UtteranceQuery, open_ledger
from tests.story.test_story import TRUTH
from tests.story.test_who_and_when import found

# Of the pairs of reports of one utterance, those joined; of the pairs joined, those that are; disagreements found.
JOINED = 0.42
PRECISE = 0.95
DISAGREEMENTS = 7
FALSE_DISAGREEMENTS = 0


@pytest.fixture(scope="module")
def story(story_file: Path) -> Iterator[Ledger]:
    with open_ledger(story_file, read_only=True) as ledger:
        yield ledger
        assert list(ledger.verify()) == []


@cache
def told() -> dict[str, str]:
    """The truth's statement of each statement that was read."""
    return {one.statement.id: one.truth["id"] for one in found()}


@cache
def truly() -> dict[str, set[str]]:
    """The truth's utterances of each of its statements."""
    utterances: dict[str, set[str]] = {}
    for one in TRUTH["utterances"]:
        for statement in one["statements"]:
            utterances.setdefault(statement, set()).add(one["id"])
    return utterances


def pairs(groups: list[list[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


def joined(story: Ledger) -> set[frozenset[str]]:
    """The pairs of the truth's statements that are held to be of one utterance."""
    rows = story.utterances(UtteranceQuery(statements=2))
    return pairs([[told()[one] for one in row.statements if one in told()] for row in rows])


def test_reports_of_one_utterance_are_joined_and_no_others(story: Ledger) -> None:
    read = set(told().values())
    wanted = pairs([[one for one in utterance["statements"] if one in read] for utterance in TRUTH["utterances"]])
    neutral = pairs([one["statements"] for one in TRUTH["may_join"]])
    right = joined(story) & wanted
    wrong = joined(story) - wanted - neutral
    said = f"{len(right)} of {len(wanted)} pairs joined, {len(wrong)} wrongly: {sorted(map(sorted, wrong))}"
    assert len(right) >= JOINED * len(wanted), said
    assert len(right) >= PRECISE * (len(right) + len(wrong)), said


def test_what_the_truth_keeps_apart_is_not_joined(story: Ledger) -> None:
    apart = pairs([one["statements"] for one in TRUTH["not_joined"]])
    assert not joined(story) & apart


def test_copies_and_their_originals_are_found_and_no_others(story: Ledger) -> None:
    wanted = set()
    for one in TRUTH["lineages"]:
        members = {copy["article"] for copy in one["copies"]} | ({one["original"]} if one["original"] else set())
        wanted.add(frozenset(members))
    stems = {row.id: Path(row.path or "").stem for row in story.articles()}
    lineages = {frozenset(stems[one.id] for one in lineage.articles) for lineage in story.lineages()}
    assert {one for one in lineages if len(one) > 1} == wanted


def values(row: DisagreementRow) -> set[str]:
    return {place.text for side in row.sides for place in side.places}


def test_planted_disagreements_are_found_and_no_others(story: Ledger) -> None:
    rows = list(story.disagreements())
    planted = {one["id"]: {place["text"] for side in one["sides"] for place in side["places"]} for one in TRUTH["disagreements"]}
    of_kind = {one["id"]: one["kind"] for one in TRUTH["disagreements"]}
    matched = {}
    for row in rows:
        texts = values(row)
        near = [
            key
            for key, words in planted.items()
            if of_kind[key] == row.kind and any(a in b or b in a for a in words for b in texts)
        ]
        matched[row.id] = near
    hit = {key for near in matched.values() for key in near}
    false = [(row.kind, row.about) for row in rows if not matched[row.id]]
    said = f"found {sorted(hit)}, not {sorted(planted.keys() - hit)}, others {false}"
    assert len(hit) >= DISAGREEMENTS, said
    assert len(false) <= FALSE_DISAGREEMENTS, said


def test_every_article_that_prints_a_side_stands_on_it(story: Ledger) -> None:
    """Of what is found, each side of the truth has a place in each of its articles; a name is marked where it is printed."""
    file_of = {row.id: Path(row.path or "").name for row in story.articles()}
    for planted in TRUTH["disagreements"]:
        for side in planted["sides"]:
            words = {place["text"] for place in side["places"]}
            files = {next(one["file"] for one in TRUTH["articles"] if one["id"] == place["article"]) for place in side["places"]}
            found = [
                told.places
                for row in story.disagreements()
                if row.kind == planted["kind"]
                for told in row.sides
                if any(place.text in text or text in place.text for place in told.places for text in words)
            ]
            printed = {file_of[place.article] for places in found for place in places}
            assert not found or files - {"worldbrief24-roadmap.txt"} <= printed, (planted["id"], files - printed)
    for row in story.disagreements():
        assert row.kind != "name" or all(place.text == side.value for side in row.sides for place in side.places)
