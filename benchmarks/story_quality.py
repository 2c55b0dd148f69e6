"""Prints how well whole stories are put together: `python benchmarks/story_quality.py [FOLDER …] [--verbose]`.

A story is a folder of articles with its truth, written before anything was measured on it: those of `benchmarks/stories` and the
example story. Everything is measured end to end, on what onrecord itself reads out of the articles: a statement of the truth is
read where one was extracted whose content shares half of its characters with it, or holds nearly all of it. Printed for each
story are

- pairs: of the pairs of statements that report one act of saying, those joined, and of those joined the share that is right
  (pairs that the truth leaves open count neither way); the same for utterances printed by two articles and more;
- disagreements: those of the truth that are found, and what else is;
- positions on the story's question (`question.toml`): of the statements whose position the truth holds to be plain, those that
  take it, those placed wrongly and those that nobody could place; statements rightly held to be about it or not; shifts.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

import sqlalchemy as sa

import onrecord
from onrecord.ledger import DisagreementRow, Ledger, PositionQuery, ShiftRow, UtteranceQuery
from onrecord.ledger.relations.telling import Tellings
from onrecord.relate import Relater
from onrecord.relate.placer import Placer
from onrecord.relate.positions.files import read_question
from onrecord.vocabulary import Record, Statement
from onrecord.vocabulary.questions import Position
from onrecord.vocabulary.relations import Telling

HERE = Path(__file__).parent
Pair = frozenset[str]
Place = tuple[str, int, int]


@dataclass
class Story:
    """The truth of a story in one shape, and what was read of its articles."""

    folder: Path
    truth: dict[str, Any]
    records: dict[str, Record] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.folder.name

    @cached_property
    def statements(self) -> dict[str, dict[str, Any]]:
        """The statements of the truth by their ids, each with `file` and the places of its `content` in the article."""
        if "statements" in self.truth:
            listed = [(one["file"], one, one["content"]) for one in self.truth["statements"]]
        else:
            listed = [
                (article["file"], one, [span["text"] for span in one["content"]])
                for article in self.truth["articles"]
                for one in article["statements"]
            ]
        return {one["id"]: one | {"file": file, "places": list(self._places(file, slices, one))} for file, one, slices in listed}

    def _places(self, file: str, slices: Sequence[str], one: dict[str, Any]) -> Iterator[tuple[int, int]]:
        words = self.records[file].article.text
        for number, piece in enumerate(slices):
            span = one["content"][number]
            at = words.find(piece)
            for _ in range(span.get("occurrence", 1) - 1 if isinstance(span, dict) else 0):
                at = words.find(piece, at + 1)
            if isinstance(span, dict) and "start" in span:
                at = span["start"]
            if at >= 0:
                yield at, at + len(piece)

    @cached_property
    def read(self) -> dict[str, str]:
        """The ids of the statements that were read, and of the truth's statement each one is."""
        ranked = []
        for name, one in self.statements.items():
            for statement in self.records[one["file"]].statements:
                if (shared := alike(one["places"], statement)) >= 0.5:
                    ranked.append((shared, name, statement.id))
        found: dict[str, str] = {}
        taken: set[str] = set()
        for _, name, statement in sorted(ranked, reverse=True):
            if name not in taken and statement not in found:
                found[statement] = name
                taken.add(name)
        return found

    @cached_property
    def wanted(self) -> set[Pair]:
        return _pairs(one["statements"] for one in self.truth["utterances"])

    @cached_property
    def open(self) -> set[Pair]:
        """The pairs that count neither way."""
        may = (one["statements"] if isinstance(one, dict) else one for one in self.truth["may_join"])
        return _pairs(may) - self.wanted

    def speaker_of(self, statement: str) -> str | None:
        """The actor of the truth who made a statement."""
        one = self.statements[statement]
        return one.get("speaker") or next(iter(one.get("speakers", ())), None)

    def file_of(self, statement: str) -> str:
        return str(self.statements[statement]["file"])


def alike(places: Sequence[tuple[int, int]], statement: Statement) -> float:
    """The share of characters that two contents have in common; at least a half where one holds the other."""
    mine = {at for start, end in places for at in range(start, end)}
    others = {at for span in statement.content for at in range(span.start, span.end)}
    shared = len(mine & others)
    share = shared / max(len(mine | others), 1)
    return max(share, 0.5) if shared >= 0.8 * max(len(mine), 1) else share


