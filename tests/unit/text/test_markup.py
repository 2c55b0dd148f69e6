"""Markdown reads as plain text, every character in its place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.markup import plain_reading


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Ola Brandt** said *so*.", "Ola Brandt said so ."),
        ("“We **will *not* go**,” said _Ola Brandt_.", "“We will not go ,” said Ola Brandt ."),
        ("***Never***, he said, ~~twice~~.", "Never , he said, twice ."),
        ("*“It is\nopen,”* she said.", "“It is open,” she said."),
        ('[Ola Brandt](https://a.io/b_(c) "x") said', "Ola Brandt said"),
        ("[![Brandt](a.png)](https://a.io) said", "Brandt said"),
        ("![](a.png) Brandt said", "Brandt said"),
        ('[Brandt][1] said[^2] [sic][3].\n\n[1]: https://a.io "x"', "Brandt said [sic][3]."),
        ("## Harbour _opens_ ##\n\nIt did.", "Harbour opens It did."),
        ("> “We go,” he said.\n> > So it was.", "“We go,” he said. So it was."),
        ("* one\n- two\n  + three", "one two three"),
        ("Harbour\n=======\n\nIt did.\n\n* * *\n\nSo.", "Harbour It did. So."),
        ("the `flag` of ``it``", "the flag of it"),
        ("```text\nwords\n```", "words"),
        (r"\*not emphasis\*", "*not emphasis *"),
    ],
)
def test_marks_become_spaces_and_words_stay(text: str, words: str) -> None:
    assert plain_reading(text).split() == words.split()


@pytest.mark.parametrize(
    "text",
    [
        "He said [the minister] would go [sic] (soon).",
        "The file snake_case_name and 2 * 3 * 4 and 5*6*7.",
        "#harbour was the word of the day. Room #4.",
        "-Ola Brandt, minister",
        "— “We go,” said Brandt.",
        "a `lone mark, he said",
        "3.5 * and _ alone",
        "[Brandt][sic] said",
    ],
)
def test_what_is_no_mark_up_stays(text: str) -> None:
    assert plain_reading(text) == text


@given(st.text(alphabet="aB .\n\r\t*_`[]()!#>-+~=\\^:1“\u2028", max_size=200))
def test_the_reading_is_as_long_and_all_but_new_spaces_is_the_original_in_its_place(text: str) -> None:
    plain = plain_reading(text)
    assert len(plain) == len(text)
    assert all(new == old or (new == " " and not old.isspace()) for new, old in zip(plain, text, strict=True))


@pytest.mark.parametrize("mark", ["*", "_", "[", "`", "> ", "a *", "[a](", "[a", "**a ", "![", "- ", "[^", "\\", "a\n", "#", " "])
def test_a_text_full_of_marks_is_read_quickly(mark: str) -> None:
    start = time.perf_counter()
    plain_reading(mark * (40_000 // len(mark)))
    assert time.perf_counter() - start < 2
