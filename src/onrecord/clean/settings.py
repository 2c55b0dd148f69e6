"""What a caller may tell this room: what is known of an article beforehand, and the thresholds."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.clean.times import iso_interval
from onrecord.vocabulary import DateBasis, Published, UsageError


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of an article; it wins over everything that is found.

    `published` is an ISO 8601 day ("2021-04-06"), month, year or time ("2021-04-06T14:03:00+03:00"), or an interval of two of
    them ("2021-04-06/2021-04-08"). Raises UsageError where it is none of these.
    """

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.published is not None and iso_interval(self.published) is None:
            raise UsageError(
                f"the date of publication {self.published!r} is not ISO 8601: write a day (2021-04-06), a time "
                "(2021-04-06T14:03:00+03:00) or an interval (2021-04-06/2021-04-08)"
            )

    def over(self, other: Given) -> Given:
        """This, with the gaps filled from another."""
        return Given(
            outlet=self.outlet or other.outlet,
            published=self.published or other.published,
            url=self.url or other.url,
            title=self.title or other.title,
            byline=self.byline or other.byline,
        )

    def publication(self) -> Published | None:
        """`published` as an interval, or None where nothing is given."""
        interval = iso_interval(self.published) if self.published else None
        return Published(*interval, basis=DateBasis.GIVEN) if interval else None


@dataclass(frozen=True, slots=True)
class CleanSettings:
    """The thresholds of this room.

    `min_words` counts what is not boilerplate, byline or caption: the shortest article of PolNeAR train, a title and one
    sentence, has 22 words. `max_bytes` bounds one article, a file or a line of JSON Lines: chosen above a saved page with its
    scripts inlined; what is longer is a dump or an archive. `language_sample` is how many characters the language is read from:
    2 000 settle it for every article of PolNeAR train at 0.1 ms each. `foreign_confidence` is how sure the identifier must be of
    another language: of the 15 164 paragraphs of PolNeAR train it took none for another with more than 0.80, and single sentences
    of twelve other languages in Latin or Cyrillic letters for themselves with 0.99 and more.
    """

    min_words: int = 20
    max_bytes: int = 10_000_000
    language_sample: int = 2_000
    foreign_confidence: float = 0.9


NOTHING_GIVEN = Given()
DEFAULTS = CleanSettings()
