"""What a page says of itself in JSON-LD, Open Graph, `<meta>`, `<link>` and `<time>`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.clean.found import Found, address, authors, one_line, publication, publication_in_address
from onrecord.clean.html.json_ld import described
from onrecord.clean.html.mend import one_space
from onrecord.clean.libraries import page_day
from onrecord.clean.zones.lines import word_list
from onrecord.vocabulary import Published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Names of <meta>, in the order in which they are trusted.
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher", "citation_journal_title")
_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")
_AUTHOR = (
    "author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "article:author",
    "og:article:author",
    "twitter:data1",
)
_PUBLISHED = (
    "article:published_time og:article:published_time datepublished article:published og:published_time parsely-pub-date "
    "publish-date publishdate publish_date publication_date pubdate sailthru.date "
    "dc.date.issued dc.date.created dc.date dcterms.date dcterms.created date_published "
    "article.published citation_publication_date ptime cxenseparse:recs:publishtime date"
).split()
_ADDRESS = ("og:url", "parsely-link", "twitter:url")
# What sites hang on a title: " | Outlet", " - Outlet".
_SUFFIX = re.compile(r"\s+[|–—»:·-]\s+[^|–—»·]{2,60}$")
# Share of the words of the longer that a <h1> and the title in the metadata have in common where the <h1> is the article's.
_SAME_TITLE = 0.5
_LONGEST_TITLE = 40
_UPDATED = re.compile(r"updat|modif|revis|edited", re.IGNORECASE)
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author|author-name)(?:$|[\s_-])", re.IGNORECASE)
_LONGEST_BYLINE = 12


def metadata(tree: HtmlElement) -> tuple[Found, str | None]:
    """What a page says of itself, and the article's text where JSON-LD has it."""
    article = described(tree)
    metas = _metas(tree)
    url = _canonical(tree) or _first_address(metas) or article.found.url
    stated = article.found.title or _first(metas, _TITLE)
    outlet = _first(metas, _OUTLET[:1]) or article.found.outlet or _first(metas, _OUTLET[1:])
    return Found(
        outlet=outlet,
        published=_published(tree, metas, article.found.published, url),
        url=url,
        title=_title(tree, stated, outlet),
        byline=article.found.byline or _byline(tree, metas),
    ), article.body


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = one_line(element.get("content"))
        if name and content:
            metas.setdefault(name.strip().lower(), []).append(content)
    return metas


def _first(metas: dict[str, list[str]], names: Sequence[str]) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def _first_address(metas: dict[str, list[str]]) -> str | None:
    return next((url for name in _ADDRESS for value in metas.get(name, ()) if (url := address(value))), None)


def _canonical(tree: HtmlElement) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    return next((url for href in links if (url := address(href))), None)


def _published(tree: HtmlElement, metas: dict[str, list[str]], stated: Published | None, url: str | None) -> Published | None:
    """1. JSON-LD.  2. <meta>.  3. <time>.  4. The address.  5. htmldate."""
    if stated:  # 1
        return stated
    for name in _PUBLISHED:  # 2
        for value in metas.get(name, ()):
            if found := publication(value):
                return found
    return _time_element(tree) or publication_in_address(url) or publication(page_day(tree))  # 3, 4, 5


def _time_element(tree: HtmlElement) -> Published | None:
    """The first <time> that is marked as the publication's, else the first beside the headline; updates do not count."""
    times = [element for element in tree.iter() if element.tag == "time" or element.get("itemprop") == "datePublished"]
    marked = [time for time in times if time.get("pubdate") is not None or time.get("itemprop") == "datePublished"]
    for time in [*marked, *_beside_headline(times)]:
        if found := publication(time.get("datetime") or time.get("content") or one_space(time)):
            return found
    return None


def _beside_headline(times: Sequence[HtmlElement]) -> Iterator[HtmlElement]:
    for time in times:
        around = " ".join(filter(None, (time.get("class"), time.get("itemprop"), _parent_class(time))))
        holders = time.iterancestors("article", "header", "main")
        if not _UPDATED.search(around) and any(next(holder.iter("h1"), None) is not None for holder in holders):
            yield time


def _parent_class(element: HtmlElement) -> str | None:
    parent = element.getparent()
    return parent.get("class") if parent is not None else None


def _title(tree: HtmlElement, stated: str | None, outlet: str | None) -> str | None:
    """The headline as it is printed.

    1. The <h1> that shares its words with the title in the metadata.  2. The title in the metadata.  3. The only <h1>.
    4. The <title>. The outlet's name behind a title goes.
    """
    printed = [text for h1 in tree.iter("h1") if (text := one_space(h1)) and text.count(" ") < _LONGEST_TITLE]
    stated = _without_outlet(stated, outlet) if stated else None
    if stated:
        words = set(word_list(stated))
        for text in printed:  # 1
            own = set(word_list(text))
            if own and len(own & words) >= _SAME_TITLE * max(len(own), len(words)):
                return text
        return stated  # 2
    if len(printed) == 1:  # 3
        return printed[0]
    page = next((one_line(one_space(title)) for title in tree.iter("title")), None)
    return _SUFFIX.sub("", page) if page else None  # 4


def _without_outlet(title: str, outlet: str | None) -> str:
    suffix = _SUFFIX.search(title)
    return title[: suffix.start()] if suffix and outlet and outlet.lower() in suffix.group().lower() else title


def _byline(tree: HtmlElement, metas: dict[str, list[str]]) -> tuple[str, ...]:
    """1. <meta>.  2. An element that is marked as the author's, short and not a list of articles."""
    for name in _AUTHOR:  # 1
        names = tuple(dict.fromkeys(author for value in metas.get(name, ()) for author in authors(value)))
        if names and not any(name.isdigit() or " min" in name for name in names):
            return names
    for element in tree.iter("a", "span", "p", "div", "address"):  # 2
        marked = element.get("rel") == "author" or element.get("itemprop") == "author"
        if marked or _BYLINE_CLASS.search(element.get("class") or ""):
            text = one_space(element)
            if text and text.count(" ") < _LONGEST_BYLINE and (names := authors(text)):
                return names
    return ()
