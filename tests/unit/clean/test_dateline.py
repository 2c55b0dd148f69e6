"""The date of publication comes out of a dateline, a byline or a line that is a date, and out of nothing else."""

from __future__ import annotations

import pytest

from onrecord.clean.dateline import published_in
from onrecord.clean.zones import lines_of, mark
from onrecord.vocabulary import DateBasis, Published

BODY = (
    "The minister of Norland said that the harbour would open in the spring, and that the talks with Sudria had been long.\n\n"
    "The harbour was closed on 3 March 1998, when the two states broke off their relations after a quarrel over fish.\n\n"
)


def found(*top: str, bottom: str = "") -> Published | None:
    text = "".join(f"{line}\n\n" for line in top) + BODY + bottom
    lines = lines_of(text)
    published = published_in(text, lines, mark(lines))
    assert published is None or (published.evidence is not None and published.evidence.holds_in(text))
    return published


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("VARNHOLM, April 6 2021 — The talks are over.", "April 6 2021"),
        ("VARNHOLM, Norland (Agency) — April 6, 2021 — The talks are over, said the minister of the harbour.", "April 6, 2021"),
        ("Varnholm, 6 April 2021 (Agency) – The talks are over.", "6 April 2021"),
        ("SAINT OLAF, Apr. 6, 2021 /Wire Service/ -- The talks are over.", "Apr. 6, 2021"),
        ("Published: 6 April 2021", "6 April 2021"),
        ("First published on Tuesday 6 April 2021 14.05 BST", "6 April 2021"),
        ("Posted on April 6, 2021 by admin", "April 6, 2021"),
        ("By Ida Holm | 6 April 2021", "6 April 2021"),
        ("By Ida Holm, Per Aas and Jens Lund - April 6, 2021, 2:05 PM ET", "April 6, 2021"),
        ("Tuesday, 6 April 2021", "6 April 2021"),
        ("April 6, 2021 2:15 pm EDT", "April 6, 2021"),
        ("06.04.2021", "06.04.2021"),
        ("Updated 2021-04-06 10:00 GMT", "2021-04-06"),
    ],
)
def test_lines_on_publication_give_the_day_with_their_words_as_evidence(line: str, words: str) -> None:
    published = found("Harbour to open", line)
    assert published is not None
    assert (published.earliest, published.latest, published.basis) == ("2021-04-06", "2021-04-06", DateBasis.DATELINE)
    assert published.evidence is not None
    assert published.evidence.text == words


def test_a_line_at_the_end_counts_too() -> None:
    published = found("Harbour to open", bottom="Ida Holm is the editor of The Norland Post.\n\nPublished on 6 April 2021")
    assert published is not None
    assert published.earliest == "2021-04-06"


def test_the_day_of_publication_wins_over_the_day_of_an_update() -> None:
    published = found("Harbour to open", "Updated: 8 April 2021", "Published: 6 April 2021")
    assert published is not None
    assert published.earliest == "2021-04-06"


@pytest.mark.parametrize(
    "line",
    [
        "Minister Ola Brandt is pictured on March 11, 2021. (Photo: P. Lund/Agency)",
        "The minister said on 6 April 2021 that the harbour would open, and that there was no reason to wait.",
        "On April 6, 2021, the harbour opened - for an hour.",
        "The treaty, published on 6 April 2021 by the government, was long awaited in the ports of the north coast, where "
        "few had thought that it would ever come to be signed by anyone.",
        "VARNHOLM, April 6 (Agency) — The talks are over.",
        "Published: 04/06/2021",
    ],
)
def test_captions_running_text_half_dates_and_ambiguous_ones_give_nothing(line: str) -> None:
    assert found("Harbour to open", line) is None
