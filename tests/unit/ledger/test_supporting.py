"""Who else prints a side of a disagreement stands on it, an outlet once, and not where it took the value back."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from ledger_builders import new_ledger, person
from relation_builders import FakeRelater, report

from onrecord.ledger import DisagreementRow, Ledger, SideRow
from onrecord.ledger.relations.weighing import _about
from onrecord.vocabulary import Record

MEER = person("Ilse Meer", "Meer")
OLD, NEW = "The charter of Selm dates from 2008.", "The charter of Selm dates from 2018."
BY_THE_WAY = "The old charter of Selm dates from 2008 and nobody reads it."
CORRECTED = "An earlier version of our report gave a wrong year. The charter of Selm dates from 2018."


def told(outlet: str, also: str, *, day: str = "2031-05-05", said: str = "") -> Record:
    return report(outlet, day, (MEER, said or f"it rains on the {outlet}"), also=also)


def listed(ledger: Ledger) -> list[tuple[str, list[str], list[str], list[str]]]:
    """For each side of the only disagreement its value, and outlets: of its places, its witnesses, those that were corrected."""
    (row,) = ledger.disagreements()
    names = {one.id: str(one.outlet) for one in ledger.articles()}
    return [
        (
            side.value,
            sorted(names[place.article] for place in side.places),
            sorted(names[one] for one in side.witnesses),
            [names[one] for one, _ in side.corrected],
        )
        for side in row.sides
    ]


def related(path: Path, records: tuple[Record, ...]) -> tuple[list[tuple[str, list[str], list[str], list[str]]], DisagreementRow]:
    with new_ledger(path) as ledger:
        for one in records:
            ledger.add(one)
            ledger.relate(FakeRelater())
        found = listed(ledger), next(iter(ledger.disagreements()))
        ledger.relate(FakeRelater(), again=True)
        assert (listed(ledger), next(iter(ledger.disagreements()))) == found
        assert list(ledger.verify()) == []
        return found


def test_what_tells_the_same_by_the_way_stands_on_its_side_whatever_came_first(tmp_path: Path) -> None:
    records = told("Herald", OLD), told("Post", NEW), told("Gull", BY_THE_WAY)
    for number, order in enumerate(permutations(records)):
        sides, row = related(tmp_path / f"{number}.db", order)
        assert sides == [("2008", ["Gull", "Herald"], ["Gull", "Herald"], []), ("2018", ["Post"], ["Post"], [])]
        assert row.confidence == 0.8


def test_it_is_no_finding_and_goes_with_its_article(ledger: Ledger) -> None:
    for one in (told("Herald", OLD), told("Post", NEW), told("Gull", BY_THE_WAY)):
        ledger.add(one)
    ledger.relate(FakeRelater())
    (row,) = ledger.disagreements()
    whole = ledger.disagreement(row.id)
    assert whole is not None and len(whole.found) == 1
    ledger.add(told("Gull", "Nothing is known."))
    ledger.relate(FakeRelater())
    assert [side[1] for side in listed(ledger)] == [["Herald"], ["Post"]]
    assert next(iter(ledger.disagreements())).id == row.id
    ledger.add(told("Post", "Nothing is known."))
    ledger.relate(FakeRelater())
    assert not list(ledger.disagreements()) and list(ledger.verify()) == []


def test_an_outlet_is_one_witness_however_often_it_says_so(tmp_path: Path) -> None:
    records = told("Herald", OLD), told("Post", NEW), told("Herald", BY_THE_WAY, day="2031-05-09")
    sides, _ = related(tmp_path / "once.db", records)
    assert sides == [("2008", ["Herald", "Herald"], ["Herald"], []), ("2018", ["Post"], ["Post"], [])]


def test_an_outlet_that_corrects_itself_disagrees_with_nobody(ledger: Ledger) -> None:
    for one in (told("Star", OLD), told("Star", CORRECTED, day="2031-05-07")):
        ledger.add(one)
    ledger.relate(FakeRelater())
    assert not list(ledger.disagreements())


def test_what_an_outlet_took_back_has_no_witness_there(ledger: Ledger) -> None:
    for one in (told("Star", OLD), told("Star", CORRECTED, day="2031-05-07"), told("Post", NEW)):
        ledger.add(one)
    ledger.relate(FakeRelater())
    assert listed(ledger) == [("2018", ["Post", "Star"], ["Post", "Star"], []), ("2008", ["Star"], [], ["Star"])]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("how many: 3 or 4", "how many: 3, 4 or 5"),
        ("the name of 4 or 3", "the name of 4, 3 or 5"),
        ("when: it was sold", "when: it was sold"),
    ],
)
def test_what_it_is_about_names_every_value(words: str, says: str) -> None:
    assert _about(words, {"3", "4"}, [SideRow(value, (), ()) for value in "345"]) == says
