"""The title is found among the first lines, wherever it stands, and a first sentence is none."""

from __future__ import annotations

import pytest

from onrecord.clean.zones import lines_of, mark, title_of
from onrecord.vocabulary import ZoneKind

T, B, C, P, X = ZoneKind.TITLE, ZoneKind.BYLINE, ZoneKind.CAPTION, ZoneKind.BOILERPLATE, None
TITLE = "Norland ‘Has Time’ for Talks, Says Minister"
LEAD = "The minister of Norland said on Tuesday that the harbour would open in the spring, and that the talks had been long."
CAPTION = "Minister Ola Brandt of Norland is pictured during her speech on March 11. (Photo: Per Aas/Agency)"


def kinds_of(*paragraphs: str, title: str | None = None) -> list[ZoneKind | None]:
    return mark(lines_of("\n\n".join(paragraphs)), title=title)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ((TITLE, LEAD, "It was so."), [T, X, X]),
        ((TITLE, "Ministers of both coasts meet in Varnholm", LEAD), [T, T, X]),
        (("POLITICS", TITLE, LEAD), [P, T, X]),
        (("Varnholm", TITLE, LEAD), [X, T, X]),
        ((TITLE, "By Ida Holm", LEAD), [T, B, X]),
        (("By Ida Holm", TITLE, LEAD), [B, T, X]),
        ((TITLE, CAPTION, LEAD), [T, C, X]),
        ((CAPTION, TITLE, LEAD), [C, T, X]),
        (("File photo: Ola Brandt said so", TITLE, "By Ida Holm", "Staff writer", LEAD), [C, T, B, B, X]),
        (("# Photo: Ola Brandt said so", f"# {TITLE}", LEAD), [C, T, X]),
        (("Minister Ola Brandt of Norland gives a speech", CAPTION, TITLE, LEAD), [C, C, T, X]),
        ((TITLE, CAPTION, "Ministers of both coasts meet in Varnholm", LEAD), [T, C, T, X]),
        (("Will the harbour open?", LEAD), [T, X]),
        (("Norland opens its harbour.", LEAD), [T, X]),
        (("The Harbour That Norland Forgot.", LEAD), [T, X]),
        ((LEAD, "It was so.", "Zelda waits"), [X, X, X]),
        (("The harbour will open.", LEAD), [X, X]),
        (("VARNHOLM (Agency) — Will it open?", LEAD), [X, X]),
        (("The minister resigned on Tuesday.", LEAD), [X, X]),
        ((TITLE, LEAD, "A second try", LEAD), [T, X, X, X]),
    ],
)
def test_titles_stand_above_the_first_paragraph_of_the_article(
    paragraphs: tuple[str, ...], expected: list[ZoneKind | None]
) -> None:
    assert kinds_of(*paragraphs) == expected


def test_the_title_that_is_known_is_found_by_its_words() -> None:
    sentence = "The harbour will open, said the minister of Norland."
    assert kinds_of(sentence, LEAD, title="The harbour will open, said the Minister of Norland") == [T, X]


def test_the_first_heading_of_markdown_is_the_title_whatever_it_ends_in() -> None:
    lines = lines_of(f"# The harbour will **open** on Tuesday.\n\n{LEAD}")
    kinds = mark(lines)
    assert kinds == [T, X]
    assert title_of("# The harbour will open on Tuesday.", lines_of("# The harbour will open on Tuesday."), [T]) == (
        "The harbour will open on Tuesday."
    )


def test_the_title_is_given_in_its_own_typography() -> None:
    text = f"{TITLE}\n\n{LEAD}"
    lines = lines_of(text)
    assert title_of(text, lines, mark(lines)) == TITLE


def test_a_text_of_short_lines_has_one_title() -> None:
    assert kinds_of("Harbour", "Open it now", "Close it then", "Wait for spring", "And then for fish", "And then for us")[0] is T
    assert kinds_of("Open the harbour", *["Close it then"] * 12).count(T) == 1
