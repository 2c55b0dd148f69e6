"""Question files: what a good one gives, and what each bad one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.relate.positions.files import gaps, question_of, read_question, shipped
from onrecord.vocabulary import UsageError
from onrecord.vocabulary.questions import Example, Position, Reading, Stage

ROOT = Path(__file__).parents[4]
HEAD = """format = "onrecord.question/1"
id = "fen-bridge"
question = "Will the bridge over the Fen be built?"
names = ["Fen", "Ostrow"]
words = ["bridge", "span"]
"""
WILL = '[will]\nsupports = ["The bridge will be built."]\n'
STAGE = '[[stages]]\nname = "tender"\nwords = ["tender", "bid"]\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "fen-bridge.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_question_is_read_as_it_stands(tmp_path: Path) -> None:
    question = question_of(written(tmp_path, HEAD + WILL + STAGE))
    assert (question.id, question.text) == ("fen-bridge", "Will the bridge over the Fen be built?")
    assert question.subject == ("Fen", "Ostrow")
    assert question.about == ("bridge", "span")
    assert question.examples == (Example("The bridge will be built.", Reading.WILL, Position.SUPPORTS),)
    assert question.stages == (Stage("tender", ("tender", "bid")),)


def test_a_mark_at_the_start_of_a_file_does_no_harm(tmp_path: Path) -> None:
    assert question_of(written(tmp_path, "\ufeff" + HEAD + WILL)).id == "fen-bridge"


def test_a_question_is_found_by_the_name_of_one_that_ships_or_by_its_file(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + WILL)
    assert read_question(path) == (question_of(path), HEAD + WILL)
    question, text = read_question("ukraine-nato")
    assert question.id == "ukraine-nato"
    assert text == shipped()["ukraine-nato"].read_text("utf-8")


def test_positions_without_an_example_are_named(tmp_path: Path) -> None:
    assert gaps(question_of(written(tmp_path, HEAD + WILL))) == [
        "[will] has no example of conditional",
        "[will] has no example of opposes",
        "[will] has no example of noncommittal",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", 'write format = "onrecord.question/1" at the top'),
        ("id = [", "is not TOML: Invalid value (at end of document)"),
        (HEAD.replace("/1", "/9") + WILL, "line 1: write format"),
        (HEAD.replace("fen-bridge", "fen bridge") + WILL, "line 2: the id is of letters, digits and single hyphens"),
        (HEAD.replace("Will the bridge over the Fen be built?", " ") + WILL, 'line 3: write question = "…"'),
        (HEAD.replace('names = ["Fen", "Ostrow"]\n', "") + WILL, 'names is missing or empty: write names = ["…", "…"]'),
        (HEAD.replace('["bridge", "span"]', '"bridge"') + WILL, "line 5: write words as a list of texts"),
        (HEAD.replace('["bridge", "span"]', "[]") + WILL, "line 5: words is missing or empty"),
        (HEAD + 'colour = "red"\n' + WILL, "line 6: a question has no 'colour'; it has format, id, question, names, words,"),
        (HEAD, "there is no example: write [will] or [should] with some phrases for supports, conditional, opposes"),
        (HEAD + "[will]\nsupports = []\n", "there is no example"),
        (HEAD + '[will]\nagainst = ["No bridge."]\n', "line 7: [will] has no 'against'; it has supports,"),
        (HEAD + '[will]\n"not-about" = ["The weather."]\n', "[will] has no 'not-about'"),
        (HEAD + "[will]\nsupports = [7]\n", "line 7: write [will] supports as a list of texts"),
        (HEAD + 'will = "yes"\n', "write [will] as a section"),
        (HEAD + WILL + 'opposes = ["the bridge will be built."]\n', "for both supports and opposes"),
        (HEAD + 'stages = ["tender"]\n' + WILL, "line 6: write each stage as a section [[stages]]"),
        (HEAD + WILL + '[[stages]]\nname = "tender"\n', "words is missing or empty"),
        (HEAD + WILL + STAGE + STAGE, "there are two stages 'tender'"),
        (HEAD + WILL + STAGE + "order = 2\n", "line 11: a stage has no 'order'; it has name, words"),
    ],
)
def test_a_bad_file_is_told_what_is_wrong_and_where(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        question_of(written(tmp_path, text))
    assert told in str(raised.value)
    assert "fen-bridge.toml" in str(raised.value)


def test_a_name_that_nobody_knows_is_told_those_that_ship() -> None:
    with pytest.raises(UsageError, match=r"There is no question mars-colony: .* \(ukraine-nato\)"):
        read_question("mars-colony")


def test_what_is_no_text_is_no_question(tmp_path: Path) -> None:
    path = tmp_path / "question.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="is not text: save it in UTF-8"):
        question_of(path)
    with pytest.raises(UsageError, match="cannot be read"):
        question_of(tmp_path)


QUESTIONS = [
    *shipped().values(),
    *sorted(ROOT.glob("examples/*/question.toml")),
    *sorted(ROOT.glob("benchmarks/stories/*/question.toml")),
]


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_question_of_the_project_has_three_examples_of_each_position(path: Path) -> None:
    question = question_of(path)
    assert gaps(question) == []
    for reading in Reading:
        for position in set(Position) - {Position.NOT_ABOUT}:
            assert sum((one.reading, one.position) == (reading, position) for one in question.examples) >= 3
