"""What is known of a statement, in words that stand anywhere: who, in which office, on which day and why so, in which place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath
from urllib.parse import quote, urlsplit

from onrecord.identify.facts.places import name_of
from onrecord.ledger import ArticleRow, StatementRow
from onrecord.surfaces.cli import printing
from onrecord.surfaces.cli.wording import period
from onrecord.surfaces.telling import clause, said, telling_cue
from onrecord.vocabulary import Actor, DateBasis, Days, Kind, Published

Known = Mapping[str, Actor]
NOBODY: Known = {}

# What XML 1.0 cannot hold, and no reader can see.
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BASES = {
    DateBasis.GIVEN: "as given by whoever added it",
    DateBasis.METADATA: "by the page's own metadata",
    DateBasis.DATELINE: "by its dateline",
    DateBasis.TEXT: "by its text",
}
# Whoever quotes a paraphrase must know that it is one.
_GIVEN = {
    Kind.DIRECT: "",
    Kind.MIXED: "in the outlet's words and partly in quotation marks",
    Kind.INDIRECT: "in the outlet's words",
}
_SAFE = "%/:?#[]@!$&'()*+,;=~-._"
# Words at the beginning and at the end by which a browser finds a passage in a page.
_BEGINNING, _END = 6, 4


def urn(kind: str, identity: str) -> str:
    """The name of something that onrecord keeps, the same in every export: "urn:onrecord:article:3fa9c1d2…"."""
    return f"urn:onrecord:{kind}:{identity}"


def printable(text: str) -> str:
    """A text in which characters that neither XML nor a person can read are shown as U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """A text on one line, its runs of white space one space each."""
    return printable(" ".join(text.split()))


def words_of(row: StatementRow) -> str:
    """The content as printed, on one line, fragments joined by an ellipsis in brackets. No quotation marks are put round it:
    what stands in some has them in the text.
    """
    return printable(said(row.statement))


def clause_of(row: StatementRow) -> str:
    """All that is printed of a statement on one line, source and cue too: "She denied […] tolls were planned". Where what negates
    it is not in it, that is said: "[not] He […] say when".
    """
    words = printable(clause(row.statement))
    return f"[not] {words}" if telling_cue(row.statement).startswith(("[not]", "negated")) else words


def manner_of(row: StatementRow) -> str:
    """How the words are given, to be said before them: the cue where it tells more than that it is said ("denied"), that they are
    the outlet's own and not in quotation marks, that somebody tells it of another. "" where there is nothing to be said.
    """
    one = row.statement
    told = [printable(telling_cue(one)), _GIVEN[one.kind]]
    told.append("told inside another statement" if one.within is not None else "")
    return "; ".join(part for part in told if part)


def said_so(row: StatementRow) -> str:
    """The content as printed, after the manner of it: "denied; in the outlet's words: that he would go"."""
    manner = manner_of(row)
    return f"{manner}: {words_of(row)}" if manner else words_of(row)


def speaker_of(row: StatementRow) -> str:
    """Who said it; else that it is not known who, with what the text has of it."""
    if row.statement.speaker is not None:
        return one_line(row.statement.speaker.name)
    return f"“{one_line(row.statement.source.text)}”" if row.statement.source is not None else "speaker not known"


def office_of(row: StatementRow, known: Known = NOBODY) -> str | None:
    """The office of the speaker on that day: as the article or the facts have it; else one held on the day, by the facts."""
    speaker = row.statement.speaker
    if speaker is None or speaker.office is not None:
        return one_line(speaker.office) if speaker is not None and speaker.office is not None else None
    actor, said_on = known.get(speaker.actor or ""), row.statement.said_on
    if actor is None or said_on is None or not said_on.earliest or not said_on.latest:
        return None
    for one in actor.offices:
        held = one.basis == "facts" and (one.start or "") <= said_on.earliest and (not one.end or said_on.latest <= one.end)
        if held:
            place = name_of(one.place) if one.place else ""
            return one.title if not place or place.casefold() in one.title.casefold() else f"{one.title} of {place}"
    return None


def day_of(row: StatementRow, written: Callable[[Days], str] = period) -> tuple[str, str]:
    """The day of a statement in a word or two, and what it rests on; where none is known, that and why. `written` writes days."""
    said_on, published = row.statement.said_on, row.article.published
    if said_on is not None and (said_on.earliest or said_on.latest):
        return written((said_on.earliest, said_on.latest)), one_line(said_on.reason)
    if said_on is not None:
        told = printing.day(said_on)
        return "day not known" if told == "not known" else printable(told), one_line(said_on.reason)
    if published is not None:
        return written(_ends(published)), f"day of publication, {_BASES[published.basis]}; the day of saying is not known"
    return "day not known", "neither the day of saying nor that of publication is known"


def publication(article: ArticleRow, written: Callable[[Days], str] = period) -> str:
    """When an article was published, and what that rests on; `written` writes days."""
    if article.published is None:
        return "day of publication not known"
    return f"published {written(_ends(article.published))}, {_BASES[article.published.basis]}"


def _ends(published: Published) -> tuple[str | None, str | None]:
    return published.earliest[:10], published.latest[:10] if published.latest else None


def outlet_of(article: ArticleRow) -> str:
    """Who published it, or that it is not known."""
    return one_line(article.outlet) if article.outlet else "outlet not known"


def title_of(article: ArticleRow) -> str:
    """The headline; else what else the article is called by."""
    return one_line(article.title) if article.title else f"article {article.id}"


def file_of(article: ArticleRow) -> str | None:
    """The name of the file that an article was read from, without the folders of whoever read it."""
    return one_line(PurePath(article.path).name) if article.path else None


def address_of(article: ArticleRow) -> str | None:
    """The address of an article on the web, safe to link to; None where it has none, or one that is no http address."""
    parts = _split(article.url)
    if parts is None:
        return None
    return quote(printable(article.url or "").strip(), safe=_SAFE)


def pointed(row: StatementRow) -> str | None:
    """The address of the article, with a text fragment that makes a browser show the words: `#:~:text=first,last`."""
    address = address_of(row.article)
    if address is None:
        return None
    words = row.statement.content[0].text.split()
    whole = len(words) <= _BEGINNING + _END
    ends = [" ".join(words)] if whole else [" ".join(words[:_BEGINNING]), " ".join(words[-_END:])]
    told = ",".join(quote(printable(one), safe="").replace("-", "%2D") for one in ends)
    return f"{address}{'' if '#' in address else '#'}:~:text={told}"


def place_of(row: StatementRow) -> str:
    """Where the content stands: "article 391526f0d3b6077e, characters 0-41"."""
    spans = ", ".join(f"{span.start}-{span.end}" for span in row.statement.content)
    return f"article {row.article.id}, characters {spans}"


def judged(row: printing.Found) -> str:
    """What a person said of it, when and why, after a semicolon: "; confirmed by Mira on 2031-05-04"; "" where nobody did."""
    return f"; {one_line(told)}" if (told := printing.decided(row)) else ""


def seen(article: ArticleRow) -> str:
    """The day on which an article was added."""
    return article.added_at[:10]


def _split(url: str | None) -> str | None:
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    return parts.netloc if parts.scheme in ("http", "https") and parts.netloc else None