def _pairs(groups: Iterable[Sequence[str]]) -> set[Pair]:
    return {frozenset(pair) for group in groups for pair in combinations(sorted(set(group)), 2)}


def load(folder: Path) -> Story:
    """A story with its articles read."""
    story = Story(folder, json.loads((folder / "truth.json").read_text(encoding="utf-8")))
    files = sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".html"))
    story.records = {path.name: onrecord.extract(onrecord.read(path)) for path in files}
    return story


def fill(ledger: Ledger, story: Story) -> None:
    for record in story.records.values():
        ledger.add(record)
    ledger.relate(Relater())


def tellings(story: Story, wanted: Container[str]) -> list[Telling]:
    """Some statements of a story (ids), as they are compared once all its articles are in one ledger."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "story.db"
        with onrecord.open_ledger(path) as ledger:
            fill(ledger, story)
        with sa.create_engine(f"sqlite:///{path}").connect() as connection:
            rows = connection.execute(sa.text("SELECT row, id FROM statements ORDER BY row")).all()
            return Tellings(connection).of([row.row for row in rows if row.id in wanted])


def ask(ledger: Ledger, story: Story) -> None:
    """Places the statements on the story's question."""
    ledger.add_question(*read_question(str(story.folder / "question.toml")))
    ledger.place(Placer())


def joined(story: Story, ledger: Ledger) -> set[Pair]:
    """The pairs of the truth's statements that are held to be one utterance, but for those that count neither way."""
    rows = ledger.utterances(UtteranceQuery(statements=2))
    return _pairs([story.read[one] for one in row.statements if one in story.read] for row in rows) - story.open


def clashes(story: Story, ledger: Ledger) -> tuple[set[str], list[DisagreementRow]]:
    """The disagreements of the truth (ids) that are found, and what else is held to be one."""
    planted = {one["id"]: one for one in story.truth["disagreements"]}
    names = {record.article.id: file for file, record in story.records.items()}
    hit: set[str] = set()
    others: list[DisagreementRow] = []
    for row in ledger.disagreements():
        near = {key for key, one in planted.items() if _is_planted(row, one, story, names)}
        hit |= near
        if not near:
            others.append(row)
    return hit, others


def tell_pairs(story: Story, ledger: Ledger, *, verbose: bool) -> None:
    pairs = joined(story, ledger)
    right, wrong = pairs & story.wanted, pairs - story.wanted
    known = set(story.read.values())
    readable = {pair for pair in story.wanted if pair <= known}
    across = {pair for pair in story.wanted if len({story.file_of(one) for one in pair}) > 1}
    print(
        f"{story.name}: {len(known)} of {len(story.statements)} statements read; "
        f"pairs joined {len(right)} of {len(story.wanted)} ({len(readable)} read), {len(wrong)} wrongly; "
        f"across articles {len(right & across)} of {len(across)} ({len(readable & across)} read)"
    )
    several = [one["statements"] for one in story.truth["utterances"]]
    several = [group for group in several if len({story.file_of(one) for one in group}) > 1]
    found = sum(bool(_pairs([group]) & right & across) for group in several)
    print(f"  utterances of two articles and more: {found} of {len(several)}")
    if verbose:
        for pair in sorted(map(sorted, wrong)):
            print("  WRONG", *pair, *(f"\n     {_content(story, one)}" for one in pair))
        for pair in sorted(map(sorted, readable - pairs)):
            print("  missed", *pair, *(f"\n     {_content(story, one)}" for one in pair))


def _content(story: Story, name: str) -> str:
    one = story.statements[name]
    words = story.records[one["file"]].article.text
    return " … ".join(words[start:end] for start, end in one["places"])[:160]


def tell_disagreements(story: Story, ledger: Ledger, *, verbose: bool) -> None:
    planted = {one["id"] for one in story.truth["disagreements"]}
    hit, others = clashes(story, ledger)
    print(f"  disagreements: {len(hit)} of {len(planted)} found, {len(others)} others")
    if verbose:
        print("  missed:", *sorted(planted - hit))
        for row in others:
            print("  OTHER", row.kind, "|", row.about, "|", *(place.text for side in row.sides for place in side.places))


