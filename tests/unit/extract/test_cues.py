"""read_cue: what a cue does, and whether it says that the act was not done."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.cues import read_cue
from onrecord.extract.verbs import ACTS
from onrecord.vocabulary import Kind, SpeechAct


def act(cue: str | None, *, kind: Kind = Kind.INDIRECT, source: str = "", before: str = "") -> str:
    """The act of a cue in words: "assert", "not assert", "unknown"."""
    done = read_cue(cue, kind, source=source, before=before)
    return f"{'not ' if done.negated else ''}{done.act or 'unknown'}"


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", "assert"), ("told", "assert"), ("According to", "assert"), ("wrote", "assert"), ("testified", "assert"),
        ("denied", "deny"), ("denies", "deny"), ("was quick to deny", "deny"), ("confirmed", "confirm"),
        ("predicts", "predict"), ("warned", "warn"), ("accused", "accuse"), ("alleges", "accuse"),
        ("promised", "promise"), ("Vows", "promise"), ("has pledged", "promise"), ("refused", "refuse"), ("ruled out", "refuse"),
        ("demanded", "demand"), ("called for", "demand"), ("is calling on", "demand"), ("urging", "demand"),
        ("asked", "ask"), ("proposed", "propose"), ("hailed", "praise"), ("slammed", "criticise"), ("thanked", "thank"),
        ("apologised", "apologise"), ("backed", "support"), ("would back", "support"), ("rejected", "oppose"),
        ("is against", "oppose"), ("agreed", "agree"), ("announced", "announce"), ("decided", "decide"), ("found", "show"),
        ("believes", "believe"), ("thought", "believe"), ("expects", "expect"), ("wants", "want"), ("would like", "want"),
        ("plans", "intend"), ("feared", "fear"), ("is proud of", "feel"),
        # A light verb leaves the act to the word after it.
        ("issued a statement condemning", "criticise"), ("continued to insist", "assert"), ("expressed support for", "support"),
        ("raised concerns about", "fear"), ("added", "assert"), ("replied", "assert"),
        # The second word of a phrase is not a verb of its own.
        ("fired back", "assert"), ("hit back at", "assert"), ("pushed back against", "oppose"), ("went back to", "unknown"),
        ("looked like", "unknown"),
        # Not in the table.
        ("in", "unknown"), ("’s view", "believe"),
    ],
)  # fmt: skip
def test_the_first_reporting_word_tells_the_act(cue: str, expected: str) -> None:
    assert act(cue) == expected


def test_a_quotation_with_no_cue_or_a_colon_or_an_unknown_word_asserts() -> None:
    assert act(None) == act(":") == act("…") == "assert"
    assert act("in", kind=Kind.DIRECT) == act("in", kind=Kind.MIXED) == "assert"


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("did not mention", "not assert"), ("didn’t mention", "not assert"), ("didn't mention", "not assert"),
        ("has never said", "not assert"), ("would not say when and how", "not assert"), ("cannot confirm", "not confirm"),
        ("did not confirm or deny", "not confirm"), ("neither confirmed nor denied", "not confirm"),
        ("stopped short of endorsing", "not support"), ("avoided condemning", "not criticise"),
        ("failed to mention", "not assert"),
        ("no longer believes", "not believe"), ("has no plans", "not intend"), ("is not expected", "not expect"),
        ("hardly mentioned", "not assert"), ("is unwilling to say", "not assert"),
        ("said nothing about", "not assert"), ("made no mention of", "not assert"), ("gave no details", "not assert"),
        ("has not ruled out", "not refuse"), ("did not decline to comment", "not refuse"),
        ("stopped short of", "not unknown"),
    ],
)  # fmt: skip
def test_a_negated_cue_says_which_act_was_not_done(cue: str, expected: str) -> None:
    assert act(cue) == expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("declined", "refuse"), ("refused", "refuse"), ("declined to say", "not assert"), ("refused to confirm", "not confirm"),
        ("refused to disavow", "not deny"), ("decided not to respond", "not assert"), ("chose not to say", "not assert"),
        ("decided not to", "decide"), ("said no to", "refuse"),
    ],
)  # fmt: skip
def test_a_refusal_is_an_act_itself_unless_a_reporting_word_follows(cue: str, expected: str) -> None:
    assert act(cue) == expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("not only said", "assert"), ("did not hesitate to say", "assert"), ("could not resist saying", "assert"),
        ("made no secret of", "unknown"), ("never tires of saying", "assert"), ("never missed a chance to warn", "warn"),
        ("promised not to", "promise"), ("told him not to", "assert"), ("said, without naming him", "assert"),
        ("hasn’t given up and said", "assert"), ("refused to go and said", "assert"),
    ],
)  # fmt: skip
def test_a_negation_that_does_not_reach_the_act_negates_nothing(cue: str, expected: str) -> None:
    assert act(cue) == expected


def test_a_negated_auxiliary_between_source_and_cue_counts() -> None:
    assert act("mention", before=" did not ") == "not assert"
    assert act("said", before=" also ") == "assert"


@pytest.mark.parametrize(
    ("source", "expected"),
    [("No official", "not assert"), ("Neither side", "not assert"), ("Nobody", "not assert"), ("No. 10", "assert"),
     ("No 10", "assert"), ("Nora", "assert")],
)  # fmt: skip
def test_a_negative_source_says_that_nobody_did_it(source: str, expected: str) -> None:
    assert act("said", source=source) == expected


def test_every_word_of_the_table_tells_its_own_act() -> None:
    for word, expected in ACTS.items():
        found = read_cue(word.replace("-", " "), Kind.INDIRECT)
        assert found.act is expected or "-" in word, word


@given(st.text(max_size=60), st.sampled_from(Kind))
def test_no_cue_is_beyond_reading(cue: str, kind: Kind) -> None:
    assert read_cue(cue, kind).act in (None, *SpeechAct)


def test_what_goes_without_saying_is_said() -> None:
    assert act("It goes without saying") == "assert"
