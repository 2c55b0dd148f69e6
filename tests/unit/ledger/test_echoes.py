"""Statements that other articles tell in the same words: nobody who prints them is silent, and all of them can be put right."""

from __future__ import annotations

import pytest
from ledger_builders import person
from relation_builders import LONG, FakeRelater, report

from onrecord.ledger import Ledger, StatementQuery
from onrecord.vocabulary import Link, Telling, Verdict

VESK, MEER = person("Orlan Vesk"), person("Ilse Meer")
HARBOUR, PIER = "the harbour at Selm will open in May for 40 ships", "the old pier will be pulled down"
SHOUTED = "The HARBOUR at Selm will open — in May — for 40 ships"


class Strict(FakeRelater):
    """Holds no two statements by different speakers for one utterance."""

    def _link(self, one: Telling, other: Telling) -> Link | None:
        return super()._link(one, other) if one.actor == other.actor else None


class Nothing(FakeRelater):
    """Holds no two statements for one utterance."""

    def _link(self, one: Telling, other: Telling) -> Link | None:
        return None


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    """The Herald and its reprint in the Echo; the Gull prints the words outside any statement, the Star does not have them."""
    for one in (
        report("Herald", "2031-05-04", (VESK, HARBOUR), (MEER, PIER), also=LONG),
        report("Echo", "2031-05-05", (VESK, HARBOUR), (MEER, PIER), also=LONG, on="2031-05-04"),
        report("Gull", "2031-05-05", (MEER, PIER), also=f"{SHOUTED}, a poster says.", on="2031-05-04"),
        report("Star", "2031-05-05", (MEER, PIER), on="2031-05-04"),
    ):
        ledger.add(one)
    ledger.relate(Strict())
    return ledger


def said(ledger: Ledger, outlet: str, words: str = HARBOUR) -> str:
    (found,) = (row.statement.id for row in ledger.statements(StatementQuery(outlet=outlet, text=f'"{words}"')))
    return found


def test_an_article_that_prints_the_words_is_not_silent_whoever_is_held_to_say_them(kept: Ledger) -> None:
    one = said(kept, "Herald")
    kept.correct_statement(one, speaker="Ilse Meer", by="Ada")
    kept.relate(Strict())
    told = kept.utterance(one)
    assert told is not None and {row.row.article.outlet for row in told.tellings} == {"Herald"}
    assert [(found.outlet, found.left_out) for found in told.silence] == [("Star", "utterance")]


def outlets(ledger: Ledger, one: str) -> list[str | None]:
    return [row.article.outlet for row in ledger.echoes(one)]


def test_the_echoes_of_a_statement_are_those_of_its_utterance_and_of_its_words(kept: Ledger) -> None:
    one = said(kept, "Herald")
    assert outlets(kept, one) == ["Echo"]
    assert outlets(kept, said(kept, "Star", PIER))[0] == "Herald"
    assert sorted(map(str, outlets(kept, said(kept, "Star", PIER)))) == ["Echo", "Gull", "Herald"]
    kept.correct_statement(one, speaker="Ilse Meer", by="Ada")
    kept.relate(Strict())
    assert outlets(kept, one) == ["Echo"], "they are of two utterances now, and the words are the same"
    assert kept.echoes(one)[0].statement.speaker != kept.statement(one).statement.speaker  # type: ignore[union-attr]
    kept.judge_statement(said(kept, "Echo"), Verdict.REJECT, by="Ada")
    assert outlets(kept, one) == []


def test_nearly_the_same_words_echo_in_a_copy_and_nowhere_else(kept: Ledger) -> None:
    kept.add(report("Tern", "2031-05-06", (VESK, HARBOUR.replace("40 ships", "50 boats")), (MEER, PIER), also=LONG))
    kept.add(report("Post", "2031-05-06", (VESK, f"he hopes so, since {HARBOUR}, if the mole is built and the winter is mild")))
    kept.relate(Nothing())
    assert outlets(kept, said(kept, "Herald")) == ["Echo", "Tern"]
