"""Who says what of the example story and when, against its truth: the speakers, the days, and one actor for each person.

Measured on the statements of the truth that are found (`test_story.py` counts those). A speaker is right by the name: a person by
the surname, in a spelling of the story ("the former ambassador", left as it stands, is wrong); a body, a group or an unnamed
source by its words. A day is right as the truth's interval; where the truth has none, no first day may be claimed. The floors
are what was measured; they do not lower by themselves.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.text.spelling import fold
from onrecord.vocabulary import Record, Span, Statement
from tests.story.reading import overlap, record
from tests.story.test_story import ARTICLES, STORY, TRUTH, places

SPEAKERS = 0.92
DAYS = 0.75
ONE_ACTOR = 0.78

ACTORS = {one["id"]: one for one in TRUTH["actors"]}
PERSONS = {key for key, one in ACTORS.items() if one["type"] == "person"}
# The surnames of the story in the spellings of its outlets, where they have others than the truth's name of the person.
SPELLINGS = {"malvesky": ("malveskiy", "malveskyi", "malwesky"), "halmvik": ("halmwick",), "vorda": ("worda",)}
PRONOUNS = {"he", "she", "it", "they", "who", "i", "his", "her", "their", "its"}
LEADING = ("the ", "a ", "an ", "his ", "some ")


@dataclass(frozen=True)
class Found:
    """A statement of the truth beside the statement that was found for it."""

    file: str
    truth: dict
    statement: Statement
    has_source: bool

    def __str__(self) -> str:
        source = self.truth["source"]["text"] if self.truth["source"] else "-"
        return f"{self.truth['id']} [{' '.join(source.split())[:60]}]"


@cache
def found() -> tuple[Found, ...]:
    return tuple(one for name in ARTICLES for one in pairs(name, record(STORY / name)))


def pairs(name: str, read: Record) -> Iterator[Found]:
    """The statements of the truth with those found, each at most once: first those that share source and cue as well."""
    ranked = []
    for number, truth in enumerate(ARTICLES[name]["statements"]):
        source, cue, content = (places(spans, read) for spans in (some(truth["source"]), some(truth["cue"]), truth["content"]))
        for other, each in enumerate(read.statements):
            if (of_content := share(content, each.content)) >= 0.5:
                same_source, same_cue = share(source, some(each.source)) > 0, share(cue, some(each.cue)) > 0
                one = Found(name, truth, each, same_source or (not source and each.source is None))
                ranked.append((same_source + same_cue, of_content, -number, -other, one))
    told, read_before = set(), set()
    for *_, number, other, one in sorted(ranked, key=lambda row: row[:4], reverse=True):
        if number not in told and other not in read_before:
            told.add(number)
            read_before.add(other)
            yield one


def share(wanted: list[tuple[int, int]], spans: Iterable[Span]) -> float:
    return max((overlap(place, (span.start, span.end)) for place in wanted for span in spans), default=0)


def some(one: Any) -> list[Any]:
    return [] if one is None else [one]


def surnames(actor: str) -> tuple[str, ...]:
    last = fold(ACTORS[actor]["name"]).split()[-1]
    return (last, *SPELLINGS.get(actor, ()))


def is_called(actor: str, name: str) -> bool:
    said = fold(name)
    if actor not in PERSONS:
        forms = [bare(form) for form in (ACTORS[actor]["name"], *ACTORS[actor]["names"])]
        return any(bare(said) == form or bare(said) in form or form in bare(said) for form in forms)
    if said.split()[-1] not in surnames(actor):
        return False
    namesakes = [other for other in PERSONS - {actor} if set(surnames(other)) & set(surnames(actor))]
    # Of two with one surname, the given name or the title of the article's own words tells which.
    return not namesakes or fold(ACTORS[actor]["name"]).split()[0] in said or any(said in fold(form) for form in titled(actor))


def titled(actor: str) -> list[str]:
    return [form for form in ACTORS[actor]["names"] if form.startswith(("Ms ", "Mr "))]


def bare(words: str) -> str:
    words = fold(words)
    for article in LEADING:
        words = words.removeprefix(article)
    return words


def speaker_is_right(one: Found) -> bool:
    speaker = one.statement.speaker
    if not one.truth["speakers"]:
        return speaker is None or speaker.actor is None
    return speaker is not None and all(is_called(actor, name) for actor, name in zipped(one.truth["speakers"], speaker.name))


def zipped(actors: list[str], name: str) -> list[tuple[str, str]]:
    """The actors with the names of them: of a compound source, all the words that name it for each."""
    if len(actors) == 1:
        return [(actors[0], name)]
    parts = name.replace(", ", " and ").split(" and ")
    return [(actor, next((part for part in parts if is_called(actor, part)), "nobody")) for actor in actors]


def day_is_right(one: Found) -> bool:
    said, wanted = one.statement.said_on, one.truth["said_on"]
    if wanted is None:
        return said is None or said.earliest is None
    return said is not None and (said.earliest, said.latest) == (wanted["earliest"][:10], wanted["latest"][:10])


def how(one: Found) -> str:
    """By what the text names the speaker: a name, a pronoun, a title, a kind of body; or that its source was not found."""
    source, actors = one.truth["source"], one.truth["speakers"]
    if not one.has_source:
        return "source not found"
    if not actors:
        return "nobody"
    if source is None:
        return "no source"
    words = fold(source["text"]).replace("'s", "").replace(",", "").split()
    if words[0] in PRONOUNS and len(words) == 1:
        return "pronoun"
    if actors[0] in PERSONS:
        return "name" if set(words) & set(surnames(actors[0])) else "title"
    return ACTORS[actors[0]]["type"]


def dated(one: Found) -> str:
    wanted = one.truth["said_on"]
    if wanted is None:
        return "no day" if ARTICLES[one.file]["published"] else "no day, nor one of publication"
    return wanted["basis"]


def figures(kinds: list[tuple[str, bool]]) -> str:
    total, right = Counter(kind for kind, _ in kinds), Counter(kind for kind, is_right in kinds if is_right)
    shown = [f"{kind} {right[kind]} of {total[kind]}" for kind in sorted(total)]
    return f"{sum(right.values())} of {len(kinds)}: " + "; ".join(shown)


def test_speakers_are_those_of_the_truth() -> None:
    told = [(one, speaker_is_right(one)) for one in found()]
    wrong = [f"{one}: {one.statement.speaker}, not {one.truth['speakers']}" for one, right in told if not right]
    right = sum(right for _, right in told)
    assert right >= SPEAKERS * len(told), "\n".join([figures([(how(one), right) for one, right in told]), *wrong])


def test_days_are_those_of_the_truth() -> None:
    told = [(one, day_is_right(one)) for one in found()]
    wrong = [f"{one}: {one.statement.said_on}, not {one.truth['said_on']}" for one, right in told if not right]
    right = sum(right for _, right in told)
    assert right >= DAYS * len(told), "\n".join([figures([(dated(one), right) for one, right in told]), *wrong])


@pytest.fixture(scope="module")
def kept(story_file: Path) -> dict[str, set[str]]:
    """For each person, the actors of a ledger of the whole story that say what the person says, where the name was read right."""
    people: dict[str, set[str]] = defaultdict(set)
    with onrecord.open_ledger(story_file, read_only=True) as ledger:
        speakers = {row.statement.id: row.statement.speaker for row in ledger.statements()}
    for one in found():
        speaker = speakers[one.statement.id]
        if len(one.truth["speakers"]) == 1 and one.truth["speakers"][0] in PERSONS and speaker_is_right(one):
            people[one.truth["speakers"][0]].add(speaker.actor if speaker and speaker.actor else "none")
    return people


def test_no_two_persons_of_the_story_are_one_actor(kept: dict[str, set[str]]) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for person, actors in kept.items():
        for actor in actors - {"none"}:
            owners[actor].add(person)
    assert all(len(persons) == 1 for persons in owners.values()), [sorted(persons) for persons in owners.values()]


def test_each_person_of_the_story_is_one_actor(kept: dict[str, set[str]]) -> None:
    split = {person: sorted(actors) for person, actors in kept.items() if len(actors) > 1}
    assert len(split) <= (1 - ONE_ACTOR) * len(kept), f"{len(kept) - len(split)} of {len(kept)} persons are one actor: {split}"
