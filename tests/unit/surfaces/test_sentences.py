"""Sentences: how an actor moved, as people read it; days in reasons, as people write them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.surfaces.position_builders import CONDITIONAL, NONCOMMITTAL, OPPOSES, SUPPORTS, WILL, judged, position, shift

from onrecord.ledger import DisagreementRow, SideRow
from onrecord.surfaces.days import in_words
from onrecord.surfaces.sentences import about, moved, side
from onrecord.vocabulary import DisagreementKind, Place, ShiftKind

BEFORE, AFTER = position("1", "2031-04-06", SUPPORTS), position("2", "2032-01-12", OPPOSES)


def test_a_shift_is_told_in_plain_english_with_days_as_people_write_them() -> None:
    assert moved(shift(BEFORE, AFTER)) == (
        "By the machine’s reading, on 6 April 2031 Ada Olan said that it should happen, "
        "and on 12 January 2032 Ada Olan said that it should not happen."
    )


def test_what_could_make_it_none_stands_behind_it_until_a_person_confirmed_it() -> None:
    told = replace(shift(BEFORE, AFTER), why="should supports; then should opposes. But statements of 2031-04-06 differ.")
    assert moved(told).endswith("should not happen. But statements of 6 April 2031 differ.")
    confirmed = moved(replace(told, status="confirmed", judgement=judged("f00d")))
    assert confirmed.startswith("On 6 April 2031 Ada Olan said that")
    assert "But" not in confirmed


@pytest.mark.parametrize(
    ("day", "published", "when"),
    [
        ("2031-04-03/2031-04-09", "2031-05-04", "within 3–9 April 2031 Ada Olan"),
        ("2031-04-01/2031-04-30", "2031-05-04", "in April 2031 Ada Olan"),
        ("2031-01-01/2031-12-31", "2031-05-04", "in 2031 Ada Olan"),
        (None, "2031-05-04", "in an article of 4 May 2031 Ada Olan"),
        (None, None, "on a day that is not known Ada Olan"),
    ],
)
def test_a_day_that_is_no_single_one_is_told_so(day: str | None, published: str | None, when: str) -> None:
    assert when in moved(shift(position("1", day, CONDITIONAL, published=published), AFTER))


def test_two_spokespersons_are_both_named() -> None:
    other = position("2", "2032-01-12", NONCOMMITTAL, actor="Joren Pell", reading=WILL)
    told = moved(shift(BEFORE, other, ShiftKind.SPOKESPERSON))
    assert "on 12 January 2032 Joren Pell left open whether it will happen." in told


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("counted from the publication on 2032-03-16", "counted from the publication on 16 March 2032"),
        ("said “2032-03-16”, on 2032-03-16", "said “2032-03-16”, on 16 March 2032"),
        ("2031-04-03..2031-04-09 or by 2031-05-01", "3–9 April 2031 or by 1 May 2031"),
        ("2031-02-31 is no day, nor is 12031-02-01", "2031-02-31 is no day, nor is 12031-02-01"),
        ("nothing in the text dates it", "nothing in the text dates it"),
    ],
)
def test_days_of_a_reason_are_told_and_quoted_words_stay(reason: str, words: str) -> None:
    assert in_words(reason) == words


def disputed(kind: DisagreementKind, about: str, *sides: tuple[str, str]) -> DisagreementRow:
    rows = tuple(SideRow(value, (Place("a", 0, len(text), text, None),), ("a",)) for value, text in sides)
    return DisagreementRow("d1", kind, about, rows, 0.8, "candidate", (), "relate/3")


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (
            disputed(DisagreementKind.DATE, "when: the town has had the fort since 2029", ("2029", "2029"), ("2028", "2028")),
            "when: “the town has had the fort since …”",
        ),
        (
            disputed(
                DisagreementKind.DATE, "when: and would end the truce signed on 9 May", ("05-09", "9 May"), ("05-19", "May 19")
            ),
            "when: “would end the truce signed on …”",
        ),
        (
            disputed(DisagreementKind.SPEAKER, "who said: we will leave", ("Ada Olan", "Olan"), ("Tor Meer", "he")),
            "who said this: “we will leave”",
        ),
        (
            disputed(DisagreementKind.SPEAKER, "who said: “An open door…,”", ("Ada Olan", "Olan"), ("Tor Meer", "he")),
            "who said this: “An open door…,”",
        ),
        (
            disputed(DisagreementKind.SPEAKER, "who said: “We will leave", ("Ada Olan", "Olan"), ("Tor Meer", "he")),
            "who said this: “We will leave”",
        ),
        (
            disputed(DisagreementKind.POLARITY, "whether: “was open to all”", ("so", "was"), ("not", "was not")),
            "whether this is so or not: “was open to all”",
        ),
        (
            disputed(DisagreementKind.NUMBER, "how many: 12 or 15", ("12", "12"), ("15", "15")),
            "how many: 12 or 15",
        ),
        (
            disputed(DisagreementKind.NAME, "the name of Ada Olan or Ida Olan", ("Ada Olan", "Ada"), ("Ida Olan", "Ida")),
            "the name of Ada Olan or Ida Olan",
        ),
    ],
)
def test_what_a_disagreement_is_about_takes_no_side_for_the_fact(found: DisagreementRow, told: str) -> None:
    assert about(found) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [("05-09", "9 May"), ("2031-05-09", "9 May 2031"), ("2031-05", "May 2031"), ("2031", "2031"), ("99-99", "99-99")],
)
def test_the_days_of_sides_are_told_as_people_write_them(value: str, told: str) -> None:
    row = disputed(DisagreementKind.DATE, "when: the bridge opened", (value, value))
    assert side(row, row.sides[0]) == told
