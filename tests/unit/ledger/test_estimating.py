"""The interval of an error rate: Wilson's, for a sample drawn without replacement."""

from __future__ import annotations

import pytest

from onrecord.ledger.reviewing.estimating import wilson


def test_of_many_more_it_is_wilsons() -> None:
    low, high = wilson(10, 100)
    assert (round(low, 4), round(high, 4)) == (0.0552, 0.1744)
    assert wilson(10, 100, 1_000_000_000) == pytest.approx((low, high), abs=1e-6)


def test_the_more_of_all_is_checked_the_narrower_it_is() -> None:
    widths = [high - low for low, high in (wilson(5, 20, whole) for whole in (1_000, 53, 30, 21, 20))]
    assert widths == sorted(widths, reverse=True) and widths[-1] == 0


@pytest.mark.parametrize(("wrong", "checked", "whole"), [(0, 20, 53), (20, 20, 53), (5, 20, 53), (1, 1, 2)])
def test_it_holds_what_is_known_for_certain(wrong: int, checked: int, whole: int) -> None:
    low, high = wilson(wrong, checked, whole)
    assert wrong / whole <= low <= wrong / checked <= high <= 1 - (checked - wrong) / whole


def test_of_nothing_nothing_is_known() -> None:
    assert wilson(0, 0, 10) == (0.0, 1.0)
