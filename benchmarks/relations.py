"""Prints how long a ledger of many statements takes to relate a new article: `python benchmarks/relations.py [STATEMENTS]`.

Each article has some ten statements by actors of one long story, on a day of ten years; a third repeat what an earlier article of
these days reports, some articles are reprinted whole. What compares is the shipped relater, its encoder replaced by a vector of
hashed words, so that what is printed is the processor's time without it; `--fake` takes the relater of the tests instead.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "unit" / "ledger"))

from ledger_builders import office, person
from relation_builders import FakeRelater, report

from onrecord.ledger import Ledger, UtteranceQuery, open_ledger
from onrecord.relate import Relater
from onrecord.relate.meaning import WIDTH
from onrecord.vocabulary import Actor, Record

FIRST, DAYS = date(2031, 1, 1), 3650
SYLLABLES = (
    "ba be bor da del dra fa fen gar go hal hel il jor ka kel lar lo mar mel na nor o pel ra ros sa sel ta tor ul va".split()
)
# The share of statements whose day is not known.
LATE = 0.2


def word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 3)))


class Story:
    """Articles of one long story, made up one after the other."""

    def __init__(self, seed: int = 4) -> None:
        self.chance = random.Random(seed)
        self.words = [word(self.chance) for _ in range(4_000)]
        self.places = [word(self.chance).title() for _ in range(300)]
        self.cast = [self._actor(number) for number in range(400)]
        self.said: dict[int, list[tuple[Actor, str]]] = {}
        self.number = 0

    def _actor(self, number: int) -> Actor:
        names = f"{word(self.chance)} {word(self.chance)}{number}".title()
        return person(names, offices=(office("minister", self.chance.choice(("TV", "VS", "OS", "CV"))),))

    def article(self) -> Record:
        self.number += 1
        day = self.chance.randrange(DAYS)
        said = [self._statement(day) for _ in range(10)]
        said = list({content: (actor, content) for actor, content in said}.values())
        self.said.setdefault(day, []).extend(said)
        facts = " ".join(self._fact() for _ in range(8))
        when = (FIRST + timedelta(days=day)).isoformat()
        made = report(f"Outlet {self.number % 60}", when, *said, also=facts, url=f"u{self.number}")
        unknown = tuple(replace(one, said_on=None) if self.chance.random() < LATE else one for one in made.statements)
        return replace(made, statements=unknown)

    def _statement(self, day: int) -> tuple[Actor, str]:
        if self.chance.random() < 0.33 and day in self.said:
            actor, content = self.chance.choice(self.said[day])
            words = content.split()
            words[self.chance.randrange(len(words))] = self.chance.choice(self.words)
            return actor, " ".join(words)
        # A tenth of the cast says most of what is said.
        actor = self.cast[min(self.chance.randrange(400), self.chance.randrange(400), self.chance.randrange(400))]
        return actor, self._words(self.chance.randint(8, 30))

    def _words(self, number: int) -> str:
        return " ".join(self.words[min(self.chance.randrange(4_000), self.chance.randrange(4_000))] for _ in range(number))

    def _fact(self) -> str:
        names = " and ".join(
            self.chance.choice(self.places[:30] if self.chance.random() < 0.5 else self.places) for _ in range(2)
        )
        return f"In {self.chance.randint(1990, 2031)} {names} {self._words(9)}."


def main(wanted: int, *, fake: bool, profiled: bool) -> None:
    story = Story()
    relater = FakeRelater() if fake else Quick()
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "many.db") as ledger:
        total, last, step = 0, [], 0
        profile = cProfile.Profile()
        while total < wanted:
            made = story.article()
            total += len(made.statements)
            ledger.add(made)
            started = time.process_time()
            if profiled and total > wanted * 0.95:
                profile.enable()
            ledger.relate(relater)
            profile.disable()
            last.append(time.process_time() - started)
            step += 1
            if step in (300, 1_000, 3_000) or step % 5_000 == 0 or total >= wanted:
                _tell(total, step, last[-200:])
        _ask(ledger, Path(folder) / "many.db")
        if profiled:
            pstats.Stats(profile).sort_stats("cumulative").print_stats(45)


class Quick(Relater):
    """The shipped relater with hashed words in place of the encoder: nearness of texts that share words, at no cost."""

    def vectors(self, texts: Sequence[str]) -> list[bytes]:
        return [_hashed(one) for one in texts]


@cache
def _of_word(one: str) -> NDArray[np.float64]:
    return np.random.default_rng(crc32(one.encode())).standard_normal(WIDTH)


def _hashed(words: str) -> bytes:
    found = np.zeros(WIDTH)
    for one in words.lower().split():
        found += _of_word(one)
    return bytes(np.round(found / max(np.linalg.norm(found), 1e-9) * 127).astype(np.int8).tobytes())


def _tell(total: int, articles: int, spent: list[float]) -> None:
    ordered = sorted(spent)
    at_95 = ordered[int(len(ordered) * 0.95)] * 1000
    median = statistics.median(ordered) * 1000
    spent_on = f"relating one takes {median:6.1f} ms of one core in the median, {at_95:6.1f} ms at 95 %"
    print(f"{total:7} statements, {articles:6} articles: {spent_on}", flush=True)


def _ask(ledger: Ledger, path: Path) -> None:
    for what, ask in (
        ("utterances with 2 reports, first 20", lambda: len(list(ledger.utterances(UtteranceQuery(reports=2, limit=20))))),
        ("disagreements", ledger.count_disagreements),
        ("copies", lambda: len(ledger.copies())),
    ):
        started = time.perf_counter()
        print(f"{what}: {ask()} in {(time.perf_counter() - started) * 1000:.0f} ms")
    print(f"the file has {path.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("statements", type=int, nargs="?", default=100_000)
    parser.add_argument("--fake", action="store_true", help="the relater of the tests")
    parser.add_argument("--profile", action="store_true", help="where the time of the last ones goes")
    chosen = parser.parse_args()
    main(chosen.statements, fake=chosen.fake, profiled=chosen.profile)
