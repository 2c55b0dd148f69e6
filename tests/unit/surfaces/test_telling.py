"""What is told is told with its cue: a denial, a refusal or a silence is never shown as what it denies."""

from __future__ import annotations

import pytest
from tests.unit.surfaces.takeaway.statement_builders import article, denied, said

from onrecord.ledger import StatementRow
from onrecord.surfaces.takeaway.evidence import clause_of
from onrecord.surfaces.telling import act_of, clause, cue_alone, cue_of, cue_told, is_plain, quoted, telling_cue, told
from onrecord.vocabulary import Kind, Span, SpeechAct, Statement


def told_of(text: str, cue: str, *content: str, **changed: object) -> Statement:
    at = text.index(cue)
    spans = tuple(Span(text.index(words), text.index(words) + len(words), words) for words in content)
    made = said(content[0], text, kind=Kind.INDIRECT, content=spans, cue=Span(at, at + len(cue), cue), **changed)
    return made.statement


@pytest.mark.parametrize(
    ("text", "cue", "content", "negated", "expected"),
    [
        ("He denied that he had left.", "denied", "that he had left", False, "denied: that he had left"),
        ("He stopped short of saying that he had left.", "stopped short of saying", "that he had left", True, None),
        ("He did not\nsay when.", "did not\nsay", "when", True, "did not say: when"),
        ("He did not, on Monday, say when.", "say", "when", True, "[not] say: when"),
        ("“I will go,” he said.", "said", "“I will go,”", False, "“I will go,” (said)"),
        ("That he had left he denied.", "denied", "That he had left", False, "denied: That he had left"),
        ("He said: “I will go.”", "said:", "“I will go.”", False, "said: “I will go.”"),
        ("Olan: I will go", ":", "I will go", False, "I will go"),
    ],
)
def test_the_cue_stands_with_the_words_and_a_denial_before_them(
    text: str, cue: str, content: str, negated: bool, expected: str | None
) -> None:
    assert told(told_of(text, cue, content, negated=negated)) == (expected or f"{cue}: {content}")


@pytest.mark.parametrize(
    ("text", "cue", "content", "whom", "expected"),
    [
        ("He told reporters that he was sure.", "told", "that he was sure", "reporters", "told reporters: that he was sure"),
        ("He told the old crew, after a long night at sea, that he was sure.", "told", "that he was sure", "the old crew",
         "told […]: that he was sure"),
        ("He told them that he was sure.", "told", "that he was sure", None, "told […]: that he was sure"),
        ("He told Reuters that he was sure.", "told Reuters", "that he was sure", "Reuters", "told Reuters: that he was sure"),
        ("They were told that he was sure.", "were told", "that he was sure", None, "were told: that he was sure"),
        ("“He is sure,” we were told.", "were told", "“He is sure,”", None, "were told: “He is sure,”"),
        ("“For years we waited,” he told them.", "told", "“For years we waited,”", "them", "“For years we waited,”"),
        ("The talk turns to him: “I go.”", "turns", "“I go.”", None, "turns […]: “I go.”"),
    ],
)  # fmt: skip
def test_a_verb_that_does_not_stand_alone_is_told_with_what_belongs_to_it_or_a_mark(
    text: str, cue: str, content: str, whom: str | None, expected: str
) -> None:
    assert told(told_of(text, cue, content, addressee=whom)) == expected


def test_a_cue_alone_is_left_out_or_marked_where_more_belongs_to_it() -> None:
    assert [cue_alone(cue, negated=False) for cue in ("told", "turns", "were told", "said")] == [
        "",
        "turns […]",
        "were told",
        "said",
    ]


def test_a_statement_without_a_cue_that_is_negated_says_so() -> None:
    assert cue_told(said(cue=None, negated=True).statement).before == "negated"


@pytest.mark.parametrize(
    ("source", "cue", "expected"),
    [
        ("Nobody in Karo", "has ever denied", "[Nobody in Karo] has ever denied: that talk"),
        ("No official", "said", "[No official] said: that talk"),
        ("Neither side", "did not deny", "[Neither side] did not deny: that talk"),
        ("No 10", "denied", "denied: that talk"),
    ],
)
def test_a_source_that_negates_is_told_and_no_other_not(source: str, cue: str, expected: str) -> None:
    text = f"{source} {cue} that talk."
    negated = not source.endswith("10")
    one = told_of(text, cue, "that talk", source=Span.of(text, 0, len(source)), negated=negated, speech_act=SpeechAct.DENY)
    assert told(one) == expected and clause_of(StatementRow(one, article())) == text.rstrip(".")
    assert act_of(one) == ("deny (not done)" if negated else "deny")


@pytest.mark.parametrize("cue", ["said", "has said", "told", "according to", ""])
def test_a_plain_verb_of_saying_may_be_left_out_beside_the_name(cue: str) -> None:
    assert is_plain(cue)


@pytest.mark.parametrize("cue", ["was told", "should say", "refused to say", "declined", "claimed", "[not] say", "never said"])
def test_any_other_cue_may_not(cue: str) -> None:
    assert not is_plain(cue)


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("“For years we waited,” he said.", "said", "“For years we waited,”", "“For years we waited,”"),
        ("He denied that he had left.", "denied", "that he had left", "denied: “that he had left”"),
        ("“For years we waited at sea for the bell to ring once,” he said.", "said",
         "“For years we waited at sea for the bell to ring once,”", "“For years we waited at sea […]”"),
    ],
)  # fmt: skip
def test_what_is_quoted_has_one_pair_of_marks_and_no_cue_in_them(text: str, cue: str, content: str, expected: str) -> None:
    assert quoted(told_of(text, cue, content), most=28) == expected


def test_a_clause_is_all_that_is_printed_with_what_stands_between_left_out() -> None:
    text = "She denied, in a note, that tolls and fees were planned."
    one = told_of(text, "denied", "that tolls", "were planned", source=Span(0, 3, "She"), speech_act=SpeechAct.DENY)
    assert clause(one) == "She denied […] that tolls […] were planned"
    assert telling_cue(denied().statement) == cue_of(denied().statement) == "denied"
