"""The input of the network that reads statements against questions, and what it gives."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.relate.reported import telling

from onrecord.relate.meaning import FOLDER, TOKENIZER, load_tokenizer
from onrecord.relate.stance import LIMIT, Role, Stances, pieces, segments
from onrecord.vocabulary import Span
from onrecord.vocabulary.questions import Asked, Example, Position, Question, Reading

QUESTION = Question(
    "halland-tunnel",
    "Will, and should, Halland build a tunnel to Orsund?",
    ("tunnel",),
    ("Halland", "Orsund"),
    (
        Example("The tunnel will be built", Reading.WILL, Position.SUPPORTS),
        Example("There will be no tunnel", Reading.WILL, Position.OPPOSES),
        Example("We need the tunnel", Reading.SHOULD, Position.SUPPORTS),
    ),
)
PASSAGE = "Ada Quill told the town hall: “The tunnel will never come,” and went home."
STANCES = Stances()


def quill(passage: str = PASSAGE, *, before: str = "", start: int = 0) -> Asked:
    """What Ada Quill says in a passage that begins at a place of its article."""

    def span(words: str) -> Span:
        at = start + passage.index(words)
        return Span(at, at + len(words), words)

    content = passage[passage.index("“") : passage.index("”") + 1]
    told = telling(content)
    statement = replace(told.statement, source=span("Ada Quill"), cue=span("told"), content=(span(content),))
    return Asked(replace(told, statement=statement), Span(start, start + len(passage), passage), "News from Halland", before)


def test_a_passage_is_cut_where_its_parts_begin_and_end() -> None:
    parts = segments(quill(start=40))
    assert [(role, span.text) for span, role in parts] == [
        (Role.SOURCE, "Ada Quill"),
        (Role.AROUND, " "),
        (Role.CUE, "told"),
        (Role.AROUND, " the town hall: "),
        (Role.CONTENT, "“The tunnel will never come,”"),
        (Role.AROUND, " and went home."),
    ]
    assert all(PASSAGE[span.start - 40 : span.end - 40] == span.text for span, _ in parts)


@pytest.mark.parametrize("long", ["before", "content", "after"])
def test_what_is_too_long_loses_what_stands_around_the_statement_first(long: str) -> None:
    many = "the wind blew over the harbour " * 60
    passage = f"Ada Quill told the town hall: “The tunnel will never come, {many if long == 'content' else ''}”"
    one = quill(passage + (many if long == "after" else ""), before=many if long == "before" else "")
    taken = pieces(load_tokenizer(FOLDER / TOKENIZER), QUESTION.text, one.title, segments(one))
    assert len(taken) == LIMIT
    assert {Role.QUESTION, Role.TITLE, Role.SOURCE, Role.CUE, Role.CONTENT} == {piece.role for piece in taken} - {Role.AROUND}


def test_what_is_read_does_not_depend_on_what_was_read_before() -> None:
    once = STANCES.read(QUESTION, quill())
    STANCES.read(QUESTION, quill("Ada Quill told us “Good morning”"))
    again = STANCES.read(QUESTION, quill())
    assert (once.about, once.positions) == (again.about, again.positions)


def test_whether_it_is_about_the_question_is_told_against_its_examples() -> None:
    about = STANCES.read(QUESTION, quill()).about
    aside = STANCES.read(QUESTION, quill("Ada Quill told us: “Two people had been hurt in the accident”")).about
    assert aside < 0.5 < about
    unasked = replace(QUESTION, examples=())
    assert STANCES.read(unasked, quill()).positions == STANCES.read(QUESTION, quill()).positions


def test_the_paragraph_before_has_no_place_in_the_article() -> None:
    one = quill(before="The town had waited for an hour. ")
    (before, role), *rest = segments(one)
    assert (before.text, role) == (one.before, Role.AROUND) and before.end <= 0
    assert rest == segments(quill())


def test_a_slice_can_be_left_out() -> None:
    one = quill(start=40)
    whole = STANCES.read(QUESTION, one)
    assert max(whole.positions, key=lambda position: whole.positions[position]) is Position.OPPOSES
    never = Span(40 + PASSAGE.index("never"), 40 + PASSAGE.index("never") + 5, "never")
    assert STANCES.read(QUESTION, one, never).positions[Position.OPPOSES] < whole.positions[Position.OPPOSES] - 0.15
