"""Prints how long a ledger of many actors takes to join a new article's: `python benchmarks/actors.py [ACTORS]`.

The names are made of syllables; 40 % of the persons have one of 400 surnames. Each article has some 20 actors: five of the story,
new persons, a spelling variant, two surnames alone, two bodies, an unnamed source.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "unit" / "ledger"))

from ledger_builders import body, office, person, stranger, told

from onrecord.identify.who.resolving import resolve
from onrecord.ledger import StatementQuery, open_ledger
from onrecord.ledger.articles import adding
from onrecord.vocabulary import Actor, ActorType, content_id

SYLLABLES = """ba be bor da del dra fa fen gar go hal hel il jor ka kel lar lo mar mel na nor o pel ra ros sa sel ta tor ul va ven
yl zan""".split()


def word(chance: random.Random, low: int = 2, high: int = 3) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(low, high))).title()


def article(chance: random.Random, number: int, surnames: list[str], story: list[Actor]) -> list[Actor]:
    cast = chance.sample(story, 5)
    for _ in range(9):
        surname = chance.choice(surnames) if chance.random() < 0.4 else word(chance, 3, 4)
        cast.append(person(f"{word(chance)} {surname}", surname, offices=(office("minister", "TV"),)))
    cast += [person(chance.choice(story).name.replace("l", "ll"))]
    cast += [stranger(chance.choice(surnames), str(number)), stranger(word(chance), str(number))]
    cast += [body(f"{word(chance)} Union"), body(f"{word(chance)} Bank")]
    cast.append(Actor(content_id("unnamed", str(number)), "an official", ActorType.UNNAMED, ("an official",)))
    return list({one.id: one for one in cast}.values())


def main(wanted: int) -> None:
    chance = random.Random(4)
    surnames = [word(chance) for _ in range(400)]
    story = [person(f"{word(chance)} {word(chance)}", offices=(office("president", "TV"),)) for _ in range(30)]
    spent: list[float] = []
    join = adding.join

    def timed(*given: object) -> None:
        started = time.perf_counter()
        join(*given)  # type: ignore[arg-type]
        spent.append(time.perf_counter() - started)

    adding.join = timed
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "many.db", resolve=resolve) as ledger:
        number, whole = 0, []
        while True:
            made = told(str(number), *article(chance, number, surnames, story))
            started = time.perf_counter()
            ledger.add(made)
            whole.append(time.perf_counter() - started)
            number += 1
            if number % 250 == 0:
                total = ledger.count_actors()
                last, all_of = spent[-100:], whole[-100:]
                joined = f"{statistics.median(last) * 1000:5.1f} ms median, {sorted(last)[94] * 1000:5.1f} ms at 95 %"
                added = f"{statistics.median(all_of) * 1000:5.1f} ms"
                print(f"{total:7} actors, {number:6} articles: joining {joined}; adding {added}", flush=True)
                if total >= wanted:
                    break
        for what, ask in (
            ("actors, all", lambda: len(list(ledger.actors()))),
            ("speaker filter", lambda: ledger.count_statements(StatementQuery(speaker=story[0].name))),
            ("actor shown", lambda: len(ledger.actor(story[0].id).names)),
            ("merge", lambda: ledger.merge(story[1].id, story[2].id, by="Ada").id),
            ("verify", lambda: len(list(ledger.verify()))),
        ):
            started = time.perf_counter()
            print(f"{what}: {ask()} in {(time.perf_counter() - started) * 1000:.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