def _is_planted(row: DisagreementRow, one: dict[str, Any], story: Story, names: dict[str, str]) -> bool:
    """Whether a place of two sides at least is one of the truth's, in the same article and by the same words or part of them."""
    sides = 0
    for side in one["sides"]:
        places = [(_file(place, story), place["text"]) for place in side["places"]]
        sides += any(
            names[found.article] == file and (found.text in words or words in found.text)
            for told in row.sides
            for found in told.places
            for file, words in places
        )
    return sides >= 2


@dataclass
class Placements:
    """How many statements about the question have their position rightly, wrongly, not; and how many are rightly told to be about
    it or not, of those for which it is told at all.
    """

    right: int = 0
    wrong: int = 0
    unsure: int = 0
    about_right: int = 0
    about_told: int = 0
    about_unsure: int = 0


def placements(ledger: Ledger, truth: dict[str, list[dict[str, Any]]]) -> Placements:
    """The positions in a ledger against the truth's of each statement (id); what the truth calls debatable counts neither way."""
    found = Placements()
    for row in ledger.positions(PositionQuery(about=False, unsure=True)):
        told = truth.get(row.row.statement.id)
        firm = {one["position"] for one in told or () if not one.get("debatable")}
        if told is None or (told and not firm):
            continue
        is_about = row.position != Position.NOT_ABOUT
        found.about_unsure += row.position is None
        found.about_told += row.position is not None
        found.about_right += row.position is not None and is_about == bool(firm)
        if firm and is_about:
            found.unsure += row.position is None
            found.right += row.position in firm
            found.wrong += row.position is not None and row.position not in firm
    return found


def tell_positions(story: Story, ledger: Ledger) -> None:
    truth = {statement: story.statements[name].get("positions", []) for statement, name in story.read.items()}
    found = placements(ledger, truth)
    print(
        f"  positions: {found.right} right, {found.wrong} wrong, {found.unsure} unsure; "
        f"about or not right for {found.about_right} of {found.about_told}, {found.about_unsure} unsure"
    )


def moved(story: Story, ledger: Ledger) -> tuple[list[int], list[ShiftRow]]:
    """The shifts of the truth (by their numbers) that are found, by actor, reading and kind, and what else is held to be one."""
    found, others = set(), []
    for row in ledger.shifts():
        names = [story.read.get(one.row.statement.id) for one in row.statements]
        actors = {story.speaker_of(name) for name in names if name}
        near = {
            number
            for number, one in enumerate(story.truth["shifts"])
            if one["actor"] in actors and one["reading"] in (row.before[0], row.after[0]) and one["kind"] == row.kind
        }
        found |= near
        if not near:
            others.append(row)
    return sorted(found), others


def tell_shifts(story: Story, ledger: Ledger, *, verbose: bool) -> None:
    found, others = moved(story, ledger)
    print(f"  shifts: {len(found)} of {len(story.truth['shifts'])} found, {len(others)} others")
    if verbose:
        for row in others:
            print("  OTHER", row.kind, "|", row.actor_name, "|", *row.before, "|", *row.after)


def _file(place: dict[str, Any], story: Story) -> str:
    if "file" in place:
        return str(place["file"])
    return next(str(one["file"]) for one in story.truth["articles"] if one["id"] == place["article"])


def main(folders: Sequence[Path], *, verbose: bool) -> None:
    for folder in folders:
        story = load(folder)
        with tempfile.TemporaryDirectory() as place, onrecord.open_ledger(Path(place) / "story.db") as ledger:
            fill(ledger, story)
            tell_pairs(story, ledger, verbose=verbose)
            tell_disagreements(story, ledger, verbose=verbose)
            ask(ledger, story)
            tell_positions(story, ledger)
            tell_shifts(story, ledger, verbose=verbose)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", help="stories (default: all)")
    parser.add_argument("--verbose", action="store_true", help="each pair and disagreement that is missed or wrong")
    chosen = parser.parse_args()
    listed = chosen.folders or [HERE.parent / "examples" / "veshia", *sorted(path for path in (HERE / "stories").iterdir())]
    if missing := [str(folder) for folder in listed if not (folder / "truth.json").exists()]:
        sys.exit(f"No truth.json in {', '.join(missing)}: give folders of stories.")
    main(listed, verbose=chosen.verbose)
