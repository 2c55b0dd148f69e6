"""Times the pages of the desk on a long story: `python benchmarks/desk.py [STATEMENTS] [--ledger PATH] [--check]`.

The articles are made up (`made_up.py`), one statement in fifty on a question that is followed, one in five with a sum that
reports may get wrong; networks are replaced by rules, since what is timed is how the desk answers, not how the ledger was made
(an hour on a busy machine of two cores; `--ledger` keeps it, or takes one that was kept). For each kind of page, over many
addresses: the median and the 95th percentile of the server's time on one core, warm, the slowest, the slowest first visit after
a decision, and the largest page. With `--check` it exits 1 where a floor is missed.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import argparse
import cProfile
import pstats
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from zlib import crc32

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "unit" / "ledger"))

from fastapi.testclient import TestClient
from made_up import STATEMENTS, Said, Story
from question_builders import CHARTER, FakePlacer
from relation_builders import FakeRelater

from onrecord.identify.who.resolving import resolve
from onrecord.ledger import (
    ActorQuery,
    ArticleQuery,
    DisagreementQuery,
    Ledger,
    PositionQuery,
    StatementQuery,
    UtteranceQuery,
    open_ledger,
)
from onrecord.surfaces.desk import links
from onrecord.surfaces.desk.app import desk
from onrecord.surfaces.desk.opened import Opened
from onrecord.surfaces.desk.running import settle
from onrecord.surfaces.desk.security import Rules
from onrecord.vocabulary import (
    Article,
    Fact,
    Kind,
    Mention,
    MentionType,
    Printed,
    Record,
    Rejection,
    RejectionReason,
    Statement,
    Verdict,
)

# The floors: milliseconds of one core at the median and at 95 %, and the kilobytes of a page.
MEDIAN, AT_95, LARGEST = 150.0, 400.0, 300.0
# The share of statements on the question, and how many addresses of each kind are asked for.
ON_QUESTION, ADDRESSES, FIRST_VISITS = 0.02, 20, 2
# The share of statements that name a sum.
PRICED = 0.2
JUDGED = 60


class Debated(Story):
    """The story, in which some statements say what will, or should, become of a charter."""

    def _statement(self, before: Sequence[Said]) -> Said:
        said = self._priced(super()._statement(before))
        if self.chance.random() >= ON_QUESTION or "charter" in said.words:
            return said
        turn = self.chance.choice(("", "not ", "if ", "perhaps "))
        return replace(said, words=f"the charter {self.chance.choice(('will', 'should'))} {turn}{said.words}")

    def _priced(self, said: Said) -> Said:
        """One statement in five names a sum; a third of those who tell of it again name another one."""
        words = said.words.split()
        if words[-1] == "crowns":
            words[-2] = str(self.chance.randint(2, 400)) if self.chance.random() < 0.3 else words[-2]
        elif self.chance.random() < PRICED:
            words += ["for", str(self.chance.randint(2, 400)), "crowns"]
        return replace(said, words=" ".join(words))

    def article(self) -> Record:
        made = super().article()
        sure = tuple(replace(one, confidence=0.5 + crc32(one.id.encode()) % 500 / 1000) for one in made.statements)
        return replace(made, statements=sure, mentions=tuple(_mentions(made)))


def _mentions(made: Record) -> list[Mention]:
    """Every place where the text names one of those who speak in it."""
    found = []
    for one in made.actors:
        start = made.article.text.find(one.name)
        while start >= 0:
            end = start + len(one.name)
            found.append(Mention(start, end, one.id, one.name, MentionType(one.type.value) if one.type else None))
            start = made.article.text.find(one.name, end)
    return sorted(found, key=lambda one: (one.start, -one.end))


class Lean(FakeRelater):
    """The relater of the tests with fewer marks of each text, and facts in a tenth of the articles: as quick as it can be."""

    def fingerprints(self, article: Printed) -> tuple[int, ...]:
        return tuple(one for one in super().fingerprints(article) if one % 16 == 0)

    def vectors(self, texts: Sequence[str]) -> list[bytes]:
        return [bytes(64)] * len(texts)

    def facts(self, article: Article, statements: Sequence[Statement]) -> list[Fact]:
        return super().facts(article, statements)[:2] if crc32(article.id.encode()) % 10 == 0 else []


def make(path: Path, statements: int) -> None:
    """Makes the ledger: articles related and placed on the question, and what some persons decided."""
    story, started = Debated(), time.perf_counter()
    with open_ledger(path, resolve=resolve) as ledger:
        for _ in range(statements // STATEMENTS):
            ledger.add(story.article())
        _say("added", started)
        for number in range(40):
            reason = RejectionReason.EMPTY if number % 2 else RejectionReason.TOO_SHORT
            ledger.reject(Rejection(f"lost-{number}.txt", reason, "made up"))
        ledger.relate(Lean())
        _say("related", started)
        ledger.add_question(CHARTER, "the question on the charter")
        ledger.place(FakePlacer())
        _decide(ledger)
        ledger.relate(Lean())
        ledger.place(FakePlacer())
        _say("placed and judged", started)


def _say(what: str, started: float) -> None:
    print(f"{what} after {time.perf_counter() - started:.0f} s", file=sys.stderr, flush=True)


def _decide(ledger: Ledger) -> None:
    """What some persons decided: on statements, positions, disagreements and actors; and a sample that they checked."""
    chance = random.Random(1)
    verdicts = (Verdict.CONFIRM, Verdict.CONFIRM, Verdict.REJECT)
    for row in chance.sample(list(ledger.statements(StatementQuery(limit=20_000))), JUDGED):
        ledger.judge_statement(row.statement.id, chance.choice(verdicts), by="Ada Test", why="as it says")
    for row in islice(ledger.statements(StatementQuery(kind=Kind.INDIRECT, offset=100)), 10):
        ledger.correct_statement(row.statement.id, kind=Kind.DIRECT, by="Ben Test")
    for held in chance.sample(list(ledger.positions(PositionQuery(limit=1_000))), JUDGED // 2):
        ledger.judge(held.id, chance.choice(verdicts), by="Ben Test")
    for found in ledger.disagreements(DisagreementQuery(limit=20)):
        ledger.judge(found.id, chance.choice(verdicts), by="Ada Test")
    known = [row.actor for row in ledger.actors(ActorQuery(limit=40))]
    for one, other in zip(known[20:25], known[30:35], strict=True):
        if one.type is other.type:
            ledger.merge(one.id, other.id, by="Ada Test", why="one person")
    ledger.rename(known[3].id, f"{known[3].name} the Elder", by="Ada Test")
    ledger.start_check(200, by="Ada Test", seed=1)
    for _ in range(50):
        asked = ledger.next_check()
        if asked is not None:
            ledger.answer_check(asked.row.statement.id, by="Ada Test")


def addresses(ledger: Ledger) -> dict[str, list[str]]:
    """Many addresses of each kind of page."""
    chance = random.Random(2)

    def some(found: Sequence[str]) -> list[str]:
        return chance.sample(list(found), min(ADDRESSES, len(found)))

    number = ledger.count_statements()
    rows = [
        row for at in range(0, number, max(1, number // 12)) for row in ledger.statements(StatementQuery(limit=250, offset=at))
    ]
    words = sorted({word for row in rows[:3_000] for word in row.statement.content[0].text.split() if len(word) > 5})
    days = sorted({row.article.published.earliest[:10] for row in rows if row.article.published})
    months = sorted({day[:7] for day in days})
    told = [row.actor for row in ledger.actors(ActorQuery(limit=ADDRESSES * 2))]
    question, every = CHARTER.id, range(1, ADDRESSES)
    of_question = links.question_url(question)
    names = [one.name.split()[0] for one in told]
    outlets = sorted({row.article.outlet for row in rows if row.article.outlet})
    utterances = [row.id for row in ledger.utterances(UtteranceQuery(statements=2, limit=1_000))]
    disagreements = [row.id for row in ledger.disagreements()]
    articles = [row.id for row in ledger.articles(ArticleQuery(limit=2_000))]
    speaking = [one.statement.speaker.actor for one in rows if one.statement.speaker and one.statement.speaker.actor]
    most_told = [links.actor_url(one.id) for one in told[:40]]
    between = [{"since": f"{month}-01", "until": f"{month}-28"} for month in months]
    return {
        "story": [links.story_url()],
        "question": [of_question],
        "question, of one": some([links.with_query(of_question, actor=one.id) for one in told]),
        "question, narrowed": some([links.with_query(of_question, **two) for two in between])
        + [links.with_query(of_question, reading=one) for one in ("will", "should")],
        "question, all": [links.with_query(of_question, all=1, page=n) for n in range(1, 8)],
        "question, moved": [links.with_query(of_question, show="moved", page=n) for n in range(1, 8)],
        "question, apart": [
            links.with_query(of_question, show=show, page=n)
            for show in ("undated", "second-hand", "unsure", "nobody")
            for n in (1, 2, 3)
        ],
        "actors": [links.actors_url(page=n) for n in range(1, 8)] + [links.actors_url(places=1)],
        "actors, by name": some([links.actors_url(name=name) for name in names]),
        "actor": most_told + some([links.actor_url(one) for one in speaking]),
        "actor, page 3": [f"{one}?page=3" for one in most_told],
        "articles": [links.articles_url(page=n * 3) for n in every] + some([links.articles_url(outlet=one) for one in outlets]),
        "articles, filtered": some([links.articles_url(**two, q=chance.choice(words)) for two in between])
        + some([links.articles_url(q=word) for word in words]),
        "article": some([links.article_url(one) for one in articles]),
        "article, a place": [
            links.article_url(row.article.id, (row.statement.content[0].start, row.statement.content[0].end))
            for row in chance.sample(rows, ADDRESSES)
        ],
        "statement": [links.statement_url(row.statement.id) for row in chance.sample(rows, ADDRESSES * 2)]
        + some([links.statement_url(row.row.statement.id) for row in ledger.positions(PositionQuery(limit=500))]),
        "utterances": [links.utterances_url(page=n * 5) for n in every] + [links.utterances_url(order="reports")],
        "utterances, filtered": some([links.utterances_url(**two, reports=2) for two in between])
        + some([links.utterances_url(q=word) for word in words])
        + some([links.utterances_url(speaker=name, statements=2) for name in names]),
        "utterance": some([links.utterance_url(one) for one in utterances]),
        "disagreements": [links.disagreements_url(page=n) for n in range(1, 5)] + [links.disagreements_url(kind="number")],
        "disagreement": some([links.disagreement_url(one) for one in disagreements]),
        "search": some([links.search_url(q=word) for word in words])
        + [links.search_url(q=one) for one in ("will", "the charter", '"charter will"', "the OR of", "charter -will")],
        "search, articles": some([links.search_url(q=word, in_="articles") for word in words])
        + [links.search_url(q=one, in_="articles") for one in ("the", "charter will")],
        "search, filtered": some([links.search_url(**two) for two in between])
        + some([links.search_url(speaker=name, q=chance.choice(words)) for name in names])
        + some([links.search_url(speaker=name) for name in names])
        + some([links.search_url(outlet=one, kind="direct") for one in outlets]),
        "review": [links.review_url(n=n) for n in (*range(1, 40), 400)]
        + [links.review_url(kind=kind) for kind in ("statement", "position", "shift", "disagreement", "link")],
        "review, question": [links.review_url(n=n, question=question) for n in range(1, 20)],
        "review, one": [links.review_url(statement=row.statement.id) for row in chance.sample(rows, ADDRESSES)]
        + [links.review_url(statement=rows[0].statement.id, who=name) for name in names[:20]],
    }


@dataclass(frozen=True, slots=True)
class Timed:
    """How long the addresses of one kind of page took, in milliseconds; the kilobytes of the largest page."""

    kind: str
    number: int
    median: float
    at_95: float
    slowest: tuple[float, str]
    first: float
    largest: float

    @property
    def holds(self) -> bool:
        return self.median <= MEDIAN and self.at_95 <= AT_95 and self.first <= AT_95 and self.largest <= LARGEST


def timed(client: TestClient, kind: str, wanted: Sequence[str], change: Callable[[], None]) -> Timed:
    """Asks for all addresses, then for some of them after a change each."""
    spent, largest = [], 0.0
    client.get(wanted[0])
    for address in wanted:
        took, size = _ask(client, address)
        spent.append((took, address))
        largest = max(largest, size)
    first = []
    for address in [wanted[0], max(spent)[1], wanted[len(wanted) // 2]][:FIRST_VISITS]:
        change()
        first.append(_ask(client, address)[0])
    ordered = sorted(spent)
    median, at_95 = (ordered[min(len(ordered) - 1, int(len(ordered) * share))][0] for share in (0.5, 0.95))
    return Timed(kind, len(wanted), median, at_95, ordered[-1], max(first), largest)


def _ask(client: TestClient, address: str) -> tuple[float, float]:
    """The milliseconds of one core that an answer took, and its kilobytes."""
    started = time.process_time()
    answer = client.get(address)
    took = (time.process_time() - started) * 1000
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    return took, len(answer.content) / 1000


def main(path: Path, kinds: Sequence[str], *, profiled: bool) -> bool:
    """Prints the table; whether all floors hold."""
    opened = Opened(path)
    holds = True
    settle()
    with TestClient(desk(opened, Rules()), base_url="http://127.0.0.1:8737") as client, open_ledger(path) as ledger:
        ids = [row.statement.id for row in ledger.statements(StatementQuery(limit=5_000))]
        number = 0

        def change() -> None:
            nonlocal number
            number += 1
            ledger.judge_statement(ids[number % len(ids)], Verdict.CONFIRM, by="Ada Test")

        all_of = addresses(ledger)
        print(f"{ledger.count_statements()} statements of {ledger.count_articles()} articles, {path.stat().st_size / 1e6:.0f} MB")
        print(f"{'page':22} {'asked':>5} {'median':>7} {'95 %':>7} {'slowest':>8} {'first':>7} {'kB':>5}")
        for kind, wanted in all_of.items():
            if kinds and kind not in kinds:
                continue
            if not wanted:
                continue
            profile = cProfile.Profile()
            if profiled:
                profile.enable()
            one = timed(client, kind, wanted, change)
            profile.disable()
            told = f"{kind:22} {one.number:5} {one.median:7.0f} {one.at_95:7.0f} {one.slowest[0]:8.0f} {one.first:7.0f}"
            print(f"{told} {one.largest:5.0f}{'' if one.holds else '  MISSED'}  {one.slowest[1]}", flush=True)
            if profiled:
                pstats.Stats(profile).sort_stats("tottime").print_stats(25)
            holds = holds and one.holds
    opened.close()
    return holds


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("statements", type=int, nargs="?", default=100_000)
    parser.add_argument("--ledger", type=Path, help="where the ledger is kept, or made where there is none")
    parser.add_argument("--only", action="append", default=[], help="a kind of page, as the table names it")
    parser.add_argument("--profile", action="store_true", help="where the time goes")
    parser.add_argument("--check", action="store_true", help="exit 1 where a floor is missed")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = chosen.ledger or Path(folder) / "long.db"
        if not kept.exists():
            make(kept, chosen.statements)
        held = main(kept, chosen.only, profiled=chosen.profile)
    print(f"at most {MEDIAN:g} ms at the median, {AT_95:g} ms at 95 %, {LARGEST:g} kB: {'holds' if held else 'MISSED'}")
    sys.exit(chosen.check and not held)
