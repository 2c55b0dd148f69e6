"""The running text tells a floor of its publication, and only where it tells something dated as past."""

from __future__ import annotations

import pytest

from onrecord.clean.build import Draft, build
from onrecord.clean.found import Found
from onrecord.clean.settings import CleanSettings, Given
from onrecord.vocabulary import Article, DateBasis, Published

TITLE = "Harbour of Varnholm to open"
STORY = "The minister of Norland said that the harbour would open in the spring, and that the talks with Sudria had been long."


def published(*paragraphs: str, given: Given | None = None) -> Published | None:
    """What is known of the publication of an article with these paragraphs."""
    text = "\n\n".join((TITLE, STORY, *paragraphs, STORY))
    made = build(Draft("a.txt", text, Found(title=TITLE)), given=given or Given(), settings=CleanSettings(min_words=5))
    assert isinstance(made, Article)
    assert made.published is None or made.published.evidence is None or made.published.evidence.holds_in(text)
    return made.published


@pytest.mark.parametrize(
    ("paragraph", "earliest", "words"),
    [
        ("The harbour was closed on 3 March 1998, when the two states broke off their relations.", "1998-03-03", "3 March 1998"),
        ("In 2014 the navy of Sudria left Varnholm.", "2014-01-01", "2014"),
        ("Ships came back in June 2021, after the storm.", "2021-06-01", "June 2021"),
        ("It was built in 1931, burned in 1950, and was sold in 2019 to the town.", "2019-01-01", "2019"),
    ],
)
def test_the_latest_thing_told_as_past_is_a_floor(paragraph: str, earliest: str, words: str) -> None:
    found = published(paragraph)
    assert found is not None
    assert (found.earliest, found.latest, found.basis) == (earliest, None, DateBasis.TEXT)
    assert found.evidence is not None
    assert found.evidence.text == words


@pytest.mark.parametrize(
    "paragraph",
    [
        # What lies ahead.
        "The harbour will open on 6 April 2031.",
        "Norland planned to finish the quay by 2027, and the town agreed.",
        "The quay was to be ready in 2027.",
        "She was chosen as the candidate in the race of 2028.",
        "The money was promised until 2030.",
        # A name, a bound, a decade, no year.
        "The 2031 budget passed on Tuesday and was signed.",
        "It was a custom of the 1990s.",
        "The harbour was closed on Tuesday.",
        # What is no running text of the article.
        "Minister Ola Brandt is pictured as she left on March 11, 2021. (Photo: P. Lund/Agency)",
        "© 2021 Varnholm Post. All rights reserved.",
    ],
)
def test_plans_names_captions_and_notices_are_no_evidence(paragraph: str) -> None:
    assert published(paragraph) is None


def test_a_date_in_a_quotation_is_no_evidence() -> None:
    assert published("“They came in 2014 and they stayed,” she said.") is None


def test_anything_surer_wins() -> None:
    past = "The harbour was closed on 3 March 1998."
    given = published(past, given=Given(published="2021-04-06"))
    dateline = published("VARNHOLM, April 6 2021 — The talks are over.", past)
    assert given is not None and given.basis is DateBasis.GIVEN
    assert dateline is not None and dateline.basis is DateBasis.DATELINE
