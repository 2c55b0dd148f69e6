"""Which position a statement takes on an invented question: a table of sentences that no weight was fitted on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.relate.reported import telling

from onrecord.relate.placer import Placer
from onrecord.relate.positions.tones import tone
from onrecord.vocabulary.questions import Asked, Example, Position, Question, Reading, Stage, Taken
from onrecord.vocabulary.spans import Span

WILL, SHOULD = Reading.WILL, Reading.SHOULD
SAID = {
    (WILL, Position.SUPPORTS): (
        "Halland will build the tunnel to Orsund.",
        "The tunnel is going to be dug, it is only a matter of time.",
        "The first train will run under the strait within ten years.",
    ),
    (WILL, Position.CONDITIONAL): (
        "The tunnel will be built once the money is found.",
        "There will be no digging unless Orsund pays its half.",
        "If the geologists agree, work on the tunnel starts next year.",
    ),
    (WILL, Position.OPPOSES): (
        "The tunnel will never be built.",
        "There is not going to be a tunnel under the strait.",
        "The plan for the tunnel is dead.",
    ),
    (WILL, Position.NONCOMMITTAL): (
        "She would not say when the tunnel might be dug.",
        "Nobody can tell whether the tunnel will come.",
        "He gave no date for the first train.",
    ),
    (SHOULD, Position.SUPPORTS): (
        "Halland should build the tunnel.",
        "We need a tunnel to Orsund and we need it now.",
        "The mayor called on the government to dig the tunnel.",
    ),
    (SHOULD, Position.CONDITIONAL): (
        "We can agree to a tunnel if the fishermen are paid.",
        "The tunnel deserves a yes, but only after the bay is safe.",
        "Our support for the tunnel depends on the price.",
    ),
    (SHOULD, Position.OPPOSES): (
        "Halland must not build the tunnel.",
        "The tunnel would be a mistake and a danger to the bay.",
        "They demanded that the plan for the tunnel be dropped.",
    ),
    (SHOULD, Position.NONCOMMITTAL): (
        "He declined to say whether he wants the tunnel.",
        "The statement did not mention the tunnel.",
        "We take no side in the matter of the tunnel.",
    ),
}
QUESTION = Question(
    "halland-tunnel",
    "Will, and should, Halland build a tunnel to Orsund?",
    ("tunnel", "dig", "strait crossing"),
    ("Halland", "Orsund"),
    tuple(Example(text, *of) for of, texts in SAID.items() for text in texts),
    (Stage("survey", ("survey", "geologists")), Stage("digging", ("dig", "digging"))),
)
TABLE = [
    ("that the tunnel would be finished before the decade is out", "predicted", WILL, Position.SUPPORTS),
    ("that there would be no tunnel in his lifetime", "said", WILL, Position.OPPOSES),
    ("the government to begin with the tunnel this year", "called on", SHOULD, Position.SUPPORTS),
    ("a guarantee that no tunnel would ever be dug under the bay", "demanded", SHOULD, Position.OPPOSES),
    ("“The tunnel is a mistake and Halland should drop it,”", "said", SHOULD, Position.OPPOSES),
    ("“If Orsund pays its share, we shall have nothing against the tunnel,”", "said", SHOULD, Position.CONDITIONAL),
    ("whether the tunnel would be built", "declined to say", None, Position.NONCOMMITTAL),
    ("that Halland ought to have its tunnel", "argued", SHOULD, Position.SUPPORTS),
]
ELSEWHERE = [
    "that the harvest had been the best in years",
    "“My daughter was married on Saturday,”",
    "that the minister would travel to the capital on Monday",
    "not to be named because the tunnel is a state secret",
    "a request for comment on the tunnel",
]


def asked(content: str, cue: str = "said", passage: str | None = None) -> Asked:
    told = telling(content, start=100, negated=cue.startswith(("declined", "did not")))
    before = f"Ada Quill {cue} " if passage is None else passage.removesuffix(content)
    statement = replace(told.statement, cue=Span(99 - len(cue), 99, cue) if before.endswith(f"{cue} ") else None)
    vector = placer()._meaning.vectors([content])[0]
    words = before + content
    around = Span(100 - len(before), 100 + len(content), words)
    return Asked(replace(told, statement=statement, vector=vector), around, "News from Halland")


_PLACER = Placer()


def placer() -> Placer:
    return _PLACER


def taken(content: str, cue: str = "said") -> Taken:
    return placer().positions(QUESTION, [asked(content, cue)], [])[0]


@pytest.mark.parametrize(("content", "cue", "reading", "position"), TABLE, ids=[row[0] for row in TABLE])
def test_a_position_is_read(content: str, cue: str, reading: Reading | None, position: Position) -> None:
    found = taken(content, cue)
    assert found.position is position, found
    assert reading is None or found.reading is reading, found
    assert found.reason


@pytest.mark.parametrize("content", ELSEWHERE)
def test_what_is_not_about_the_question_takes_no_position(content: str) -> None:
    found = taken(content)
    assert (found.position, found.reading) == (Position.NOT_ABOUT, None), found


def test_the_words_that_decided_are_slices_of_the_article() -> None:
    found = taken("that there would never be a tunnel under the strait")
    assert "never" in {span.text for span in found.words}
    content = asked("that there would never be a tunnel under the strait").telling.statement.content[0]
    assert all(content.text[span.start - 100 : span.end - 100] == span.text for span in found.words if span.start >= 100)


def test_no_answer_depends_on_what_else_is_asked() -> None:
    one, other = asked(TABLE[0][0], TABLE[0][1]), asked(TABLE[3][0], TABLE[3][1])
    together = placer().positions(QUESTION, [one, other], [])
    assert [together[0], together[1]] == [*placer().positions(QUESTION, [one], []), *placer().positions(QUESTION, [other], [])]


def test_a_statement_that_a_person_placed_serves_as_an_example() -> None:
    words = "“A hole in the ground for a hole in the purse,”"
    confirmed = [Example("“A hole in the ground for another hole in the purse,”", SHOULD, Position.OPPOSES)]
    passage = f"Of the tunnel, Ada Quill said {words}"
    before = placer().positions(QUESTION, [asked(words, passage=passage)], [])[0]
    after = placer().positions(QUESTION, [asked(words, passage=passage)], confirmed)[0]
    assert after.position is Position.OPPOSES
    assert (before.position, before.confidence) != (after.position, after.confidence)
    assert "; like “A hole in the ground for another hole in the purse,” (nearness" in after.reason


@pytest.mark.parametrize("words", ["“Halland should drop the tunnel,”", "Halland should drop the tunnel"])
def test_a_statement_is_no_example_for_itself_or_a_copy(words: str) -> None:
    confirmed = [Example("“Halland should drop the tunnel,”", SHOULD, Position.OPPOSES)]
    before, after = (placer().positions(QUESTION, [asked(words)], taught)[0] for taught in ([], confirmed))
    assert after == before and after.position is Position.OPPOSES


def test_what_a_person_placed_says_nothing_of_statements_unlike_it() -> None:
    content = "that Halland would dig the tunnel in five years"
    confirmed = [Example("“My daughter was married on Saturday,”", SHOULD, Position.OPPOSES)]
    before, after = (placer().positions(QUESTION, [asked(content)], taught)[0] for taught in ([], confirmed))
    assert (before.position, before.confidence) == (after.position, after.confidence)


def test_what_only_tells_another_statement_takes_no_position_of_its_own() -> None:
    found = placer().positions(QUESTION, [replace(asked(*TABLE[0][:2]), inner=True)], [])[0]
    assert (found.position, found.reading) == (Position.NOT_ABOUT, None)
    assert "said by another" in found.reason


@pytest.mark.parametrize(
    ("content", "cue", "second_hand", "holder"),
    [
        ("the harbour council is against the tunnel and always was", "said", True, "the harbour council"),
        ("we want the tunnel", "said", False, None),
    ],
)
def test_whose_position_it_is(content: str, cue: str, second_hand: bool, holder: str | None) -> None:
    found = taken(content, cue)
    assert (found.second_hand, found.holder.text if found.holder else None) == (second_hand, holder), found


def test_the_last_stage_that_is_named_is_the_statement_s() -> None:
    assert taken("that the geologists had finished and Halland should dig the tunnel").stage == "digging"
    assert taken("that Halland should have its tunnel").stage is None


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("it will be built", 1),
        ("it will never be built", -1),
        ("we oppose it", -1),
        ("we do not oppose it", 1),
        ("they will no longer stand in the way of it", 1),
        ("there is no doubt that it comes", 1),
        ("an open door is not enough", 1),
    ],
)
def test_the_tone_of_a_text(text: str, sign: int) -> None:
    assert tone(text).sign == sign
