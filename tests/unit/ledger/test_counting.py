"""What a ledger counts without listing it: outlets, days, the cast, and the utterances of some statements."""

from __future__ import annotations

from dataclasses import replace

from ledger_builders import person, record
from relation_builders import FakeRelater, report

from onrecord.ledger import ActorQuery, Ledger, StatementQuery, UtteranceOrder, UtteranceQuery
from onrecord.vocabulary import DateBasis, Published, Verdict

ORLAN, MIRE = person("Ana Orlan"), person("Tomas Mire")
PIER = "the old pier of Selm will be closed before the winter"


def test_outlets_days_and_the_cast_are_counted_as_they_are_listed(ledger: Ledger) -> None:
    for made in (
        report("Post", "2031-05-04", (ORLAN, PIER)),
        report("Wire", "2031-06-01", (MIRE, "boats are sold"), (ORLAN, "no")),
    ):
        ledger.add(made)
    rejected = next(row for row in ledger.statements() if row.article.outlet == "Wire")
    ledger.judge_statement(rejected.statement.id, Verdict.REJECT, by="Ada Test")
    assert [(one.outlet, one.articles, one.statements) for one in ledger.outlets()] == [("Post", 1, 1), ("Wire", 1, 1)]
    assert ledger.published() == ("2031-05-04", "2031-06-01")
    assert sum(ledger.statement_days().values()) == ledger.count_statements() == 2
    assert ledger.statement_days(StatementQuery(outlet="post")) == {("2031-05-04", "2031-05-04"): 1}
    assert {one.id for one in ledger.cast()} == {row.actor.id for row in ledger.actors(ActorQuery())}


def test_a_day_that_is_only_a_floor_is_not_the_first_day_of_the_story(ledger: Ledger) -> None:
    floor = Published("2027-01-01", None, DateBasis.TEXT)
    ledger.add(replace(record(url="rewrite"), article=replace(record(url="rewrite").article, published=floor)))
    assert ledger.published() == (None, None)
    ledger.add(report("Post", "2031-05-04", (ORLAN, PIER)))
    assert ledger.published() == ("2031-05-04", "2031-05-04")


def test_an_empty_ledger_has_no_outlets_and_no_days(ledger: Ledger) -> None:
    assert (ledger.outlets(), ledger.published(), ledger.statement_days(), list(ledger.cast())) == ([], (None, None), {}, [])
    assert (ledger.position_days(), ledger.utterances_of(["00"])) == ({}, {})


def test_the_utterance_of_a_statement_is_found_alone_or_only_where_others_tell_it(ledger: Ledger) -> None:
    for made in (report("Post", "2031-05-04", (ORLAN, PIER), (ORLAN, "no")), report("Wire", "2031-05-04", (ORLAN, PIER))):
        ledger.add(made)
    ledger.relate(FakeRelater())
    every = [row.statement.id for row in ledger.statements()]
    listed = {one: row for row in ledger.utterances() for one in row.statements}
    several = {one: row for one, row in listed.items() if len(row.statements) > 1}
    assert len(several) == 2
    assert ledger.utterances_of(every) == listed
    assert ledger.utterances_of(every, alone=False) == several
    by_reports = [len(row.statements) for row in ledger.utterances(UtteranceQuery(order=UtteranceOrder.REPORTS))]
    assert by_reports == [2, 1]
