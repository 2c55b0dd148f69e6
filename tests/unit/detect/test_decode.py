"""best_paths and spans: from label scores to spans."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.detect.detect_builders import LABELS, decoder

from onrecord.detect.decode import best_paths, spans
from onrecord.detect.encoder import Floats
from onrecord.vocabulary import Role


def scores(*labels: str, sure: float = 5.0) -> Floats:
    """Scores in which each piece has its label far ahead."""
    made = np.zeros((len(labels), len(LABELS)), dtype=np.float32)
    for place, label in enumerate(labels):
        made[place, LABELS.index(label)] = sure
    return made


def marked(*labels: str) -> list[tuple[int, int, Role]]:
    given_scores = scores(*labels)
    (path,) = best_paths([given_scores], decoder().start, decoder().step)
    return [(one.start, one.end, one.role) for one in spans(path, given_scores, decoder())]


def test_b_begins_a_span_and_i_continues_it() -> None:
    found = marked("O", "B-source", "I-source", "B-cue", "B-content", "I-content", "O")
    assert found == [(1, 3, Role.SOURCE), (3, 4, Role.CUE), (4, 6, Role.CONTENT)]


def test_a_span_may_end_with_the_text_and_another_begin_right_after_one_of_its_role() -> None:
    assert marked("B-content", "B-content", "I-content") == [(0, 1, Role.CONTENT), (1, 3, Role.CONTENT)]


def test_nothing_but_o_marks_nothing() -> None:
    assert marked("O", "O") == []


def test_a_path_that_the_transitions_forbid_is_never_taken() -> None:
    found = marked("O", "I-cue", "I-cue")
    assert found in ([(1, 3, Role.CUE)], [(0, 3, Role.CUE)])


def test_a_span_has_the_probability_that_it_begins_where_it_does_and_ends_where_it_does() -> None:
    given_scores = scores("B-cue", "I-cue", "O", sure=3.0)
    (path,) = best_paths([given_scores], decoder().start, decoder().step)
    (one,) = spans(path, given_scores, decoder())
    begins, goes_on = np.exp(3) / (np.exp(3) + 6), 1 / (np.exp(3) + 6)
    assert one.score == pytest.approx(begins * (1 - goes_on), rel=1e-5)


def test_a_score_is_set_right_by_the_calibration_of_its_role() -> None:
    given_scores = scores("B-cue", "B-source", "O", sure=3.0)
    (path,) = best_paths([given_scores], decoder().start, decoder().step)
    plain = [one.score for one in spans(path, given_scores, decoder())]
    lower = replace(decoder(), calibration={role: (-1.0 if role is Role.CUE else 0.0, 1.0) for role in Role})
    cue, source = (one.score for one in spans(path, given_scores, lower))
    assert cue == pytest.approx(1 / (1 + (1 - plain[0]) / plain[0] * np.e), rel=1e-5)
    assert source == pytest.approx(plain[1])


def test_no_windows_have_no_paths() -> None:
    assert best_paths([], decoder().start, decoder().step) == []


WINDOW = st.integers(1, 3).flatmap(
    lambda length: st.lists(st.lists(st.integers(-8, 8), min_size=7, max_size=7), min_size=length, max_size=length)
)


@settings(max_examples=30, deadline=None)
@given(st.lists(WINDOW, min_size=1, max_size=3))
def test_each_path_is_the_best_of_all_and_the_same_whatever_other_windows_are_beside_it(made: list[list[list[int]]]) -> None:
    arrays = [np.array(rows, dtype=np.float32) for rows in made]
    known = decoder()
    together = best_paths(arrays, known.start, known.step)
    for array, path in zip(arrays, together, strict=True):
        assert (best_paths([array], known.start, known.step)[0] == path).all()
        best = max(_worth(array, other) for other in product(range(7), repeat=len(array)))
        assert _worth(array, path.tolist()) == pytest.approx(best)


def _worth(array: Floats, path: tuple[int, ...] | list[int]) -> float:
    known = decoder()
    steps = sum(known.step[a, b] for a, b in pairwise(path)) + known.step[path[-1], 0]
    return float(known.start[path[0]] + steps + sum(array[place, label] for place, label in enumerate(path)))
