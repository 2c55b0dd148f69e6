"""spelling: plain letters, one key for the transliterations of a surname, and given names that may be one person's."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.spelling import Agreement, fold, given_names_agree, skeleton


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("Recep Tayyip ERDOĞAN", "recep tayyip erdogan"),
        ("Lech Wałęsa", "lech walesa"),
        ("Jonas Gahr Støre", "jonas gahr store"),
        ("Đorđe Đukić", "dorde dukic"),
        ("Weiß, Æsir, Œuvre, Þór, Guðni", "weiss, aesir, oeuvre, thor, gudni"),
        ("İlham Əliyev, Yıldız", "ilham aliyev, yildiz"),
        ("O’Brien – Nuku\u02bbalofa", "o'brien - nuku'alofa"),
        ("  Jens\u00a0\n Stoltenberg ", "jens stoltenberg"),
        ("Orba\u0301n", "orban"),
        ("", ""),
    ],
)
def test_fold_takes_off_case_and_diacritics_and_makes_marks_plain(words: str, folded: str) -> None:
    assert fold(words) == folded


@given(st.text(max_size=40))
def test_fold_is_idempotent_and_neither_raises(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    skeleton(text)


@pytest.mark.parametrize(
    "spellings",
    [
        "Zelensky Zelenskyy Zelenskiy Zelenskyi Zelenski Selenskyj Zelenskij",
        "Yeltsin Eltsin",
        "Khrushchev Hruschev Khrushchov",
        "Lukashenko Lukashenka",
        "Poroshenko Poroschenko",
        "Shoigu Shoygu",
        "Oleksii Oleksiy Olexiy",
        "Aleksey Alexei Alexey Aleksej",
        "Sergei Sergey",
        "Mohammed Muhammad Mohamed Mohammad",
        "Erdogan Erdoğan ERDOGAN",
        "Orban Orbán",
        "Lavrov Lawrow",
        "Tsikhanouskaya Tikhanovskaya",
        "Nazarbayev Nazarbaev",
        "al-Assad Assad Al-Asad",
        "Tymoshenko Timoshenko",
        "Yanukovych Yanukovich",
        "Klychko Klitchko",
        "Schröder Schroeder",
        "Gaddafi Qaddafi Gadhafi Kadhafi",
        "O’Brien O'Brien OBrien",
        "Navalny Navalnyy",
    ],
)
def test_spellings_of_one_name_share_a_skeleton(spellings: str) -> None:
    assert len({skeleton(name) for name in spellings.split()}) == 1


@pytest.mark.parametrize(
    "names",
    [
        "Johnson Jansen Johansen Jonson",
        "Biden Baden",
        "Medvedev Medvedchuk",
        "Orban Urban",
        "Zelensky Zelenska Zelenko",
        "Khan Han Hahn",
        "Sergey Serhiy",
        "Jens Ens",
        "Lee Li",
        "Peskov Pestov",
        "Brown Braun",
        "Bush Bosch",
        "Ivanov Ivanova",
        "Kim Kin",
    ],
)
def test_different_names_have_different_skeletons(names: str) -> None:
    for one, other in combinations(names.split(), 2):
        assert skeleton(one) != skeleton(other), (one, other)


def test_a_word_without_letters_has_no_skeleton() -> None:
    assert [skeleton(word) for word in ("", "2022", "–", "...")] == [""] * 4


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("Jens", "Jens", Agreement.EQUAL),
        ("Oleksii", "OLEKSIY", Agreement.EQUAL),
        ("J. D.", "JD", Agreement.EQUAL),
        ("", "", Agreement.EQUAL),
        ("", "Jens", Agreement.COMPATIBLE),
        ("J.", "Jens", Agreement.COMPATIBLE),
        ("Y.", "Yevgeny", Agreement.COMPATIBLE),
        ("JD", "James David", Agreement.COMPATIBLE),
        ("Joe", "Joseph R.", Agreement.COMPATIBLE),
        ("Bill", "William", Agreement.COMPATIBLE),
        ("Vladimir", "Volodymyr", Agreement.COMPATIBLE),
        ("Dmitry", "Dmytro", Agreement.COMPATIBLE),
        ("Sergei", "Serhiy", Agreement.COMPATIBLE),
        ("Alexander", "Oleksandr", Agreement.COMPATIBLE),
        ("Nikolai", "Mykola", Agreement.COMPATIBLE),
        ("Kirill", "Kyrylo", Agreement.COMPATIBLE),
        ("Mark", "Mark A.", Agreement.COMPATIBLE),
        ("Jean", "Jean-Claude", Agreement.COMPATIBLE),
        ("Vladimir", "Vladimir Vladimirovich", Agreement.COMPATIBLE),
        ("Boris", "Alexander Boris", Agreement.COMPATIBLE),
        ("Donald", "Ronald", Agreement.CONTRADICTORY),
        ("Alexander", "Alexei", Agreement.CONTRADICTORY),
        ("Boris", "Alex", Agreement.CONTRADICTORY),
        ("George W.", "George H. W.", Agreement.CONTRADICTORY),
        ("J.", "Boris", Agreement.CONTRADICTORY),
        ("Juan", "John", Agreement.CONTRADICTORY),
    ],
)
def test_given_names_agree_as_a_reader_would_say(one: str, other: str, agreement: Agreement) -> None:
    assert given_names_agree(one, other) is agreement
    assert given_names_agree(other, one) is agreement


@given(st.text(max_size=20), st.text(max_size=20))
def test_agreement_never_raises_and_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert given_names_agree(one, other) is given_names_agree(other, one)
