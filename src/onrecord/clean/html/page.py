"""A page -> one text with the zones that its mark-up tells, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.clean.found import Found, without_surrogates
from onrecord.clean.html.main_text import main_paragraphs
from onrecord.clean.html.mend import Caption, Marked, key, mend, one_space
from onrecord.clean.html.metadata import metadata
from onrecord.clean.libraries import guarded, parse_page
from onrecord.vocabulary import Zone, ZoneKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Between two paragraphs of a page's text.
_GAP = "\n\n"
# How many paragraphs from the top may be the title, as the extractor kept it.
_TOP = 5
_SUBTITLE = re.compile(
    r"sub-?(?:title|head|headline)|standfirst|\bdek\b|\bdeck\b|article[-_]{1,2}(?:summary|intro|lead)|kicker-text", re.IGNORECASE
)
_LONGEST_SUBTITLE = 60

_Block = tuple[str, ZoneKind | None]


@dataclass(frozen=True, slots=True)
class Page:
    """The article in a page: its text, the zones that mark-up tells, and what the page says of itself."""

    text: str
    found: Found
    known: tuple[Zone, ...]


_EMPTY = Page("", Found(), ())


def read_page(source: str) -> Page:
    """The article in a page. What cannot be read gives an empty text; nothing raises."""
    tree = parse_page(source)
    page = guarded(lambda: _read(tree)) if tree is not None else None
    return page or _EMPTY


def _read(tree: HtmlElement) -> Page:
    found, body = metadata(tree)
    subtitle = _subtitle(tree)
    marked = mend(tree)
    texts = _with_captions(main_paragraphs(tree, body), marked.captions)
    if not texts:
        return Page("", found, ())
    return _joined(list(_blocks([without_surrogates(text) for text in texts], found.title, subtitle, marked)), found)


def _subtitle(tree: HtmlElement) -> str | None:
    """What stands under the headline, where the mark-up says so."""
    for element in tree.iter("h2", "h3", "p", "div", "span"):
        if _SUBTITLE.search(element.get("class") or ""):
            text = one_space(element)
            return text if 0 < text.count(" ") < _LONGEST_SUBTITLE else None
    return None


def _with_captions(texts: list[str], captions: Sequence[Caption]) -> list[str]:
    """The paragraphs with the captions that the extraction lost, each after the paragraph it stands after in the page.

    A caption whose paragraph was not kept belongs to another article, or to none.
    """
    kept = [key(text) for text in texts]
    for caption in captions:
        own = key(caption.text)
        if own in kept or not texts:
            continue
        if caption.after is not None and caption.after in kept:
            place = kept.index(caption.after) + 1
            texts.insert(place, caption.text)
            kept.insert(place, own)
    return texts


def _blocks(texts: Sequence[str], title: str | None, subtitle: str | None, marked: Marked) -> Iterator[_Block]:
    """The title, the subtitle and the paragraphs, each with the kind that mark-up tells; the title comes once."""
    captions = {key(caption.text) for caption in marked.captions}
    headline, below = key(title or ""), key(subtitle or "")
    if title:
        yield title, ZoneKind.TITLE
    if subtitle and below != headline and below not in [key(text) for text in texts]:
        yield subtitle, None
    for number, text in enumerate(texts):
        own = key(text)
        if title and number < _TOP and own == headline:
            continue
        kind = ZoneKind.CAPTION if own in captions else ZoneKind.PULL_QUOTE if own in marked.pull_quotes else None
        yield text, kind


def _joined(blocks: Sequence[_Block], found: Found) -> Page:
    parts: list[str] = []
    zones: list[Zone] = []
    position = 0
    for text, kind in blocks:
        parts.append(text)
        if kind is not None:
            zones.append(Zone(position, position + len(text), kind))
        position += len(text) + len(_GAP)
    return Page(_GAP.join(parts), found, tuple(zones))
