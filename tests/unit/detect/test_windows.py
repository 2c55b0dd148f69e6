"""windows, pieces and quotation states: what the encoder is given to read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.detect.windows import DEFAULT_LIMIT, OVERLAP, pieces, quote_states, windows


def places(*lengths: int) -> list[int]:
    """The paragraph of each piece of paragraphs of some lengths."""
    return [number for number, length in enumerate(lengths) for _ in range(length)]


def cut(*lengths: int, limit: int = 10, overlap: int = 4) -> list[tuple[int, int, int, int]]:
    return [(w.start, w.end, w.keep_start, w.keep_end) for w in windows(places(*lengths), limit, overlap)]


def test_short_paragraphs_are_packed_together_and_never_cut() -> None:
    assert cut(4, 4, 4) == [(0, 8, 0, 8), (8, 12, 8, 12)]
    assert cut(10, 1) == [(0, 10, 0, 10), (10, 11, 10, 11)]


def test_a_text_without_pieces_has_no_windows() -> None:
    assert cut() == []


def test_a_long_paragraph_gets_windows_of_its_own_that_overlap() -> None:
    assert cut(3, 16, 2) == [(0, 3, 0, 3), (3, 13, 3, 11), (9, 19, 11, 19), (19, 21, 19, 21)]


def test_the_border_is_in_the_middle_of_what_two_windows_share() -> None:
    first, second = windows(places(DEFAULT_LIMIT * 2 - OVERLAP - 8), DEFAULT_LIMIT, OVERLAP)
    assert first.keep_end == second.keep_start == (first.end + second.start) // 2


@given(st.lists(st.integers(1, 700), max_size=12), st.integers(48, 200), st.integers(2, 40))
def test_every_piece_is_decided_exactly_once_by_a_window_that_holds_it_and_none_is_over_the_limit(
    lengths: list[int], limit: int, overlap: int
) -> None:
    found = windows(places(*lengths), limit, overlap)
    assert [place for w in found for place in range(w.keep_start, w.keep_end)] == list(range(sum(lengths)))
    for window in found:
        assert window.end - window.start <= limit
        assert window.start <= window.keep_start < window.keep_end <= window.end
    for left, right in pairwise(found):
        assert right.start >= left.end or left.end - right.start >= overlap


@given(st.lists(st.integers(1, 400), max_size=12))
def test_a_piece_inside_a_long_paragraph_is_read_with_context_on_both_sides(lengths: list[int]) -> None:
    paragraph_of = places(*lengths)
    for window in windows(paragraph_of):
        for edge, kept in ((window.start, window.keep_start), (window.end, window.keep_end)):
            inside = 0 < edge < len(paragraph_of) and paragraph_of[edge - 1] == paragraph_of[edge]
            assert not inside or abs(edge - kept) >= OVERLAP // 2


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("a “b” c", "0021300"),
        ("“a ‘b’ c”", "211243113"),
        ("'a' b", "24300"),
        ("''a''", "22133"),
        ("“a\n“b”", "210213"),
        ("", ""),
    ],
)
def test_each_character_has_its_quotation_state(text: str, states: str) -> None:
    assert "".join(str(state) for state in quote_states(text)) == states


def test_pieces_have_their_paragraph_case_and_quotation_state_and_empty_ones_are_left_out() -> None:
    text = "Dol “NO” aB\n\nyes"
    offsets = [(0, 3), (3, 3), (4, 5), (5, 7), (7, 8), (9, 11), (13, 16)]
    found = pieces(text, range(7), offsets)
    assert [text[piece.start : piece.end] for piece in found] == ["Dol", "“", "NO", "”", "aB", "yes"]
    assert [piece.id for piece in found] == [0, 2, 3, 4, 5, 6]
    assert [piece.paragraph for piece in found] == [0, 0, 0, 0, 0, 1]
    assert [piece.case for piece in found] == [1, 0, 2, 0, 3, 0]
    assert [piece.quote for piece in found] == [0, 2, 1, 3, 0, 0]


@given(st.text(alphabet="ab “”‘’\"'\n.", max_size=120))
def test_states_cover_the_text_and_are_known(text: str) -> None:
    states = quote_states(text)
    assert len(states) == len(text)
    assert set(states) <= {0, 1, 2, 3, 4}
