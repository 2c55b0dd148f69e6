"""Articles of one long story, made up one after the other, as long and as much alike as those of newspapers.

Set after the 924 articles of PolNeAR: an article has 750 words in the mean (a tenth under 320, a tenth over 1 400), and seven or
eight sentences that state a fact, with four names each, of which the two most common ones stand in a sixth each. And
after the floor, which counts ten statements an article. As much of a story happens in bursts, half of the articles tell of one of
a few events. A third of the statements, and of the facts, repeat what an earlier article of the day has, with words changed; one
article in twenty is reprinted by another outlet.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from ledger_builders import MODEL_A, body, office, person, published, said_on

from onrecord.vocabulary import Actor, Article, Kind, Record, Span, Speaker, Statement, article_id, statement_id

FIRST, DAYS, EVENTS = date(2031, 1, 1), 3650, 120
SYLLABLES = (
    "ba be bor da del dra fa fen gar go hal hel il jor ka kel lar lo mar mel na nor o pel ra ros sa sel ta tor ul va".split()
)
FUNCTION = (
    "the of to and a in that it is for on was with as he be at by they this have from has are not but his we will would who "
    "had an their were which been or more one about there if out up when than all after no so could what can other its".split()
)
OUTLETS = 60
# The share of statements whose day is not known, whose speaker is not, that are quoted word for word, that are told again.
UNDATED, UNNAMED, QUOTED, AGAIN = 0.2, 0.1, 0.4, 0.33
REPRINTED = 0.05
STATEMENTS, FACTS = 10, 10


@dataclass(frozen=True, slots=True)
class Said:
    actor: Actor | None
    words: str
    quoted: bool


class Choice:
    """Chooses among some things, the first ones far more often, as words are used (Zipf)."""

    def __init__(self, chance: random.Random, among: Sequence[str], flat: float) -> None:
        self.chance, self.among = chance, among
        self.sums = list(accumulate(1 / (rank + flat) for rank in range(1, len(among) + 1)))

    def one(self) -> str:
        return self.among[bisect(self.sums, self.chance.random() * self.sums[-1])]


class Story:
    """Makes the articles; the same ones each time."""

    def __init__(self, seed: int = 4) -> None:
        self.chance = random.Random(seed)
        self.content = Choice(self.chance, [self._word() for _ in range(8_000)], 30)
        self.function = Choice(self.chance, FUNCTION, 2)
        self.names = Choice(self.chance, [self._word().title() for _ in range(3_000)], 3)
        self.cast = [self._actor(number) for number in range(360)]
        self.events = [self.chance.randrange(DAYS) for _ in range(EVENTS)]
        self.said: dict[int, list[Said]] = {}
        self.stated: dict[int, list[str]] = {}
        self.last: tuple[int, list[str], list[Said]] | None = None
        self.number = 0

    def article(self) -> Record:
        self.number += 1
        if self.last is not None and self.chance.random() < REPRINTED:
            day, paragraphs, said = self.last
            return self._record(day, [*paragraphs[:-1], self._sentence(20)], said)
        day = self._day()
        before = self.said.setdefault(day, [])
        said = list({one.words: one for one in (self._statement(before) for _ in range(STATEMENTS))}.values())
        before += said
        self.last = (day, self._narration(day), said)
        return self._record(*self.last)

    def _day(self) -> int:
        if self.chance.random() < 0.5:
            return min(DAYS, self.chance.choice(self.events) + self.chance.randrange(3))
        return self.chance.randrange(DAYS)

    def _actor(self, number: int) -> Actor:
        offices = (office("minister", self.chance.choice(("TV", "VS", "OS", "CV"))),) if self.chance.random() < 0.5 else ()
        if number % 7 == 6:
            return body(f"{self._word()} {self._word()}".title())
        return person(f"{self._word()} {self._word()}".title(), offices=offices)

    def _statement(self, before: Sequence[Said]) -> Said:
        if before and self.chance.random() < AGAIN:
            said = self.chance.choice(before)
            return Said(said.actor, self._reworded(said.words), said.quoted and self.chance.random() < 0.7)
        # A few of the cast say most of what is said.
        actor = self.cast[int(len(self.cast) * self.chance.random() ** 3)] if self.chance.random() > UNNAMED else None
        return Said(actor, self._words(self.chance.randint(8, 30)), self.chance.random() < QUOTED)

    def _reworded(self, words: str) -> str:
        found = words.split()
        for _ in range(self.chance.randrange(4)):
            found[self.chance.randrange(len(found))] = self.content.one()
        return " ".join(found)

    def _narration(self, day: int) -> list[str]:
        """The sentences of an article beside its statements, facts among them, in paragraphs."""
        before = self.stated.setdefault(day, [])
        facts = [self._fact(before) for _ in range(FACTS)]
        before += facts
        number = int(self.chance.lognormvariate(2.6, 0.7))
        told = [*facts, *(self._sentence(self.chance.randint(8, 30)) for _ in range(number))]
        self.chance.shuffle(told)
        return [" ".join(told[start : start + 2]) for start in range(0, len(told), 2)]

    def _fact(self, before: Sequence[str]) -> str:
        if before and self.chance.random() < AGAIN:
            told = self.chance.choice(before).split()
            told[-2] = str(self.chance.randint(2, 400)) if self.chance.random() < 0.2 else told[-2]
            return " ".join(told)
        names = [self.names.one() for _ in range(self.chance.randint(2, 6))]
        about = self._words(self.chance.randint(8, 24)).split()
        for name in names:
            about.insert(self.chance.randrange(1, len(about) + 1), name)
        if self.chance.random() < 0.5:
            about += ["in", str(self.chance.randint(1990, 2031))]
        return _sentence([*about, "with", str(self.chance.randint(2, 400)), f"{self.content.one()}s"])

    def _sentence(self, number: int) -> str:
        words = self._words(number).split()
        if self.chance.random() < 0.6:
            words[self.chance.randrange(1, len(words))] = self.names.one()
        return _sentence(words)

    def _words(self, number: int) -> str:
        return " ".join((self.function if self.chance.random() < 0.45 else self.content).one() for _ in range(number))

    def _word(self) -> str:
        return "".join(self.chance.choice(SYLLABLES) for _ in range(self.chance.randint(2, 4)))

    def _record(self, day: int, paragraphs: Sequence[str], said: Sequence[Said]) -> Record:
        parts, places = list(paragraphs), []
        every = max(1, len(parts) // max(1, len(said)))
        for number, one in enumerate(said):
            parts.insert(min(len(parts), number * (every + 1)), _attributed(one))
        text = "\n\n".join(parts)
        when = (FIRST + timedelta(days=day)).isoformat()
        outlet, url = f"Outlet {self.number % OUTLETS}", f"u{self.number}"
        article = Article(
            article_id(text, outlet=outlet, url=url), f"{url}.txt", url, outlet, None, (), "en", published(when), text
        )
        for one in said:
            places.append(self._placed(article, one, when))
        cast = tuple({one.actor.id: one.actor for one in said if one.actor}.values())
        return Record(article, tuple(places), (), MODEL_A, cast)

    def _placed(self, article: Article, one: Said, when: str) -> Statement:
        start = article.text.index(_attributed(one))
        name = one.actor.name if one.actor else "One person"
        end = start + len(_attributed(one))
        if one.quoted:
            content = Span.of(article.text, start + 1, start + 2 + len(one.words))
            cue = Span.of(article.text, content.end + 2, content.end + 6)
            source = Span.of(article.text, cue.end + 1, end - 1)
        else:
            source = Span.of(article.text, start, start + len(name))
            cue = Span.of(article.text, source.end + 1, source.end + 5)
            content = Span.of(article.text, cue.end + 6, end - 1)
        return Statement(
            id=statement_id(article.id, source, cue, (content,)),
            kind=Kind.DIRECT if one.quoted else Kind.INDIRECT,
            source=source,
            cue=cue,
            content=(content,),
            confidence=0.9,
            speaker=Speaker(name, "named", one.actor.type, one.actor.id) if one.actor else None,
            said_on=None if self.chance.random() < UNDATED else said_on(when),
        )


def _sentence(words: Sequence[str]) -> str:
    told = " ".join(words)
    return f"{told[:1].upper()}{told[1:]}."


def _attributed(one: Said) -> str:
    name = one.actor.name if one.actor else "One person"
    return f"“{one.words},” said {name}." if one.quoted else f"{name} said that {one.words}."
