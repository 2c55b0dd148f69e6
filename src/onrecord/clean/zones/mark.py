"""The order in which the paragraphs of a text are judged."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.clean.zones.author_note import author_notes, is_about_author
from onrecord.clean.zones.boilerplate import boilerplate, tails
from onrecord.clean.zones.byline import authors_of, is_byline
from onrecord.clean.zones.caption import is_caption
from onrecord.clean.zones.lines import Line
from onrecord.clean.zones.pull_quote import pull_quotes
from onrecord.clean.zones.role import roles
from onrecord.clean.zones.title import titles
from onrecord.vocabulary import Zone, ZoneKind

# Characters of the longest paragraph that is judged by its own words: chosen to bound what the patterns cost on any input; the
# longest found in PolNeAR train has 278.
_LONGEST = 1_000


def mark(
    lines: Sequence[Line], *, title: str | None = None, byline: Sequence[str] = (), known: Sequence[Zone] = ()
) -> list[ZoneKind | None]:
    """The kind of each paragraph, None for body text. `title` and `byline` are what is known of them beforehand.

    1. What mark-up tells.  2. Each paragraph by its own words: boilerplate, then byline, then caption; roles under bylines.
    3. Titles among what is left at the top, and a photograph's alt text before its caption.
    4. What stands under a heading of links or comments at the end, and notes on the author.
    5. Copies of words that stand elsewhere.
    """
    kinds = _known(lines, known)  # 1
    for number, line in enumerate(lines):  # 2
        if kinds[number] is None:
            kinds[number] = _by_words(line, byline)
    roles(lines, kinds)
    titles(lines, kinds, title)  # 3
    tails(lines, kinds)  # 4
    author_notes(lines, kinds, byline or authors_of(lines, kinds))
    pull_quotes(lines, kinds)  # 5
    return kinds


def _known(lines: Sequence[Line], known: Sequence[Zone]) -> list[ZoneKind | None]:
    kinds: list[ZoneKind | None] = [None] * len(lines)
    for number, line in enumerate(lines if known else ()):
        kinds[number] = next((zone.kind for zone in known if zone.start <= line.start < zone.end), None)
    return kinds


def _by_words(line: Line, byline: Sequence[str]) -> ZoneKind | None:
    if line.end - line.start > _LONGEST:
        return None
    if boilerplate(line):
        return ZoneKind.BOILERPLATE
    if is_byline(line, byline) or is_about_author(line):
        return ZoneKind.BYLINE
    return ZoneKind.CAPTION if is_caption(line) else None
