"""Layout: sentences by place."""

from __future__ import annotations

import pytest

from onrecord.extract import layout
from onrecord.extract.layout import Layout


def test_a_paragraph_is_split_into_sentences_once(monkeypatch: pytest.MonkeyPatch) -> None:
    split: list[tuple[int, int]] = []
    whole = layout.sentences

    def counted(text: str, start: int, end: int) -> list[tuple[int, int]]:
        split.append((start, end))
        return whole(text, start, end)

    monkeypatch.setattr(layout, "sentences", counted)
    text = "The port opens. Brandt left.\n\nOlan stayed."
    found = Layout(text)
    assert [text[slice(*found.sentence(place))] for place in (0, 5, 17, 20)] == ["The port opens."] * 2 + ["Brandt left."] * 2
    assert split == [(0, 28)]
