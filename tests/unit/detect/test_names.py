"""mentions: from name scores to names."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.detect.names import mentions
from onrecord.detect.windows import Piece
from onrecord.vocabulary import Mention, MentionType

LABELS = ("O", *(f"{prefix}-{kind.value}" for kind in MentionType for prefix in "BI"))
P, G = MentionType.PERSON, MentionType.ORGANISATION


def read(pieces: list[tuple[str, str]], text: str) -> list[tuple[str, MentionType | None]]:
    """Names of a text whose pieces, in order, have these labels; an empty line begins a paragraph."""
    units, at = [], 0
    for words, _ in pieces:
        start = text.index(words, at)
        at = start + len(words)
        units.append(Piece(0, start, at, text.count("\n\n", 0, start), 0, 0))
    scores = np.zeros((len(pieces), len(LABELS)), dtype=np.float32)
    for place, (_, label) in enumerate(pieces):
        scores[place, LABELS.index(label)] = 5
    found = mentions(text, units, scores, LABELS)
    assert all(text[one.start : one.end].split() == one.name.split() for one in found)
    return [(one.name, one.type) for one in found]


def test_b_begins_a_name_and_i_continues_it() -> None:
    pieces = [("Mr", "O"), ("Orlan", "B-person"), ("Vesk", "I-person"), ("of", "O"), ("Brenn", "B-organisation")]
    assert read(pieces, "Mr Orlan Vesk of Brenn") == [("Orlan Vesk", P), ("Brenn", G)]


def test_a_word_has_the_label_of_its_first_piece_and_a_name_ends_with_a_word() -> None:
    pieces = [("Ves", "B-person"), ("k", "O"), ("'", "O"), ("s", "O")]
    assert read(pieces, "Vesk's") == [("Vesk", P)]
    assert read([("in", "O"), ("vesk", "B-person")], "invesk") == []


def test_a_name_that_the_text_breaks_over_lines_is_written_in_one() -> None:
    assert read([("Orlan", "B-person"), ("Vesk", "I-person")], "Orlan\nVesk") == [("Orlan Vesk", P)]


def test_no_name_goes_over_the_end_of_a_paragraph() -> None:
    assert read([("Orlan", "B-person"), ("Vesk", "I-person")], "Orlan\n\nVesk") != [("Orlan Vesk", P)]


def test_two_names_may_touch() -> None:
    assert read([("Vesk", "B-person"), ("Brenn", "B-person")], "Vesk Brenn") == [("Vesk", P), ("Brenn", P)]


def test_no_pieces_have_no_names() -> None:
    assert mentions("", [], np.zeros((0, len(LABELS)), dtype=np.float32), LABELS) == ()


@given(st.lists(st.lists(st.integers(-5, 5), min_size=len(LABELS), max_size=len(LABELS)), min_size=1, max_size=8))
def test_whatever_the_scores_names_are_in_order_and_apart(rows: list[list[int]]) -> None:
    text = " ".join("w" * 2 for _ in rows)
    units = [Piece(0, 3 * place, 3 * place + 2, 0, 0, 0) for place in range(len(rows))]
    found = mentions(text, units, np.array(rows, dtype=np.float32), LABELS)
    assert all(before.end < after.start for before, after in pairwise(found))
    assert all(isinstance(one, Mention) and one.name == text[one.start : one.end] for one in found)
