"""What a rejected copy leaves behind: nothing is joined by its place in a text that is no copy."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from ledger_builders import person
from relation_builders import LONG, FakeRelater, report

from onrecord.ledger import Ledger, UtteranceQuery
from onrecord.vocabulary import Link, LinkKind, Telling, Verdict

VESK = person("Ada Vesk")


class PlacingRelater(FakeRelater):
    """One that also joins the statements of copies in their order."""

    def placed(self, ones: Sequence[Telling], others: Sequence[Telling]) -> list[Link]:
        pairs = (sorted((one.id, other.id)) for one, other in zip(ones, others, strict=False))
        return [Link(first, second, LinkKind.PLACE, 0.5, "the same place") for first, second in pairs]


def joined(ledger: Ledger) -> int:
    return len(list(ledger.utterances(UtteranceQuery(statements=2))))


def test_statements_at_one_place_are_joined_while_no_person_rejects_the_copy(ledger: Ledger) -> None:
    ledger.add(report("Herald", "2031-05-04", (VESK, "the pier would open"), also=LONG))
    ledger.add(report("Mail", "2031-05-05", (VESK, "somebody had sunk her boats"), also=LONG))
    ledger.relate(PlacingRelater())
    (copy,) = ledger.copies()
    assert joined(ledger) == 1
    ledger.judge(copy.id, Verdict.REJECT, by="Nadia")
    ledger.relate(PlacingRelater(), again=True)
    assert joined(ledger) == 0
    assert [one.status for one in ledger.copies()] == ["rejected"]
    ledger.judge(copy.id, Verdict.UNDO, by="Nadia")
    ledger.relate(PlacingRelater(), again=True)
    assert joined(ledger) == 1
    assert list(ledger.verify()) == []


@pytest.mark.parametrize("rejected_first", [True, False])
def test_the_order_of_judging_and_relating_leaves_no_trace(ledger: Ledger, *, rejected_first: bool) -> None:
    articles = [
        report("Herald", "2031-05-04", (VESK, "the pier would open"), also=LONG),
        report("Mail", "2031-05-05", (VESK, "somebody had sunk her boats"), also=LONG),
        report("Post", "2031-05-06", (VESK, "nobody was to blame at all"), also=LONG),
    ]
    for one in articles[:2]:
        ledger.add(one)
    ledger.relate(PlacingRelater())
    (copy,) = ledger.copies()
    if rejected_first:
        ledger.judge(copy.id, Verdict.REJECT, by="Nadia")
    ledger.add(articles[2])
    ledger.relate(PlacingRelater())
    if not rejected_first:
        ledger.judge(copy.id, Verdict.REJECT, by="Nadia")
    ledger.relate(PlacingRelater(), again=True)
    assert len(list(ledger.copies())) == 3
    (row,) = ledger.utterances(UtteranceQuery(statements=2))
    assert len(row.articles) == 3
