"""The main text of a page as paragraphs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.clean.html.mend import one_space
from onrecord.clean.libraries import main_body, parse_page

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

# Where the extraction has less than this share of the characters that the page's own metadata has, the metadata's text is
# taken: a failed extraction leaves a teaser. Chosen, not measured: no gold pages are at hand.
_LEAST_SHARE = 0.6
# An articleBody shorter than this is a teaser itself.
_LEAST_BODY = 400

# Elements of trafilatura's tree, each a paragraph of its own.
_BLOCKS = frozenset({"p", "head", "quote", "item", "row", "list", "table", "body", "main", "div", "code", "fw", "ab"})
_NOT_ARTICLE = frozenset({"nav", "footer", "header", "aside", "form", "script", "style", "noscript", "button"})
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"”’'»)\]]*\s*$")
_TAG = re.compile(r"<(?:p|br|div)\b[^>]*>", re.IGNORECASE)


def main_paragraphs(tree: HtmlElement, body_in_metadata: str | None) -> list[str]:
    """The paragraphs of the article in a page.

    1. trafilatura's extraction.  2. The text in the page's metadata, where the extraction lost much of it.
    3. All paragraphs that stand in no menu, margin or form.
    """
    plain = _of_body_text(tree)
    body = main_body(tree)
    found = [text for text in _blocks(body) if text] if body is not None else []  # 1
    stated = _of_metadata(body_in_metadata)
    if stated and _length(found) < _LEAST_SHARE * _length(stated):  # 2
        return stated
    return found or plain  # 3


def _length(texts: list[str]) -> int:
    return sum(map(len, texts))


def _blocks(element: _Element) -> Iterator[str]:
    """The text of each block, in order; a line break ends a paragraph where it follows a sentence's end."""
    pieces: list[str] = []
    for part in _parts(element):
        if part is not None:
            pieces.append(part)
            continue
        yield " ".join("".join(pieces).split())
        pieces.clear()
    yield " ".join("".join(pieces).split())


def _parts(element: _Element) -> Iterator[str | None]:
    """The strings in an element, None where a paragraph ends."""
    last = ""
    is_block = element.tag in _BLOCKS
    if is_block:
        yield None
    if element.text:
        yield element.text
        last = element.text
    for child in element:
        if child.tag == "lb":
            yield None if _ENDS_SENTENCE.search(last) else " "
        elif isinstance(child.tag, str):
            yield from _parts(child)
            yield " " if child.tag == "cell" else ""
        if child.tail:
            yield child.tail
            last = child.tail
    if is_block:
        yield None


def _of_metadata(body: str | None) -> list[str]:
    if body is None or len(body) < _LEAST_BODY:
        return []
    if _TAG.search(body):
        tree = parse_page(f"<div>{_TAG.sub(chr(10), body)}</div>")
        body = "".join(str(part) for part in tree.itertext()) if tree is not None else body
    return [text for line in html.unescape(body).splitlines() if (text := " ".join(line.split()))]


def _of_body_text(tree: HtmlElement) -> list[str]:
    return [
        text
        for paragraph in tree.iter("p")
        if not any(ancestor.tag in _NOT_ARTICLE for ancestor in paragraph.iterancestors()) and (text := one_space(paragraph))
    ]
