"""A decoded text and what is known of it -> an Article, or a Rejection with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.clean.dateline import published_in
from onrecord.clean.found import Found, publication_in_address
from onrecord.clean.language import foreign_language, language_name
from onrecord.clean.settings import CleanSettings, Given
from onrecord.clean.text_evidence import floor_in
from onrecord.clean.zones import Line, authors_of, lines_of, mark, title_of
from onrecord.vocabulary import Article, Published, Rejection, RejectionReason, Zone, ZoneKind, article_id

# What the reader of an article would not count as its words.
_NOT_READ = (ZoneKind.BOILERPLATE, ZoneKind.BYLINE, ZoneKind.CAPTION)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with what its file says of it; `known` are the zones that the file's mark-up tells."""

    path: str
    text: str
    found: Found
    known: tuple[Zone, ...] = ()


def build(draft: Draft, *, given: Given, settings: CleanSettings) -> Article | Rejection:
    """The article that a draft is, or why it is none."""
    text = draft.text
    if not text.strip():
        return Rejection(draft.path, RejectionReason.EMPTY, "there is no text in it: check that it was saved whole")
    if "\x00" in text:
        return Rejection(draft.path, RejectionReason.NOT_TEXT, "there are zero bytes in it: save it as text")
    lines = lines_of(text)
    title, byline = given.title or draft.found.title, given.byline or draft.found.byline
    kinds = mark(lines, title=title, byline=byline, known=draft.known)
    if rejection := _refused(draft, lines, kinds, settings):
        return rejection
    outlet, url = given.outlet or draft.found.outlet, given.url or draft.found.url
    return Article(
        id=article_id(text, outlet=outlet, url=url),
        path=draft.path,
        url=url,
        outlet=outlet,
        title=title or title_of(text, lines, kinds),
        byline=byline or authors_of(lines, kinds),
        language="en",
        published=_published(draft, given, lines, kinds),
        text=text,
        zones=tuple(Zone(line.start, line.end, kind) for line, kind in zip(lines, kinds, strict=True) if kind is not None),
    )


def _published(draft: Draft, given: Given, lines: Sequence[Line], kinds: Sequence[ZoneKind | None]) -> Published | None:
    """The surest: given, the file's metadata, the day in a given address, a dateline or byline, a floor from the running text."""
    return (
        given.publication()
        or draft.found.published
        or publication_in_address(given.url)
        or published_in(draft.text, lines, kinds)
        or floor_in(draft.text, lines, kinds)
    )


def _refused(draft: Draft, lines: Sequence[Line], kinds: Sequence[ZoneKind | None], settings: CleanSettings) -> Rejection | None:
    if language := foreign_language(draft.text, settings):
        return Rejection(
            draft.path,
            RejectionReason.NOT_ENGLISH,
            f"the text is in {language_name(language)}: onrecord reads English; translate it first",
        )
    words = sum(line.words for line, kind in zip(lines, kinds, strict=True) if kind not in _NOT_READ)
    if words < settings.min_words:
        return Rejection(
            draft.path,
            RejectionReason.TOO_SHORT,
            f"{words} words besides boilerplate, fewer than {settings.min_words}: check that it was saved whole, "
            "or lower min_words",
        )
    return None
