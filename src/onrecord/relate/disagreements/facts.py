"""The sentences of an article that state something checkable about named things."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.relate.disagreements.keys import about, keys
from onrecord.relate.disagreements.names import holders, names
from onrecord.relate.disagreements.reading import places_of_events, reading
from onrecord.text.paragraphs import paragraphs
from onrecord.text.quotes import quotations
from onrecord.text.sentences import sentences
from onrecord.vocabulary.actors import ActorType
from onrecord.vocabulary.articles import Article, ZoneKind
from onrecord.vocabulary.relations import Days, Fact
from onrecord.vocabulary.statements import Statement

# What is not the story, or is told in it again.
_UNREAD = frozenset({ZoneKind.TITLE, ZoneKind.BYLINE, ZoneKind.BOILERPLATE, ZoneKind.PULL_QUOTE})
# A figure, or a number in words with what may be counted: one of these is in each sentence with a year, a date or a number.
_FIGURE = re.compile(
    r"\d|\b(?:(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|thirds?"
    r"|quarters?|decades?)\b)"
)
# A sentence of more characters is a list or a table.
_LONGEST = 600


def facts(article: Article, statements: Sequence[Statement]) -> list[Fact]:
    """The sentences of an article that state something checkable: a time, a number, a person in an office.

    They are about a named thing, or about what is counted or dated in a story that its names tell (see `keys`).

    Sentences that are the words of a speaker alone, in quotation marks, are none: they are what he says, not what the article
    tells. They come without vectors.
    """
    published: Days = _days(article)
    spoken = [one.inner for one in quotations(article.text) if one.level == 0]
    starts = [start for start, _ in spoken]
    story = about(article.text)
    found = []
    for start, end in _sentences(article):
        text = article.text[start:end]
        if end - start > _LONGEST or not (_FIGURE.search(text) or holders(text) or places_of_events(text)):
            continue
        at = bisect_right(starts, start + 1) - 1
        if at >= 0 and spoken[at][1] >= end - 2:
            continue
        named = names(text)
        if shared := named | keys(text, reading(text, published), published, story):
            statement = _statement(statements, start, end)
            speaker = statement.speaker if statement else None
            person = speaker.name if speaker and speaker.type is ActorType.PERSON else None
            told = statement.id if statement else None
            found.append(Fact(article.id, article.outlet, start, end, text, shared, published, told, speaker=person))
    return found


def _days(article: Article) -> Days:
    published = article.published
    if published is None:
        return None, None
    return published.earliest[:10], published.latest[:10] if published.latest else None


def _sentences(article: Article) -> Iterator[tuple[int, int]]:
    unread = [zone for zone in article.zones if zone.kind in _UNREAD]
    for start, end in paragraphs(article.text):
        for begin, stop in sentences(article.text, start, end):
            if not any(zone.start < stop and begin < zone.end for zone in unread):
                yield begin, stop


def _statement(statements: Sequence[Statement], start: int, end: int) -> Statement | None:
    """The statement whose content holds most of a range of the text, the first of several."""
    best: tuple[int, Statement] | None = None
    for one in statements:
        inside = sum(max(0, min(span.end, end) - max(span.start, start)) for span in one.content)
        if inside and (best is None or inside > best[0]):
            best = (inside, one)
    return best[1] if best else None
