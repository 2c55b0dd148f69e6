"""links: which cue a source or a content goes to."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.detect.detect_builders import decoder

from onrecord.detect.decode import Tagged
from onrecord.detect.link import distance_bucket, links, rank_bucket
from onrecord.vocabulary import Role

S, C, T = Role.SOURCE, Role.CUE, Role.CONTENT


def linked(*spans: tuple[Role, float]) -> list[int | None]:
    """Links of spans of one piece each; the score of a pair is the product of their numbers."""
    tagged = [Tagged(place, place + 1, role, 1.0) for place, (role, _) in enumerate(spans)]
    numbers = np.array([[number] for _, number in spans], dtype=np.float32)
    found = links(tagged, np.concatenate([numbers, numbers], axis=1), decoder())
    assert all(0 <= chance <= 1 for _, chance in found)
    return [cue for cue, _ in found]


def test_a_content_goes_to_the_cue_that_it_scores_highest_and_a_cue_may_have_several() -> None:
    assert linked((C, 1), (T, 5), (C, -1), (T, 3)) == [None, 0, None, 0]


def test_a_cue_has_one_source_the_likelier_one_and_the_other_goes_to_its_next() -> None:
    assert linked((C, 2), (S, 9), (S, 1), (C, 1)) == [None, 0, 3, None]


def test_a_source_finds_no_cue_where_all_are_taken_or_none_is_likely() -> None:
    assert linked((C, 1), (S, 2), (S, 1)) == [None, 0, None]
    assert linked((C, 9), (S, 9), (S, 8), (C, -9)) == [None, 0, None, None]


def test_without_cues_nothing_is_linked() -> None:
    assert linked((S, 1), (T, 1)) == [None, None]


@pytest.mark.parametrize(
    ("span", "cue", "bucket"),
    [((0, 2), (2, 3), 8), ((0, 2), (3, 4), 9), ((0, 2), (4, 5), 10), ((0, 2), (999, 1000), 16), ((3, 4), (2, 3), 7),
     ((4, 5), (2, 3), 6), ((999, 1000), (0, 1), 0)],
)  # fmt: skip
def test_the_distance_is_on_a_signed_scale_of_powers_of_two(span: tuple[int, int], cue: tuple[int, int], bucket: int) -> None:
    assert distance_bucket(span, cue) == bucket


def test_the_rank_counts_cues_from_the_span_leftwards_and_rightwards() -> None:
    cues = [(place, place + 1) for place in (0, 2, 4, 8, 10, 12)]
    assert rank_bucket((6, 7), cues) == [1, 2, 3, 5, 6, 7]
    assert rank_bucket((6, 7), []) == []


PLACES = st.tuples(st.integers(0, 5_000), st.integers(1, 400)).map(lambda made: (made[0], made[0] + made[1]))


@given(PLACES, st.lists(PLACES, max_size=30))
def test_ranks_and_distances_are_within_their_tables(span: tuple[int, int], cues: list[tuple[int, int]]) -> None:
    known = decoder()
    ordered = sorted(cues)
    assert all(0 <= rank < known.rank.shape[1] for rank in rank_bucket(span, ordered))
    assert all(0 <= distance_bucket(span, cue) < known.distance.shape[1] for cue in ordered)


@given(st.lists(st.tuples(st.sampled_from(list(Role)), st.integers(-9, 9)), min_size=1, max_size=12))
def test_every_link_is_to_a_cue_and_no_cue_has_two_sources(spans: list[tuple[Role, int]]) -> None:
    found = linked(*((role, float(number)) for role, number in spans))
    assert all(cue is None or spans[cue][0] is C for cue in found)
    sources = [cue for cue, (role, _) in zip(found, spans, strict=True) if role is S and cue is not None]
    assert len(sources) == len(set(sources))
    has_cue = any(role is C for role, _ in spans)
    assert all((cue is not None) == has_cue for cue, (role, _) in zip(found, spans, strict=True) if role is T)
