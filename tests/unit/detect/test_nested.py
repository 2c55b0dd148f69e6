"""inside: what is reported inside a content, read by itself."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.marked import marked

from onrecord.detect.nested import inside
from onrecord.vocabulary import Mark, Role

TEXT, MARKS = marked("[S Brandt] [C said] [T “Meer told us that the port of Dol was lost,”] and left.")
NESTED = "[S Meer] [C told] us [T that the port of Dol was lost]"


def reader(answer: str, score: float = 0.9) -> tuple[list[str], list[tuple[Mark, ...]]]:
    words, marks = marked(answer)
    return [words], [tuple(replace(one, score=score) for one in marks)]


def read_inside(answer: str, *, score: float = 0.9, text: str = TEXT, marks: tuple[Mark, ...] = MARKS) -> list[list[str]]:
    """The words of the marks kept inside each content, where the content reads as `answer`."""
    _, (nested,) = reader(answer, score)
    return [[text[m.start : m.end] for m in kept] for _, kept in inside(text, marks, lambda words: nested)]


def test_marks_inside_a_content_are_put_back_to_their_places_in_the_text() -> None:
    assert read_inside(NESTED) == [["Meer", "told", "that the port of Dol was lost"]]


def test_the_content_is_read_without_the_marks_around_it() -> None:
    asked: list[str] = []
    inside(TEXT, MARKS, lambda words: asked.append(words) or ())  # type: ignore[func-returns-value]
    assert asked == ["Meer told us that the port of Dol was lost,"]


def test_links_count_in_the_marks_that_are_kept() -> None:
    unsure = "[S Meer] [C told] [S1 us] [C1 that] [T the port of Dol was lost]"
    _, (nested,) = reader(unsure)
    ((_, kept),) = inside(TEXT, MARKS, lambda words: nested)
    assert [mark.cue for mark in kept] == [1, None, 1]
    assert [mark.role for mark in kept] == [Role.SOURCE, Role.CUE, Role.CONTENT]


def test_an_attribution_that_is_unsure_or_not_whole_is_not_kept() -> None:
    assert read_inside(NESTED, score=0.2) == []
    assert read_inside("[S Meer] told [C us] [T that the port of Dol was lost]") == []
    assert read_inside("[C told] us [T that the port of Dol was lost]") == []
    assert read_inside("[S Meer] told us [T that the port of Dol was lost]") == []


def test_short_contents_and_those_without_a_verb_of_saying_are_not_read() -> None:
    for words in ("[S Brandt] [C said] [T Meer said no].", "[S Brandt] [C said] [T the port of Dol would open in the spring]."):
        text, marks = marked(words)
        assert read_inside(NESTED, text=text, marks=marks) == []


@given(st.lists(st.tuples(st.sampled_from(list(Role)), st.floats(0, 1), st.integers(-1, 9)), max_size=10))
def test_whatever_is_read_the_kept_marks_are_linked_inside_the_content(made: list[tuple[Role, float, int]]) -> None:
    cues = [index for index, (role, _, _) in enumerate(made) if role is Role.CUE]
    nested = tuple(
        Mark(place, place + 1, role, score, cues[link % len(cues)] if cues and role is not Role.CUE and link >= 0 else None)
        for place, (role, score, link) in enumerate(made)
    )
    content = MARKS[2]
    for index, kept in inside(TEXT, MARKS, lambda words: nested):
        assert index == 2
        assert {one.role for one in kept} == set(Role)
        for one in kept:
            assert content.start <= one.start < one.end <= content.end
            assert (one.role is Role.CUE) == (one.cue is None)
            assert one.cue is None or kept[one.cue].role is Role.CUE
