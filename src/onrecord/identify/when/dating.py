"""A time expression of an article → the days that it means, with a reason that a person understands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.identify.when.reach import Dated, Reach
from onrecord.text.timex import Interval, Timex, resolve
from onrecord.vocabulary import SaidOn, SaidOnBasis, Span

_MONTHS = "January February March April May June July August September October November December".split()
_NOT_KNOWN = "the day of publication is not known"


@dataclass(frozen=True, slots=True)
class Dating:
    """A text and the interval of days that it was written in, None where nobody knows."""

    text: str
    anchor: Interval | None

    def read(self, dated: Dated, how: str, reference: Interval | None = None) -> SaidOn | None:
        """When something was said that a time expression dates; None where it tells nothing or lies ahead of the writing.

        `how` begins the reason; `reference` is the interval from which "the same day" counts.
        """
        timex = dated.timex
        evidence = Span.of(self.text, timex.start, timex.end)
        days = resolve(timex, self.anchor, reference)
        if days is None:
            return self._unresolved(timex, f"{how} {quoted(evidence)}", evidence)
        if dated.reach is Reach.BEFORE:
            day = (date.fromisoformat(days[0]) - timedelta(1)).isoformat()
            return SaidOn(None, day, SaidOnBasis.PHRASE, f"{how} before {quoted(evidence)}{self._counted(timex)}", evidence)
        if self.anchor is not None and days[0] > self.anchor[1]:
            return None
        return SaidOn(*days, SaidOnBasis.PHRASE, f"{how} {quoted(evidence)}{self._counted(timex)}", evidence)

    def before(self, start: int, end: int, latest: str | None) -> SaidOn:
        """Some time before, as the words at `[start, end)` tell: open at its beginning, `latest` at the latest."""
        evidence = Span.of(self.text, start, end)
        return SaidOn(None, latest, SaidOnBasis.PHRASE, f"{quoted(evidence)}: some time before", evidence)

    def vaguely(self, start: int, end: int, how: str) -> SaidOn:
        """Some time before the writing, as the words at `[start, end)` name it; `how` begins the reason."""
        evidence = Span.of(self.text, start, end)
        latest = self.anchor[1] if self.anchor else None
        return SaidOn(None, latest, SaidOnBasis.PHRASE, f"{how} {quoted(evidence)}: some time before", evidence)

    def ahead(self, cue: Span) -> SaidOn | None:
        """Still to come, as a cue in the future tense tells."""
        if self.anchor is None:
            return None
        return SaidOn(
            self.anchor[0], None, SaidOnBasis.PHRASE, f"{quoted(cue)}: still to come when the article was published", cue
        )

    def published(self) -> SaidOn | None:
        """The day of publication, saying so."""
        if self.anchor is None:
            return None
        return SaidOn(*self.anchor, SaidOnBasis.PUBLISHED, "nothing in the text dates it; the day of publication")

    def _unresolved(self, timex: Timex, words: str, evidence: Span) -> SaidOn | None:
        if timex.value == "PAST_REF":
            latest = self.anchor[1] if self.anchor else None
            reason = f"{words}: some time before" if latest else f"{words}: some time before; {_NOT_KNOWN}"
            return SaidOn(None, latest, SaidOnBasis.PHRASE, reason, evidence)
        if self.anchor is not None:
            return None
        return SaidOn(None, None, SaidOnBasis.PHRASE, f"{words}: {_in_words(timex)}; {_NOT_KNOWN}", evidence)

    def _counted(self, timex: Timex) -> str:
        if timex.refers_back:
            return ", counted from what was told before"
        if self.anchor is None or not ("X" in timex.value or timex.value.startswith("UNDEF")):
            return ""
        return f", counted from the publication on {'/'.join(dict.fromkeys(self.anchor))}"


def quoted(evidence: Span) -> str:
    """A span's words on one line, in quotation marks."""
    return f"“{' '.join(evidence.text.split())}”"


def _in_words(timex: Timex) -> str:
    """An unresolved time expression in plain words."""
    if timex.weekday is not None:
        return f"a {timex.weekday}"
    if match := re.match(r"XXXX-(\d\d)(?:-(\d\d))?", timex.value):
        day = f" {int(match[2])}" if match[2] else ""
        return f"{_MONTHS[int(match[1]) - 1]}{day} of a year that is not told"
    return "counted from a day that is not told"
