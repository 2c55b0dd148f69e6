"""JSON-LD in a page (schema.org): the article that it describes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.clean.found import Found, address, authors, one_line, publication, without_surrogates

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"Article$|^Report|^BlogPosting$|^LiveBlogPosting$|^Review", re.IGNORECASE)
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
# Objects looked at in one page; graphs of a whole site are larger.
_MOST_OBJECTS = 2_000


@dataclass(frozen=True, slots=True)
class Described:
    """What JSON-LD says of an article, and the article's text where it is given."""

    found: Found
    body: str | None


def described(tree: HtmlElement) -> Described:
    """What the first article object in a page's JSON-LD says; nothing where there is none."""
    for item in _objects(tree):
        if any(_ARTICLE.search(kind) for kind in _kinds(item)):
            body = item.get("articleBody")
            return Described(_found(item), without_surrogates(body) if isinstance(body, str) else None)
    return Described(Found(), None)


def _found(item: dict[str, object]) -> Found:
    publisher = authors(item.get("publisher")) or authors(item.get("sourceOrganization"))
    return Found(
        outlet=publisher[0] if publisher else None,
        published=publication(item.get("datePublished")) or publication(item.get("dateCreated")),
        url=address(item.get("url")) or address(_id(item.get("mainEntityOfPage"))),
        title=one_line(item.get("headline")) or one_line(item.get("name")),
        byline=authors(item.get("author")) or authors(item.get("creator")),
    )


def _id(value: object) -> object:
    return value.get("@id") if isinstance(value, dict) else value


def _kinds(item: dict[str, object]) -> list[str]:
    kinds = item.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _objects(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """Every object in the page's JSON-LD, outer ones first."""
    waiting: list[object] = [
        _read(script.text or "") for script in tree.iter("script") if "ld+json" in (script.get("type") or "")
    ]
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _read(script: str) -> object:
    try:
        return json.loads(_WRAPPING.sub("", script), strict=False)
    except (ValueError, RecursionError):
        return None
