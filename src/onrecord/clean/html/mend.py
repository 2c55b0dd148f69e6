"""What extractors lose, mended in the tree before they see it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.clean.zones.lines import word_list

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Struck-out text is what the outlet took back.
_STRUCK = ("del", "s", "strike")
_QUOTES = "\"'“”„«»‘’‹›"
_PULL_QUOTE = re.compile(r"pull[-_]?quote|quote[-_]pull|blockquote--pull", re.IGNORECASE)
_CAPTION = re.compile(r"wp-caption-text|(?:image|photo|media|figure|picture)[-_]{1,2}caption|\bcaption\b", re.IGNORECASE)
_CAPTION_TAGS = ("p", "div", "span", "dd", "small")
# Longest caption in words: a longer element with that name holds an article.
_LONGEST_CAPTION = 100
_CREDIT_GAP = " "


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption, and the words of the paragraph that stands before it in the page (None where none does)."""

    text: str
    after: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Marked:
    """What the mark-up of a page says of its paragraphs, by their words; the extraction keeps words, not mark-up."""

    captions: tuple[Caption, ...]
    pull_quotes: frozenset[tuple[str, ...]]


def mend(tree: HtmlElement) -> Marked:
    """Change the tree so that an extractor loses nothing, and tell what only the mark-up knows.

    1. Struck-out text goes.  2. The quotation marks of `<q>` become characters.  3. Captions become paragraphs.
    """
    for struck in list(tree.iter(*_STRUCK)):  # 1
        if struck.getparent() is not None:
            struck.drop_tree()
    quotations = list(tree.iter("q"))  # 2
    for quoted in quotations:
        _write_marks(quoted)
    for quoted in quotations:
        if quoted.getparent() is not None:
            quoted.drop_tag()
    captions = tuple(_captions(tree))  # 3
    pull_quotes = frozenset(
        tuple(word_list(one_space(element)))
        for element in tree.iter("aside", "blockquote", "div", "figure", "p", "section")
        if _PULL_QUOTE.search(element.get("class") or "")
    )
    return Marked(captions, pull_quotes)


def one_space(element: HtmlElement) -> str:
    """The text of an element on one line."""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def key(text: str) -> tuple[str, ...]:
    """What two copies of a paragraph have in common."""
    return tuple(word_list(text))


def _write_marks(quoted: HtmlElement) -> None:
    inner = one_space(quoted)
    if inner and inner[0] not in _QUOTES:
        nested = any(True for _ in quoted.iterancestors("q"))
        opening, closing = "‘’" if nested else "“”"
        quoted.text = opening + (quoted.text or "").lstrip()
        if len(quoted):
            quoted[-1].tail = (quoted[-1].tail or "").rstrip() + closing
        else:
            quoted.text = quoted.text.rstrip() + closing


def _captions(tree: HtmlElement) -> list[Caption]:
    found: list[Caption] = []
    before: tuple[str, ...] | None = None
    for element in list(tree.iter("p", "figcaption", *_CAPTION_TAGS)):
        text = one_space(element) if element.tag in ("p", "figcaption") or element.get("class") else ""
        if not text:
            continue
        if _is_caption(element) and 0 < text.count(" ") < _LONGEST_CAPTION:
            found.append(Caption(text, before))
            _as_paragraph(element, text)
        elif element.tag == "p":
            before = key(text)
    return found


def _is_caption(element: HtmlElement) -> bool:
    if element.tag == "figcaption":
        return True
    inside = any(True for _ in element.iterancestors("figcaption"))
    return not inside and _CAPTION.search(element.get("class") or "") is not None


def _as_paragraph(element: HtmlElement, text: str) -> None:
    """Make the caption a plain paragraph, and the figure round it a plain block: extractors drop both by their names."""
    for child in list(element):
        element.remove(child)
    element.text, element.tag = text, "p"
    element.attrib.clear()
    figure = next(element.iterancestors("figure"), None)
    if figure is not None:
        figure.tag = "div"
        figure.attrib.clear()
