"""meaning: from texts to vectors, and how near they are. All countries and people are invented."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from onrecord.relate.meaning import FOLDER, LIMIT, NETWORK, TOKENIZER, WIDTH, Meaning, nearest, nearness
from onrecord.vocabulary import ModelError

# What was said; the same in other words; something else that the same person might say that week.
SAID = [
    ("Lorvia will withdraw its troops from the valley by spring", "By spring Lorvian soldiers will have left the valley",
     "Lorvia will raise the pay of its teachers by spring"),
    ("the bridge at Quell was closed because of the flood", "flooding had forced the Quell bridge to shut",
     "the bridge at Quell was named after a poet"),
    ("We shall never accept this border", "He said that his country would under no circumstances recognise the frontier",
     "We shall open three more schools near here"),
    ("The bank has enough money to pay everyone", "that all depositors would be paid, as the bank held ample funds",
     "The bank will move its office to Tarn"),
    ("Prices have doubled since the harvest failed", "that the cost of food was twice what it had been before the bad harvest",
     "The harvest festival will be held as usual"),
    ("I did not take any gift from the Osk company", "she denied having accepted presents from Osk",
     "I met the director of Osk at a concert in June"),
    ("The minister will resign tonight", "that the minister would step down this evening",
     "The minister will fly to Pell tonight"),
    ("Three children were hurt when the roof fell in", "that the collapse of the roof had injured three pupils",
     "Three children won the prize for the best essay"),
    ("Talks with Marn can begin as soon as the shelling stops", "negotiations with Marn would start once the guns fell silent",
     "Trade with Marn has grown for six years"),
    ("The ferry left harbour with too many people on board", "that the boat had been overcrowded when it set out",
     "The ferry was painted blue and white last year"),
    ("Nobody warned us that the dam could break", "residents had received no warning of the dam's failure",
     "The dam gives power to half of the province"),
    ("We need doctors more than we need tanks", "that the country was in greater want of physicians than of armour",
     "We have sold forty tanks to the Dunmere army"),
]  # fmt: skip


@pytest.fixture(scope="module")
def meaning() -> Meaning:
    return Meaning()


@pytest.mark.parametrize(("said", "paraphrase", "other"), SAID)
def test_a_paraphrase_is_nearer_than_something_else_on_the_same_topic(
    meaning: Meaning, said: str, paraphrase: str, other: str
) -> None:
    one, near, far = meaning.vectors([said, paraphrase, other])
    assert nearness(one, near) > nearness(one, far)


def test_a_paraphrase_is_nearer_than_all_the_others_said(meaning: Meaning) -> None:
    paraphrases = meaning.vectors([paraphrase for _, paraphrase, _ in SAID])
    for number, vector in enumerate(meaning.vectors([said for said, _, _ in SAID])):
        assert nearest(vector, paraphrases).argmax() == number


def test_a_text_has_the_same_vector_whatever_else_is_asked(meaning: Meaning) -> None:
    texts = [text for row in SAID for text in row]
    alone = {text: Meaning().vectors([text])[0] for text in texts[:3]} | {text: meaning.vectors([text])[0] for text in texts[3:]}
    mixed = [*texts, *texts[:5]]
    random.Random(7).shuffle(mixed)
    assert meaning.vectors(mixed) == [alone[text] for text in mixed]


def test_a_vector_is_384_numbers_of_length_about_127(meaning: Meaning) -> None:
    (vector,) = meaning.vectors(["The minister will resign tonight"])
    numbers = np.frombuffer(vector, dtype=np.int8).astype(float)
    assert len(numbers) == WIDTH
    assert np.linalg.norm(numbers) == pytest.approx(127, abs=2)


@pytest.mark.parametrize("text", ["", " ", "…", "\x00", "Ж" * 5000, "word " * 5000])
def test_any_text_has_a_vector(meaning: Meaning, text: str) -> None:
    assert len(meaning.vectors([text])[0]) == WIDTH


def test_no_texts_have_no_vectors(meaning: Meaning) -> None:
    assert meaning.vectors([]) == []


def test_what_stands_behind_the_limit_is_not_read(meaning: Meaning) -> None:
    read = "well " * (LIMIT - 2)
    same, longer, shorter = meaning.vectors([read, read + "the minister will resign", read.removesuffix("well ")])
    assert same == longer != shorter


def test_nearness_goes_both_ways_and_is_one_for_the_same(meaning: Meaning) -> None:
    vectors = meaning.vectors([text for row in SAID for text in row])
    for one in vectors:
        assert nearness(one, one) == pytest.approx(1)
    for one, other in pairwise(vectors):
        assert nearness(one, other) == nearness(other, one)


def test_one_among_many_is_as_near_as_alone(meaning: Meaning) -> None:
    vectors = meaning.vectors([text for row in SAID for text in row])
    assert nearest(vectors[0], vectors).tolist() == [nearness(vectors[0], other) for other in vectors]


def test_an_empty_vector_is_near_to_nothing(meaning: Meaning) -> None:
    (vector,) = meaning.vectors(["The minister will resign tonight"])
    assert nearest(vector, [b"", vector]).tolist() == pytest.approx([0, 1])
    assert nearness(b"", vector) == nearness(b"", b"") == 0
    assert len(nearest(vector, [])) == 0


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1000])


@pytest.mark.parametrize("damage", [Path.unlink, cut])
@pytest.mark.parametrize("name", [NETWORK, TOKENIZER])
def test_a_missing_or_damaged_file_is_an_error_that_says_what_to_do(
    tmp_path: Path, name: str, damage: Callable[[Path], None]
) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "model"))
    damage(folder / name)
    broken = Meaning(folder)
    with pytest.raises(ModelError, match=f"{name}.*Install onrecord again"):
        broken.vectors(["The minister will resign tonight"])
