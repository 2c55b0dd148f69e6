"""Bytes become the text that they were written as."""

from __future__ import annotations

import pytest

from onrecord.clean.encodings import decode

WORDS = "“The café is open,” she said – for £5… "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english_is_read_in_any_encoding_it_is_saved_in(encoding: str) -> None:
    assert decode((WORDS * 20).encode(encoding)) == WORDS * 20


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("words", ["The harbour is open, she said. ", "“The harbour’s open,” she said – so. "])
@pytest.mark.parametrize("page", [False, True])
def test_utf_16_without_a_mark_is_read_though_it_is_utf_8_full_of_zeros(encoding: str, words: str, page: bool) -> None:
    assert decode((words * 20).encode(encoding), page=page) == words * 20


def test_a_page_is_read_in_the_encoding_it_declares() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"></head>Łódź i Kraków'
    assert decode(page.encode("iso-8859-2"), page=True) == page
    assert decode('<meta charset="latin1">“naïve”'.encode("cp1252"), page=True) == '<meta charset="latin1">“naïve”'


def test_a_wrong_or_unknown_declaration_does_not_spoil_a_page() -> None:
    for label in ("utf-8", "no-such-encoding", "rot13", "utf-16"):
        page = f'<meta charset="{label}">{WORDS}'
        assert decode(page.encode("utf-8"), page=True) == page


def test_text_in_another_alphabet_is_guessed() -> None:
    russian = "Министр сказал во вторник, что переговоры были долгими и что они ещё не закончены. " * 5
    assert decode(russian.encode("cp1251")) == russian


def test_one_broken_character_does_not_turn_the_rest_into_another_encoding() -> None:
    data = (WORDS * 20).encode() + b"\xe2\x80"
    assert decode(data) == WORDS * 20 + "\ufffd"


@pytest.mark.parametrize("data", [b"abc\x00def", bytes(range(256)) * 4, b"\x01\x02\x03 words", b"\x00" * 50])
def test_what_is_not_text_is_none(data: bytes) -> None:
    assert decode(data) is None


def test_wire_copy_keeps_a_stray_control_character() -> None:
    assert decode(b"\x02" + b"words of an agency " * 20) is not None
